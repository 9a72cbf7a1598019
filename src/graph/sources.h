// Who stands behind each claim: outlets, agencies, persons, documents; and what each story credits.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/entities.h"

namespace crosscheck {

// Where a story credits somebody, and how much of it the credit speaks for.
struct CreditAt {
  SourceId source;
  Span span;  // empty: metadata without a place
  Reach reach = Reach::story;
};

// What one story hangs on, as it says itself.
struct StorySources {
  SourceId own;                        // its outlet; its path where that is not known
  std::vector<SourceId> head_credits;  // agencies of byline, dateline, note; not its own outlet
  std::vector<SourceId> text_credits;  // outlets and agencies credited anywhere in the text, each once, in order
  std::vector<CreditAt> credits;       // both, at every place
};

// Who a claim is credited to, nearest to the reader first; the story's own outlet left out.
struct ClaimSources {
  std::vector<SourceId> outlets;
  std::vector<SourceId> speakers;  // persons, bodies, documents, people without a name
};

struct SourceLinks {
  std::vector<Source> sources;
  std::vector<StorySources> stories;
  std::vector<ClaimSources> claims;  // parallel to ClaimGraph::claims
};

SourceLinks link_sources(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims,
                         const EntityLinks& entities, const Rulebook& rulebook);

}  // namespace crosscheck
