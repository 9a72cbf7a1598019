// The text of a pattern or of a word-list entry -> its elements. Knows brackets only: which lists and slots there are is
// the loader's knowledge, so `list` and `slot` elements come out with their name in `word` and nothing else.
//
// "{venue} <seat> [about] {number}" -> slot venue, list seat, optional group with the word "about", slot number
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"

namespace crosscheck {

inline constexpr std::size_t kMostPatternElements = 64;  // of one pattern, those inside groups included
inline constexpr std::size_t kDeepestGroup = 3;

struct PatternProblem {
  std::size_t offset = 0;  // bytes into the text
  std::string message;
};

enum class PatternUse : std::uint8_t { pattern, entry };  // an entry of a word list holds words and groups only

// Work is linear in the text. With any problem the elements are not to be used.
PatternSequence parse_pattern(std::string_view text, PatternUse use, std::vector<PatternProblem>& problems);

// Cuts words as the tokens of a story are cut: at spaces, before a comma, "'s" and "n't". Folded.
std::vector<std::string> pattern_words(std::string_view text);

}  // namespace crosscheck
