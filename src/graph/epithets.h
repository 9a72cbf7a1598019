// "The director said": which person of the story the words mean, where some story gives that person the office.
#pragma once

#include <unordered_set>
#include <vector>

#include "claim/extract_claims.h"
#include "graph/entities.h"

namespace crosscheck {

class Epithets {
 public:
  // All three must outlive it.
  Epithets(const std::vector<AnalysedStory>& stories, const EntityLinks& links, const Rulebook& rulebook);

  // The one person named in the story who has every word of the phrase in an office; not valid where there are none or
  // several, and where the value is no definite phrase.
  EntityId meant_by(const SlotValue& value, StoryId story) const;

 private:
  bool definite(const Story& story, Span span) const;

  const std::vector<AnalysedStory>& stories_;
  std::vector<std::vector<const Office*>> offices_;  // by EntityId, each once
  std::vector<std::vector<EntityId>> holders_;       // by StoryId: the persons named there who hold some
  std::unordered_set<std::string> articles_;
};

}  // namespace crosscheck
