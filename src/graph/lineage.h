// Stories that hang on one another though nobody says so: long passages word for word (a wire copy), or several
// fragments of speech cut just alike and found nowhere else. What people say in public does not count: two reporters in
// one room quote the same sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "claim/extract_claims.h"

namespace crosscheck {

struct SharedText {
  StoryId a, b;                 // a < b
  std::uint32_t passages = 0;   // runs of eight words of narration in both
  std::uint32_t fragments = 0;  // short quotes in both that not every story has
  std::uint32_t words = 0;      // of narration that stand in both, in the passages found
  std::vector<std::pair<Span, Span>> longest;  // the longest of these, in a and in b; at most kShownPassages
  bool copied = false;
};

inline constexpr std::size_t kShownPassages = 3;

// Pairs of stories with anything in common, sorted.
std::vector<SharedText> shared_text(const std::vector<AnalysedStory>& stories);

}  // namespace crosscheck
