// The stories, their graph and the rules, with the few look-ups that every check needs. Holds references only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/slot_match.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct Pile {
  const std::vector<AnalysedStory>& stories;
  const ClaimGraph& graph;
  const Rulebook& rulebook;
  SlotMatcher matcher;
  std::vector<StoryId> whole;  // per story: the one of which it is the short version; not valid: none

  Pile(const std::vector<AnalysedStory>& all, const ClaimGraph& g, const Rulebook& rules);

  const GraphClaim& node(ClaimId id) const { return graph.claims[id.index()]; }
  const AnalysedStory& analysed(ClaimId id) const { return stories[node(id).story.index()]; }
  const Story& story(ClaimId id) const { return analysed(id).story; }
  const Claim& claim(ClaimId id) const { return analysed(id).claims.claims[node(id).index]; }
  ClaimView view(ClaimId id) const { return {&claim(id), &node(id)}; }
  const ClaimKind& kind(ClaimId id) const { return rulebook[claim(id).kind]; }
  const Proposition& proposition(ClaimId id) const { return graph.propositions[node(id).proposition.index()]; }

  bool looks_at(const Check& check, ClaimId id) const;
  // What `check` looks at, in order: claims, and comparisons of them.
  std::vector<ClaimId> claims(const Check& check) const;
  std::vector<const Comparison*> comparisons(const Check& check) const;
  // Who publishes the story: the outlet, or the name of its file.
  std::string outlet(ClaimId id) const;
  std::string source_name(SourceId id) const;
  std::string words(Span span) const;  // line breaks and runs of blanks as one blank
  // Where the claim says what `path` asks for: slot, when, where; the claim's own span for the rest. What two sentences
  // have apart is known only of the two: `pair`, where there is one.
  Span span_of(ClaimId id, const SlotPath& path, const Comparison* pair = nullptr) const;
  // Of two sentences that are one but for a few words: those that make the contrast that `path` names; null: none do.
  const Difference* difference(const Comparison& pair, const SlotPath& path) const;
  // How the claim is credited: the grade of the last link of who says so.
  SourceGrade grade(ClaimId id) const;

 private:
  std::vector<std::vector<ClaimId>> claims_of_;                  // per kind
  std::vector<std::vector<const Comparison*>> comparisons_of_;   // per kind
  std::unordered_set<std::string_view> paths_;                   // of stories whose outlet is not known
};

}  // namespace crosscheck
