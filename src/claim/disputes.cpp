#include "claim/disputes.h"

#include <algorithm>
#include <unordered_map>

#include "value/relate.h"

namespace crosscheck {
namespace {

constexpr std::size_t kMostAlike = 40;  // claims of one kind that are compared with one another; a list is no quarrel

bool identifies(SlotType type) {
  return type == SlotType::person || type == SlotType::organization || type == SlotType::who || type == SlotType::thing ||
         type == SlotType::happening || type == SlotType::place;
}

// 1: one of the slots that say what it is about is the same; -1: one differs; 0: nothing to tell by.
int about_the_same(const ClaimKind& kind, const Claim& a, const Claim& b) {
  int verdict = 0;
  for (const SlotValue& x : a.slots) {
    if (!identifies(kind.slots[x.slot].type)) continue;
    const SlotValue* y = b.slot(x.slot);
    if (!y) continue;
    if (x.entity != kNone && y->entity != kNone) {
      if (x.entity != y->entity) return -1;
      verdict = 1;
      continue;
    }
    const Phrase *p = std::get_if<Phrase>(&x.value), *q = std::get_if<Phrase>(&y->value);
    if (p && q && p->head != q->head) return -1;
    if (p && q) verdict = 1;
    else return -1;
  }
  return verdict;
}

bool other_voice(const Claim& a, const Claim& b) {
  const std::string_view x = a.voice.empty() ? std::string_view{} : a.voice.back().text;
  const std::string_view y = b.voice.empty() ? std::string_view{} : b.voice.back().text;
  return x != y;
}

// Both cannot be so.
bool at_odds(const ClaimKind& kind, const Claim& a, const Claim& b) {
  bool same_otherwise = true;
  for (const SlotValue& x : a.slots) {
    const SlotType type = kind.slots[x.slot].type;
    if (identifies(type) || type == SlotType::quote) continue;
    const SlotValue* y = b.slot(x.slot);
    if (!y) continue;
    const Relation r = relate(x.value, y->value);
    if (r == Relation::disjoint) return other_voice(a, b);
    if (r == Relation::not_comparable) same_otherwise = false;
  }
  const bool yes_and_no = (a.polarity != b.polarity) != (a.modality == Modality::denied && b.modality == Modality::actual) &&
                          (a.polarity != b.polarity || (a.modality == Modality::denied) != (b.modality == Modality::denied));
  return same_otherwise && yes_and_no;
}

// "…, which he denies": a relative or main clause of denying beside the clause that is denied.
void mark_denied(const StoryIndex& index, std::vector<Claim>& claims) {
  const Syntax& syntax = index.syntax;
  std::vector<std::uint32_t> denied;  // clauses
  for (std::uint32_t c = 0; c < syntax.clauses.size(); ++c) {
    const Clause& clause = syntax.clauses[c];
    if (!clause.has_verb() || clause.relation != ClauseRelation::relative || clause.parent == kNone) continue;
    const WordHit* hit = index.hit_at(clause.verb.head, index.lists.denied);
    if (hit && hit->head == clause.verb.head && clause.verb.voice == Voice::active && !clause.verb.negated) denied.push_back(clause.parent);
  }
  std::sort(denied.begin(), denied.end());
  for (Claim& claim : claims)
    if (claim.clause != kNone && std::binary_search(denied.begin(), denied.end(), claim.clause)) claim.dispute = true;
}

}  // namespace

void mark_disputes(const StoryIndex& index, std::vector<Claim>& claims) {
  mark_denied(index, claims);
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_kind;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (claims[i].modality == Modality::denied) claims[i].dispute = true;
    if (!index.rulebook[claims[i].kind].ready_made) by_kind[claims[i].kind.value].push_back(i);
  }
  for (const auto& [kind_id, members] : by_kind) {
    if (members.size() > kMostAlike) continue;
    const ClaimKind& kind = index.rulebook.kinds[kind_id];
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        Claim &a = claims[members[i]], &b = claims[members[j]];
        const int about = about_the_same(kind, a, b);
        if (about < 0 || a.headline || b.headline || !at_odds(kind, a, b)) continue;
        if (about == 0 && !other_voice(a, b)) continue;
        a.dispute = b.dispute = true;
      }
  }
}

}  // namespace crosscheck
