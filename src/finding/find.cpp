#include "finding/find.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "finding/pile.h"
#include "finding/shapes.h"

namespace crosscheck {
namespace {

constexpr std::string_view kContradiction = "contradiction", kSingleSource = "single-source";

std::vector<Draft> run(const Pile& pile, CheckId id, const std::vector<ClaimId>& reported) {
  switch (pile.rulebook[id].shape) {
    case CheckShape::clash:
    case CheckShape::swapped:
    case CheckShape::superseded: return find_clashes(pile, id);
    case CheckShape::sum: return find_sums(pile, id);
    case CheckShape::only_in_headline: return find_headline_only(pile, id);
    case CheckShape::only_in_summary: return find_summary_only(pile, id);
    case CheckShape::only_in_one_source: return find_one_source(pile, id, reported);
    case CheckShape::said_by: break;
  }
  return find_said_by(pile, id);
}

int order_of(const Finding& f) {
  if (f.category == kContradiction) return 0;
  return f.category == kSingleSource ? 2 : 1;
}

// Contradictions, then other groups, then what one source has; in each the gravest first. What does not depend on the
// order of stories comes before what does.
bool before(const Finding& x, const Finding& y) {
  const auto key = [](const Finding& f) {
    return std::make_tuple(order_of(f), -static_cast<int>(f.severity), -f.rank);
  };
  if (key(x) != key(y)) return key(x) < key(y);
  return std::tie(x.message, x.fingerprint) < std::tie(y.message, y.fingerprint);
}

bool same_words(const Span& a, const Span& b) { return a.overlaps(b); }

// Both sides of x stand in y too: one clash that two checks see.
bool shows_both(const Finding& x, const Finding& y) {
  if (x.evidence.size() < 2 || y.evidence.size() < 2) {
    return x.evidence.size() == 1 && y.evidence.size() == 1 && same_words(x.evidence[0], y.evidence[0]);
  }
  return (same_words(x.evidence[0], y.evidence[0]) && same_words(x.evidence[1], y.evidence[1])) ||
         (same_words(x.evidence[0], y.evidence[1]) && same_words(x.evidence[1], y.evidence[0]));
}

void drop_doubles(std::vector<Finding>& findings) {
  std::vector<Finding> kept;
  std::set<std::pair<std::string, std::string>> prints;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> of_story;  // contradictions kept, by where a side stands
  for (Finding& f : findings) {
    if (!prints.emplace(f.category, f.fingerprint).second) continue;
    if (f.category == kContradiction && !f.evidence.empty()) {
      const std::vector<std::size_t>& near = of_story[f.evidence[0].story.value];
      if (std::any_of(near.begin(), near.end(), [&](std::size_t k) { return shows_both(kept[k], f); })) continue;
      for (std::size_t side = 0; side < std::min<std::size_t>(2, f.evidence.size()); ++side)
        of_story[f.evidence[side].story.value].push_back(kept.size());
    }
    kept.push_back(std::move(f));
  }
  findings = std::move(kept);
}

// At most so many single-source findings a story, the rest quiet: as are those of little weight, and contradictions not
// sure enough.
void shorten(Findings& found, std::size_t stories, const Rulebook& rulebook, double least_confidence) {
  const Figures& figures = rulebook.figure_section("ranking");
  const auto figure = [&](std::string_view name, double otherwise) {
    const auto it = figures.find(name);
    return it == figures.end() ? otherwise : it->second.low;
  };
  const auto most = static_cast<std::size_t>(figure("findings for each story", 3) * static_cast<double>(stories));
  const double least = figure("least rank", 0);
  std::size_t shown = 0;
  std::vector<Finding> loud;
  for (Finding& f : found.findings) {
    const bool single = f.category == kSingleSource;
    const bool unsure = f.category == kContradiction && f.confidence < least_confidence;
    const bool quiet = unsure || (single && (shown >= most || f.rank < least));
    shown += single && !quiet ? 1 : 0;
    (quiet ? found.quiet : loud).push_back(std::move(f));
  }
  found.findings = std::move(loud);
}

void finish(Findings& found, std::size_t stories, const Rulebook& rulebook, double least_confidence = 0) {
  std::stable_sort(found.findings.begin(), found.findings.end(), before);
  drop_doubles(found.findings);
  shorten(found, stories, rulebook, least_confidence);
}

}  // namespace

Finding start_finding(const Check& check, CheckId id) {
  Finding f;
  f.check = id;
  f.category = check.category;
  f.severity = check.severity;
  f.why = check.why;
  return f;
}

Findings find(const std::vector<AnalysedStory>& stories, const ClaimGraph& graph, const Rulebook& rulebook, double least_confidence) {
  const Pile pile(stories, graph, rulebook);
  Findings found;
  std::vector<ClaimId> reported;
  // What one source has is asked last: what other checks show need not be shown twice.
  for (const bool last : {false, true}) {
    for (std::size_t i = 0; i < rulebook.checks.size(); ++i) {
      if ((rulebook.checks[i].shape == CheckShape::only_in_one_source) != last) continue;
      for (Draft& draft : run(pile, CheckId(i), reported)) found.findings.push_back(std::move(draft.finding));
    }
    if (last) break;
    for (const Finding& f : found.findings)
      if (f.category == kContradiction) reported.insert(reported.end(), f.claims.begin(), f.claims.end());
  }
  finish(found, stories.size(), rulebook, least_confidence);
  return found;
}

Findings find_by(CheckId check, const std::vector<AnalysedStory>& stories, const ClaimGraph& graph,
                 const Rulebook& rulebook) {
  const Pile pile(stories, graph, rulebook);
  Findings found;
  for (Draft& draft : run(pile, check, {})) found.findings.push_back(std::move(draft.finding));
  finish(found, stories.size(), rulebook);
  return found;
}

}  // namespace crosscheck
