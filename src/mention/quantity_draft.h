// An amount on its way to a mention; for the files of QuantityFinder only.
#pragma once

#include "mention/quantities.h"

namespace crosscheck {

struct QuantityFinder::Draft {
  Amount amount;
  std::size_t first = 0, last = 0;  // lexemes of the mention
  QuantityKind kind = QuantityKind::bare;
  Quantity value;
  std::uint32_t noun = kNone;
  std::string counted, of;
  bool at_least = false, at_most = false;
  bool placed = false;  // "below", "above": where it stands, not by how much it moved
  bool part = false;  // "two of the climbers"
};

// The word of "sub-400" before the figure at lexeme i, the hyphen left out.
PhraseFound hyphened_prefix(const SentenceReading& r, std::size_t i);

// +1, -1: the word before lexeme `at` says that something rose or fell; 0: it does not. Words of half a figure ("raised")
// tell a movement only where `by` stands between.
int moved_before(const SentenceReading& r, std::size_t at, bool by);

// "9/11", "24/7", "10:30", "F-16", "1080p", "at one point", "the Group of Seven": the figure at lexeme i is part of something else.
bool part_of_other(const SentenceReading& r, std::size_t i);
// "555-1234", "5-0": figures joined by hyphens that make no range; the lexeme behind them, i where there are none.
std::size_t joined_figures(const SentenceReading& r, std::size_t i);
bool year_like(const Lexeme& n);

inline std::uint32_t sentence_end(const SentenceReading& r) { return r.story().sentences[r.sentence()].last; }

}  // namespace crosscheck
