#include "graph/nodes.h"

#include <algorithm>
#include <string>
#include <utility>

namespace crosscheck {
namespace {

class Drawing {
 public:
  Drawing(const std::vector<AnalysedStory>& stories, const SourceLinks& sources, ClaimGraph& graph)
      : stories_(stories), sources_(sources), graph_(graph) {}

  void nodes() {
    for (std::uint32_t s = 0; s < stories_.size(); ++s) node(NodeKind::story, s, stories_[s].story.path);
    first_source_ = size();
    for (std::uint32_t s = 0; s < graph_.sources.size(); ++s)
      node(kind_of(graph_.sources[s]), s, graph_.sources[s].name);
    first_entity_ = size();
    for (std::uint32_t e = 0; e < graph_.entities.size(); ++e) node(NodeKind::entity, e, graph_.entities[e].name);
    first_claim_ = size();
    for (std::uint32_t c = 0; c < graph_.claims.size(); ++c) {
      const GraphClaim& g = graph_.claims[c];
      const AnalysedStory& story = stories_[g.story.index()];
      node(NodeKind::claim, c, std::string(story.story.words(story.claims.claims[g.index].span)));
    }
    first_proposition_ = size();
    for (std::uint32_t p = 0; p < graph_.propositions.size(); ++p) {
      const ClaimId first = graph_.propositions[p].claims.front();
      node(NodeKind::proposition, p, graph_.nodes[first_claim_ + first.value].label);
    }
  }

  void edges() {
    for (std::uint32_t s = 0; s < stories_.size(); ++s) {
      const StorySources& out = sources_.stories[s];
      edge(s, source(out.own), EdgeKind::published_by);
      for (const SourceId id : out.head_credits) edge(s, source(id), EdgeKind::credits);
      for (const SourceId id : out.text_credits)
        if (std::find(out.head_credits.begin(), out.head_credits.end(), id) == out.head_credits.end())
          edge(s, source(id), EdgeKind::credits);
    }
    for (const Dependence& d : graph_.lineage)
      if (d.on.valid()) edge(d.story.value, d.on.value, EdgeKind::copies, true);
    for (std::uint32_t c = 0; c < graph_.claims.size(); ++c) claim_edges(c);
    for (const Comparison& k : graph_.comparisons)
      if (k.agree) edge(first_claim_ + k.a.value, first_claim_ + k.b.value, EdgeKind::agrees);
  }

 private:
  static NodeKind kind_of(const Source& s) {
    if (s.kind == SourceKind::outlet) return NodeKind::outlet;
    return s.kind == SourceKind::person ? NodeKind::speaker : NodeKind::source;
  }
  void claim_edges(std::uint32_t c) {
    const GraphClaim& g = graph_.claims[c];
    edge(g.story.value, first_claim_ + c, EdgeKind::tells);
    edge(first_claim_ + c, first_proposition_ + g.proposition.value, EdgeKind::states);
    for (const SourceId id : sources_.claims[c].outlets) edge(source(id), first_claim_ + c, EdgeKind::says);
    for (const SourceId id : sources_.claims[c].speakers) edge(source(id), first_claim_ + c, EdgeKind::says);
    std::vector<EntityId> about = g.entities;
    std::sort(about.begin(), about.end());
    about.erase(std::unique(about.begin(), about.end()), about.end());
    for (const EntityId e : about)
      if (e.valid()) edge(first_claim_ + c, first_entity_ + e.value, EdgeKind::about);
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(graph_.nodes.size()); }
  std::uint32_t source(SourceId id) const { return first_source_ + id.value; }
  void node(NodeKind kind, std::uint32_t ref, std::string label) {
    graph_.nodes.push_back({kind, ref, std::move(label)});
  }
  void edge(std::uint32_t from, std::uint32_t to, EdgeKind kind, bool inferred = false) {
    graph_.edges.push_back({from, to, kind, inferred});
  }

  const std::vector<AnalysedStory>& stories_;
  const SourceLinks& sources_;
  ClaimGraph& graph_;
  std::uint32_t first_source_ = 0, first_entity_ = 0, first_claim_ = 0, first_proposition_ = 0;
};

}  // namespace

void draw_nodes(const std::vector<AnalysedStory>& stories, const SourceLinks& sources, ClaimGraph& graph) {
  Drawing drawing(stories, sources, graph);
  drawing.nodes();
  drawing.edges();
}

}  // namespace crosscheck
