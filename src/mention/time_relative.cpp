// Times that only the day of the story makes a date of: "yesterday", "last month", "two years ago", "that day", "now".
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "mention/amounts.h"
#include "mention/quantities.h"
#include "mention/time_reader.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;
using namespace calendar;

struct DayPart {
  FigureSection section;
  const char* code;  // TIMEX3
};
constexpr DayPart kParts[] = {{FigureSection::morning, "TMO"}, {FigureSection::midday, "TMI"}, {FigureSection::afternoon, "TAF"},
                              {FigureSection::evening, "TEV"}, {FigureSection::night, "TNI"},  {FigureSection::tonight, "TNI"}};

TimeFound found(std::size_t first, std::size_t last, TimeRange value, TimeKind kind = TimeKind::date) {
  TimeFound f;
  f.first = first;
  f.last = last;
  f.kind = kind;
  f.value = std::move(value);
  return f;
}

std::int64_t seconds_of(const Unit& unit) { return static_cast<std::int64_t>(std::llround(unit.factor)); }

constexpr std::int64_t kWeek = 7 * kSecondsADay, kFortnight = 2 * kWeek;
constexpr std::int64_t kMonth = 2629746, kQuarter = 3 * kMonth, kYear = 12 * kMonth, kDecade = 10 * kYear, kCentury = 10 * kDecade;

// Hours [from, to) of a day.
TimeRange part_of(const TimeRange& day, const Figure& hours, const char* code) {
  TimeRange t = day;
  t.to = day.from + static_cast<std::int64_t>(hours.high * 3600);
  t.from = day.from + static_cast<std::int64_t>(hours.low * 3600);
  t.granularity = Granularity::hour;
  t.timex += code;
  return t;
}

}  // namespace

TimeFound TimeReader::relative_at(std::size_t i) const {
  for (const auto rule : {&TimeReader::ago, &TimeReader::near_unit, &TimeReader::weekend, &TimeReader::day_word, &TimeReader::every, &TimeReader::reference})
    if (TimeFound f = (this->*rule)(i)) return f;
  return {};
}

// "Sunday morning", "late on Friday night", "24 November in the evening" is left alone.
void TimeReader::part_of_day(TimeFound& f) const {
  const std::size_t at = r_.is_mark(f.last, ',') ? f.last + 1 : f.last;
  for (const DayPart& part : kParts) {
    const PhraseFound hours = r_.find(at, part.section);
    if (!hours) continue;
    f.value = part_of(f.value, hours.figure, part.code);
    f.kind = TimeKind::time;
    f.last = at + hours.length;
    return;
  }
}

// "today", "yesterday evening", "tonight", "later that day"
TimeFound TimeReader::day_word(std::size_t i) const {
  if (const PhraseFound that = r_.find(i, FigureSection::that_day)) {
    const std::optional<Day> day = memory_.day ? memory_.day : today_;
    return day ? found(i, i + that.length, one_day(*day)) : TimeFound{};
  }
  if (const PhraseFound tonight = r_.find(i, FigureSection::tonight); tonight && today_)
    return found(i, i + tonight.length, part_of(one_day(*today_), tonight.figure, "TNI"), TimeKind::time);
  const PhraseFound word = r_.find(i, FigureSection::day_word);
  if (!word) return {};
  if (!today_) return found(i, i + word.length, open_value(word.figure.low == 0 ? "PRESENT_REF" : word.figure.low < 0 ? "PAST_REF" : "FUTURE_REF"));
  return found(i, i + word.length, one_day(*today_ + static_cast<Day>(word.figure.low)));
}

// The week, month, year … `steps` from the one of the story.
TimeFound TimeReader::stretch_of(const Unit& unit, int steps) const {
  const std::int64_t length = seconds_of(unit);
  const Date today = date_of(*today_);
  if (length == kSecondsADay) return found(0, 1, one_day(*today_ + steps));
  if (length == kWeek) return found(0, 1, week_of(*today_ + 7 * steps));
  if (length == kMonth) {
    const Date d = add_months(today, steps);
    return found(0, 1, calendar::month(d.year, d.month));
  }
  if (length == kQuarter) {
    const Date d = add_months(today, 3 * steps);
    return found(0, 1, quarter(d.year, (d.month - 1) / 3 + 1));
  }
  if (length == kYear) return found(0, 1, calendar::year(today.year + steps));
  if (length == kDecade) return found(0, 1, decade((today.year / 10 + steps) * 10));
  if (length == kCentury) return found(0, 1, century((today.year / 100 + steps) * 100));
  return {};
}

// "over the weekend": the one that is on, else the last.
TimeFound TimeReader::weekend(std::size_t i) const {
  const PhraseFound word = today_ ? r_.find(i, FigureSection::weekend) : PhraseFound{};
  if (!word || i < 2 || r_.tag(i - 1).upos != Upos::DET || r_.tag(i - 2).upos != Upos::ADP) return {};
  const bool ahead = tense_at(i) == Tense::future;
  return found(i - 1, i + word.length, weekend_of(weekday(*today_) >= 6 || ahead ? *today_ : *today_ - 7));
}

// "this week", "last Sunday", "next March", "last night", "this morning"
TimeFound TimeReader::near_unit(std::size_t i) const {
  for (const auto& [section, steps] : {std::pair{FigureSection::last, -1}, {FigureSection::this_, 0}, {FigureSection::next, 1}}) {
    PhraseFound near = r_.find(i, section);
    if (!near) continue;
    if (section == FigureSection::this_ && r_.find(i + near.length, FigureSection::last)) {  // "this past Sunday", "this coming Sunday"
      near.length += 1;
      return near_at(i, i + near.length, -1);
    }
    if (section == FigureSection::this_ && r_.find(i + near.length, FigureSection::next)) return near_at(i, i + near.length + 1, 1);
    const bool length_of_time = section != FigureSection::this_ && i > 0 && r_.tag(i - 1).upos == Upos::DET;  // "the last year"
    if (!length_of_time) return near_at(i, i + near.length, steps);
  }
  return {};
}

TimeFound TimeReader::near_at(std::size_t i, std::size_t name, int steps) const {
  if (!today_ || name >= r_.size()) return {};
  const Date today = date_of(*today_);
  if (const PhraseFound day = weekday_name(name)) {
    const int ahead = (static_cast<int>(day.figure.low) - weekday(*today_) + 7) % 7;
    const Day d = steps < 0 ? *today_ - (7 - ahead) : steps > 0 ? *today_ + (ahead == 0 ? 7 : ahead) : *today_ + ahead;
    return found(i, name + day.length, one_day(d));
  }
  if (const PhraseFound m = month_name(name)) {
    const int n = static_cast<int>(m.figure.low);
    const int year = steps < 0 ? (n < today.month ? today.year : today.year - 1)
                               : steps > 0 ? (n > today.month ? today.year : today.year + 1) : today.year;
    return found(i, name + m.length, calendar::month(year, n));
  }
  for (const DayPart& part : kParts) {
    const PhraseFound hours = r_.find(name, part.section);
    if (!hours) continue;
    if (steps > 0) return {};
    const Day day = *today_ + (steps < 0 ? -1 : 0);
    return found(i, name + hours.length, part_of(one_day(day), hours.figure, part.code), TimeKind::time);
  }
  if (const PhraseFound weekend = r_.find(name, FigureSection::weekend))
    return found(i, name + weekend.length, weekend_of(*today_ + 7 * (steps < 0 && weekday(*today_) >= 7 ? -1 : steps)));
  if (const PhraseFound s = r_.find(name, FigureSection::season)) {
    const int begin = static_cast<int>(s.figure.low);
    const int year = steps < 0 ? (today.month >= begin + 3 ? today.year : today.year - 1)
                               : steps > 0 ? (today.month < begin ? today.year : today.year + 1) : today.year;
    return found(i, name + s.length, season(year, begin));
  }
  const PhraseFound unit = r_.find(name, FigureSection::unit);
  if (!unit || unit.length != 1 || r_.tag(name).xpos == Xpos::NNS) return {};
  if (r_.is(name + 1, Kind::hyphen) && r_[name + 1].glued) return {};
  TimeFound f = stretch_of(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)), steps);
  if (!f) return {};
  f.first = i;
  f.last = name + unit.length;
  return f;
}

// "two years ago", "a week ago", "three days from now"; "a year earlier" where nothing follows that it could be earlier than.
TimeFound TimeReader::ago(std::size_t i) const {
  double number = 1;
  bool vague = false;
  std::size_t at = i;
  PhraseFound unit;
  if (const Amount a = amount_at(r_, i); a && a.has_unit() && !a.unit_before && !a.hyphened && a.low == a.high) {
    unit = {1, {static_cast<double>(a.unit), static_cast<double>(a.unit)}};
    number = a.low;
    at = a.last;
  } else if (a && a.has_unit() && a.numeral.vague) {
    unit = {1, {static_cast<double>(a.unit), static_cast<double>(a.unit)}};
    vague = true;
    at = a.last;
  } else if (const PhraseFound article = r_.find(i, FigureSection::article)) {
    unit = r_.find(i + article.length, FigureSection::unit);
    at = i + article.length + unit.length;
  }
  if (!unit || !is_duration(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)))) return {};
  int sign = 0;
  PhraseFound word = r_.find(at, FigureSection::ago);
  if (word) sign = -1;
  else if ((word = r_.find(at, FigureSection::from_now))) sign = 1;
  const PhraseFound earlier = sign == 0 ? r_.find(at, FigureSection::earlier) : PhraseFound{};
  const bool open_end = earlier && (at + earlier.length >= r_.size() || r_.is(at + earlier.length, Kind::mark));
  const std::int64_t length = seconds_of(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)));
  if (earlier && open_end && length >= kYear) {
    sign = -1;
    word = earlier;
  }
  if (sign == 0) return {};
  const std::size_t last = at + word.length;
  if (vague || !today_) return found(i, last, open_value(sign < 0 ? "PAST_REF" : "FUTURE_REF"));
  if (!(number >= 0 && number < 3000)) return {};
  const Date today = date_of(*today_);
  if (length == kSecondsADay) return found(i, last, one_day(*today_ + sign * static_cast<Day>(number)));
  if (length == kWeek || length == kFortnight)
    return found(i, last, week_of(*today_ + sign * static_cast<Day>(number * static_cast<double>(length / kSecondsADay))));
  if (length == kMonth || length == kQuarter) {
    const Date d = add_months(today, sign * static_cast<std::int64_t>(number * static_cast<double>(length / kMonth)));
    return found(i, last, calendar::month(d.year, d.month));
  }
  const double years = number * static_cast<double>(length / kYear);
  if (length < kYear || years > today.year - 1) return length < kSecondsADay ? found(i, last, open_value("PAST_REF")) : TimeFound{};
  const int year = today.year + sign * static_cast<int>(years);
  return found(i, last, length == kYear ? calendar::year(year) : decade(year / 10 * 10));
}

// "now", "recently", "in the future": no dates, but TIMEX3 has values for them.
TimeFound TimeReader::reference(std::size_t i) const {
  for (const auto& [section, code] : {std::pair{FigureSection::present_ref, "PRESENT_REF"}, {FigureSection::past_ref, "PAST_REF"},
                                      {FigureSection::future_ref, "FUTURE_REF"}})
    if (const PhraseFound f = r_.find(i, section)) {
      const std::size_t next = i + f.length;  // "in the past two months" is a length of time
      const bool measured = r_.is_number(next) || r_.has(next, FigureSection::cardinal) || r_.has(next, FigureSection::unit) ||
                            r_.has(next, FigureSection::vague) || r_.has(next, FigureSection::season);
      if (!measured) return found(i, next, open_value(code));
    }
  return {};
}

// "every Monday", "each year", "daily"
TimeFound TimeReader::every(std::size_t i) const {
  if (const PhraseFound word = r_.find(i, FigureSection::set_word)) {
    const double days = word.figure.low;
    const char* code = days == 1 ? "P1D" : days == 7 ? "P1W" : days < 32 ? "P1M" : days < 100 ? "P3M" : "P1Y";
    return found(i, i + word.length, open_value(code), TimeKind::set);
  }
  const PhraseFound each = r_.find(i, FigureSection::every);
  if (!each) return {};
  const std::size_t at = i + each.length;
  if (const PhraseFound day = weekday_name(at))
    return found(i, at + day.length, open_value(fmt::format("XXXX-WXX-{}", static_cast<int>(day.figure.low))), TimeKind::set);
  const PhraseFound unit = r_.find(at, FigureSection::unit);
  if (!unit) return {};
  const Unit& u = r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low));
  if (!is_duration(u)) return {};
  return found(i, at + unit.length, open_value(duration_timex(1, false, u)), TimeKind::set);
}

}  // namespace crosscheck
