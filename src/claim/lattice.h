// A clause as the patterns see it: one cell after another in plain order (who, does, what, rest), the verb group being a
// single cell, with marks on what a pattern passes over.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/story_index.h"

namespace crosscheck {

inline constexpr std::uint32_t kMostClauseCells = 60;
inline constexpr std::uint32_t kMostSentenceCells = 2000;

struct Lattice {
  enum class View : std::uint8_t { plain, turned, sentence };
  View view = View::plain;
  const Clause* clause = nullptr;      // null for a sentence in the order of its words
  Voice voice = Voice::active;         // of the verb cell, as turned
  bool loose = false;                  // a headline or a stretch without a verb: bare participles count
  bool any_voice = false;              // for `unless`: words count in whatever form they stand
  std::vector<Cell> cells;
  struct HitHere { std::uint32_t hit; std::uint16_t end; };
  std::vector<HitHere> hits;           // word hits that fit (voice, head of their phrase), by cell: SlotFiller::find_hits()
  // Per cell: what stands in it and behind it; its lists are those of `hits`. One more at the end, empty.
  std::vector<Content> behind;
  struct Stretch { std::uint16_t begin = 0, end = 0; bool borrowed = false; PartRole role = PartRole::other; };
  std::vector<Stretch> parts;          // cells [begin, end) of each part

  // `spoken`: the voice of its verb, before turning.
  void build(const StoryIndex& index, const Clause& the_clause, const std::vector<Part>& clause_parts, Voice spoken, bool turn,
             bool headline);
  void build(const StoryIndex& index, const Sentence& sentence, bool headline);

 private:
  void add_rest(const StoryIndex& index, const Clause& the_clause);
  void add_part(const StoryIndex& index, const Clause& the_clause, const Part& part);
  void add_between(const StoryIndex& index, const Clause& the_clause, std::uint32_t from, std::uint32_t to);
  void add_tokens(const StoryIndex& index, std::uint32_t first, std::uint32_t last, std::uint32_t most);
  void add_children(const StoryIndex& index, const Clause& the_clause);
  void mark_inserts(const StoryIndex& index);
  void sum_features(const StoryIndex& index);
};

// Is `child` an infinitive that hangs on the verb of `clause`?
inline bool governs(const Clause& clause, const Clause& child) {
  return child.relation == ClauseRelation::infinitive && child.has_verb() && child.parent_verb != kNone && clause.has_verb() &&
         child.parent_verb == clause.verb.head;
}

// "The carrier cancelled 88 flights": a bare participle with a subject of its own and an object right behind it is an
// active verb. Gives the clause so read, or nothing.
std::optional<Clause> read_as_active(const StoryIndex& index, const Clause& clause);

}  // namespace crosscheck
