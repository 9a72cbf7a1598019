// Story + Syntax + Mentions -> claims, by the patterns of the rulebook.
#pragma once

#include <string>
#include <vector>

#include "claim/claims.h"
#include "mention/mentions.h"
#include "story/story.h"
#include "syntax/language.h"
#include "syntax/syntax.h"

namespace crosscheck {

// How far a pattern got in a sentence, for `explain` and for examples that give no claim.
struct PatternTrace {
  KindId kind;
  std::uint32_t pattern = 0;
  std::uint32_t depth = 0;  // elements matched
  std::string reached;   // the furthest element matched, as written
  std::string saw;       // the word where it stopped
  std::string wanted;    // the element it wanted there
};

// What claims are wanted for: to be shown, or also to be compared with those of other stories. Without the latter there are
// no claims without slots (statements, wordings) and no contexts.
enum class ClaimsFor : std::uint8_t { showing, comparing };

class ClaimExtractor {
 public:
  explicit ClaimExtractor(const Language& language);  // must outlive it
  ~ClaimExtractor();
  ClaimExtractor(const ClaimExtractor&) = delete;
  ClaimExtractor& operator=(const ClaimExtractor&) = delete;

  StoryClaims extract(const Story& story, const Syntax& syntax, const Mentions& mentions, ClaimsFor use = ClaimsFor::comparing) const;
  // The furthest that each pattern of `kind` got anywhere in the story.
  std::vector<PatternTrace> trace(const Story& story, const Syntax& syntax, const Mentions& mentions, KindId kind) const;

 private:
  struct Impl;
  Impl* impl_;
};

// Everything about one story, as the later stages need it.
struct AnalysedStory {
  Story story;
  Syntax syntax;
  Mentions mentions;
  StoryClaims claims;
};

}  // namespace crosscheck
