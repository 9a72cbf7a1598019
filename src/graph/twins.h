// Sentences of two stories that are one but for a few words, and the kind of contrast that these words make. Found by the
// smallest hashes of their runs of words (Broder 1997, "On the resemblance and containment of documents"), aligned word by
// word. Words that are no contrast in general ("convicted" and "sentenced", noun antonyms) are one here, where everything
// around them is the same.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/entities.h"
#include "syntax/language.h"

namespace crosscheck {

// Only pairs that differ in a way that counts, each sentence with its nearest in the other story; sorted by story and
// sentence of `a`, which comes before `b`. `events`: per story its event, of which both must be. `language` may be null: then none are found.
std::vector<TwinSentences> find_twins(const std::vector<AnalysedStory>& stories, const std::vector<std::uint32_t>& events,
                                      const EntityLinks& entities, const Rulebook& rulebook, const Language* language);

}  // namespace crosscheck
