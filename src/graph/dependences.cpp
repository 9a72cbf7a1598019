#include "graph/dependences.h"

#include <algorithm>
#include <utility>

namespace crosscheck {
namespace {

bool holds(const std::vector<SourceId>& list, SourceId id) { return std::find(list.begin(), list.end(), id) != list.end(); }

void add_credits(StoryId story, const std::vector<CreditAt>& credits, std::vector<Dependence>& out) {
  const std::size_t first = out.size();
  for (const CreditAt& credit : credits) {
    const auto known = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                                    [&](const Dependence& d) { return d.source == credit.source; });
    const bool fresh = known == out.end();
    Dependence& d = fresh ? out.emplace_back() : *known;
    d.story = story;
    d.source = credit.source;
    d.reach = fresh ? credit.reach : std::max(d.reach, credit.reach);
    if (!credit.span.empty()) d.evidence.emplace_back(credit.span, Span());
  }
}

// Whether `a` hangs on `b` rather than the other way round.
bool hangs_on(const StorySources& a, const StorySources& b, const Story& story, const Story& other) {
  const bool credits = holds(a.head_credits, b.own) || holds(a.text_credits, b.own);
  const bool credited = holds(b.head_credits, a.own) || holds(b.text_credits, a.own);
  if (credits != credited) return credits;
  if (!story.published || !other.published) return !story.published;
  return story.published->from >= other.published->from;
}

}  // namespace

std::vector<Dependence> dependences(const std::vector<AnalysedStory>& stories, const SourceLinks& sources,
                                    const std::vector<SharedText>& shared) {
  std::vector<Dependence> out;
  for (std::size_t s = 0; s < stories.size(); ++s) add_credits(StoryId(s), sources.stories[s].credits, out);
  for (const SharedText& text : shared) {
    const std::size_t a = text.a.index(), b = text.b.index();
    const bool later = hangs_on(sources.stories[b], sources.stories[a], stories[b].story, stories[a].story);
    Dependence d;
    d.story = later ? text.b : text.a;
    d.on = later ? text.a : text.b;
    d.words = text.words;
    d.sentences = text.sentences;
    d.fragments = text.fragments;
    for (const auto& [in_a, in_b] : text.longest)
      d.evidence.push_back(later ? std::pair(in_b, in_a) : std::pair(in_a, in_b));
    out.push_back(std::move(d));
  }
  std::stable_sort(out.begin(), out.end(), [](const Dependence& x, const Dependence& y) { return x.story < y.story; });
  return out;
}

}  // namespace crosscheck
