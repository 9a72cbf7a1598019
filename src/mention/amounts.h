// A numeral with the unit that its words name: "$20-25 million", "6ft 2in", "two and a half hours", "20,000 barrels a day".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "mention/lexemes.h"
#include "mention/numerals.h"

namespace crosscheck {

struct Amount {
  static constexpr std::uint32_t kNoUnit = 0xffffffff;
  std::size_t first = 0, last = 0;  // lexemes [first, last), unit included
  Numeral numeral;
  double low = 0, high = 0;
  std::uint32_t unit = kNoUnit;     // index into Rulebook::units
  bool unit_before = false;         // "$5"
  bool hyphened = false;            // "four-hour"
  bool suspended = false;           // "9-" of "9- or 10-inch"
  std::size_t suspended_end = 0;    // lexeme behind the unit that is said later
  bool composed = false;            // "two hours and 20 minutes"
  explicit operator bool() const { return last > first; }
  bool has_unit() const { return unit != kNoUnit; }
};

// A sign or code of money that ends before lexeme i: "$", "US$", "Rs", "HK $"; the lexeme it begins in, its unit. Letters
// that may begin a name ("R61") are a sign only before the least amount that the lexicon gives, a scale or decimals.
struct MoneySign {
  std::size_t first = 0;
  std::uint32_t unit = Amount::kNoUnit;
  explicit operator bool() const { return unit != Amount::kNoUnit; }
};
MoneySign sign_before(const SentenceReading& r, std::size_t i);

// The amount whose numeral begins at lexeme i: sign or code before it, unit behind it.
Amount amount_at(const SentenceReading& r, std::size_t i);
// "10-15 soldiers", "$20m to $25m", "between 10 and 15": both ends in one. `a` where no range begins with it.
Amount range_from(const SentenceReading& r, const Amount& a, bool between);

// The unit named right behind lexeme `last`: how many lexemes it takes and its index as figure; nothing where none stands.
PhraseFound unit_behind(const SentenceReading& r, std::size_t last, bool figures);

// "and a half", "and ten minutes" behind the unit of `a`: added to it.
bool take_parts(const SentenceReading& r, Amount& a);

bool is_money(const Unit& unit);
bool is_duration(const Unit& unit);

}  // namespace crosscheck
