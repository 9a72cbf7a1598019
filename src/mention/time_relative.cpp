// Times that only the day of the story makes a date of: "yesterday", "last month", "two years ago", "that day", "now".
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "mention/amounts.h"
#include "mention/quantities.h"
#include "mention/time_figures.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;
using namespace calendar;

struct DayPart {
  FigureSection section;
  const char* code;  // TIMEX3
};
constexpr std::uint32_t kStillSpokenOf = 3;  // sentences for which a day or year stays the one spoken of
constexpr DayPart kParts[] = {{FigureSection::morning, "TMO"}, {FigureSection::midday, "TMI"}, {FigureSection::afternoon, "TAF"},
                              {FigureSection::evening, "TEV"}, {FigureSection::night, "TNI"},  {FigureSection::tonight, "TNI"}};

std::int64_t seconds_of(const Unit& unit) { return static_cast<std::int64_t>(std::llround(unit.factor)); }

constexpr std::int64_t kWeek = 7 * kSecondsADay;
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

TimeFound TimeReader::relative_at(std::size_t i, const Length& length) const {
  TimeFound f = ago(i, length);
  if (!f) f = first_of(kRelative, i);
  if (!f || f.kind != TimeKind::date || f.value.granularity != Granularity::year) return f;
  const TimeFound quarter = quarter_of(f);
  return quarter ? quarter : f;
}

TimeReader::DayPartFound TimeReader::day_part(std::size_t i) const {
  for (const DayPart& part : kParts)
    if (const PhraseFound hours = r_.find(i, part.section)) return {i + hours.length, part.code, hours.figure};
  return {};
}

// "Sunday morning", "late on Friday night", "24 November in the evening" is left alone.
void TimeReader::part_of_day(TimeFound& f) const {
  const DayPartFound part = day_part(r_.is_mark(f.last, ',') ? f.last + 1 : f.last);
  if (!part) return;
  if (r_.tag(part.last - 1).xpos == Xpos::NNS) {  // "Sunday nights"
    const int day = weekday(f.value.from / kSecondsADay);
    f = time_found(f.first, part.last, open_value(fmt::format("XXXX-WXX-{}{}", day, part.code)), TimeKind::set);
    return;
  }
  f.value = part_of(f.value, part.hours, part.code);
  f.kind = TimeKind::time;
  f.last = part.last;
}

// "overnight": the night before the story, or the one ahead.
TimeFound TimeReader::overnight(std::size_t i) const {
  const PhraseFound word = today_ ? r_.find(i, FigureSection::overnight) : PhraseFound{};
  if (!word) return {};
  const std::size_t at = i + word.length;
  const PhraseFound on = r_.find(at, FigureSection::on_day);
  const TimeFound day = at + on.length < r_.size() && on ? date_at(at + on.length) : TimeFound{};
  if (day && day.is_day()) return time_found(i, day.last, part_of(day.value, word.figure, "TNI"), TimeKind::time);
  const Day night = tense_at(i) == Tense::future ? *today_ : *today_ - 1;
  return time_found(i, at, part_of(one_day(night), word.figure, "TNI"), TimeKind::time);
}

// "in the morning", "mid-afternoon yesterday", "the night of 3 May": the part before its day, or of the day just spoken of.
TimeFound TimeReader::part_before_day(std::size_t i) const {
  const DayPartFound part = day_part(i);
  if (!part || !today_ || r_.tag(part.last - 1).xpos == Xpos::NNS) return {};
  std::size_t at = part.last;
  const PhraseFound of = r_.find(at, FigureSection::link_of);
  const PhraseFound on = of ? of : r_.find(at, FigureSection::on_day);
  at += on.length;
  const bool led = on && i > 0 && (r_.tag(i - 1).upos == Upos::ADP || (i > 1 && r_.tag(i - 1).upos == Upos::DET && r_.tag(i - 2).upos == Upos::ADP));
  const bool mid = refined_before(i) || (i > 0 && r_.is(i - 1, Kind::hyphen) && refined_before(i - 1));
  if (at < r_.size() && (of || mid || led)) {
    TimeFound day = date_at(at);
    if (!day) day = day_word(at);
    if (day && day.is_day() && day.kind == TimeKind::date) {
      TimeFound f = time_found(i, day.last, part_of(day.value, part.hours, part.code), TimeKind::time);
      f.noun = of.length > 0;
      return f;
    }
  }
  const bool the = i > 1 && r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::article) && r_.tag(i - 2).upos == Upos::ADP;
  if (!memory_.day || memory_.day_sentence + 1 < r_.sentence() || !(the || mid) || of) return {};
  TimeFound f = time_found(i, part.last, part_of(one_day(*memory_.day), part.hours, part.code), TimeKind::time);
  f.noun = the;
  return f;
}

// "the end of the month", "early in the week": the one that is on.
TimeFound TimeReader::refined_unit(std::size_t i) const {
  const PhraseFound unit = i > 1 && today_ && r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::article) ? r_.find(i, FigureSection::time_unit) : PhraseFound{};
  if (!unit || unit.length != 1 || r_.tag(i).xpos == Xpos::NNS || seconds_of(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low))) <= kSecondsADay) return {};
  if (!refined_before(i - 1) && !(i > 2 && r_.tag(i - 2).upos == Upos::ADP && refined_before(i - 2))) return {};
  TimeFound f = further_unit(i, i + 1, *today_, 0);
  f.noun = true;
  return f;
}

// "today", "yesterday evening", "tonight", "later that day"
TimeFound TimeReader::day_word(std::size_t i) const {
  if (const PhraseFound that = r_.find(i, FigureSection::that_day)) {
    if (!memory_.day && that.figure.low > 0) return time_found(i, i + that.length, open_value("XXXX-XX-XX"));
    const std::optional<Day> day = memory_.day ? memory_.day : today_;
    return day ? time_found(i, i + that.length, one_day(*day)) : TimeFound{};
  }
  if (const PhraseFound tonight = r_.find(i, FigureSection::tonight); tonight && today_)
    return time_found(i, i + tonight.length, part_of(one_day(*today_), tonight.figure, "TNI"), TimeKind::time);
  const PhraseFound word = r_.find(i, FigureSection::day_word);
  if (!word) return {};
  if (!today_) return time_found(i, i + word.length, open_value(word.figure.low == 0 ? "PRESENT_REF" : word.figure.low < 0 ? "PAST_REF" : "FUTURE_REF"));
  return time_found(i, i + word.length, one_day(*today_ + static_cast<Day>(word.figure.low)));
}

// The week, month, year … `steps` from the one of `base`.
TimeFound TimeReader::stretch_of(const Unit& unit, int steps, Day base) const {
  const std::int64_t length = seconds_of(unit);
  const Date today = date_of(base);
  if (length == kSecondsADay) return time_found(0, 1, one_day(base + steps));
  if (length == kWeek) return time_found(0, 1, week_of(base + 7 * steps));
  if (length == kMonth) {
    const Date d = add_months(today, steps);
    return time_found(0, 1, calendar::month(d.year, d.month));
  }
  if (length == kQuarter) {
    const Date d = add_months(today, 3 * steps);
    return time_found(0, 1, quarter(d.year, (d.month - 1) / 3 + 1));
  }
  if (length == kYear) return time_found(0, 1, calendar::year(today.year + steps));
  if (length == kDecade) return time_found(0, 1, decade((today.year / 10 + steps) * 10));
  if (length == kCentury) return time_found(0, 1, century((today.year / 100 + steps) * 100));
  return {};
}

// "over the weekend": the one that is on, else the last.
TimeFound TimeReader::weekend(std::size_t i) const {
  const PhraseFound word = today_ ? r_.find(i, FigureSection::weekend) : PhraseFound{};
  if (!word || i < 2 || r_.tag(i - 1).upos != Upos::DET || r_.tag(i - 2).upos != Upos::ADP) return {};
  const bool ahead = tense_at(i) == Tense::future;
  return time_found(i - 1, i + word.length, weekend_of(weekday(*today_) >= 6 || ahead ? *today_ : *today_ - 7));
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
    return time_found(i, name + day.length, one_day(d));
  }
  if (const PhraseFound m = month_name(name)) {
    const int n = static_cast<int>(m.figure.low);
    const int year = steps < 0 ? (n < today.month ? today.year : today.year - 1)
                               : steps > 0 ? (n > today.month ? today.year : today.year + 1) : today.year;
    return time_found(i, name + m.length, calendar::month(year, n));
  }
  if (const DayPartFound part = day_part(name)) {
    if (steps > 0) return {};
    const Day day = *today_ + (steps < 0 ? -1 : 0);
    return time_found(i, part.last, part_of(one_day(day), part.hours, part.code), TimeKind::time);
  }
  if (const PhraseFound weekend = r_.find(name, FigureSection::weekend))
    return time_found(i, name + weekend.length, weekend_of(*today_ + 7 * (steps < 0 && weekday(*today_) >= 7 ? -1 : steps)));
  if (const PhraseFound s = r_.find(name, FigureSection::season)) {
    const int begin = static_cast<int>(s.figure.low);
    const int year = steps < 0 ? (today.month >= begin + 3 ? today.year : today.year - 1)
                               : steps > 0 ? (today.month < begin ? today.year : today.year + 1) : today.year;
    return time_found(i, name + s.length, season(year, begin));
  }
  const PhraseFound unit = r_.find(name, FigureSection::unit);
  const bool title = r_.capital(name) && r_.capital(i) && name > 1;  // "This Week" is a programme
  if (!unit || unit.length != 1 || r_.tag(name).xpos == Xpos::NNS || title) return {};
  if (r_.is(name + 1, Kind::hyphen) && r_[name + 1].glued) return {};
  TimeFound f = stretch_of(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)), steps, *today_);
  if (!f) return {};
  f.first = i;
  f.last = name + unit.length;
  return f;
}

// Where a sentence or two ago the story has named one.
std::optional<TimeReader::Day> TimeReader::day_spoken_of() const {
  return memory_.day && memory_.day_sentence + kStillSpokenOf >= r_.sentence() ? memory_.day : std::nullopt;
}

// "the week before", with nothing that it could be before
TimeFound TimeReader::unit_in_line(std::size_t i) const {
  const bool the = i > 0 && r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::article);
  const PhraseFound unit = the ? r_.find(i, FigureSection::time_unit) : PhraseFound{};
  const PhraseFound back = unit ? r_.find(i + unit.length, FigureSection::earlier) : PhraseFound{};
  const PhraseFound on = unit && !back ? r_.find(i + unit.length, FigureSection::later) : PhraseFound{};
  const std::size_t end = i + unit.length + (back ? back.length : on.length);
  const std::optional<Day> named = day_spoken_of(), anchor = named ? named : today_;
  if ((!back && !on) || (end < r_.size() && !r_.is(end, Kind::mark)) || !anchor) return {};
  TimeFound f = further_unit(i, i + unit.length, *anchor, back ? -1 : 1);
  if (!f) return {};
  f.last = end;
  f.noun = true;
  return f;
}

// "the next day", "that year", "the following Monday": from the day or year that the story spoke of last.
TimeFound TimeReader::next_in_line(std::size_t i) const {
  const std::optional<Day> base = day_spoken_of(), anchor = base ? base : today_;
  const PhraseFound next = r_.find(i, FigureSection::next_in_line);
  const std::size_t at = i + next.length;
  const int steps = static_cast<int>(next.figure.low);
  if (at >= r_.size()) return {};
  if (const DayPartFound part = day_part(at)) {
    if (!base) return time_found(i, part.last, open_value(fmt::format("XXXX-XX-XX{}", part.code)), TimeKind::time);
    return time_found(i, part.last, part_of(one_day(*base + steps), part.hours, part.code), TimeKind::time);
  }
  if (const PhraseFound day = weekday_name(at); day && steps != 0 && anchor) {
    const Day from = *anchor;
    const int ahead = (static_cast<int>(day.figure.low) - weekday(from) + 7) % 7;
    return time_found(i, at + day.length, one_day(steps > 0 ? from + (ahead == 0 ? 7 : ahead) : from - (7 - ahead)));
  }
  const PhraseFound unit = r_.find(at, FigureSection::time_unit);
  if (!unit || unit.length != 1 || r_.tag(at).xpos == Xpos::NNS || (r_.is(at + 1, Kind::hyphen) && r_[at + 1].glued)) return {};
  const std::int64_t length = seconds_of(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)));
  if (length >= kYear) {
    const bool known = memory_.year && memory_.year_sentence + kStillSpokenOf >= r_.sentence();
    if (length > kYear || !known) return {};
    return time_found(i, at + 1, calendar::year(*memory_.year + steps));
  }
  if (length == kQuarter) {
    if (!memory_.quarter) return {};
    const Date d = add_months(*memory_.quarter, 3 * steps);
    return time_found(i, at + 1, quarter(d.year, (d.month - 1) / 3 + 1));
  }
  if (length == kMonth && memory_.month) return further_unit(i, at + 1, *memory_.month, steps);
  if (!base) return length == kSecondsADay && steps != 0 ? time_found(i, at + 1, open_value("XXXX-XX-XX")) : TimeFound{};
  return further_unit(i, at + 1, *base, steps);
}

// The day, week, month or year `steps` from the one that `base` lies in; the words end before `last` with the name of the unit.
TimeFound TimeReader::further_unit(std::size_t i, std::size_t last, Day base, int steps) const {
  const PhraseFound unit = r_.find(last - 1, FigureSection::time_unit);
  if (!unit) return {};
  TimeFound f = stretch_of(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)), steps, base);
  if (!f) return {};
  f.first = i;
  f.last = last;
  return f;
}

// "now", "recently", "in the future": no dates, but TIMEX3 has values for them.
TimeFound TimeReader::reference(std::size_t i) const {
  for (const auto& [section, code] : {std::pair{FigureSection::present_ref, "PRESENT_REF"}, {FigureSection::past_ref, "PAST_REF"},
                                      {FigureSection::future_ref, "FUTURE_REF"}})
    if (const PhraseFound f = r_.find(i, section)) {
      const std::size_t next = i + f.length;  // "in the past two months" is a length of time
      const bool measured = r_.is_number(next) || r_.has(next, FigureSection::cardinal) || r_.has(next, FigureSection::unit) ||
                            r_.has(next, FigureSection::vague) || r_.has(next, FigureSection::season);
      const bool noun_behind = next < r_.size() && (r_.tag(next).upos == Upos::NOUN || r_.tag(next).upos == Upos::ADJ);
      const bool noun = r_.tag(i).upos == Upos::DET;  // "the past", but not "the past tense"
      if (!measured && !(noun && noun_behind)) return time_found(i, next, open_value(code));
    }
  return {};
}

}  // namespace crosscheck
