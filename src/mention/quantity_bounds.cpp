// What the words around an amount make of it: bounds and hedges, by how much something moved, below zero, over which time.
#include <algorithm>
#include <cmath>
#include <utility>

#include "mention/quantity_draft.h"

namespace crosscheck {

using Kind = Lexeme::Kind;

namespace {

// What is counted or measured here is so there too: a draft and a mention have the same fields for it.
template <class From, class To>
void lend_sort(const From& from, To& to) {
  to.value.unit = from.value.unit;
  to.value.dimension = from.value.dimension;
  to.value.factor = from.value.factor;
  to.value.offset = from.value.offset;
  to.kind = from.kind;
  to.counted = from.counted;
}

}  // namespace

PhraseFound hyphened_prefix(const SentenceReading& r, std::size_t i) {
  if (i < 2 || !r[i].glued || !r.is(i - 1, Kind::hyphen) || !r[i - 1].glued) return {};
  return r.find_before(i - 1, FigureSection::before_hyphen);
}

// "sub-400", "now-19-year-old": a word before a hyphen bounds the number, or only dates it.
void QuantityFinder::hyphened_before(const SentenceReading& r, Draft& d) const {
  const PhraseFound prefix = hyphened_prefix(r, d.first);
  if (!prefix) return;
  d.at_most = d.at_most || prefix.figure.low < 0;
  d.at_least = d.at_least || prefix.figure.low > 0;
  d.first -= 1 + prefix.length;
}

void QuantityFinder::hedge(Draft& d, const Figure& figure) {
  d.value.approx = d.value.approx || figure.low != 0 || figure.high != 0;
  d.value.below = std::max(d.value.below, -figure.low);
  d.value.above = std::max(d.value.above, figure.high);
}

// The longest phrase tells: "not more than" is no "more than", "just over" no "over".
void QuantityFinder::hedges(const SentenceReading& r, Draft& d) const {
  for (int most = 3; most > 0; --most) {
    const PhraseFound least = r.find_before(d.first, FigureSection::at_least), upmost = r.find_before(d.first, FigureSection::at_most),
                      about = r.find_before(d.first, FigureSection::hedge);
    const std::size_t length = std::max({least.length, upmost.length, about.length});
    if (length == 0) return hyphened_before(r, d);
    const bool moved = upmost.length == length && r.has(d.first - length, FigureSection::moved_particle);
    if (moved && r.find_before(d.first - length, FigureSection::moves)) return;  // "edged up to 4 percent"
    d.placed = (least.length == length ? least : upmost.length == length ? upmost : about).figure.low == 2;
    if (least.length == length) d.at_least = true;
    else if (upmost.length == length) d.at_most = true;
    else hedge(d, about.figure);
    d.first -= length;
  }
}

// "300 or so", "40-odd", "40 ships or more"; behind a noun only what closes there: "40 people, at least 30 of them …".
void QuantityFinder::hedges_behind(const SentenceReading& r, Draft& d) const {
  const std::size_t at = r.is(d.last, Kind::hyphen) && r[d.last].glued ? d.last + 1 : d.last;
  const PhraseFound least = r.find(at, FigureSection::at_least_behind), most = r.find(at, FigureSection::at_most_behind),
                    about = r.find(at, FigureSection::hedge_behind);
  const std::size_t length = std::max({least.length, most.length, about.length});
  if (length == 0) return;
  const std::size_t next = at + length;
  const bool closed = next >= r.size() || !r.is(next, Kind::word) || r.has(at, FigureSection::link_to);
  if (d.kind == QuantityKind::count && !closed) return;
  if (least.length == length) d.at_least = true;
  else if (most.length == length) d.at_most = true;
  else hedge(d, about.figure);
  d.last = next;
}

int moved_before(const SentenceReading& r, std::size_t at, bool by) {
  for (const FigureSection s : {FigureSection::moved_up, FigureSection::moved_down}) {
    const PhraseFound moved = r.find_before(at, s);
    if (moved && (by || std::abs(moved.figure.low) >= 1)) return moved.figure.low > 0 ? 1 : -1;
  }
  const PhraseFound particle = r.find_before(at, FigureSection::moved_particle);
  if (!particle) return 0;
  const std::size_t verb = at - particle.length;  // "picked up 260 votes" moved nothing, "edged up 3%" did
  if (verb > 1 && r.tag(verb - 1).upos == Upos::VERB && !r.find_before(verb, FigureSection::moves) &&
      !r.find_before(verb, FigureSection::moved_up) && !r.find_before(verb, FigureSection::moved_down))
    return 0;
  return particle.figure.low > 0 ? 1 : -1;
}

namespace {

// "cut its rates by a quarter point": the verb may stand before its object.
int moved_far_before(const SentenceReading& r, std::size_t at) {
  constexpr std::size_t kFarthest = 8;
  if (at > 0 && r.is_mark(at - 1, ',')) --at;  // "rose sharply, by 5 percent"
  for (std::size_t back = 0; back < kFarthest && back < at; ++back) {
    const std::size_t i = at - 1 - back;
    if (!r.is(i, Kind::word) || r.taken(i)) return 0;
    if (const int moved = moved_before(r, i + 1, true); moved != 0) return moved;
  }
  return 0;
}

}  // namespace

// "from 28 to 19", "from 28 points to 19": the two are said side by side.
bool QuantityFinder::ends_move(const SentenceReading& r, const Draft& d, const QuantityMention& before) {
  constexpr double kOr = 2;
  const PhraseFound to = before.at.sentence == r.sentence() ? r.find_before(d.first, FigureSection::link_to) : PhraseFound{};
  if (!to || to.figure.low == kOr) return false;
  const std::size_t link = d.first - to.length;
  const Xpos between = r[link].token == before.at.last + 1 ? r.syntax().tokens[before.at.last].xpos : Xpos::other;
  const bool aside = between == Xpos::VBN || between == Xpos::JJ || between == Xpos::RB;  // "from 21 mpg combined to 23"
  if (r[link].token != before.at.last && !aside && (link == 0 || r[link - 1].token != before.noun)) return false;
  std::size_t first = link;
  while (first > 0 && r[first - 1].token >= before.at.first) --first;
  return static_cast<bool>(r.find_before(first, FigureSection::link_from));
}

// "rose by 5 percent", "fell sharply, by 3 points", "a 5% rise"
void QuantityFinder::movement(const SentenceReading& r, Draft& d, const QuantityMention* before) const {
  std::size_t at = d.first;
  const PhraseFound by = r.find_before(at, FigureSection::moved_by);
  if (d.value.high < 0 && !by) return;  // "growth of -0.5 percent"
  const bool far = by && by.figure.low == 1;
  at -= by.length;
  for (int step = 0; step < 3 && at > 0 && d.value.change == 0; ++step) {
    d.value.change = static_cast<std::int8_t>(moved_before(r, at, static_cast<bool>(by)));
    const bool passed = r.tag(at - 1).upos == Upos::ADV || r.find_before(at, FigureSection::another) || r.has(at - 1, FigureSection::article);
    if (d.value.change != 0 || !passed) break;
    --at;
  }
  if (by && !far && d.value.change != 0 && d.value.high >= 0 && r.tag(at - 1).upos == Upos::NOUN) d.of = singular(r, at - 1);  // "a cut of 3 points"
  if (d.value.change == 0 && far) d.value.change = static_cast<std::int8_t>(moved_far_before(r, at));
  if (d.value.change == 0 && far && before != nullptr && before->kind == d.kind) d.value.change = before->value.change;  // "this rose 3%, that by 4%"
  const bool share = d.kind == QuantityKind::percent || d.kind == QuantityKind::money || d.kind == QuantityKind::measure;
  if (d.placed && !by) d.value.change = 0;  // "fell below 20"
  if (d.value.high < 0) {  // "fell by -5 percent": the sign says it once more; "growth of -0.5 percent" is none
    if (d.value.change < 0) d.value.low = std::exchange(d.value.high, -d.value.low) * -1;
    else d.value.change = 0;
  }
  if (d.value.change != 0 || d.placed || !share || d.last >= r.size() || r.tag(d.last).upos == Upos::VERB) return;
  if (r.find(d.last, FigureSection::moved_up)) d.value.change = 1;
  else if (r.find(d.last, FigureSection::moved_down)) d.value.change = -1;
  else return;
  if (r.tag(d.last).upos == Upos::NOUN) d.of = singular(r, d.last);  // "a 5% rise", but "5% higher"
}

// "Sales more than doubled": a verb that tells by which share its subject rose or fell; "doubled down" tells none.
std::size_t QuantityFinder::multiplied(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const {
  constexpr double kLoosely = 0.15;  // as a share of the amount: who says "doubled" has not measured
  const PhraseFound by = r.find(i, FigureSection::multiplied);
  const std::size_t behind = i + by.length;
  if (!by || r.tag(i).upos != Upos::VERB || r.lexicon().share_unit() == FigureLexicon::kNoWord) return i;
  if (r.has(behind, FigureSection::moved_particle) || (behind < r.size() && r.tag(behind).xpos == Xpos::RP)) return i;
  Draft d;
  d.amount.first = d.first = i;
  d.amount.last = d.last = behind;
  d.amount.unit = r.lexicon().share_unit();
  d.value.low = d.value.high = std::abs(by.figure.low);
  d.value.change = by.figure.low > 0 ? 1 : -1;
  unit_of(r, d);
  d.noun = kNone;
  hedges(r, d);
  if (!d.value.approx) d.value.below = d.value.above = kLoosely;
  if (d.at_least) d.value.high = kUnbounded;
  if (d.at_most) d.value.low = -kUnbounded;
  put(r, d, out);
  return d.last;
}

// Whether the words before "from 28 to 19" tell of a move; else it is a range ("homes from $1m to $2m").
bool QuantityFinder::moves(const SentenceReading& r, std::size_t from) const {
  constexpr std::size_t kFarthest = 9;
  for (std::size_t back = 0; back < kFarthest && back < from; ++back) {
    const std::size_t i = from - back;
    if (r.find_before(i, FigureSection::range_cue)) return false;
    if (moved_before(r, i, true) != 0 || r.find_before(i, FigureSection::moves) || r.find_before(i, FigureSection::moved_particle)) return true;
  }
  return false;
}

// "more than 200 km (120 miles)", "rose 12 points, or 2 per cent": said again in another unit, with the same bounds.
void QuantityFinder::said_again(const SentenceReading& r, Draft& d, const QuantityMention& before) const {
  if (d.at_least || d.at_most || d.value.approx || d.value.change != 0 || d.value.unit == before.value.unit || d.first == 0) return;
  const bool measured = d.amount.has_unit();
  std::size_t at = d.first - 1;
  const bool bracket = r.is_mark(at, '(');
  const PhraseFound either = r.find_before(d.first, FigureSection::link_to);
  const bool other = either && either.figure.low == 2;
  if (!measured || !(bracket || other)) return;
  if (other && at > 0 && r.is_mark(at - 1, ',')) --at;
  if (r[at].token != before.at.last && !(at > 0 && r[at - 1].token + 1 == before.at.last)) return;
  const bool converted = bracket && (before.value.dimension == d.value.dimension || (before.kind == QuantityKind::money && d.kind == QuantityKind::money));
  if (bracket && !converted) return;
  d.value.approx = before.value.approx;
  d.value.below = before.value.below;
  d.value.above = before.value.above;
  d.value.change = before.value.change;
  if (d.value.change != 0) d.of = before.of;
  d.at_least = before.value.high == kUnbounded && before.value.low != -kUnbounded;
  d.at_most = before.value.low == -kUnbounded && before.value.high != kUnbounded;
}

// "The top bid was 80 cents, while the lowest was 64."
static bool contrasted(const SentenceReading& r, const QuantityFinder::Draft& d, const QuantityMention& before) {
  constexpr std::size_t kFarthest = 9;
  if (!d.amount.numeral.figures || year_like(r[d.amount.first]) || d.first == 0 || r.tag(d.first - 1).upos != Upos::AUX) return false;
  if (d.last < r.size() && !r.is(d.last, Kind::mark)) return false;
  for (std::size_t back = 2; back <= kFarthest && back <= d.first; ++back) {
    if (r.has(d.first - back, FigureSection::contrast)) return true;
    if (r[d.first - back].token < before.at.last) break;
  }
  return false;
}

// "40 who had been lost for three days and 12 who had not": what was counted last in the sentence, past lengths of time and ages.
static const QuantityMention* counted_before(const SentenceReading& r, const std::vector<QuantityMention>& out) {
  for (auto m = out.rbegin(); m != out.rend() && m->at.sentence == r.sentence(); ++m) {
    if (m->kind == QuantityKind::count) return &*m;
    if (m->kind != QuantityKind::duration && m->kind != QuantityKind::age) break;
  }
  return nullptr;
}

// "from six years to four"
static bool stands_from(const SentenceReading& r, const QuantityMention& m) {
  std::size_t at = r.size();
  while (at > 0 && r[at - 1].token >= m.at.first) --at;
  return static_cast<bool>(r.find_before(at, FigureSection::link_from));
}

// "12 died, compared with 8 a year earlier", "fell 3 points to 20": the thing counted is said once.
void QuantityFinder::borrowed_unit(const SentenceReading& r, Draft& d, const std::vector<QuantityMention>& out) const {
  if (d.kind != QuantityKind::bare || d.value.vague || d.amount.numeral.fraction) return;
  if (d.last < r.size() && r.tag(d.last).xpos == Xpos::WP)
    if (const QuantityMention* counted = counted_before(r, out)) return lend_sort(*counted, d);
  const QuantityMention& before = out.back();
  const bool known = before.kind == QuantityKind::count || before.kind == QuantityKind::money || before.kind == QuantityKind::measure ||
                     before.kind == QuantityKind::percent || (before.kind == QuantityKind::duration && stands_from(r, before));
  const PhraseFound to = r.find_before(d.first, FigureSection::link_to);
  const bool share = before.kind == QuantityKind::percent && before.value.change != 0;  // "fell 3 percent to 20"
  if (share && before.of.empty() && r.find_before(d.first, FigureSection::moved_by).figure.low == 1) return lend_sort(before, d);  // "rose by 3 percent, this by 4"
  if (share && to.figure.low == 1 && out.size() > 1) {  // "lost 12 points, or 2 percent, to fall to 7,425"
    const QuantityMention& moved = out[out.size() - 2];
    const bool level = moved.at.sentence == before.at.sentence && moved.value.change == before.value.change && moved.of == before.of;
    return level && moved.kind != QuantityKind::percent ? lend_sort(moved, d) : void();
  }
  if (!known || share || before.value.unit.empty() || before.value.dimension == "ordinal") return;
  const PhraseFound compared = r.find_before(d.first, FigureSection::compared);
  const bool next = to && to.figure.low == 1 && d.first > to.length && r[d.first - to.length - 1].token + 1 == before.at.last;
  if (compared || next || contrasted(r, d, before)) lend_sort(before, d);
}

// "from 28 to 19 points": the unit of both is said with the second.
void QuantityFinder::lend_unit(const SentenceReading& r, const Draft& d, std::vector<QuantityMention>& out) const {
  if (out.size() < 2 || (d.kind != QuantityKind::count && d.kind != QuantityKind::measure)) return;
  QuantityMention& first = out[out.size() - 2];
  const PhraseFound to = r.find_before(d.first, FigureSection::link_to);
  if (first.kind != QuantityKind::bare || first.value.vague || first.at.sentence != r.sentence() || to.figure.low != 1) return;
  const std::size_t end = d.first - to.length;
  if (end == 0 || r[end - 1].token + 1 != first.at.last) return;
  std::size_t begin = end - 1;
  while (begin > 0 && r[begin].token > first.at.first) --begin;
  if (!r.find_before(begin, FigureSection::link_from)) return;
  lend_sort(d, first);
}

// "minus 5 degrees", "-5C": before temperatures and shares only, for elsewhere a dash is a dash.
void QuantityFinder::below_zero(const SentenceReading& r, Draft& d) const {
  if (d.amount.low != d.amount.high) return;
  if (d.amount.has_unit()) {
    const Unit& unit = r.lexicon().unit(d.amount.unit);
    if (is_duration(unit) || is_money(unit)) return;
  } else if (d.last < r.size() && !r.is(d.last, Kind::mark)) {
    return;
  }
  const PhraseFound minus = r.find_before(d.first, FigureSection::minus);
  if (r.find_before(d.first, FigureSection::hedge).length > minus.length) return;  // "plus or minus"
  const bool sign = d.first > 0 && r.is(d.first - 1, Kind::hyphen) && r[d.first].glued && !r[d.first - 1].glued;
  if (!minus && !sign) return;
  d.first -= minus ? minus.length : 1;
  d.amount.low = d.amount.high = -d.amount.high;
}

// "the past 10 months", "the next three years": these words belong to a length of time.
void QuantityFinder::period(const SentenceReading& r, Draft& d) const {
  for (const FigureSection s : {FigureSection::last, FigureSection::next}) {
    const PhraseFound near = r.find_before(d.first, s);
    if (!near || r.tag(d.first - 1).upos == Upos::VERB) continue;  // "it will last six weeks"
    d.first -= near.length;
    if (d.first > 0 && r.tag(d.first - 1).upos == Upos::DET) --d.first;
    return;
  }
}

}  // namespace crosscheck
