// Claims that say the same thing are one proposition, whoever says it and whether it is true.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/slot_match.h"

namespace crosscheck {

// Groups claims that agree and say as much as each other (transitively) and writes GraphClaim::proposition. A claim
// that says more (a town where the other says the country, five where the other has at least three) stays a proposition
// of its own, for nobody else bears out what is more; it bears out the one that says less (Proposition::more).
std::vector<Proposition> group_claims(const std::vector<AnalysedStory>& stories, std::vector<GraphClaim>& claims,
                                      const std::vector<Comparison>& comparisons, const SlotMatcher& matcher,
                                      const Rulebook& rulebook);

}  // namespace crosscheck
