#include "graph/propositions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "graph/union_find.h"

namespace crosscheck {
namespace {

// How much more one of two agreeing claims says than the other.
struct Surplus {
  bool a = false, b = false;
  bool apart = false;  // agree by accident: a word inside a sentence
};

bool open(const Quantity& q) { return !std::isfinite(q.low) || !std::isfinite(q.high) || q.low <= 0; }
// The figure that is named: of what is open above or below, the other end.
double bound(const Quantity& q) { return (std::isfinite(q.high) && (q.low <= 0 || !std::isfinite(q.low)) ? q.high : q.low) * q.factor; }

// A hedge is no less than the figure it hedges; "at least three" is much less than 16.
bool about_as_wide(const Quantity& a, const Quantity& b) {
  constexpr double kNear = 0.25;
  if (a.vague != b.vague) return false;
  if (const double x = bound(a), y = bound(b); x > 0 && y > 0 && (open(a) || open(b)))  // "more than three weeks", "23 days"
    return std::min(x, y) >= (1 - kNear) * std::max(x, y);
  if (open(a) || open(b)) return false;
  const double size = std::max({std::abs(a.high) * a.factor, std::abs(b.high) * b.factor, 1e-9});
  const auto near = [&](double x, double y) { return std::abs(x * a.factor - y * b.factor) <= kNear * size; };
  return near(a.low, b.low) && near(a.high, b.high);
}

// A word or two, or a headline's own cut, stand inside many quotes: only the very same words are the same quote.
bool short_cut(const ClaimView& a, const ClaimView& b, const QuotedWords& p, const QuotedWords& q) {
  constexpr std::size_t kTelling = 2;
  if (p.words == q.words) return false;
  return a.claim->headline || b.claim->headline || std::min(p.words.size(), q.words.size()) < kTelling;
}

void add_nesting(Relation r, Surplus& out) {  // narrower: a lies inside b and says more
  out.a = out.a || r == Relation::narrower;
  out.b = out.b || r == Relation::wider;
}

void add_slot(const ClaimView& a, const ClaimView& b, std::uint32_t slot, const SlotDeclaration& declared,
              const SlotMatcher& matcher, Surplus& out) {
  const SlotValue *x = a.claim->slot(slot), *y = b.claim->slot(slot);
  if (!x || !y) {
    if (tells_identity(declared.type) && declared.type != SlotType::place)
      return;  // who or what, left unsaid, is understood
    out.a = out.a || x != nullptr;
    out.b = out.b || y != nullptr;
    return;
  }
  const Relation r = matcher.relate_slot(a, b, slot);
  const auto *p = std::get_if<Quantity>(&x->value), *q = std::get_if<Quantity>(&y->value);
  const auto *s = std::get_if<QuotedWords>(&x->value), *t = std::get_if<QuotedWords>(&y->value);
  if (s && t)
    out.apart = out.apart || short_cut(a, b, *s, *t);
  else if (p && q && !about_as_wide(*p, *q))
    add_nesting(r, out);
  else if (declared.type == SlotType::place || declared.type == SlotType::choice)
    add_nesting(r, out);
}

template <class T>
void add_setting(const std::optional<T>& a, const std::optional<T>& b, Surplus& out) {
  if (a && b) {
    add_nesting(relate(*a, *b), out);
    return;
  }
  out.a = out.a || a.has_value();
  out.b = out.b || b.has_value();
}

// Days are told loosely ("on Sunday", "Sunday at six", not at all): only where nothing else is said do they make a
// claim.
Surplus surplus(const ClaimView& a, const ClaimView& b, const SlotMatcher& matcher, const ClaimKind& kind) {
  Surplus out;
  bool tells_value = false;
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
    const SlotValue* value = a.claim->slot(slot);
    if (kind.loose && (!value || std::holds_alternative<Phrase>(value->value))) continue;  // the mention is the claim
    add_slot(a, b, slot, kind.slots[slot], matcher, out);
    tells_value = tells_value || !tells_identity(kind.slots[slot].type);
  }
  if (a.claim->where && b.claim->where) add_nesting(relate(*a.claim->where, *b.claim->where), out);
  if (tells_value || kind.slots.empty()) return out;
  if (!a.claim->where || !b.claim->where) add_setting(a.claim->where, b.claim->where, out);
  if (!a.claim->when || !b.claim->when) add_setting(a.claim->when, b.claim->when, out);
  return out;
}

// May two claims stand in one proposition? A hedge ("nearly 190") fits two figures that do not fit one another.
bool can_both_hold(const ClaimView& a, const ClaimView& b, const SlotMatcher& matcher, const ClaimKind& kind) {
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
    const SlotValue* value = a.claim->slot(slot);
    const bool measured = value && (std::holds_alternative<Quantity>(value->value) || std::holds_alternative<TimeRange>(value->value) ||
                                    std::holds_alternative<Score>(value->value));
    if (measured && matcher.relate_slot(a, b, slot) == Relation::disjoint) return false;
  }
  const auto apart = [](const auto& x, const auto& y) { return x && y && relate(*x, *y) == Relation::disjoint; };
  return !apart(a.claim->when, b.claim->when) && !apart(a.claim->where, b.claim->where);
}

// Sets of claims of which each two can both hold.
class Groups {
 public:
  explicit Groups(std::size_t claims) : sets_(claims), members_(claims) {
    for (std::uint32_t i = 0; i < claims; ++i) members_[i] = {ClaimId(i)};
  }
  std::uint32_t find(std::uint32_t claim) { return sets_.find(claim); }
  template <class Fits>
  void unite(ClaimId a, ClaimId b, Fits fits) {
    const std::uint32_t x = sets_.find(a.value), y = sets_.find(b.value);
    if (x == y) return;
    for (const ClaimId m : members_[x])
      if (!std::all_of(members_[y].begin(), members_[y].end(), [&](ClaimId n) { return fits(m, n); })) return;
    sets_.unite(x, y);
    const std::uint32_t kept = sets_.find(x), gone = kept == x ? y : x;
    members_[kept].insert(members_[kept].end(), members_[gone].begin(), members_[gone].end());
    members_[gone].clear();
  }

 private:
  UnionFind sets_;
  std::vector<std::vector<ClaimId>> members_;  // of each set, at its root
};

}  // namespace

std::vector<Proposition> group_claims(const std::vector<AnalysedStory>& stories, std::vector<GraphClaim>& claims,
                                      const std::vector<Comparison>& comparisons, const SlotMatcher& matcher,
                                      const Rulebook& rulebook) {
  Groups groups(claims.size());
  const auto view = [&](ClaimId id) {
    const GraphClaim& g = claims[id.index()];
    return ClaimView{&stories[g.story.index()].claims.claims[g.index], &g};
  };
  std::vector<std::pair<ClaimId, ClaimId>> says_more;  // the claim that says more, the one that says less
  std::vector<const Comparison*> alike;
  for (const Comparison& c : comparisons) {
    if (!c.agree) continue;
    const ClaimView a = view(c.a), b = view(c.b);
    const Surplus more = surplus(a, b, matcher, rulebook[a.claim->kind]);
    if (more.apart || (more.a && more.b)) continue;
    if (!more.a && !more.b)
      alike.push_back(&c);
    else
      says_more.emplace_back(more.a ? c.a : c.b, more.a ? c.b : c.a);
  }
  std::stable_sort(alike.begin(), alike.end(), [](const Comparison* x, const Comparison* y) { return x->score > y->score; });
  for (const Comparison* c : alike)  // the surest first
    groups.unite(c->a, c->b, [&](ClaimId x, ClaimId y) { return can_both_hold(view(x), view(y), matcher, rulebook[view(x).claim->kind]); });
  std::vector<Proposition> propositions;
  std::map<std::uint32_t, PropositionId> ids;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    const auto [it, fresh] = ids.try_emplace(groups.find(i), PropositionId(propositions.size()));
    if (fresh) {
      propositions.emplace_back();
      propositions.back().kind = view(ClaimId(i)).claim->kind;
    }
    propositions[it->second.index()].claims.emplace_back(i);
    claims[i].proposition = it->second;
  }
  for (const auto& [rich, poor] : says_more) {
    const PropositionId id = claims[poor.index()].proposition;
    if (id != claims[rich.index()].proposition) propositions[id.index()].more.push_back(rich);
  }
  for (Proposition& p : propositions) {
    std::sort(p.more.begin(), p.more.end());
    p.more.erase(std::unique(p.more.begin(), p.more.end()), p.more.end());
  }
  return propositions;
}

}  // namespace crosscheck
