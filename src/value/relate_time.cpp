// Stretches of time, with the zone unknown on either side: "on Sunday" against "at 9 pm on Saturday".
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "value/relations.h"

namespace crosscheck::relations {
namespace {

constexpr std::int64_t kDay = 86400;
// Clocks of the world run from UTC-12 to UTC+14: local time less the offset is UTC.
constexpr std::int64_t kMostEast = 14 * 3600;
constexpr std::int64_t kMostWest = 12 * 3600;

struct Stretch {
  std::int64_t from, to;
};

std::int64_t granule(Granularity g) {
  switch (g) {
    case Granularity::second: return 1;
    case Granularity::minute: return 60;
    case Granularity::hour: return 3600;
    case Granularity::day: return kDay;
    case Granularity::week: return 7 * kDay;
    case Granularity::month: return 30 * kDay;
    case Granularity::quarter: return 91 * kDay;
    case Granularity::year: return 365 * kDay;
    case Granularity::decade: return 3652 * kDay;
    case Granularity::unknown: break;
  }
  return 0;
}

constexpr std::int64_t kLeastSlack = 900;

// About noon may be an hour off, about 2011 a year, but nobody means a minute by "about 7:15".
Stretch meant(const TimeRange& t) {
  const std::int64_t slack = t.approx ? std::max(granule(t.granularity), kLeastSlack) : 0;
  return {t.from - slack, t.to + slack};
}

Relation of_stretches(const Stretch& a, const Stretch& b) {
  if (a.from == b.from && a.to == b.to) return Relation::same;
  if (a.from >= b.from && a.to <= b.to) return Relation::narrower;
  if (b.from >= a.from && b.to <= a.to) return Relation::wider;
  return a.to <= b.from || b.to <= a.from ? Relation::disjoint : Relation::overlapping;
}

// One zone known: what the clocks say counts unless the other's possible zones could undo a difference.
Relation of_one_zone(const Stretch& known, std::int32_t offset, const Stretch& open) {
  const Relation by_clock = of_stretches(known, open);
  if (by_clock != Relation::disjoint) return by_clock;
  const Stretch utc{known.from - offset, known.to - offset};
  const Stretch anywhere{open.from - kMostEast, open.to + kMostWest};
  return of_stretches(utc, anywhere) == Relation::disjoint ? Relation::disjoint : Relation::overlapping;
}

// The fields that a date without its year tells; 0: not told.
struct Fields {
  int month = 0, day = 0, weekday = 0;
  bool any() const { return month || day || weekday; }
};

std::optional<int> two_digits(std::string_view s, std::size_t at) {
  if (at + 2 > s.size() || s[at] < '0' || s[at] > '9' || s[at + 1] < '0' || s[at + 1] > '9') return std::nullopt;
  return (s[at] - '0') * 10 + (s[at + 1] - '0');
}

// "XXXX-WXX-5", "XXXX-12", "XXXX-12-01"
Fields fields_of(std::string_view timex) {
  Fields f;
  if (timex.substr(0, 5) != "XXXX-") return f;
  if (timex.substr(5, 4) == "WXX-" && timex.size() == 10 && timex[9] >= '1' && timex[9] <= '7') {
    f.weekday = timex[9] - '0';
    return f;
  }
  const bool month_only = timex.size() == 7, month_and_day = timex.size() == 10 && timex[7] == '-';
  if (!month_only && !month_and_day) return f;
  f.month = two_digits(timex, 5).value_or(0);
  if (month_and_day) f.day = two_digits(timex, 8).value_or(0);
  return f;
}

// Fields of a dated day (civil-from-days of H. Hinnant, "chrono-compatible low-level date algorithms").
Fields fields_of_day(std::int64_t seconds) {
  const std::int64_t days = seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay);
  const std::int64_t z = days + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int64_t doe = z - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  Fields f;
  f.day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  f.month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  f.weekday = static_cast<int>(((days + 3) % 7 + 7) % 7) + 1;  // 1970-01-01 was a Thursday (4)
  return f;
}

// Only what cannot be one day is told: a Monday is no Tuesday, the 1st no 2nd.
Relation of_fields(const Fields& a, const Fields& b) {
  bool shared = false, differ = false, a_more = false, b_more = false;
  const auto field = [&](int x, int y) {
    if (x && y) (x == y ? shared : differ) = true;
    if (x && !y) a_more = true;
    if (y && !x) b_more = true;
  };
  field(a.month, b.month);
  field(a.day, b.day);
  field(a.weekday, b.weekday);
  if (differ) return Relation::disjoint;
  if (!shared || (a_more && b_more)) return Relation::not_comparable;
  if (a_more) return Relation::narrower;
  return b_more ? Relation::wider : Relation::same;
}

bool dated(const TimeRange& t) { return t.granularity != Granularity::unknown && t.from < t.to; }
bool within_a_day(const TimeRange& t) { return dated(t) && t.granularity <= Granularity::day && t.to - t.from <= kDay; }

// "14:30 GMT" and "9:30 EST" of days not told: one moment of the day, or nothing is known.
bool same_clock(const TimeRange& a, const TimeRange& b) {
  if (!a.has_offset || !b.has_offset || a.from >= a.to || b.from >= b.to) return false;
  const std::int64_t apart = (a.from - a.utc_offset) - (b.from - b.utc_offset);
  return apart % kDay == 0 && a.to - a.from == b.to - b.from;
}

Relation of_undated(const TimeRange& a, const TimeRange& b) {
  if (!dated(a) && !dated(b) && same_clock(a, b)) return Relation::same;
  const bool a_dated = dated(a), b_dated = dated(b);
  if ((a_dated && !within_a_day(a)) || (b_dated && !within_a_day(b))) return Relation::not_comparable;
  if (!a_dated && !b_dated && a.timex == b.timex && !a.timex.empty()) return Relation::same;
  const Fields x = a_dated ? fields_of_day(a.from) : fields_of(a.timex);
  const Fields y = b_dated ? fields_of_day(b.from) : fields_of(b.timex);
  return x.any() && y.any() ? of_fields(x, y) : Relation::not_comparable;
}

}  // namespace

Relation of(const TimeRange& a, const TimeRange& b) {
  if (!dated(a) || !dated(b)) return of_undated(a, b);
  Stretch x = meant(a), y = meant(b);
  if (a.has_offset && b.has_offset) {
    x = {x.from - a.utc_offset, x.to - a.utc_offset};
    y = {y.from - b.utc_offset, y.to - b.utc_offset};
    return of_stretches(x, y);
  }
  if (a.has_offset) return of_one_zone(x, a.utc_offset, y);
  if (b.has_offset) return mirror(of_one_zone(y, b.utc_offset, x));
  return of_stretches(x, y);
}

}  // namespace crosscheck::relations
