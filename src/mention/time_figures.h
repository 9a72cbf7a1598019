// Small questions that the rules for dates and for longer stretches both ask of the lexemes of a sentence.
#pragma once

#include <cstddef>
#include <utility>

#include "mention/time_reader.h"

namespace crosscheck {

inline constexpr int kFirstYear = 1000, kLastYear = 2199;

inline bool plain_number(const SentenceReading& r, std::size_t i, std::size_t digits_from, std::size_t digits_to) {
  return r.is_number(i) && !r.taken(i) && r[i].valued && r[i].decimals == 0 && !r[i].grouped && r[i].digits >= digits_from &&
         r[i].digits <= digits_to;
}

inline bool is_year(const SentenceReading& r, std::size_t i) {
  return plain_number(r, i, 4, 4) && r[i].value >= kFirstYear && r[i].value <= kLastYear;
}

inline int number(const SentenceReading& r, std::size_t i) { return static_cast<int>(r[i].value); }

inline bool free_standing(const SentenceReading& r, std::size_t first, std::size_t last) {
  if (first > 0 && r[first].glued && r[first - 1].mark != '(' && r[first - 1].mark != '"' && r[first - 1].mark != '[') return false;
  if (last >= r.size() || !r[last].glued) return true;
  return r.is(last, Lexeme::Kind::mark) && r[last].mark != '/' && r[last].mark != ':' && r[last].mark != '%' && r[last].mark != '@';
}

// Without a value: the lexemes are no amount, but what time they are cannot be told.
inline TimeFound time_found(std::size_t first, std::size_t last, TimeRange value = {}, TimeKind kind = TimeKind::date) {
  TimeFound f;
  f.first = first;
  f.last = last;
  f.kind = kind;
  f.value = std::move(value);
  return f;
}

}  // namespace crosscheck
