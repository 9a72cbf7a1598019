// Which claims of two stories speak of the same thing. Decided once for all kinds, before any check looks at a value:
// pairs are found by common keys, scored, and ranked on both sides; pairs that an excuse keeps apart stay in the
// ranking, for they take the place of a wrong partner.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/slot_match.h"

namespace crosscheck {

inline constexpr double kSameThing = 0.47;  // compare at this score and above
inline constexpr double kSameClaim = 0.25;  // agreeing claims need less

// Sorted by a, b; pairs within one story only where one of the two stands in the headline. The thresholds are those
// that an experiment on eleven clusters of news found best; mutual best match mattered more than any of them.
std::vector<Comparison> align(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims,
                              const std::vector<TwinSentences>& twins, const SlotMatcher& matcher, const Rulebook& rulebook, const Language* language);

}  // namespace crosscheck
