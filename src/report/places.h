// Line and column of spans, and days as ISO 8601 text: what only printing needs.
#pragma once

#include <cstdint>
#include <string>

#include "base/utf8.h"
#include "story/story.h"
#include "value/value.h"

namespace crosscheck {

// Lines and columns of one story's file.
class PlaceIndex {
 public:
  explicit PlaceIndex(const Story& story);  // must outlive it
  LineColumn at(Span span) const;           // of the first byte, in the file on disk

 private:
  const Story* story_;
  LineIndex index_;
};

// "2025-11-30"; with hours for times finer than a day: "2025-11-30T18:30". Proleptic Gregorian calendar.
std::string iso_date(std::int64_t seconds, Granularity granularity);

}  // namespace crosscheck
