// Where in a story its word hits, noun groups and mentions begin: one look a token instead of a search. Made once a story.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "claim/engine_lists.h"
#include "mention/mentions.h"
#include "story/story.h"
#include "syntax/language.h"
#include "syntax/syntax.h"

namespace crosscheck {

enum class MentionType : std::uint8_t { quantity, time, score, code, name, title, quote };

// One mention of any type; tokens [first, last) cover it.
struct MentionRef {
  std::uint32_t first = 0, last = 0;
  MentionType type = MentionType::quantity;
  std::uint32_t index = 0;  // into the vector of its type in Mentions
};

// What stands at a cell, one bit each: a program is tried only where what it needs is there.
enum Feature : std::uint16_t {
  kQuantityHere = 1, kNameHere = 2, kTitleHere = 4, kOtherMention = 8, kHitHere = 16, kGroupOpens = 32, kAnything = 64, kContentHere = 128,
  kPeopleOpen = 256, kHappeningOpens = 512,  // the noun phrase that opens speaks of people, of a happening
};
using Features = std::uint16_t;

// One of 64 bits for a word, by its number: what cannot match is seen without comparing words.
inline std::uint64_t word_bit(std::uint32_t word) { return std::uint64_t{1} << ((word * 0x9e3779b1u) >> 26); }

// Some word lists, a bit each; of more lists than bits, several share one.
struct ListBits {
  std::array<std::uint64_t, 4> bits{};
  void add(ListId list) { bits[(list.value >> 6) & 3u] |= std::uint64_t{1} << (list.value & 63u); }
  bool any() const { return (bits[0] | bits[1] | bits[2] | bits[3]) != 0; }
  bool meets(const ListBits& o) const {
    return ((bits[0] & o.bits[0]) | (bits[1] & o.bits[1]) | (bits[2] & o.bits[2]) | (bits[3] & o.bits[3])) != 0;
  }
  void add(const ListBits& o) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= o.bits[i];
  }
};

// What stands in a stretch: a program that needs something else is not tried there.
struct Content {
  Features features = 0;
  std::uint64_t words = 0;  // word_bit()s
  ListBits lists;           // of word hits
};

struct Cell {
  std::uint32_t first = 0, last = 0;  // tokens; more than one for a verb group or a content clause
  std::uint32_t head = 0;             // the token that speaks for the cell
  std::uint16_t part = 0;             // index into Lattice::parts
  std::uint16_t jump = 0;             // where an insert or "by whom" begins: the cell behind it, or 0
  Features features = 0;
  std::uint16_t hits_begin = 0, hits_end = 0;  // into Lattice::hits
  std::uint64_t word = 0;             // word_bit() of the head; 0 for a content clause
  bool verb = false;
  bool copula = false;                // a verb group that holds no full verb
  bool content = false;               // a whole clause
  bool finite = false;                // of a sentence: the verb of a clause, which no gap passes over
  bool skip = false;                  // determiners, commas, adverbs: passed over unless a pattern asks for them
};

struct StoryIndex {
  // `asked`, per list: some pattern looks for its words.
  StoryIndex(const Language& language, const EngineLists& lists, const std::vector<bool>& asked, const Story& story,
             const Syntax& syntax, const Mentions& mentions);

  const Language& language;
  const Rulebook& rulebook;
  const EngineLists& lists;
  const Story& story;
  const Syntax& syntax;
  const Mentions& mentions;

  std::vector<std::uint32_t> hit_begin;   // per token, one more at the end: hits that begin there
  std::vector<std::uint32_t> asked_hits;  // those of lists that some pattern looks for, in order
  std::vector<std::uint32_t> asked_begin; // per token, one more at the end: into `asked_hits`
  std::vector<std::uint32_t> group_of;    // per token: its noun group, or kNone
  std::vector<MentionRef> refs;           // sorted by first token, longer first
  std::vector<std::uint32_t> ref_begin;   // per token, one more at the end
  std::vector<std::uint32_t> sentence_of; // per token
  std::vector<Cell> cells;                // per token: itself as a cell of one

  const TaggedToken& tag(std::uint32_t token) const { return syntax.tokens[token]; }
  const NounGroup* group(std::uint32_t token) const {
    return group_of[token] == kNone ? nullptr : &syntax.noun_groups[group_of[token]];
  }
  // Is there a hit of `list` (or a list that it includes) that begins at the token; the longest one.
  const WordHit* hit_at(std::uint32_t token, ListId list) const;
  bool passed_over(std::uint32_t token) const;
  // Does a noun phrase begin at the token: nothing but determiners or a possessor stands before it in its group.
  bool opens_group(std::uint32_t token) const;
  Features features_at(std::uint32_t token) const;  // but for what begins there as a group
  Features opening(std::uint32_t token) const;      // what begins there as a group
  // Is the noun one of the list, alone or with what stands before it.
  bool noun_in(ListId list, std::uint32_t noun) const;
  bool is_happening(std::uint32_t noun) const;
  bool is_people(const NounGroup& group) const {
    return (group_features_[static_cast<std::size_t>(&group - syntax.noun_groups.data())] & kPeopleOpen) != 0;
  }
  Span span(std::uint32_t first, std::uint32_t last) const { return story.span(first, last); }

 private:
  Features describe(const NounGroup& group) const;
  std::vector<Features> group_features_;  // per noun group
};

}  // namespace crosscheck
