// Days and hours and what happens then: which of two stories are of one happening, and why they may not be.
#include <algorithm>
#include <string_view>

#include "graph/excuses.h"
#include "graph/loose.h"

namespace crosscheck {
namespace {

constexpr std::int64_t kHour = 3600, kDay = 24 * kHour;  // seconds

}  // namespace

bool of_clock(const Claim& claim) { return claim.when && claim.when->granularity <= Granularity::hour; }

// An hour told exactly, not "at night" nor "that morning".
bool of_hour(const Claim& claim) { return of_clock(claim) && claim.when->to - claim.when->from <= kHour; }

// Of saying there are many, each at its own time.
bool of_saying(const Claim& claim, const ClaimKind& kind) {
  const auto slot = kind.slot("role");
  const SlotValue* role = slot ? claim.slot(*slot) : nullptr;
  const auto* p = role ? std::get_if<Phrase>(&role->value) : nullptr;
  return p && p->head == kOfSaying;
}

// A day or an hour and what happens then: neither an amount, a score, a word of [choices] nor a place.
bool of_time(const ClaimKind& kind) {
  return kind.loose && kind.name != kSpotKind && !kind.slot("number") && !kind.slot("is") && !kind.slot("score");
}

// A day that is not one of those around the story's own: the news of the day is full of these.
bool LooseMatch::far_day(const Claim& claim) const {
  constexpr std::int64_t kNews = 4 * 86400;
  const auto& published = stories_[claim.story.index()].story.published;
  return published && claim.when && claim.when->granularity == Granularity::day && std::abs(claim.when->from - published->from) > kNews;
}

// "14:50 - The road is open": the time at which a live page says it, before its first word.
bool LooseMatch::stamps(const Claim& claim) const {
  const Story& story = stories_[claim.story.index()].story;
  return claim.when_span.begin == story.tokens[story.sentences[claim.sentence].first].begin;
}

// A day that is yet to come when the story is published.
bool LooseMatch::lies_ahead(const Claim& claim) const {
  const auto& published = stories_[claim.story.index()].story.published;
  return published && claim.when && claim.when->from >= published->to;
}

// The days that a story tells; read once.
const std::vector<LooseMatch::Day>& LooseMatch::days_of(StoryId story) {
  std::optional<std::vector<Day>>& days = days_[story.index()];
  if (days) return *days;
  days.emplace();
  for (const Claim& claim : stories_[story.index()].claims.claims) {
    const ClaimKind& kind = rulebook_[claim.kind];
    if (!of_time(kind) || !claim.when || claim.when->granularity > Granularity::day) continue;
    const Day day{claim.when->from / kDay, lies_ahead(claim), of_saying(claim, kind)};
    if (std::find(days->begin(), days->end(), day) == days->end()) days->push_back(day);
  }
  return *days;
}

// No other day stands in its story on the same side of today, nor the day of the other.
bool LooseMatch::only_day(const Claim& own, const Claim& other) {
  const std::int64_t today = own.when->from / kDay, theirs = other.when->from / kDay;
  const std::vector<Day>& days = days_of(own.story);
  return std::all_of(days.begin(), days.end(), [&, ahead = lies_ahead(own)](const Day& d) {
    return d.day != theirs && (d.day == today || d.ahead != ahead || d.saying);
  });
}

bool LooseMatch::one_date(const Claim& a, const Claim& b) {
  constexpr std::int64_t kNear = 10 * kDay, kUndated = 30 * kDay;  // days of no known week lie at the beginning of all time
  const ClaimKind& kind = rulebook_[a.kind];
  const auto day = [](const Claim& c) { return c.when && c.when->granularity <= Granularity::day && c.when->from >= kUndated && c.when->to - c.when->from <= kDay; };
  if (!of_time(kind) || !day(a) || !day(b) || of_saying(a, kind) || of_saying(b, kind) || a.polarity != b.polarity) return false;
  if (a.when->from / kDay == b.when->from / kDay || std::abs(a.when->from - b.when->from) > kNear || lies_ahead(a) != lies_ahead(b)) return false;
  if (!lies_ahead(a) && !same_world(a.modality, b.modality)) return false;
  return only_day(a, b) && only_day(b, a);
}

// The one exact hour that each of two stories tells, near enough to be of one happening, and of one thing, of things of one
// sort (what aircraft do, but not what two people do) or with digits that slipped.
bool LooseMatch::one_hour(const Claim& a, const Claim& b, bool of_one_thing) {
  constexpr std::int64_t kNear = 3 * kHour;
  const ClaimKind& kind = rulebook_[a.kind];
  if (!of_time(kind) || !of_hour(a) || !of_hour(b) || stamps(a) || stamps(b) || std::abs(a.when->from - b.when->from) > kNear) return false;
  const auto digits = [](const Claim& c) { return static_cast<double>(c.when->from / kHour % 24 * 100 + c.when->from / 60 % 60); };
  const auto sort = [&](const Claim& c) {
    const SlotValue* who = c.slot(*kind.slot("who"));
    const auto* p = who && language_ ? std::get_if<Phrase>(&who->value) : nullptr;
    const NounClass of = p ? language_->noun_class(p->head) : NounClass::none;
    return of == NounClass::person || of == NounClass::group ? NounClass::none : of;
  };
  const bool alike = one_digit_off(digits(a), digits(b)) || (of_one_thing && same_world(a.modality, b.modality)) || (a.modality == b.modality && sort(a) == sort(b) && sort(a) != NounClass::none);
  return alike && only_one(a) && only_one(b);
}

// Both well away from the days of the news, and the only ones of their sort. Much begins on the first of a month: there the
// word before must be one and the same ("from 1 October", "from 1 November").
bool LooseMatch::other_month(const Claim& a, const Claim& b) {
  constexpr std::int64_t kNear = 62 * 86400;  // the slip of a month or two
  const ClaimKind& kind = rulebook_[a.kind];
  if (!of_time(kind) || !far_day(a) || !far_day(b) || a.modality != b.modality || std::abs(a.when->from - b.when->from) > kNear) return false;
  const std::string_view x = a.when->timex, y = b.when->timex;
  constexpr std::size_t kYear = 5, kMonth = 8, kDay = 10;  // "2025-", "2025-10-", "2025-10-01"
  if (x.size() != kDay || y.size() != kDay || x.substr(0, kYear) != y.substr(0, kYear) || x.substr(kMonth) != y.substr(kMonth) || x == y) return false;
  const SlotValue *p = a.slot(*kind.slot("role")), *q = b.slot(*kind.slot("role"));
  const auto *r = p ? std::get_if<Phrase>(&p->value) : nullptr, *s = q ? std::get_if<Phrase>(&q->value) : nullptr;
  if (!r || !s || r->head != s->head || (r->head == "-" && (x.substr(kMonth) == "01" || x.substr(kMonth) > "27"))) return false;
  return only_one(a) && only_one(b);
}

// Of saying there are many times, and a verb that says little tells no happening.
std::string LooseMatch::doubt_moments(const Claim& a, const Claim& b, const ClaimKind& kind, double alike) const {
  const auto saying = [&](const Claim& claim) { return of_saying(claim, kind) || (claim.when && claim.when->granularity > Granularity::month); };
  if (saying(a) || saying(b)) return "a time of saying, or a whole year";
  return says_little(a, kind, rulebook_) && alike < kSurelySame ? "a verb that says little" : std::string();
}

}  // namespace crosscheck
