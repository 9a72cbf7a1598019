// What the user asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace crosscheck {

enum class Command : std::uint8_t { check, mentions, claims, graph, rules_list, rules_lint, rules_test };

struct Options {
  Command command = Command::check;
  std::vector<std::string> paths;
  std::string format;                                   // "" is the command's own default
  std::string rules;                                    // folder added to or replacing the built-in rules
  std::string output;                                   // file; "": standard output
  unsigned jobs = 0;                                    // threads; 0: one a core
  bool all = false;                                     // quiet findings too
  std::optional<Severity> fail_on = Severity::warning;  // nothing: never
};

// Either options, or what to print and the exit code (--help, --version, a mistake in the arguments).
struct Parsed {
  std::optional<Options> options;
  std::string text;
  int exit_code = 0;
};

Parsed parse_arguments(int argc, const char* const* argv);

}  // namespace crosscheck
