// How what two claims say in one slot stands to one another: relate() with what only the graph knows (which names are
// one entity) and what only rules know (which nouns are counted alike). The one place where slots of two claims meet.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claim/claims.h"
#include "graph/claim_graph.h"
#include "rulebook/rulebook.h"
#include "value/relate.h"

namespace crosscheck {

struct ClaimView {
  const Claim* claim = nullptr;
  const GraphClaim* graph = nullptr;
};

// Slots that say what a claim is about, and those that say what is so of it.
constexpr bool tells_identity(SlotType type) {
  return type == SlotType::person || type == SlotType::organization || type == SlotType::who ||
         type == SlotType::place || type == SlotType::thing || type == SlotType::happening;
}

// Who scored first, where they set out from: the one name that such a kind holds is what it says, not what it is about.
inline bool of_one_name(const ClaimKind& kind) {
  return !kind.ready_made && kind.slots.size() == 1 && (kind.slots[0].type == SlotType::person || kind.slots[0].type == SlotType::place);
}

// 0: nothing in common; 1: the same words. Head words weigh most; modifiers of which none is shared count against.
double phrase_likeness(const Phrase& a, const Phrase& b);

inline constexpr std::string_view kOrdinal = "ordinal";  // the dimension of places in a row

// What two nouns say of what they count: one thing, the first a part of the second, or the second of the first.
enum class Counted { same, narrower, wider, other };
Relation relate_counts(const Quantity& a, const Quantity& b, Counted how);

class SlotMatcher {
 public:
  SlotMatcher(const Rulebook& rulebook, const std::vector<Entity>& entities);

  // Of slots that stand several times the closest two values tell, but only if all that can be compared are disjoint is
  // the whole disjoint. Two different persons are disjoint; other names never are. Not comparable where one lacks the
  // slot.
  Relation relate_slot(const ClaimView& a, const ClaimView& b, std::uint32_t slot) const;

  // Whether the two exclude each other in this slot only by lines of [figures.may-follow]: at another moment both may hold.
  bool may_follow(const ClaimView& a, const ClaimView& b, std::uint32_t slot) const;

  // Is the kind one of the list `lasting-kind`: what somebody is, whenever, and whatever is planned of him?
  bool lasts(KindId kind) const { return lasting_[kind.index()]; }

  // How sure it is that slot means one person or thing in both, 0..1; -1 where one of them lacks it.
  double likeness(const ClaimView& a, const ClaimView& b, std::uint32_t slot) const;

  // Amounts, nouns of one list being one thing (narrower kinds agree or say nothing). `of`: only that list; not valid:
  // any.
  Relation relate_amounts(const Quantity& a, const Quantity& b, ListId of) const;
  bool same_unit(const Quantity& a, const Quantity& b, ListId of) const;
  Counted counted(const std::string& a, const std::string& b, ListId of) const;

  // The same of two slots: who is told of in the one, and what in the other.
  double likeness(const ClaimView& a, std::uint32_t slot_a, const ClaimView& b, std::uint32_t slot_b) const;

  // Two nouns of which neither may be the other told otherwise: no word in common, no list that holds both.
  bool surely_other(const SlotValue& a, const SlotValue& b) const;

  bool same_entity(EntityId a, EntityId b) const;

 private:
  Relation relate_values(const ClaimView& a, std::size_t i, const ClaimView& b, std::size_t j,
                         const SlotDeclaration& declared) const;

  Phrase contents(const Phrase& phrase) const;

  const Rulebook& rulebook_;
  const std::vector<Entity>& entities_;
  std::set<std::string, std::less<>> containers_;
  std::vector<bool> moves_;    // per [choices] line
  std::vector<bool> lasting_;  // per kind
  std::map<std::string, std::vector<std::pair<ListId, bool>>, std::less<>>
      lists_of_noun_;  // second: as a narrower kind
};

// Of two offices whether they are one, whoever holds it in whatever standing.
bool same_office(const Office& a, const Office& b);

}  // namespace crosscheck
