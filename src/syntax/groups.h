// Tags -> noun groups, verb groups and what stands between them: the pieces that clauses are made of.
#pragma once

#include <cstdint>
#include <vector>

#include "story/story.h"
#include "syntax/clause_tables.h"
#include "syntax/syntax.h"

namespace crosscheck {

enum class ChunkKind : std::uint8_t {
  noun,        // a noun group, "of" groups behind it included
  verb,        // a verb group
  preposition, // alone; clauses join it to the noun behind it
  adjective,   // "very difficult", not before a noun
  adverb,
  comma, conjunction, stop,  // stop: semicolon, colon, dash, final full stop
  subordinator,              // can only open a clause: "because"
  relative,                  // who, which, that, where … (what they are is for the clause to say)
  quote_open, quote_close, bracket_open, bracket_close,
  there,       // existential
  other,
};

struct Chunk {
  ChunkKind kind = ChunkKind::other;
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t head = 0;
  std::uint32_t index = kNone;        // noun: into Syntax::noun_groups; verb: into Groups::verbs
  bool time = false;                  // noun: "Sunday", "last week"
};

// The groups of one sentence; kept between sentences for its memory.
struct Groups {
  std::vector<Chunk> chunks;
  std::vector<VerbGroup> verbs;
};

// Cuts tokens [first, last) and appends to syntax.noun_groups. Linear in the number of tokens. `lists`: what `tables` say of
// each token of the story.
void find_groups(const Story& story, Syntax& syntax, const ClauseTables& tables, const std::vector<ClauseTables::Lists>& lists,
                 std::uint32_t first, std::uint32_t last, Groups& groups);

}  // namespace crosscheck
