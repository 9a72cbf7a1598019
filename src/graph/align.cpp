#include "graph/align.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/candidates.h"
#include "graph/contexts.h"
#include "graph/excuses.h"
#include "graph/loose.h"

namespace crosscheck {
namespace {

constexpr double kKeep = 0.05;  // pairs below are forgotten
constexpr double kAgreementBonus = 0.08, kExcuseMalus = 0.12, kNestedMalus = 0.05;
constexpr double kNoun = 0.35, kVerb = 0.20, kContext = 0.45, kContextGain = 1.6;
constexpr double kTwinBonus = 0.3;   // two sentences that are nearly one
constexpr double kOnePartOff = 0.2;  // a score of several parts of which one is told otherwise
constexpr double kLikeVerb = 0.8;    // two verbs of one list
constexpr double kNearWord = 0.9;    // a word of the same meaning, for a happening
constexpr double kOnlyOne = 0.1;     // each is the only one of its sort in its story
constexpr double kUnnamed = 0.3;  // a slot that only one of the two fills

bool slip(const Claim& a, const Claim& b) {
  for (const SlotValue& x : a.slots) {
    const auto* p = std::get_if<Quantity>(&x.value);
    const SlotValue* other = p ? b.slot(x.slot) : nullptr;
    const auto* q = other ? std::get_if<Quantity>(&other->value) : nullptr;
    if (p && q && p->dimension == q->dimension && slipped(*p, *q)) return true;
  }
  return false;
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
    if (slipped(*p, *q)) return 0.25;
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
      : stories_(stories), claims_(claims), matcher_(matcher), rulebook_(rulebook), contexts_(stories, language), loose_(stories, matcher, rulebook, language), answers_(rulebook.kinds.size()) {
    for (const Check& check : rulebook.checks)
      for (const SlotPath& path : check.slots)
        for (const KindId kind : check.claims)
          if (const auto slot = path.part == "other" ? rulebook[kind].slot(path.slot) : std::nullopt) answers_[kind.index()] |= 1U << *slot;
  }

  std::vector<Comparison> run(const std::vector<TwinSentences>& twins) {
    std::vector<Comparison> all;
    for (const auto& [a, b] : candidates(stories_, claims_, rulebook_)) {
      Comparison c = compare(a, b);
      if (c.agree || c.score >= kKeep) all.push_back(std::move(c));
    }
    add_twins(twins, all);
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
  void add_twins(const std::vector<TwinSentences>& twins, std::vector<Comparison>& all) const;
  double topic(const ClaimView& a, const ClaimView& b, const ClaimKind& kind);
  double noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool denied(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double verb_likeness) const;
  double verb(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const;
  bool one_diary(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool same_figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool only_nested(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  void doubt_echoes(std::vector<Comparison>& all) const;
  void mark_best(std::vector<Comparison>& all) const;
  double rank(const Comparison& c) const {
    const bool nested = nested_.count((std::uint64_t{c.a.value} << 32) | c.b.value) != 0;
    const bool apart = c.excuses != 0 || loose_.other_role(claim(c.a), claim(c.b));
    return c.score + (nested ? -kNestedMalus : c.agree ? kAgreementBonus : apart ? -kExcuseMalus : 0);
  }

  const std::vector<AnalysedStory>& stories_;
  const std::vector<GraphClaim>& claims_;
  const SlotMatcher& matcher_;
  const Rulebook& rulebook_;
  Contexts contexts_;
  LooseMatch loose_;
  std::vector<std::uint32_t> answers_;  // per kind the slots of which a check asks `.other`: what is said, not what it is said of
  std::unordered_set<std::uint64_t> nested_;  // pairs whose words of [choices] are wider and narrower
};

// What both are about. A kind without such slots ("how many died") is about the same by being of one kind.
double Aligner::noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  double sum = 0;
  std::size_t named = 0, declared = 0;
  const std::uint32_t answers = answers_[a.claim->kind.index()];
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
    const SlotType type = kind.slots[slot].type;
    if (type == SlotType::quote) {  // words spoken are their own subject
      const Relation r = matcher_.relate_slot(a, b, slot);
      ++declared, ++named;
      sum += r == Relation::not_comparable ? 0 : r == Relation::overlapping ? 0.5 : 1;
      continue;
    }
    if (!tells_identity(type) || (answers & (1U << slot)) != 0) continue;
    ++declared;
    double like = matcher_.likeness(a, b, slot);
    if (like < 0) continue;
    if (type == SlotType::happening) like = std::max(like, kNearWord * loose_.near_words(*a.claim, *b.claim, slot));
    ++named;
    sum += like;
  }
  if (declared == 0 || of_one_name(kind)) return counted_alike(*a.claim, *b.claim);
  return named == 0 ? kUnnamed : sum / static_cast<double>(named);
}

// "Nobody has been detained", "two drivers are being held": plain clauses of one verb, not at odds in what else they say.
bool Aligner::denied(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double verb_likeness) const {
  if (kind.loose || !kind.ready_made || !kind.slot("does") || verb_likeness < kLikeVerb || !loose_.denied_of_all(*a.claim, *b.claim, kind)) return false;
  const auto what = kind.slot("what");
  if (what && (a.claim->slot(*what) || b.claim->slot(*what)) && matcher_.likeness(a, b, *what) < kHeadAlike) return false;
  return !says_little(*a.claim, kind, rulebook_) && !says_little(*b.claim, kind, rulebook_);
}

// What happened. A kind made by patterns is one verb; of plain clauses the verb is a slot.
double Aligner::verb(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const auto does = kind.ready_made ? kind.slot("does") : std::nullopt;
  if (!does) return 1;
  const Relation r = matcher_.relate_slot(a, b, *does);
  if (agree(r)) return 1;
  if (r == Relation::disjoint || r == Relation::overlapping || loose_.share_list(*a.claim, *b.claim, *does)) return 0.8;
  return std::max(loose_.near_words(*a.claim, *b.claim, *does), matcher_.likeness(a, b, *does));
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

// "Left" fits "resigned" and "dismissed" alike, "Lund" any spelling of "Anna": a poorer partner than either.
bool Aligner::only_nested(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
    const SlotValue *x = kind.ready_made ? a.claim->slot(slot) : nullptr, *y = x ? b.claim->slot(slot) : nullptr;
    const auto *p = x ? std::get_if<Name>(&x->value) : nullptr, *q = y ? std::get_if<Name>(&y->value) : nullptr;
    if (p && q && kind.slots.size() == 1 && p->key.size() != q->key.size() && std::count(p->key.begin(), p->key.end(), ' ') != std::count(q->key.begin(), q->key.end(), ' ')) return true;
    if (kind.slots[slot].type != SlotType::choice) continue;
    const Relation r = matcher_.relate_slot(a, b, slot);
    if (r == Relation::narrower || r == Relation::wider) return true;
  }
  return false;
}

// All slots that both fill fit together, and one of them at least tells something.
bool Aligner::agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const {
  if (kind.loose) return loose_.agreeing(a, b, kind, score);
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

double Aligner::topic(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) {
  return kind.loose ? loose_.topic(a, b, kind) : noun(a, b, kind);
}

Comparison Aligner::compare(ClaimId a, ClaimId b) {
  const ClaimView x = view(a), y = view(b);
  const ClaimKind& kind = rulebook_[x.claim->kind];
  Comparison c;
  c.a = a;
  c.b = b;
  const Contexts::Shared shared = contexts_.overlap(*x.claim, *y.claim, kind.loose);
  const double context = c.context = std::min(1.0, kContextGain * shared.part), verb_likeness = verb(x, y, kind);
  c.score = kNoun * topic(x, y, kind) + kVerb * verb_likeness + kContext * context + closeness(*x.claim, *y.claim);
  const Contexts::Shared whole = kind.loose ? contexts_.overlap(*x.claim, *y.claim, false) : Contexts::Shared{};
  constexpr double kTwin = 0.75;
  constexpr std::size_t kTwinWords = 4;
  c.twin = whole.part >= kTwin && whole.words >= kTwinWords;
  if (c.twin) c.score = std::max(c.score, kSameThing) + kTwinBonus * whole.part;
  const bool alone = c.alone = loose_.only_one(*x.claim) && loose_.only_one(*y.claim);
  if (alone && kind.loose) c.score += kOnlyOne;
  // What two stories of one event say of one day or hour alone is of one thing, where a little else speaks for it. Who was
  // missed on Monday and found on Wednesday is one, but no happening.
  constexpr std::size_t kSomeWords = 3, kManyWords = 4;
  const bool one_verb = kind.loose && shared.words > 0 && verb_likeness >= 0.5;
  const bool one_subject = kind.loose && shared.words > 0 && !one_verb && loose_.topic(x, y, kind) >= kHeadAlike;
  const auto enough = [&](std::size_t words, bool of_subject) { return one_verb || (of_subject && one_subject) || (kind.loose && shared.words >= words); };
  c.by_itself = loose_.one_hour(*x.claim, *y.claim, enough(kManyWords, true)) ||
                (enough(kSomeWords, loose_.lies_ahead(*x.claim)) && loose_.one_date(*x.claim, *y.claim)) || loose_.other_month(*x.claim, *y.claim) || denied(x, y, kind, verb_likeness);
  if (c.by_itself) c.score = std::max(c.score, kSameThing);
  if (const auto tally = kind.loose ? kind.slot("score") : std::nullopt; tally && loose_.one_part_off(*x.claim, *y.claim, *tally)) c.score += kOnePartOff;
  c.score = std::clamp(c.score, 0.0, 1.0);
  c.polarity_differs = x.claim->polarity != y.claim->polarity;
  Excuses excuses = find_excuses(x, story(a), y, story(b), matcher_, kind);
  c.excuses = excuses.set;
  c.reason = std::move(excuses.reason);
  c.agree = (kind.loose || c.score >= kSameClaim) && agreeing(x, y, kind, c.score);
  std::string why;
  if (kind.loose && !c.agree && !c.twin) why = loose_.doubt(x, y, kind, {verb_likeness, shared.words, c.score, alone, c.by_itself});
  if (!why.empty()) {
    c.excuses = static_cast<ExcuseSet>(c.excuses | static_cast<ExcuseSet>(Excuse::unsure));
    c.reason = std::move(why);
  }
  // A figure or an hour whose digits have slipped is one, in whatever world the two put it.
  if ((alone && slip(*x.claim, *y.claim)) || (kind.loose && c.by_itself)) c.excuses = static_cast<ExcuseSet>(c.excuses & ~static_cast<ExcuseSet>(Excuse::world));
  if (has(c.excuses, Excuse::world) && one_diary(x, y, kind)) c.excuses = static_cast<ExcuseSet>(c.excuses & ~static_cast<ExcuseSet>(Excuse::world));
  c.figures_apart = kind.loose && kind.slot("number") && loose_.relate_figures(x, y, kind) == Relation::disjoint;
  if (only_nested(x, y, kind)) nested_.insert((std::uint64_t{a.value} << 32) | b.value);
  return c;
}

// "The fair opens", "the fair will open"; "nine routes are being added", "will be added": of what is on the programme the one
// tells as the other does, but a price that is and one that will be are two.
bool Aligner::one_diary(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const {
  const bool planned = a.claim->modality == Modality::planned, other = b.claim->modality == Modality::planned;
  if (planned == other || kind.slot("is")) return false;  // what is open may be about to close
  const Claim& now = planned ? *b.claim : *a.claim;
  if (now.modality != Modality::actual) return false;
  const std::vector<Clause>& clauses = stories_[now.story.index()].syntax.clauses;
  if (now.clause >= clauses.size()) return false;
  const VerbGroup& verb = clauses[now.clause].verb;
  if (verb.tense != Tense::present || verb.perfect || !verb.finite) return false;
  for (const SlotValue& slot : now.slots)
    if (const auto* q = std::get_if<Quantity>(&slot.value); q && !verb.progressive && kind.loose && q->dimension != "count") return false;
  return true;
}

// Sentences that are one but for a few words are found by themselves. What stories of two days say in short sentences
// ("Shares closed lower") may be of two days, and figures move.
void Aligner::add_twins(const std::vector<TwinSentences>& twins, std::vector<Comparison>& all) const {
  constexpr std::size_t kTelling = 10;  // words
  std::unordered_map<std::uint64_t, ClaimId> claim_of;
  const auto key = [](StoryId story, std::uint32_t sentence) { return (std::uint64_t{story.value} << 32) | sentence; };
  if (twins.empty()) return;
  for (std::size_t i = 0; i < claims_.size(); ++i)
    if (const Claim& c = claim(ClaimId(i)); rulebook_[c.kind].name == kWordingKind) claim_of[key(claims_[i].story, c.sentence)] = ClaimId(i);
  for (std::uint32_t t = 0; t < twins.size(); ++t) {
    const auto x = claim_of.find(key(twins[t].a, twins[t].sentence_a)), y = claim_of.find(key(twins[t].b, twins[t].sentence_b));
    if (x == claim_of.end() || y == claim_of.end()) continue;
    Comparison c;
    c.a = x->second;
    c.b = y->second;
    c.score = std::max(kSameThing, twins[t].likeness);
    c.twin = true;
    c.twins = t;
    const auto &p = story(c.a).published, &q = story(c.b).published;
    const auto& differences = twins[t].differences;
    const bool moves = std::any_of(differences.begin(), differences.end(), [](const Difference& d) { return d.contrast == Contrast::figure; });
    if (p && q && (moves || twins[t].words < kTelling) && relate(*p, *q) == Relation::disjoint) {
      c.excuses = static_cast<ExcuseSet>(Excuse::time);
      c.reason = "short sentences of two days";
    }
    all.push_back(std::move(c));
  }
}

// A story that has the figure of the other as well tells the two apart: 312 flights today, 870 in three days.
void Aligner::doubt_echoes(std::vector<Comparison>& all) const {
  std::unordered_set<std::uint64_t> echoed;  // claim and story
  const auto key = [&](ClaimId from, ClaimId to) { return (std::uint64_t{from.value} << 32) | claims_[to.index()].story.value; };
  for (const Comparison& c : all) {
    const ClaimKind& kind = rulebook_[claim(c.a).kind];
    if (!kind.loose || !loose_.echoes(view(c.a), view(c.b), kind, c.twin)) continue;
    echoed.insert(key(c.a, c.b));
    echoed.insert(key(c.b, c.a));
  }
  for (Comparison& c : all) {
    if (c.agree || (echoed.count(key(c.a, c.b)) == 0 && echoed.count(key(c.b, c.a)) == 0)) continue;
    if (c.excuses == 0) c.reason = "the other story has this figure too";
    c.excuses = static_cast<ExcuseSet>(c.excuses | static_cast<ExcuseSet>(Excuse::unsure));
  }
}

// For each claim and each other story the partner of highest rank; of equals the one that stands first there. A headline
// that says what stands below it is no rival of that.
void Aligner::mark_best(std::vector<Comparison>& all) const {
  std::unordered_set<std::uint64_t> repeats;  // two claims of one story
  const auto both = [](ClaimId x, ClaimId y) { return (std::uint64_t{std::min(x, y).value} << 32) | std::max(x, y).value; };
  for (const Comparison& c : all)
    if (c.agree && claims_[c.a.index()].story == claims_[c.b.index()].story) repeats.insert(both(c.a, c.b));
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
  const auto best_of = [&](ClaimId from, ClaimId to) {
    const Comparison& other = all[best.at(key(from, to)).second];
    const ClaimId partner = other.a == from ? other.b : other.a;
    return partner == to || repeats.count(both(partner, to)) != 0;
  };
  for (Comparison& c : all) c.best = best_of(c.a, c.b) && best_of(c.b, c.a);
}

}  // namespace

std::vector<Comparison> align(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims,
                              const std::vector<TwinSentences>& twins, const SlotMatcher& matcher, const Rulebook& rulebook, const Language* language) {
  return Aligner(stories, claims, matcher, rulebook, language).run(twins);
}

}  // namespace crosscheck
