// Stories that are the short version of another: a brief, a machine-written summary beside the story it was made from.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"

namespace crosscheck {

// For each story the one that it sums up, if any: of the same event, at least three times as long, with nearly half of its
// content words. Of several the one that has most of them, then the first.
std::vector<StoryId> full_versions(const std::vector<AnalysedStory>& stories, const ClaimGraph& graph);

}  // namespace crosscheck
