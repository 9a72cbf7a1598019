// One function a command. Each gives what it printed and what it found; run() decides the exit code.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct Outcome {
  std::string text;                     // for standard output
  std::vector<Diagnostic> diagnostics;  // for standard error; an error among them means exit 2
  bool found = false;                   // exit 1
  bool written = false;                 // by the command itself, story by story
};

Outcome check_stories(const Options& options, const Rulebook& rulebook, Streams streams);
Outcome show_mentions(const Options& options, const Rulebook& rulebook, Streams streams);
Outcome show_claims(const Options& options, const Rulebook& rulebook, Streams streams);
Outcome show_graph(const Options& options, const Rulebook& rulebook, Streams streams);
Outcome explain_claims(const Options& options, const Rulebook& rulebook, Streams streams);
Outcome list_rules(const Rulebook& rulebook);
Outcome lint_rules(const Rulebook& rulebook);
Outcome test_rules(const Rulebook& rulebook);

}  // namespace crosscheck
