#include "graph/loose.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "graph/align.h"
#include "graph/excuses.h"

namespace crosscheck {
namespace {

constexpr double kAcross = 0.75;
constexpr double kSureAlone = 0.6;  // the only ones of their sort need no further ground
constexpr double kUnnamed = 0.3;  // a slot that only one of the two fills

struct FigurePair {
  const Quantity *a = nullptr, *b = nullptr;
};
FigurePair figures_of(const Claim& a, const Claim& b, const ClaimKind& kind) {
  const auto number = kind.slot("number");
  const SlotValue *x = number ? a.slot(*number) : nullptr, *y = number ? b.slot(*number) : nullptr;
  return {x ? std::get_if<Quantity>(&x->value) : nullptr, y ? std::get_if<Quantity>(&y->value) : nullptr};
}

// Two parts of a hundred, or two guesses.
std::string of_one_whole(const Quantity& a, const Quantity& b) {
  constexpr double kWhole = 100;
  if (a.dimension == "percent" && b.dimension == "percent" && a.low + b.low == kWhole) return "two shares of one whole";
  constexpr double kFar = 0.5;  // as far apart as no two guesses are
  return a.approx && b.approx && std::min(a.low, b.low) >= kFar * std::max(a.low, b.low) ? "two estimates" : std::string();
}

// Things or places in a row, not money or lengths.
bool counts(const Quantity& q) { return q.dimension.empty() || q.dimension == "count" || q.dimension == kOrdinal; }

// 17,300 and 17,000: one is the other told more roughly.
bool rounded(const Quantity& a, const Quantity& b) {
  constexpr double kMany = 100, kNear = 0.97;
  if (a.unit != b.unit || a.low != a.high || b.low != b.high) return false;
  const double low = std::min(a.low, b.low), high = std::max(a.low, b.low);
  if (low < kMany || low < kNear * high) return false;
  for (double step = 10; step <= high; step *= 10)
    if (std::fmod(a.low, step) == 0 && std::fmod(b.low, step) != 0) return std::round(b.low / step) * step == a.low;
    else if (std::fmod(b.low, step) == 0 && std::fmod(a.low, step) != 0) return std::round(a.low / step) * step == b.low;
  return false;
}

bool verb_of(const Claim& claim, const ClaimKind& kind, const Rulebook& rulebook, ListId list) {
  const auto does = kind.slot("does");
  if (!does || !list.valid()) return false;
  const auto& entries = rulebook[list].entries;
  return std::any_of(claim.slots.begin(), claim.slots.end(), [&](const SlotValue& slot) {
    const auto* verb = slot.slot == *does ? std::get_if<Phrase>(&slot.value) : nullptr;
    return verb && std::any_of(entries.begin(), entries.end(), [&](const WordEntry& e) { return e.text == verb->head; });
  });
}

}  // namespace

bool says_little(const Claim& claim, const ClaimKind& kind, const Rulebook& rulebook) {
  return verb_of(claim, kind, rulebook, rulebook.list("thin-verb"));
}

bool is_saying(const Claim& claim, const ClaimKind& kind, const Rulebook& rulebook) {
  return verb_of(claim, kind, rulebook, rulebook.list("say"));
}

bool one_digit_off(double a, double b) {
  std::string x = fmt::format("{:g}", a), y = fmt::format("{:g}", b);
  if (x.size() != y.size() || x.size() < 2 || x == y) return false;
  std::size_t other = 0;
  for (std::size_t i = 0; i < x.size(); ++i) other += x[i] != y[i] ? 1 : 0;
  constexpr std::size_t kTelling = 3;  // of two figures many differ in one digit by chance
  if (other == 1) return std::count_if(x.begin(), x.end(), [](char c) { return c != '.'; }) >= static_cast<std::ptrdiff_t>(kTelling);
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y;
}

bool slipped(const Quantity& a, const Quantity& b) {
  return one_digit_off(a.low, b.low) || (a.low == b.low && a.high == b.high && a.change * b.change < 0);
}

double counted_alike(const Claim& a, const Claim& b) {
  constexpr double kOneBare = 0.75, kBothBare = 0.5;
  for (const SlotValue& x : a.slots) {
    const auto* p = std::get_if<Quantity>(&x.value);
    const SlotValue* other = p ? b.slot(x.slot) : nullptr;
    const auto* q = other ? std::get_if<Quantity>(&other->value) : nullptr;
    if (p && q && (p->unit.empty() || q->unit.empty()))
      return p->unit.empty() && q->unit.empty() ? kBothBare : kOneBare;
  }
  return 1;
}

// Goblets are cups, and a cup may be a goblet.
bool LooseMatch::by_wordnet(const Quantity& a, const Quantity& b) const {
  constexpr double kNear = 0.5;
  return language_ && counts(a) && counts(b) && !a.unit.empty() && !b.unit.empty() && a.dimension == b.dimension && matcher_.counted(a.unit, b.unit, ListId()) == Counted::other && language_->closeness(a.unit, b.unit) >= kNear;
}

Relation LooseMatch::relate_figures(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const auto [p, q] = figures_of(*a.claim, *b.claim, kind);
  if (!p || !q) return Relation::not_comparable;
  return by_wordnet(*p, *q) ? relate_counts(*p, *q, Counted::same) : matcher_.relate_slot(a, b, *kind.slot("number"));
}

// How near the heads of two phrases are in WordNet.
double LooseMatch::near_words(const Claim& a, const Claim& b, std::uint32_t slot) const {
  double best = 0;
  if (!language_) return best;
  for (const SlotValue& x : a.slots)
    for (const SlotValue& y : b.slots) {
      if (x.slot != slot || y.slot != slot) continue;
      const auto *p = std::get_if<Phrase>(&x.value), *q = std::get_if<Phrase>(&y.value);
      if (p && q && p->head != q->head) best = std::max(best, language_->closeness(p->head, q->head));
    }
  return best;
}

// Two verbs of one word list.
bool LooseMatch::share_list(const Claim& a, const Claim& b, std::uint32_t does) {
  const auto lists = [&](const Claim& claim, auto f) {
    for (const SlotValue& slot : claim.slots)
      if (const auto* verb = slot.slot == does ? std::get_if<Phrase>(&slot.value) : nullptr)
        for (const std::string& lemma : verb->lemmas)
          if (lemma.front() == kListMark) f(lemma);
  };
  bool shared = false;
  lists(a, [&](const std::string& x) { lists(b, [&](const std::string& y) { shared = shared || x == y; }); });
  return shared;
}

namespace {

// The same amount, hedged or not, in one unit or another ("60 days", "two months"), and none that two stories of one event
// have by chance.
bool tells_by_itself(const Quantity& p, const Quantity& q, Relation r) {
  constexpr double kManyThings = 9, kRounded = 0.95;
  if (!agree(r) || p.vague || q.vague || !std::isfinite(p.low) || !std::isfinite(q.low) || std::isfinite(p.high) != std::isfinite(q.high)) return false;
  const double x = p.low * p.factor, y = q.low * q.factor, v = p.high * p.factor, w = q.high * q.factor;
  const bool counts = p.dimension.empty() || p.dimension == "count";
  if (std::min(p.low, q.low) <= (counts ? kManyThings : 1)) return false;
  const bool as_high = v == w || std::min(v, w) >= kRounded * std::max(v, w);  // both may be open
  return as_high && std::min(x, y) >= kRounded * std::max(x, y) && (!counts || x == y);
}

}  // namespace

// A mention carries the claim: the value fits, and the less it tells by itself, the surer the rest must be.
bool LooseMatch::agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const {
  constexpr double kRareFigure = 0.2, kPlain = 0.3, kRare = 20;
  const Claim &x = *a.claim, &y = *b.claim;
  const auto number = kind.slot("number"), is = kind.slot("is");
  const bool denied = x.modality == Modality::denied || y.modality == Modality::denied;
  if (const FigurePair figures = figures_of(x, y, kind); number && figures.a && figures.b && !denied && same_measure(a, b, kind) &&
                                                         tells_by_itself(*figures.a, *figures.b, relate_figures(a, b, kind)))
    return true;
  const bool moments = of_time(kind);
  const bool one_time = moments && x.when && y.when && agree(relate(*x.when, *y.when));
  if (one_time && !denied && ((of_clock(x) && of_clock(y)) || (far_day(x) && far_day(y)))) return true;
  if (x.polarity != y.polarity || !same_world(x.modality, y.modality)) return false;
  if (moments) {  // the day of the news stands everywhere: not of two things
    const bool unnamed = matcher_.likeness(a, b, *kind.slot("who")) < 0;
    return one_time && score >= kPlain && (unnamed || crossed(a, b, kind) > kUnnamed);
  }
  if (is) return score >= kPlain && agree(matcher_.relate_slot(a, b, *is)) && matcher_.likeness(a, b, *kind.slot("who")) > kHeadAlike;
  if (const auto tally = kind.slot("score")) return score >= kRareFigure && matcher_.relate_slot(a, b, *tally) == Relation::same;
  if (kind.name == kSpotKind) return score >= kPlain && one_place(x, y);
  const Relation r = relate_figures(a, b, kind);
  if (!agree(r) || !same_measure(a, b, kind)) return false;
  const auto* q = std::get_if<Quantity>(&x.slot(*number)->value);
  const bool rare = r == Relation::same && q && q->low > kRare && std::fmod(q->low, 10) != 0;
  return score >= (rare ? kRareFigure : kPlain);
}

bool LooseMatch::one_place(const Claim& a, const Claim& b) { return a.where && b.where && agree(relate(*a.where, *b.where)); }

// "3 of the coaches" are no people.
bool LooseMatch::counts_things(const Claim& claim, const ClaimKind& kind) const {
  const auto number = kind.slot("number");
  const SlotValue* slot = number && language_ ? claim.slot(*number) : nullptr;
  const auto* q = slot ? std::get_if<Quantity>(&slot->value) : nullptr;
  if (!q || q->unit.empty()) return false;
  switch (language_->noun_class(q->unit)) {
    case NounClass::artifact: case NounClass::object: case NounClass::location: case NounClass::plant: case NounClass::food:
    case NounClass::substance:
      return true;
    default: return false;
  }
}

// People counted as dead here are not those counted as hurt there; where one does not say, it may be either, but for things.
bool LooseMatch::same_measure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const auto slot = kind.slot("measure");
  const SlotValue *x = slot ? a.claim->slot(*slot) : nullptr, *y = slot ? b.claim->slot(*slot) : nullptr;
  const auto *p = x ? std::get_if<Phrase>(&x->value) : nullptr, *q = y ? std::get_if<Phrase>(&y->value) : nullptr;
  if (!p || !q || p->head == q->head) return true;
  return (p->head == "-" && !counts_things(*a.claim, kind)) || (q->head == "-" && !counts_things(*b.claim, kind));
}

// Somebody's age: of whom, where it is not the only one told.
bool LooseMatch::of_age(const Claim& claim, const ClaimKind& kind) {
  const auto slot = kind.slot("measure");
  const SlotValue* measure = slot ? claim.slot(*slot) : nullptr;
  const auto* p = measure ? std::get_if<Phrase>(&measure->value) : nullptr;
  return p && p->head == kOfAge;
}

// An amount is compared by what it counts; of money, shares and lengths the words around must tell.
double LooseMatch::figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) {
  constexpr double kBareAmount = 0.6;
  const auto [p, q] = figures_of(*a.claim, *b.claim, kind);
  if (!p || !q) return 0;
  if (of_age(*a.claim, kind) && of_age(*b.claim, kind)) return only_one(*a.claim) && only_one(*b.claim) ? 1 : crossed(a, b, kind);
  const double of = matcher_.likeness(a, b, *kind.slot("of"));
  const bool counted = counts(*p) || counts(*q);
  constexpr double kSameSubject = 0.75;
  if (!counted) return crossed(a, b, kind) >= kSameSubject ? 1 : of < 0 ? kBareAmount : std::max(of, 0.3);
  const double alike = matcher_.same_unit(*p, *q, ListId()) || by_wordnet(*p, *q) ? counted_alike(*a.claim, *b.claim) : 0;
  return std::max(alike, of);
}

// Who in one may be whom in the other: "a lorry hit the bus", "the bus was hit". The likest pair of their nouns.
double LooseMatch::crossed(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const auto who = kind.slot("who"), what = kind.slot("what");
  const auto alike = [&](std::uint32_t slot) {  // by their words or, a little less, by what WordNet knows of their heads
    const double words = matcher_.likeness(a, b, slot);
    return words < 0 ? words : std::max(words, 0.9 * near_words(*a.claim, *b.claim, slot));
  };
  const double straight = alike(*who);
  if (!what) return straight;
  const double across = std::max(matcher_.likeness(a, *who, b, *what), matcher_.likeness(a, *what, b, *who));
  if (across >= kAcross && across > straight) return across;  // "the bus was hit", "a lorry hit the bus"
  const double other = alike(*what);
  if (straight < 0 || other < 0) return std::max(std::max(straight, other), kUnnamed);
  return (straight + other) / 2;
}

// "Nobody was hurt" denies it of all.
bool LooseMatch::of_nobody(const Claim& claim, std::uint32_t who) const {
  const ListId none = rulebook_.list("no-one");
  const SlotValue* slot = claim.slot(who);
  const auto* p = slot ? std::get_if<Phrase>(&slot->value) : nullptr;
  if (!p || !none.valid()) return false;
  const auto& entries = rulebook_[none].entries;
  return std::any_of(entries.begin(), entries.end(), [&](const WordEntry& e) { return e.text == p->head; });
}

// What is denied of all here is told of somebody there. Where it is denied in one place only, the other must name one too.
bool LooseMatch::denied_of_all(const Claim& a, const Claim& b, const ClaimKind& kind) const {
  const auto who = kind.slot("who");
  if (!who || a.polarity == b.polarity) return false;
  const bool x = of_nobody(a, *who), y = of_nobody(b, *who);
  if (x == y) return false;
  const Claim &none = x ? a : b, &some = x ? b : a;
  return !none.where || some.where;
}

// The figure from which something rose is not the one to which it rose.
bool LooseMatch::other_role(const Claim& a, const Claim& b) const {
  const ClaimKind& kind = rulebook_[a.kind];
  const auto role = kind.loose && kind.slot("number") ? kind.slot("role") : std::nullopt;
  const SlotValue *x = role ? a.slot(*role) : nullptr, *y = role ? b.slot(*role) : nullptr;
  return x && y && relate(x->value, y->value) != Relation::same;
}

// 6-4 3-6 7-6 and 6-4 3-6 7-5: one match, one set of it told otherwise.
bool LooseMatch::one_part_off(const Claim& a, const Claim& b, std::uint32_t slot) {
  const SlotValue *x = a.slot(slot), *y = b.slot(slot);
  const auto *p = x ? std::get_if<Score>(&x->value) : nullptr, *q = y ? std::get_if<Score>(&y->value) : nullptr;
  if (!p || !q || p->parts.size() < 2 || p->parts.size() != q->parts.size()) return false;
  std::size_t other = 0;
  for (std::size_t i = 0; i < p->parts.size(); ++i) other += p->parts[i] != q->parts[i] ? 1 : 0;
  return other == 1;
}

// The sort of a claim that a mention carries, within its story: same dimension and noun, same role; the same line of [choices].
std::string LooseMatch::sort_of(const Claim& claim, const ClaimKind& kind) const {
  std::string sort = kind.name;
  if (of_time(kind) && of_hour(claim)) return sort + "|hour";
  for (const SlotValue& slot : claim.slots) {
    const auto* q = std::get_if<Quantity>(&slot.value);
    const auto* choice = std::get_if<Choice>(&slot.value);
    if (q) sort += fmt::format("|{}|{}", q->dimension, counts(*q) ? q->unit : "");
    if (choice && !kind.slot("does")) sort += fmt::format("|{}", choice->choice.value);
    const std::string& name = kind.slots[slot.slot].name;
    if (const auto* p = std::get_if<Phrase>(&slot.value); p && (name == "role" || name == "measure")) sort += '|' + p->head;
  }
  return sort;
}

// Does its story hold no other claim of its sort with another value? Asked of a story once, for all its claims.
bool LooseMatch::only_one(const Claim& own) {
  std::vector<bool>& only = only_[own.story.index()];
  const std::vector<Claim>& claims = stories_[own.story.index()].claims.claims;
  if (only.size() != claims.size()) {
    only.assign(claims.size(), true);
    std::unordered_map<std::string, std::size_t> first;  // of each sort
    const auto sorted = [&](std::size_t i) { return !rulebook_[claims[i].kind].ready_made || rulebook_[claims[i].kind].loose; };
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const ClaimKind& kind = rulebook_[claims[i].kind];
      if (!sorted(i)) continue;
      const auto [it, fresh] = first.try_emplace(sort_of(claims[i], kind), i);
      if (fresh || same_value(claims[it->second], claims[i], kind)) continue;
      only[it->second] = only[i] = false;
    }
    for (std::size_t i = 0; i < claims.size(); ++i)  // what is like the first is as alone as it
      if (sorted(i) && only[i]) only[i] = only[first.at(sort_of(claims[i], rulebook_[claims[i].kind]))];
  }
  return only[static_cast<std::size_t>(&own - claims.data())];
}

bool LooseMatch::of_some(const ClaimView& view) {
  for (const SlotValue& slot : view.claim->slots)
    if (const auto* p = std::get_if<Phrase>(&slot.value); p && std::find(p->lemmas.begin(), p->lemmas.end(), kOfSome) != p->lemmas.end()) return true;
  return false;
}

// Per line of [choices]: is it of what an event has once?
std::vector<bool> LooseMatch::once_lines(const Rulebook& rulebook) {
  std::vector<bool> once(rulebook.choices.size());
  if (const ListId list = rulebook.list("once-an-event"); list.valid())
    for (const WordEntry& entry : rulebook[list].entries)
      if (const ChoiceId line = rulebook.choice(entry.text); line.valid()) once[line.index()] = true;
  return once;
}

// A verdict, the fate of a bill: of what an event has once both may speak whatever they call it, unless both have a name for it.
bool LooseMatch::once_an_event(const Claim& a, const Claim& b, const ClaimKind& kind) const {
  const auto is = kind.slot("is"), who = kind.slot("who");
  if (!is || !who || a.polarity != b.polarity) return false;
  const SlotValue *x = a.slot(*who), *y = b.slot(*who);
  if (x && y && x->entity != kNone && y->entity != kNone) return false;
  const auto *p = x ? std::get_if<Phrase>(&x->value) : nullptr, *q = y ? std::get_if<Phrase>(&y->value) : nullptr;
  const auto person = [&](const Phrase& phrase) { return language_ && language_->noun_class(phrase.head) == NounClass::person; };
  if (p && q && (person(*p) || person(*q)) && phrase_likeness(*p, *q) == 0) return false;  // "the driver", "the owner"
  const SlotValue* value = a.slot(*is);
  const auto* choice = value ? std::get_if<Choice>(&value->value) : nullptr;
  return choice && once_[choice->choice.index()];
}

// Nothing in the one keeps it from being the other told again.
bool LooseMatch::same_value(const Claim& a, const Claim& b, const ClaimKind& kind) {
  if (a.polarity != b.polarity || !same_world(a.modality, b.modality)) return false;
  bool told = false;
  for (const SlotValue& x : a.slots) {
    const SlotValue* y = b.slot(x.slot);
    if (!y || kind.slots[x.slot].name == "does") continue;
    if (x.entity != kNone && y->entity != kNone && x.entity != y->entity) return false;
    if (tells_identity(kind.slots[x.slot].type)) {
      const auto *p = std::get_if<Phrase>(&x.value), *q = std::get_if<Phrase>(&y->value);
      if (!kind.loose && p && q && phrase_likeness(*p, *q) < kHeadAlike) return false;
      continue;
    }
    if (relate(x.value, y->value) != Relation::same) return false;
    told = true;
  }
  if (told && of_time(kind)) return a.when && b.when && relate(*a.when, *b.when) == Relation::same;
  return told;
}

std::string LooseMatch::doubt(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, const Grounds& grounds) const {
  const FigurePair figures = figures_of(*a.claim, *b.claim, kind);
  const bool slip = figures.a && figures.b && slipped(*figures.a, *figures.b);
  const bool same_noun = figures.a && figures.b && !figures.a->unit.empty() && counts(*figures.a) &&
                         (matcher_.same_unit(*figures.a, *figures.b, ListId()) || by_wordnet(*figures.a, *figures.b));
  const double alike = crossed(a, b, kind);
  if (of_age(*a.claim, kind)) {
    constexpr double kSlip = 0.8;
    const std::uint32_t who = *kind.slot("who");
    if (matcher_.relate_slot(a, b, who) == Relation::same || (grounds.alone && matcher_.likeness(a, b, who) >= kSurelySame)) return {};
    const auto named = [&](const Claim& x, const Claim& y) { return x.slot(who) && x.slot(who)->entity != kNone && !y.slot(who); };
    const double low = std::min(figures.a->low, figures.b->low), high = std::max(figures.a->low, figures.b->low);
    const bool one = grounds.alone && (named(*a.claim, *b.claim) || named(*b.claim, *a.claim)) && low >= kSlip * high;
    return one ? std::string() : "not surely the age of one person";
  }
  const auto score = kind.slot("score");
  const bool part_off = score && one_part_off(*a.claim, *b.claim, *score);
  if (kind.slot("is") && grounds.alone && denied_of_all(*a.claim, *b.claim, kind)) return {};
  if (grounds.by_itself) return {};
  const bool sure = part_off || (grounds.alone && grounds.score >= kSureAlone);
  const std::size_t needed = (slip && grounds.alone) || sure ? 0 : grounds.verb >= 0.5 || same_noun || slip || alike >= 0.75 ? 1 : 2;
  if (grounds.words < needed) return "too few words in common";
  if (const auto who = kind.slot("who"); who && matcher_.relate_slot(a, b, *who) == Relation::disjoint) return "said of two people";
  const auto long_ago = [&](const Claim& claim) {
    const auto& published = stories_[claim.story.index()].story.published;
    return claim.when && claim.when->granularity >= Granularity::month && claim.when->granularity != Granularity::unknown &&
           (!published || claim.when->to <= published->from);
  };
  if ((long_ago(*a.claim) && !b.claim->when) || (long_ago(*b.claim) && !a.claim->when)) return "one is of a month or a year, the other names no time";
  if (const auto tally = kind.slot("score"))
    return grounds.alone || alike >= kSurelySame || one_part_off(*a.claim, *b.claim, *tally) ? std::string() : "one of several scores";
  if (kind.slot("is")) {
    if (of_some(a) && of_some(b)) return "said of some, who may be others";
    constexpr double kSame = 0.7;
    const bool denied = a.claim->polarity != b.claim->polarity && grounds.words >= 3;  // "seven were held", "nobody was held"
    return alike >= kSame || denied || (grounds.alone && once_an_event(*a.claim, *b.claim, kind)) ? std::string() : "not surely said of the same";
  }
  if (kind.name == kSpotKind) return doubt_spots(a, b, kind, grounds, alike);
  if (!kind.slot("number")) return doubt_moments(*a.claim, *b.claim, kind, alike);
  if (!figures.a || !figures.b) return {};
  if (slip) return of_one_whole(*figures.a, *figures.b);
  return doubt_figures(a, b, kind, grounds, alike);
}

// Places stand in many sentences: only what happens there, to whom or what, tells that it is one.
std::string LooseMatch::doubt_spots(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, const Grounds& grounds, double alike) const {
  constexpr double kVerb = 0.8;
  const std::uint32_t does = *kind.slot("does");
  if (!a.claim->slot(does) || !b.claim->slot(does)) return "nothing is said to happen there";
  if (grounds.verb < kVerb) return "other verbs";
  const double needed = says_little(*a.claim, kind, rulebook_) || says_little(*b.claim, kind, rulebook_) ? kSurelySame : kHeadAlike;
  if (alike < needed) return "not surely said of the same";
  if (names_place(*a.claim, *b.claim) || names_place(*b.claim, *a.claim)) return "one story names both places";
  return {};
}

// Who knows both places tells of two things that happened: talks here after talks there.
bool LooseMatch::names_place(const Claim& own, const Claim& other) const {
  const std::vector<Claim>& claims = stories_[own.story.index()].claims.claims;
  return other.where && std::any_of(claims.begin(), claims.end(), [&](const Claim& c) {
    return c.kind == own.kind && c.where && relate(*c.where, *other.where) == Relation::same;
  });
}

std::string LooseMatch::doubt_figures(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, const Grounds& grounds,
                                      double alike) const {
  const FigurePair figures = figures_of(*a.claim, *b.claim, kind);
  const Quantity &p = *figures.a, &q = *figures.b;
  if (std::string whole = of_one_whole(p, q); !whole.empty()) return whole;
  if (rounded(p, q)) return "one is the other rounded";
  const double low = std::min(p.low * p.factor, q.low * q.factor), high = std::max(p.low * p.factor, q.low * q.factor);
  const bool counted = counts(p), no_verb = grounds.verb < 0.5;
  const double of = matcher_.likeness(a, b, *kind.slot("of"));
  const bool other_noun = of >= 0 && of < kHeadAlike;  // "a 100-seat house", "24 seats"
  if (low / high < 0.5 && (counted ? no_verb && (!grounds.alone || other_noun) : p.dimension != "duration" || !grounds.alone || grounds.score < kSureAlone) && alike < 0.7) return "too far apart for one thing told so differently";
  if (counted && !grounds.alone && no_verb && alike < kHeadAlike) return "neither verb nor noun in common";
  if (is_difference(*a.claim, kind) && no_verb && alike < kHeadAlike) return "two differences told of other things";
  if (counted && (p.unit.empty() || q.unit.empty())) return "a figure that says not what it counts";
  if (!counted && no_verb && alike < kHeadAlike && !(grounds.alone && grounds.score >= kSureAlone) && of < kHeadAlike)
    return "neither verb nor noun in common";
  return narrower_noun(a, b, kind) ? "one may be part of the other" : std::string();
}

bool LooseMatch::is_difference(const Claim& claim, const ClaimKind& kind) {
  const SlotValue* role = claim.slot(*kind.slot("role"));
  const auto* p = role ? std::get_if<Phrase>(&role->value) : nullptr;
  return p && p->head == kOfDifference;
}

// "231 charter flights" may be part of "598 flights", but "598 charter flights" of no 231.
bool LooseMatch::narrower_noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const auto slot = kind.slot("of");
  const SlotValue *x = a.claim->slot(*slot), *y = b.claim->slot(*slot);
  const auto *p = x ? std::get_if<Phrase>(&x->value) : nullptr, *q = y ? std::get_if<Phrase>(&y->value) : nullptr;
  if (!p || !q || p->lemmas.size() == q->lemmas.size()) return false;
  const bool first = p->lemmas.size() > q->lemmas.size();
  const Phrase &less = first ? *q : *p, &more = first ? *p : *q;
  const FigurePair figures = figures_of(*a.claim, *b.claim, kind);
  const Quantity &part = first ? *figures.a : *figures.b, &whole = first ? *figures.b : *figures.a;
  return less.head == more.head && less.lemmas.size() == 1 && part.low <= whole.high;
}

// The other has the same value. Days and places stand in many sentences: only that of a sentence which is nearly the same
// counts.
bool LooseMatch::echoes(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, bool twin) const {
  const Claim &x = *a.claim, &y = *b.claim;
  if (kind.slot("number")) {
    const FigurePair figures = figures_of(x, y, kind);  // "up to 64" names 64
    const bool bound = figures.a && figures.b && (figures.a->low == figures.b->low || figures.a->high == figures.b->high);
    const Relation r = relate_figures(a, b, kind);
    return r == Relation::same || (bound && agree(r));
  }
  if (const auto score = kind.slot("score")) return matcher_.relate_slot(a, b, *score) == Relation::same;
  if (!twin || kind.slot("is")) return false;
  if (kind.name == kSpotKind) return x.where && y.where && relate(*x.where, *y.where) != Relation::disjoint;
  return x.when && y.when && relate(*x.when, *y.when) != Relation::disjoint;
}

}  // namespace crosscheck
