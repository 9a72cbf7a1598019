// Places as chains outwards: Marlow Beach lies in Oregon, Kyiv and Lviv lie apart, Donbas and Kramatorsk need not.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "value/relations.h"

namespace crosscheck::relations {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// A chain from its link `from` on.
struct Tail {
  const Place& place;
  std::size_t from = 0;

  std::size_t size() const { return place.chain.size() - from; }
  const std::string& name(std::size_t i) const { return place.chain[from + i]; }
  std::string_view kind(std::size_t i) const {
    return from + i < place.kinds.size() ? std::string_view(place.kinds[from + i]) : std::string_view();
  }
  Tail behind(std::size_t i) const { return {place, from + i + 1}; }
};

// One name and no kind that tells two apart: the state of Georgia is not the country.
bool alike(const Tail& a, std::size_t i, const Tail& b, std::size_t j) {
  if (a.name(i) != b.name(j)) return false;
  const std::string_view x = a.kind(i), y = b.kind(j);
  return x == y || x.empty() || y.empty() || x == kOverlappingKind || y == kOverlappingKind;
}

// Links that stand side by side in one container (or at the end of both chains): do they lie apart?
// Without kinds only the depth of the chains tells the level: both must name what lies between them and the container.
Relation of_neighbours(const Tail& a, std::size_t i, const Tail& b, std::size_t j) {
  const std::string_view x = a.kind(i), y = b.kind(j);
  if (!x.empty() && !y.empty()) return x == y && x != kOverlappingKind ? Relation::disjoint : Relation::not_comparable;
  return i >= 1 && j >= 1 ? Relation::disjoint : Relation::not_comparable;
}

Relation of_tails(const Tail& a, const Tail& b);

// The links are one place: what lies around them does not tell them apart (Paris in France, Paris in Texas).
bool one(const Tail& a, std::size_t i, const Tail& b, std::size_t j) {
  if (!alike(a, i, b, j)) return false;
  const Tail around_a = a.behind(i), around_b = b.behind(j);
  return around_a.size() == 0 || around_b.size() == 0 || of_tails(around_a, around_b) != Relation::disjoint;
}

bool lies_in(const Tail& inside, const Tail& around) {
  for (std::size_t i = 1; i < inside.size(); ++i)
    if (one(around, 0, inside, i)) return true;
  return false;
}

// By the innermost container that both name. Chains that contradict each other may have two: then both must tell.
Relation of_branches(const Tail& a, const Tail& b) {
  std::size_t nearest = kNowhere;
  Relation relation = of_neighbours(a, a.size() - 1, b, b.size() - 1);
  for (std::size_t i = 1; i < a.size(); ++i)
    for (std::size_t j = 1; j < b.size(); ++j) {
      if (i + j > nearest || !one(a, i, b, j)) continue;
      const Relation r = of_neighbours(a, i - 1, b, j - 1);
      relation = i + j < nearest || relation == Relation::disjoint ? r : relation;
      nearest = i + j;
    }
  return relation;
}

Relation of_tails(const Tail& a, const Tail& b) {
  if (alike(a, 0, b, 0)) return one(a, 0, b, 0) ? Relation::same : Relation::disjoint;
  const bool inside = lies_in(a, b), around = lies_in(b, a);
  if (inside && around) return Relation::not_comparable;  // chains that contradict each other
  if (inside) return Relation::narrower;
  return around ? Relation::wider : of_branches(a, b);
}

}  // namespace

Relation of(const Place& a, const Place& b) {
  return a.chain.empty() || b.chain.empty() ? Relation::not_comparable : of_tails({a}, {b});
}

}  // namespace crosscheck::relations
