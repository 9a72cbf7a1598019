#include "graph/build_graph.h"

#include <algorithm>
#include <tuple>

#include "graph/align.h"
#include "graph/dependences.h"
#include "graph/entities.h"
#include "graph/epithets.h"
#include "graph/lineage.h"
#include "graph/nodes.h"
#include "graph/paraphrases.h"
#include "graph/events.h"
#include "graph/propositions.h"
#include "graph/slot_match.h"
#include "graph/sources.h"
#include "graph/support.h"
#include "graph/twins.h"

namespace crosscheck {
namespace {

std::vector<GraphClaim> all_claims(const std::vector<AnalysedStory>& stories, const std::vector<std::uint32_t>& events,
                                   const EntityLinks& entities, const Rulebook& rulebook) {
  std::vector<GraphClaim> out;
  const Epithets epithets(stories, entities, rulebook);
  for (std::size_t s = 0; s < stories.size(); ++s) {
    const auto& claims = stories[s].claims.claims;
    for (std::uint32_t c = 0; c < claims.size(); ++c) {
      GraphClaim g;
      g.story = StoryId(s);
      g.index = c;
      g.event = events[s];
      for (const SlotValue& slot : claims[c].slots) {
        const SlotType type = rulebook[claims[c].kind].slots[slot.slot].type;
        const bool person = slot.entity == kNone && (type == SlotType::person || type == SlotType::who);
        g.entities.push_back(person ? epithets.meant_by(slot, g.story)
                             : slot.entity == kNone ? EntityId() : entities.of(g.story, slot.entity));
      }
      out.push_back(std::move(g));
    }
  }
  return out;
}

}  // namespace

namespace {

ClaimGraph build(const std::vector<AnalysedStory>& stories, const Rulebook& rulebook, const Language* language) {
  ClaimGraph graph;
  EntityLinks entities = link_entities(stories, rulebook);
  const std::vector<std::uint32_t> events = group_events(stories, entities);
  graph.claims = all_claims(stories, events, entities, rulebook);
  const SlotMatcher matcher(rulebook, entities.entities);
  graph.twins = find_twins(stories, events, entities, rulebook, language);
  graph.comparisons = align(stories, graph.claims, graph.twins, matcher, rulebook, language);
  const std::vector<Comparison> paraphrases = find_paraphrases(stories, graph.claims, entities, graph.comparisons, graph.twins, matcher, rulebook, language);
  graph.comparisons.insert(graph.comparisons.end(), paraphrases.begin(), paraphrases.end());
  std::sort(graph.comparisons.begin(), graph.comparisons.end(), [](const Comparison& x, const Comparison& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  graph.propositions = group_claims(stories, graph.claims, graph.comparisons, matcher, rulebook);
  SourceLinks sources = link_sources(stories, graph.claims, entities, rulebook);
  const std::vector<SharedText> shared = shared_text(stories);
  count_support(stories, graph.claims, sources, shared, rulebook, graph.propositions);
  graph.sources = sources.sources;
  graph.lineage = dependences(stories, sources, shared);
  for (std::size_t c = 0; c < graph.claims.size(); ++c) graph.claims[c].credited = sources.claims[c].outlets;
  for (const StorySources& s : sources.stories) graph.story_source.push_back(s.own);
  graph.entities = std::move(entities.entities);
  draw_nodes(stories, sources, graph);
  return graph;
}

}  // namespace

ClaimGraph build_graph(const std::vector<AnalysedStory>& stories, const Rulebook& rulebook) {
  return build(stories, rulebook, nullptr);
}

ClaimGraph build_graph(const std::vector<AnalysedStory>& stories, const Language& language) {
  return build(stories, language.rulebook(), &language);
}

}  // namespace crosscheck
