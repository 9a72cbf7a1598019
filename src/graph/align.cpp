#include "graph/align.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/candidates.h"
#include "graph/excuses.h"

namespace crosscheck {
namespace {

constexpr double kKeep = 0.25;  // pairs below are forgotten
constexpr double kAgreementBonus = 0.08, kExcuseMalus = 0.12, kNestedMalus = 0.05;
constexpr double kNoun = 0.35, kVerb = 0.20, kContext = 0.45, kContextGain = 1.6;
constexpr double kUnnamed = 0.3;  // a slot that only one of the two fills

// Context words of each sentence as numbers with a weight each: a word of one sentence tells more than one that stands
// everywhere.
class Contexts {
 public:
  explicit Contexts(const std::vector<AnalysedStory>& stories) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    std::vector<std::uint32_t> sentences;  // per word: how many hold it
    for (const AnalysedStory& story : stories) {
      first_.push_back(static_cast<std::uint32_t>(bags_.size()));
      for (std::uint32_t s = 0; s < story.story.sentences.size(); ++s) {
        Bag& bag = bags_.emplace_back();
        if (s >= story.claims.contexts.size()) continue;
        for (const std::string_view word : story.claims.contexts[s]) {
          const auto [it, fresh] = numbers.try_emplace(word, static_cast<std::uint32_t>(numbers.size()));
          if (fresh) sentences.push_back(0);
          ++sentences[it->second];
          bag.words.push_back(it->second);
        }
        std::sort(bag.words.begin(), bag.words.end());
      }
    }
    const double per_story = static_cast<double>(std::max<std::size_t>(1, stories.size()));
    for (const std::uint32_t n : sentences) weight_.push_back(1 / std::sqrt(1 + n / per_story));
    for (Bag& bag : bags_)
      for (const std::uint32_t word : bag.words) bag.sum += weight_[word];
  }

  // 0..1: the weight of the words in common, of the smaller bag.
  double overlap(const Claim& a, const Claim& b) const {
    const Bag &x = bag(a), &y = bag(b);
    double shared = 0;
    for (auto i = x.words.begin(), j = y.words.begin(); i != x.words.end() && j != y.words.end();) {
      if (*i < *j) {
        ++i;
      } else if (*j < *i) {
        ++j;
      } else {
        shared += weight_[*i];
        ++i, ++j;
      }
    }
    const double smaller = std::min(x.sum, y.sum);
    return smaller > 0 ? shared / smaller : 0;
  }

 private:
  struct Bag {
    std::vector<std::uint32_t> words;  // sorted
    double sum = 0;
  };
  const Bag& bag(const Claim& claim) const { return bags_[first_[claim.story.index()] + claim.sentence]; }

  std::vector<Bag> bags_;
  std::vector<std::uint32_t> first_;  // per story: its first bag
  std::vector<double> weight_;
};

// How near two amounts are that exclude each other: slips are small.
double closeness(const Claim& a, const Claim& b) {
  for (const SlotValue& x : a.slots) {
    const auto* p = std::get_if<Quantity>(&x.value);
    const SlotValue* other = p ? b.slot(x.slot) : nullptr;
    const auto* q = other ? std::get_if<Quantity>(&other->value) : nullptr;
    if (!p || !q || p->low <= 0 || q->low <= 0 || std::isinf(p->low) || std::isinf(q->low)) continue;
    const double ratio =
        std::min(p->low * p->factor, q->low * q->factor) / std::max(p->low * p->factor, q->low * q->factor);
    if (ratio < 0.1) return -0.1;
    if (ratio > 0.5) return 0.03;
  }
  return 0;
}

// Former here, in office there: relate() leaves the standing of an office to those who ask for it.
bool other_standing(const Claim& a, const Claim& b, std::uint32_t slot) {
  const SlotValue *x = a.slot(slot), *y = b.slot(slot);
  const auto *p = x ? std::get_if<Office>(&x->value) : nullptr, *q = y ? std::get_if<Office>(&y->value) : nullptr;
  return p && q && relate(p->standing, q->standing) == Relation::disjoint;
}

class Aligner {
 public:
  Aligner(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims, const SlotMatcher& matcher,
          const Rulebook& rulebook)
      : stories_(stories), claims_(claims), matcher_(matcher), rulebook_(rulebook), contexts_(stories) {}

  std::vector<Comparison> run(Occasions& occasions) {
    std::vector<Comparison> all;
    for (const auto& [a, b] : candidates(stories_, claims_, rulebook_, occasions)) {
      Comparison c = compare(a, b);
      if (c.score >= kKeep) all.push_back(std::move(c));
    }
    std::sort(all.begin(), all.end(),
              [](const Comparison& x, const Comparison& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    mark_best(all);
    return all;
  }

 private:
  const Claim& claim(ClaimId id) const {
    return stories_[claims_[id.index()].story.index()].claims.claims[claims_[id.index()].index];
  }
  ClaimView view(ClaimId id) const { return {&claim(id), &claims_[id.index()]}; }
  const Story& story(ClaimId id) const { return stories_[claims_[id.index()].story.index()].story; }

  Comparison compare(ClaimId a, ClaimId b);
  double noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  double verb(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const;
  bool same_figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool only_nested(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  void mark_best(std::vector<Comparison>& all) const;
  double rank(const Comparison& c) const {
    const bool nested = nested_.count((std::uint64_t{c.a.value} << 32) | c.b.value) != 0;
    return c.score + (nested ? -kNestedMalus : c.agree ? kAgreementBonus : c.excuses != 0 ? -kExcuseMalus : 0);
  }

  const std::vector<AnalysedStory>& stories_;
  const std::vector<GraphClaim>& claims_;
  const SlotMatcher& matcher_;
  const Rulebook& rulebook_;
  Contexts contexts_;
  std::unordered_set<std::uint64_t> nested_;  // pairs whose words of [choices] are wider and narrower
};

// What is counted in both: the same noun tells more than figures without one.
double counted_alike(const Claim& a, const Claim& b) {
  constexpr double kOneBare = 0.75, kBothBare = 0.5;
  for (const SlotValue& x : a.slots) {
    const auto* p = std::get_if<Quantity>(&x.value);
    const SlotValue* other = p ? b.slot(x.slot) : nullptr;
    const auto* q = other ? std::get_if<Quantity>(&other->value) : nullptr;
    if (p && q && (p->unit.empty() || q->unit.empty()))
      return p->unit.empty() && q->unit.empty() ? kBothBare : kOneBare;
  }
  return 1;
}

// What both are about. A kind without such slots ("how many died") is about the same by being of one kind.
double Aligner::noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  double sum = 0;
  std::size_t named = 0, declared = 0;
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
    const SlotType type = kind.slots[slot].type;
    if (type == SlotType::quote) {  // words spoken are their own subject
      const Relation r = matcher_.relate_slot(a, b, slot);
      ++declared, ++named;
      sum += r == Relation::not_comparable ? 0 : r == Relation::overlapping ? 0.5 : 1;
      continue;
    }
    if (!tells_identity(type)) continue;
    ++declared;
    const double like = matcher_.likeness(a, b, slot);
    if (like < 0) continue;
    ++named;
    sum += like;
  }
  if (declared == 0) return counted_alike(*a.claim, *b.claim);
  return named == 0 ? kUnnamed : sum / static_cast<double>(named);
}

// What happened. A kind made by patterns is one verb; of plain clauses the verb is a slot.
double Aligner::verb(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const auto does = kind.ready_made ? kind.slot("does") : std::nullopt;
  if (!does) return 1;
  const Relation r = matcher_.relate_slot(a, b, *does);
  if (agree(r)) return 1;
  if (r == Relation::disjoint || r == Relation::overlapping) return 0.8;
  return std::max(0.0, matcher_.likeness(a, b, *does));
}

// A figure with its unit in both, the same: nineteen points of a document are the nineteen points of a plan.
bool Aligner::same_figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  constexpr double kFew = 5;  // twos and threes are everywhere
  if (kind.ready_made) return false;
  for (const SlotValue& x : a.claim->slots) {
    const auto* q = std::get_if<Quantity>(&x.value);
    if (q && q->low >= kFew && !q->unit.empty() && matcher_.relate_slot(a, b, x.slot) == Relation::same) return true;
  }
  return false;
}

// "Left" fits "resigned" and "dismissed" alike: a poorer partner than either.
bool Aligner::only_nested(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
    if (kind.slots[slot].type != SlotType::choice) continue;
    const Relation r = matcher_.relate_slot(a, b, slot);
    if (r == Relation::narrower || r == Relation::wider) return true;
  }
  return false;
}

// All slots that both fill fit together, and one of them at least tells something.
bool Aligner::agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const {
  // Two names for one thing: the surer the rest, the less they need be alike.
  constexpr double kLike = 0.75, kHeadAlike = 0.45, kSureRest = 0.75;
  const double like_needed = score >= kSameThing && same_figure(a, b, kind) ? 0
                             : score >= kSureRest                           ? kHeadAlike
                                                                            : kLike;
  bool telling = false;
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
    const double like = matcher_.likeness(a, b, slot);
    if (like < 0) continue;
    const SlotType type = kind.slots[slot].type;
    const bool said_freely = type == SlotType::thing || type == SlotType::happening || type == SlotType::who ||
                             type == SlotType::organization;
    const bool fits = said_freely ? like >= like_needed : agree(matcher_.relate_slot(a, b, slot));
    if (!fits || other_standing(*a.claim, *b.claim, slot)) return false;
    telling = true;
  }
  const Claim &x = *a.claim, &y = *b.claim;
  if (x.when && y.when && relate(*x.when, *y.when) == Relation::disjoint) return false;
  if (x.where && y.where && relate(*x.where, *y.where) == Relation::disjoint) return false;
  return telling && x.polarity == y.polarity && same_world(x.modality, y.modality);
}

Comparison Aligner::compare(ClaimId a, ClaimId b) {
  const ClaimView x = view(a), y = view(b);
  const ClaimKind& kind = rulebook_[x.claim->kind];
  Comparison c;
  c.a = a;
  c.b = b;
  const double context = std::min(1.0, kContextGain * contexts_.overlap(*x.claim, *y.claim));
  c.score = kNoun * noun(x, y, kind) + kVerb * verb(x, y, kind) + kContext * context + closeness(*x.claim, *y.claim);
  c.score = std::clamp(c.score, 0.0, 1.0);
  c.polarity_differs = x.claim->polarity != y.claim->polarity;
  Excuses excuses = find_excuses(x, story(a), y, story(b), matcher_, kind);
  c.excuses = excuses.set;
  c.reason = std::move(excuses.reason);
  c.agree = c.score >= kSameClaim && agreeing(x, y, kind, c.score);
  if (only_nested(x, y, kind)) nested_.insert((std::uint64_t{a.value} << 32) | b.value);
  return c;
}

// For each claim and each other story the partner of highest rank; of equals the one that stands first there.
void Aligner::mark_best(std::vector<Comparison>& all) const {
  std::unordered_map<std::uint64_t, std::pair<double, std::size_t>> best;
  const auto key = [&](ClaimId from, ClaimId to) {
    return (std::uint64_t{from.value} << 32) | claims_[to.index()].story.value;
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double r = rank(all[i]);
    for (const std::uint64_t k : {key(all[i].a, all[i].b), key(all[i].b, all[i].a)}) {
      const auto [it, fresh] = best.try_emplace(k, r, i);
      if (!fresh && r > it->second.first + 1e-12) it->second = {r, i};
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].best = best.at(key(all[i].a, all[i].b)).second == i && best.at(key(all[i].b, all[i].a)).second == i;
}

}  // namespace

std::vector<Comparison> align(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims,
                              const SlotMatcher& matcher, const Rulebook& rulebook, Occasions& occasions) {
  return Aligner(stories, claims, matcher, rulebook).run(occasions);
}

}  // namespace crosscheck
