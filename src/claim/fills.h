// What may fill a slot at a cell: a mention of its type, a noun group, a word of one of its lists.
#pragma once

#include <array>
#include <cstdint>

#include "claim/lattice.h"
#include "claim/program.h"

namespace crosscheck {

struct Fill {  // no initialisers: lists of them are made at every step
  enum class From : std::uint8_t { quantity, time, score, code, name, title, quote, hit, group, content };
  std::uint32_t slot;          // index into ClaimKind::slots, kSlotWhen or kSlotWhere
  From from;
  std::uint32_t index;         // into the vector of its kind
  std::uint32_t first, last;   // tokens of the value
  std::uint16_t begin, end;    // cells it takes
};

class FillList {
 public:
  static constexpr std::size_t kMost = 8;  // readings at one place; more are not worth a look
  void add(const Fill& fill) {
    for (std::size_t i = 0; i < size_; ++i)
      if (fills_[i].end == fill.end && fills_[i].from == fill.from && fills_[i].index == fill.index && fills_[i].last == fill.last) return;
    if (size_ < kMost) fills_[size_++] = fill;
  }
  const Fill* begin() const { return fills_.data(); }
  const Fill* end() const { return fills_.data() + size_; }

 private:
  std::array<Fill, kMost> fills_;
  std::size_t size_ = 0;
};

class SlotFiller {
 public:
  SlotFiller(const StoryIndex& index, const ProgramSet& programs)
      : index_(index), programs_(programs) {}

  // Readings of the slot at cell `at`, longest first where there is an order. `opens`: the pattern begins here, so a noun
  // phrase must begin here too.
  void fill(const Lattice& lattice, const SlotDeclaration& slot, std::uint32_t slot_index, std::uint16_t at, bool opens,
            FillList& out) const;
  void fill_when(const Lattice& lattice, std::uint16_t at, FillList& out) const;
  void fill_where(const Lattice& lattice, std::uint16_t at, FillList& out) const;

  // Which hits fit where in the lattice; after it is built, before anything is matched on it.
  void find_hits(Lattice& lattice) const;

 private:
  // Cells that a hit takes from `at` on, or `at` itself when it does not fit there (voice, head of its phrase).
  std::uint16_t hit_end(const Lattice& lattice, const WordHit& hit, std::uint16_t at) const;
  std::uint16_t cell_behind(const Lattice& lattice, std::uint16_t at, std::uint32_t last_token) const;
  bool may_act(const Lattice& lattice, const Fill& fill, std::uint32_t value_token) const;
  bool heads_part(const Lattice& lattice, std::uint16_t at, const NounGroup& group) const;
  void add_reach(const Lattice& lattice, Fill fill, const NounGroup* group, FillList& out) const;
  void quantities(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, FillList& out) const;
  void titled_name(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, FillList& out) const;
  void names(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, bool opens, FillList& out) const;
  void groups(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, bool opens, FillList& out) const;
  bool within_longer(ChoiceId line, const WordHit& hit) const;
  void choices(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, FillList& out) const;
  bool quantity_fits(const SlotDeclaration& slot, const QuantityMention& quantity) const;
  bool name_fits(const Lattice& lattice, const SlotDeclaration& slot, const NameMention& name, std::uint16_t at) const;
  bool may_be_verb(const Lattice& lattice, std::uint16_t at) const;

  const StoryIndex& index_;
  const ProgramSet& programs_;
};

}  // namespace crosscheck
