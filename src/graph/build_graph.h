// Analysed stories -> ClaimGraph.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "syntax/language.h"

namespace crosscheck {

// Order of stories changes the ids, nothing else.
ClaimGraph build_graph(const std::vector<AnalysedStory>& stories, const Language& language);
ClaimGraph build_graph(const std::vector<AnalysedStory>& stories, const Rulebook& rulebook);

}  // namespace crosscheck
