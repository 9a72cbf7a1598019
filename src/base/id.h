// Strong 32-bit indices: an EntityId cannot be handed over where a ClaimId is wanted, and a vector of plain
// structs plus such an index takes the place of pointers everywhere in crosscheck.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace crosscheck {

template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t value = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  constexpr bool valid() const { return value != kNone; }
  constexpr std::size_t index() const { return value; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

using StoryId = Id<struct StoryTag>;
using ListId = Id<struct ListTag>;      // Rulebook::lists
using ChoiceId = Id<struct ChoiceTag>;  // Rulebook::choices
using ShapeId = Id<struct ShapeTag>;    // Rulebook::shapes
using KindId = Id<struct KindTag>;      // Rulebook::kinds
using CheckId = Id<struct CheckTag>;    // Rulebook::checks
using ClaimId = Id<struct ClaimTag>;
using EntityId = Id<struct EntityTag>;
using PropositionId = Id<struct PropositionTag>;
using SourceId = Id<struct SourceTag>;

}  // namespace crosscheck

template <class Tag>
struct std::hash<crosscheck::Id<Tag>> {
  std::size_t operator()(crosscheck::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
