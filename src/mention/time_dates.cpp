// Dates as written: "1 December 2025", "Nov. 23-24", "2025-12-01", "Sunday", "in February".
#include <algorithm>

#include <fmt/format.h>

#include "mention/numerals.h"
#include "mention/time_figures.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;
using namespace calendar;

constexpr std::size_t kClockWords = 5;  // lexemes that a clock time may take between "until" and its day

}  // namespace

TimeFound TimeReader::date_at(std::size_t i) const { return first_of(kDates, i); }

// "2025-12-01", with nothing glued on either side.
TimeFound TimeReader::iso_date(std::size_t i) const {
  if (!is_year(r_, i) || !r_.is(i + 1, Kind::hyphen) || !plain_number(r_, i + 2, 2, 2) || !r_.is(i + 3, Kind::hyphen) ||
      !plain_number(r_, i + 4, 2, 2) || !free_standing(r_, i, i + 5))
    return {};
  const int year = number(r_, i), month = number(r_, i + 2), day = number(r_, i + 4);
  if (!is_date(year, month, day)) return time_found(i, i + 5);
  return time_found(i, i + 5, one_day(day_of(year, month, day)));
}

// "30.11.2025", "2025/11/30": day first with points, year first with strokes.
TimeFound TimeReader::pointed_date(std::size_t i) const {
  int parts[3] = {0, 0, 0};
  const std::string_view text = r_.text(i);
  std::size_t last = i + 1;
  if (is_year(r_, i) && r_.is_mark(i + 1, '/') && plain_number(r_, i + 2, 2, 2) && r_.is_mark(i + 3, '/') && plain_number(r_, i + 4, 2, 2)) {
    for (std::size_t k = 0; k < 3; ++k) parts[2 - k] = number(r_, i + 2 * k);
    last = i + 5;
  } else {
    int count = 0, digits = 0;
    for (const char c : text) {
      if (c == '.' && digits > 0 && count < 2) {
        ++count;
        digits = 0;
      } else if (c >= '0' && c <= '9' && ++digits <= (count < 2 ? 2 : 4)) {
        parts[count] = parts[count] * 10 + (c - '0');
      } else {
        return {};
      }
    }
    if (count != 2 || digits != 4) return {};
  }
  if (!free_standing(r_, i, last)) return {};
  if (!is_date(parts[2], parts[1], parts[0])) return time_found(i, last);
  return time_found(i, last, one_day(day_of(parts[2], parts[1], parts[0])));
}

// "24/11/2025": only where one of the two can be no month, for the order differs by country.
TimeFound TimeReader::slashed_date(std::size_t i) const {
  if (!plain_number(r_, i, 1, 2) || !r_.is_mark(i + 1, '/') || !plain_number(r_, i + 2, 1, 2) || !r_.is_mark(i + 3, '/') ||
      !plain_number(r_, i + 4, 2, 4))
    return {};
  const int a = number(r_, i), b = number(r_, i + 2);
  const int year = number(r_, i + 4) < 100 ? 2000 + number(r_, i + 4) : number(r_, i + 4);
  const bool day_first = is_date(year, b, a), month_first = is_date(year, a, b);
  if (day_first == month_first && a != b) return time_found(i, i + 5);
  if (!day_first && !month_first) return time_found(i, i + 5);
  return time_found(i, i + 5, one_day(day_first ? day_of(year, b, a) : day_of(year, a, b)));
}

PhraseFound TimeReader::month_name(std::size_t i) const {
  if (i >= r_.size() || !r_.capital(i) || r_.taken(i)) return {};
  return r_.find(i, FigureSection::month);
}

PhraseFound TimeReader::weekday_name(std::size_t i) const {
  if (i >= r_.size() || !r_.capital(i) || r_.taken(i)) return {};
  const PhraseFound f = r_.find(i, FigureSection::weekday);
  if (!f || r_.text(i).size() >= 6 || r_.text(i).back() == '.') return f;
  std::size_t next = i + 1;  // "Sun", "Mon": only with a date behind
  if (r_.is_mark(next, ',')) ++next;
  return month_name(next) || plain_number(r_, next, 1, 2) ? f : PhraseFound{};
}

// "24", "24th", also "1st of"
std::optional<int> TimeReader::day_number(std::size_t i, std::size_t& next) const {
  if (!plain_number(r_, i, 1, 2) || r_[i].value < 1 || r_[i].value > 31) return std::nullopt;
  next = i + 1;
  if (next < r_.size() && r_[next].glued && r_.has(next, FigureSection::ordinal_ending)) ++next;
  else if (next < r_.size() && r_[next].glued && r_.is(next, Kind::word)) return std::nullopt;
  return number(r_, i);
}

// ", 2025", " 2025", "last year", "of this year"
std::optional<int> TimeReader::year_behind(std::size_t& next) const {
  const PhraseFound of = r_.find(next, FigureSection::link_of);
  if (const TimeFound near = near_unit(next + of.length); near && near.value.granularity == Granularity::year) {
    next = near.last;
    return date_of(near.value.from / kSecondsADay).year;
  }
  const std::size_t at = r_.is_mark(next, ',') ? next + 1 : next;
  if (!is_year(r_, at) || !free_standing(r_, at, at + 1)) return std::nullopt;
  next = at + 1;
  return number(r_, at);
}

// The year of a date that shares it with the next one, "between March and May 2024"; 0 where none does.
int TimeReader::year_of_partner(std::size_t end, int month) const {
  const bool dash = r_.is(end, Kind::hyphen);
  const PhraseFound link = dash ? PhraseFound{1, {}} : r_.find(end, FigureSection::date_link);
  if (!link) return 0;
  std::size_t at = end + link.length, next = 0;
  if (day_number(at, next)) at = next;  // "from 24 November to 2 December 2024"
  const PhraseFound name = month_name(at);
  if (!name) return 0;
  at += name.length;
  if (day_number(at, next) && !is_year(r_, at)) at = next;
  const auto year = year_behind(at);
  return year ? *year - (name.figure.low < month ? 1 : 0) : 0;
}

// day_to != day for "23-24 November"
TimeFound TimeReader::day_value(std::size_t i, std::size_t last, int month, int day, int day_to, int year) const {
  if (year == 0) year = year_of_partner(last, month);
  if (year == 0 && !today_) {
    if (!is_date(2000, month, day)) return time_found(i, last);
    return time_found(i, last, open_value(day == day_to ? fmt::format("XXXX-{:02}-{:02}", month, day) : fmt::format("XXXX-{:02}", month)));
  }
  if (year == 0) {
    const int this_year = date_of(*today_).year;
    std::optional<Day> before, after;
    for (int y = this_year - 4; y <= this_year + 4; ++y) {  // 29 February comes every four years
      if (!is_date(y, month, day)) continue;
      const Day d = day_of(y, month, day);
      if (d <= *today_) before = d;
      if (d >= *today_ && !after) after = d;
    }
    if (!before || !after) return time_found(i, last);
    year = date_of(nearest(*before, *after, i)).year;
  }
  if (!is_date(year, month, day) || !is_date(year, month, day_to) || day_to < day) return time_found(i, last);
  if (day_to == day) return time_found(i, last, one_day(day_of(year, month, day)));
  TimeRange range = one_day(day_of(year, month, day));
  range.to = (day_of(year, month, day_to) + 1) * kSecondsADay;
  range.timex += "/" + one_day(day_of(year, month, day_to)).timex;
  return time_found(i, last, range);
}

TimeFound TimeReader::month_value(std::size_t i, std::size_t last, int month, int year) const {
  if (year == 0) year = year_of_partner(last, month);
  if (year != 0) return time_found(i, last, calendar::month(year, month));
  if (!today_) return time_found(i, last, open_value(fmt::format("XXXX-{:02}", month)));
  const Date today = date_of(*today_);
  const int before = month <= today.month ? today.year : today.year - 1;
  const int after = month >= today.month ? today.year : today.year + 1;
  if (before == after) return time_found(i, last, calendar::month(before, month));
  const bool ahead = date_of(nearest(day_of(before, month, 1), day_of(after, month, 1), i)).year == after;
  return time_found(i, last, calendar::month(ahead ? after : before, month));
}

// "1 December 2025", "1st of December", "23-24 November", "the night of 24 November"
TimeFound TimeReader::day_month(std::size_t i) const {
  std::size_t next = 0;
  const auto day = day_number(i, next);
  if (!day || (i > 0 && r_[i].glued && r_.is(i - 1, Kind::hyphen))) return {};
  int day_to = *day;
  std::size_t end = next;
  const bool dash = r_.is(next, Kind::hyphen);
  const PhraseFound link = dash ? PhraseFound{1, {}} : r_.find(next, FigureSection::link_to) ? r_.find(next, FigureSection::link_to) : r_.find(next, FigureSection::link_and);
  if (link) {
    std::size_t behind = 0;
    const auto second = day_number(next + link.length, behind);
    if (second && *second > *day && month_name(behind)) {
      day_to = *second;
      end = behind;
    }
  }
  if (const PhraseFound of = r_.find(end, FigureSection::link_of)) end += of.length;
  const PhraseFound name = month_name(end);
  if (!name) return {};
  end += name.length;
  const auto year = year_behind(end);
  return day_value(i, end, static_cast<int>(name.figure.low), *day, day_to, year.value_or(0));
}

// "32 December 2025", "December 32, 2025" are no dates, and name no month either: the lexeme behind them; `end` else.
std::size_t TimeReader::no_such_day(std::size_t i, std::size_t end) const {
  const bool before = i > 0 && plain_number(r_, i - 1, 1, 2) && !r_.taken(i - 1);
  std::size_t next = end;
  if (!before) {
    const bool behind = plain_number(r_, end, 1, 2) && (r_[end].value > 31 || r_[end].value < 1);
    if (!behind) return end;
    ++next;
  }
  const std::size_t told = next;
  if (year_behind(next)) return next;
  return !before && !r_.is(told, Kind::word) ? told : end;
}

// "December 1, 2025", "Dec. 1", "December 2025", "in December"
TimeFound TimeReader::month_day(std::size_t i) const {
  const PhraseFound name = month_name(i);
  if (!name) return {};
  const int month = static_cast<int>(name.figure.low);
  std::size_t end = i + name.length;
  std::size_t next = 0;
  if (const auto day = day_number(end, next)) {
    int day_to = *day;
    std::size_t behind = 0;
    const bool dash = r_.is(next, Kind::hyphen);
    const PhraseFound link = dash ? PhraseFound{1, {}} : r_.find(next, FigureSection::link_and) ? r_.find(next, FigureSection::link_and) : r_.find(next, FigureSection::link_to);
    if (link) {
      const auto second = day_number(next + link.length, behind);
      if (second && *second > *day && (dash || !r_.is(behind, Kind::word))) {
        day_to = *second;
        next = behind;
      }
    }
    const auto year = year_behind(next);
    return day_value(i, next, month, *day, day_to, year.value_or(0));
  }
  if (const std::size_t none = no_such_day(i, end); none > end) return time_found(i, none);
  if (const PhraseFound of = r_.find(end, FigureSection::link_of); of && is_year(r_, end + of.length)) end += of.length;
  if (const auto year = year_behind(end)) return month_value(i, end, month, *year);
  if (const TimeFound spelled = named_year(end)) return month_value(i, spelled.last, month, date_of(spelled.value.from / kSecondsADay).year);
  const bool led = r_.find_before(i, FigureSection::before_month) || r_.find_before(i, FigureSection::early) || r_.find_before(i, FigureSection::late);
  const bool verb = r_.tag(i).upos == Upos::VERB || r_.tag(i).upos == Upos::AUX;
  const bool name_behind = end < r_.size() && r_.is(end, Kind::word) && r_.tag(end).upos == Upos::PROPN && !weekday_name(end);
  const bool name_before = i > 0 && r_.is(i - 1, Kind::word) && r_.tag(i - 1).upos == Upos::PROPN;
  const bool named = name_behind && r_.has(i, FigureSection::month_or_name);  // "to June Carter"
  const bool short_form = r_.text(i).size() <= 3 && !r_.has(i, FigureSection::month_or_word);  // "Jan Kubis"
  if (i > 0 && plain_number(r_, i - 1, 1, 2)) return time_found(i, end);  // "32 December"
  if (verb || named || name_before || (name_behind && (!led || short_form)) || (!led && r_.has(i, FigureSection::month_or_word))) return {};
  return month_value(i, end, month, 0);
}

// "Sunday", "Sunday, 30 November", "Friday Nov. 28"
TimeFound TimeReader::weekday_at(std::size_t i) const {
  const PhraseFound name = weekday_name(i);
  if (!name) return {};
  std::size_t end = i + name.length;
  std::size_t next = r_.is_mark(end, ',') ? end + 1 : end;
  TimeFound date = month_day(next);
  if (!date) date = day_month(next);
  if (date && (date.value.granularity == Granularity::day || date.value.timex.size() == 10)) {
    date.first = i;
    return date;
  }
  const bool title = i > 0 && r_.tag(i - 1).upos == Upos::DET && end < r_.size() && r_.is(end, Kind::word) && r_.tag(end).upos == Upos::PROPN && !day_part(end);
  if (title) return {};  // "The Sunday Times"
  const int named = static_cast<int>(name.figure.low);
  const PhraseFound link = r_.is(end, Kind::hyphen) ? PhraseFound{1, {}} : r_.find(end, FigureSection::link_to);
  if (const PhraseFound last = link ? weekday_name(end + link.length) : PhraseFound{}) return weekday_range(i, end + link.length + last.length, named, static_cast<int>(last.figure.low));
  if (!today_) return time_found(i, end, open_value(fmt::format("XXXX-WXX-{}", named)));
  const PhraseFound of = r_.find(end, FigureSection::link_of);
  if (const TimeFound week = near_unit(end + of.length); week && week.value.granularity == Granularity::week)  // "Friday last week"
    return time_found(i, week.last, one_day(week.value.from / kSecondsADay + named - 1));
  const int back = (weekday(*today_) - named + 7) % 7;
  const int ahead = (7 - back) % 7;
  const Tense tense = tense_at(i);
  bool ends = false;  // "extended the deadline until 9 a.m. Tuesday"
  for (std::size_t back_to = 1; back_to <= kClockWords && back_to <= i; ++back_to) ends = ends || r_.has(i - back_to, FigureSection::until);
  return time_found(i, end, one_day(tense == Tense::future || (ends && ahead < back) ? *today_ + ahead : *today_ - back));
}

// "from Monday to Friday": dated where the verb tells which week; else it may be every week.
TimeFound TimeReader::weekday_range(std::size_t i, std::size_t end, int first, int last) const {
  const Tense tense = today_ ? tense_at(i) : Tense::unknown;
  const Clause* clause = clause_of(r_[i].token);
  const bool habit = clause == nullptr || (clause->verb.tense == crosscheck::Tense::present && !clause->verb.progressive);  // "is open from Monday to Friday"
  if (tense == Tense::unknown || habit) return time_found(i, end);
  const int length = (last - first + 7) % 7;
  const Day from = tense == Tense::past ? *today_ - (weekday(*today_) - last + 7) % 7 - length : *today_ + (first - weekday(*today_) + 7) % 7;
  TimeRange t = one_day(from);
  t.to = (from + length + 1) * kSecondsADay;
  t.timex += "/" + one_day(from + length).timex;
  return time_found(i, end, t);
}

}  // namespace crosscheck
