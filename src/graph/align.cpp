#include "graph/align.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "graph/candidates.h"
#include "graph/excuses.h"

namespace crosscheck {
namespace {

constexpr std::string_view kSpot = "spot";
constexpr double kKeep = 0.25;  // pairs below are forgotten
constexpr double kAgreementBonus = 0.08, kExcuseMalus = 0.12, kNestedMalus = 0.05;
constexpr double kNoun = 0.35, kVerb = 0.20, kContext = 0.45, kContextGain = 1.6;
constexpr double kHeadAlike = 0.45;  // two noun phrases of one head, other words around it
constexpr double kTwinBonus = 0.3;   // two sentences that are nearly one
constexpr double kOnlyOne = 0.1;     // each is the only one of its sort in its story
constexpr double kUnnamed = 0.3;  // a slot that only one of the two fills

// Context words of each sentence as numbers with a weight each: a word of one sentence tells more than one that stands
// everywhere, and one of the claim's own clause more than one of its neighbours.
class Contexts {
 public:
  struct Shared {
    double part = 0;        // 0..1: the weight of the words in common, of the smaller bag
    std::size_t words = 0;  // how many
  };

  explicit Contexts(const std::vector<AnalysedStory>& stories) : stories_(stories) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    std::vector<std::uint32_t> sentences;  // per word: how many hold it
    for (const AnalysedStory& story : stories) {
      first_.push_back(static_cast<std::uint32_t>(bags_.size()));
      for (std::uint32_t s = 0; s < story.story.sentences.size(); ++s) {
        std::vector<Word>& bag = bags_.emplace_back();
        if (s >= story.claims.contexts.size()) continue;
        for (const ContextWord& word : story.claims.contexts[s]) {
          const auto [it, fresh] = numbers.try_emplace(word.word, static_cast<std::uint32_t>(numbers.size()));
          if (fresh) sentences.push_back(0);
          ++sentences[it->second];
          bag.push_back({it->second, word.clause});
        }
        std::sort(bag.begin(), bag.end(), [](const Word& x, const Word& y) { return x.number < y.number; });
      }
    }
    const double per_story = static_cast<double>(std::max<std::size_t>(1, stories.size()));
    for (const std::uint32_t n : sentences) weight_.push_back(1 / std::sqrt(1 + n / per_story));
  }

  Shared overlap(const Claim& a, const Claim& b, bool by_clause) const {
    const std::vector<Word> &x = bag(a), &y = bag(b);
    Shared out;
    double sum_a = 0, sum_b = 0, shared = 0;
    for (const Word& w : x) sum_a += weight_[w.number] * nearness(a, w, by_clause);
    for (const Word& w : y) sum_b += weight_[w.number] * nearness(b, w, by_clause);
    for (auto i = x.begin(), j = y.begin(); i != x.end() && j != y.end();) {
      if (i->number < j->number) {
        ++i;
      } else if (j->number < i->number) {
        ++j;
      } else {
        shared += weight_[i->number] * std::min(nearness(a, *i, by_clause), nearness(b, *j, by_clause));
        ++out.words, ++i, ++j;
      }
    }
    const double smaller = std::min(sum_a, sum_b);
    out.part = smaller > 0 ? shared / smaller : 0;
    return out;
  }

 private:
  struct Word {
    std::uint32_t number, clause;
  };
  const std::vector<Word>& bag(const Claim& claim) const { return bags_[first_[claim.story.index()] + claim.sentence]; }
  double nearness(const Claim& claim, const Word& word, bool by_clause) const {
    constexpr double kNeighbour = 0.5, kFar = 0.25;
    if (!by_clause || claim.clause == word.clause || claim.clause == kNone || word.clause == kNone) return 1;
    const std::vector<Clause>& clauses = stories_[claim.story.index()].syntax.clauses;
    const bool neighbour = clauses[claim.clause].parent == word.clause || clauses[word.clause].parent == claim.clause;
    return neighbour ? kNeighbour : kFar;
  }

  const std::vector<AnalysedStory>& stories_;
  std::vector<std::vector<Word>> bags_;  // per sentence, sorted by number
  std::vector<std::uint32_t> first_;     // per story: its first bag
  std::vector<double> weight_;
};

// 860 and 680, 1.2 and 2.1, 1,250 and 1,350: the same digits in another order, or one of three or more another.
bool one_digit_off(double a, double b) {
  std::string x = fmt::format("{:g}", a), y = fmt::format("{:g}", b);
  if (x.size() != y.size() || x.size() < 2 || x == y) return false;
  std::size_t other = 0;
  for (std::size_t i = 0; i < x.size(); ++i) other += x[i] != y[i] ? 1 : 0;
  constexpr std::size_t kTelling = 3;  // of two figures many differ in one digit by chance
  if (other == 1) return std::count_if(x.begin(), x.end(), [](char c) { return c != '.'; }) >= static_cast<std::ptrdiff_t>(kTelling);
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y;
}

// How near two amounts are that exclude each other: slips are small.
double closeness(const Claim& a, const Claim& b) {
  for (const SlotValue& x : a.slots) {
    const auto* p = std::get_if<Quantity>(&x.value);
    const SlotValue* other = p ? b.slot(x.slot) : nullptr;
    const auto* q = other ? std::get_if<Quantity>(&other->value) : nullptr;
    if (!p || !q || p->low <= 0 || q->low <= 0 || std::isinf(p->low) || std::isinf(q->low)) continue;
    const double x_base = p->low * p->factor, y_base = q->low * q->factor;
    const double ratio = std::min(x_base, y_base) / std::max(x_base, y_base);
    if (one_digit_off(p->low, q->low)) return 0.15;
    if (ratio < 0.2) return -0.1;
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
          const Rulebook& rulebook, const Language* language)
      : language_(language), stories_(stories), claims_(claims), matcher_(matcher), rulebook_(rulebook), contexts_(stories), thin_(rulebook_.list("thin-verb")) {}

  std::vector<Comparison> run(Occasions& occasions) {
    std::vector<Comparison> all;
    for (const auto& [a, b] : candidates(stories_, claims_, rulebook_, occasions)) {
      Comparison c = compare(a, b);
      if (c.score >= kKeep) all.push_back(std::move(c));
    }
    std::sort(all.begin(), all.end(),
              [](const Comparison& x, const Comparison& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    doubt_echoes(all);
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
  double topic(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  double noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  double figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  double crossed(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  static bool one_part_off(const Claim& a, const Claim& b, std::uint32_t slot);
  std::string sort_of(const Claim& claim, const ClaimKind& kind) const;
  bool only_one(ClaimId id) const;
  bool narrower_noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool says_little(const Claim& claim, const ClaimKind& kind) const;
  std::string doubt(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double verb_likeness, std::size_t words,
                    bool alone) const;
  double near_words(const Claim& a, const Claim& b, std::uint32_t slot) const;
  static bool share_list(const Claim& a, const Claim& b, std::uint32_t does);
  double verb(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const;
  bool loosely_agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const;
  bool same_measure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool same_figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool only_nested(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool echoes(const Claim& x, const Claim& y, const ClaimView& a, const ClaimView& b, const ClaimKind& kind, bool twin) const;
  void doubt_echoes(std::vector<Comparison>& all) const;
  void mark_best(std::vector<Comparison>& all) const;
  double rank(const Comparison& c) const {
    const bool nested = nested_.count((std::uint64_t{c.a.value} << 32) | c.b.value) != 0;
    return c.score + (nested ? -kNestedMalus : c.agree ? kAgreementBonus : c.excuses != 0 ? -kExcuseMalus : 0);
  }

  const Language* language_;  // null: no word is near another
  const std::vector<AnalysedStory>& stories_;
  const std::vector<GraphClaim>& claims_;
  const SlotMatcher& matcher_;
  const Rulebook& rulebook_;
  Contexts contexts_;
  mutable std::unordered_map<std::uint32_t, bool> only_;  // asked often, so remembered
  ListId thin_;
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
  if (share_list(*a.claim, *b.claim, *does)) return 0.8;
  if (r == Relation::disjoint || r == Relation::overlapping) return 0.8;
  return std::max(near_words(*a.claim, *b.claim, *does), matcher_.likeness(a, b, *does));
}

// How near the heads of two phrases are in WordNet.
double Aligner::near_words(const Claim& a, const Claim& b, std::uint32_t slot) const {
  double best = 0;
  if (!language_) return best;
  for (const SlotValue& x : a.slots)
    for (const SlotValue& y : b.slots) {
      if (x.slot != slot || y.slot != slot) continue;
      const auto *p = std::get_if<Phrase>(&x.value), *q = std::get_if<Phrase>(&y.value);
      if (p && q && p->head != q->head) best = std::max(best, language_->closeness(p->head, q->head));
    }
  return best;
}

// Two verbs of one word list.
bool Aligner::share_list(const Claim& a, const Claim& b, std::uint32_t does) {
  const auto lists = [&](const Claim& claim, auto f) {
    for (const SlotValue& slot : claim.slots)
      if (const auto* verb = slot.slot == does ? std::get_if<Phrase>(&slot.value) : nullptr)
        for (const std::string& lemma : verb->lemmas)
          if (lemma.front() == kListMark) f(lemma);
  };
  bool shared = false;
  lists(a, [&](const std::string& x) { lists(b, [&](const std::string& y) { shared = shared || x == y; }); });
  return shared;
}

// A figure with its unit in both, the same: nineteen points of a document are the nineteen points of a plan.
bool Aligner::same_figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  constexpr double kFew = 5;  // twos and threes are everywhere
  if (kind.ready_made && !kind.loose) return false;
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

// A mention carries the claim: the value fits, and the less it tells by itself, the surer the rest must be.
bool Aligner::loosely_agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const {
  constexpr double kRareFigure = 0.3, kPlain = 0.45, kRare = 20;
  const Claim &x = *a.claim, &y = *b.claim;
  if (x.polarity != y.polarity || !same_world(x.modality, y.modality)) return false;
  const auto number = kind.slot("number"), is = kind.slot("is");
  if (is) return score >= kPlain && crosscheck::agree(matcher_.relate_slot(a, b, *is)) && matcher_.likeness(a, b, *kind.slot("who")) > kHeadAlike;
  if (const auto tally = kind.slot("score")) return score >= kRareFigure && matcher_.relate_slot(a, b, *tally) == Relation::same;
  if (kind.name == kSpot) return score >= kPlain && x.where && y.where && crosscheck::agree(relate(*x.where, *y.where));
  if (!number) return score >= kPlain && x.when && y.when && crosscheck::agree(relate(*x.when, *y.when));
  const Relation r = matcher_.relate_slot(a, b, *number);
  if (!crosscheck::agree(r) || !same_measure(a, b, kind)) return false;
  const auto* q = std::get_if<Quantity>(&x.slot(*number)->value);
  const bool rare = r == Relation::same && q && q->low > kRare && std::fmod(q->low, 10) != 0;
  return score >= (rare ? kRareFigure : kPlain);
}

// People counted as dead here are not those counted as hurt there; where one does not say, it may be either.
bool Aligner::same_measure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const auto slot = kind.slot("measure");
  const SlotValue *x = slot ? a.claim->slot(*slot) : nullptr, *y = slot ? b.claim->slot(*slot) : nullptr;
  const auto *p = x ? std::get_if<Phrase>(&x->value) : nullptr, *q = y ? std::get_if<Phrase>(&y->value) : nullptr;
  return !p || !q || p->head == q->head || p->head == "-" || q->head == "-";
}

// All slots that both fill fit together, and one of them at least tells something.
bool Aligner::agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const {
  if (kind.loose) return loosely_agreeing(a, b, kind, score);
  // Two names for one thing: the surer the rest, the less they need be alike.
  constexpr double kLike = 0.75, kSureRest = 0.75;
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

// An amount is compared by what it counts; of money, shares and lengths the words around must tell.
double Aligner::figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  constexpr double kBareAmount = 0.6;
  const SlotValue *x = a.claim->slot(*kind.slot("number")), *y = b.claim->slot(*kind.slot("number"));
  const auto *p = std::get_if<Quantity>(&x->value), *q = std::get_if<Quantity>(&y->value);
  if (!p || !q) return 0;
  const double of = matcher_.likeness(a, b, *kind.slot("of"));
  const bool counts = p->dimension == "count" || q->dimension == "count" || p->dimension.empty() || q->dimension.empty();
  constexpr double kSameSubject = 0.75;
  if (!counts) return crossed(a, b, kind) >= kSameSubject ? 1 : of < 0 ? kBareAmount : std::max(of, 0.3);
  const double alike = matcher_.same_unit(*p, *q, ListId()) ? counted_alike(*a.claim, *b.claim) : 0;
  return std::max(alike, of);
}

// Who in one may be whom in the other: "a lorry hit the bus", "the bus was hit". The likest pair of their nouns.
double Aligner::crossed(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const auto who = kind.slot("who"), what = kind.slot("what");
  const auto alike = [&](std::uint32_t slot) {  // by their words or, a little less, by what WordNet knows of their heads
    const double words = matcher_.likeness(a, b, slot);
    return words < 0 ? words : std::max(words, 0.9 * near_words(*a.claim, *b.claim, slot));
  };
  const double straight = alike(*who);
  if (!what) return straight;
  const double other = alike(*what);
  if (straight < 0 || other < 0) return std::max(std::max(straight, other), kUnnamed);
  return (straight + other) / 2;
}

double Aligner::topic(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  if (!kind.loose) return noun(a, b, kind);
  return kind.slot("number") ? figure(a, b, kind) : crossed(a, b, kind);
}

// 6-4 3-6 7-6 and 6-4 3-6 7-5: one match, one set of it told otherwise.
bool Aligner::one_part_off(const Claim& a, const Claim& b, std::uint32_t slot) {
  const SlotValue *x = a.slot(slot), *y = b.slot(slot);
  const auto *p = x ? std::get_if<Score>(&x->value) : nullptr, *q = y ? std::get_if<Score>(&y->value) : nullptr;
  if (!p || !q || p->parts.size() < 2 || p->parts.size() != q->parts.size()) return false;
  std::size_t other = 0;
  for (std::size_t i = 0; i < p->parts.size(); ++i) other += p->parts[i] != q->parts[i] ? 1 : 0;
  return other == 1;
}

// The sort of a claim that a mention carries, within its story: same dimension and noun, same role; the same line of [choices].
std::string Aligner::sort_of(const Claim& claim, const ClaimKind& kind) const {
  std::string sort = kind.name;
  for (const SlotValue& slot : claim.slots) {
    const auto* q = std::get_if<Quantity>(&slot.value);
    const auto* choice = std::get_if<Choice>(&slot.value);
    if (q) sort += fmt::format("|{}|{}", q->dimension, q->dimension == "count" ? q->unit : "");
    if (choice && !kind.slot("does")) sort += fmt::format("|{}", choice->choice.value);
    const std::string& name = kind.slots[slot.slot].name;
    if (const auto* p = std::get_if<Phrase>(&slot.value); p && (name == "role" || name == "measure")) sort += '|' + p->head;
  }
  return sort;
}

// Does its story hold no other claim of its sort with another value?
bool Aligner::only_one(ClaimId id) const {
  const Claim& own = claim(id);
  const ClaimKind& kind = rulebook_[own.kind];
  const auto [it, fresh] = only_.try_emplace(id.value, true);
  if (!fresh) return it->second;
  const std::string sort = sort_of(own, kind);
  for (const Claim& other : stories_[claims_[id.index()].story.index()].claims.claims) {
    if (&other == &own || other.kind != own.kind || sort_of(other, kind) != sort) continue;
    const SlotValue *x = nullptr, *y = nullptr;
    if (const auto slot = kind.slot("number")) x = own.slot(*slot), y = other.slot(*slot);
    if (const auto slot = kind.slot("score")) x = own.slot(*slot), y = other.slot(*slot);
    if (x && y && relate(x->value, y->value) == Relation::same) continue;
    it->second = false;
    break;
  }
  return it->second;
}

// Reasons to doubt that two amounts are one: too little in common, or two known subjects.
std::string Aligner::doubt(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double verb_likeness, std::size_t words,
                           bool alone) const {
  if (!kind.loose) return {};
  const auto figures = kind.slot("number");
  const SlotValue *u = figures ? a.claim->slot(*figures) : nullptr, *v = figures ? b.claim->slot(*figures) : nullptr;
  const auto *m = u ? std::get_if<Quantity>(&u->value) : nullptr, *n = v ? std::get_if<Quantity>(&v->value) : nullptr;
  const bool same_noun = m && n && !m->unit.empty() && m->dimension == "count" && matcher_.same_unit(*m, *n, ListId());
  const bool slip = m && n && one_digit_off(m->low, n->low);
  const double alike = crossed(a, b, kind);
  const std::size_t needed = slip && alone ? 0 : verb_likeness >= 0.5 || same_noun || slip || alike >= 0.75 ? 1 : 2;
  if (words < needed) return "too few words in common";
  const auto who = kind.slot("who");
  if (who && matcher_.relate_slot(a, b, *who) == Relation::disjoint) return "said of two people";
  const auto long_ago = [](const Claim& claim) { return claim.when && claim.when->granularity >= Granularity::month; };
  if ((long_ago(*a.claim) && !b.claim->when) || (long_ago(*b.claim) && !a.claim->when)) return "one is of a month or a year, the other names no time";
  if (const auto tally = kind.slot("score")) return alone || one_part_off(*a.claim, *b.claim, *tally) ? std::string() : "one of several scores";
  if (kind.slot("is")) {
    constexpr double kSame = 0.7;
    const bool nobody = a.claim->polarity != b.claim->polarity && words >= 3;  // "seven were held", "nobody was held"
    return alike >= kSame || nobody ? std::string() : "not surely said of the same";
  }
  if (!kind.slot("number")) {
    if (kind.name == kSpot) return "places are told apart only in sentences that are nearly one";
    const auto saying = [&](const Claim& claim) {
      const SlotValue* role = claim.slot(*kind.slot("role"));
      const auto* p = role ? std::get_if<Phrase>(&role->value) : nullptr;
      return (p && p->head == kOfSaying) || (claim.when && claim.when->granularity > Granularity::month);
    };
    if (saying(*a.claim) || saying(*b.claim)) return "a time of saying, or a whole year";
    const bool thin = kind.slot("does") && says_little(*a.claim, kind);
    return thin && alike < 0.9 ? "a verb that says little" : std::string();
  }
  const SlotValue *x = a.claim->slot(*kind.slot("number")), *y = b.claim->slot(*kind.slot("number"));
  const auto *p = std::get_if<Quantity>(&x->value), *q = std::get_if<Quantity>(&y->value);
  if (!p || !q) return {};
  constexpr double kWhole = 100;
  if (p->dimension == "percent" && q->dimension == "percent" && p->low + q->low == kWhole) return "two shares of one whole";
  const bool counts = p->dimension == "count" || p->dimension.empty();
  const bool bare = p->unit.empty() || q->unit.empty();
  if (p->approx && q->approx) return "two estimates";
  if (slip) return {};
  const double ratio = std::min(p->low * p->factor, q->low * q->factor) / std::max(p->low * p->factor, q->low * q->factor);
  if (ratio < 0.5 && !counts && alike < 0.7) return "too far apart for one thing told so differently";
  if (counts && !alone && verb_likeness < 0.5 && alike < kHeadAlike) return "neither verb nor noun in common";
  if (counts && bare) return "a figure that says not what it counts";
  if (!counts && verb_likeness < 0.5 && alike < kHeadAlike && matcher_.likeness(a, b, *kind.slot("of")) < kHeadAlike)
    return "neither verb nor noun in common";
  return narrower_noun(a, b, kind) ? "one may be part of the other" : std::string();
}

// "231 charter flights" may be part of "598 flights".
bool Aligner::narrower_noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const auto slot = kind.slot("of");
  const SlotValue *x = a.claim->slot(*slot), *y = b.claim->slot(*slot);
  const auto *p = x ? std::get_if<Phrase>(&x->value) : nullptr, *q = y ? std::get_if<Phrase>(&y->value) : nullptr;
  if (!p || !q || p->lemmas.size() == q->lemmas.size()) return false;
  const Phrase &less = p->lemmas.size() < q->lemmas.size() ? *p : *q, &more = p->lemmas.size() < q->lemmas.size() ? *q : *p;
  return less.head == more.head && less.lemmas.size() == 1;
}

bool Aligner::says_little(const Claim& claim, const ClaimKind& kind) const {
  if (!thin_.valid()) return false;
  const auto does = kind.slot("does");
  for (const SlotValue& slot : claim.slots) {
    const auto* verb = slot.slot == *does ? std::get_if<Phrase>(&slot.value) : nullptr;
    if (!verb) continue;
    for (const WordEntry& entry : rulebook_[thin_].entries)
      if (entry.text == verb->head) return true;
  }
  return false;
}

Comparison Aligner::compare(ClaimId a, ClaimId b) {
  const ClaimView x = view(a), y = view(b);
  const ClaimKind& kind = rulebook_[x.claim->kind];
  Comparison c;
  c.a = a;
  c.b = b;
  const Contexts::Shared shared = contexts_.overlap(*x.claim, *y.claim, kind.loose);
  const double context = std::min(1.0, kContextGain * shared.part), verb_likeness = verb(x, y, kind);
  c.score = kNoun * topic(x, y, kind) + kVerb * verb_likeness + kContext * context + closeness(*x.claim, *y.claim);
  const Contexts::Shared whole = kind.loose ? contexts_.overlap(*x.claim, *y.claim, false) : Contexts::Shared{};
  constexpr double kTwin = 0.75;
  constexpr std::size_t kTwinWords = 4;
  c.twin = whole.part >= kTwin && whole.words >= kTwinWords;
  if (c.twin) c.score = std::max(c.score, kSameThing) + kTwinBonus * whole.part;
  const bool alone = kind.loose && only_one(a) && only_one(b);
  if (alone) c.score += kOnlyOne;
  c.score = std::clamp(c.score, 0.0, 1.0);
  c.polarity_differs = x.claim->polarity != y.claim->polarity;
  Excuses excuses = find_excuses(x, story(a), y, story(b), matcher_, kind);
  c.excuses = excuses.set;
  c.reason = std::move(excuses.reason);
  c.agree = c.score >= kSameClaim && agreeing(x, y, kind, c.score);
  if (std::string why = doubt(x, y, kind, verb_likeness, shared.words, alone); !why.empty() && !c.agree && !c.twin) {
    c.excuses = static_cast<ExcuseSet>(c.excuses | static_cast<ExcuseSet>(Excuse::unsure));
    c.reason = std::move(why);
  }
  if (only_nested(x, y, kind)) nested_.insert((std::uint64_t{a.value} << 32) | b.value);
  return c;
}

// The other has the same value. Days and places stand in many sentences: only that of a sentence which is nearly the same
// counts.
bool Aligner::echoes(const Claim& x, const Claim& y, const ClaimView& a, const ClaimView& b, const ClaimKind& kind, bool twin) const {
  if (const auto number = kind.slot("number")) return matcher_.relate_slot(a, b, *number) == Relation::same;
  if (!twin || kind.slot("is") || kind.slot("score")) return false;
  if (kind.name == kSpot) return x.where && y.where && relate(*x.where, *y.where) != Relation::disjoint;
  return x.when && y.when && relate(*x.when, *y.when) != Relation::disjoint;
}

// A story that has the figure of the other as well tells the two apart: 312 flights today, 870 in three days.
void Aligner::doubt_echoes(std::vector<Comparison>& all) const {
  std::unordered_set<std::uint64_t> echoed;  // claim and story
  const auto key = [&](ClaimId from, ClaimId to) { return (std::uint64_t{from.value} << 32) | claims_[to.index()].story.value; };
  for (const Comparison& c : all) {
    const ClaimKind& kind = rulebook_[claim(c.a).kind];
    if (!kind.loose || !echoes(claim(c.a), claim(c.b), view(c.a), view(c.b), kind, c.twin)) continue;
    echoed.insert(key(c.a, c.b));
    echoed.insert(key(c.b, c.a));
  }
  for (Comparison& c : all) {
    if (c.agree || (echoed.count(key(c.a, c.b)) == 0 && echoed.count(key(c.b, c.a)) == 0)) continue;
    if (c.excuses == 0) c.reason = "the other story has this figure too";
    c.excuses = static_cast<ExcuseSet>(c.excuses | static_cast<ExcuseSet>(Excuse::unsure));
  }
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
                              const SlotMatcher& matcher, const Rulebook& rulebook, const Language* language,
                              Occasions& occasions) {
  return Aligner(stories, claims, matcher, rulebook, language).run(occasions);
}

}  // namespace crosscheck
