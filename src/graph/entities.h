// Which names of all stories are one person, organisation or place.
#pragma once

#include <cstdint>
#include <vector>

#include "claim/extract_claims.h"
#include "graph/claim_graph.h"

namespace crosscheck {

struct EntityLinks {
  std::vector<Entity> entities;
  std::vector<std::vector<EntityId>> of_story;  // [story][index into its Mentions::entities]

  EntityId of(StoryId story, std::uint32_t entity) const {
    const auto& row = of_story[story.index()];
    return entity < row.size() ? row[entity] : EntityId();
  }
};

// A full name joins its like (transliterations and one slip allowed, never two names of one story); a lone surname
// joins only where exactly one full name has it; acronyms join the one name they abbreviate; places join by what lies
// around them.
EntityLinks link_entities(const std::vector<AnalysedStory>& stories, const Rulebook& rulebook);

}  // namespace crosscheck
