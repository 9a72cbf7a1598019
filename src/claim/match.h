// Runs one compiled pattern over one clause: a backtracking walk whose work is bounded, since clauses hold at most 60 cells,
// gaps at most eight words and every try a fixed number of steps.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "claim/fills.h"
#include "claim/lattice.h"
#include "claim/program.h"

namespace crosscheck {

inline constexpr std::uint32_t kLongestGap = 8;
inline constexpr std::uint32_t kMostSteps = 8000;  // of one pattern from one cell
inline constexpr std::size_t kMostFills = 8;
inline constexpr std::size_t kMostWordHits = 12;

struct Match {
  const Program* program = nullptr;
  Lattice::View view = Lattice::View::plain;
  const Clause* clause = nullptr;
  std::array<Fill, kMostFills> fills{};
  std::uint32_t fill_count = 0;
  std::array<bool, kMostFills> borrowed{};  // the fill stands in a part that was filled in
  // Words and list entries that the pattern found: tokens [first, last).
  std::array<std::pair<std::uint32_t, std::uint32_t>, kMostWordHits> words{};
  std::array<bool, kMostWordHits> by_list{};
  std::uint32_t word_count = 0;
  std::uint32_t slots = 0;      // explicit ones, {when} and {where} not counted
  std::uint32_t taken = 0;      // cells that elements took, gaps not counted
  std::uint32_t passed = 0;     // cells that gaps took
  std::uint16_t begin = 0, end = 0;
};

// The furthest a pattern got.
struct Furthest {
  std::uint32_t depth = 0;
  bool tried = false;
  std::string reached, saw, wanted;
};

class Matcher {
 public:
  Matcher(const StoryIndex& index, const ProgramSet& programs)
      : index_(index), programs_(programs), filler_(index, programs) {}

  // Once for a lattice, before anything is matched on it.
  void prepare(Lattice& lattice) const { filler_.find_hits(lattice); }
  // The best match that begins at cell `at`: most slots, then longest, then fewest words passed over. False: none.
  bool match(const Program& program, const Lattice& lattice, std::uint16_t at, Match& best);
  // Is there any match anywhere in the lattice?
  bool found(const Program& program, const Lattice& lattice);

  Furthest* furthest = nullptr;  // filled while not null

 private:
  void walk(std::uint32_t node, std::uint16_t cell, bool after_gap, std::uint32_t depth);
  void try_at(const Node& node, std::uint16_t cell, std::uint32_t depth);
  void try_word(const Node& node, std::uint16_t cell, std::uint32_t depth);
  void try_list(const Node& node, std::uint16_t cell, std::uint32_t depth);
  void try_slot(const Node& node, std::uint16_t cell, std::uint32_t depth);
  void take_word(const Node& node, std::uint32_t first, std::uint32_t last, bool by_list, std::uint16_t cell, std::uint16_t end,
                 std::uint32_t depth);
  bool leaves_object(std::uint16_t cell) const;
  void accept(std::uint16_t cell);
  void note_failure(const Node& node, std::uint16_t cell, std::uint32_t depth);

  const StoryIndex& index_;
  const ProgramSet& programs_;
  SlotFiller filler_;
  const Program* program_ = nullptr;
  const ClaimKind* kind_ = nullptr;
  const Lattice* lattice_ = nullptr;
  Match now_;
  Match* best_ = nullptr;
  bool any_ = false;
  std::uint32_t steps_ = 0;
  std::uint16_t start_ = 0;
};

// Is a the better one of two matches of one kind?
bool better(const Match& a, const Match& b);

}  // namespace crosscheck
