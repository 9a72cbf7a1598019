// Units around numerals: signs before, words, symbols and hyphens behind; and two numerals that make one range.
#include "mention/amounts.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr double kNeighbours = 1.5;  // "five or six", "40 or 50": one figure not known well; further apart they are two
constexpr double kFarApart = 20;  // ends of a range without a unit; further apart they are two figures

// A letter or two may be anything when a space parts them from the figure.
bool sure_apart(const std::string_view symbol) {
  return symbol.size() >= 2 && std::all_of(symbol.begin(), symbol.end(), is_letter) ? true : !is_letter(symbol.front()) || symbol.size() >= 2;
}

// "HK $2.9bn", "aud$15": the letters before the sign name the country, a space between or not. One letter may be a word of
// its own where a sentence begins.
void take_country(const SentenceReading& r, MoneySign& sign, std::string_view mark) {
  if (sign.first == 0 || !r.is(sign.first - 1, Lexeme::Kind::word)) return;
  const std::size_t before = sign.first - 1;
  std::string letters(r.text(before));
  if (letters.size() > 4) return;
  letters.erase(std::remove(letters.begin(), letters.end(), '.'), letters.end());
  const bool small = std::any_of(letters.begin(), letters.end(), [](char c) { return c < 'A' || c > 'Z'; });
  if (letters.empty() || (letters.size() == 1 && (small || before == 0))) return;
  for (char& c : letters) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  auto unit = r.lexicon().symbol(letters);
  letters.append(mark);
  if (const auto signed_unit = r.lexicon().symbol(letters)) unit = signed_unit;
  if (!unit || !is_money(r.lexicon().unit(*unit)) || (r[sign.first].begin > r[before].end + 1)) return;
  sign.unit = *unit;
  sign.first = before;
}

void take_sign(const SentenceReading& r, Amount& a, std::size_t i) {
  const MoneySign sign = sign_before(r, i);
  if (!sign) return;
  a.unit = sign.unit;
  a.unit_before = true;
  a.first = sign.first;
}

// "20 WAR CRIMES": in a line of capitals letters are words, no symbols.
bool shouted(const SentenceReading& r, std::size_t i, std::size_t length) {
  const auto capitals = [&](std::size_t k) {
    return r.is(k, Lexeme::Kind::word) && r.text(k).size() > 2 && std::all_of(r.text(k).begin(), r.text(k).end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  return length > 2 && capitals(i) && capitals(i + 1);
}

PhraseFound symbol_behind(const SentenceReading& r, std::size_t last) {
  const std::string_view text = r.story().text;
  std::size_t at = r[last - 1].end;
  const bool spaced = at < text.size() && text[at] == ' ';
  if (spaced) ++at;
  if (last >= r.size() || r[last].begin != at) return {};
  const auto symbol = r.lexicon().symbol_at(text, at);
  if (!symbol) return {};
  const bool letter = symbol->length == 1 && r[last].end == at + 1 && r.has(last, FigureSection::letter_apart) &&
                      (last + 1 >= r.size() || !r[last + 1].glued || !r.is(last + 1, Lexeme::Kind::hyphen));  // "5 W", but "5 L-202"
  if (spaced && !letter && !sure_apart(text.substr(at, symbol->length))) return {};
  if (spaced && r.tag(last).upos == Upos::ADP && is_letter(text[at])) return {};  // "12 in"
  std::size_t next = last;
  if (is_money(r.lexicon().unit(symbol->unit)) && is_letter(text[at]) && at + symbol->length < text.size() &&
      text[at + symbol->length] >= '0' && text[at + symbol->length] <= '9')
    return {};  // "3 EUR50 notes": the sign belongs to what follows
  if (spaced && shouted(r, last, symbol->length)) return {};
  while (next < r.size() && r[next].begin < at + symbol->length) ++next;
  if (r[next - 1].end != at + symbol->length && r[next - 1].end != at + symbol->length + 1) return {};
  return {next - last, {static_cast<double>(symbol->unit), static_cast<double>(symbol->unit)}};
}

// "The 12 won", "during 2016 Stone spoke": a verb or a name is no unit, but for the names of those who made temperatures.
bool names_a_unit(const SentenceReading& r, std::size_t i, const PhraseFound& unit) {
  if (!r[i].whole_token || unit.length > 2) return true;  // "percent-owned", "on the Richter scale"
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

// "5 feet 11": the smaller unit may go unsaid.
bool take_unsaid(const SentenceReading& r, Amount& a, const Numeral& n) {
  const PhraseFound parts = r.find(a.last - 1, FigureSection::smaller_said);
  if (!parts || n.low >= parts.figure.low || n.scaled || std::fmod(n.low, 1) != 0) return false;
  if (r.is(n.last, Lexeme::Kind::word) && (r.tag(n.last).upos == Upos::NOUN || r.tag(n.last).upos == Upos::NUM)) return false;
  a.low += n.low / parts.figure.low;
  a.high = a.low;
  a.last = n.last;
  return true;
}

// 6'2": the marks of feet and inches, as typed or as set.
bool take_feet(const SentenceReading& r, Amount& a) {
  const std::size_t mark = a.last;
  const auto is_any = [&](std::size_t i, std::string_view x, std::string_view y, std::string_view z) {
    return i < r.size() && r[i].glued && (r.text(i) == x || r.text(i) == y || r.text(i) == z);
  };
  if (!is_any(mark, "'", "’", "′") || !r.is_number(mark + 1) || !r[mark + 1].glued || r[mark + 1].value >= 12 || !r[mark + 1].valued) return false;
  const auto foot = r.lexicon().symbol("′");
  if (!foot || a.low > 9) return false;
  a.unit = *foot;
  a.low = a.high = a.low + r[mark + 1].value / 12;
  a.last = is_any(mark + 2, "\"", "”", "″") ? mark + 3 : mark + 2;
  return true;
}

// "two hours and 20 minutes", "6ft 2in", "two hours, 20 minutes and 3 seconds": a smaller unit of the same dimension follows,
// smaller than `least` of the amount's own unit.
bool take_smaller(const SentenceReading& r, Amount& a, double least = 1) {
  std::size_t next = a.last;
  const PhraseFound link = r.find(next, FigureSection::link_and);
  const bool comma = !link && r.is_mark(next, ',');
  if (link) next += link.length;
  else if (comma) ++next;
  if (next >= r.size() || r.taken(next)) return false;
  const Numeral n = numeral_at(r, next);
  if (!n || n.vague || n.fraction || n.low < 0) return false;
  const PhraseFound unit = unit_behind(r, n.last, n.figures);
  if (!unit) return !link && take_unsaid(r, a, n);
  const auto index = static_cast<std::uint32_t>(unit.figure.low);
  const Unit& small = r.lexicon().unit(index);
  const Unit& large = r.lexicon().unit(a.unit);
  const bool hundredth = is_money(large) && r.has(n.last, FigureSection::hundredth);  // "17 dollars and 30 cents"
  const double ratio = hundredth ? 0.01 : small.factor / large.factor;
  if ((small.dimension != large.dimension && !hundredth) || ratio >= least || n.low * ratio >= 1.001 * least) return false;
  constexpr double kExact = 1e9;  // minutes are no exact parts of an hour in binary
  const auto add = [&](double x, double y) { return is_duration(large) ? std::round((x + y * ratio) * kExact) / kExact : x + y * ratio; };
  Amount whole = a;
  whole.low = add(a.low, n.low);
  whole.high = add(a.high, n.high);
  whole.last = n.last + unit.length;
  const bool third = !hundredth && take_smaller(r, whole, ratio);
  if (comma && !third && is_duration(large)) return false;  // "for two hours, 20 minutes of them …"
  a = whole;
  return true;
}

// "magnitude 6.1", "a magnitude of 6.1": units that are named first.
bool take_unit_before(const SentenceReading& r, Amount& a) {
  const bool hyphen = a.first > 1 && r.is(a.first - 1, Lexeme::Kind::hyphen) && r[a.first].glued;
  const std::size_t end = hyphen ? a.first - 1 : a.first;
  const PhraseFound named = r.find_before(end, FigureSection::unit_before);
  const PhraseFound unit = named ? r.find(end - named.length, FigureSection::unit) : PhraseFound{};
  if (!unit) return false;
  a.unit = static_cast<std::uint32_t>(unit.figure.low);
  a.unit_before = true;
  a.first = end - named.length;
  return true;
}

// "a 9- or 10-inch screen": the unit of both is said once.
void take_suspended(const SentenceReading& r, Amount& a) {
  const std::size_t hyphen = a.last;
  if (!r.is(hyphen, Lexeme::Kind::hyphen) || !r[hyphen].glued || hyphen + 1 >= r.size() || r[hyphen + 1].glued) return;
  PhraseFound link = r.find(hyphen + 1, FigureSection::link_and);
  if (!link) link = r.find(hyphen + 1, FigureSection::link_to);
  const Numeral next = link ? numeral_at(r, hyphen + 1 + link.length) : Numeral{};
  if (!next || !r.is(next.last, Lexeme::Kind::hyphen)) return;
  const PhraseFound unit = unit_behind(r, next.last, next.figures);
  if (!unit) return;
  a.unit = static_cast<std::uint32_t>(unit.figure.low);
  a.hyphened = true;
  if (link.figure.low == 1 && r.has(hyphen + 1, FigureSection::link_to) && a.low < next.high) {  // "10- to 12-inch"
    a.high = next.high;
    a.last = next.last + unit.length;
    return;
  }
  a.suspended = true;
  a.suspended_end = next.last + unit.length;
  a.last = hyphen + 1;
}

// "20 million pounds", "500 pounds ($640)" are money, "20 million pounds of beef" is not.
void take_sterling(const SentenceReading& r, Amount& a) {
  const std::uint32_t money = r.lexicon().money_of(a.unit);
  if (money == FigureLexicon::kNoWord || a.hyphened) return;
  const bool large = (a.numeral.scaled || a.numeral.vague) && a.low >= 1e6 && !r.has(a.last, FigureSection::link_of);
  std::size_t inside = r.is_mark(a.last, '(') ? a.last + 1 : r.size();
  while (inside < r.size() && !r.is_number(inside) && inside < a.last + 4) ++inside;
  if (large || (r.is_number(inside) && sign_before(r, inside))) a.unit = money;
}

}  // namespace

bool take_parts(const SentenceReading& r, Amount& a) { return take_half(r, a) || take_smaller(r, a); }

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
  const std::size_t behind = last + unit.length;
  if (r.is_number(behind) && r[behind].glued) return {};  // "3 EUR50 notes"
  return unit && names_a_unit(r, last, unit) ? unit : PhraseFound{};
}

MoneySign sign_before(const SentenceReading& r, std::size_t i) {
  MoneySign sign;
  const std::string_view text = r.story().text;
  std::size_t end = r[i].begin;
  bool spaced = false;
  if (end > 0 && text[end - 1] == ' ') { --end; spaced = true; }
  if (i == 0 || r[i - 1].end != end) return sign;
  const auto symbol = r.lexicon().symbol_before(text, end);
  if (!symbol || !is_money(r.lexicon().unit(symbol->unit))) return sign;
  const std::string_view mark = text.substr(end - symbol->length, symbol->length);
  if (spaced && !sure_apart(mark)) return sign;
  sign.unit = symbol->unit;
  sign.first = i;
  while (sign.first > 0 && r[sign.first - 1].begin + symbol->length >= end && r[sign.first - 1].end > end - symbol->length) --sign.first;
  if (!is_letter(mark.front())) take_country(r, sign, mark);
  else if (const PhraseFound doubtful = r.find_before(i, FigureSection::doubtful_sign);
           doubtful && r[i].value < doubtful.figure.low && r[i].decimals == 0 && !money_numeral_at(r, i).scaled)
    return {};
  return sign;
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
  if (a.numeral.times) a.unit = r.lexicon().times_unit();
  if (take_unit_before(r, a) || a.numeral.times) return a;
  if (a.numeral.figures && take_feet(r, a)) return a;
  if (a.numeral.figures && a.low < 1) {  // "0.5 of a percentage point"
    const PhraseFound of = r.find(next, FigureSection::link_of);
    const PhraseFound article = of ? r.find(next + of.length, FigureSection::article) : PhraseFound{};
    if (article && unit_behind(r, next + of.length + article.length, false)) next += of.length + article.length;
  }
  const PhraseFound unit = unit_behind(r, next, a.numeral.figures);
  if (!unit) return take_suspended(r, a), a;
  a.hyphened = r.is(next, Lexeme::Kind::hyphen);
  a.unit = static_cast<std::uint32_t>(unit.figure.low);
  a.last = next + unit.length;
  a.numeral.fraction = false;
  take_sterling(r, a);
  if (!a.numeral.vague && !a.hyphened) a.composed = take_parts(r, a);
  return a;
}

Amount range_from(const SentenceReading& r, const Amount& a, bool between) {
  std::size_t next = a.last;
  if (a.numeral.vague || a.composed || a.suspended || a.numeral.times) return a;
  const bool dash = r.is(next, Lexeme::Kind::hyphen);
  bool alternatives = false;
  if (dash) {
    ++next;
    const PhraseFound to = r.find(next, FigureSection::link_to);
    if (to && r.is(next + to.length, Lexeme::Kind::hyphen)) next += to.length + 1;  // "two-to-three"
  } else if (const PhraseFound link = r.find(next, between ? FigureSection::link_and : FigureSection::link_to)) {
    next += link.length;
    alternatives = link.figure.low == 2;
    if (!between && !alternatives && r.is(next, Lexeme::Kind::hyphen) && r[next].glued) ++next;  // "10 to-12 weeks"
  } else {
    return a;
  }
  while (next < r.size() && r[next].kind == Lexeme::Kind::mark && r[next].token >= r[a.last - 1].token && next < a.last + 4) ++next;
  if (next < r.size() && r[next].kind == Lexeme::Kind::word && !r.has(next, FigureSection::cardinal) && r.is_number(next + 1) &&
      r[next + 1].glued)
    ++next;  // "US" of "US$25"
  if (next >= r.size() || r.taken(next)) return a;
  Amount b = amount_at(r, next);
  const bool alike = b.numeral.figures == a.numeral.figures || (!dash && b.low < 1000);  // "ten to 15"
  if (!b || b.numeral.vague || b.numeral.fraction || !alike) return a;
  if (a.unit_before && b.has_unit() && is_money(r.lexicon().unit(a.unit)) && !is_money(r.lexicon().unit(b.unit))) {  // "€3-4m" has no metres
    b.unit = Amount::kNoUnit;
    b.hyphened = b.composed = false;
  }
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
  if (alternatives && b.high > kNeighbours * low) return a;  // "25 or 40 seats"
  if (!dash && !between && !a.has_unit() && !b.has_unit() && low * kFarApart < b.low) return a;  // "rose 10 to 5,210"
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
