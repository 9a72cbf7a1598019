#include "cli/run.h"

#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <system_error>

#include "cli/commands.h"
#include "cli/options.h"
#include "rulebook/load_rulebook.h"

namespace crosscheck {
namespace {

Result<Rulebook> rulebook_of(const Options& options) {
  // The build has loaded them already; only lint wants their warnings.
  if (options.rules.empty() && options.command != Command::rules_lint) return built_in_rulebook();
  std::vector<RuleFile> files = built_in_rules();
  if (!options.rules.empty()) {
    Result<std::vector<RuleFile>> added = read_rule_files(options.rules);
    if (!added.value || any_error(added.diagnostics)) return {std::nullopt, std::move(added.diagnostics)};
    files = with_replacements(std::move(files), std::move(*added.value));
  }
  return load_rulebook(files);
}

Outcome outcome_of(const Options& options, const Rulebook& rulebook, Streams streams) {
  switch (options.command) {
    case Command::check: return check_stories(options, rulebook, streams);
    case Command::mentions: return show_mentions(options, rulebook, streams);
    case Command::claims: return show_claims(options, rulebook, streams);
    case Command::graph: return show_graph(options, rulebook, streams);
    case Command::explain: return explain_claims(options, rulebook, streams);
    case Command::rules_list: return list_rules(rulebook);
    case Command::rules_lint: return lint_rules(rulebook);
    case Command::rules_test: return test_rules(rulebook);
  }
  return {};
}

}  // namespace

int run(int argc, const char* const* argv, Streams streams) {
  std::error_code code;
  const Result<Settings> settings = find_settings(std::filesystem::current_path(code));
  const Parsed parsed = parse_arguments(argc, argv, settings.value.value_or(Settings()));
  if (!parsed.options) {
    fmt::print(parsed.exit_code == 0 ? streams.out : streams.err, "{}", parsed.text);
    return parsed.exit_code;
  }
  print(settings.diagnostics, streams.err);
  if (!settings.value) return 2;
  const Result<Rulebook> rulebook = rulebook_of(*parsed.options);
  print(rulebook.diagnostics, streams.err);
  if (!rulebook.value) return 2;
  Outcome outcome;
  try {
    outcome = outcome_of(*parsed.options, *rulebook.value, streams);
  } catch (const std::exception& error) {  // out of memory, and whatever a library throws
    outcome.diagnostics.push_back({Severity::error, "crosscheck", 0, 0, error.what()});
  }
  if (!outcome.written) {
    Output output(*parsed.options, streams);
    output.write(outcome.text);
    for (Diagnostic& d : output.close()) outcome.diagnostics.push_back(std::move(d));
  }
  print(outcome.diagnostics, streams.err);
  return any_error(outcome.diagnostics) ? 2 : outcome.found ? 1 : 0;
}

}  // namespace crosscheck
