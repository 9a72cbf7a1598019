// The stages up to claims: a story needs no other there, so batches of stories run side by side.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "claim/extract_claims.h"
#include "mention/find_mentions.h"
#include "story/read_stories.h"
#include "syntax/analyse_syntax.h"
#include "syntax/language.h"

namespace crosscheck {

class Pipeline {
 public:
  explicit Pipeline(const Rulebook& rulebook);  // must outlive it

  const Language& language() const { return language_; }
  const StoryReader& reader() const { return reader_; }
  const MentionFinder& mentions() const { return mentions_; }
  const ClaimExtractor& claims() const { return claims_; }

  // Everything about stories that have been read, which are moved from, in their order. Safe from several threads, each
  // with an analyser of its own.
  std::vector<AnalysedStory> analyse(std::span<Story> stories, Language::Analyser& analyser, ClaimsFor use = ClaimsFor::comparing) const;

 private:
  StoryReader reader_;
  Language language_;
  MentionFinder mentions_;
  ClaimExtractor claims_;
};

// Reads the stories; those that cannot be read are left out, with a diagnostic each, and the rest is numbered in order.
std::vector<Story> read_all(const Pipeline& pipeline, std::vector<RawStory> raw,
                            std::vector<Diagnostic>& diagnostics);

// All of it on one thread, for examples and tests. The command line has its own, with threads.
std::vector<AnalysedStory> analyse_all(const Pipeline& pipeline, const std::vector<RawStory>& raw,
                                       std::vector<Diagnostic>& diagnostics);

}  // namespace crosscheck
