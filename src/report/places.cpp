#include "report/places.h"

#include <fmt/format.h>

#include <chrono>

namespace crosscheck {

PlaceIndex::PlaceIndex(const Story& story) : story_(&story), index_(story.bytes()) {}

LineColumn PlaceIndex::at(Span span) const { return index_.at(story_->file_range(span).first); }

std::string iso_date(std::int64_t seconds, Granularity granularity) {
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds{seconds}};
  const sys_days midnight = floor<days>(time);
  const year_month_day date{midnight};
  std::string out = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                static_cast<unsigned>(date.day()));
  if (granularity < Granularity::day) {
    const hh_mm_ss clock{time - midnight};
    out += fmt::format("T{:02}:{:02}", clock.hours().count(), clock.minutes().count());
  }
  return out;
}

}  // namespace crosscheck
