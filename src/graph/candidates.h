// Which pairs of claims are worth comparing: those of one kind that share a key (an entity, a head word, a unit, a run
// of quoted words). Never all pairs: the cost grows with the claims that have something in common.
#pragma once

#include <utility>
#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"

namespace crosscheck {

// Each pair once, first < second, of two stories of one event, or of a headline and the text below it.
// A key that more than kCommonKey claims of an event share is passed over: it tells nothing.
inline constexpr std::size_t kCommonKey = 512;
inline constexpr std::size_t kCommonVerb = 64;  // so many plain clauses with one verb: it tells no happening
std::vector<std::pair<ClaimId, ClaimId>> candidates(const std::vector<AnalysedStory>& stories,
                                                    const std::vector<GraphClaim>& claims, const Rulebook& rulebook);

}  // namespace crosscheck
