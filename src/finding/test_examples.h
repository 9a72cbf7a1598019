// The yes and no of every check, run through the whole program: what `rules test` prints.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "claim/analyse.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// Every story of a `yes` or `no` becomes a story of an outlet and a day of its own making where the example names none:
// the same day for all of a set, another outlet for each. A diagnostic for each example that goes wrong, at its place
// in the rule file: "example not flagged: claims found, not compared, scope: one place lies in the other".
std::vector<Diagnostic> test_check_examples(const Pipeline& pipeline);
std::vector<Diagnostic> test_check_examples(const Rulebook& rulebook);

}  // namespace crosscheck
