// One canonical line for a claim, for tests, logs and `explain`.
#pragma once

#include <string>

#include "claim/claims.h"
#include "rulebook/rulebook.h"
#include "story/story.h"

namespace crosscheck {

// "change{what=plan from=28 point to=19 point}"; behind the brace, where they are not the usual: " when=2025-11-30",
// " where=geneva", " not", " planned", " voice=Al Jazeera/Rosa Keane", " headline", " dispute". Values are folded words:
// the head and modifiers of a phrase, the list of a choice, the key of a name.
std::string to_line(const Claim& claim, const Rulebook& rulebook);

// The value alone: "28 point", "[30,inf) person", "marco rubio", "resign".
std::string to_short(const Value& value);

}  // namespace crosscheck
