#include "graph/paraphrases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/align.h"
#include "graph/excuses.h"
#include "graph/loose.h"
#include "graph/statements.h"

namespace crosscheck {
namespace {

constexpr std::size_t kCommon = 40;                   // statements of one event that have a feature: in more, it finds none
constexpr double kForget = 0.1;                       // pairs below are no rivals
constexpr double kSure = 0.3;                         // alike, whatever the rivals
constexpr double kLikely = 0.15, kClear = 1.2;        // alike where each rival is so many times less
constexpr double kBlocked = 0.12, kNeighbours = 0.2;  // malus; bonus, of the likeness of what stands beside
constexpr double kShortest = 1.4;                     // length of a statement's vector: what has few words is not surer for it
constexpr double kEvidence = 0.5;                      // what the own clauses must share
constexpr double kByOne = 0.25, kLone = 2.5;          // where that is one feature: likeness, or so many times that of each rival
constexpr double kLink = 0.5;                         // of kSure: any two of one group

std::uint64_t pair_key(std::uint32_t x, std::uint32_t y) { return (std::uint64_t{std::min(x, y)} << 32) | std::max(x, y); }

struct Pair {
  std::uint32_t a, b;  // statements, a < b
  double score = 0;    // 0..1
  double evidence = 0;              // the weight of what the two clauses themselves share
  std::size_t own = 0, around = 0;  // how many features; and with the rest of the sentences
  bool telling = false;             // and whether one of the clauses' own is more than a slight one
  bool blocked = false;
};

class Paraphrases {
 public:
  Paraphrases(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims, const EntityLinks& entities,
              const SlotMatcher& matcher, const Rulebook& rulebook, const Language* language)
      : stories_(stories), claims_(claims), matcher_(matcher), rulebook_(rulebook), loose_(stories, matcher, rulebook, language), statements_(stories, claims, entities, rulebook, language), all_(statements_.all()), first_meaning_(statements_.features(), kNone) {}

  std::vector<Comparison> run(const std::vector<Comparison>& known, const std::vector<TwinSentences>& twins);

 private:
  // The best that a statement finds in another story, and the best of another sentence there.
  struct Best {
    double first = 0, second = 0;
    std::uint32_t sentence = kNone;
  };
  using Ranking = std::unordered_map<std::uint64_t, Best>;

  const Claim& claim(ClaimId id) const { return stories_[claims_[id.index()].story.index()].claims.claims[claims_[id.index()].index]; }
  void learn_odds(const std::vector<Comparison>& known, const std::vector<TwinSentences>& twins);
  bool at_odds(const Comparison& c) const;
  void expand(const Statement& a);
  void measure(Pair& pair);
  bool opposing(const Statement& a, const Statement& b) const;
  bool other_figures(const Statement& a, const Statement& b) const;
  bool blocked(const Statement& a, const Statement& b) const;
  std::vector<Pair> pairs_of(std::uint32_t first, std::uint32_t last);
  std::uint64_t place(std::uint32_t from, std::uint32_t to) const { return (std::uint64_t{from} << 32) | all_[to].story.value; }
  static double rank(const Pair& pair) { return pair.score - (pair.blocked ? kBlocked : 0); }
  Ranking ranked(const std::vector<Pair>& pairs) const;
  bool mutual(const Pair& pair, const Ranking& ranking) const;
  void heed_neighbours(std::vector<Pair>& pairs) const;
  void join(const std::vector<Pair>& pairs, std::vector<Comparison>& out) const;

  const std::vector<AnalysedStory>& stories_;
  const std::vector<GraphClaim>& claims_;
  const SlotMatcher& matcher_;
  const Rulebook& rulebook_;
  LooseMatch loose_;
  Statements statements_;
  const std::vector<Statement>& all_;
  std::unordered_set<std::uint64_t> odds_;  // statements that hold what excludes each other
  struct Meaning {
    std::uint32_t number;
    float close;
    const Feature* of;
    std::uint32_t next;  // of the same number; kNone for none
  };
  std::vector<Meaning> meanings_;             // of the statement that others are measured against
  std::vector<std::uint32_t> first_meaning_;  // per feature: index into meanings_, kNone for none
  struct Match {
    const Feature *a, *b;
    float close;
  };
  std::vector<Match> matches_;
};

// What both tell of one thing, and otherwise.
bool Paraphrases::at_odds(const Comparison& c) const {
  if (c.agree || !c.best || c.score < kSameThing || has(c.excuses, Excuse::unsure)) return false;
  const ClaimView a{&claim(c.a), &claims_[c.a.index()]}, b{&claim(c.b), &claims_[c.b.index()]};
  const ClaimKind& kind = rulebook_[a.claim->kind];
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot)
    if (matcher_.relate_slot(a, b, slot) == Relation::disjoint) return true;
  return a.claim->when && b.claim->when && relate(*a.claim->when, *b.claim->when) == Relation::disjoint;
}

void Paraphrases::learn_odds(const std::vector<Comparison>& known, const std::vector<TwinSentences>& twins) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> of_sentence;
  const auto key = [](StoryId story, std::uint32_t sentence) { return (std::uint64_t{story.value} << 32) | sentence; };
  for (std::uint32_t i = 0; i < all_.size(); ++i) of_sentence[key(all_[i].story, all_[i].sentence)].push_back(i);
  const auto around = [&](StoryId story, std::uint32_t sentence, Span at) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t i : of_sentence[key(story, sentence)])
      if (all_[i].span.begin < at.end && at.begin < all_[i].span.end) out.push_back(i);
    return out;
  };
  const auto block = [&](const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y) {
    for (const std::uint32_t i : x)
      for (const std::uint32_t j : y) odds_.insert(pair_key(i, j));
  };
  for (const Comparison& c : known) {
    if (c.twins != kNone || claims_[c.a.index()].story == claims_[c.b.index()].story || !at_odds(c)) continue;
    const Claim &x = claim(c.a), &y = claim(c.b);
    block(around(x.story, x.sentence, x.span), around(y.story, y.sentence, y.span));
  }
  for (const TwinSentences& t : twins)
    for (const Difference& d : t.differences) block(around(t.a, t.sentence_a, d.a), around(t.b, t.sentence_b, d.b));
}

// All that a statement is found by: its own features and what is near them.
void Paraphrases::expand(const Statement& a) {
  for (const Meaning& m : meanings_) first_meaning_[m.number] = kNone;
  meanings_.clear();
  const auto add = [&](std::uint32_t number, float close, const Feature& of) {
    meanings_.push_back({number, close, &of, first_meaning_[number]});
    first_meaning_[number] = static_cast<std::uint32_t>(meanings_.size() - 1);
  };
  for (const Feature& f : a.features) {
    add(f.number, 1, f);
    for (const Statements::Near& n : statements_.near(f.number)) add(n.number, n.close, f);
  }
}

// The cosine of two vectors of which the dimensions are not all at right angles, each feature with one of the other's, the
// nearest first. Of the statement expanded, and another.
void Paraphrases::measure(Pair& pair) {
  const Statement &a = all_[pair.a], &b = all_[pair.b];
  matches_.clear();
  for (const Feature& g : b.features)
    for (std::uint32_t m = first_meaning_[g.number]; m != kNone; m = meanings_[m].next) matches_.push_back({meanings_[m].of, &g, meanings_[m].close});
  const auto rank = [](const Match& m) { return m.close == 1 ? 2.0f : m.close * m.a->nearness * m.b->nearness; };
  std::sort(matches_.begin(), matches_.end(), [&](const Match& x, const Match& y) {
    if (rank(x) != rank(y)) return rank(x) > rank(y);
    const auto numbers = [](const Match& m) { return std::minmax(m.a->number, m.b->number); };
    return numbers(x) < numbers(y);
  });
  double dot = 0;
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    const auto& [f, g, close] = matches_[i];
    const bool taken = std::any_of(matches_.begin(), matches_.begin() + static_cast<std::ptrdiff_t>(pair.around), [&, f = f, g = g](const Match& m) { return m.a == f || m.b == g; });
    if (taken) continue;
    const double x = statements_.weight(*f), y = statements_.weight(*g);
    dot += close * x * y;
    if (f->own() && g->own()) {
      pair.evidence += close * std::sqrt(x * y);
      ++pair.own;
      pair.telling = pair.telling || !statements_.slight(f->number);
    }
    std::swap(matches_[pair.around++], matches_[i]);  // those taken stand in front
  }
  pair.score = dot / (std::max(a.length, kShortest) * std::max(b.length, kShortest));
}

// Words of the one exclude words of the other by a line of [choices], or are contraries, and nothing else bears them out.
bool Paraphrases::opposing(const Statement& a, const Statement& b) const {
  std::vector<Span> borne_out;
  std::vector<std::pair<Span, Span>> apart;
  for (const auto& [x, p] : a.states)
    for (const auto& [y, q] : b.states) {
      if (p->choice != q->choice) continue;
      const bool covered = !p->covers.empty() && !q->covers.empty();
      const Relation r = covered ? relate(Value(*p), Value(*q)) : Relation::not_comparable;
      if (agree(r)) borne_out.push_back(x), borne_out.push_back(y);
      if (r == Relation::disjoint) apart.emplace_back(x, y);
    }
  const auto alone = [&](Span at) { return std::find(borne_out.begin(), borne_out.end(), at) == borne_out.end(); };
  if (std::any_of(apart.begin(), apart.end(), [&](const auto& p) { return alone(p.first) && alone(p.second); })) return true;
  const auto only = [](const Statement& own, const Statement& other) {
    std::vector<std::uint32_t> out;
    for (const Feature& f : own.features)
      if (f.own() && std::none_of(other.features.begin(), other.features.end(), [&](const Feature& g) { return g.number == f.number; })) out.push_back(f.number);
    return out;
  };
  const std::vector<std::uint32_t> in_a = only(a, b), in_b = only(b, a);
  return std::any_of(in_a.begin(), in_a.end(), [&](std::uint32_t x) {
    return std::any_of(in_b.begin(), in_b.end(), [&](std::uint32_t y) { return statements_.contrary(x, y); });
  });
}

// Figures that can be compared, and none fits any of the other; or they fit, of other things ("three dead", "three lorries").
bool Paraphrases::other_figures(const Statement& a, const Statement& b) const {
  constexpr double kMany = 9;  // ones and twos are of anything
  bool apart = false;
  for (const Claim* x : a.figures)
    for (const Claim* y : b.figures) {
      const ClaimView v{x, &claims_[a.claim.index()]}, w{y, &claims_[b.claim.index()]};
      const ClaimKind& kind = rulebook_[x->kind];
      const Relation r = matcher_.relate_slot(v, w, *kind.slot("number"));
      const bool fits = agree(r) || r == Relation::overlapping;
      const auto* q = std::get_if<Quantity>(&x->slot(*kind.slot("number"))->value);
      if (fits && ((q && q->low > kMany) || loose_.same_measure(v, w, kind))) return false;
      apart = apart || fits || r == Relation::disjoint;
    }
  return apart;
}

bool Paraphrases::blocked(const Statement& a, const Statement& b) const {
  const Claim &x = claim(a.claim), &y = claim(b.claim);
  if (x.when && y.when && relate(*x.when, *y.when) == Relation::disjoint) return true;
  if (x.where && y.where && relate(*x.where, *y.where) == Relation::disjoint) return true;
  if (other_figures(a, b)) return true;
  // "Not injured" is "unhurt": of two words that exclude each other one must be denied.
  return (a.denied != b.denied) != opposing(a, b);
}

std::vector<Pair> Paraphrases::pairs_of(std::uint32_t first, std::uint32_t last) {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> holders;
  for (std::uint32_t i = first; i < last; ++i)
    for (const Feature& f : all_[i].features)
      if (f.own()) holders[f.number].push_back(i);
  std::vector<Pair> out;
  std::vector<float> shared(last - first, 0);  // with each statement: at most, what the clauses themselves have in common
  std::vector<std::uint32_t> with;
  for (std::uint32_t i = first; i < last; ++i) {
    expand(all_[i]);
    for (const Meaning& m : meanings_) {
      const auto at = m.of->own() ? holders.find(m.number) : holders.end();
      if (at == holders.end() || at->second.size() > kCommon) continue;
      const auto weight = static_cast<float>(m.close * std::sqrt(statements_.weight(*m.of) * statements_.weight({m.number, 1})));
      for (auto j = std::upper_bound(at->second.begin(), at->second.end(), i); j != at->second.end(); ++j) {
        if (shared[*j - first] == 0) with.push_back(*j);
        shared[*j - first] += weight;
      }
    }
    std::sort(with.begin(), with.end());
    for (const std::uint32_t j : with) {
      const bool enough = shared[j - first] >= kEvidence * 0.5;
      shared[j - first] = 0;
      if (!enough || all_[j].story == all_[i].story) continue;
      Pair pair{i, j};
      measure(pair);
      if (pair.score < kForget) continue;
      pair.blocked = pair.score >= kLikely && (odds_.count(pair_key(i, j)) != 0 || blocked(all_[i], all_[j]));
      out.push_back(pair);
    }
    with.clear();
  }
  return out;
}

Paraphrases::Ranking Paraphrases::ranked(const std::vector<Pair>& pairs) const {
  Ranking out;
  for (const Pair& pair : pairs)
    for (const auto& [from, to] : {std::pair{pair.a, pair.b}, {pair.b, pair.a}}) {
      Best& best = out[place(from, to)];
      const double r = rank(pair);
      const std::uint32_t sentence = all_[to].sentence;
      if (r > best.first) {
        if (best.sentence != sentence) best.second = best.first;
        best.first = r, best.sentence = sentence;
      } else if (sentence != best.sentence) {
        best.second = std::max(best.second, r);
      }
    }
  return out;
}

// Each is the other's best; of one the best may be another clause of the same sentence.
bool Paraphrases::mutual(const Pair& pair, const Ranking& ranking) const {
  constexpr double kEqual = 1e-9;
  const Best &a = ranking.at(place(pair.a, pair.b)), &b = ranking.at(place(pair.b, pair.a));
  const double r = rank(pair) + kEqual;
  const bool best_a = r >= a.first, best_b = r >= b.first;
  return (best_a || best_b) && (best_a || a.sentence == all_[pair.b].sentence) && (best_b || b.sentence == all_[pair.a].sentence);
}

// What stands beside two sentences that are alike is likely alike too.
void Paraphrases::heed_neighbours(std::vector<Pair>& pairs) const {
  const Ranking ranking = ranked(pairs);
  std::unordered_map<std::uint64_t, std::unordered_map<std::uint64_t, double>> sure;  // two stories, then two sentences: the surest pair
  const auto stories = [&](const Pair& p) { return pair_key(all_[p.a].story.value, all_[p.b].story.value); };
  const auto sentences = [](std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32) | b; };
  const auto ordered = [&](const Pair& p) {
    const bool turned = all_[p.b].story < all_[p.a].story;
    return std::pair{all_[turned ? p.b : p.a].sentence, all_[turned ? p.a : p.b].sentence};
  };
  for (const Pair& pair : pairs) {
    if (pair.score < kSure || !mutual(pair, ranking)) continue;
    const auto [a, b] = ordered(pair);
    double& known = sure[stories(pair)][sentences(a, b)];
    known = std::max(known, pair.score);
  }
  for (Pair& pair : pairs) {
    const auto here = sure.find(stories(pair));
    if (here == sure.end()) continue;
    const auto [a, b] = ordered(pair);
    double most = 0;
    for (const std::uint32_t x : {a - 1, a, a + 1})
      for (const std::uint32_t y : {b - 1, b, b + 1})
        if (const auto at = here->second.find(sentences(x, y)); (x != a || y != b) && at != here->second.end()) most = std::max(most, at->second);
    pair.score += kNeighbours * most;
  }
}

// The surest first. Of a group each two must be alike, and no story tells it in two sentences: what is like two that are not like each
// other puts nothing together.
void Paraphrases::join(const std::vector<Pair>& pairs, std::vector<Comparison>& out) const {
  const Ranking ranking = ranked(pairs);
  std::unordered_set<std::uint64_t> fit;
  std::vector<const Pair*> sure;
  for (const Pair& pair : pairs) {
    if (pair.blocked) continue;
    if (pair.score >= kLink * kSure) fit.insert(pair_key(pair.a, pair.b));
    constexpr std::size_t kTwo = 2, kThree = 3;
    const double rival = std::max(ranking.at(place(pair.a, pair.b)).second, ranking.at(place(pair.b, pair.a)).second);
    const bool alike = pair.score >= kSure || (pair.score >= kLikely && pair.score >= kClear * rival);
    const bool lone = pair.score >= kLone * rival || (pair.around >= kThree && pair.score >= kByOne);
    const bool enough = pair.telling && (pair.own >= kTwo || lone);
    if (alike && enough && pair.evidence >= kEvidence && mutual(pair, ranking)) sure.push_back(&pair);
  }
  std::stable_sort(sure.begin(), sure.end(), [](const Pair* x, const Pair* y) { return x->score > y->score; });
  std::unordered_map<std::uint32_t, std::uint32_t> group_of;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> groups;
  for (const Pair* pair : sure) {
    for (const std::uint32_t i : {pair->a, pair->b})
      if (group_of.try_emplace(i, i).second) groups[i] = {i};
    const std::uint32_t x = group_of[pair->a], y = group_of[pair->b];
    const std::vector<std::uint32_t> moved = groups[y];
    const auto fits = [&](std::uint32_t i) {
      return std::all_of(moved.begin(), moved.end(), [&](std::uint32_t j) {
        const bool one_story = all_[i].story == all_[j].story;
        return one_story ? all_[i].sentence == all_[j].sentence : fit.count(pair_key(i, j)) != 0;
      });
    };
    if (x == y || !std::all_of(groups[x].begin(), groups[x].end(), fits)) continue;
    for (const std::uint32_t j : moved) group_of[j] = x;
    groups[x].insert(groups[x].end(), moved.begin(), moved.end());
    groups.erase(y);
    Comparison& c = out.emplace_back();
    c.a = std::min(all_[pair->a].claim, all_[pair->b].claim);
    c.b = std::max(all_[pair->a].claim, all_[pair->b].claim);
    c.score = std::min(1.0, pair->score);
    c.agree = c.best = true;
  }
}

std::vector<Comparison> Paraphrases::run(const std::vector<Comparison>& known, const std::vector<TwinSentences>& twins) {
  learn_odds(known, twins);
  std::vector<Comparison> out;
  for (std::uint32_t first = 0, last = 0; first < all_.size(); first = last) {
    while (last < all_.size() && all_[last].event == all_[first].event) ++last;
    std::vector<Pair> pairs = pairs_of(first, last);
    heed_neighbours(pairs);
    join(pairs, out);
  }
  return out;
}

}  // namespace

std::vector<Comparison> find_paraphrases(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims, const EntityLinks& entities,
                                         const std::vector<Comparison>& known, const std::vector<TwinSentences>& twins, const SlotMatcher& matcher,
                                         const Rulebook& rulebook, const Language* language) {
  if (stories.size() < 2) return {};
  return Paraphrases(stories, claims, entities, matcher, rulebook, language).run(known, twins);
}

}  // namespace crosscheck
