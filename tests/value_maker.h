// Values in few words, for tables of cases.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value/value.h"

namespace crosscheck::value_maker {

inline Quantity exactly(double n, std::string unit = "", std::string dimension = "count") {
  Quantity q;
  q.low = q.high = n;
  q.unit = std::move(unit);
  q.dimension = std::move(dimension);
  return q;
}
inline Quantity between(double low, double high, std::string unit = "") {
  Quantity q = exactly(low, std::move(unit));
  q.high = high;
  return q;
}
inline Quantity about(double n, double below, double above) {
  Quantity q = exactly(n);
  q.approx = true;
  q.below = below;
  q.above = above;
  return q;
}
inline Quantity measured(double n, std::string unit, std::string dimension, double factor, double offset = 0) {
  Quantity q = exactly(n, std::move(unit), std::move(dimension));
  q.factor = factor;
  q.offset = offset;
  return q;
}
inline Quantity miles(double n) { return measured(n, "mile", "length", 1609.344); }
inline Quantity kilometres(double n) { return measured(n, "kilometre", "length", 1000); }
inline Quantity celsius(double n) { return measured(n, "degree celsius", "temperature", 1, 273.15); }
inline Quantity fahrenheit(double n) { return measured(n, "degree fahrenheit", "temperature", 5.0 / 9, 255.3722222222222); }
inline Quantity vague(double low, double high) {
  Quantity q = between(low, high);
  q.vague = true;
  return q;
}
inline Quantity moved(double n, int change) {
  Quantity q = exactly(n, "percent", "percent");
  q.change = static_cast<std::int8_t>(change);
  return q;
}

inline constexpr std::int64_t kHour = 3600, kDay = 86400;
inline constexpr std::int64_t kDec1 = 1764547200;  // 2025-12-01, a Monday
inline TimeRange stretch(std::int64_t from, std::int64_t to, Granularity g, std::string timex = "") {
  TimeRange t;
  t.from = from;
  t.to = to;
  t.granularity = g;
  t.timex = std::move(timex);
  return t;
}
inline TimeRange day(std::int64_t n) { return stretch(kDec1 + n * kDay, kDec1 + (n + 1) * kDay, Granularity::day); }
inline TimeRange hour(std::int64_t n) { return stretch(kDec1 + n * kHour, kDec1 + (n + 1) * kHour, Granularity::hour); }
inline TimeRange minute(std::int64_t n) { return stretch(kDec1 + n * 60, kDec1 + (n + 1) * 60, Granularity::minute); }
inline TimeRange at_offset(TimeRange t, int hours) {
  t.has_offset = true;
  t.utc_offset = static_cast<std::int32_t>(hours * kHour);
  return t;
}
inline TimeRange roughly(TimeRange t) {
  t.approx = true;
  return t;
}
// "14:30" in a zone so many hours east, the day not told.
inline TimeRange clock(std::int64_t hours, std::int64_t minutes, int offset) {
  const std::int64_t from = hours * kHour + minutes * 60;
  return at_offset(stretch(from, from + 60, Granularity::unknown, "T" + std::to_string(from) + "+" + std::to_string(offset)), offset);
}
inline TimeRange undated(std::string timex) { return stretch(0, 0, Granularity::unknown, std::move(timex)); }

inline Choice choice(std::string name, std::vector<std::uint32_t> covers) {
  return {ChoiceId(std::size_t{0}), std::move(covers), std::move(name)};
}
inline Office office(std::string title, std::vector<std::string> body, std::vector<std::uint32_t> covers = {}) {
  Office o;
  o.title = std::move(title);
  o.body = std::move(body);
  if (!covers.empty()) o.choices.push_back(choice(o.title, std::move(covers)));
  return o;
}
inline Name name(std::string key, int entity = -1) {
  Name n;
  n.text = n.key = std::move(key);
  if (entity >= 0) n.entity = EntityId(static_cast<std::size_t>(entity));
  return n;
}
inline std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c != ' ') word += c;
    else words.push_back(std::exchange(word, ""));
  }
  if (!word.empty()) words.push_back(word);
  return words;
}
inline QuotedWords quote(std::string_view text) { return {split(text)}; }
inline Phrase phrase(std::string_view lemmas, std::string head) { return {split(lemmas), std::move(head)}; }
inline Score score(std::vector<std::pair<int, int>> parts) { return {std::move(parts)}; }
inline Code code(std::size_t shape, std::string text) { return {ShapeId(shape), std::move(text)}; }

}  // namespace crosscheck::value_maker
