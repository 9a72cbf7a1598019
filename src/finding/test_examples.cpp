#include "finding/test_examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "finding/comparable.h"
#include "finding/find.h"
#include "finding/pile.h"
#include "graph/build_graph.h"

namespace crosscheck {
namespace {

constexpr std::string_view kDay = "2025-03-05";  // where an example names none: a Wednesday

std::vector<RawStory> raw_stories(const StorySet& set) {
  std::vector<RawStory> raw;
  for (std::size_t i = 0; i < set.size(); ++i) {
    RawStory story;
    story.path = fmt::format("story {}", i + 1);
    story.bytes = set[i].text;
    story.format = "text";
    story.outlet = set[i].outlet.empty() ? fmt::format("Outlet {}", static_cast<char>('A' + static_cast<char>(i % 26)))
                                         : set[i].outlet;
    story.published = set[i].published.empty() ? std::string(kDay) : set[i].published;
    story.headline = set[i].headline;
    // A blank line ends a headline.
    const std::size_t blank = set[i].text.find("\n\n");
    if (story.headline.empty() && blank != std::string::npos) {
      story.headline = set[i].text.substr(0, blank);
    }
    raw.push_back(std::move(story));
  }
  return raw;
}

// Why nothing was flagged, as far as it got.
std::string reason(const Pile& pile, CheckId id) {
  const Check& check = pile.rulebook[id];
  const std::size_t claims = pile.claims(check).size();
  if (claims == 0) return "no claim of the kind was found";
  std::string why;
  bool compared = false;
  for (const Comparison* const pair : pile.comparisons(check)) {
    compared = true;
    Verdict v;
    if (check.shape == CheckShape::clash) v = judge_clash(pile, check, *pair);
    if (check.shape == CheckShape::swapped) v = judge_swapped(pile, check, *pair);
    if (check.shape == CheckShape::superseded) v = judge_superseded(pile, check, *pair);
    if (why.empty() || !v.clashing.empty()) why = v.apart;
    if (!v.clashing.empty()) break;
  }
  if (!compared) return fmt::format("{} claims found, none thought to be about the same thing", claims);
  return why.empty() ? fmt::format("{} claims found", claims) : fmt::format("claims found, not compared, {}", why);
}

struct Outcome {
  bool flagged = false;
  std::string why_not;
  std::string message;
};

Outcome run(const Pipeline& pipeline, CheckId id, const StorySet& set) {
  std::vector<Diagnostic> unread;
  const Rulebook& rulebook = pipeline.language().rulebook();
  const auto stories = analyse_all(pipeline, raw_stories(set), unread);
  const ClaimGraph graph = build_graph(stories, pipeline.language());
  const Findings found = find_by(id, stories, graph, rulebook);
  Outcome out;
  for (const Finding& f : found.findings) {
    if (f.check != id) continue;
    out.flagged = true;
    out.message = f.message;
    return out;
  }
  out.why_not = unread.empty() ? reason(Pile(stories, graph, rulebook), id) : unread.front().message;
  return out;
}

Diagnostic complaint(const RuleLocation& where, std::string message) {
  Diagnostic d;
  d.severity = Severity::error;
  d.path = where.file;
  d.line = where.line;
  d.column = where.column;
  d.message = std::move(message);
  return d;
}

}  // namespace

std::vector<Diagnostic> test_check_examples(const Pipeline& pipeline) {
  const Rulebook& rulebook = pipeline.language().rulebook();
  std::vector<Diagnostic> out;
  for (std::size_t i = 0; i < rulebook.checks.size(); ++i) {
    const Check& check = rulebook.checks[i];
    for (const CheckExample& example : check.yes) {
      const Outcome o = run(pipeline, CheckId(i), example.stories);
      if (!o.flagged)
        out.push_back(complaint(example.where, fmt::format("{}: example not flagged: {}", check.id, o.why_not)));
    }
    for (const CheckExample& example : check.no) {
      const Outcome o = run(pipeline, CheckId(i), example.stories);
      if (o.flagged)
        out.push_back(complaint(
            example.where, fmt::format("{}: example flagged, though it stands under no: {}", check.id, o.message)));
    }
  }
  return out;
}

std::vector<Diagnostic> test_check_examples(const Rulebook& rulebook) {
  const Pipeline pipeline(rulebook);
  return test_check_examples(pipeline);
}

}  // namespace crosscheck
