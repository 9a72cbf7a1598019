// Times against the day of the story, Monday 1 December 2025, as TIMEX3 values in the order of the text.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "mention/calendar.h"
#include "mention_fixture.h"
#include "table_fixture.h"

using namespace crosscheck;
using crosscheck::testing::Case;
using crosscheck::testing::check_table;
using crosscheck::testing::read_through;

namespace {

std::string times_in(const std::string& text, const std::string& published = "2025-12-01") {
  const auto r = read_through(text, published);
  std::string line;
  for (const TimeMention& t : r.mentions.times) line += (line.empty() ? "" : "; ") + to_string(Value(t.value));
  return line;
}

void check(const std::vector<Case>& table, const std::string& published = "2025-12-01") {
  check_table(table, [&](const char* text) { return times_in(text, published); });
}

}  // namespace

TEST_CASE("dates in the forms that papers use") {
  check({
      {"The mill closed on 24 November 2024.", "2024-11-24"},
      {"The mill closed on November 24, 2024.", "2024-11-24"},
      {"The mill closed on Nov. 24, 2024.", "2024-11-24"},
      {"The mill closed on 24th November 2024.", "2024-11-24"},
      {"The mill closed on 2024-11-24.", "2024-11-24"},
      {"The mill closed on 24/11/2024.", "2024-11-24"},
      {"The mill closed on 24 November.", "2025-11-24"},
      {"The mill will close on 24 February.", "2026-02-24"},
      {"The mill closed in November 2024.", "2024-11"},
      {"The mill closed in February.", "2025-02"},
      {"The mill closed in 2011.", "2011"},
      {"The mill closed in the 1990s.", "199"},
      {"The mill closed on Friday, 28 November.", "2025-11-28"},
      {"The mill closed in the third quarter of 2024.", "2024-Q3"},
  });
}

TEST_CASE("weekdays point as their verb does") {
  check({
      {"The mill closed on Sunday.", "2025-11-30"},
      {"The mill closed on Monday.", "2025-12-01"},
      {"The mill will close on Sunday.", "2025-12-07"},
      {"The mill will close on Monday.", "2025-12-01"},
      {"The mill closed last Friday.", "2025-11-28"},
      {"The mill will close next Friday.", "2025-12-05"},
      {"The mill was cut from the plan on Sunday.", "2025-11-30"},
  });
}

TEST_CASE("words that lean on the day of the story") {
  check({
      {"The mill closed yesterday.", "2025-11-30"},
      {"The mill closed today.", "2025-12-01"},
      {"The mill will close tomorrow.", "2025-12-02"},
      {"The mill closed last week.", "2025-W48"},
      {"The mill closes this week.", "2025-W49"},
      {"The mill will close next month.", "2026-01"},
      {"The mill closed earlier this year.", "2025"},
      {"The mill closed two years ago.", "2023"},
      {"The mill closed three days ago.", "2025-11-28"},
      {"The mill closed a week ago.", "about 2025-11-24"},
      {"The mill closed last weekend.", "2025-W48-WE"},
      {"The mill closed last summer.", "2025-SU"},
  });
}

TEST_CASE("clock times") {
  check({
      {"The mill closed at 3 p.m. on Friday.", "2025-11-28T15:00"},
      {"The mill closed on Friday at 3pm.", "2025-11-28T15:00"},
      {"The mill closed at 8.30pm on Friday.", "2025-11-28T20:30"},
      {"The mill closed at 08:34 IST on Friday.", "2025-11-28T08:34+05:30"},
      {"The mill closed at 0830 GMT on Friday.", "2025-11-28T08:30Z"},
      {"The mill closed on Friday night.", "2025-11-28TNI"},
      {"The mill closed at noon.", "T12:00"},
      {"The mill closed every Monday.", "XXXX-WXX-1"},
  });
}

TEST_CASE("without a date of the story nothing is read against one") {
  check({
      {"The mill closed on Monday.", "XXXX-WXX-1"},
      {"The mill closed on 24 November.", "XXXX-11-24"},
      {"The mill closed last week.", ""},
      {"The mill closed on 24 November 2024.", "2024-11-24"},
  }, "");
}

TEST_CASE("what is no time") {
  check({
      {"They may march on the town.", ""},
      {"They met on 30 February.", ""},
      {"It began at 25:61.", ""},
      {"About 2,000 people came.", ""},
      {"They won 3-1.", ""},
      {"She ran it in 2:30:15.", ""},
  });
}

TEST_CASE("the calendar agrees with itself over four centuries") {
  using namespace crosscheck::calendar;
  CHECK(day_of(1970, 1, 1) == 0);
  CHECK(weekday(day_of(2025, 12, 1)) == 1);
  CHECK(week_of(day_of(2027, 1, 1)).timex == "2026-W53");
  CHECK(week_of(day_of(2025, 12, 29)).timex == "2026-W01");
  CHECK_FALSE(is_date(2023, 2, 29));
  CHECK(is_date(2024, 2, 29));
  for (Day d = day_of(1800, 1, 1); d < day_of(2200, 1, 1); ++d) {
    const Date date = date_of(d);
    REQUIRE(day_of(date.year, date.month, date.day) == d);
    REQUIRE(is_date(date.year, date.month, date.day));
    REQUIRE(weekday(d + 1) == weekday(d) % 7 + 1);
  }
}
