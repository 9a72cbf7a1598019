// Clock times: "3 p.m.", "8.30pm on Sunday", "08:34 IST", "0830 GMT", "noon". Where the day is not said beside it, a clock
// time stays without one ("T15:00"): the day of the story would be a guess.
#include <cmath>

#include <fmt/format.h>

#include "mention/numerals.h"
#include "mention/time_figures.h"

namespace crosscheck {

namespace {

using Kind = Lexeme::Kind;

constexpr std::int64_t kHour = 3600, kMinute = 60;
constexpr std::int64_t kMostZone = 14;  // hours: UTC+14 is the easternmost zone

std::string offset_text(std::int32_t seconds) {
  if (seconds == 0) return "Z";
  const int minutes = (seconds < 0 ? -seconds : seconds) / 60;
  return fmt::format("{}{:02}:{:02}", seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

TimeFound taken(std::size_t first, std::size_t last) {
  TimeFound f;
  f.first = first;
  f.last = last;
  return f;
}

}  // namespace

TimeRange on_day(const TimeRange& clock, const TimeRange& day) {
  TimeRange t = clock;
  t.from = day.from + clock.from;
  t.to = day.from + clock.to;
  const bool to_the_minute = clock.to - clock.from == kMinute;
  t.granularity = to_the_minute ? Granularity::minute : Granularity::hour;
  t.timex = day.timex + clock.timex;
  return t;
}

TimeFound TimeReader::clock_at(std::size_t i) const {
  TimeFound f = first_of(kClocks, i);
  if (f && !f.value.timex.empty()) zone(f);
  if (f && f.value.granularity == Granularity::unknown && !r_.is_number(i) && f.last < r_.size() && r_[f.last].glued && r_.is(f.last, Kind::hyphen)) return {};
  return f;
}

TimeFound TimeReader::clock_value(std::size_t i, std::size_t last, int hour, int minute, bool minute_said) const {
  TimeFound f = taken(i, last);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || (hour == 24 && minute > 0)) return f;
  f.kind = TimeKind::time;
  f.value.from = hour * kHour + minute * kMinute;
  f.value.to = f.value.from + (minute_said ? kMinute : kHour);
  f.value.timex = fmt::format("T{:02}:{:02}", hour, minute);
  return f;
}

// "half past six", "a quarter to nine in the evening", "at ten to four": without the half of the day no moment, but no figures
// either.
TimeFound TimeReader::clock_phrase(std::size_t i) const {
  std::size_t at = i + r_.find(i, FigureSection::article).length;
  double minutes = 0;
  const PhraseFound part = r_.find(at, FigureSection::fraction);
  if (part) {
    minutes = part.figure.low * 60;
    at += part.length;
  } else {
    const Numeral n = at == i ? numeral_at(r_, i) : Numeral{};
    if (!n || n.figures || n.low != n.high || n.scaled) return {};
    minutes = n.low;
    at = n.last;
  }
  const bool usual = minutes > 0 && minutes <= 30 && std::fmod(minutes, 5) == 0;
  const PhraseFound past = usual ? r_.find(at, FigureSection::past_hour) : PhraseFound{};
  if (!past || (past.figure.low < 0 && minutes == 30)) return {};
  if (past.figure.low == -2 && !part && !r_.find_before(i, FigureSection::at_clock)) return {};  // "five to nine people"
  const PhraseFound hour = r_.find(at + past.length, FigureSection::cardinal);
  if (!hour || hour.figure.low < 1 || hour.figure.low > 12) return {};
  const std::size_t last = at + past.length + hour.length;
  if (last < r_.size() && r_.tag(last).upos == Upos::NOUN && !r_.has(last, FigureSection::half_day) && !r_.has(last, FigureSection::o_clock)) return {};
  int h = static_cast<int>(hour.figure.low), m = static_cast<int>(minutes);
  if (past.figure.low < 0) {
    h -= 1;
    m = 60 - m;
  }
  if (const PhraseFound half = r_.find(last, FigureSection::half_day))
    return clock_value(i, last + half.length, h % 12 + static_cast<int>(half.figure.low), m, true);
  if (TimeFound f = clock_in_part(i, last, h == 0 ? 12 : h, m, true)) return f;
  return taken(i, last);
}

TimeFound TimeReader::clock_word(std::size_t i) const {
  const PhraseFound word = r_.find(i, FigureSection::clock_word);
  const std::size_t next = i + word.length;
  const bool modifies = word && next < r_.size() && r_.is(next, Kind::word) && r_.tag(next).upos == Upos::NOUN;  // "the midnight train"
  if (!word || modifies || r_.capital(i)) return {};
  TimeFound f = clock_value(i, i + word.length, static_cast<int>(word.figure.low), 0, false);
  if (word.figure.low == 0) f.value.timex = "T24:00";  // which of its two days midnight belongs to, papers do not agree on
  f.value.approx = word.figure.low == 0;
  return f;
}

TimeFound TimeReader::clock_figures(std::size_t i) const {
  const Lexeme& n = r_[i];
  if (!n.valued || n.grouped || n.digits > 4 || (i > 0 && n.glued && r_[i - 1].mark != '(')) return {};
  int hour = static_cast<int>(n.value), minute = 0;
  std::size_t last = i + 1;
  bool minute_said = false, colon = false;
  if (r_.is_mark(last, ':') && r_[last].glued && r_.is_number(last + 1) && r_[last + 1].glued) {
    const Lexeme& m = r_[last + 1];
    if (n.digits > 2 || m.digits != 2 || n.decimals > 0) return {};
    const bool seconds = r_.is_mark(last + 2, ':') && r_.is_number(last + 3) && r_[last + 3].glued;
    const bool clocked = r_.find_before(i, FigureSection::at_clock) || (seconds && r_.has(last + 4, FigureSection::zone));
    if (seconds || m.decimals > 0) return clocked ? taken(i, last + (seconds ? 4 : 2)) : TimeFound{};  // a length of time, as of a race
    if (!m.valued) return {};
    minute = static_cast<int>(m.value);
    minute_said = colon = true;
    last += 2;
  } else if (n.decimals == 2 && n.digits <= 2) {
    minute = static_cast<int>(n.value * 100 + 0.5) % 100;
    minute_said = true;
  } else if (n.decimals > 0) {
    return {};
  } else if (n.digits == 4) {  // "0830 GMT"
    hour = static_cast<int>(n.value) / 100;
    minute = static_cast<int>(n.value) % 100;
    minute_said = true;
    const bool zoned = last < r_.size() && r_.has(last, FigureSection::zone);
    const bool led = static_cast<bool>(r_.find_before(i, FigureSection::at_clock));
    const bool military = r_.has(last, FigureSection::o_clock) && (n.leading_zero || led);
    const bool bare = n.leading_zero && led && free_standing(r_, i, last);  // "at 0600"
    if (!zoned && !military && !bare) return {};
    return clock_value(i, last + (military ? 1 : 0), hour, minute, true);
  } else if (n.digits > 2) {
    return {};
  }
  const PhraseFound half = r_.find(last, FigureSection::half_day);
  if (half) {
    if (hour < 1 || hour > 12 || minute > 59) return taken(i, last + half.length);
    hour = hour % 12 + static_cast<int>(half.figure.low);
    return clock_value(i, last + half.length, hour, minute, minute_said);
  }
  if (n.decimals == 0 || minute_said)
    if (TimeFound f = clock_in_part(i, last, hour, minute, minute_said)) return f;
  if (const PhraseFound clock = r_.find(last, FigureSection::o_clock); clock && r_.text(last).find('\'') != std::string_view::npos)
    return taken(i, last + clock.length);  // "3 o'clock": of the day or of the night
  if (!colon) return {};
  const bool zoned = r_.has(last, FigureSection::zone) || (r_.is_mark(last, '(') && r_.has(last + 1, FigureSection::zone));
  const bool sure = hour > 12 || n.leading_zero || hour == 0 || zoned;
  return sure ? clock_value(i, last, hour, minute, true) : taken(i, last);
}

// "4 in the morning", "9 o'clock in the evening", "at 5.22 on Tuesday morning": there the day is left to with_day().
TimeFound TimeReader::clock_in_part(std::size_t i, std::size_t last, int hour, int minute, bool minute_said) const {
  constexpr int kSmallHours = 6;
  std::size_t at = last;
  if (const PhraseFound clock = r_.find(at, FigureSection::o_clock)) at += clock.length;
  if (hour < 1 || hour > 12) return {};
  const auto in_half = [&](std::size_t end, const DayPartFound& part) {
    const bool after_noon = part.hours.low >= 12 && !(part.hours.high > 24 && hour < kSmallHours);  // "at 2.30 on Sunday night"
    return clock_value(i, end, hour % 12 + (after_noon ? 12 : 0), minute, minute_said);
  };
  if (const PhraseFound in = r_.find(at, FigureSection::link_in)) {
    at += in.length;
    if (at >= r_.size() || r_.tag(at).upos != Upos::DET) return {};
    const DayPartFound part = day_part(at + 1);
    return part ? in_half(part.last, part) : TimeFound{};
  }
  if (!minute_said && !r_.find_before(i, FigureSection::at_clock)) return {};
  std::size_t day = at + r_.find(at, FigureSection::on_day).length;
  const std::size_t named = weekday_name(day).length + r_.find(day, FigureSection::day_word).length + r_.find(day, FigureSection::this_).length;
  const DayPartFound part = named > 0 ? day_part(day + named) : DayPartFound{};
  return part ? in_half(at, part) : TimeFound{};
}

// "GMT", "(IST)", "UTC+5:30" behind the figures; "local time" and "ET" are passed over, for they do not tell how far from UTC.
void TimeReader::zone(TimeFound& f) const {
  if (const PhraseFound open = r_.find(f.last, FigureSection::open_zone); open && (open.length > 1 || r_.capital(f.last))) {
    f.last += open.length;
    return;
  }
  const bool bracket = r_.is_mark(f.last, '(');
  const std::size_t at = bracket ? f.last + 1 : f.last;
  const PhraseFound name = r_.find(at, FigureSection::zone);
  if (!name || !r_.capital(at)) return;
  std::size_t end = at + name.length;
  double hours = name.figure.low;
  const bool east = r_.is_mark(end, '+') && r_[end].glued;
  if ((east || (r_.is(end, Kind::hyphen) && r_[end].glued)) && r_.is_number(end + 1) && r_[end + 1].glued) {
    double shift = r_[end + 1].value;
    end += 2;
    if (r_.is_mark(end, ':') && r_.is_number(end + 1) && r_[end + 1].glued) {
      shift += r_[end + 1].value / 60;
      end += 2;
    }
    if (shift > kMostZone) {  // no such zone
      f.value.timex.clear();
      return;
    }
    hours += east ? shift : -shift;
  }
  if (bracket && !r_.is_mark(end, ')')) return;
  f.last = end + (bracket ? 1 : 0);
  f.value.has_offset = true;
  f.value.utc_offset = static_cast<std::int32_t>(std::lround(hours * 3600));
  f.value.timex += offset_text(f.value.utc_offset);
}

// "10:35 a.m. (0735 GMT)": the same moment on two clocks tells the zone of the first.
void TimeReader::zone_by_second_clock(TimeFound& clock) const {
  if (clock.value.approx || !r_.is_mark(clock.last, '(')) return;
  const TimeFound other = r_.is_number(clock.last + 1) ? clock_at(clock.last + 1) : TimeFound{};
  if (!other || !other.value.has_offset || !r_.is_mark(other.last, ')')) return;
  std::int64_t offset = clock.value.from - (other.value.from - other.value.utc_offset);
  constexpr std::int64_t kDay = calendar::kSecondsADay;
  offset = ((offset % kDay) + kDay) % kDay;
  if (offset > kMostZone * kHour) offset -= kDay;
  clock.last = other.last + 1;
  if (clock.value.has_offset) return;
  if (offset % (15 * kMinute) != 0) return;  // zones lie whole quarters of an hour apart
  clock.value.has_offset = true;
  clock.value.utc_offset = static_cast<std::int32_t>(offset);
}

// "3 p.m. on Sunday", "noon yesterday", "08:34 GMT, 24 November"
TimeFound TimeReader::with_day(TimeFound clock) const {
  zone_by_second_clock(clock);
  std::size_t at = clock.last;
  if (r_.is_mark(at, ',')) ++at;
  if (const PhraseFound on = r_.find(at, FigureSection::on_day)) at += on.length;
  if (at >= r_.size() || r_.taken(at)) return clock;
  TimeFound day = date_at(at);
  if (!day) day = day_word(at);
  if (day && day.kind == TimeKind::time) {  // "Tuesday morning": the half of the day is known by now
    constexpr std::size_t kDayOnly = 10;     // "2025-03-04"
    day.value.from -= day.value.from % calendar::kSecondsADay;
    day.value.to = day.value.from + calendar::kSecondsADay;
    day.value.timex.resize(std::min(kDayOnly, day.value.timex.size()));
    day.value.granularity = Granularity::day;
    day.kind = TimeKind::date;
  }
  if (!day || !day.is_day() || day.kind != TimeKind::date) return clock;
  clock.last = day.last;
  if (clock.value.approx) {  // midnight, at one end of that day or the other
    const std::string timex = day.value.timex + clock.value.timex;
    clock.value = day.value;
    clock.value.timex = timex;
    clock.value.to += kHour;
    clock.value.granularity = Granularity::hour;
    return clock;
  }
  clock.value = on_day(clock.value, day.value);
  return clock;
}

}  // namespace crosscheck
