// Times group by group: the words that a time takes and its TIMEX3 value, read against Monday 1 December 2025. What lies behind
// "=" is the value; a time without one is not said at all.
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "mention/calendar.h"
#include "mention_fixture.h"
#include "table_fixture.h"

using namespace crosscheck;
using crosscheck::testing::Case;
using crosscheck::testing::check_table;
using crosscheck::testing::read_through;

namespace {

// Times and lengths in the order of the text: "late March=2025-03; four hours=PT4H".
std::string said_in(const std::string& text, const std::string& published) {
  const auto r = read_through(text, published);
  std::vector<std::pair<std::uint32_t, std::string>> found;
  const auto words = [&](const Span& s) { return std::string(r.story.text.substr(s.begin, s.end - s.begin)); };
  for (const TimeMention& t : r.mentions.times) found.emplace_back(t.at.span.begin, words(t.at.span) + "=" + t.value.timex);
  for (const QuantityMention& q : r.mentions.quantities)
    if (q.kind == QuantityKind::duration) found.emplace_back(q.at.span.begin, words(q.at.span) + "=" + q.timex);
  std::sort(found.begin(), found.end());
  std::string line;
  for (const auto& [at, one] : found) line += (line.empty() ? "" : "; ") + one;
  return line;
}

void check(const std::vector<Case>& table, const std::string& published = "2025-12-01") {
  check_table(table, [&](const char* text) { return said_in(text, published); });
}

TimeRange only_time(const std::string& text, const std::string& published = "2025-12-01") {
  const auto r = read_through(text, published);
  REQUIRE(r.mentions.times.size() == 1);
  return r.mentions.times.front().value;
}

std::int64_t at(int year, int month, int day) { return calendar::day_of(year, month, day) * calendar::kSecondsADay; }

}  // namespace

TEST_CASE("dates in all orders") {
  check({
      {"The kiln closed on the 1st of December 2024.", "1st of December 2024=2024-12-01"},
      {"The kiln closed on Sunday, November 30, 2025.", "Sunday, November 30, 2025=2025-11-30"},
      {"The kiln closed on Sun., Nov. 30.", "Sun., Nov. 30=2025-11-30"},
      {"The kiln closed on 2025/11/30.", "2025/11/30=2025-11-30"},
      {"The kiln closed on 30.11.2025.", "30.11.2025=2025-11-30"},
      {"The kiln closed on 30/11/25.", "30/11/25=2025-11-30"},
      {"The kiln closed on Nov. 24-26.", "Nov. 24-26=2025-11-24/2025-11-26"},
      {"The board wrote on Nov. 24: the kiln must close.", "Nov. 24=2025-11-24"},
      {"The kiln closed around Nov. 20.", "around Nov. 20=2025-11-20"},
      {"The kiln was closed between 2019-2021.", "2019-2021=2019/2021"},
      {"The kiln was closed between March and May 2024.", "March=2024-03; May 2024=2024-05"},
      {"The kiln was closed from 24 December to 2 January 2024.", "24 December=2023-12-24; 2 January 2024=2024-01-02"},
      {"It begins on 32 December 2025.", ""},
      {"It begins on December 32, 2025.", ""},
      {"It begins on 31 April.", ""},
  });
}

TEST_CASE("longer stretches, with the words that belong to them") {
  check({
      {"The kiln closed in late March.", "late March=2025-03"},
      {"The kiln closed in mid-2024.", "mid-2024=2024"},
      {"The kiln closed at the end of 2023.", "the end of 2023=2023"},
      {"The kiln closed in the late 1980s.", "the late 1980s=198"},
      {"The kiln was built in the '70s.", "the '70s=197"},
      {"The kiln was built in the early nineties.", "the early nineties=199"},
      {"The kiln was built in the 19th century.", "the 19th century=18"},
      {"The kiln was built in nineteen sixty-two.", "nineteen sixty-two=1962"},
      {"The kiln was built in the year 2000.", "the year 2000=2000"},
      {"The kiln closed in the summer of 2024.", "the summer of 2024=2024-SU"},
      {"The kiln closed last winter.", "last winter=2024-WI"},
      {"The kiln will close by the end of the month.", "the end of the month=2025-12"},
      {"It will rain later in the week.", "later in the week=2025-W49"},
      {"The kiln will close by year-end.", "year-end=2025-12-31"},
      {"She sang in the 90s.", "the 90s=199"},
      {"She sang in the late 80s.", "the late 80s=198"},
      {"Temperatures rose into the 90s.", ""},
      {"He is in his 90s.", ""},
  });
}

TEST_CASE("quarters that companies report for") {
  check({
      {"Profit fell in Q3 2024.", "Q3 2024=2024-Q3"},
      {"Profit fell in H1 2025.", "H1 2025=2025-H1"},
      {"Profit fell in the first half of 2025.", "the first half of 2025=2025-H1"},
      {"Profit fell in the last half of 2024.", "the last half of 2024=2024-H2"},
      {"Profit fell in the fourth quarter of last year.", "the fourth quarter of last year=2024-Q4"},
      {"Revenue and earnings fell in the third quarter.", "the third quarter=2025-Q3"},
      {"Revenue rose in this year's third quarter.", "this year's third quarter=2025-Q3"},
      {"Revenue rose in the 2024 third quarter.", "the 2024 third quarter=2024-Q3"},
      {"Revenue and earnings fell in the third quarter. A year earlier they had risen.", "the third quarter=2025-Q3; A year earlier=2024-Q3"},
      {"Revenue and earnings fell in the third quarter. The year-ago quarter was better.", "the third quarter=2025-Q3; The year-ago quarter=2024-Q3"},
      {"Revenue and earnings fell in the third quarter. In the latest period costs rose.", "the third quarter=2025-Q3; the latest period=2025-Q3"},
      {"Revenue rose in fiscal 2024.", "fiscal 2024=2024"},
      {"Revenue rose in the year ended March 31.", "the year=P1Y; March 31=2025-03-31"},
      {"They led 10-8 in the third quarter.", ""},
      {"He scored in the second half.", ""},
  });
  CHECK(only_time("Revenue rose in fiscal 2024.").granularity == Granularity::unknown);  // each company's year is its own
}

TEST_CASE("holidays by rule") {
  check({
      {"The kiln opened on New Year's Day.", "New Year's Day=2025-01-01"},
      {"The kiln opened on New Year\u2019s Eve 2024.", "New Year\u2019s Eve 2024=2024-12-31"},
      {"The kiln closed on Good Friday.", "Good Friday=2025-04-18"},
      {"The kiln closed on Easter Monday 2024.", "Easter Monday 2024=2024-04-01"},
      {"The kiln closed on Labor Day.", "Labor Day=2025-09-01"},
      {"The kiln closed on Thanksgiving.", "Thanksgiving=2025-11-27"},
      {"The kiln will close on Christmas Eve.", "Christmas Eve=2025-12-24"},
      {"The kiln closed last Christmas.", "last Christmas=2024-12-25"},
      {"The kiln closed on the fourth Thursday of November.", "the fourth Thursday of November=2025-11-27"},
      {"The kiln was lit on the last Monday in May 2024.", "the last Monday in May 2024=2024-05-27"},
      {"The kiln closed on the first Monday in May.", "the first Monday in May=2025-05-05"},
      {"The kiln closed two days after Christmas Day 2024.", "two days after Christmas Day 2024=2024-12-27"},
      {"Easter eggs and Christmas trees were sold.", ""},
  });
  CHECK(calendar::date_of(calendar::easter(2000)).day == 23);  // April
  CHECK(calendar::date_of(calendar::easter(2024)).month == 3);
  CHECK(calendar::easter(2025) == calendar::day_of(2025, 4, 20));
  CHECK(calendar::easter(2038) == calendar::day_of(2038, 4, 25));
}

TEST_CASE("clock times and zones") {
  check({
      {"The kiln blew up at 3.15pm on Saturday.", "3.15pm on Saturday=2025-11-29T15:15"},
      {"The kiln blew up Saturday at 7 p.m.", "Saturday at 7 p.m.=2025-11-29T19:00"},
      {"The kiln blew up at 15:30 local time on Saturday.", "15:30 local time on Saturday=2025-11-29T15:30"},
      {"The kiln blew up at 9:30 a.m. ET on Saturday.", "9:30 a.m. ET on Saturday=2025-11-29T09:30"},
      {"The kiln blew up at 1430 GMT.", "1430 GMT=T14:30Z"},
      {"The kiln blew up at 0600 on Saturday.", "0600 on Saturday=2025-11-29T06:00"},
      {"The kiln blew up at 14:30 UTC+5:30 on Saturday.", "14:30 UTC+5:30 on Saturday=2025-11-29T14:30+05:30"},
      {"The kiln blew up at 10:35 a.m. (0735 GMT) on Friday.", "10:35 a.m. (0735 GMT) on Friday=2025-11-28T10:35"},
      {"The kiln blew up at 4 in the morning.", "4 in the morning=T04:00"},
      {"The kiln blew up at midnight on Friday.", "midnight on Friday=2025-11-28T24:00"},
      {"The kiln blew up early on Saturday morning.", "Saturday morning=2025-11-29TMO"},
      {"The kiln blew up on the morning of 6 October.", "the morning of 6 October=2025-10-06TMO"},
      {"The kiln blew up at lunchtime on Friday.", "lunchtime on Friday=2025-11-28TMI"},
      {"The kiln blew up overnight.", "overnight=2025-11-30TNI"},
      {"The kiln blew up last night.", "last night=2025-11-30TNI"},
      {"On Friday the kiln blew up at 10 p.m.", "Friday=2025-11-28; 10 p.m.=2025-11-28T22:00"},
      {"The kiln blew up at 14:30 GMT+25.", ""},
      {"The kiln blew up at 25:61.", ""},
      {"The midnight train was late.", ""},
      {"It opened at half past six.", ""},
      {"It opened at quarter to nine.", ""},
      {"It closed at a quarter past ten in the evening.", "a quarter past ten in the evening=T22:15"},
      {"It closed at twenty to six p.m.", "twenty to six p.m.=T17:40"},
      {"It is ten past four.", ""},
      {"It opened at quarter to nine on Friday morning.", "quarter to nine on Friday=2025-11-28T08:45"},
      {"It opened at 5.22 on Friday morning.", "5.22 on Friday=2025-11-28T05:22"},
      {"It closed at 2.30 on Friday night.", "2.30 on Friday=2025-11-28T02:30"},
      {"They sent five to nine people.", ""},
  });
  const TimeRange told = only_time("The kiln blew up at 10:35 a.m. (0735 GMT) on Friday.");
  CHECK(told.has_offset);
  CHECK(told.utc_offset == 3 * 3600);
  const TimeRange midnight = only_time("The kiln blew up at midnight on Friday.");  // either end of the day
  CHECK(midnight.from == at(2025, 11, 28));
  CHECK(midnight.to == at(2025, 11, 29) + 3600);
}

TEST_CASE("lengths of time") {
  check({
      {"The kiln burned for four hours.", "four hours=PT4H"},
      {"The kiln burned for two and a half years.", "two and a half years=P2Y6M"},
      {"The kiln burned for three-and-a-half hours.", "three-and-a-half hours=PT3H30M"},
      {"The kiln burned for nearly two decades.", "nearly two decades=P20Y"},
      {"The trial will last six weeks.", "six weeks=P6W"},
      {"The kiln burned for weeks.", "weeks=PXW"},
      {"A decades-long quarrel ended.", "decades-long=PXDE"},
      {"The kiln burned in the past 15 years.", "the past 15 years=P15Y"},
      {"Sales rose over the past year.", "the past year=P1Y"},
      {"The kiln will burn over the next few days.", "the next few days=PXD"},
      {"The first nine months were good.", "The first nine months=P9M"},
      {"The kiln burned. A day later it fell.", "A day=P1D"},
      {"Trade fell to 14 billion last year.", "last year=2024"},
  });
}

TEST_CASE("what comes again") {
  check({
      {"The kiln is fired every other week.", "every other week=P2W"},
      {"The kiln is fired every two years.", "every two years=P2Y"},
      {"The kiln is fired each spring.", "each spring=XXXX-SP"},
      {"The kiln is fired every Friday night.", "every Friday night=XXXX-WXX-5TNI"},
      {"The kiln is fired on Mondays.", "Mondays=XXXX-WXX-1"},
      {"The kiln is fired on weekends.", "weekends=XXXX-WXX-WE"},
      {"The kiln is fired twice a week.", "twice a week=P1W"},
      {"The kiln is fired three times a year.", "three times a year=P1Y"},
      {"The kiln is fired annually.", "annually=P1Y"},
      {"The kiln earns $3 million a year.", "a year=P1Y"},
      {"The wheel turns 90 times a minute.", ""},
      {"The firm filed a quarterly report.", ""},
      {"She comes on the first Sunday of every month.", ""},
  });
}

TEST_CASE("what leans on the story so far") {
  check({
      {"He spoke on Thursday. The next day he resigned.", "Thursday=2025-11-27; The next day=2025-11-28"},
      {"He spoke on Thursday. That night he left.", "Thursday=2025-11-27; That night=2025-11-27TNI"},
      {"He spoke on Thursday. The previous Monday he had been ill.", "Thursday=2025-11-27; The previous Monday=2025-11-24"},
      {"She left in 1995. The following year she came back.", "1995=1995; The following year=1996"},
      {"She left in 1995. A year later she came back.", "1995=1995; A year later=1996"},
      {"The week before, it rained.", "The week before=2025-W48"},
      {"She left three weeks ago on Sunday.", "three weeks ago on Sunday=2025-11-09"},
      {"She came back two years after 2011.", "two years after 2011=2013"},
      {"She came back the same day.", "the same day=XXXX-XX-XX"},
      {"She came back later in the day.", "later in the day=2025-12-01"},
      {"She left two weeks ago.", "two weeks ago=2025-11-17"},
      {"She left nearly four years ago.", "nearly four years ago=2021"},
      {"She left more than a decade ago.", "more than a decade ago=2015"},
      {"She left two and a half years ago.", "two and a half years ago=2023"},
      {"She left two and a half weeks ago.", "two and a half weeks ago=PAST_REF"},
      {"She left several years ago.", "several years ago=PAST_REF"},
      {"She left in recent years.", "recent years=PAST_REF"},
      {"She will leave in the coming weeks.", "the coming weeks=FUTURE_REF"},
      {"Her current post is safe for now.", "current=PRESENT_REF; now=PRESENT_REF"},
      {"It rained from Monday to Friday.", "Monday to Friday=2025-11-24/2025-11-28"},
  });
  check({
      {"He spoke on 27 November 2024. The next day he resigned.", "27 November 2024=2024-11-27; The next day=2024-11-28"},
      {"He left last week. The next day it rained.", "The next day=XXXX-XX-XX"},
  }, "");
  CHECK(only_time("The kiln closed earlier this year.").to == at(2025, 12, 2));
  CHECK(only_time("The kiln will close later this year.").from == at(2025, 12, 1));
  CHECK(only_time("She left more than 30 years ago.").approx);
}

TEST_CASE("tense points weekdays and dates") {
  check({
      {"The lease had been due to expire on Friday.", "Friday=2025-11-28"},
      {"The vote is due on Friday.", "Friday=2025-12-05"},
      {"The deal was scheduled for Friday.", "Friday=2025-12-05"},
      {"The dividend is payable Jan. 15.", "Jan. 15=2026-01-15"},
      {"They extended the truce until 9 a.m. Tuesday.", "9 a.m. Tuesday=2025-12-02T09:00"},
      {"The fair was held in the week before 20 December.", "the week before 20 December=2025-12-13/2025-12-19"},
      {"It was a long fight. They meet on Sunday.", "Sunday=2025-12-07"},
      {"The owners are the heirs of a man killed on Sunday.", "Sunday=2025-11-30"},
      {"He said on Oct. 3 that work would begin on Oct. 10.", "Oct. 3=2025-10-03; Oct. 10=2025-10-10"},
      {"They met on Sept. 12 last year.", "Sept. 12 last year=2024-09-12"},
      {"They met on Friday last week.", "Friday last week=2025-11-28"},
      {"He has been ill since Jan. 15.", "Jan. 15=2025-01-15"},
      {"The plan follows Thursday's speech.", "Thursday=2025-11-27"},
  });
}

TEST_CASE("words of other meaning are no times") {
  check({
      {"May the best side win.", ""},
      {"The March of the Living drew crowds, and they will march on.", ""},
      {"The sun rose and they sat down; he came second.", ""},
      {"April Jones spoke to June Carter.", ""},
      {"The Sunday Times wrote it.", ""},
      {"The fall of the town was swift, like a spring.", ""},
      {"It fell on 31 April.", ""},
      {"It fell on 29 February 2023.", ""},
      {"It fell on 32 December.", ""},
      {"It ends in the year 99999.", ""},
      {"She is in her twenties.", ""},
      {"It is open from Monday to Friday.", ""},
      {"The story ran on \"This Week\".", ""},
  });
}
