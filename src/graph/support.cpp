#include "graph/support.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/flow.h"
#include "graph/union_find.h"

namespace crosscheck {
namespace {

// What a family of stories that copy one another goes back to: the outlet that most of them credit, else the outlet of
// the one published first, else of the longest.
class Families {
 public:
  Families(const std::vector<AnalysedStory>& stories, const SourceLinks& sources, const std::vector<SharedText>& shared)
      : of_story_(stories.size()) {
    UnionFind sets(stories.size());
    for (const SharedText& s : shared) sets.unite(s.a.value, s.b.value);
    std::map<std::uint32_t, std::vector<std::uint32_t>> members;
    for (std::uint32_t s = 0; s < stories.size(); ++s) members[sets.find(s)].push_back(s);
    for (const auto& [root, in] : members) {
      for (const std::uint32_t s : in) of_story_[s] = root;
      if (in.size() > 1) origin_[root] = origin(in, stories, sources);
    }
  }

  std::uint32_t of(StoryId story) const { return of_story_[story.index()]; }
  SourceId origin_of(std::uint32_t family) const {
    const auto it = origin_.find(family);
    return it == origin_.end() ? SourceId() : it->second;
  }

 private:
  static SourceId origin(const std::vector<std::uint32_t>& members, const std::vector<AnalysedStory>& stories,
                         const SourceLinks& sources) {
    std::map<SourceId, std::size_t> credited;
    for (const std::uint32_t s : members) {
      for (const SourceId id : sources.stories[s].head_credits) ++credited[id];
      for (const SourceId id : sources.stories[s].text_credits) ++credited[id];
    }
    SourceId best;
    for (const auto& entry : credited) {
      if (entry.second < 2) continue;
      const auto rank = [&](SourceId id) {
        return std::make_pair(-static_cast<long>(credited.at(id)), sources.sources[id.index()].name);
      };
      if (!best.valid() || rank(entry.first) < rank(best)) best = entry.first;
    }
    if (best.valid()) return best;
    const auto rank = [&](std::uint32_t s) {
      const Story& story = stories[s].story;
      const std::int64_t when = story.published ? story.published->from : INT64_MAX;
      return std::make_tuple(when, -static_cast<std::int64_t>(story.tokens.size()), std::string_view(story.path));
    };
    return sources
        .stories[*std::min_element(members.begin(), members.end(),
                                   [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); })]
        .own;
  }

  std::vector<std::uint32_t> of_story_;
  std::map<std::uint32_t, SourceId> origin_;
};

class Support {
 public:
  Support(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims, const SourceLinks& sources,
          const std::vector<SharedText>& shared, const Rulebook& rulebook)
      : stories_(stories), claims_(claims), sources_(sources), families_(stories, sources, shared), rulebook_(rulebook) {}

  void count(Proposition& p);

 private:
  // Words spoken, of which each story that has them is a source: quotes, and clauses inside of them.
  bool is_quote(const Proposition& p) const {
    const ClaimKind& kind = rulebook_[p.kind];
    if (kind.name == kStatementKind) return std::all_of(p.claims.begin(), p.claims.end(), [&](ClaimId id) { return in_quote(id); });
    return std::any_of(kind.slots.begin(), kind.slots.end(), [](const SlotDeclaration& s) { return s.type == SlotType::quote; });
  }
  bool in_quote(ClaimId id) const {
    const AnalysedStory& story = stories_[claims_[id.index()].story.index()];
    const Claim& claim = story.claims.claims[claims_[id.index()].index];
    const std::vector<QuoteMention>& quotes = story.mentions.quotes;
    auto quote = std::lower_bound(quotes.begin(), quotes.end(), claim.sentence, [](const QuoteMention& q, std::uint32_t s) { return q.at.sentence < s; });
    for (; quote != quotes.end() && quote->at.sentence == claim.sentence; ++quote)
      if (quote->at.span.contains(claim.span)) return true;
    return false;
  }
  // What an uncredited claim of `story` hangs on among the stories that share the proposition; not valid: its own
  // outlet.
  SourceId inferred_origin(StoryId story, const std::set<StoryId>& in) const;
  // The sources between a claim's story and the sink, in order.
  std::vector<SourceId> way(ClaimId id, const std::set<StoryId>& in, bool quote, bool& inferred) const;

  const std::vector<AnalysedStory>& stories_;
  const std::vector<GraphClaim>& claims_;
  const SourceLinks& sources_;
  Families families_;
  const Rulebook& rulebook_;
};

SourceId Support::inferred_origin(StoryId story, const std::set<StoryId>& in) const {
  std::map<SourceId, std::size_t> credited;
  std::size_t relatives = 0;
  for (const StoryId other : in) {
    if (families_.of(other) == families_.of(story)) ++relatives;
    const StorySources& s = sources_.stories[other.index()];
    for (const SourceId id : s.text_credits) ++credited[id];
    for (const SourceId id : s.head_credits) ++credited[id];
  }
  if (relatives > 1) {
    const SourceId origin = families_.origin_of(families_.of(story));
    return origin == sources_.stories[story.index()].own ? SourceId() : origin;
  }
  SourceId best;
  std::size_t most = 1;
  for (const SourceId id : sources_.stories[story.index()].text_credits) {
    const std::size_t n = credited[id];
    const bool first = !best.valid() || sources_.sources[id.index()].name < sources_.sources[best.index()].name;
    if (n > most || (n == most && n > 1 && first)) {
      best = id;
      most = n;
    }
  }
  return best;
}

std::vector<SourceId> Support::way(ClaimId id, const std::set<StoryId>& in, bool quote, bool& inferred) const {
  const StoryId story = claims_[id.index()].story;
  const StorySources& head = sources_.stories[story.index()];
  const ClaimSources& said = sources_.claims[id.index()];
  std::vector<SourceId> way =
      head.head_credits.empty() ? std::vector<SourceId>() : std::vector<SourceId>{head.head_credits.front()};
  bool credited = false;  // in the text, beyond what the head matter says of the whole story
  for (const SourceId id_said : said.outlets) {
    if (std::find(head.head_credits.begin(), head.head_credits.end(), id_said) != head.head_credits.end()) continue;
    way.push_back(id_said);
    credited = true;
  }
  if (!credited) {
    const SourceId origin = inferred_origin(story, in);
    const bool news = origin.valid() && std::find(way.begin(), way.end(), origin) == way.end();
    if (news) way.push_back(origin);
    inferred = inferred || news;
  }
  if (way.empty()) way.push_back(head.own);
  if (!quote) way.insert(way.end(), said.speakers.begin(), said.speakers.end());
  return way;
}

void Support::count(Proposition& p) {
  const bool quote = is_quote(p);
  std::vector<ClaimId> claims = p.claims;
  claims.insert(claims.end(), p.more.begin(), p.more.end());
  std::set<StoryId> in;
  for (const ClaimId id : claims) in.insert(claims_[id.index()].story);
  // Vertices: 0 the proposition, 1 the sink, then stories and sources as they come.
  std::map<StoryId, std::uint32_t> story_vertex;
  std::map<SourceId, std::uint32_t> source_vertex;
  std::vector<SourceId> of_vertex(2);
  Digraph graph{2, {}};
  std::set<SourceId> own, origins;
  bool inferred = false;
  for (const ClaimId id : claims) {
    const StoryId story = claims_[id.index()].story;
    own.insert(sources_.stories[story.index()].own);
    const auto [at, fresh] = story_vertex.try_emplace(story, graph.vertices);
    if (fresh) {
      graph.edges.emplace_back(0, graph.vertices++);
      of_vertex.emplace_back();
    }
    std::uint32_t from = at->second;
    const std::vector<SourceId> sources = way(id, in, quote, inferred);
    for (const SourceId source : sources) {
      const auto [v, added] = source_vertex.try_emplace(source, graph.vertices);
      if (added) {
        ++graph.vertices;
        of_vertex.push_back(source);
      }
      graph.edges.emplace_back(from, v->second);
      from = v->second;
    }
    graph.edges.emplace_back(from, 1);
    origins.insert(sources.back());
  }
  p.independent_sources = in.size() == 1 ? 1 : std::max(1U, disjoint_paths(graph, 0, 1));
  p.origins.assign(origins.begin(), origins.end());
  p.inferred = inferred && p.independent_sources < in.size();
  if (p.independent_sources > 1) return;
  // Of the sources that every way passes the one nearest to the reader; a story's own outlet is no origin to name.
  for (const std::uint32_t v : on_every_path(graph, 0, 1)) {
    const SourceId source = of_vertex[v];
    if (!source.valid() || (in.size() == 1 && own.count(source) != 0)) continue;
    p.sole_origin = source;
    break;
  }
}

}  // namespace

void count_support(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims,
                   const SourceLinks& sources, const std::vector<SharedText>& shared, const Rulebook& rulebook,
                   std::vector<Proposition>& propositions) {
  Support support(stories, claims, sources, shared, rulebook);
  for (Proposition& p : propositions) support.count(p);
}

}  // namespace crosscheck
