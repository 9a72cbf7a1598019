// Places as chains outwards: Marlow Beach lies in Oregon, Kyiv and Lviv lie apart, Donbas and Kramatorsk need not.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "value/relations.h"

namespace crosscheck::relations {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::string_view kOverlapping = "region";  // the kind of what may overlap with anything

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
  return x == y || x.empty() || y.empty() || x == kOverlapping || y == kOverlapping;
}

// Links that stand side by side in one container (or at the end of both chains): do they lie apart?
// Without kinds only the depth of the chains tells the level: both must name what lies between them and the container.
Relation of_neighbours(const Tail& a, std::size_t i, const Tail& b, std::size_t j) {
  const std::string_view x = a.kind(i), y = b.kind(j);
  if (!x.empty() && !y.empty()) return x == y && x != kOverlapping ? Relation::disjoint : Relation::not_comparable;
  return i >= 1 && j >= 1 ? Relation::disjoint : Relation::not_comparable;
}

// By the innermost container that `same` says both name. Chains that contradict each other may have two: then both must tell.
template <class Same>
Relation of_branches(const Tail& a, const Tail& b, const Same& same) {
  std::size_t nearest = kNowhere;
  Relation relation = of_neighbours(a, a.size() - 1, b, b.size() - 1);
  for (std::size_t i = 1; i < a.size(); ++i)
    for (std::size_t j = 1; j < b.size(); ++j) {
      if (i + j > nearest || !same(a, i, b, j)) continue;
      const Relation r = of_neighbours(a, i - 1, b, j - 1);
      relation = i + j < nearest || relation == Relation::disjoint ? r : relation;
      nearest = i + j;
    }
  return relation;
}

template <class Same>
bool holds(const Tail& around, const Tail& inside, const Same& same) {
  for (std::size_t i = 0; i < inside.size(); ++i)
    if (same(around, 0, inside, i)) return true;
  return false;
}

// What lies around two links of one name tells them apart: Paris in France, Paris in Texas.
bool told_apart(const Tail& a, const Tail& b) {
  return a.size() > 0 && b.size() > 0 && !holds(a, b, alike) && !holds(b, a, alike) &&
         of_branches(a, b, alike) == Relation::disjoint;
}

bool one(const Tail& a, std::size_t i, const Tail& b, std::size_t j) {
  return alike(a, i, b, j) && !told_apart(a.behind(i), b.behind(j));
}

}  // namespace

Relation of(const Place& a, const Place& b) {
  if (a.chain.empty() || b.chain.empty()) return Relation::not_comparable;
  const Tail x{a}, y{b};
  if (alike(x, 0, y, 0)) return one(x, 0, y, 0) ? Relation::same : Relation::disjoint;
  const bool inside = holds(y, x, one), around = holds(x, y, one);
  if (inside && around) return Relation::not_comparable;  // chains that contradict each other
  if (inside) return Relation::narrower;
  return around ? Relation::wider : of_branches(x, y, one);
}

}  // namespace crosscheck::relations
