// Statements (clauses) of two stories that say the same in other words, aligned one to one: by the words in common, weighted
// by rarity, and their neighbours in WordNet and the word lists; by names as entities and figures as values; and by what stands
// before and behind. Monolingual sentence alignment in comparable texts: Barzilay and Elhadad, "Sentence Alignment for
// Monolingual Comparable Corpora", EMNLP 2003; words weighted as in Mihalcea, Corley and Strapparava, "Corpus-based and
// Knowledge-based Measures of Text Semantic Similarity", AAAI 2006.
#pragma once

#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"
#include "graph/entities.h"
#include "graph/slot_match.h"
#include "syntax/language.h"

namespace crosscheck {

// Comparisons of claims of the kind `statement` that agree; each claim has partners in at most one sentence of each other story of its
// event. `known`, `twins`: what is at odds already. `language` may be null: then no word is near another.
std::vector<Comparison> find_paraphrases(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims, const EntityLinks& entities,
                                         const std::vector<Comparison>& known, const std::vector<TwinSentences>& twins, const SlotMatcher& matcher,
                                         const Rulebook& rulebook, const Language* language);

}  // namespace crosscheck
