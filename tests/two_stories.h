// How many contradictions the built-in rules find between two stories.
#pragma once

#include <string>
#include <vector>

#include "claim/analyse.h"
#include "finding/find.h"
#include "graph/build_graph.h"
#include "rulebook/load_rulebook.h"

namespace crosscheck {

struct BuiltInProgram {
  Rulebook rulebook = *load_rulebook(built_in_rules()).value;
  Pipeline pipeline{rulebook};
};

inline std::size_t contradictions(const char* a, const char* b, const char* published = "2025-11-12") {
  static const BuiltInProgram program;
  std::vector<RawStory> raw;
  for (const char* text : {a, b}) {
    RawStory story;
    story.path = std::string(1, static_cast<char>('a' + raw.size())) + ".txt";
    story.outlet = raw.empty() ? "The Harbour Post" : "Inland Mail";
    story.published = published;
    story.format = "text";
    story.bytes = text;
    raw.push_back(std::move(story));
  }
  std::vector<Diagnostic> diagnostics;
  const std::vector<AnalysedStory> stories = analyse_all(program.pipeline, raw, diagnostics);
  const ClaimGraph graph = build_graph(stories, program.pipeline.language());
  std::size_t count = 0;
  for (const Finding& finding : find(stories, graph, program.rulebook).findings) count += finding.category == "contradiction";
  return count;
}

}  // namespace crosscheck
