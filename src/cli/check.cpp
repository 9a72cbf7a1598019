// The table of contents of crosscheck: one line a stage.
#include <utility>

#include "cli/analyse_stories.h"
#include "cli/commands.h"
#include "cli/graphviz.h"
#include "finding/find.h"
#include "graph/build_graph.h"
#include "report/report.h"

namespace crosscheck {
namespace {

// Stories that are shown one by one: none is kept longer than it takes to write it.
template <class Write>
Outcome write_stories(const Options& options, const Pipeline& pipeline, Streams streams, Write write) {
  Sources sources = read_in_order(options.paths, pipeline);
  Output output(options, streams);
  InOrder texts(output);
  analyse_each(std::move(sources.stories), pipeline, ClaimsFor::showing, options.jobs, streams,
               [&](std::size_t i, const AnalysedStory& story) { texts.write(i, write(story)); });
  Outcome outcome{.text = {}, .diagnostics = std::move(sources.diagnostics), .written = true};
  for (Diagnostic& d : output.close()) outcome.diagnostics.push_back(std::move(d));
  return outcome;
}

std::string written(const Report& report, const Options& options, Streams streams) {
  if (options.format == "json") return report_json(report, options.all);
  if (options.format == "html") return report_html(report, options.all);
  if (options.format == "markdown") return report_markdown(report, options.all);
  return report_text(report, text_style(streams.out, options.all));
}

bool fails(Severity severity, std::string_view bar) {
  for (const Severity at : {Severity::note, Severity::warning, Severity::error})
    if (to_string(at) == bar) return severity >= at;
  return false;
}

}  // namespace

Outcome check_stories(const Options& options, const Rulebook& rulebook, Streams streams) {
  const Pipeline pipeline(rulebook);
  // story, syntax, mention, claim: each story by itself
  const Analysis analysis = analyse_stories(options.paths, pipeline, options.jobs, streams);
  // beyond this point no new story, mention or claim comes into being
  const ClaimGraph graph = build_graph(analysis.stories, pipeline.language());
  const Findings findings = find(analysis.stories, graph, rulebook, options.least_confidence);
  const Report report{analysis.stories, graph, findings, analysis.diagnostics, rulebook};

  Outcome outcome{.text = written(report, options, streams), .diagnostics = analysis.diagnostics};
  for (const Finding& finding : findings.findings)
    outcome.found = outcome.found || fails(finding.severity, options.fail_on);
  return outcome;
}

Outcome show_mentions(const Options& options, const Rulebook& rulebook, Streams streams) {
  const Pipeline pipeline(rulebook);
  if (options.format != "json")
    return write_stories(options, pipeline, streams, [](const AnalysedStory& story) { return mentions_text(story); });
  Analysis analysis = analyse_stories(options.paths, pipeline, options.jobs, streams);
  return {mentions_json(analysis.stories, analysis.diagnostics), std::move(analysis.diagnostics)};
}

Outcome show_claims(const Options& options, const Rulebook& rulebook, Streams streams) {
  const Pipeline pipeline(rulebook);
  if (options.format != "json")
    return write_stories(options, pipeline, streams, [&](const AnalysedStory& story) { return claims_text(story, rulebook); });
  Analysis analysis = analyse_stories(options.paths, pipeline, options.jobs, streams);
  return {claims_json(analysis.stories, rulebook, analysis.diagnostics), std::move(analysis.diagnostics)};
}

Outcome explain_claims(const Options& options, const Rulebook& rulebook, Streams streams) {
  const Pipeline pipeline(rulebook);
  Analysis analysis = analyse_stories(options.paths, pipeline, options.jobs, streams);
  const ClaimGraph graph = build_graph(analysis.stories, pipeline.language());
  const Findings none;
  const Report report{analysis.stories, graph, none, analysis.diagnostics, rulebook};
  return {explain_text(report, options.about), std::move(analysis.diagnostics)};
}

Outcome show_graph(const Options& options, const Rulebook& rulebook, Streams streams) {
  const Pipeline pipeline(rulebook);
  Analysis analysis = analyse_stories(options.paths, pipeline, options.jobs, streams);
  const ClaimGraph graph = build_graph(analysis.stories, pipeline.language());
  if (options.format == "json") return {graph_json(graph), std::move(analysis.diagnostics)};
  if (options.format == "graphml") return {graph_graphml(graph), std::move(analysis.diagnostics)};
  if (options.format != "svg") return {graph_dot(graph), std::move(analysis.diagnostics)};
  std::string svg = draw(graph_dot(graph, true), analysis.diagnostics);
  return {std::move(svg), std::move(analysis.diagnostics)};
}

}  // namespace crosscheck
