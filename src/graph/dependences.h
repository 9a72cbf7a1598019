// Who hangs on whom, for people: each story's credits with their place, and the stories whose wording it shares.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/lineage.h"
#include "graph/sources.h"

namespace crosscheck {

// One entry a story and source or other story, sorted by story, credits first. Of two stories that share wording the one
// that credits the other's outlet hangs on it, else the later one; where both came at one time, the second.
std::vector<Dependence> dependences(const std::vector<AnalysedStory>& stories, const SourceLinks& sources,
                                    const std::vector<SharedText>& shared);

}  // namespace crosscheck
