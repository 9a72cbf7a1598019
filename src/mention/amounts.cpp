// Units around numerals: signs before, words, symbols and hyphens behind; and two numerals that make one range.
#include "mention/amounts.h"

#include <algorithm>

namespace crosscheck {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A letter or two may be anything when a space parts them from the figure.
bool sure_apart(const std::string_view symbol) {
  return symbol.size() >= 2 && std::all_of(symbol.begin(), symbol.end(), is_letter) ? true : !is_letter(symbol.front()) || symbol.size() >= 2;
}

// "$", "US$", "Rs" before the figure, glued or after one space. Only money stands there.
void take_sign(const SentenceReading& r, Amount& a, std::size_t i) {
  const std::string_view text = r.story().text;
  std::size_t end = r[i].begin;
  bool spaced = false;
  if (end > 0 && text[end - 1] == ' ') { --end; spaced = true; }
  if (i == 0 || r[i - 1].end != end) return;
  const auto symbol = r.lexicon().symbol_before(text, end);
  if (!symbol || !is_money(r.lexicon().unit(symbol->unit))) return;
  if (spaced && !sure_apart(text.substr(end - symbol->length, symbol->length))) return;
  a.unit = symbol->unit;
  a.unit_before = true;
  while (a.first > 0 && r[a.first - 1].begin + symbol->length >= end && r[a.first - 1].end > end - symbol->length) --a.first;
}

PhraseFound symbol_behind(const SentenceReading& r, std::size_t last) {
  const std::string_view text = r.story().text;
  std::size_t at = r[last - 1].end;
  const bool spaced = at < text.size() && text[at] == ' ';
  if (spaced) ++at;
  if (last >= r.size() || r[last].begin != at) return {};
  const auto symbol = r.lexicon().symbol_at(text, at);
  if (!symbol || (spaced && !sure_apart(text.substr(at, symbol->length)))) return {};
  if (spaced && r.tag(last).upos == Upos::ADP) return {};
  std::size_t next = last;
  while (next < r.size() && r[next].begin < at + symbol->length) ++next;
  if (r[next - 1].end != at + symbol->length && r[next - 1].end != at + symbol->length + 1) return {};
  return {next - last, {static_cast<double>(symbol->unit), static_cast<double>(symbol->unit)}};
}

// "The 12 won", "during 2016 Stone spoke": a verb or a name is no unit, but for the names of those who made temperatures.
bool names_a_unit(const SentenceReading& r, std::size_t i, const PhraseFound& unit) {
  const Upos upos = r.tag(i).upos;
  const bool temperature = r.lexicon().unit(static_cast<std::size_t>(unit.figure.low)).dimension == "temperature";
  if (upos == Upos::PROPN && r.capital(i) && unit.length == 1 && !temperature) return false;
  return upos != Upos::VERB && upos != Upos::AUX && upos != Upos::ADP;
}

// "and a half" behind the unit: "an hour and a half"
bool take_half(const SentenceReading& r, Amount& a) {
  const PhraseFound link = r.find(a.last, FigureSection::link_and);
  if (!link) return false;
  const PhraseFound article = r.find(a.last + link.length, FigureSection::article);
  const PhraseFound part = article ? r.find(a.last + link.length + article.length, FigureSection::fraction) : PhraseFound{};
  if (!part) return false;
  a.last += link.length + article.length + part.length;
  a.low += part.figure.low;
  a.high += part.figure.low;
  return true;
}

// "two hours and 20 minutes", "6ft 2in": a smaller unit of the same dimension follows.
bool take_smaller(const SentenceReading& r, Amount& a) {
  std::size_t next = a.last;
  const PhraseFound link = r.find(next, FigureSection::link_and);
  if (link) next += link.length;
  else if (r.is_mark(next, ',') && !is_duration(r.lexicon().unit(a.unit))) ++next;
  if (next >= r.size() || r.taken(next)) return false;
  const Numeral n = numeral_at(r, next);
  if (!n || n.vague || n.fraction || n.low < 0) return false;
  const PhraseFound unit = unit_behind(r, n.last, n.figures);
  if (!unit) return false;
  const auto index = static_cast<std::uint32_t>(unit.figure.low);
  const Unit& small = r.lexicon().unit(index);
  const Unit& large = r.lexicon().unit(a.unit);
  const double ratio = small.factor / large.factor;
  if (small.dimension != large.dimension || ratio >= 1 || n.low * ratio >= 1.001) return false;
  a.low += n.low * ratio;
  a.high += n.high * ratio;
  a.last = n.last + unit.length;
  return true;
}

}  // namespace

bool is_money(const Unit& unit) { return unit.dimension.rfind("money", 0) == 0; }
bool is_duration(const Unit& unit) { return unit.dimension == "duration"; }

PhraseFound unit_behind(const SentenceReading& r, std::size_t last, bool figures) {
  if (last == 0 || last >= r.size() || r.taken(last)) return {};
  if (r.is(last, Lexeme::Kind::hyphen)) {
    if (!r[last].glued || last + 1 >= r.size() || !r[last + 1].glued) return {};
    const PhraseFound unit = r.find(last + 1, FigureSection::unit);
    return unit ? PhraseFound{unit.length + 1, unit.figure} : PhraseFound{};
  }
  if (figures) {
    if (const PhraseFound symbol = symbol_behind(r, last)) return symbol;
  }
  const PhraseFound unit = r.find(last, FigureSection::unit);
  return unit && names_a_unit(r, last, unit) ? unit : PhraseFound{};
}

Amount amount_at(const SentenceReading& r, std::size_t i) {
  Amount a;
  a.first = a.last = i;
  if (r.is_number(i)) take_sign(r, a, i);
  a.numeral = a.has_unit() ? money_numeral_at(r, i) : numeral_at(r, i);
  if (!a.numeral) return {};
  a.low = a.numeral.low;
  a.high = a.numeral.high;
  a.last = a.numeral.last;
  if (a.has_unit()) return a;
  std::size_t next = a.last;
  if (a.numeral.vague || a.numeral.scaled) {  // "dozens of miles", "millions of dollars", "a couple of days"
    if (const PhraseFound of = r.find(next, FigureSection::link_of)) next += of.length;
  } else if (a.numeral.fraction) {  // "half an hour", "a quarter of a mile"
    if (const PhraseFound of = r.find(next, FigureSection::link_of)) next += of.length;
    if (const PhraseFound article = r.find(next, FigureSection::article)) next += article.length;
  }
  const PhraseFound unit = unit_behind(r, next, a.numeral.figures);
  if (!unit) return a;
  a.hyphened = r.is(next, Lexeme::Kind::hyphen);
  a.unit = static_cast<std::uint32_t>(unit.figure.low);
  a.last = next + unit.length;
  a.numeral.fraction = false;
  if (!a.numeral.vague && !a.hyphened) a.composed = take_half(r, a) || take_smaller(r, a);
  return a;
}

Amount range_from(const SentenceReading& r, const Amount& a, bool between) {
  std::size_t next = a.last;
  if (a.numeral.vague || a.composed) return a;
  const bool dash = r.is(next, Lexeme::Kind::hyphen);
  if (dash) ++next;
  else if (const PhraseFound link = r.find(next, between ? FigureSection::link_and : FigureSection::link_to)) next += link.length;
  else return a;
  while (next < r.size() && r[next].kind == Lexeme::Kind::mark && r[next].token >= r[a.last - 1].token && next < a.last + 4) ++next;
  if (next < r.size() && r[next].kind == Lexeme::Kind::word && !r.has(next, FigureSection::cardinal) && r.is_number(next + 1) &&
      r[next + 1].glued)
    ++next;  // "US" of "US$25"
  if (next >= r.size() || r.taken(next)) return a;
  Amount b = amount_at(r, next);
  if (!b || b.numeral.vague || b.numeral.fraction || b.numeral.figures != a.numeral.figures) return a;
  if (a.has_unit() && b.has_unit() && a.unit != b.unit) return a;
  if (a.has_unit() && !a.unit_before && !b.has_unit()) return a;  // "fell 0.4 percent to 13,176"
  if (a.has_unit() && a.unit_before && !b.has_unit()) {  // "$20-25 million", "£20-25m"
    b.numeral = money_numeral_at(r, next);
    b.low = b.high = b.numeral.low;
    b.last = b.numeral.last;
  }
  double low = a.low;
  if (b.numeral.scaled && !a.numeral.scaled && low * b.numeral.scale < b.low * 1.0000001) low *= b.numeral.scale;
  if (low >= b.high) return a;
  Amount range = b;
  range.first = a.first;
  range.low = low;
  if (!range.has_unit()) {
    range.unit = a.unit;
    range.unit_before = a.unit_before;
  }
  return range;
}

}  // namespace crosscheck
