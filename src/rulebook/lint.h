// What is right in a rule but probably not meant: told only to those who ask (crosscheck rules lint).
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// Warnings, in order of files and lines:
//   - a word list that no pattern, choice, slot or other list names. Lists with nouns are exempt (nouns of one list count as
//     one thing when claims are compared), and so are those that the engine reads by name.
//   - `event` left out of `same` although not all of `same` outlives an event (persons, organizations, places, offices, names);
//   - a word of a list that is used in a pattern, which no example of any claim or check uses. Inflection is not known here, so
//     a word counts as used when some word of the examples begins like it; irregular forms may be told wrongly.
std::vector<Diagnostic> lint(const Rulebook& rulebook, const std::vector<std::string_view>& read_by_engine = {});

}  // namespace crosscheck
