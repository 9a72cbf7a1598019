// ClaimGraph x checks -> findings.
#pragma once

#include <string>
#include <vector>

#include "claim/extract_claims.h"
#include "finding/findings.h"
#include "graph/claim_graph.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// Contradictions less sure than `least_confidence` (0..1) are quiet.
Findings find(const std::vector<AnalysedStory>& stories, const ClaimGraph& graph, const Rulebook& rulebook,
              double least_confidence = 0);

// One check alone, nothing dropped because another check shows the same.
Findings find_by(CheckId check, const std::vector<AnalysedStory>& stories, const ClaimGraph& graph,
                 const Rulebook& rulebook);

}  // namespace crosscheck
