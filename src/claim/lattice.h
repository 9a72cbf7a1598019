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

// What stands at a cell, one bit each: a program is tried only where what it needs is there.
enum Feature : std::uint8_t {
  kQuantityHere = 1, kNameHere = 2, kTitleHere = 4, kOtherMention = 8, kHitHere = 16, kGroupOpens = 32, kAnything = 64, kContentHere = 128,
};

// One of 64 bits for a word: equal words have equal bits, so that what cannot match is seen without comparing letters.
inline std::uint64_t word_bit(std::string_view folded) {
  std::uint32_t h = static_cast<std::uint32_t>(folded.size()) * 31;
  if (!folded.empty())
    h += static_cast<unsigned char>(folded.front()) * 7u + static_cast<unsigned char>(folded.back()) * 13u +
         static_cast<unsigned char>(folded[folded.size() / 2]) * 17u;
  return std::uint64_t{1} << (h & 63u);
}

struct Cell {
  std::uint32_t first = 0, last = 0;  // tokens; more than one for a verb group or a content clause
  std::uint32_t head = 0;             // the token that speaks for the cell
  std::uint16_t part = 0;             // index into Lattice::parts
  std::uint16_t jump = 0;             // where an insert or "by whom" begins: the cell behind it, or 0
  std::uint8_t features = 0;
  std::uint64_t word = 0;             // word_bit() of the head
  bool verb = false;
  bool copula = false;                // a verb group that holds no full verb
  bool content = false;               // a whole clause
  bool finite = false;                // of a sentence: the verb of a clause, which no gap passes over
  bool skip = false;                  // determiners, commas, adverbs: passed over unless a pattern asks for them
};

struct Lattice {
  enum class View : std::uint8_t { plain, turned, sentence };
  View view = View::plain;
  const Clause* clause = nullptr;      // null for a sentence in the order of its words
  Voice voice = Voice::active;         // of the verb cell, as turned
  bool loose = false;                  // a headline or a stretch without a verb: bare participles count
  bool any_voice = false;              // for `unless`: words count in whatever form they stand
  std::vector<Cell> cells;
  std::uint8_t features = 0;           // of all cells together
  std::uint64_t words = 0;
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
  void mark_features(const StoryIndex& index);
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
