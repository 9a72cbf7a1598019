// The patterns of the claim kinds as small programs: a few nodes each, and the words, lists or kinds of mention that must
// stand in a clause before a program is tried there at all.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "claim/lattice.h"
#include "claim/ready_kinds.h"
#include "claim/story_index.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct Node {
  enum class Op : std::uint8_t { word, list, slot, when, where, gap, split, accept };
  Op op = Op::accept;
  std::uint32_t arg = 0;    // list: ListId; slot: index into ClaimKind::slots; word: index into Program::words
  std::uint32_t next = 0;   // the node behind it
  std::vector<std::uint32_t> ways;  // split: first nodes of the choices, in order
  std::string text;         // as written, for traces
};

struct Program {
  Features opens_with = 0;                   // Feature bits, one of which stands where it begins
  Features needs = 0;                        // Feature bits that all stand somewhere
  bool with_verbs = false;                   // some list of it holds verbs: it is tried on clauses
  bool by_nouns = false;                     // it can be matched without any verb: it is tried on the sentence as it stands
  std::uint64_t opening_words = 0;           // word_bit()s, one of which stands where it begins; 0: it may begin otherwise
  // Of each, one stands somewhere; what is needed beyond two of a sort is not looked at.
  std::uint8_t word_count = 0, list_count = 0;
  std::array<std::uint64_t, 2> needed_words{};
  std::array<ListBits, 2> needed_lists{};
  KindId kind;
  std::uint32_t pattern = 0;
  std::vector<Node> nodes;
  std::vector<std::uint32_t> words;          // by their number
  std::uint32_t start = 0;
};

// What has to be there before a program is tried.
struct Trigger {
  enum class Kind : std::uint8_t { list, mention, quantity, word } kind = Kind::list;
  std::uint32_t key = 0;    // ListId, MentionType, QuantityKind, number of the word
};

// Can the program match somewhere in a stretch, as far as a glance tells?
inline bool worth_a_try(const Program& program, const Content& content) {
  if ((program.needs & ~content.features) != 0) return false;
  for (std::uint8_t i = 0; i < program.list_count; ++i)
    if (!program.needed_lists[i].meets(content.lists)) return false;
  for (std::uint8_t i = 0; i < program.word_count; ++i)
    if ((program.needed_words[i] & content.words) == 0) return false;
  return true;
}

// Can the program match from cell `at` on, as far as a glance tells?
inline bool may_begin(const Program& program, const Lattice& lattice, std::size_t at) {
  const Cell& cell = lattice.cells[at];
  return (cell.features & program.opens_with) != 0 && (program.opening_words == 0 || (cell.word & program.opening_words) != 0) &&
         worth_a_try(program, lattice.behind[at]);
}

class ProgramSet {
 public:
  explicit ProgramSet(const Language& language);

  ReadyKinds ready;
  std::vector<Program> programs;                          // of all kinds, in order of kind and pattern
  std::vector<std::vector<Program>> unless;               // per kind
  std::vector<std::vector<std::uint32_t>> by_list;        // per ListId, its includers' programs worked in
  std::array<std::vector<std::uint32_t>, 8> by_mention;   // per MentionType
  std::array<std::vector<std::uint32_t>, 8> by_quantity;  // per QuantityKind
  std::vector<bool> words;                                // by the number of the word: has it programs
  std::vector<std::vector<std::uint32_t>> by_word;        // of the same length
  // Per list: sorted lists whose entries it finds (itself and what it includes).
  std::vector<std::vector<ListId>> found_by;
  std::vector<bool> asked;  // per list: some program looks for its hits
  // Per choice: lists that fill a slot of it, sorted; and which of its leaves each stands for.
  // Per list: its nouns are one thing, and it is named after one of them ("talks" holds talks, meeting, discussion). Lists
  // whose nouns only belong together ("paper": plan, letter, law) are named otherwise.
  std::vector<bool> synonyms;
  std::vector<bool> exclusive;  // per choice: two of its words said of one thing at one time cannot both hold
  struct Leaves { ListId list; std::vector<std::uint32_t> covers; };
  std::vector<std::vector<Leaves>> choice_lists;

  bool finds(ListId wanted, ListId hit) const {
    if (wanted == hit) return true;
    for (const ListId l : found_by[wanted.index()])
      if (l == hit) return true;
    return false;
  }
  // Per list: the [choices] lines that know it, and what it stands for in each.
  struct Line { ChoiceId line; std::vector<std::uint32_t> covers; };
  std::vector<std::vector<Line>> lines_of;

  const Leaves* leaves(ChoiceId choice, ListId hit) const {
    for (const Leaves& l : choice_lists[choice.index()])
      if (l.list == hit) return &l;
    return nullptr;
  }
 private:
  void add(const Language& language, KindId kind, std::uint32_t pattern);
  void find_asked(const Rulebook& rulebook);
  void register_trigger(const Trigger& trigger, std::uint32_t program);
};

}  // namespace crosscheck
