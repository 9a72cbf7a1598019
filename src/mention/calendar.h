// Days of the proleptic Gregorian calendar and the TIMEX3 values of what is made of them. Days count from 1970-01-01.
// Arithmetic after H. Hinnant, "chrono-compatible low-level date algorithms"; weeks after ISO 8601.
#pragma once

#include <cstdint>
#include <string>

#include "value/value.h"

namespace crosscheck::calendar {

using Day = std::int64_t;
inline constexpr std::int64_t kSecondsADay = 86400;

struct Date {
  int year = 0, month = 0, day = 0;
};

Day day_of(int year, int month, int day);
Date date_of(Day day);
int days_in_month(int year, int month);
bool is_date(int year, int month, int day);  // years 1 to 2200
int weekday(Day day);                        // ISO 8601: Monday 1 … Sunday 7

Day easter(int year);                        // Easter Sunday, Gregorian (Meeus, Astronomical Algorithms, ch. 8)

// A stretch of whole days [from, to) with its TIMEX3 value.
TimeRange days(Day from, Day to, Granularity granularity, std::string timex);
TimeRange one_day(Day day);                    // "2025-11-30"
TimeRange week_of(Day day);                    // "2025-W48"
TimeRange weekend_of(Day day);                 // "2025-W48-WE"
TimeRange month(int year, int month);          // "2025-11"
TimeRange quarter(int year, int quarter);      // "2025-Q3"
TimeRange half(int year, int half);            // "2025-H1"
TimeRange year(int year);                      // "2025"
TimeRange decade(int first_year);              // "199"
TimeRange century(int first_year);             // "19"
TimeRange season(int year, int first_month);   // "2025-SU"; winter runs into the next year
// Nothing but the words' value: granularity unknown.
TimeRange open_value(std::string timex);

// The same month or the last that is there, `months` further.
Date add_months(Date date, std::int64_t months);

}  // namespace crosscheck::calendar
