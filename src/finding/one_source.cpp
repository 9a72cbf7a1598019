// What only one independent source has: outlets that credit or copy one another are one. Nearly everything in a story
// stands there alone, so the list is ranked and short; the weights are data ([figures.ranking] in rules).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "claim/names.h"
#include "finding/message.h"
#include "finding/sentence_worth.h"
#include "finding/shapes.h"

namespace crosscheck {
namespace {

constexpr std::string_view kNameKind = "name";  // ready-made: that a name stands in a story is no news

bool has_quote(const ClaimKind& kind) {
  return std::any_of(kind.slots.begin(), kind.slots.end(), [](const SlotDeclaration& s) { return s.type == SlotType::quote; });
}

class Ranking {
 public:
  explicit Ranking(const Pile& pile) : pile_(pile), weights_(pile.rulebook), worth_(pile, weights_) {
    partly_.resize(pile.graph.claims.size());
    closer_.resize(pile.graph.claims.size());
    for (const Comparison& c : pile.graph.comparisons) {
      if (!c.agree || pile.node(c.a).story == pile.node(c.b).story) continue;
      partly_[c.a.index()] = partly_[c.b.index()] = true;
      if (closer(pile.claim(c.a), pile.claim(c.b))) closer_[c.a.index()] = true;
      if (closer(pile.claim(c.b), pile.claim(c.a))) closer_[c.b.index()] = true;
    }
  }

  double of(const Proposition& p, const std::vector<ClaimId>& carriers) {
    const ClaimKind& kind = pile_.rulebook[p.kind];
    const Claim& claim = pile_.claim(carriers.front());
    double rank = weights_["kind weight"] * kind.weight + (kind.ready_made ? weights_["ready-made kind"] : 0);
    rank += weights_[to_string(pile_.grade(carriers.front()))] + weights_[to_string(claim.modality)];
    // Two outlets may both have a clause ("the talks followed") and mean nothing by it.
    if (carriers.size() > 1 && (!kind.ready_made || has_quote(kind)))
      rank += weights_["several outlets"] + weights_["each further outlet"] * static_cast<double>(carriers.size() - 2);
    rank += details(claim);
    double worth = 0;
    for (const ClaimId id : carriers) worth = std::max(worth, worth_.of(id));
    rank += worth;
    if (spoken_in_public(p, carriers)) rank += weights_["one speaker in several outlets"];
    const bool partly = std::any_of(carriers.begin(), carriers.end(), [&](ClaimId id) { return partly_[id.index()]; });
    if (partly && carriers.size() == 1) rank += weights_[closer_place(p) ? "closer place" : "partly borne out"];
    if (one_word(claim)) rank += weights_["one word quoted"];
    if (claim.polarity == Polarity::negated) rank += weights_["negated"];
    if (claim.headline) rank += weights_["headline"];
    rank += weights_["kind " + kind.name];
    if (kind.ready_made && carriers.size() > 1 && has_speaker(claim, kind)) rank += weights_["quote with its speaker"];
    return rank;
  }
  double operator[](std::string_view name) const { return weights_[name]; }

 private:
  // Figures, days, places and people can be checked.
  double details(const Claim& claim) const {
    double rank = 0;
    std::set<std::uint32_t> people;
    for (const SlotValue& slot : claim.slots) {
      if (const auto* q = std::get_if<Quantity>(&slot.value)) rank += weights_[q->vague ? "vague figure" : "figure"];
      if (std::holds_alternative<Choice>(slot.value)) rank += weights_["outcome"];
      if (slot.entity != kNone) people.insert(slot.entity);
    }
    if (claim.where) rank += weights_["place"];
    if (claim.when) rank += weights_["day"];
    return rank + weights_["name"] * static_cast<double>(std::min<std::size_t>(2, people.size()));
  }
  // A town where the others have the country: nobody else has the town.
  static bool closer(const Claim& own, const Claim& other) {
    return own.where && other.where && relate(*own.where, *other.where) == Relation::narrower;
  }
  bool closer_place(const Proposition& p) const {
    return std::any_of(p.claims.begin(), p.claims.end(), [&](ClaimId id) { return closer_[id.index()]; });
  }
  static bool one_word(const Claim& claim) {
    return std::any_of(claim.slots.begin(), claim.slots.end(), [](const SlotValue& slot) {
      const auto* words = std::get_if<QuotedWords>(&slot.value);
      return words && words->words.size() < 2;
    });
  }
  static bool has_speaker(const Claim& claim, const ClaimKind& kind) {
    const auto slot = kind.slot("speaker");
    return slot && claim.slot(*slot) != nullptr;
  }
  // One person's words that outlets of several lineages carry: many heard them.
  bool spoken_in_public(const Proposition& p, const std::vector<ClaimId>& carriers) const {
    if (carriers.size() < 2 || !p.sole_origin.valid()) return false;
    const SourceKind kind = pile_.graph.sources[p.sole_origin.index()].kind;
    return kind == SourceKind::person || kind == SourceKind::group;
  }

  const Pile& pile_;
  Weights weights_;
  SentenceWorth worth_;
  std::vector<bool> partly_, closer_;  // by claim: agrees with another story; in a place inside that story's
};

// The shortest claim of each story.
std::vector<ClaimId> carriers_of(const Pile& pile, const Proposition& p) {
  std::map<StoryId, ClaimId> best;
  std::vector<ClaimId> claims = p.claims;
  for (const ClaimId id : p.more)
    if (std::none_of(p.claims.begin(), p.claims.end(),
                     [&](ClaimId own) { return pile.node(own).story == pile.node(id).story; }))
      claims.push_back(id);
  for (const ClaimId id : claims) {
    const auto [it, fresh] = best.try_emplace(pile.node(id).story, id);
    const bool better =
        pile.claim(it->second).headline
            ? !pile.claim(id).headline
            : !pile.claim(id).headline && pile.claim(id).span.size() < pile.claim(it->second).span.size();
    if (!fresh && better) it->second = id;
  }
  std::vector<ClaimId> out;
  for (const auto& [story, id] : best) out.push_back(id);
  // The one that says most speaks for all, whichever story was read first.
  const auto key = [&](ClaimId id) {
    const Claim& claim = pile.claim(id);
    return std::make_tuple(claim.headline, -static_cast<int>(claim.slots.size()), claim.span.size(),
                           pile.words(claim.span), pile.story(id).path);
  };
  std::sort(out.begin(), out.end(), [&](ClaimId a, ClaimId b) { return key(a) < key(b); });
  return out;
}

std::string credit(const Pile& pile, const Proposition& p, ClaimId id) {
  if (const auto& credited = pile.node(id).credited; !credited.empty()) return ", from " + pile.source_name(credited.front());
  if (p.sole_origin.valid()) return ", from " + pile.source_name(p.sole_origin);
  switch (pile.grade(id)) {
    case SourceGrade::nobody: return ", with no source named";
    case SourceGrade::anonymous:
    case SourceGrade::several: return ", from people it does not name";
    default: return {};
  }
}

// The claim's words in quotation marks, its own or ours; of a clause, which alone says little ("declined"), the sentence's.
std::string quoted_words(const Pile& pile, ClaimId id) {
  const Story& story = pile.story(id);
  const Claim& claim = pile.claim(id);
  Span span = claim.span;
  if (pile.kind(id).ready_made && !has_quote(pile.kind(id))) {
    const Sentence& s = story.sentences[claim.sentence];
    span = story.span(s.first, s.last);
  }
  const std::string words = clipped(pile.words(span));
  constexpr std::string_view kOpening[] = {"\"", "“", "‘", "'", "«"};
  const bool marked = std::any_of(std::begin(kOpening), std::end(kOpening), [&](std::string_view m) { return words.starts_with(m); });
  return marked ? words : "“" + words + "”";
}

std::string message_of(const Pile& pile, const Check& check, const Proposition& p,
                       const std::vector<ClaimId>& carriers) {
  MessageParts parts;
  parts.a = carriers.front();
  std::vector<std::string> outlets;
  for (const ClaimId id : carriers)
    if (std::string name = pile.outlet(id); std::find(outlets.begin(), outlets.end(), name) == outlets.end())
      outlets.push_back(std::move(name));
  std::sort(outlets.begin(), outlets.end());
  parts.outlets = listed(outlets);
  parts.origin = p.sole_origin.valid() ? pile.source_name(p.sole_origin) : outlets.front();
  if (!check.message.empty()) return fill_message(pile, check.message, parts);
  const std::string text = quoted_words(pile, carriers.front());
  if (outlets.size() == 1)
    return fmt::format("Only {} has {}{}", parts.outlets, text, credit(pile, p, carriers.front()));
  return fmt::format("{} {} have {} from one source{}: {}", parts.outlets, outlets.size() == 2 ? "both" : "all", text, p.inferred ? ", probably" : "",
                     parts.origin);
}

// Clauses whose words a claim of some kind has taken apart already: the kind's claim speaks for them.
class Facts {
 public:
  explicit Facts(const Pile& pile) : pile_(pile) {
    for (std::size_t i = 0; i < pile.graph.claims.size(); ++i) {
      const ClaimId id(i);
      if (!pile.kind(id).ready_made)
        of_sentence_[{pile.node(id).story, pile.claim(id).sentence}].push_back(pile.claim(id).span);
    }
  }
  bool tell(ClaimId id) const {
    if (!pile_.kind(id).ready_made || !pile_.kind(id).slot("does")) return false;
    const auto it = of_sentence_.find({pile_.node(id).story, pile_.claim(id).sentence});
    const Span own = pile_.claim(id).span;
    return it != of_sentence_.end() &&
           std::any_of(it->second.begin(), it->second.end(), [&](const Span& s) { return s.overlaps(own); });
  }

 private:
  const Pile& pile_;
  std::map<std::pair<StoryId, std::uint32_t>, std::vector<Span>> of_sentence_;
};

struct Candidate {
  const Proposition* proposition = nullptr;
  std::vector<ClaimId> carriers;
  double rank = 0;
};

bool said_as(const Pile& pile, const Check& check, const std::vector<ClaimId>& carriers);

// What quotes of several stories are told apart by: their stories and their origin. Empty for other claims.
std::string family_of(const Pile& pile, const Candidate& c) {
  if (c.carriers.size() < 2 || !pile.rulebook[c.proposition->kind].ready_made) return {};
  std::string key = fmt::format("{}:{}", c.proposition->kind.value, c.proposition->sole_origin.value);
  std::set<StoryId> in;
  for (const ClaimId id : c.carriers) in.insert(pile.node(id).story);
  for (const StoryId story : in) key += fmt::format(":{}", story.value);
  return key;
}

void join_family(const Pile& pile, const Candidate& c, Finding& into) {
  constexpr std::size_t kMostClaims = 12, kMostInMessage = 3;
  const std::size_t stories = c.carriers.size(), told = into.claims.size() / stories;
  if (into.claims.size() + stories > kMostClaims) return;
  if (told < kMostInMessage)
    into.message += ", also " + quoted_words(pile, c.carriers.front());
  for (const ClaimId id : c.carriers) {
    into.claims.push_back(id);
    into.evidence.push_back(pile.claim(id).span);
  }
}

// What stands in one sentence and is credited alike is one finding: its strongest claim speaks, the others are evidence
// too.
std::vector<Draft> drafts_of(const Pile& pile, CheckId id, const std::vector<Candidate>& candidates) {
  constexpr std::size_t kMostInSentence = 12, kMostEvidence = 8;
  const Check& check = pile.rulebook[id];
  const auto key = [&](const Candidate& c) {
    const ClaimId front = c.carriers.front();
    return std::make_tuple(-std::llround(c.rank * 1e6), pile.story(front).path, pile.claim(front).span.begin,
                           pile.claim(front).span.end, pile.kind(front).name);
  };
  std::vector<std::pair<decltype(key(candidates.front())), const Candidate*>> sorted;
  for (const Candidate& c : candidates) sorted.emplace_back(key(c), &c);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<Draft> drafts;
  std::map<std::pair<StoryId, std::uint32_t>, std::size_t> by_sentence;
  std::map<std::string, std::size_t> by_family;
  std::set<std::pair<StoryId, std::uint32_t>> told;
  for (const auto& [order, candidate] : sorted) {
    const Candidate& c = *candidate;
    const ClaimId first = c.carriers.front();
    const std::pair<StoryId, std::uint32_t> sentence{pile.node(first).story, pile.claim(first).sentence};
    const auto known = by_sentence.find(sentence);
    if (c.carriers.size() == 1 && known != by_sentence.end() && drafts[known->second].finding.claims.size() < kMostInSentence) {
      Finding& f = drafts[known->second].finding;
      f.claims.push_back(first);
      const Span span = pile.claim(first).span;
      const bool covered = std::any_of(f.evidence.begin(), f.evidence.end(),
                                       [&](const Span& s) { return s.contains(span) || span.contains(s); });
      if (!covered && f.evidence.size() < kMostEvidence) f.evidence.push_back(span);
      continue;
    }
    // A clause that several stories have, in sentences of which each is told of already, adds nothing.
    const ClaimKind& kind = pile.kind(first);
    if (kind.ready_made && !has_quote(kind) && std::all_of(c.carriers.begin(), c.carriers.end(), [&](ClaimId carrier) {
          return told.count({pile.node(carrier).story, pile.claim(carrier).sentence}) != 0;
        }))
      continue;
    // Quotes that the same stories have from the same origin are one finding as well.
    const std::string quotes = family_of(pile, c);
    if (const auto family = by_family.find(quotes); !quotes.empty() && family != by_family.end()) {
      join_family(pile, c, drafts[family->second].finding);
      continue;
    }
    if (!quotes.empty()) by_family.emplace(quotes, drafts.size());
    Draft draft;
    draft.a = first;
    draft.finding = start_finding(check, id);
    draft.finding.rank = c.rank;
    draft.finding.message = message_of(pile, check, *c.proposition, c.carriers);
    std::vector<SlotPath> paths;
    for (const SlotDeclaration& slot : pile.kind(first).slots) paths.push_back({slot.name, "", false});
    draft.finding.fingerprint = fingerprint(pile, check, first, ClaimId(), paths);
    draft.finding.claims = c.carriers;
    for (const ClaimId carrier : c.carriers) draft.finding.evidence.push_back(pile.claim(carrier).span);
    for (const ClaimId carrier : c.carriers) told.insert({pile.node(carrier).story, pile.claim(carrier).sentence});
    if (c.carriers.size() == 1) by_sentence.emplace(sentence, drafts.size());
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

bool said_as(const Pile& pile, const Check& check, const std::vector<ClaimId>& carriers) {
  if (check.said_by.empty()) return true;
  return std::any_of(carriers.begin(), carriers.end(), [&](ClaimId id) {
    return std::find(check.said_by.begin(), check.said_by.end(), to_string(pile.grade(id))) != check.said_by.end();
  });
}

// What a short version says is no source of its own.
bool in_summaries(const Pile& pile, const std::vector<ClaimId>& carriers) {
  return std::all_of(carriers.begin(), carriers.end(), [&](ClaimId id) { return pile.whole[pile.node(id).story.index()].valid(); });
}

}  // namespace

std::vector<Draft> find_one_source(const Pile& pile, CheckId id, const std::vector<ClaimId>& reported) {
  const Check& check = pile.rulebook[id];
  std::set<SourceId> outlets(pile.graph.story_source.begin(), pile.graph.story_source.end());
  if (outlets.size() < 2) return {};  // where one outlet is read everything has one source
  Ranking ranking(pile);
  const std::set<ClaimId> shown(reported.begin(), reported.end());
  const Facts facts(pile);
  std::vector<Candidate> candidates;
  for (const Proposition& p : pile.graph.propositions) {
    if (p.independent_sources > 1 || !pile.looks_at(check, p.claims.front()) || pile.rulebook[p.kind].name == kNameKind ||
        pile.rulebook[p.kind].loose || pile.rulebook[p.kind].weight == 0)
      continue;
    Candidate c{&p, carriers_of(pile, p), 0};
    if (!said_as(pile, check, c.carriers) || facts.tell(c.carriers.front()) || in_summaries(pile, c.carriers)) continue;
    const bool known =
        std::any_of(p.claims.begin(), p.claims.end(), [&](ClaimId claim) { return shown.count(claim) != 0; });
    c.rank = ranking.of(p, c.carriers) + (known ? ranking["shown elsewhere"] : 0);
    candidates.push_back(std::move(c));
  }
  return drafts_of(pile, id, candidates);
}

std::vector<Draft> find_said_by(const Pile& pile, CheckId id) {
  const Check& check = pile.rulebook[id];
  std::vector<Draft> drafts;
  for (const ClaimId claim : pile.claims(check)) {
    if (!said_as(pile, check, {claim})) continue;
    Draft draft;
    draft.a = claim;
    draft.finding = start_finding(check, id);
    MessageParts parts;
    parts.a = claim;
    draft.finding.message = check.message.empty()
                                ? fill_message(pile, check.title + ": “{a.text}” in {a.outlet}", parts)
                                : fill_message(pile, check.message, parts);
    std::vector<SlotPath> paths;
    for (const SlotDeclaration& slot : pile.kind(claim).slots) paths.push_back({slot.name, "", false});
    draft.finding.fingerprint = fingerprint(pile, check, claim, ClaimId(), paths);
    draft.finding.claims = {claim};
    draft.finding.evidence = {pile.claim(claim).span};
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace crosscheck
