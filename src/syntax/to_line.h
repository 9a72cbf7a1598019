// One line for a clause, for tests and `explain`: "subj[The plan] verb[was cut past passive] obl[to 19 points]".
#pragma once

#include <string>
#include <vector>

#include "story/story.h"
#include "syntax/syntax.h"

namespace crosscheck {

// Words as written, joined by single spaces; a part that was filled in has a ~ before its bracket. The relation stands
// first, unless it is `main`, with marker and governing verb: "content(that said) subj[…] …".
std::string to_line(const Clause& clause, const Story& story);
std::string to_line(const std::vector<Part>& parts, const Story& story);

}  // namespace crosscheck
