// Stories that hang on one another though nobody says so: long passages word for word (a wire copy), sentences that were
// rewritten lightly, or several fragments of speech cut just alike and found nowhere else. What people say in public does
// not count: two reporters in one room quote the same sentence. Candidates are found by winnowed shingles (Schleimer,
// Wilkerson, Aiken: Winnowing, SIGMOD 2003) and then compared word by word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "claim/extract_claims.h"

namespace crosscheck {

struct SharedText {
  StoryId a, b;                 // a < b
  std::uint32_t fragments = 0;  // short quotes in both that not every story has
  std::uint32_t words = 0;      // of narration that stand in both, in passages of eight and more
  std::uint32_t sentences = 0;  // of narration that say the same in nearly the same words
  std::vector<std::pair<Span, Span>> longest;  // of passages, then of such sentences, in a and in b; at most kShownPassages
};

inline constexpr std::size_t kShownPassages = 3;

// Pairs of stories of which one was copied from the other, or both from a third; sorted.
std::vector<SharedText> shared_text(const std::vector<AnalysedStory>& stories);

}  // namespace crosscheck
