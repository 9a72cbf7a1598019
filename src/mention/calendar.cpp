// Calendar arithmetic for times.cpp.
#include "mention/calendar.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace crosscheck::calendar {

Day day_of(int year, int month, int day) {
  const std::int64_t y = month <= 2 ? year - 1 : year;
  const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
  const std::int64_t yoe = y - era * 400;
  const std::int64_t doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

Date date_of(Day day) {
  const std::int64_t z = day + 719468;
  const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const std::int64_t doe = z - era * 146097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  return {static_cast<int>(yoe + era * 400 + (month <= 2 ? 1 : 0)), month, static_cast<int>(doy - (153 * mp + 2) / 5 + 1)};
}

int days_in_month(int year, int month) {
  const int next_year = month == 12 ? year + 1 : year, next_month = month == 12 ? 1 : month + 1;
  return static_cast<int>(day_of(next_year, next_month, 1) - day_of(year, month, 1));
}

bool is_date(int year, int month, int day) {
  return year >= 1 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

int weekday(Day day) { return static_cast<int>(((day + 3) % 7 + 7) % 7) + 1; }

Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of(year, n / 31, n % 31 + 1);
}

TimeRange days(Day from, Day to, Granularity granularity, std::string timex) {
  TimeRange t;
  t.from = from * kSecondsADay;
  t.to = to * kSecondsADay;
  t.granularity = granularity;
  t.timex = std::move(timex);
  return t;
}

TimeRange one_day(Day day) {
  const Date d = date_of(day);
  return days(day, day + 1, Granularity::day, fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day));
}

TimeRange week_of(Day day) {
  const Day monday = day - (weekday(day) - 1);
  const int iso_year = date_of(monday + 3).year;  // the year of its Thursday
  const Day first = day_of(iso_year, 1, 4);
  const Day first_monday = first - (weekday(first) - 1);
  return days(monday, monday + 7, Granularity::week, fmt::format("{:04}-W{:02}", iso_year, (monday - first_monday) / 7 + 1));
}

TimeRange weekend_of(Day day) {
  TimeRange t = week_of(day);
  const Day saturday = t.from / kSecondsADay + 5;
  return days(saturday, saturday + 2, Granularity::day, t.timex + "-WE");
}

TimeRange month(int year, int month) {
  const Day first = day_of(year, month, 1);
  return days(first, first + days_in_month(year, month), Granularity::month, fmt::format("{:04}-{:02}", year, month));
}

TimeRange quarter(int year, int quarter) {
  const int month = 3 * (quarter - 1) + 1;
  const Day end = quarter == 4 ? day_of(year + 1, 1, 1) : day_of(year, month + 3, 1);
  return days(day_of(year, month, 1), end, Granularity::quarter, fmt::format("{:04}-Q{}", year, quarter));
}

TimeRange half(int year, int half) {
  const Day middle = day_of(year, 7, 1);
  const std::string timex = fmt::format("{:04}-H{}", year, half);
  return half == 1 ? days(day_of(year, 1, 1), middle, Granularity::quarter, timex)
                   : days(middle, day_of(year + 1, 1, 1), Granularity::quarter, timex);
}

TimeRange year(int year) {
  return days(day_of(year, 1, 1), day_of(year + 1, 1, 1), Granularity::year, fmt::format("{:04}", year));
}

TimeRange decade(int first_year) {
  return days(day_of(first_year, 1, 1), day_of(first_year + 10, 1, 1), Granularity::decade, fmt::format("{:03}", first_year / 10));
}

TimeRange century(int first_year) {
  return days(day_of(first_year, 1, 1), day_of(first_year + 100, 1, 1), Granularity::decade, fmt::format("{:02}", first_year / 100));
}

TimeRange season(int year, int first_month) {
  static constexpr std::array<std::string_view, 4> kCodes = {"SP", "SU", "FA", "WI"};
  const int index = std::clamp(first_month / 3 - 1, 0, 3);
  const Day end = first_month == 12 ? day_of(year + 1, 3, 1) : day_of(year, first_month + 3, 1);
  return days(day_of(year, first_month, 1), end, Granularity::quarter, fmt::format("{:04}-{}", year, kCodes[static_cast<std::size_t>(index)]));
}

TimeRange open_value(std::string timex) {
  TimeRange t;
  t.timex = std::move(timex);
  return t;
}

Date add_months(Date date, std::int64_t months) {
  const std::int64_t count = static_cast<std::int64_t>(date.year) * 12 + (date.month - 1) + months;
  const std::int64_t year = count >= 0 ? count / 12 : -((-count + 11) / 12);
  date.year = static_cast<int>(year);
  date.month = static_cast<int>(count - year * 12) + 1;
  date.day = std::min(date.day, days_in_month(date.year, date.month));
  return date;
}

}  // namespace crosscheck::calendar
