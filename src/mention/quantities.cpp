// From a numeral to a quantity: bounds and hedges around it, the unit or noun behind it, and when it is no amount at all.
#include "mention/quantities.h"

#include <algorithm>
#include <cmath>

#include "mention/noun_attachment.h"
#include "mention/quantity_draft.h"

namespace crosscheck {

using Kind = Lexeme::Kind;

// "four in 10 voters", "one out of five"
bool QuantityFinder::share_of_number(const SentenceReading& r, Draft& d) const {
  if (d.amount.has_unit() || d.amount.numeral.vague || d.amount.low != d.amount.high || d.amount.low < 1) return false;
  const std::size_t after = r.is(d.amount.last, Kind::hyphen) ? d.amount.last + 1 : d.amount.last;  // "one-in-five"
  const PhraseFound in = r.find(after, FigureSection::link_in);
  if (!in) return false;
  std::size_t next = after + in.length;
  if (after > d.amount.last && r.is(next, Kind::hyphen)) ++next;
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

void QuantityFinder::put(SentenceReading& r, const Draft& d, std::vector<QuantityMention>& out) const {
  QuantityMention m;
  m.at.span = {r.story().id, r[d.first].begin, r[d.last - 1].end};
  m.at.first = r[d.first].token;
  m.at.last = r[d.last - 1].token + 1;
  m.at.sentence = r.sentence();
  m.kind = d.kind;
  m.value = d.value;
  m.noun = d.noun;
  m.counted = d.counted;
  m.of = d.of;
  if (d.kind == QuantityKind::duration && d.amount.has_unit()) m.timex = duration_timex(d.amount.low, d.value.vague, r.lexicon().unit(d.amount.unit));
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

// "an hour", "a week-long visit", "a mile and a half": only time stands without a half, and only where the words around say
// that it is a length of time.
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
  const bool time = is_duration(r.lexicon().unit(d.amount.unit));
  d.amount.low = d.amount.high = 1;
  const bool tight = r.is(d.last, Kind::hyphen) && r[d.last].glued;
  const PhraseFound lasting = tight && time ? r.find(d.last + 1, FigureSection::long_) : PhraseFound{};
  if (lasting) {
    d.last += 1 + lasting.length;
  } else {
    if (!article || tight) return i;
    const bool part = take_parts(r, d.amount);
    d.last = d.amount.last;
    const bool hedged = r.find_before(i, FigureSection::hedge) || r.find_before(i, FigureSection::at_least) || r.find_before(i, FigureSection::at_most);
    const bool behind_preposition = i > 0 && r.tag(i - 1).upos == Upos::ADP;
    if (!part && !(time && (hedged || behind_preposition))) return i;
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

// "2:09:24", "4:02.31": hours, minutes and seconds of a race, as one length of time.
std::size_t QuantityFinder::race_time(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const {
  constexpr double kPart = 60;
  const auto part = [&](std::size_t at) {
    return r.is_mark(at, ':') && r[at].glued && r.is_number(at + 1) && r[at + 1].glued && r[at + 1].valued && r[at + 1].value < kPart;
  };
  const std::uint32_t second = r.lexicon().second_unit();
  if (second == FigureLexicon::kNoWord || !r.is_number(i) || !r[i].valued || r[i].decimals > 0 || r[i].digits > 2 || !part(i + 1)) return i;
  const bool three = part(i + 3);
  if ((three && r[i + 2].decimals > 0) || (!three && r[i + 2].decimals == 0)) return i;
  Draft d;
  d.first = d.amount.first = i;
  d.last = d.amount.last = d.amount.numeral.last = three ? i + 5 : i + 3;
  d.amount.unit = second;
  d.amount.low = r[i].value * kPart + r[i + 2].value;
  if (three) d.amount.low = d.amount.low * kPart + r[i + 4].value;
  d.value.low = d.value.high = d.amount.high = d.amount.low;
  unit_of(r, d);
  put(r, d, out);
  return d.last;
}

static bool moved_by(const SentenceReading& r, std::size_t at) {
  const PhraseFound by = r.find_before(at, FigureSection::moved_by);
  return by.figure.low == 1 || moved_before(r, at - by.length, static_cast<bool>(by)) != 0;
}

// "43m (141ft)", "a 400m race", "a height of 12m": metres and no millions.
static bool says_length(const SentenceReading& r, const QuantityFinder::Draft& d) {
  const std::size_t next = r.is(d.last, Kind::hyphen) ? d.last + 1 : d.last;
  if (r.has(next, FigureSection::length_cue)) return true;
  for (std::size_t back = 1; back <= 3 && back <= d.first; ++back)
    if (r.has(d.first - back, FigureSection::length_cue)) return true;
  if (!r.is_mark(next, '(') || !r.is_number(next + 1)) return false;
  const Amount again = amount_at(r, next + 1);
  return again.has_unit() && r.lexicon().unit(again.unit).dimension == r.lexicon().unit(d.amount.unit).dimension;
}

std::size_t QuantityFinder::amount(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const {
  const bool figures = r.is_number(i);
  if (part_of_other(r, i)) return i;
  if (const std::size_t end = figures ? joined_figures(r, i) : i; end > i) {
    r.take(i, end);
    return end;
  }
  Draft d;
  d.amount = amount_at(r, i);
  if (!d.amount) return i;
  const bool between = static_cast<bool>(r.find_before(d.amount.first, FigureSection::link_between));
  const PhraseFound from = r.find_before(d.amount.first, FigureSection::link_from);
  if (from && moves(r, d.amount.first - from.length)) {  // "from 28 to 19 points": two amounts, the unit said once
    if (const PhraseFound to = r.find(d.amount.last, FigureSection::link_to); to && !d.amount.has_unit() && d.amount.last + to.length < r.size()) {
      const Amount end = amount_at(r, d.amount.last + to.length);
      if (end && end.has_unit() && !end.unit_before) d.amount.unit = end.unit;
    }
  } else if (!(d.amount.has_unit() && moved_by(r, d.amount.first) && r.has(d.amount.last, FigureSection::link_to))) {
    d.amount = range_from(r, d.amount, between);  // "fell 5 cents to 20 cents" is none
  }
  d.first = d.amount.first;
  d.last = d.amount.last;
  const bool metres = d.amount.numeral.small_m && d.amount.has_unit() && says_length(r, d);
  const bool loose = figures && (!d.amount.has_unit() || d.amount.unit_before) && !d.amount.numeral.scaled && d.last < r.size() && r[d.last].glued && r.is(d.last, Kind::word) && !d.amount.numeral.small_m;
  if (loose || (d.amount.numeral.small_m && !metres)) return i;  // "737s", "4G"
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
  const bool ends = n.last >= r.size() || !r.is(n.last, Kind::word) || r.tag(n.last).upos == Upos::ADP || r.tag(n.last).upos == Upos::SCONJ;
  if (n.article && ends && moved_by(r, n.first)) return true;  // "fell by a third"
  const std::size_t word = n.article ? n.first + 1 : n.first;
  const std::size_t begin = n.article ? n.first : n.first - r.find_before(n.first, FigureSection::article).length;
  if (const PhraseFound link = begin < word ? r.find_before(begin, FigureSection::link_and) : PhraseFound{}) {  // "a mile and a half"
    if (!r.has(n.last, FigureSection::link_of) || r.find_before(begin - link.length, FigureSection::unit)) return false;
  }
  const bool glued = r.is(n.last, Kind::hyphen) && r[n.last].glued;
  if (glued || n.last >= r.size()) return false;
  if (r.has(n.last, FigureSection::link_of)) return n.article || !r.has(word, FigureSection::ordinal);
  if (r.has(word, FigureSection::ordinal) || r.has(word, FigureSection::unit)) return false;
  const TaggedToken& next = r.tag(n.last);
  return n.article || next.upos == Upos::DET || next.xpos == Xpos::PRPS;
}

// Everything that hangs on the unit being known; false where the figure turns out to be no amount.
bool QuantityFinder::finish(SentenceReading& r, Draft& d, std::vector<QuantityMention>& out) const {
  if (d.kind == QuantityKind::duration) age(r, d);
  const QuantityMention* before = !out.empty() && out.back().at.sentence == r.sentence() ? &out.back() : nullptr;
  if (before != nullptr) borrowed_unit(r, d, out);
  rate(r, d);
  if (!d.at_least && !d.at_most && (d.amount.has_unit() || d.kind == QuantityKind::count)) hedges_behind(r, d);
  if (is_name(r, d) || r.find_before(d.first, FigureSection::complement)) {  // "all but two"
    r.take(d.first, d.last);
    return false;
  }
  if (d.amount.numeral.fraction) {
    if (!is_share(r, d)) return false;
    d.kind = QuantityKind::percent;
    d.value.dimension = "percent";
    d.value.factor = 100;
  }
  const bool one = !d.amount.numeral.figures && d.amount.low == d.amount.high && (d.amount.low == 1 || d.amount.low == 0) && !d.amount.has_unit();
  if (one && d.kind != QuantityKind::age) {
    const bool pointed = d.first > 0 && r.tag(d.first - 1).upos == Upos::DET;
    const std::uint32_t noun = r[d.amount.last - 1].token + 1;
    const Upos next = noun < sentence_end(r) ? r.syntax().tokens[noun].upos : Upos::X;
    const bool counts = d.part || (d.kind == QuantityKind::count && (d.noun == noun || next == Upos::ADJ || next == Upos::PROPN));
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
  const bool joined = d.kind == QuantityKind::bare && r.is(d.last, Kind::hyphen) && r[d.last].glued && d.last + 1 < r.size() && r[d.last + 1].glued;
  if (joined && !r.has(d.last + 1, FigureSection::counted_adjective)) return false;  // "40-something"
  if (d.kind == QuantityKind::duration) period(r, d);
  movement(r, d, before);
  if (before != nullptr) said_again(r, d, *before);
  if (d.kind == QuantityKind::bare && r.has(d.last, FigureSection::counted_adjective)) d.counted = r.tag(d.last).form;  // "30 dead"
  if (d.at_least) d.value.high = kUnbounded;
  if (d.at_most) d.value.low = -kUnbounded;
  put(r, d, out);
  lend_unit(r, d, out);
  out.back().ends_move = out.size() > 1 && ends_move(r, d, out[out.size() - 2]);
  return true;
}

void QuantityFinder::find(SentenceReading& r, std::vector<QuantityMention>& out) const {
  using S = FigureSection;
  constexpr SectionSet kStarts{S::digits, S::cardinal, S::ordinal, S::vague, S::fraction, S::article, S::fold, S::multiplied, S::unit};
  std::size_t next = 0;
  for (const std::size_t i : r.starts()) {
    if (i < next || !r.begins(i).meets(kStarts) || r.taken(i)) continue;
    const bool word = r.is(i, Kind::word);
    if (!word && !r.is_number(i)) continue;
    next = ordinal(r, i, out);
    if (next == i) next = race_time(r, i, out);
    if (next == i) next = amount(r, i, out);
    if (next == i && word) next = article_with_unit(r, i, out);
    if (next == i && word) next = multiplied(r, i, out);
  }
}

}  // namespace crosscheck
