// From a numeral to a quantity: bounds and hedges around it, the unit or noun behind it, and when it is no amount at all.
#include "mention/quantities.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "base/utf8.h"
#include "mention/noun_attachment.h"

namespace crosscheck {

struct QuantityFinder::Draft {
  Amount amount;
  std::size_t first = 0, last = 0;  // lexemes of the mention
  QuantityKind kind = QuantityKind::bare;
  Quantity value;
  std::uint32_t noun = kNone;
  std::string of;
  bool at_least = false, at_most = false;
};

namespace {

using Kind = Lexeme::Kind;

// "9/11", "24/7", "10:30", "555-12-34", "F-16", "737s", "4G": figures that are part of something else.
bool glued_to_other(const SentenceReading& r, std::size_t i) {
  const Lexeme& n = r[i];
  if (i > 0 && n.glued) {
    const Lexeme& before = r[i - 1];
    if (before.kind == Kind::word) return true;
    if (before.mark == '/' || before.mark == ':' || before.mark == '#' || before.mark == '.' || before.mark == '@') return true;
    if (before.kind == Kind::hyphen && before.glued && i > 1) return true;
  }
  if (i + 1 >= r.size() || !r[i + 1].glued) return false;
  const Lexeme& behind = r[i + 1];
  if ((behind.mark == '/' || behind.mark == ':' || behind.mark == '@') && i + 2 < r.size() && r[i + 2].glued) return true;
  return false;
}

// A sign of money before the figure may be letters: "US$60", "Rs500".
bool has_sign(const SentenceReading& r, std::size_t i) {
  const auto symbol = r.lexicon().symbol_before(r.story().text, r[i].begin);
  return symbol && is_money(r.lexicon().unit(symbol->unit));
}

bool year_like(const Lexeme& n) {
  return n.valued && n.digits == 4 && n.decimals == 0 && !n.grouped && n.value >= 1800 && n.value <= 2100;
}

bool has_capital(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::uint32_t sentence_end(const SentenceReading& r) { return r.story().sentences[r.sentence()].last; }

}  // namespace

std::string QuantityFinder::singular(const TaggedToken& t) const {
  if (t.xpos == Xpos::NNPS || t.upos == Upos::PROPN) return std::string(language_.lemma(t.form, Upos::NOUN));
  return std::string(t.base);
}

std::string QuantityFinder::singular(const SentenceReading& r, std::size_t i) const {
  if (r[i].whole_token) return singular(r.tag(i));
  const std::string form = fold(r.text(i));
  return std::string(language_.lemma(form, Upos::NOUN));
}

void QuantityFinder::hedges(const SentenceReading& r, Draft& d) const {
  for (int most = 3; most > 0; --most) {
    std::size_t at = d.first;
    if (const PhraseFound f = r.find_before(at, FigureSection::at_least)) {
      d.at_least = true;
      d.first = at - f.length;
    } else if (const PhraseFound g = r.find_before(at, FigureSection::at_most)) {
      d.at_most = true;
      d.first = at - g.length;
    } else if (const PhraseFound h = r.find_before(at, FigureSection::hedge)) {
      d.value.approx = true;
      d.value.below = std::max(d.value.below, -h.figure.low);
      d.value.above = std::max(d.value.above, h.figure.high);
      d.first = at - h.length;
    } else {
      return;
    }
  }
}

void QuantityFinder::hedges_behind(const SentenceReading& r, Draft& d) const {
  const std::size_t at = r.is(d.last, Kind::hyphen) && r[d.last].glued ? d.last + 1 : d.last;
  if (const PhraseFound f = r.find(at, FigureSection::at_least_behind)) {
    d.at_least = true;
    d.last = at + f.length;
  } else if (const PhraseFound g = r.find(at, FigureSection::at_most_behind)) {
    d.at_most = true;
    d.last = at + g.length;
  } else if (const PhraseFound h = r.find(at, FigureSection::hedge_behind)) {
    d.value.approx = true;
    d.value.below = std::max(d.value.below, -h.figure.low);
    d.value.above = std::max(d.value.above, h.figure.high);
    d.last = at + h.length;
  }
}

// "rose by 5 percent", "fell 3 points", "a 5% rise"
void QuantityFinder::movement(const SentenceReading& r, Draft& d) const {
  const auto moved = [&](const PhraseFound& up, const PhraseFound& down) {
    if (up) d.value.change = 1;
    else if (down) d.value.change = -1;
  };
  std::size_t at = d.first;
  if (const PhraseFound by = r.find_before(at, FigureSection::moved_by)) at -= by.length;
  moved(r.find_before(at, FigureSection::moved_up), r.find_before(at, FigureSection::moved_down));
  const bool share = d.kind == QuantityKind::percent || d.kind == QuantityKind::money || d.kind == QuantityKind::measure;
  if (d.value.change == 0 && share && d.last < r.size())
    moved(r.find(d.last, FigureSection::moved_up), r.find(d.last, FigureSection::moved_down));
}

void QuantityFinder::unit_of(const SentenceReading& r, Draft& d) const {
  const Unit& unit = r.lexicon().unit(d.amount.unit);
  d.value.unit = unit.name;
  d.value.dimension = unit.dimension;
  d.value.factor = unit.factor;
  d.value.offset = unit.offset;
  d.kind = is_money(unit) ? QuantityKind::money
           : is_duration(unit) ? QuantityKind::duration
           : unit.dimension == "count" ? QuantityKind::count
           : unit.dimension.rfind("percent", 0) == 0 ? QuantityKind::percent
                                                     : QuantityKind::measure;
  if (!d.amount.unit_before && d.amount.last > d.amount.numeral.last) d.noun = r[d.amount.last - 1].token;
  if (d.amount.hyphened) {
    const NounAttachment a = noun_behind(r.syntax(), r[d.last - 1].token + 1, sentence_end(r), true);
    if (a.noun != kNone) d.of = singular(r.syntax().tokens[a.noun]);
  }
}

// "barrels a day", "dollars per share", "km/h" is a unit of its own
void QuantityFinder::rate(const SentenceReading& r, Draft& d) const {
  if (d.last >= r.size() || d.kind == QuantityKind::bare || d.kind == QuantityKind::duration || d.amount.hyphened || r.taken(d.last)) return;
  const bool slash = r.is_mark(d.last, '/');
  const PhraseFound link = slash ? PhraseFound{1, {}} : r.find(d.last, FigureSection::link_per);
  if (!link) return;
  const std::size_t next = d.last + link.length;
  if (next >= r.size() || !r.is(next, Kind::word)) return;
  const bool any_noun = slash || !(r.has(d.last, FigureSection::article) || r.has(d.last, FigureSection::every));
  std::string per;
  double factor = 1;
  if (const PhraseFound unit = r.find(next, FigureSection::unit); unit && !is_money(r.lexicon().unit(static_cast<std::size_t>(unit.figure.low)))) {
    const Unit& base = r.lexicon().unit(static_cast<std::size_t>(unit.figure.low));
    per = base.name;
    factor = base.factor;
    d.last = next + unit.length;
  } else if (any_noun && r.tag(next).upos == Upos::NOUN) {
    per = singular(r, next);
    d.last = next + 1;
  } else {
    return;
  }
  d.value.dimension += (d.value.dimension == "count" ? ":" + d.value.unit : "") + "/" + per;
  d.value.unit += " per " + per;
  if (factor != 1) d.value.dimension = fmt::format("{}/base", d.value.dimension.substr(0, d.value.dimension.rfind('/')));
  d.value.factor /= factor;
  if (d.kind == QuantityKind::count) d.kind = QuantityKind::measure;
}

// "28-point plan": the word behind the hyphen is counted, the noun of the group is what it is a quantity of.
void QuantityFinder::hyphened_noun(const SentenceReading& r, Draft& d) const {
  const std::size_t word = d.last + 1;
  if (word >= r.size() || !r.is(word, Kind::word) || !r[word].glued) return;
  const std::string lemma = singular(r, word);
  if (language_.noun_class(lemma) == NounClass::none || (d.amount.low == 1 && d.amount.high == 1)) return;
  d.noun = r[word].token;
  d.value.unit = lemma;
  d.value.dimension = "count";
  d.kind = QuantityKind::count;
  d.last = word + 1;
  const NounAttachment a = noun_behind(r.syntax(), r[word].token + 1, sentence_end(r), true);
  if (a.noun != kNone) d.of = singular(r.syntax().tokens[a.noun]);
}

void QuantityFinder::counted_noun(const SentenceReading& r, Draft& d) const {
  if (r.is(d.last, Kind::hyphen) && r[d.last].glued) return hyphened_noun(r, d);
  std::size_t next = d.last;
  const PhraseFound of = r.find(next, FigureSection::link_of);
  if (of) {
    if (!d.value.vague && !d.amount.numeral.fraction && !d.amount.numeral.scaled && !d.at_least && !d.at_most) return;
    next += of.length;
  }
  if (next >= r.size() || r.taken(next)) return;  // "14 billion last year"
  std::uint32_t token = r[next].token;
  const auto& tokens = r.syntax().tokens;
  const bool determined = of || d.amount.numeral.fraction;
  while (determined && token + 1 < sentence_end(r) && (tokens[token].upos == Upos::DET || tokens[token].xpos == Xpos::PRPS)) ++token;
  if (r[next].token != token || r[next].begin != r.story().tokens[token].begin) {
    if (!determined) return;  // in the middle of a token
  }
  const bool one = d.amount.low == 1 && d.amount.high == 1;
  const NounAttachment a = noun_behind(r.syntax(), token, sentence_end(r), one);
  if (a.noun == kNone) return;
  d.noun = a.noun;
  d.value.unit = singular(tokens[a.noun]);
  if (const std::uint32_t word = r.lexicon().word(tokens[a.noun].form); r.lexicon().begins(word, FigureSection::unit)) {
    for (const auto& phrase : r.lexicon().phrases(word)) {  // "people" is person
      if (phrase.section != FigureSection::unit || !phrase.rest.empty()) continue;
      const Unit& unit = r.lexicon().unit(static_cast<std::size_t>(phrase.figure.low));
      if (unit.dimension == "count") d.value.unit = unit.name;
      else if (is_duration(unit) && !determined) d.amount.unit = static_cast<std::uint32_t>(phrase.figure.low);  // "20 more years"
    }
  }
  d.value.dimension = "count";
  d.kind = QuantityKind::count;
  if (a.whole != kNone) d.of = singular(tokens[a.whole]);
  while (d.last < r.size() && r[d.last].token <= a.noun) ++d.last;
  if (d.amount.has_unit()) unit_of(r, d);
}

// "10-year-old", "34 years old", "aged 34", "Petra Lund, 34,"
bool QuantityFinder::age(const SentenceReading& r, Draft& d) const {
  if (d.kind == QuantityKind::duration) {
    const std::size_t next = r.is(d.last, Kind::hyphen) ? d.last + 1 : d.last;
    const PhraseFound old = r.find(next, FigureSection::old);
    if (!old) return false;
    d.kind = QuantityKind::age;
    d.last = next + old.length;
    return true;
  }
  if (d.amount.has_unit() || d.amount.numeral.vague || d.amount.low < 0 || d.amount.high > 125) return false;
  PhraseFound aged = r.find_before(d.first, FigureSection::aged);
  const std::size_t i = d.amount.first;
  const bool closed = d.last >= r.size() || r.is_mark(d.last, ',') || r.is_mark(d.last, '.') || r.is_mark(d.last, ')');
  const bool behind_name = i >= 2 && r.is_mark(i - 1, ',') && r.tag(i - 2).upos == Upos::PROPN && r[i].whole_token &&
                           d.amount.numeral.figures && closed && r[i].digits <= 3 && r[i].decimals == 0 && !r[i].leading_zero;
  if (!aged && !behind_name) return false;
  d.kind = QuantityKind::age;
  if (aged) d.first -= aged.length;
  return true;
}

// "minus 5 degrees", "-5C": before temperatures and shares only, for elsewhere a dash is a dash.
void QuantityFinder::below_zero(const SentenceReading& r, Draft& d) const {
  if (!d.amount.has_unit() || d.amount.low != d.amount.high) return;
  const Unit& unit = r.lexicon().unit(d.amount.unit);
  if (is_duration(unit) || is_money(unit)) return;
  const PhraseFound minus = r.find_before(d.first, FigureSection::minus);
  const bool sign = d.first > 0 && r.is(d.first - 1, Kind::hyphen) && r[d.first].glued && !r[d.first - 1].glued;
  if (!minus && !sign) return;
  d.first -= minus ? minus.length : 1;
  d.amount.low = d.amount.high = -d.amount.high;
}

// "four in 10 voters", "one out of five"
bool QuantityFinder::share_of_number(const SentenceReading& r, Draft& d) const {
  if (d.amount.has_unit() || d.amount.numeral.vague || d.amount.low != d.amount.high || d.amount.low < 1) return false;
  const PhraseFound in = r.find(d.amount.last, FigureSection::link_in);
  if (!in) return false;
  std::size_t next = d.amount.last + in.length;
  if (const PhraseFound every = r.find(next, FigureSection::every)) next += every.length;
  const Numeral whole = numeral_at(r, next);
  if (!whole || whole.vague || whole.low <= d.amount.low || whole.low > 1e6 || std::fmod(d.amount.low, 1) != 0) return false;
  if (unit_behind(r, whole.last, whole.figures) || (whole.figures && year_like(r[next]))) return false;
  const bool round = std::fmod(whole.low, 10) == 0 || whole.low <= 12;
  if (!round) return false;
  d.amount.low = d.amount.high = d.amount.low / whole.low;
  d.amount.numeral.fraction = true;
  d.last = d.amount.last = whole.last;
  return true;
}

// "Boeing 737", "No 3", "10 Downing Street": a figure that is a name.
bool QuantityFinder::is_name(const SentenceReading& r, const Draft& d) const {
  if (d.amount.has_unit() || !d.amount.numeral.figures || d.value.approx || d.at_least || d.at_most) return false;
  const std::size_t i = d.amount.first;
  if (r[i].leading_zero) return true;
  const bool counts = d.kind == QuantityKind::count && d.noun != kNone;
  const Xpos noun = counts ? r.syntax().tokens[d.noun].xpos : Xpos::other;
  const bool plural = noun == Xpos::NNS || noun == Xpos::NNPS || d.value.unit == "person";
  if (i > 0) {
    const PhraseFound before = r.find_before(i, FigureSection::names_by_number);
    if (before && !(plural && r.tag(i - 1).upos != Upos::NOUN && r.tag(i - 1).upos != Upos::DET)) return true;
    const bool behind_name = (r.tag(i - 1).upos == Upos::PROPN || (i > 1 && has_capital(r.text(i - 1)) && !counts)) &&
                             !r[i].glued && r.is(i - 1, Kind::word);
    const bool placed = behind_name && i > 1 && r.tag(i - 2).upos == Upos::ADP;  // "in Ashford 12 were hurt"
    const bool does = d.last < r.size() && (r.tag(d.last).upos == Upos::VERB || r.tag(d.last).upos == Upos::AUX);
    if (behind_name && !plural && !(placed && does)) return true;
    if (behind_name && !placed && i > 1 && r[i].digits >= 3 && !r[i].grouped) return true;
  }
  if (!counts && d.last < r.size() && r.tag(d.last).upos == Upos::PROPN && !r.is(d.last, Kind::mark)) return true;
  return !plural && year_like(r[i]);
}

void QuantityFinder::put(SentenceReading& r, const Draft& d, std::vector<QuantityMention>& out) const {
  QuantityMention m;
  m.at.span = {r.story().id, r[d.first].begin, r[d.last - 1].end};
  m.at.first = r[d.first].token;
  m.at.last = r[d.last - 1].token + 1;
  m.at.sentence = r.sentence();
  m.kind = d.kind;
  m.value = d.value;
  m.noun = d.noun;
  m.of = d.of;
  if (d.kind == QuantityKind::duration) m.timex = duration_timex(d.amount.low, d.value.vague, r.lexicon().unit(d.amount.unit));
  r.take(d.first, d.last);
  out.push_back(std::move(m));
}

std::size_t QuantityFinder::ordinal(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const {
  const Numeral n = ordinal_at(r, i);
  if (!n) return i;
  const NounAttachment a = n.last < r.size() ? noun_behind(r.syntax(), r[n.last - 1].token + 1, sentence_end(r), true) : NounAttachment{};
  if (a.noun == kNone || !r.is(n.last, Kind::word)) return i;
  Draft d;
  d.first = i;
  d.last = n.last;
  d.kind = QuantityKind::ordinal;
  d.value.low = d.value.high = n.low;
  d.value.unit = singular(r.syntax().tokens[a.noun]);
  d.value.dimension = "ordinal";
  d.noun = a.noun;
  put(r, d, out);
  return d.last;
}

// "an hour", "a week-long visit": only time, and only where the words around say that it is a length of time.
std::size_t QuantityFinder::article_with_unit(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const {
  const PhraseFound article = r.find(i, FigureSection::article);
  const std::size_t at = i + article.length;
  const PhraseFound unit = r.find(at, FigureSection::unit);
  if (!unit || r.taken(at)) return i;
  Draft d;
  d.amount.first = d.first = article ? i : at;
  d.amount.numeral.first = at;
  d.amount.last = d.last = at + unit.length;
  d.amount.unit = static_cast<std::uint32_t>(unit.figure.low);
  if (!is_duration(r.lexicon().unit(d.amount.unit))) return i;
  d.amount.low = d.amount.high = 1;
  const bool tight = r.is(d.last, Kind::hyphen) && r[d.last].glued;
  const PhraseFound lasting = tight ? r.find(d.last + 1, FigureSection::long_) : PhraseFound{};
  if (lasting) {
    d.last += 1 + lasting.length;
  } else {
    if (!article || tight) return i;
    const PhraseFound link = r.find(d.last, FigureSection::link_and);
    const PhraseFound a = link ? r.find(d.last + link.length, FigureSection::article) : PhraseFound{};
    const PhraseFound part = a ? r.find(d.last + link.length + a.length, FigureSection::fraction) : PhraseFound{};
    if (part) {
      d.last += link.length + a.length + part.length;
      d.amount.low = d.amount.high = 1 + part.figure.low;
    }
    const bool hedged = r.find_before(i, FigureSection::hedge) || r.find_before(i, FigureSection::at_least) || r.find_before(i, FigureSection::at_most);
    const bool behind_preposition = i > 0 && r.tag(i - 1).upos == Upos::ADP;
    if (!part && !hedged && !behind_preposition) return i;
  }
  d.value.low = d.value.high = d.amount.low;
  unit_of(r, d);
  hedges(r, d);
  if (age(r, d)) d.kind = QuantityKind::age;
  if (d.at_least) d.value.high = kUnbounded;
  if (d.at_most) d.value.low = -kUnbounded;
  put(r, d, out);
  return d.last;
}

std::size_t QuantityFinder::amount(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const {
  const bool figures = r.is_number(i);
  if (figures && glued_to_other(r, i) && !has_sign(r, i)) return i;
  Draft d;
  d.amount = amount_at(r, i);
  if (!d.amount) return i;
  const bool between = static_cast<bool>(r.find_before(d.amount.first, FigureSection::link_between));
  const PhraseFound from = r.find_before(d.amount.first, FigureSection::link_from);
  const bool moves = from && !r.find_before(d.amount.first - from.length, FigureSection::range_cue);
  if (moves) {  // "from 28 to 19 points": two amounts, the unit said once
    if (const PhraseFound to = r.find(d.amount.last, FigureSection::link_to); to && !d.amount.has_unit() && d.amount.last + to.length < r.size()) {
      const Amount end = amount_at(r, d.amount.last + to.length);
      if (end && end.has_unit() && !end.unit_before) d.amount.unit = end.unit;
    }
  } else {
    d.amount = range_from(r, d.amount, between);
  }
  d.first = d.amount.first;
  d.last = d.amount.last;
  const bool loose = figures && !d.amount.has_unit() && !d.amount.numeral.scaled && d.last < r.size() && r[d.last].glued && r.is(d.last, Kind::word) && !d.amount.numeral.small_m;
  if (loose || d.amount.numeral.small_m) return i;  // "737s", "4G"
  share_of_number(r, d);
  below_zero(r, d);
  d.value.low = d.amount.low;
  d.value.high = d.amount.high;
  d.value.vague = d.amount.numeral.vague;
  if (between) d.first -= 1;
  hedges(r, d);
  hedges_behind(r, d);
  if (d.amount.has_unit()) unit_of(r, d);
  else if (!age(r, d)) counted_noun(r, d);
  return finish(r, d, out) ? d.last : i;
}

// "a third of", "two-thirds", "half the", but not "third-party", "the final third", "a third man", "this half".
bool QuantityFinder::is_share(const SentenceReading& r, const Draft& d) const {
  const Numeral& n = d.amount.numeral;
  if (r.is_number(n.first) || (r.has(n.first, FigureSection::cardinal))) return true;
  const std::size_t word = n.article ? n.first + 1 : n.first;
  const bool glued = r.is(n.last, Kind::hyphen) && r[n.last].glued;
  if (glued || n.last >= r.size()) return false;
  if (r.has(n.last, FigureSection::link_of)) return n.article || !r.has(word, FigureSection::ordinal);
  if (r.has(word, FigureSection::ordinal) || r.has(word, FigureSection::unit)) return false;
  const TaggedToken& next = r.tag(n.last);
  return n.article || next.upos == Upos::DET || next.xpos == Xpos::PRPS;
}

// "the past 10 months", "the next three years": these words belong to a length of time.
void QuantityFinder::period(const SentenceReading& r, Draft& d) const {
  for (const FigureSection s : {FigureSection::last, FigureSection::next}) {
    const PhraseFound near = r.find_before(d.first, s);
    if (!near) continue;
    d.first -= near.length;
    if (d.first > 0 && r.tag(d.first - 1).upos == Upos::DET) --d.first;
    return;
  }
}

// Everything that hangs on the unit being known; false where the figure turns out to be no amount.
bool QuantityFinder::finish(SentenceReading& r, Draft& d, std::vector<QuantityMention>& out) const {
  if (d.kind == QuantityKind::duration) age(r, d);
  rate(r, d);
  if (!d.at_least && !d.at_most && d.amount.has_unit()) hedges_behind(r, d);
  if (is_name(r, d)) {
    r.take(d.first, d.last);
    return false;
  }
  if (d.amount.numeral.fraction) {
    if (!is_share(r, d)) return false;
    d.kind = QuantityKind::percent;
    d.value.dimension = "percent";
    d.value.factor = 100;
  }
  const bool one = !d.amount.numeral.figures && d.amount.low == 1 && d.amount.high == 1 && !d.amount.has_unit();
  if (one && d.kind != QuantityKind::age) {
    const bool pointed = d.first > 0 && r.tag(d.first - 1).upos == Upos::DET;
    const bool counts = d.kind == QuantityKind::count && d.noun == r[d.amount.last - 1].token + 1;
    if (pointed || !counts) return false;  // "the one", "no one", "one of them", "one another"
  }
  if (d.kind == QuantityKind::age) {
    d.value.dimension = "duration";
    if (d.value.unit.empty()) {
      d.value.unit = "year";
      d.value.factor = 31556952;
    }
  }
  if (d.kind == QuantityKind::bare && d.value.vague) return false;  // "scores", "a few" alone
  if (d.kind == QuantityKind::duration) period(r, d);
  movement(r, d);
  if (d.at_least) d.value.high = kUnbounded;
  if (d.at_most) d.value.low = -kUnbounded;
  put(r, d, out);
  return true;
}

void QuantityFinder::find(SentenceReading& r, std::vector<QuantityMention>& out) const {
  for (std::size_t i = 0; i < r.size();) {
    std::size_t next = i;
    const bool word = r.is(i, Kind::word) && r.lexicon().begins_amount(r[i].word);
    if (!r.taken(i) && (word || r.is_number(i))) {
      next = ordinal(r, i, out);
      if (next == i) next = amount(r, i, out);
      if (next == i && word) next = article_with_unit(r, i, out);
    }
    i = std::max(next, i + 1);
  }
}

}  // namespace crosscheck
