#include "graph/propositions.h"

#include <map>

#include "graph/union_find.h"

namespace crosscheck {
namespace {

bool is_place(const SlotDeclaration& slot) { return slot.type == SlotType::place; }

// What is so, apart from what it is so of.
bool tells_value(const SlotDeclaration& slot) { return !tells_identity(slot.type); }

bool strictly_nested(Relation r) { return r == Relation::narrower || r == Relation::wider; }

bool says_the_same(const ClaimView& a, const ClaimView& b, const SlotMatcher& matcher, const ClaimKind& kind) {
  bool shared_value = false, lone_value = false;
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
    const bool in_a = a.claim->slot(slot) != nullptr, in_b = b.claim->slot(slot) != nullptr;
    if (in_a && in_b && is_place(kind.slots[slot]) && strictly_nested(matcher.relate_slot(a, b, slot))) return false;
    if (!tells_value(kind.slots[slot])) continue;
    shared_value = shared_value || (in_a && in_b);
    lone_value = lone_value || in_a != in_b;
  }
  if (lone_value && !shared_value) return false;
  const Claim &x = *a.claim, &y = *b.claim;
  return !(x.where && y.where && strictly_nested(relate(*x.where, *y.where)));
}

}  // namespace

std::vector<Proposition> group_claims(const std::vector<AnalysedStory>& stories, std::vector<GraphClaim>& claims,
                                      const std::vector<Comparison>& comparisons, const SlotMatcher& matcher,
                                      const Rulebook& rulebook) {
  UnionFind sets(claims.size());
  const auto view = [&](ClaimId id) {
    const GraphClaim& g = claims[id.index()];
    return ClaimView{&stories[g.story.index()].claims.claims[g.index], &g};
  };
  for (const Comparison& c : comparisons) {
    if (!c.agree) continue;
    const ClaimView a = view(c.a), b = view(c.b);
    if (says_the_same(a, b, matcher, rulebook[a.claim->kind])) sets.unite(c.a.value, c.b.value);
  }
  std::vector<Proposition> propositions;
  std::map<std::uint32_t, PropositionId> ids;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    const auto [it, fresh] = ids.try_emplace(sets.find(i), PropositionId(propositions.size()));
    if (fresh) {
      propositions.emplace_back();
      propositions.back().kind = view(ClaimId(i)).claim->kind;
    }
    propositions[it->second.index()].claims.emplace_back(i);
    claims[i].proposition = it->second;
  }
  return propositions;
}

}  // namespace crosscheck
