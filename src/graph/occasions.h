// Which stories may tell of one occasion. In a handful of stories that somebody put together all do; in an archive most
// pairs have nothing to do with one another, and two fires of two towns must not be held against each other.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claim/extract_claims.h"
#include "graph/entities.h"

namespace crosscheck {

class Occasions {
 public:
  Occasions(const std::vector<AnalysedStory>& stories, const EntityLinks& entities);

  // Symmetric. In piles of up to kHandful stories always true; in larger ones two stories must share rare names and
  // words.
  bool maybe_one(StoryId a, StoryId b);

  static constexpr std::size_t kHandful = 8;

 private:
  using Weighted = std::vector<std::pair<std::uint32_t, double>>;  // sorted by number
  static double share(const Weighted& a, const Weighted& b);       // weight in common, of the lighter; 0..1

  std::vector<Weighted> names_, words_;
  std::unordered_map<std::uint64_t, bool> known_;
};

}  // namespace crosscheck
