// The only user of CLI11, which is slow to compile: this file is built without optimising.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <map>

#include "report/report.h"

namespace crosscheck {
namespace {

constexpr const char* kExamples = R"(
Examples:
  crosscheck check stories/                    report what does not fit between the stories of a folder
  crosscheck check stories/ --format html -o report.html    the same to read in a browser
  crosscheck check a.txt b.html --format json  the same for programs
  crosscheck check new.txt desk/ --fail-on error   gate a build: exit 1 only on errors
  crosscheck mentions a.txt                    amounts, times, names and quotes as crosscheck reads them
  crosscheck claims a.txt                      the atomic claims it takes from them
  crosscheck explain stories/ --about "19 points"   why words were or were not held against other stories
  crosscheck graph stories/ --format svg -o graph.svg    who hangs on whom, drawn by Graphviz
  crosscheck rules test --rules my-rules/      run the yes and no of every rule

Of --rules, --jobs, --fail-on and --least-confidence a desk keeps its own in crosscheck.toml, found upwards from the working
folder; the environment (CROSSCHECK_RULES, …) goes before it, the command line before both.

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or done.
)";

void story_options(CLI::App& command, Options& options) {
  command.add_option("PATH", options.paths, "stories, folders of stories, or - for standard input")->required();
  command.add_option("-j,--jobs", options.jobs, "threads (0: one a core); the result does not depend on it")
      ->envname("CROSSCHECK_JOBS")
      ->capture_default_str();
  command.add_option("-o,--output", options.output, "write there instead of to standard output");
}

void rules_option(CLI::App& command, Options& options) {
  command
      .add_option("--rules", options.rules,
                  "a folder of rule files, added to the built-in ones; one of the same name replaces it")
      ->envname("CROSSCHECK_RULES");
}

void format_option(CLI::App& command, Options& options, const std::vector<std::string>& formats) {
  command
      .add_option("--format", options.format,
                  "one of " + CLI::detail::join(formats, ", ") + "; default " + formats.front())
      ->check(CLI::IsMember(formats));
}

// CLI11 throws to end a run; the exceptions stop here.
Parsed parse(CLI::App& app, const Options& options, int argc, const char* const* argv) {
  Parsed parsed;
  try {
    app.parse(argc, argv);
    parsed.options = options;
  } catch (const CLI::CallForVersion&) {
    parsed.text = std::string("crosscheck ") + kVersion + "\n";
  } catch (const CLI::Success&) {
    const CLI::App* asked = &app;
    while (!asked->get_subcommands().empty()) asked = asked->get_subcommands().front();
    parsed.text = asked == &app ? app.help() + kExamples : app.help();
  } catch (const CLI::ParseError& error) {
    parsed.text = std::string("crosscheck: ") + error.what() + "\nTry: crosscheck --help\n";
    parsed.exit_code = 2;
  }
  return parsed;
}

}  // namespace

Parsed parse_arguments(int argc, const char* const* argv, const Settings& settings) {
  Options options;
  static_cast<Settings&>(options) = settings;
  CLI::App app("crosscheck finds what does not fit between news stories about one event.", "crosscheck");
  app.set_version_flag("--version", std::string());
  app.require_subcommand(1);

  CLI::App* check = app.add_subcommand("check", "contradictions and thinly sourced claims, as a report or a gate");
  story_options(*check, options);
  rules_option(*check, options);
  format_option(*check, options, {"text", "html", "markdown", "json"});
  check->add_flag("--all", options.all, "findings of little weight too");
  check->add_option("--fail-on", options.fail_on, "exit 1 on findings of this severity or above")
      ->check(CLI::IsMember(std::vector<std::string>(kFailOn.begin(), kFailOn.end())))
      ->envname("CROSSCHECK_FAIL_ON")
      ->capture_default_str();
  check->add_option("--least-confidence", options.least_confidence, "0 to 1: contradictions less sure than this are quiet")
      ->check(CLI::Range(0.0, 1.0))
      ->envname("CROSSCHECK_LEAST_CONFIDENCE")
      ->capture_default_str();

  CLI::App* mentions = app.add_subcommand("mentions", "amounts, times, names, titles, quotes and attributions");
  CLI::App* claims = app.add_subcommand("claims", "the atomic claims of each story");
  CLI::App* graph = app.add_subcommand("graph", "stories, sources, entities, claims and propositions as a graph");
  CLI::App* explain = app.add_subcommand("explain", "why words were or were not held against other stories");
  explain->add_option("--about", options.about, "the words, as they stand in a story")->required();
  for (CLI::App* command : {mentions, claims, graph, explain}) {
    story_options(*command, options);
    rules_option(*command, options);
  }
  format_option(*mentions, options, {"text", "json"});
  format_option(*claims, options, {"text", "json"});
  format_option(*graph, options, {"dot", "graphml", "svg", "json"});

  CLI::App* rules = app.add_subcommand("rules", "look at rules and test them");
  rules->require_subcommand(1);
  CLI::App* list = rules->add_subcommand("list", "claim kinds with their slots, and checks");
  CLI::App* lint = rules->add_subcommand("lint", "every error and doubt in every rule file");
  CLI::App* test = rules->add_subcommand("test", "run every yes and no of every claim kind and check");
  for (CLI::App* command : {list, lint, test}) rules_option(*command, options);

  Parsed parsed = parse(app, options, argc, argv);
  if (!parsed.options) return parsed;
  Options& out = *parsed.options;
  const std::map<CLI::App*, Command> commands{
      {check, Command::check},     {mentions, Command::mentions}, {claims, Command::claims},   {graph, Command::graph},
      {explain, Command::explain}, {list, Command::rules_list},   {lint, Command::rules_lint}, {test, Command::rules_test}};
  for (const auto& [sub, command] : commands)
    if (sub->parsed()) out.command = command;
  return parsed;
}

}  // namespace crosscheck
