// Lengths of time that no number measures: "for weeks", "decades-long", "the past year", "the next few days"; and what a length
// makes of a date beside it: "a week after Christmas", "the day before", "two years ago".
#include <cmath>

#include <fmt/format.h>

#include "mention/amounts.h"
#include "mention/quantities.h"
#include "mention/time_figures.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;
using namespace calendar;

constexpr std::int64_t kWeek = 7 * kSecondsADay, kFortnight = 2 * kWeek;
constexpr std::int64_t kMonth = 2629746, kQuarter = 3 * kMonth, kYear = 12 * kMonth, kDecade = 10 * kYear;

std::int64_t seconds_of(const Unit& unit) { return static_cast<std::int64_t>(std::llround(unit.factor)); }

TimeFound length(const SentenceReading& r, std::size_t first, std::size_t last, double number, bool vague, const PhraseFound& unit) {
  TimeFound f = time_found(first, last, open_value(duration_timex(number, vague, r.lexicon().unit(static_cast<std::size_t>(unit.figure.low)))), TimeKind::duration);
  f.noun = true;
  return f;
}

}  // namespace

PhraseFound TimeReader::unit_of_time(std::size_t i) const {
  const PhraseFound unit = r_.find(i, FigureSection::unit);
  return unit && is_duration(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low))) ? unit : PhraseFound{};
}

TimeFound TimeReader::length_at(std::size_t i) const {
  if (TimeFound f = near_length(i)) return f;
  return bare_length(i);
}

// "the past year", "the last few months", "the next couple of years"
TimeFound TimeReader::near_length(std::size_t i) const {
  for (const FigureSection section : {FigureSection::last, FigureSection::next}) {
    const PhraseFound near = r_.find(i, section);
    if (!near || i == 0 || r_.tag(i - 1).upos != Upos::DET) continue;
    const std::size_t at = i + near.length;
    if (const PhraseFound few = r_.find(at, FigureSection::few)) {
      const PhraseFound unit = unit_of_time(at + few.length);
      if (unit) return length(r_, i, at + few.length + unit.length, few.figure.low, few.figure.low == 0, unit);
      return {};
    }
    const PhraseFound unit = unit_of_time(at);
    const bool governed = i > 1 && r_.tag(i - 2).upos == Upos::ADP && !r_.has(i - 2, FigureSection::link_of);
    if (!unit || !governed || unit.length != 1 || r_.has(at + 1, FigureSection::link_of)) return {};
    if (r_.is(at + 1, Kind::hyphen) && r_[at + 1].glued) return {};
    const std::int64_t seconds = seconds_of(r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low)));
    const bool plural = r_.tag(at).xpos == Xpos::NNS;
    if (!plural && (seconds < kWeek || seconds == kQuarter)) return {};
    return length(r_, i, at + 1, 1, plural, unit);
  }
  return {};
}

// "for weeks", "after months of talks", "in the days since", "decades-long"
TimeFound TimeReader::bare_length(std::size_t i) const {
  const PhraseFound unit = unit_of_time(i);
  if (!unit || unit.length != 1) return {};
  const bool plural = r_.tag(i).xpos == Xpos::NNS || !r_[i].whole_token;
  std::size_t next = i + 1;
  if (r_.is(next, Kind::hyphen) && r_[next].glued) {
    const bool many = !r_[i].whole_token && r_.text(i).back() == 's' && !(i > 0 && r_[i].glued);
    PhraseFound tail = r_.find(next + 1, FigureSection::long_);
    if (!tail) tail = r_.find(next + 1, FigureSection::old);
    if (!many || !tail) return {};
    TimeFound f = length(r_, i, next + 1 + tail.length, 1, true, unit);
    f.noun = false;
    return f;
  }
  if (!plural || i == 0 || !r_[i].whole_token) return {};
  const bool the = r_.tag(i - 1).upos == Upos::DET && !r_.has(i - 1, FigureSection::every);
  const std::size_t before = the ? i - 1 : i;
  const bool governed = before > 0 && r_.tag(before - 1).upos == Upos::ADP && !r_.has(before - 1, FigureSection::link_of);
  const bool shifts = r_.has(next, FigureSection::earlier) || r_.has(next, FigureSection::later);
  if (the ? !(governed && (shifts || next >= r_.size() || !r_.has(next, FigureSection::link_of))) : !(governed || shifts)) return {};
  const Upos behind = r_.tag(i - 1).upos;  // "weeks after the vote", but not the weeks of "two weeks", "long weeks"
  const bool alone = behind == Upos::VERB || behind == Upos::NOUN || behind == Upos::PROPN || behind == Upos::ADV;
  if (!the && !governed && !(r_.is(i - 1, Kind::word) && alone && !r_.taken(i - 1))) return {};
  return length(r_, i, next, 1, true, unit);
}

// A length with its number, as "ago" and "after" need it: "two years", "a week", "several months".
TimeReader::Length TimeReader::length_before(std::size_t i) const {
  Length l;
  if (const Amount a = amount_at(r_, i); a && a.has_unit() && !a.unit_before && !a.hyphened) {
    const bool exact = a.low == a.high;
    if ((!exact && !a.numeral.vague) || !is_duration(r_.lexicon().unit(a.unit))) return l;
    l.number = a.low;
    l.vague = !exact;
    l.unit = &r_.lexicon().unit(a.unit);
    l.last = a.last;
    return l;
  }
  std::size_t at = i;
  if (const PhraseFound article = r_.find(i, FigureSection::article)) at += article.length;
  else if (r_.tag(i).xpos == Xpos::NNS || (i > 0 && r_.tag(i - 1).upos == Upos::DET)) l.bare = true;
  else return l;
  const PhraseFound unit = unit_of_time(at);
  if (!unit) return l;
  l.vague = l.bare && r_.tag(at).xpos == Xpos::NNS;
  l.unit = &r_.lexicon().unit(static_cast<std::size_t>(unit.figure.low));
  l.last = at + unit.length;
  return l;
}

// `length` further than `day`, as exact as its unit: years make a year, months a month.
TimeRange TimeReader::further(Day day, const Length& l, int sign) const {
  const std::int64_t seconds = seconds_of(*l.unit);
  const Date date = date_of(day);
  const auto whole = [&](std::int64_t unit) { return sign * static_cast<std::int64_t>(l.number * static_cast<double>(seconds / unit)); };
  if (!(l.number >= 0 && l.number < 3000)) return {};
  if (seconds == kSecondsADay) return one_day(day + whole(kSecondsADay));
  if (seconds == kWeek || seconds == kFortnight) {  // "two weeks ago" is that day, give or take some
    TimeRange t = one_day(day + whole(kSecondsADay));
    t.granularity = Granularity::week;
    t.approx = true;
    return t;
  }
  if (seconds == kMonth || seconds == kQuarter) {
    const Date d = add_months(date, whole(kMonth));
    return calendar::month(d.year, d.month);
  }
  if (seconds < kYear) return open_value(sign < 0 ? "PAST_REF" : "FUTURE_REF");
  const std::int64_t year = date.year + whole(kYear);
  if (year < 1 || year > kLastYear) return {};
  return seconds == kYear ? calendar::year(static_cast<int>(year)) : decade(static_cast<int>(year) / 10 * 10);
}

// "two years ago", "a week ago", "three days from now"; "a year earlier" than the year spoken of.
TimeFound TimeReader::ago(std::size_t i) const {
  const Length l = length_before(i);
  if (l.unit == nullptr) return {};
  int sign = 0;
  PhraseFound word = r_.find(l.last, FigureSection::ago);
  if (word) sign = -1;
  else if ((word = r_.find(l.last, FigureSection::from_now))) sign = 1;
  if (sign == 0) return l.bare || l.vague ? TimeFound{} : year_earlier(i, l);
  TimeFound f;
  if (l.vague || !today_) f = time_found(i, l.last + word.length, open_value(sign < 0 ? "PAST_REF" : "FUTURE_REF"));
  else if (l.bare) return {};
  else if (memory_.quarter && l.number == 1 && seconds_of(*l.unit) == kYear && sign < 0) f = time_found(i, l.last + word.length, quarter(memory_.quarter->year - 1, (memory_.quarter->month - 1) / 3 + 1));
  else f = time_found(i, l.last + word.length, further(*today_, l, sign));
  f.hedged = true;
  return f.value.timex.empty() ? TimeFound{} : f;
}

// "a year earlier", "two years before." where nothing follows that it could be before.
TimeFound TimeReader::year_earlier(std::size_t i, const Length& l) const {
  const PhraseFound back = r_.find(l.last, FigureSection::earlier);
  const PhraseFound word = back ? back : r_.find(l.last, FigureSection::later);
  if (!word || !today_ || seconds_of(*l.unit) < kYear) return {};
  const int sign = back ? -1 : 1;
  const std::size_t last = l.last + word.length;
  const bool open_end = last >= r_.size() || r_.is(last, Kind::mark);
  const bool anchored = memory_.year && *memory_.year != date_of(*today_).year && memory_.year_sentence + 1 >= r_.sentence();
  if (std::abs(word.figure.low) > 1 && !open_end) return {};
  if (l.number != 1 && !anchored) return {};
  if (!anchored && sign > 0) return {};
  if (!anchored && memory_.quarter) return time_found(i, last, quarter(memory_.quarter->year - 1, (memory_.quarter->month - 1) / 3 + 1));
  const TimeRange value = further(anchored ? day_of(*memory_.year, 1, 1) : *today_, l, sign);
  return value.timex.empty() ? TimeFound{} : time_found(i, last, value);
}

// "a week after Christmas", "two days before 1 May", "the day before yesterday", "the week of 6 March"
TimeFound TimeReader::shifted(std::size_t i) const {
  const Length l = length_before(i);
  if (l.unit == nullptr || l.vague) return {};
  const std::int64_t seconds = seconds_of(*l.unit);
  if (seconds < kSecondsADay) return {};
  const PhraseFound back = r_.find(l.last, FigureSection::earlier);
  const PhraseFound on = back ? PhraseFound{} : r_.find(l.last, FigureSection::later);
  const PhraseFound of = l.bare && seconds == kWeek ? r_.find(l.last, FigureSection::link_of) : PhraseFound{};
  const PhraseFound link = back ? back : on ? on : of;
  if (!link) return {};
  const std::size_t at = l.last + link.length;
  if (at >= r_.size() || r_.taken(at)) return {};
  TimeFound date = date_at(at);
  if (!date) date = near_unit(at);
  if (!date) date = day_word(at);
  if (!date || !date.is_day() || date.kind != TimeKind::date) return {};
  const Day day = date.value.from / kSecondsADay;
  TimeFound f = time_found(i, date.last, of ? week_of(day) : further(day, l, back ? -1 : 1));
  f.noun = l.bare;
  return f.value.timex.empty() ? TimeFound{} : f;
}

}  // namespace crosscheck
