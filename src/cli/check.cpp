// The table of contents of crosscheck: one line a stage.
#include "cli/analyse_stories.h"
#include "cli/commands.h"
#include "finding/find.h"
#include "graph/build_graph.h"
#include "report/report.h"

namespace crosscheck {

Outcome check_stories(const Options& options, const Rulebook& rulebook, Streams streams) {
  const Pipeline pipeline(rulebook);
  // story, syntax, mention, claim: each story by itself
  const Analysis analysis = analyse_stories(options.paths, pipeline, options.jobs, streams);
  // beyond this point no new story, mention or claim comes into being
  const ClaimGraph graph = build_graph(analysis.stories, pipeline.language());
  const Findings findings = find(analysis.stories, graph, rulebook);
  const Report report{analysis.stories, graph, findings, analysis.diagnostics, rulebook};

  Outcome outcome{.text = options.format == "json" ? report_json(report, options.all)
                                                   : report_text(report, text_style(streams.out, options.all)),
                  .diagnostics = analysis.diagnostics};
  for (const Finding& finding : findings.findings)
    outcome.found = outcome.found || (options.fail_on && finding.severity >= *options.fail_on);
  return outcome;
}

Outcome show_mentions(const Options& options, const Rulebook& rulebook, Streams streams) {
  const Pipeline pipeline(rulebook);
  Analysis analysis = analyse_stories(options.paths, pipeline, options.jobs, streams);
  return {options.format == "json" ? mentions_json(analysis.stories, analysis.diagnostics)
                                   : mentions_text(analysis.stories, text_style(streams.out, false)),
          std::move(analysis.diagnostics)};
}

Outcome show_claims(const Options& options, const Rulebook& rulebook, Streams streams) {
  const Pipeline pipeline(rulebook);
  Analysis analysis = analyse_stories(options.paths, pipeline, options.jobs, streams);
  return {options.format == "json" ? claims_json(analysis.stories, rulebook, analysis.diagnostics)
                                   : claims_text(analysis.stories, rulebook, text_style(streams.out, false)),
          std::move(analysis.diagnostics)};
}

Outcome show_graph(const Options& options, const Rulebook& rulebook, Streams streams) {
  const Pipeline pipeline(rulebook);
  Analysis analysis = analyse_stories(options.paths, pipeline, options.jobs, streams);
  const ClaimGraph graph = build_graph(analysis.stories, pipeline.language());
  return {options.format == "json" ? graph_json(graph) : graph_dot(graph), std::move(analysis.diagnostics)};
}

}  // namespace crosscheck
