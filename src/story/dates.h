// Dates and times as web pages, feeds and datelines write them: ISO 8601, RFC 822, "01 Dec 2025 08:34 AM (IST)", "Wed 4 Dec
// 2024 - 07:45", "Feb. 13, 2025 6:02 AM", "22.15 BST", "Friday". Month names, days and zones come from the rulebook's
// [figures] month (1..12), weekday (Monday 1 .. Sunday 7), zone (seconds east), half-day (am 0, pm 12).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "rulebook/rulebook.h"
#include "story/words.h"
#include "value/value.h"

namespace crosscheck {

// Fields as found; what was not said is absent.
struct DateFields {
  std::optional<int> year, month, day, weekday;  // month 1..12, weekday 1 (Monday) .. 7
  std::optional<int> hour, minute, second;
  std::optional<std::int32_t> utc_offset;        // seconds east
  bool has_date() const { return (month && day) || weekday; }
  bool has_time() const { return hour.has_value(); }
};

struct ReadDate {
  DateFields fields;
  std::size_t begin = 0, end = 0;      // bytes of the string that was read
  std::optional<TimeRange> range;      // absent where the year or day is not said and no `near` tells it
  std::string text;                    // ISO 8601 of `range`: "2025-12-01", "2025-12-01T08:34:00+05:30"
};

class DateReader {
 public:
  explicit DateReader(const Rulebook& rulebook);

  // The date or time that begins at `at`. `near`: a date close by (the story's) that fills in year, day or month.
  // 3/4/2025 is refused: nobody knows which is the month.
  std::optional<ReadDate> read_at(std::string_view text, std::size_t at, const std::optional<TimeRange>& near = {}) const;
  // The whole string, but for punctuation and spaces at its ends.
  std::optional<ReadDate> read(std::string_view text, const std::optional<TimeRange>& near = {}) const;
  // The first that is found anywhere and has a day.
  std::optional<ReadDate> find(std::string_view text, const std::optional<TimeRange>& near = {}) const;

  bool is_calendar_word(std::string_view folded) const { return months_.count(folded) != 0 || weekdays_.count(folded) != 0; }

 private:
  using Table = std::unordered_map<std::string, int, StringHash, std::equal_to<>>;
  struct Scan;

  static Table table(const Rulebook& rulebook, std::string_view section);
  bool take_number(Scan& scan) const;
  bool take_word(Scan& scan) const;
  bool take_time(Scan& scan, std::size_t digits_end, int number) const;
  std::optional<int> half_day_at(std::string_view text, std::size_t& at) const;

  Table months_, weekdays_, zones_, half_days_;
  WordSet ordinal_suffixes_, fillers_;
};

// Seconds since 1970-01-01T00:00 of midnight of a day; nothing for a day that does not exist (31 April).
std::optional<std::int64_t> day_start(int year, int month, int day);

}  // namespace crosscheck
