// Tags -> noun groups and clauses, without a Language: what find_clauses(story, language, syntax) calls, and what tests
// call with tags written by hand.
#pragma once

#include "story/story.h"
#include "syntax/clause_tables.h"
#include "syntax/syntax.h"

namespace crosscheck {

// Syntax::tokens must be filled; fills noun_groups, clauses and clause_begin.
void find_clauses(const Story& story, const ClauseTables& tables, Syntax& syntax);

}  // namespace crosscheck
