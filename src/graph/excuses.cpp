#include "graph/excuses.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace crosscheck {
namespace {

// What was alleged is said to have happened; what is planned and what is expected both lie ahead.
int world(Modality m) {
  switch (m) {
    case Modality::actual:
    case Modality::alleged: return 0;
    case Modality::planned:
    case Modality::forecast: return 1;
    case Modality::possible: return 2;
    case Modality::hypothetical: return 3;
    case Modality::asked: return 4;
    case Modality::denied: return 5;
    case Modality::historical: break;
  }
  return 6;
}

int order(const std::optional<TimeRange>& a, const std::optional<TimeRange>& b) {
  if (!a || !b || relate(*a, *b) != Relation::disjoint) return 0;
  return a->from < b->from ? 1 : -1;
}

bool has_amount(const ClaimView& view) {
  for (const SlotValue& s : view.claim->slots)
    if (std::holds_alternative<Quantity>(s.value)) return true;
  return false;
}

void add(Excuses& out, Excuse excuse, std::string reason) {
  if (out.set == 0) out.reason = std::move(reason);
  out.set = static_cast<ExcuseSet>(out.set | static_cast<ExcuseSet>(excuse));
}

// "88 flights on Monday" and "240 flights this year" count over other spans.
bool other_span(const TimeRange& a, const TimeRange& b) {
  constexpr double kMuch = 14;
  const double x = static_cast<double>(a.to - a.from), y = static_cast<double>(b.to - b.from);
  return x > 0 && y > 0 && (x / y > kMuch || y / x > kMuch) && std::max(x, y) > kMuch * 86400;
}

// The hour that a time names, its day set aside: "T12:00"; empty where it names none.
std::string_view hour_of(const std::optional<TimeRange>& when) {
  const std::string_view timex = when ? std::string_view(when->timex) : std::string_view();
  const std::size_t at = timex.find('T');
  return at == std::string_view::npos ? std::string_view() : timex.substr(at);
}

// "Last year's bill was rejected": of a time well before its own story, where the other names no time at all.
// An age holds until the next birthday.
bool of_old(const Claim& claim, const Story& story, const ClaimKind& kind) {
  const bool age = std::any_of(kind.slots.begin(), kind.slots.end(), [](const SlotDeclaration& slot) { return slot.type == SlotType::age; });
  const std::int64_t kOld = (age ? 365 : 45) * std::int64_t{86400};
  return claim.when && story.published && claim.when->granularity != Granularity::unknown &&
         claim.when->to + kOld < story.published->from;
}

// Both name the day, or the hour.
bool at_one_moment(const Claim& x, const Claim& y) {
  return x.when && y.when && x.when->granularity <= Granularity::day && y.when->granularity <= Granularity::day;
}

// Neither names a time, and both stories are of one day: what they tell is the state of that day.
bool of_one_day(const Claim& x, const Story& a_story, const Claim& y, const Story& b_story) {
  if (x.when || y.when || !a_story.published || !b_story.published) return false;
  return relate(*a_story.published, *b_story.published) != Relation::disjoint;
}

void add_time(Excuses& out, const ClaimView& a, const Story& a_story, const ClaimView& b, const Story& b_story,
              const SlotMatcher& matcher, const ClaimKind& kind) {
  const Claim &x = *a.claim, &y = *b.claim;
  if (x.when && y.when && relate(*x.when, *y.when) == Relation::disjoint) {
    add(out, Excuse::time, fmt::format("{} is another time than {}", x.when->timex, y.when->timex));
    return;
  }
  if ((!y.when && of_old(x, a_story, kind)) || (!x.when && of_old(y, b_story, kind))) {
    add(out, Excuse::time, "one is of a time well before, the other names none");
    return;
  }
  const bool one_day = at_one_moment(x, y) || of_one_day(x, a_story, y, b_story);
  for (std::uint32_t slot = 0; slot < kind.slots.size() && !one_day; ++slot) {
    if (kind.slots[slot].type != SlotType::choice || !matcher.may_follow(a, b, slot)) continue;
    add(out, Excuse::time, "one may have followed the other, and they do not both name the day");
    return;
  }
  if (kind.evolves == Evolution::constant) return;
  if (hour_of(x.when) != hour_of(y.when)) {
    add(out, Excuse::time, "as of another hour, and the measure moves");
    return;
  }
  const int who_is_later = later(x, a_story, y, b_story);
  if (who_is_later == 0) return;
  if (kind.evolves == Evolution::any) {
    add(out, Excuse::time, "one was said later, and the measure moves");
    return;
  }
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
    if (matcher.relate_slot(a, b, slot) != Relation::disjoint) continue;
    const SlotValue *u = x.slot(slot), *v = y.slot(slot);
    const auto *p = u ? std::get_if<Quantity>(&u->value) : nullptr, *q = v ? std::get_if<Quantity>(&v->value) : nullptr;
    if (p && q && ((q->low > p->low) == (who_is_later > 0))) {
      add(out, Excuse::time, "the later figure is the higher one, and the measure rises");
      return;
    }
  }
}

void add_scope(Excuses& out, const ClaimView& a, const ClaimView& b) {
  const Claim &x = *a.claim, &y = *b.claim;
  if (x.where && y.where) {
    const Relation r = relate(*x.where, *y.where);
    if (r == Relation::disjoint) add(out, Excuse::scope, "another place");
    if ((r == Relation::narrower || r == Relation::wider) && has_amount(a))
      add(out, Excuse::scope, "one place lies in the other");
  }
  const Claim &denial = x.polarity == Polarity::negated ? x : y, &other = &denial == &x ? y : x;
  if (x.polarity != y.polarity && denial.where && !other.where) add(out, Excuse::scope, "denied of a place that the other does not name");
  if (x.when && y.when && has_amount(a) && other_span(*x.when, *y.when)) add(out, Excuse::scope, "a much longer time");
}

}  // namespace

bool same_world(Modality a, Modality b) { return world(a) == world(b); }

int later(const Claim& a, const Story& a_story, const Claim& b, const Story& b_story) {
  if (const int by_words = order(a.when, b.when); by_words != 0) return by_words;
  if (a.when && b.when) return 0;
  return order(a_story.published, b_story.published);
}

Excuses find_excuses(const ClaimView& a, const Story& a_story, const ClaimView& b, const Story& b_story,
                     const SlotMatcher& matcher, const ClaimKind& kind) {
  Excuses out;
  const bool lasts = matcher.lasts(a.claim->kind);
  if (!lasts && !same_world(a.claim->modality, b.claim->modality))
    add(out, Excuse::world, "one happened, the other is planned, foretold, denied or past");
  if (a.claim->dispute || b.claim->dispute) add(out, Excuse::dispute, "a story itself reports the quarrel");
  if (!lasts) add_time(out, a, a_story, b, b_story, matcher, kind);
  add_scope(out, a, b);
  return out;
}

}  // namespace crosscheck
