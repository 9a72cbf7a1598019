// How many independent sources each proposition has, and the one origin where there is but one.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/lineage.h"
#include "graph/sources.h"

namespace crosscheck {

// Fills independent_sources, origins, sole_origin and inferred of every proposition.
//
// The way of a claim back to its origin: its story; the agencies of the story's head matter; the outlets that the text
// credits for the claim; who is quoted. A claim that its story credits to no outlet hangs on the story's own outlet,
// unless wording shows more: if stories that copy one another, or that credit one outlet somewhere, share the claim, it
// hangs on what they have in common (`inferred`). Whose words a quote is, is part of a quote: its speaker is no source
// of it.
void count_support(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims,
                   const SourceLinks& sources, const std::vector<SharedText>& shared, const Rulebook& rulebook,
                   std::vector<Proposition>& propositions);

}  // namespace crosscheck
