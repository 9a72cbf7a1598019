// Dates as written: "1 December 2025", "Nov. 23-24", "2025-12-01", "Sunday", "in February", "the 1990s", "third quarter of 2024".
#include <algorithm>

#include <fmt/format.h>

#include "mention/numerals.h"
#include "mention/time_reader.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;
using namespace calendar;

constexpr int kFirstYear = 1000, kLastYear = 2199;

bool plain_number(const SentenceReading& r, std::size_t i, std::size_t digits_from, std::size_t digits_to) {
  return r.is_number(i) && !r.taken(i) && r[i].valued && r[i].decimals == 0 && !r[i].grouped && r[i].digits >= digits_from &&
         r[i].digits <= digits_to;
}

bool is_year(const SentenceReading& r, std::size_t i) {
  return plain_number(r, i, 4, 4) && r[i].value >= kFirstYear && r[i].value <= kLastYear;
}

int number(const SentenceReading& r, std::size_t i) { return static_cast<int>(r[i].value); }

bool free_standing(const SentenceReading& r, std::size_t first, std::size_t last) {
  if (first > 0 && r[first].glued && r[first - 1].mark != '(' && r[first - 1].mark != '"' && r[first - 1].mark != '[') return false;
  if (last >= r.size() || !r[last].glued) return true;
  return r.is(last, Kind::mark) && r[last].mark != '/' && r[last].mark != ':' && r[last].mark != '%' && r[last].mark != '@';
}

TimeFound nothing_of(std::size_t first, std::size_t last) {
  TimeFound f;
  f.first = first;
  f.last = last;
  return f;
}

TimeFound found(std::size_t first, std::size_t last, TimeRange value) {
  TimeFound f = nothing_of(first, last);
  f.value = std::move(value);
  return f;
}

}  // namespace

TimeFound TimeReader::date_at(std::size_t i) const {
  if (r_.is_number(i)) {
    for (const auto rule : {&TimeReader::iso_date, &TimeReader::slashed_date, &TimeReader::day_month, &TimeReader::decade_at,
                            &TimeReader::year_at})
      if (TimeFound f = (this->*rule)(i)) return f;
  }
  if (TimeFound f = weekday_at(i)) return f;
  if (TimeFound f = month_day(i)) return f;
  if (TimeFound f = day_month(i)) return f;
  if (TimeFound f = quarter_at(i)) return f;
  return century_at(i);
}

// "2025-12-01", with nothing glued on either side.
TimeFound TimeReader::iso_date(std::size_t i) const {
  if (!is_year(r_, i) || !r_.is(i + 1, Kind::hyphen) || !plain_number(r_, i + 2, 2, 2) || !r_.is(i + 3, Kind::hyphen) ||
      !plain_number(r_, i + 4, 2, 2) || !free_standing(r_, i, i + 5))
    return {};
  const int year = number(r_, i), month = number(r_, i + 2), day = number(r_, i + 4);
  if (!is_date(year, month, day)) return nothing_of(i, i + 5);
  return found(i, i + 5, one_day(day_of(year, month, day)));
}

// "24/11/2025": only where one of the two can be no month, for the order differs by country.
TimeFound TimeReader::slashed_date(std::size_t i) const {
  if (!plain_number(r_, i, 1, 2) || !r_.is_mark(i + 1, '/') || !plain_number(r_, i + 2, 1, 2) || !r_.is_mark(i + 3, '/') ||
      !plain_number(r_, i + 4, 2, 4))
    return {};
  const int a = number(r_, i), b = number(r_, i + 2);
  const int year = number(r_, i + 4) < 100 ? 2000 + number(r_, i + 4) : number(r_, i + 4);
  const bool day_first = is_date(year, b, a), month_first = is_date(year, a, b);
  if (day_first == month_first && a != b) return nothing_of(i, i + 5);
  if (!day_first && !month_first) return nothing_of(i, i + 5);
  return found(i, i + 5, one_day(day_first ? day_of(year, b, a) : day_of(year, a, b)));
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

// ", 2025", " 2025", "'s"? nothing else
std::optional<int> TimeReader::year_behind(std::size_t& next) const {
  const std::size_t at = r_.is_mark(next, ',') ? next + 1 : next;
  if (!is_year(r_, at) || !free_standing(r_, at, at + 1)) return std::nullopt;
  next = at + 1;
  return number(r_, at);
}

// day_to != day for "23-24 November"
TimeFound TimeReader::day_value(std::size_t i, std::size_t last, int month, int day, int day_to, int year) const {
  if (year == 0 && !today_) {
    if (!is_date(2000, month, day)) return nothing_of(i, last);
    return found(i, last, open_value(day == day_to ? fmt::format("XXXX-{:02}-{:02}", month, day) : fmt::format("XXXX-{:02}", month)));
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
    if (!before || !after) return nothing_of(i, last);
    year = date_of(nearest(*before, *after, i)).year;
  }
  if (!is_date(year, month, day) || !is_date(year, month, day_to) || day_to < day) return nothing_of(i, last);
  if (day_to == day) return found(i, last, one_day(day_of(year, month, day)));
  TimeRange range = one_day(day_of(year, month, day));
  range.to = (day_of(year, month, day_to) + 1) * kSecondsADay;
  return found(i, last, range);
}

TimeFound TimeReader::month_value(std::size_t i, std::size_t last, int month, int year) const {
  if (year != 0) return found(i, last, calendar::month(year, month));
  if (!today_) return found(i, last, open_value(fmt::format("XXXX-{:02}", month)));
  const Date today = date_of(*today_);
  const int before = month <= today.month ? today.year : today.year - 1;
  const int after = month >= today.month ? today.year : today.year + 1;
  if (before == after) return found(i, last, calendar::month(before, month));
  const bool ahead = date_of(nearest(day_of(before, month, 1), day_of(after, month, 1), i)).year == after;
  return found(i, last, calendar::month(ahead ? after : before, month));
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
  if (const PhraseFound of = r_.find(end, FigureSection::link_of); of && is_year(r_, end + of.length)) end += of.length;
  if (const auto year = year_behind(end)) return month_value(i, end, month, *year);
  if (const TimeFound near = near_unit(end); near && near.value.granularity == Granularity::year)  // "January this year"
    return month_value(i, near.last, month, date_of(near.value.from / kSecondsADay).year);
  const bool led = r_.find_before(i, FigureSection::before_month) || r_.find_before(i, FigureSection::early) || r_.find_before(i, FigureSection::late);
  const bool verb = r_.tag(i).upos == Upos::VERB || r_.tag(i).upos == Upos::AUX;
  const bool name_behind = end < r_.size() && r_.is(end, Kind::word) && r_.tag(end).upos == Upos::PROPN && !weekday_name(end);
  const bool name_before = i > 0 && r_.is(i - 1, Kind::word) && r_.tag(i - 1).upos == Upos::PROPN;
  if (verb || name_before || (!led && (name_behind || r_.has(i, FigureSection::month_or_word)))) return {};
  return month_value(i, end, month, 0);
}

// "Sunday", "Sunday, 30 November", "Friday Nov. 28"
TimeFound TimeReader::weekday_at(std::size_t i) const {
  if (const PhraseFound every = r_.find(i, FigureSection::weekdays); every && r_.capital(i)) {
    TimeFound f = found(i, i + every.length, open_value(fmt::format("XXXX-WXX-{}", static_cast<int>(every.figure.low))));
    f.kind = TimeKind::set;
    return f;
  }
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
  if (!today_) return found(i, end, open_value(fmt::format("XXXX-WXX-{}", static_cast<int>(name.figure.low))));
  const int back = (weekday(*today_) - static_cast<int>(name.figure.low) + 7) % 7;
  const int ahead = (7 - back) % 7;
  const Tense tense = tense_at(i);
  return found(i, end, one_day(tense == Tense::future ? *today_ + ahead : *today_ - back));
}

// "2011", but not the 2011 of "2011 people".
TimeFound TimeReader::year_at(std::size_t i) const {
  if (!is_year(r_, i)) return {};
  const bool range = r_.is(i + 1, Kind::hyphen) && r_[i + 1].glued && r_.is_number(i + 2) && r_[i + 2].glued;
  if (range) {
    const bool short_form = plain_number(r_, i + 2, 2, 2) && number(r_, i + 2) == (number(r_, i) + 1) % 100;
    if (!(short_form || is_year(r_, i + 2)) || (i > 0 && r_[i].glued) || r_.is(i + 3, Kind::hyphen)) return {};
    const int last_year = short_form ? number(r_, i) + 1 : number(r_, i + 2);
    if (last_year <= number(r_, i)) return {};
    TimeRange t = calendar::year(number(r_, i));
    t.to = calendar::year(last_year).to;
    return found(i, i + 3, t);
  }
  const bool refined = i > 1 && r_.is(i - 1, Kind::hyphen) && (r_.find_before(i - 1, FigureSection::mid) ||  // "mid-1996"
                       r_.find_before(i - 1, FigureSection::early) || r_.find_before(i - 1, FigureSection::late));
  if (!refined && !free_standing(r_, i, i + 1) && !(r_.is(i + 1, Kind::hyphen) && !(i > 0 && r_[i].glued))) return {};
  const bool era = r_.has(i + 1, FigureSection::era);
  if (era) return nothing_of(i, i + 2);
  const bool led = static_cast<bool>(r_.find_before(i, FigureSection::before_year));
  const bool hedged = r_.find_before(i, FigureSection::hedge) || r_.find_before(i, FigureSection::at_least) || r_.find_before(i, FigureSection::at_most) ||
                      r_.find_before(i, FigureSection::names_by_number);
  if (hedged || (i > 0 && r_.is(i - 1, Kind::mark) && r_.text(i - 1).size() <= 3 && r_[i - 1].mark == '$')) return {};
  if (!led && (number(r_, i) < 1900)) return {};
  if (i + 1 < r_.size() && r_.is(i + 1, Kind::word) && !r_.is(i + 1, Kind::hyphen)) {
    const PhraseFound unit = r_.find(i + 1, FigureSection::unit);  // "the 1988 quarter" is no length of time
    const bool of_the_year = unit && r_.tag(i + 1).xpos == Xpos::NN &&
                             r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)).dimension == "duration";
    const bool measured = (unit && !of_the_year && !r_.capital(i + 1)) || r_.has(i + 1, FigureSection::scale) || r_.has(i + 1, FigureSection::group);
    const bool counted = r_.tag(i + 1).xpos == Xpos::NNS && !(led && number(r_, i) >= 1900 && (number(r_, i) % 100 != 0 || r_.capital(i + 1)));
    if (measured || counted || r_.has(i + 1, FigureSection::zone)) return {};
  }
  return found(i, i + 1, calendar::year(number(r_, i)));
}

// "the 1990s", "the '90s"
TimeFound TimeReader::decade_at(std::size_t i) const {
  const bool plural = i + 1 < r_.size() && r_[i + 1].glued && (r_.text(i + 1) == "s");
  if (!plural || !plain_number(r_, i, 2, 4) || number(r_, i) % 10 != 0) return {};
  const bool apostrophe = i > 0 && r_[i].glued && !r_.is(i - 1, Kind::word);
  if (is_year(r_, i)) {
    const int first = number(r_, i);
    return found(i, i + 2, first % 100 == 0 && first < 2000 ? century(first) : decade(first));
  }
  if (r_[i].digits == 2 && apostrophe) return found(i - 1, i + 2, decade((number(r_, i) < 30 ? 2000 : 1900) + number(r_, i)));
  return {};
}

// "the 21st century"
TimeFound TimeReader::century_at(std::size_t i) const {
  const Numeral n = ordinal_at(r_, i);
  if (!n || n.low < 1 || n.low > 21) return {};
  const std::size_t next = r_.is(n.last, Kind::hyphen) ? n.last + 1 : n.last;
  const PhraseFound word = r_.find(next, FigureSection::century);
  if (!word) return {};
  return found(i, next + word.length, century((static_cast<int>(n.low) - 1) * 100));
}

bool TimeReader::about_business() const {
  for (std::size_t i = 0; i < r_.size(); ++i)
    if (r_.has(i, FigureSection::business_cue)) return true;
  return false;
}

// "third quarter of 2024", "Q3 2024", "the first half of 2024"; without its year only where money is talked about.
TimeFound TimeReader::quarter_at(std::size_t i) const {
  int index = 0, kind = 0;
  std::size_t next = i;
  if (const PhraseFound code = r_.find(i, FigureSection::quarter_short)) {
    index = static_cast<int>(code.figure.low);
    kind = 3;
    next = i + code.length;
  } else if (const Numeral n = ordinal_at(r_, i); n && n.low >= 1 && n.low <= 4) {
    next = r_.is(n.last, Kind::hyphen) ? n.last + 1 : n.last;
    const PhraseFound name = r_.find(next, FigureSection::quarter_name);
    if (!name) return {};
    index = static_cast<int>(n.low);
    kind = static_cast<int>(name.figure.low);
    next += name.length;
  }
  if (index == 0 || (kind == 6 && index > 2)) return {};
  std::size_t at = next;
  if (const PhraseFound of = r_.find(at, FigureSection::before_year)) at += of.length;
  std::optional<int> year;
  std::size_t end = next;
  if (is_year(r_, at) && free_standing(r_, at, at + 1)) {
    year = number(r_, at);
    end = at + 1;
  } else if (const TimeFound near = near_unit(at); near && near.value.granularity == Granularity::year && at > next) {
    year = date_of(near.value.from / kSecondsADay).year;
    end = near.last;
  } else if (kind == 3 && today_ && about_business()) {
    const Date today = date_of(*today_);
    year = 3 * (index - 1) + 1 <= today.month ? today.year : today.year - 1;
  }
  if (!year) return {};
  return found(i, end, kind == 3 ? quarter(*year, index) : half(*year, index));
}

}  // namespace crosscheck
