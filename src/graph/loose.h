// How two claims that a mention carries (ClaimKind::loose: figure, moment, tally, spot, state) are held against each other:
// no pattern says what they are about, so what they count, their verb, the words around and their rarity must.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claim/extract_claims.h"
#include "graph/slot_match.h"
#include "syntax/language.h"

namespace crosscheck {

inline constexpr double kHeadAlike = 0.45;  // two noun phrases of one head, other words around it

// The same digits in another order, or one of three or more another: 860 and 680, 1.2 and 2.1, 1,250 and 1,350.
bool one_digit_off(double a, double b);
// What is counted in both, 0..1: the same noun tells more than figures without one.
double counted_alike(const Claim& a, const Claim& b);

class LooseMatch {
 public:
  // `language` may be null: then no word is near another.
  LooseMatch(const std::vector<AnalysedStory>& stories, const SlotMatcher& matcher, const Rulebook& rulebook, const Language* language)
      : stories_(stories), matcher_(matcher), rulebook_(rulebook), language_(language), thin_(rulebook.list("thin-verb")), only_(stories.size()) {}

  double topic(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
    return kind.slot("number") ? figure(a, b, kind) : crossed(a, b, kind);
  }
  // 0.8 for two verbs of one word list; else what WordNet says of the heads of two phrases.
  static bool share_list(const Claim& a, const Claim& b, std::uint32_t does);
  double near_words(const Claim& a, const Claim& b, std::uint32_t slot) const;
  // Do both say the same, being so sure (0..1) that they speak of the same?
  bool agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const;
  // Is it the only claim of its sort in its story, but for repetitions?
  bool only_one(const Claim& own);
  // Why they may not speak of the same after all; empty: nothing against it. `words`: context words in common; `alone`: each
  // is the only one of its sort.
  std::string doubt(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double verb_likeness, std::size_t words,
                    bool alone) const;
  bool echoes(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, bool twin) const;

 private:
  double figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  double crossed(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool same_measure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  static bool one_part_off(const Claim& a, const Claim& b, std::uint32_t slot);
  static bool same_value(const Claim& a, const Claim& b, const ClaimKind& kind);
  std::string sort_of(const Claim& claim, const ClaimKind& kind) const;
  bool narrower_noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool says_little(const Claim& claim, const ClaimKind& kind) const;

  const std::vector<AnalysedStory>& stories_;
  const SlotMatcher& matcher_;
  const Rulebook& rulebook_;
  const Language* language_;
  ListId thin_;
  std::vector<std::vector<bool>> only_;  // per story, once asked: per claim
};

}  // namespace crosscheck
