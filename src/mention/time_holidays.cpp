// Days named by what they are kept for, and by rule: "Christmas Eve", "Good Friday", "the fourth Thursday of November".
#include <cmath>

#include "mention/numerals.h"
#include "mention/time_figures.h"

namespace crosscheck {

namespace {

using namespace calendar;

// MONTH.DAY, or MONTH.DAYW: the first weekday W on or after it (rules/lexicon/calendar.toml).
Day day_in(double rule, int year) {
  const int digits = static_cast<int>(std::lround(rule * 1000));
  const int wanted = digits % 10;
  const Day day = day_of(year, digits / 1000, digits / 10 % 100);
  return wanted == 0 ? day : day + (wanted - weekday(day) + 7) % 7;
}

}  // namespace

TimeFound TimeReader::holiday_at(std::size_t i) const {
  std::size_t at = i;
  int steps = 0;
  bool said = false;
  for (const auto& [section, way] : {std::pair{FigureSection::last, -1}, {FigureSection::this_, 0}, {FigureSection::next, 1}})
    if (const PhraseFound near = r_.find(i, section)) {
      at = i + near.length;
      steps = way;
      said = true;
    }
  const PhraseFound fixed = r_.find(at, FigureSection::holiday);
  const PhraseFound easter_bound = fixed ? PhraseFound{} : r_.find(at, FigureSection::easter_holiday);
  const PhraseFound name = fixed ? fixed : easter_bound;
  if (!name || !r_.capital(at)) return {};
  const std::size_t last = at + name.length;
  if (last < r_.size() && r_.is(last, Lexeme::Kind::word) && r_.tag(last).upos == Upos::PROPN && !month_name(last)) return {};
  if (name.length == 1 && last < r_.size() && r_.is(last, Lexeme::Kind::word) && r_.tag(last).upos == Upos::NOUN) return {};  // "Easter eggs"
  if (name.length == 1 && at > 0 && r_.tag(at - 1).upos == Upos::PROPN && !said) return {};
  const auto in_year = [&](int year) { return fixed ? day_in(fixed.figure.low, year) : easter(year) + static_cast<Day>(easter_bound.figure.low); };
  std::size_t end = last;
  if (const auto year = said ? std::optional<int>{} : year_behind(end)) return time_found(i, end, one_day(in_year(*year)));
  if (!today_) return {};
  const int this_year = date_of(*today_).year;
  Day before = in_year(this_year), after = before;
  if (before > *today_) before = in_year(this_year - 1);
  if (after < *today_) after = in_year(this_year + 1);
  if (steps < 0 && before == *today_) before = in_year(this_year - 1);
  const Day day = !said ? nearest(before, after, i) : steps < 0 ? before : steps > 0 ? after : in_year(this_year);
  return time_found(i, last, one_day(day));
}

// "the fourth Thursday of November", "the last Monday in May 2024"
TimeFound TimeReader::weekday_of_month(std::size_t i) const {
  const PhraseFound last_one = r_.find(i, FigureSection::last);
  const Numeral n = last_one ? Numeral{} : ordinal_at(r_, i);
  if (!last_one && (!n || n.low < 1 || n.low > 5)) return {};
  std::size_t at = last_one ? i + last_one.length : n.last;
  const PhraseFound name = weekday_name(at);
  if (!name) return {};
  at += name.length;
  const PhraseFound of = r_.find(at, FigureSection::link_of);
  const PhraseFound link = of ? of : r_.find(at, FigureSection::link_in);
  if (const PhraseFound every = link ? r_.find(at + link.length, FigureSection::every) : PhraseFound{}) {  // "the first Sunday of every month"
    const PhraseFound unit = r_.find(at + link.length + every.length, FigureSection::time_unit);
    return unit ? time_found(i, at + link.length + every.length + unit.length) : TimeFound{};
  }
  const PhraseFound month = link ? month_name(at + link.length) : PhraseFound{};
  if (!month) return {};
  const TimeFound in = month_day(at + link.length);
  if (!in || in.value.granularity != Granularity::month) return {};
  const Day first = in.value.from / kSecondsADay, end = in.value.to / kSecondsADay;
  const int wanted = static_cast<int>(name.figure.low);
  const Day day = last_one ? end - 1 - (weekday(end - 1) - wanted + 7) % 7
                           : first + (wanted - weekday(first) + 7) % 7 + 7 * (static_cast<Day>(n.low) - 1);
  TimeFound f = day < end ? time_found(i, in.last, one_day(day)) : time_found(i, in.last);
  f.noun = true;
  return f;
}

}  // namespace crosscheck
