// The one comparison in crosscheck. Every contradiction is a pair of values in the relation `disjoint`, every agreement
// one in `same`, `narrower` or `wider`; of anything else the program says nothing.
#pragma once

#include <cstdint>
#include <string_view>

#include "value/value.h"

namespace crosscheck {

enum class Relation : std::uint8_t { same, narrower, wider, overlapping, disjoint, not_comparable };

// How b stands to a: `narrower` when a lies inside b (a says more), `wider` when b lies inside a.
// Mirrored: relate(a, b) == mirror(relate(b, a)). Reflexive: relate(a, a) == same for any value but monostate.
// Quantities are compared in the base unit of their dimension, each widened by half a unit of its last significant digit
// when units differ, so that "10 miles" and "16 km" overlap. Phrases and monostate are never disjoint.
Relation relate(const Value& a, const Value& b);

constexpr Relation mirror(Relation r) {
  if (r == Relation::narrower) return Relation::wider;
  if (r == Relation::wider) return Relation::narrower;
  return r;
}

constexpr bool agree(Relation r) { return r == Relation::same || r == Relation::narrower || r == Relation::wider; }

std::string_view to_string(Relation relation);

}  // namespace crosscheck
