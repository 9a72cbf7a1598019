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
  bool part = false;  // "two of the climbers"
};

// The word of "sub-300" before the figure at lexeme i, the hyphen left out.
PhraseFound hyphened_prefix(const SentenceReading& r, std::size_t i);

inline std::uint32_t sentence_end(const SentenceReading& r) { return r.story().sentences[r.sentence()].last; }

}  // namespace crosscheck
