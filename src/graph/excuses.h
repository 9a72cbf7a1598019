// Why two claims about one thing may still not be held against each other: another time, another scope, another world,
// a quarrel that a story itself reports. Always on; no rule can switch them off.
#pragma once

#include <string>

#include "graph/claim_graph.h"
#include "graph/slot_match.h"
#include "story/story.h"

namespace crosscheck {

struct Excuses {
  ExcuseSet set = 0;
  std::string reason;  // of the first found, for people
};

// `a_story`, `b_story`: when each was published decides about measures that evolve.
Excuses find_excuses(const ClaimView& a, const Story& a_story, const ClaimView& b, const Story& b_story,
                     const SlotMatcher& matcher, const ClaimKind& kind);

// Which of the two speaks of, or was written at, the later moment: +1 b, -1 a, 0 not known or the same. The words of
// the claim go before the day of publication.
int later(const Claim& a, const Story& a_story, const Claim& b, const Story& b_story);

// One world: both happened, both are planned or foretold, both are denied …
bool same_world(Modality a, Modality b);

}  // namespace crosscheck
