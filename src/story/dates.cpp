#include "story/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/utf8.h"
#include "story/characters.h"

namespace crosscheck {

namespace {

constexpr std::int64_t kDay = 86400;

bool digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// Exactly `count` digits at `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!digit(text, at + i)) return -1;
    value = value * 10 + (text[at + i] - '0');
  }
  return digit(text, at + count) ? -1 : value;
}

// yyyy-mm-dd, yyyy/mm/dd or yyyymmdd; returns the bytes read, or 0.
std::size_t iso_day(std::string_view text, std::size_t at, DateFields& fields) {
  std::size_t length = 0;
  int year = 0, month = 0, day = 0;
  if (const int all = digits(text, at, 8); all > 0) {
    year = all / 10000; month = all / 100 % 100; day = all % 100; length = 8;
  } else {
    year = digits(text, at, 4);
    if (year < 0 || at + 7 >= text.size() || (text[at + 4] != '-' && text[at + 4] != '/') || text[at + 7] != text[at + 4]) return 0;
    month = digits(text, at + 5, 2); day = digits(text, at + 8, 2); length = 10;
  }
  if (year < 1600 || year > 2400 || !day_start(year, month, day)) return 0;
  fields.year = year; fields.month = month; fields.day = day;
  return length;
}

// 13/4/2025, 13.4.2025, 4/13/2025: only where no other reading is left.
std::size_t slashed_day(std::string_view text, std::size_t at, std::size_t digits_end, int first, DateFields& fields) {
  if (digits_end >= text.size() || (text[digits_end] != '/' && text[digits_end] != '.')) return 0;
  const char mark = text[digits_end];
  const std::size_t second_at = digits_end + 1;
  const std::size_t wide = digit(text, second_at + 1) ? 2 : 1;
  const int second = digits(text, second_at, wide);
  const std::size_t year_at = second_at + wide + 1;
  if (second < 0 || year_at > text.size() || text[year_at - 1] != mark) return 0;
  const int year = digits(text, year_at, 4);
  if (year < 1600 || year > 2400) return 0;
  int day = first, month = second;
  if (mark == '/' && first <= 12 && second <= 12 && first != second) return 0;
  if (mark == '/' && second > 12) std::swap(day, month);
  if (!day_start(year, month, day)) return 0;
  fields.year = year; fields.month = month; fields.day = day;
  return year_at + 4 - at;
}

// Z, +01:00, +0100, +01 behind a time; returns the bytes read, or 0.
std::size_t offset_length(std::string_view text, std::size_t at, std::int32_t& offset) {
  if (at >= text.size()) return 0;
  if (text[at] == 'Z') { offset = 0; return 1; }
  if (text[at] != '+' && text[at] != '-') return 0;
  const int sign = text[at] == '-' ? -1 : 1;
  if (const int all = digits(text, at + 1, 4); all >= 0 && all % 100 < 60 && all <= 1400) {
    offset = sign * (all / 100 * 3600 + all % 100 * 60);
    return 5;
  }
  const int hours = digits(text, at + 1, 2);
  if (hours < 0 || hours > 14) return 0;
  const int minutes = at + 3 < text.size() && text[at + 3] == ':' ? digits(text, at + 4, 2) : -1;
  offset = sign * (hours * 3600 + (minutes >= 0 && minutes < 60 ? minutes * 60 : 0));
  return minutes >= 0 && minutes < 60 ? 6 : 3;
}

std::chrono::year_month_day civil(std::int64_t seconds) {
  const std::int64_t days = (seconds >= 0 ? seconds : seconds - kDay + 1) / kDay;
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

// The day that the fields mean, with what `near` can add; year-less days lie as close to `near` as possible, weekdays
// are the last before or on it.
std::optional<std::int64_t> resolve_day(const DateFields& f, const std::optional<TimeRange>& near) {
  if (f.year && f.month && f.day) return day_start(*f.year, *f.month, *f.day);
  if (!near) return std::nullopt;
  const auto today = civil(near->from);
  const std::int64_t today_start = *day_start(int(today.year()), int(unsigned(today.month())), int(unsigned(today.day())));
  if (f.month && f.day) {
    std::optional<std::int64_t> best;
    for (int year = int(today.year()) - 1; year <= int(today.year()) + 1; ++year) {
      const auto day = day_start(year, *f.month, *f.day);
      if (day && (!best || std::abs(*day - today_start) < std::abs(*best - today_start))) best = day;
    }
    return best;
  }
  if (f.weekday) {
    const int now = int((today_start / kDay % 7 + 7 + 3) % 7) + 1;  // 1970-01-01 was a Thursday
    return today_start - (now - *f.weekday + 7) % 7 * kDay;
  }
  return f.has_time() ? std::optional(today_start) : std::nullopt;
}

void resolve(ReadDate& date, const std::optional<TimeRange>& near) {
  const DateFields& f = date.fields;
  const auto day = resolve_day(f, near);
  if (!day) return;
  TimeRange range;
  const auto ymd = civil(*day);
  date.text = fmt::format("{:04}-{:02}-{:02}", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
  range.timex = date.text;
  range.from = *day;
  range.granularity = Granularity::day;
  std::int64_t length = kDay;
  if (f.hour) {
    range.from += *f.hour * 3600 + f.minute.value_or(0) * 60 + f.second.value_or(0);
    range.granularity = f.second ? Granularity::second : f.minute ? Granularity::minute : Granularity::hour;
    length = f.second ? 1 : f.minute ? 60 : 3600;
    date.text += fmt::format("T{:02}:{:02}:{:02}", *f.hour, f.minute.value_or(0), f.second.value_or(0));
    range.timex += f.second ? fmt::format("T{:02}:{:02}:{:02}", *f.hour, f.minute.value_or(0), *f.second)
                            : fmt::format("T{:02}:{:02}", *f.hour, f.minute.value_or(0));
    if (f.utc_offset) {
      range.has_offset = true;
      range.utc_offset = *f.utc_offset;
      const int minutes = std::abs(*f.utc_offset) / 60;
      const std::string zone = *f.utc_offset == 0 ? std::string("Z") : fmt::format("{}{:02}:{:02}", *f.utc_offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
      date.text += zone;
      range.timex += zone;
    }
  }
  range.to = range.from + length;
  date.range = range;
}

}  // namespace

std::optional<std::int64_t> day_start(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return std::chrono::sys_days{ymd}.time_since_epoch().count() * kDay;
}

// How far the reading has come.
struct DateReader::Scan {
  std::string_view text;
  std::size_t at = 0;
  DateFields fields;
};

DateReader::Table DateReader::table(const Rulebook& rulebook, std::string_view section) {
  Table out;
  for (const auto& [word, figure] : rulebook.figure_section(section)) out[word] = static_cast<int>(figure.low);
  return out;
}

DateReader::DateReader(const Rulebook& rulebook)
    : months_(table(rulebook, "month")),
      weekdays_(table(rulebook, "weekday")),
      zones_(table(rulebook, "zone-seconds")),
      half_days_(table(rulebook, "half-day")),
      ordinal_suffixes_(word_set(rulebook, "ordinal-suffix")),
      fillers_(word_set(rulebook, "date-filler")) {}

// am, PM, a.m. at `at` (moved behind it).
std::optional<int> DateReader::half_day_at(std::string_view text, std::size_t& at) const {
  std::size_t begin = at;
  while (begin < text.size() && text[begin] == ' ') ++begin;
  std::size_t end = begin;
  while (end < text.size() && end - begin < 6 && ((text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z')) ++end;
  if (end < text.size() && text[end] == '.' && end - begin == 1) {
    while (end < text.size() && end - begin < 4 && (text[end] == '.' || ((text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z'))) ++end;
  }
  const auto found = half_days_.find(fold(text.substr(begin, end - begin)));
  if (found == half_days_.end()) return std::nullopt;
  at = end;
  return found->second;
}

// 8:34[:05], 22.15, 6 pm, 0500 GMT
bool DateReader::take_time(Scan& scan, std::size_t digits_end, int number) const {
  DateFields& f = scan.fields;
  const std::string_view text = scan.text;
  std::size_t at = digits_end;
  int hour = number, minute = -1, second = -1;
  const std::size_t length = digits_end - scan.at;
  if (length <= 2 && at < text.size() && (text[at] == ':' || text[at] == '.') && digits(text, at + 1, 2) >= 0) {
    minute = digits(text, at + 1, 2);
    at += 3;
    if (at < text.size() && text[at] == ':' && digits(text, at + 1, 2) >= 0) {
      second = digits(text, at + 1, 2);
      at += 3;
      if (at < text.size() && text[at] == '.') for (++at; digit(text, at);) ++at;  // fractions of a second
    }
  } else if (length == 4 && number < 2400 && number % 100 < 60) {
    std::size_t zone = at;
    while (zone < text.size() && text[zone] == ' ') ++zone;
    std::size_t end = zone;
    while (end < text.size() && (text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z') ++end;
    if (!zones_.count(fold(text.substr(zone, end - zone)))) return false;
    hour = number / 100;
    minute = number % 100;
  } else if (length > 2) {
    return false;
  }
  const bool dotted = minute >= 0 && text[digits_end] == '.';
  const auto half = half_day_at(text, at);
  if (minute < 0 && !half) return false;
  if (half) {
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + *half;
  }
  if (f.hour || hour > 23 || minute > 59 || second > 60) return false;
  if (dotted && !half && !f.has_date()) {  // 22.15 alone may be any number: a zone must follow
    std::size_t zone = at;
    while (zone < text.size() && text[zone] == ' ') ++zone;
    std::size_t end = zone;
    while (end < text.size() && (text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z') ++end;
    if (!zones_.count(fold(text.substr(zone, end - zone)))) return false;
  }
  f.hour = hour;
  if (minute >= 0) f.minute = minute;
  if (second >= 0) f.second = std::min(second, 59);
  std::size_t behind = at;
  while (behind < text.size() && text[behind] == ' ') ++behind;
  std::int32_t offset = 0;
  if (const std::size_t n = offset_length(text, behind, offset); n != 0) {
    f.utc_offset = offset;
    at = behind + n;
  }
  scan.at = at;
  return true;
}

bool DateReader::take_number(Scan& scan) const {
  DateFields& f = scan.fields;
  if (!f.day && !f.month) {
    if (const std::size_t n = iso_day(scan.text, scan.at, f); n != 0) {
      scan.at += n;
      if (scan.at + 1 < scan.text.size() && scan.text[scan.at] == 'T' && digit(scan.text, scan.at + 1)) {
        ++scan.at;
        if (const int compact = digits(scan.text, scan.at, 6); compact >= 0) {  // 20241008T193000+0300
          f.hour = compact / 10000; f.minute = compact / 100 % 100; f.second = compact % 100;
          if (*f.hour > 23 || *f.minute > 59 || *f.second > 59) { f.hour = f.minute = f.second = std::nullopt; return true; }
          scan.at += 6;
          std::int32_t offset = 0;
          if (const std::size_t m = offset_length(scan.text, scan.at, offset); m != 0) { f.utc_offset = offset; scan.at += m; }
        }
      }
      return true;
    }
  }
  std::size_t end = scan.at;
  int number = 0;
  while (digit(scan.text, end) && end - scan.at < 5) number = number * 10 + (scan.text[end++] - '0');
  const std::size_t length = end - scan.at;
  if (digit(scan.text, end)) return false;
  if (!f.day && !f.month && length <= 2)
    if (const std::size_t n = slashed_day(scan.text, scan.at, end, number, f); n != 0) { scan.at += n; return true; }
  if (take_time(scan, end, number)) return true;
  if (length == 4 && f.month && !f.year && number >= 1600 && number <= 2400) {
    f.year = number;
    scan.at = end;
    return true;
  }
  if (length > 2 || f.day || number < 1 || number > 31) return false;
  std::size_t suffix = end;
  while (suffix < scan.text.size() && (scan.text[suffix] | 0x20) >= 'a' && (scan.text[suffix] | 0x20) <= 'z') ++suffix;
  if (suffix != end && !ordinal_suffixes_.count(fold(scan.text.substr(end, suffix - end)))) return false;
  f.day = number;
  scan.at = suffix;
  return true;
}

bool DateReader::take_word(Scan& scan) const {
  DateFields& f = scan.fields;
  std::size_t end = scan.at;
  while (end < scan.text.size() && char_at(scan.text, end).kind == CharKind::letter) end += char_at(scan.text, end).length;
  if (end - scan.at > 16) return false;
  const std::string word = fold(scan.text.substr(scan.at, end - scan.at));
  if (const auto month = months_.find(word); month != months_.end() && !f.month) {
    f.month = month->second;
  } else if (const auto weekday = weekdays_.find(word); weekday != weekdays_.end() && !f.weekday) {
    f.weekday = weekday->second;
  } else if (const auto zone = zones_.find(word); zone != zones_.end() && f.hour && !f.utc_offset) {
    f.utc_offset = zone->second;
  } else {
    return false;
  }
  scan.at = end;
  return true;
}

std::optional<ReadDate> DateReader::read_at(std::string_view text, std::size_t at, const std::optional<TimeRange>& near) const {
  Scan scan{text, at, {}};
  std::size_t end = at;
  while (scan.at < text.size()) {
    const CharInfo c = char_at(text, scan.at);
    if (c.kind == CharKind::digit && c.length == 1) {
      if (!take_number(scan)) break;
      end = scan.at;
    } else if (c.kind == CharKind::letter) {
      if (take_word(scan)) { end = scan.at; continue; }
      std::size_t word = scan.at;  // "at", "on", "of" between parts
      while (word < text.size() && char_at(text, word).kind == CharKind::letter) word += char_at(text, word).length;
      if (end == at || word - scan.at > 8 || !fillers_.count(fold(text.substr(scan.at, word - scan.at)))) break;
      scan.at = word;
    } else {
      const bool between = c.kind == CharKind::space || c.kind == CharKind::comma || c.kind == CharKind::stop ||
                           c.kind == CharKind::open_bracket || c.kind == CharKind::hyphen || c.kind == CharKind::dash;
      if (!between || end == at || scan.at - end > 6 || text[scan.at] == '\n') break;
      scan.at += c.length;
    }
  }
  if (end == at || (!scan.fields.has_date() && !scan.fields.has_time())) return std::nullopt;
  if (scan.fields.day.has_value() != scan.fields.month.has_value()) return std::nullopt;
  ReadDate date;
  date.fields = scan.fields;
  date.begin = at;
  date.end = end;
  resolve(date, near);
  return date;
}

std::optional<ReadDate> DateReader::read(std::string_view text, const std::optional<TimeRange>& near) const {
  const auto idle = [](CharKind k) {
    return k != CharKind::letter && k != CharKind::digit && k != CharKind::currency && k != CharKind::percent && k != CharKind::hash;
  };
  std::size_t begin = 0;
  while (begin < text.size() && idle(char_at(text, begin).kind)) begin += char_at(text, begin).length;
  auto date = read_at(text, begin, near);
  if (!date) return date;
  for (std::size_t at = date->end; at < text.size(); at += char_at(text, at).length)
    if (!idle(char_at(text, at).kind)) return std::nullopt;
  return date;
}

std::optional<ReadDate> DateReader::find(std::string_view text, const std::optional<TimeRange>& near) const {
  if (std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;  // no day of a month
  bool word = false;
  for (std::size_t at = 0; at < text.size(); at += char_at(text, at).length) {
    const bool now = is_word(char_at(text, at).kind);
    if (now && !word)
      if (auto date = read_at(text, at, near); date && date->fields.month) return date;
    word = now;
  }
  return std::nullopt;
}

}  // namespace crosscheck
