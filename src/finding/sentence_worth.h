// What the sentence round a claim says of its weight, for claims that one source has: that the outlet found it out by
// itself, that nobody stands for it by name, what is at stake, and where in the story it stands. Of a news story the first
// sentences tell what all have; what one has alone comes later (the inverted pyramid).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "finding/pile.h"

namespace crosscheck {

// Weights by name from [figures.ranking]; one that is not there counts nothing.
class Weights {
 public:
  explicit Weights(const Rulebook& rulebook) : figures_(rulebook.figure_section("ranking")) {}
  double operator[](std::string_view name) const {
    const auto it = figures_.find(name);
    return it == figures_.end() ? 0 : it->second.low;
  }

 private:
  const Figures& figures_;
};

class SentenceWorth {
 public:
  SentenceWorth(const Pile& pile, const Weights& weights);
  double of(ClaimId claim);  // each sentence is read once

 private:
  double read(const AnalysedStory& story, std::uint32_t sentence) const;

  const Pile& pile_;
  double own_, unnamed_, stake_, late_, long_;
  std::vector<std::string> own_phrases_, unnamed_phrases_;  // "has learned "
  std::unordered_set<std::string_view> stakes_;             // lemmas
  std::map<std::pair<StoryId, std::uint32_t>, double> known_;
};

// The word lists that are read by name.
inline constexpr std::string_view kOwnReporting = "own-reporting", kUnnamedSource = "unnamed-source", kAtStake = "at-stake";

}  // namespace crosscheck
