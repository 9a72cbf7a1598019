// Any bytes as a story, in any format, through every stage.
#include <cstddef>
#include <cstdint>
#include <string>

#include "claim/analyse.h"
#include "finding/find.h"
#include "graph/build_graph.h"
#include "rulebook/load_rulebook.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crosscheck;
  static const Rulebook rulebook = *load_rulebook(built_in_rules()).value;
  static const Pipeline pipeline(rulebook);
  if (size == 0) return 0;
  static constexpr const char* kFormats[] = {"text", "html", "xml", "json"};
  RawStory raw;
  raw.path = "fuzz";
  raw.format = kFormats[data[0] % 4];
  raw.bytes.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<Diagnostic> diagnostics;
  const std::vector<AnalysedStory> stories = analyse_all(pipeline, {raw, raw}, diagnostics);
  const ClaimGraph graph = build_graph(stories, pipeline.language());
  for (const Finding& finding : find(stories, graph, rulebook).findings)
    for (const Span& span : finding.evidence) (void)stories[span.story.index()].story.file_range(span);
  return 0;
}
