// The graph as plain nodes and edges, for output.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/sources.h"

namespace crosscheck {

// Fills ClaimGraph::nodes and ::edges from everything else in the graph.
void draw_nodes(const std::vector<AnalysedStory>& stories, const SourceLinks& sources, ClaimGraph& graph);

}  // namespace crosscheck
