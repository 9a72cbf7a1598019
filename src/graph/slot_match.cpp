#include "graph/slot_match.h"

#include <algorithm>
#include <set>
#include <variant>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr std::string_view kContainers = "container-noun", kMoves = "may-follow", kLasting = "lasting-kind";

std::set<std::string_view> words_of(const Phrase& p) {
  std::set<std::string_view> out(p.lemmas.begin(), p.lemmas.end());
  if (!p.head.empty()) out.insert(p.head);
  return out;
}

// The relation that says most: same before nested, nested before overlapping.
int rank(Relation r) {
  switch (r) {
    case Relation::same: return 5;
    case Relation::narrower:
    case Relation::wider: return 4;
    case Relation::overlapping: return 3;
    case Relation::disjoint: return 2;
    case Relation::not_comparable: break;
  }
  return 1;
}

}  // namespace

double phrase_likeness(const Phrase& a, const Phrase& b) {
  const auto x = words_of(a), y = words_of(b);
  if (x.empty() || y.empty()) return 0;
  if (x == y && a.head == b.head) return 1;
  std::size_t shared = 0;
  for (const std::string_view w : x) shared += y.count(w);
  if (shared == 0) return 0;
  if (a.head == b.head) {
    const std::size_t more = shared - 1;  // beyond the head
    const bool nested = shared == x.size() || shared == y.size();
    if (nested) return 0.9;
    return more > 0 ? 0.75 : 0.45;
  }
  const bool head_inside = y.count(a.head) != 0 || x.count(b.head) != 0;
  const double part = static_cast<double>(shared) / static_cast<double>(std::min(x.size(), y.size()));
  return (head_inside ? 0.4 : 0.3) * part;
}

SlotMatcher::SlotMatcher(const Rulebook& rulebook, const std::vector<Entity>& entities)
    : rulebook_(rulebook), entities_(entities) {
  const Figures& moves = rulebook.figure_section(kMoves);
  for (const ChoiceLine& line : rulebook.choices) moves_.push_back(moves.find(line.name) != moves.end());
  const ListId lasting = rulebook.list(kLasting);
  for (const ClaimKind& kind : rulebook.kinds)
    lasting_.push_back(lasting.valid() && std::any_of(rulebook[lasting].entries.begin(), rulebook[lasting].entries.end(), [&](const WordEntry& e) { return e.text == kind.name; }));
  for (std::size_t l = 0; l < rulebook.lists.size(); ++l) {
    for (const WordEntry& entry : rulebook.lists[l].entries) {
      const bool kind = entry.form == WordEntry::Form::kind;
      if (rulebook.lists[l].name == kContainers) containers_.insert(fold(entry.text));
      if (kind || entry.form == WordEntry::Form::noun) lists_of_noun_[fold(entry.text)].emplace_back(ListId(l), kind);
    }
  }
}

bool SlotMatcher::same_entity(EntityId a, EntityId b) const {
  if (!a.valid() || !b.valid()) return false;
  if (a == b) return true;
  return entities_[a.index()].government_of == b || entities_[b.index()].government_of == a;
}

bool SlotMatcher::surely_other(const SlotValue& a, const SlotValue& b) const {
  const auto *p = std::get_if<Phrase>(&a.value), *q = std::get_if<Phrase>(&b.value);
  if (!p || !q || p->head.empty() || q->head.empty()) return false;
  return phrase_likeness(contents(*p), contents(*q)) == 0 && counted(p->head, q->head, ListId()) == Counted::other;
}

Counted SlotMatcher::counted(const std::string& a, const std::string& b, ListId of) const {
  if (a == b || a.empty() || b.empty()) return Counted::same;
  const auto x = lists_of_noun_.find(a), y = lists_of_noun_.find(b);
  if (x == lists_of_noun_.end() || y == lists_of_noun_.end()) return Counted::other;
  Counted best = Counted::other;
  for (const auto& [list, kind] : x->second) {
    if (of.valid() && list != of) continue;
    for (const auto& [other, other_kind] : y->second) {
      if (list != other) continue;
      if (!kind && !other_kind) return Counted::same;
      if (kind != other_kind) best = kind ? Counted::narrower : Counted::wider;
    }
  }
  return best;
}

bool SlotMatcher::same_unit(const Quantity& a, const Quantity& b, ListId of) const {
  const auto plain = [](const Quantity& q) { return q.dimension.empty() || q.dimension == "count"; };
  if (a.dimension == kOrdinal && b.dimension == kOrdinal) return counted(a.unit, b.unit, of) == Counted::same;
  if (plain(a) && plain(b)) return counted(a.unit, b.unit, of) == Counted::same;
  return a.dimension == b.dimension;
}

Relation SlotMatcher::relate_amounts(const Quantity& a, const Quantity& b, ListId of) const {
  const auto plain = [](const Quantity& q) { return q.dimension.empty() || q.dimension == "count"; };
  const bool places = a.dimension == kOrdinal && b.dimension == kOrdinal;
  if ((!places && (!plain(a) || !plain(b))) || a.unit == b.unit) return relate(a, b);
  return relate_counts(a, b, counted(a.unit, b.unit, of));
}

// A part may be anything up to the whole: 60 houses may be among 200 buildings, but not 200 houses among 60 buildings.
Relation relate_counts(const Quantity& a, const Quantity& b, Counted how) {
  if (how == Counted::other) return Relation::not_comparable;
  Quantity like_a = b;
  like_a.unit = a.unit;
  like_a.dimension = a.dimension;
  const Relation r = relate(a, like_a);
  const bool fits = how == Counted::narrower ? a.low <= b.high : how == Counted::wider && b.low <= a.high;
  return r == Relation::disjoint && fits ? Relation::not_comparable : r;
}

Relation SlotMatcher::relate_values(const ClaimView& a, std::size_t i, const ClaimView& b, std::size_t j,
                                    const SlotDeclaration& declared) const {
  const SlotValue &x = a.claim->slots[i], &y = b.claim->slots[j];
  const EntityId e = i < a.graph->entities.size() ? a.graph->entities[i] : EntityId();
  const EntityId f = j < b.graph->entities.size() ? b.graph->entities[j] : EntityId();
  if (declared.type != SlotType::place && e.valid() && f.valid()) {
    if (same_entity(e, f)) return Relation::same;
    const bool persons = entities_[e.index()].kind == NameKind::person && entities_[f.index()].kind == NameKind::person;
    return persons ? Relation::disjoint : Relation::not_comparable;
  }
  const auto *q = std::get_if<Quantity>(&x.value), *r = std::get_if<Quantity>(&y.value);
  if (q && r) return relate_amounts(*q, *r, declared.of);
  return relate(x.value, y.value);
}

Relation SlotMatcher::relate_slot(const ClaimView& a, const ClaimView& b, std::uint32_t slot) const {
  const SlotDeclaration& declared = rulebook_[a.claim->kind].slots[slot];
  Relation best = Relation::not_comparable;
  std::size_t values_a = 0, values_b = 0;
  for (std::size_t i = 0; i < a.claim->slots.size(); ++i) {
    if (a.claim->slots[i].slot != slot) continue;
    ++values_a;
    values_b = 0;
    for (std::size_t j = 0; j < b.claim->slots.size(); ++j) {
      if (b.claim->slots[j].slot != slot) continue;
      ++values_b;
      const Relation r = relate_values(a, i, b, j, declared);
      if (rank(r) > rank(best)) best = r;
    }
  }
  // Sets of several values: one alike does not make the sets alike, and none alike does not make them exclude each
  // other. A word that stands in several lines of [choices] is one word.
  if ((values_a > 1 || values_b > 1) && declared.type != SlotType::choice) {
    if (best == Relation::disjoint) return Relation::not_comparable;
    if (agree(best) && values_a != values_b) return Relation::overlapping;
  }
  return best;
}

bool SlotMatcher::may_follow(const ClaimView& a, const ClaimView& b, std::uint32_t slot) const {
  bool moves = false;
  for (const SlotValue& x : a.claim->slots) {
    const auto* p = x.slot == slot ? std::get_if<Choice>(&x.value) : nullptr;
    if (!p) continue;
    for (const SlotValue& y : b.claim->slots) {
      const auto* q = y.slot == slot ? std::get_if<Choice>(&y.value) : nullptr;
      if (!q || relate(x.value, y.value) != Relation::disjoint) continue;
      if (!moves_[p->choice.index()]) return false;
      moves = true;
    }
  }
  return moves;
}

double SlotMatcher::likeness(const ClaimView& a, const ClaimView& b, std::uint32_t slot) const { return likeness(a, slot, b, slot); }

double SlotMatcher::likeness(const ClaimView& a, std::uint32_t slot_a, const ClaimView& b, std::uint32_t slot_b) const {
  const SlotDeclaration& declared = rulebook_[a.claim->kind].slots[slot_a];
  double best = -1;
  for (std::size_t i = 0; i < a.claim->slots.size(); ++i) {
    if (a.claim->slots[i].slot != slot_a) continue;
    for (std::size_t j = 0; j < b.claim->slots.size(); ++j) {
      if (b.claim->slots[j].slot != slot_b) continue;
      const Relation r = relate_values(a, i, b, j, declared);
      double like = agree(r) ? 1 : r == Relation::overlapping ? 0.5 : 0;
      const auto *p = std::get_if<Phrase>(&a.claim->slots[i].value), *q = std::get_if<Phrase>(&b.claim->slots[j].value);
      if (p && q && r != Relation::same) like = phrase_likeness(contents(*p), contents(*q));
      best = std::max(best, like);
    }
  }
  return best;
}

// "A round of talks" is talks: a noun that only holds another gives way to it.
Phrase SlotMatcher::contents(const Phrase& phrase) const {
  const auto at = std::find(phrase.lemmas.begin(), phrase.lemmas.end(), phrase.head);
  if (at == phrase.lemmas.end() || at + 1 == phrase.lemmas.end() || containers_.count(phrase.head) == 0) return phrase;
  Phrase inner = phrase;
  inner.lemmas.erase(inner.lemmas.begin() + (at - phrase.lemmas.begin()));
  inner.head = inner.lemmas.back();
  return inner;
}

bool same_office(const Office& a, const Office& b) {
  if (!a.body.empty() && !b.body.empty()) {
    const bool shared = std::any_of(a.body.begin(), a.body.end(), [&](const std::string& word) {
      return std::find(b.body.begin(), b.body.end(), word) != b.body.end();
    });
    if (!shared) return false;
  }
  if (!a.title.empty() && a.title == b.title) return true;
  bool same = false;
  for (const Choice& x : a.choices) {
    for (const Choice& y : b.choices) {
      if (x.choice != y.choice || x.covers.empty() || y.covers.empty()) continue;
      if (x.covers != y.covers) return false;
      same = true;
    }
  }
  return same;
}

}  // namespace crosscheck
