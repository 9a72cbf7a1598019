// What the user asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rulebook/settings.h"

namespace crosscheck {

enum class Command : std::uint8_t { check, mentions, claims, graph, explain, rules_list, rules_lint, rules_test };

// Beside the settings of crosscheck.toml, which the command line changes.
struct Options : Settings {
  Command command = Command::check;
  std::vector<std::string> paths;
  std::string format;  // "" is the command's own default
  std::string output;  // file; "": standard output
  std::string about;   // words that `explain` is asked for
  bool all = false;    // quiet findings too
};

// Either options, or what to print and the exit code (--help, --version, a mistake in the arguments).
struct Parsed {
  std::optional<Options> options;
  std::string text;
  int exit_code = 0;
};

Parsed parse_arguments(int argc, const char* const* argv, const Settings& settings);

}  // namespace crosscheck
