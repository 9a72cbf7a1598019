#include "finding/pile.h"

#include <algorithm>

#include "finding/summaries.h"

namespace crosscheck {
namespace {

// "archive/monday/a.txt" -> "a.txt"; an outlet's name has no slash that matters.
std::string file_name(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos || slash + 1 == path.size() ? path : path.substr(slash + 1);
}

// Of each kind its items; all together, and those of several kinds, in their own order.
template <class Item>
std::vector<Item> of_kinds(const Check& check, const std::vector<std::vector<Item>>& by_kind) {
  std::vector<Item> out;
  const auto add = [&](const std::vector<Item>& items) { out.insert(out.end(), items.begin(), items.end()); };
  if (check.any_claim)
    for (const auto& items : by_kind) add(items);
  else
    for (const KindId kind : check.claims) add(by_kind[kind.index()]);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

Pile::Pile(const std::vector<AnalysedStory>& all, const ClaimGraph& g, const Rulebook& rules)
    : stories(all), graph(g), rulebook(rules), matcher(rules, g.entities), whole(full_versions(all, g)), claims_of_(rules.kinds.size()), comparisons_of_(rules.kinds.size()) {
  for (std::size_t i = 0; i < graph.claims.size(); ++i) claims_of_[claim(ClaimId(i)).kind.index()].push_back(ClaimId(i));
  for (const Comparison& pair : graph.comparisons) comparisons_of_[claim(pair.a).kind.index()].push_back(&pair);
  for (const AnalysedStory& s : stories)
    if (!s.story.outlet) paths_.insert(s.story.path);
}

std::vector<ClaimId> Pile::claims(const Check& check) const { return of_kinds(check, claims_of_); }

std::vector<const Comparison*> Pile::comparisons(const Check& check) const { return of_kinds(check, comparisons_of_); }

bool Pile::looks_at(const Check& check, ClaimId id) const {
  return check.any_claim || std::find(check.claims.begin(), check.claims.end(), claim(id).kind) != check.claims.end();
}

std::string Pile::source_name(SourceId id) const {
  const std::string& name = graph.sources[id.index()].name;
  return paths_.count(name) != 0 ? file_name(name) : name;
}

std::string Pile::outlet(ClaimId id) const {
  const Story& s = story(id);
  return s.outlet ? *s.outlet : file_name(s.path);
}

std::string Pile::words(Span span) const {
  std::string out;
  for (const char c : stories[span.story.index()].story.words(span)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Span Pile::span_of(ClaimId id, const SlotPath& path, const Comparison* pair) const {
  const Claim& c = claim(id);
  if (const Difference* d = pair ? difference(*pair, path) : nullptr) return id == pair->a ? d->a : d->b;
  if (path.slot == "when" && !c.when_span.empty()) return c.when_span;
  if (path.slot == "where" && !c.where_span.empty()) return c.where_span;
  if (path.part == "standing") return c.span;
  const auto index = kind(id).slot(path.slot);
  if (!index) return c.span;
  const SlotValue* value = c.slot(*index);
  if (value == nullptr || value->span.empty()) return c.span;
  if (c.span.overlaps(value->span)) return value->span;
  // An antecedent may lie sentences away: there the words do not say what clashes. The speaker of a quote stands beside it.
  const Sentence& sentence = story(id).sentences[c.sentence];
  return story(id).span(sentence.first, sentence.last).contains(value->span) ? cover(c.span, value->span) : c.span;
}

const Difference* Pile::difference(const Comparison& pair, const SlotPath& path) const {
  if (pair.twins == kNone) return nullptr;
  for (const Difference& d : graph.twins[pair.twins].differences)
    if (kContrasts[static_cast<std::size_t>(d.contrast)] == path.slot) return &d;
  return nullptr;
}

SourceGrade Pile::grade(ClaimId id) const {
  const auto& voice = claim(id).voice;
  return voice.empty() ? SourceGrade::nobody : voice.back().grade;
}

}  // namespace crosscheck
