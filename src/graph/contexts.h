// How much the words around two claims have in common: what tells that they are of one thing where no kind knows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claim/extract_claims.h"
#include "syntax/language.h"
#include "syntax/relations.h"

namespace crosscheck {

// Context words of each sentence as numbers with a weight each: a word of one sentence tells more than one that stands
// everywhere, and one of the claim's own clause more than one of its neighbours.
class Contexts {
 public:
  struct Shared {
    double part = 0;        // 0..1: the weight of the words in common, of the smaller bag
    std::size_t words = 0;  // how many
  };

  // `language` may be null: then no word is near another.
  Contexts(const std::vector<AnalysedStory>& stories, const Language* language);

  // Cheapest where the claims of one sentence are asked for one after the other: what its words have in common with those of
  // other sentences is kept.
  Shared overlap(const Claim& a, const Claim& b, bool by_clause);

 private:
  struct Word {
    std::uint32_t number, clause;
  };
  struct Pair {
    std::uint32_t a, b;  // indices into the two bags
    float close;         // 0..1: 1 for one and the same word
  };
  std::uint32_t bag(const Claim& claim) const { return first_[claim.story.index()] + claim.sentence; }
  const std::vector<Pair>& pairs(std::uint32_t a, std::uint32_t b);
  std::vector<Pair> paired(const std::vector<Word>& x, const std::vector<Word>& y);
  struct Near {
    std::uint32_t number;
    float close;
  };
  const std::vector<Near>& near(std::uint32_t number);
  double nearness(const Claim& claim, const Word& word, bool by_clause) const;

  const std::vector<AnalysedStory>& stories_;
  const WordRelations* relations_;       // null: no word is near another
  std::vector<std::vector<Word>> bags_;  // per sentence, sorted by number
  std::vector<std::uint32_t> first_;     // per story: its first bag
  std::vector<WordRelations::Entry> entries_;  // per number; empty for names and whatever WordNet does not know
  std::vector<double> weight_;           // per number
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_key_;  // per key of WordRelations: words that have it
  std::vector<std::optional<std::vector<Near>>> near_;  // per number, once asked for: words near it, sorted by number
  std::unordered_map<std::uint32_t, std::vector<Pair>> paired_;  // bag pairs_of_ with other bags
  std::uint32_t pairs_of_ = kNone;
};

}  // namespace crosscheck
