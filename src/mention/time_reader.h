// The grammar of times over the lexemes of one sentence; times.cpp walks it, the other time_*.cpp files hold its rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "mention/calendar.h"
#include "mention/lexemes.h"
#include "mention/mentions.h"
#include "mention/numerals.h"
#include "mention/times.h"

namespace crosscheck {

// What a rule found: lexemes [first, last) and the value. Rules that know that figures are no amount but cannot tell the time
// give an empty timex: the lexemes are taken and nothing is reported.
struct TimeFound {
  std::size_t first = 0, last = 0;
  TimeKind kind = TimeKind::date;
  TimeRange value;
  bool noun = false;    // "third quarter", "1990s": "the" before it belongs to its words
  bool hedged = false;  // "two years ago": so do "about" and "more than"
  std::optional<calendar::Date> quarter;  // first day of the quarter that a company reports for
  explicit operator bool() const { return last > first; }
  bool is_day() const { return value.granularity == Granularity::day && value.to - value.from == calendar::kSecondsADay; }
};

class TimeReader;

// What finds a time at a lexeme; the sections of which one must begin there, and those of which one must stand somewhere in
// the sentence (none: whatever stands there).
struct TimeRule {
  TimeFound (TimeReader::*read)(std::size_t) const;
  SectionSet begins, needs = {};
};

// What the rules begin with that apply in every sentence.
template <std::size_t n>
constexpr SectionSet starts_anywhere(const TimeRule (&rules)[n]) {
  SectionSet all;
  for (const TimeRule& rule : rules)
    if (rule.needs.empty()) all |= rule.begins;
  return all;
}

class TimeReader {
 public:
  TimeReader(const SentenceReading& r, const TimeFinder::Lists& lists, const TimeFinder::Memory& memory);

  // Whether a time may begin at lexeme i, as far as one look tells: at most none may.
  bool may_begin(std::size_t i) const { return r_.begins(i).meets(starts_); }
  // The time that begins there, its words as many as belong to it.
  TimeFound time_at(std::size_t i) const;

  // The words before a time that belong to it: "early 2024", "the end of November", "nearly two years ago", "the third quarter".
  // Lexemes before `free_from` belong to another.
  void lead_in(TimeFound& f, std::size_t free_from) const;
  // The smallest clause with a verb that holds the token; nullptr where none does.
  const Clause* clause_of(std::uint32_t token) const;

 private:
  static constexpr double kBusiness = 1.5;  // from so much on a story is one of a company's or a country's figures
  enum class Tense : std::uint8_t { unknown, past, future };
  using Day = calendar::Day;

  // time_dates.cpp
  TimeFound date_at(std::size_t i) const;
  TimeFound iso_date(std::size_t i) const;
  TimeFound pointed_date(std::size_t i) const;
  TimeFound slashed_date(std::size_t i) const;
  TimeFound day_month(std::size_t i) const;
  TimeFound month_day(std::size_t i) const;
  std::size_t no_such_day(std::size_t i, std::size_t end) const;
  TimeFound weekday_at(std::size_t i) const;
  TimeFound weekday_range(std::size_t i, std::size_t end, int first, int last) const;
  TimeFound month_value(std::size_t i, std::size_t last, int month, int year) const;
  TimeFound day_value(std::size_t i, std::size_t last, int month, int day, int day_to, int year) const;
  PhraseFound month_name(std::size_t i) const;
  PhraseFound weekday_name(std::size_t i) const;
  int year_of_partner(std::size_t end, int month) const;
  std::optional<int> year_behind(std::size_t& next) const;
  std::optional<int> day_number(std::size_t i, std::size_t& next) const;

  // time_holidays.cpp
  TimeFound holiday_at(std::size_t i) const;
  TimeFound weekday_of_month(std::size_t i) const;

  // time_periods.cpp
  bool from_round_count(std::size_t i) const;
  TimeFound year_at(std::size_t i) const;
  TimeFound named_year(std::size_t i) const;
  TimeFound decade_at(std::size_t i) const;
  TimeFound decade_name(std::size_t i) const;
  bool lone_decade(std::size_t i) const;
  TimeFound century_at(std::size_t i) const;
  TimeFound season_at(std::size_t i) const;
  TimeFound year_end(std::size_t i) const;
  bool refined_before(std::size_t i) const;

  // time_quarters.cpp
  struct ReportWords {
    int index = 0;    // "third"; 0: not said
    int months = -1;  // of the stretch: 3, 6, 12; 0 "period", -1 no noun
    bool back = false, latest = false, alike = false, fiscal = false;
    bool compound = false;             // "third-quarter profit"
    bool tail = false, told = false;   // "a year ago" behind it; "of 2024": its year is `year`
    int year = 0, years_back = 0;
    bool bare() const { return index == 0 && !back && !latest && !alike; }
  };
  TimeFound quarter_at(std::size_t i) const;
  std::size_t report_modifiers(std::size_t i, ReportWords& words) const;
  std::size_t numbered_quarter(std::size_t at, ReportWords& words) const;
  TimeFound report_value(std::size_t i, std::size_t end, ReportWords words) const;
  TimeFound report_year(std::size_t i, std::size_t end, const ReportWords& words) const;
  TimeFound report_period(std::size_t i, std::size_t end, const ReportWords& words) const;
  TimeFound report_quarter(std::size_t i, std::size_t end, const ReportWords& words) const;
  TimeFound year_of_period(std::size_t i) const;
  bool year_of_quarter(std::size_t& end, int& year, bool& told) const;
  Day nearest_quarter(std::size_t i, int index, int months) const;
  bool is_last_of_year(std::size_t name) const;
  TimeFound quarter_of(const TimeFound& year) const;

  // time_lengths.cpp
  TimeFound near_length(std::size_t i) const;
  TimeFound bare_length(std::size_t i) const;
  TimeFound article_length(std::size_t i) const;
  struct Length {
    double number = 1;
    bool vague = false;
    bool bare = false;           // neither number nor article: "the day", "months"
    const Unit* unit = nullptr;  // none: no length
    std::size_t last = 0;
  };
  Length length_before(std::size_t i) const;
  TimeRange further(Day day, const Length& length, int sign) const;
  TimeFound ago(std::size_t i, const Length& length) const;
  void weekday_near(TimeFound& f) const;
  TimeFound year_earlier(std::size_t i, const Length& length) const;
  TimeFound shifted(std::size_t i, const Length& length) const;

  // time_sets.cpp
  TimeFound set_at(std::size_t i) const;
  TimeFound every(std::size_t i) const;
  TimeFound often(std::size_t i) const;

  // time_relative.cpp
  TimeFound relative_at(std::size_t i, const Length& length) const;
  TimeFound day_word(std::size_t i) const;
  TimeFound weekend(std::size_t i) const;
  TimeFound near_unit(std::size_t i) const;
  TimeFound near_at(std::size_t i, std::size_t name, int steps) const;
  TimeFound stretch_of(const Unit& unit, int steps, Day base) const;
  TimeFound further_unit(std::size_t i, std::size_t last, Day base, int steps) const;
  TimeFound reference(std::size_t i) const;
  std::optional<Day> day_spoken_of() const;
  TimeFound next_in_line(std::size_t i) const;
  TimeFound unit_in_line(std::size_t i) const;
  struct DayPartFound {
    std::size_t last = 0;
    const char* code = nullptr;  // TIMEX3
    Figure hours;
    explicit operator bool() const { return last > 0; }
  };
  DayPartFound day_part(std::size_t i) const;
  TimeFound part_before_day(std::size_t i) const;
  TimeFound overnight(std::size_t i) const;
  TimeFound refined_unit(std::size_t i) const;
  void part_of_day(TimeFound& f) const;

  // time_clock.cpp
  TimeFound clock_at(std::size_t i) const;
  TimeFound clock_word(std::size_t i) const;
  TimeFound clock_phrase(std::size_t i) const;
  TimeFound clock_figures(std::size_t i) const;
  TimeFound clock_value(std::size_t i, std::size_t last, int hour, int minute, bool minute_said) const;
  TimeFound clock_in_part(std::size_t i, std::size_t last, int hour, int minute, bool minute_said) const;
  void zone(TimeFound& f) const;
  void zone_by_second_clock(TimeFound& clock) const;
  TimeFound with_day(TimeFound clock) const;

  // What the rules begin with that apply in this sentence because of what stands in it.
  template <std::size_t n>
  SectionSet starts_here(const TimeRule (&rules)[n]) const {
    SectionSet all;
    for (const TimeRule& rule : rules)
      if (r_.holds(rule.needs)) all |= rule.begins;
    return all;
  }
  // The first of the rules that finds a time at lexeme i.
  template <std::size_t n>
  TimeFound first_of(const TimeRule (&rules)[n], std::size_t i) const {
    if (i >= r_.size()) return {};
    const SectionSet here = r_.begins(i);
    for (const TimeRule& rule : rules)
      if (rule.begins.meets(here) && (rule.needs.empty() || r_.holds(rule.needs)))
        if (TimeFound f = (this->*rule.read)(i)) return f;
    return {};
  }

  Tense tense_at(std::size_t i) const;
  Day nearest(Day before_or_at, Day after_or_at, std::size_t i) const;

  using S = FigureSection;
  static constexpr SectionSet kDayParts{S::morning, S::midday, S::afternoon, S::evening, S::night, S::tonight};
  static constexpr SectionSet kSmallOrdinals{S::digits, S::ordinal};  // up to "twentieth"
  static constexpr SectionSet kShifts{S::ago, S::from_now, S::earlier, S::later};  // what makes a date of a length before it
  static constexpr SectionSet kReports{S::year_back, S::quarter_short, S::quarter_name, S::report_period};
  static constexpr SectionSet kLengths = kNumeralStarts | SectionSet{S::time_unit};
  static constexpr TimeRule kClocks[] = {
      {&TimeReader::clock_figures, {S::digits}},
      {&TimeReader::clock_phrase, kNumeralStarts, {S::past_hour}},
      {&TimeReader::clock_word, {S::clock_word}},
  };
  static constexpr TimeRule kDates[] = {
      {&TimeReader::iso_date, {S::digits}},
      {&TimeReader::pointed_date, {S::digits}},
      {&TimeReader::slashed_date, {S::digits}},
      {&TimeReader::day_month, {S::digits}, {S::month}},
      {&TimeReader::weekday_at, {S::weekday}},
      {&TimeReader::month_day, {S::month}},
      {&TimeReader::holiday_at, {S::last, S::this_, S::next, S::holiday, S::easter_holiday}, {S::holiday, S::easter_holiday}},
      {&TimeReader::weekday_of_month, kSmallOrdinals | SectionSet{S::last}, {S::weekday}},
      {&TimeReader::decade_at, {S::digits}},
      {&TimeReader::year_of_period, {S::digits}, kReports},
      {&TimeReader::year_at, {S::digits}},
      {&TimeReader::named_year, {S::year_name, S::cardinal}},
      {&TimeReader::quarter_at,
       kSmallOrdinals | SectionSet{S::year_back, S::latest, S::alike, S::quarter_short, S::last, S::year_name, S::report_period}, kReports},
      {&TimeReader::century_at, kSmallOrdinals | SectionSet{S::cardinal}, {S::century}},
      {&TimeReader::season_at, {S::season}},
      {&TimeReader::year_end, {S::year_end}},
      {&TimeReader::decade_name, {S::decade_name}},
  };
  static constexpr TimeRule kRelative[] = {
      {&TimeReader::set_at, {S::set_word, S::set_adverb, S::weekdays}},
      {&TimeReader::often, kNumeralStarts | SectionSet{S::often}, {S::often}},
      {&TimeReader::every, {S::every}},
      {&TimeReader::near_unit, {S::last, S::this_, S::next}},
      {&TimeReader::weekend, {S::weekend}},
      {&TimeReader::day_word, {S::that_day, S::tonight, S::day_word}},
      {&TimeReader::next_in_line, {S::next_in_line}},
      {&TimeReader::unit_in_line, {S::time_unit}, kShifts},
      {&TimeReader::part_before_day, kDayParts},
      {&TimeReader::overnight, {S::overnight}},
      {&TimeReader::refined_unit, {S::time_unit}},
      {&TimeReader::near_length, {S::last, S::next}},
      {&TimeReader::bare_length, {S::time_unit}},
      {&TimeReader::article_length, {S::article}, kShifts},
      {&TimeReader::reference, {S::present_ref, S::past_ref, S::future_ref}},
  };  static constexpr SectionSet kStarts = starts_anywhere(kClocks) | starts_anywhere(kDates) | starts_anywhere(kRelative);

  const SentenceReading& r_;
  const TimeFinder::Lists& lists_;
  const TimeFinder::Memory& memory_;
  std::optional<Day> today_;  // the day of the story
  SectionSet starts_;         // of all rules
};

// The clock time of `clock` (an undated one) on the day of `day`.
TimeRange on_day(const TimeRange& clock, const TimeRange& day);

}  // namespace crosscheck
