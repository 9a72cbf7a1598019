// Places as chains outwards: Marlow Beach lies in Oregon, Kyiv and Lviv lie apart, Donbas and Kramatorsk need not.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "value/relations.h"

namespace crosscheck::relations {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::size_t find(const std::vector<std::string>& chain, const std::string& link) {
  const auto it = std::find(chain.begin(), chain.end(), link);
  return it == chain.end() ? kNowhere : static_cast<std::size_t>(it - chain.begin());
}

std::string kind_at(const Place& p, std::size_t i) { return i < p.kinds.size() ? p.kinds[i] : std::string(); }

// The links a[i] and b[j] stand side by side in one container (or at the end of both chains): do they lie apart?
// Without kinds only the depth of the chains tells the level: both must name what lies between them and the container.
Relation of_neighbours(const Place& a, std::size_t i, const Place& b, std::size_t j) {
  const std::string x = kind_at(a, i), y = kind_at(b, j);
  if (!x.empty() && !y.empty()) return x == y && x != "region" ? Relation::disjoint : Relation::not_comparable;
  return i >= 1 && j >= 1 ? Relation::disjoint : Relation::not_comparable;
}

// The innermost container that both chains name. Chains that contradict each other may have two: then both must tell.
Relation of_branches(const Place& a, const Place& b) {
  std::size_t nearest = kNowhere;
  Relation relation = of_neighbours(a, a.chain.size() - 1, b, b.chain.size() - 1);
  for (std::size_t i = 1; i < a.chain.size(); ++i) {
    const std::size_t j = find(b.chain, a.chain[i]);
    if (j == kNowhere || j == 0 || i + j > nearest) continue;
    const Relation r = of_neighbours(a, i - 1, b, j - 1);
    relation = i + j < nearest || relation == Relation::disjoint ? r : relation;
    nearest = i + j;
  }
  return relation;
}

// The same name at the near end: one place unless what lies around it tells two apart (Paris in France, Paris in Texas).
Relation of_namesakes(const Place& a, const Place& b) {
  if (a.chain.size() < 2 || b.chain.size() < 2) return Relation::same;
  const Place around_a{{a.chain.begin() + 1, a.chain.end()},
                       a.kinds.empty() ? a.kinds : std::vector<std::string>(a.kinds.begin() + 1, a.kinds.end())};
  const Place around_b{{b.chain.begin() + 1, b.chain.end()},
                       b.kinds.empty() ? b.kinds : std::vector<std::string>(b.kinds.begin() + 1, b.kinds.end())};
  const Relation around = of(around_a, around_b);
  return around == Relation::disjoint ? Relation::disjoint : Relation::same;
}

}  // namespace

Relation of(const Place& a, const Place& b) {
  if (a.chain.empty() || b.chain.empty()) return Relation::not_comparable;
  if (a.chain.front() == b.chain.front()) return of_namesakes(a, b);
  const bool inside = find(a.chain, b.chain.front()) != kNowhere, around = find(b.chain, a.chain.front()) != kNowhere;
  if (inside && around) return Relation::not_comparable;  // chains that contradict each other
  if (inside) return Relation::narrower;
  return around ? Relation::wider : of_branches(a, b);
}

}  // namespace crosscheck::relations
