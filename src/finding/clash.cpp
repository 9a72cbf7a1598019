// Two claims that cannot both hold, exchanged roles, and figures that have moved on. Each finding gathers all who carry
// either side.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "finding/comparable.h"
#include "finding/message.h"
#include "finding/shapes.h"

namespace crosscheck {
namespace {

Verdict judge(const Pile& pile, const Check& check, const Comparison& pair) {
  switch (check.shape) {
    case CheckShape::swapped: return judge_swapped(pile, check, pair);
    case CheckShape::superseded: return judge_superseded(pile, check, pair);
    default: return judge_clash(pile, check, pair);
  }
}

// The two sides first, then every further carrier, each span once.
void add_carrier(const Pile& pile, Draft& draft, ClaimId id, const std::vector<SlotPath>& clashing, const Comparison* pair) {
  auto& claims = draft.finding.claims;
  if (std::find(claims.begin(), claims.end(), id) != claims.end()) return;
  claims.push_back(id);
  Span span = pile.span_of(id, clashing.front(), pair);
  for (std::size_t i = 1; i < clashing.size(); ++i) {
    const Span more = pile.span_of(id, clashing[i], pair);
    if (more.story == span.story && pile.claim(id).span.contains(more)) span = cover(span, more);
  }
  auto& evidence = draft.finding.evidence;
  if (std::find(evidence.begin(), evidence.end(), span) == evidence.end()) evidence.push_back(span);
}

Draft draft_of(const Pile& pile, CheckId id, const Comparison& pair, const Verdict& verdict) {
  const Check& check = pile.rulebook[id];
  Draft draft;
  draft.a = pair.a;
  draft.b = pair.b;
  draft.clashing = verdict.clashing;
  draft.finding = start_finding(check, id);
  MessageParts parts;
  parts.a = pair.a;
  parts.b = pair.b;
  parts.clashing = verdict.clashing;
  parts.pair = &pair;
  draft.finding.message = clash_message(pile, check, parts);
  draft.finding.fingerprint = fingerprint(pile, check, pair.a, pair.b, verdict.clashing, &pair);
  draft.finding.rank = draft.finding.confidence = pair.score;
  add_carrier(pile, draft, pair.a, verdict.clashing, &pair);
  add_carrier(pile, draft, pair.b, verdict.clashing, &pair);
  return draft;
}

// In the unit of the side: two months are 60 days, but side by side they would look like a clash of their own.
bool in_this_unit(const Pile& pile, ClaimId side, ClaimId other, const std::vector<SlotPath>& clashing) {
  const ClaimView x = pile.view(side), y = pile.view(other);
  for (const SlotPath& path : clashing) {
    const auto slot = pile.kind(side).slot(path.slot);
    const SlotValue *a = slot ? x.claim->slot(*slot) : nullptr, *b = slot ? y.claim->slot(*slot) : nullptr;
    const auto *p = a ? std::get_if<Quantity>(&a->value) : nullptr, *q = b ? std::get_if<Quantity>(&b->value) : nullptr;
    if (p && q && p->factor != q->factor) return false;
  }
  return true;
}

// Who else says what either side says: a few of other stories, for an editor counts heads.
void add_supporters(const Pile& pile, Draft& draft) {
  constexpr std::size_t kMost = 10;
  for (const ClaimId side : {draft.a, draft.b}) {
    for (const ClaimId id : pile.proposition(side).claims) {
      if (draft.finding.claims.size() >= kMost) return;
      const auto& claims = draft.finding.claims;
      const bool told = std::any_of(claims.begin(), claims.end(), [&](ClaimId known) {
        return pile.node(known).story == pile.node(id).story &&
               pile.node(known).proposition == pile.node(id).proposition;
      });
      if (!told && in_this_unit(pile, side, id, draft.clashing)) add_carrier(pile, draft, id, draft.clashing, nullptr);
    }
  }
}

}  // namespace

std::vector<Draft> find_clashes(const Pile& pile, CheckId id) {
  const Check& check = pile.rulebook[id];
  // The surest pair speaks for its clash; of equals the one whose words come first, whichever story was read first.
  const auto key = [&](const Comparison& c) {
    std::string x = pile.words(pile.claim(c.a).span) + '\n' + pile.story(c.a).path;
    std::string y = pile.words(pile.claim(c.b).span) + '\n' + pile.story(c.b).path;
    if (y < x) std::swap(x, y);
    return std::make_tuple(-std::llround(c.score * 1e9), std::move(x), std::move(y));
  };
  struct Found {
    decltype(key(pile.graph.comparisons.front())) order;
    const Comparison* pair;
    Verdict verdict;
  };
  std::vector<Found> found;
  for (const Comparison* const pair : pile.comparisons(check)) {
    Verdict verdict = judge(pile, check, *pair);
    if (verdict.apart.empty()) found.push_back({key(*pair), pair, std::move(verdict)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& x, const Found& y) { return x.order < y.order; });
  std::vector<Draft> drafts;
  std::map<std::pair<PropositionId, PropositionId>, std::size_t> by_sides;
  std::map<std::string, std::size_t> by_print;
  for (const auto& [order, pair, verdict] : found) {
    const PropositionId p = pile.node(pair->a).proposition, q = pile.node(pair->b).proposition;
    const std::pair<PropositionId, PropositionId> sides = std::minmax(p, q);
    const std::string print = fingerprint(pile, check, pair->a, pair->b, verdict.clashing, pair);
    const auto known_sides = by_sides.find(sides);
    const auto known_print = by_print.find(print);
    std::size_t at = drafts.size();
    if (known_sides != by_sides.end())
      at = known_sides->second;
    else if (known_print != by_print.end())
      at = known_print->second;
    if (at == drafts.size()) drafts.push_back(draft_of(pile, id, *pair, verdict));
    by_sides.emplace(sides, at);
    by_print.emplace(print, at);
    add_carrier(pile, drafts[at], pair->a, verdict.clashing, pair);
    add_carrier(pile, drafts[at], pair->b, verdict.clashing, pair);
  }
  for (Draft& draft : drafts) add_supporters(pile, draft);
  return drafts;
}

}  // namespace crosscheck
