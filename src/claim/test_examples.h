// Runs every yes and no of every claim kind: the tests that each kind brings along.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "claim/analyse.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// One error for each example that does not give what it says, at its place in the rule file; nothing when all hold. The text
// of a `yes` must give one claim of the kind whose slots hold the values named, compared by what they mean ("9" is "nine");
// the text of a `no` must give none. The day of the examples is Monday 1 December 2025.
std::vector<Diagnostic> test_claim_examples(const Rulebook& rulebook, const Pipeline& pipeline);

}  // namespace crosscheck
