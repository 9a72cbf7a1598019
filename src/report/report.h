// What was found, as text: pure functions from plain data. JSON is a contract (its keys never change meaning without a
// new `schema`), the terminal report is for people and may change.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "claim/extract_claims.h"
#include "finding/findings.h"
#include "graph/claim_graph.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// Everything a report of `check` draws on. References: the reports keep nothing.
struct Report {
  const std::vector<AnalysedStory>& stories;
  const ClaimGraph& graph;
  const Findings& findings;
  const std::vector<Diagnostic>& diagnostics;
  const Rulebook& rulebook;
};

struct TextStyle {
  bool colour = false;      // ANSI escapes: only for a terminal
  std::size_t width = 100;  // columns, at least 40
  bool all = false;         // the quiet findings too
};

// For people, on a terminal: findings grouped, the passages of each side by side with the words marked, and what was
// not checked.
std::string report_text(const Report& report, const TextStyle& style);
// A line for each mention or claim of one story.
std::string mentions_text(const AnalysedStory& story);
std::string claims_text(const AnalysedStory& story, const Rulebook& rulebook);
// For each sentence that holds the words `about` (folded): its claims, the claims of other stories each could be held
// against, how near they are (0..1), and what kept them apart.
std::string explain_text(const Report& report, std::string_view about);

// The same as one HTML file that needs no network: findings with their values drawn, who says what, who hangs on whom,
// the stories in full. `all`: the quiet findings too.
std::string report_html(const Report& report, bool all);
// The same as a comment on a change request (CommonMark with the HTML that forges let through): notes are folded.
std::string report_markdown(const Report& report, bool all);
// `all` adds the quiet findings to "findings".
std::string report_json(const Report& report, bool all);
std::string mentions_json(const std::vector<AnalysedStory>& stories, const std::vector<Diagnostic>& diagnostics);
std::string claims_json(const std::vector<AnalysedStory>& stories, const Rulebook& rulebook,
                        const std::vector<Diagnostic>& diagnostics);
std::string graph_json(const ClaimGraph& graph);
// Graphviz. `lineage_only`: stories, who publishes them and whom they hang on; claims by the thousand take its layout
// minutes and show nobody anything.
std::string graph_dot(const ClaimGraph& graph, bool lineage_only = false);
std::string graph_graphml(const ClaimGraph& graph);

inline constexpr int kJsonSchema = 1;
inline constexpr const char* kVersion = "0.1.0";

}  // namespace crosscheck
