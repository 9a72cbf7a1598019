// When and where a clause plays, whether it says yes or no, and in which world: it happened, is planned, expected, denied.
#pragma once

#include <optional>

#include "claim/claims.h"
#include "claim/story_index.h"

namespace crosscheck {

// What holds for a clause whatever is claimed in it. Worked out once a clause.
struct ClauseWorld {
  std::optional<TimeRange> when;
  Span when_span;
  std::optional<Place> where;
  Span where_span;
  std::uint32_t where_entity = kNone;
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::actual;
};

ClauseWorld world_of(const StoryIndex& index, const Clause& clause);

// The innermost clause of the sentence that spans tokens [first, last), else the first clause; kNone in a sentence without any.
std::uint32_t clause_around(const StoryIndex& index, std::uint32_t sentence, std::uint32_t first, std::uint32_t last);
// The same, but the innermost that has a verb; kNone where none has.
std::uint32_t clause_with_verb(const StoryIndex& index, std::uint32_t sentence, std::uint32_t first, std::uint32_t last);

// Does one of the tokens themselves deny: "show no emotion", "never sound"?
bool holds_no(const StoryIndex& index, std::uint32_t first, std::uint32_t last);
// Is it said in these very words that there is none ("no", "neither"), or that it is only meant ("planned talks")?
bool says_no(const StoryIndex& index, std::uint32_t first, std::uint32_t last);
std::optional<Modality> world_of_words(const StoryIndex& index, std::uint32_t first, std::uint32_t last);

// Far enough from the story's own day to be another occurrence: another year, more than half a year away.
bool is_history(const Story& story, const TimeRange& when);

}  // namespace crosscheck
