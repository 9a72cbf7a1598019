// Numbers as English writes them: 12,500; 1.2bn; "twenty eight"; "one hundred and twenty-three"; "a dozen"; "half a million".
#pragma once

#include <cstddef>

#include "mention/lexemes.h"

namespace crosscheck {

struct Numeral {
  std::size_t first = 0, last = 0;  // lexemes [first, last)
  double low = 0, high = 0;         // differ only for vague ones
  bool vague = false;
  bool figures = false;   // begins with a digit
  bool scaled = false;    // holds a scale word: hundred, million, dozen, bn
  double scale = 1;       // the product of its scale words
  bool times = false;     // "tenfold"
  bool fraction = false;  // "two-thirds", "half": a share
  bool article = false;   // begins with "a": "a hundred", "a dozen"
  bool small_m = false;   // an "m", "b" or "t" stands behind it that counts only for money
  explicit operator bool() const { return last > first; }
};

// What a numeral begins with.
inline constexpr SectionSet kNumeralStarts{FigureSection::digits, FigureSection::vague, FigureSection::fraction, FigureSection::article,
                                           FigureSection::cardinal, FigureSection::fold};
// The numeral that begins at lexeme i; none where the digits make no number that can be held exactly.
Numeral numeral_at(const SentenceReading& r, std::size_t i);
// As above where money is known to be meant: "£20m" is 20 million.
Numeral money_numeral_at(const SentenceReading& r, std::size_t i);

// Whether "1/16" stands there as a fraction: of something or of a unit, for elsewhere it is a date or a name.
bool slashed_fraction(const SentenceReading& r, std::size_t i);

// "18th", "twentieth", "twenty-first"
Numeral ordinal_at(const SentenceReading& r, std::size_t i);

}  // namespace crosscheck
