#include "graph/candidates.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "graph/loose.h"

namespace crosscheck {
namespace {

// The keys of one claim. Kind and slot are part of each. A plain clause has its verb in each of its keys: who or what
// alone stands in half the clauses of a story.
class Keys {
 public:
  explicit Keys(const Rulebook& rulebook) : rulebook_(rulebook) {}

  // Of a plain clause whose verb tells something: the verb, also as a word of [choices].
  const std::vector<std::uint64_t>& verbs_of(const Claim& claim) {
    keys_.clear();
    const ClaimKind& kind = rulebook_[claim.kind];
    const auto does = kind.ready_made && !kind.loose ? kind.slot("does") : std::nullopt;
    if (!does || says_little(claim, kind, rulebook_) || is_saying(claim, kind, rulebook_)) return keys_;
    for (const SlotValue& slot : claim.slots) {
      if (slot.slot != *does) continue;
      Hash key;
      if (const auto* phrase = std::get_if<Phrase>(&slot.value)) keys_.push_back(key.add(phrase->head).value());
      if (const auto* choice = std::get_if<Choice>(&slot.value)) keys_.push_back(key.add(choice->name).add(choice->choice.value).value());
    }
    return keys_;
  }

  const std::vector<std::uint64_t>& of(const Claim& claim, const GraphClaim& graph) {
    const ClaimKind& kind = rulebook_[claim.kind];
    if (kind.loose) return of_loose(claim, kind);
    const auto verb = kind.ready_made ? kind.slot("does") : std::nullopt;
    collect(claim, graph, verb, false);
    // Of a kind that holds nothing but things, or one name, that may be what differs.
    const bool things = std::all_of(kind.slots.begin(), kind.slots.end(), [](const SlotDeclaration& slot) {
      return slot.type == SlotType::thing || slot.type == SlotType::happening;
    });
    if (things || of_one_name(kind)) keys_.push_back(Hash().add(claim.kind.value).value());
    if (verb) {
      const std::vector<std::uint64_t> rest = keys_;
      collect(claim, graph, verb, true);
      const std::vector<std::uint64_t> verbs = keys_;
      keys_.clear();
      for (const std::uint64_t v : verbs)
        for (const std::uint64_t r : rest) keys_.push_back(v * 0x9e3779b97f4a7c15ULL ^ r);
    }
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    return keys_;
  }

 private:
  // A claim that a mention carries: all amounts of a dimension, all days, all hours, all words of a [choices] line, within
  // what may be one event. What they are said of is for the score to tell.
  const std::vector<std::uint64_t>& of_loose(const Claim& claim, const ClaimKind& kind) {
    keys_.clear();
    if (kind.slots.empty()) return keys_;  // a statement: graph/paraphrases compares those
    Hash base;
    base.add(claim.kind.value);
    const auto number = kind.slot("number"), is = kind.slot("is");
    if (number || is) {
      for (const SlotValue& slot : claim.slots) {
        const auto* amount = std::get_if<Quantity>(&slot.value);
        const auto* choice = std::get_if<Choice>(&slot.value);
        if (amount && slot.slot == number) keys_.push_back(Hash(base).add(sort_of(*amount)).value());
        if (choice && slot.slot == is) keys_.push_back(Hash(base).add(choice->choice.value).value());
      }
    } else if (kind.slot("score") || kind.name == kSpotKind) {
      keys_.push_back(base.value());
    } else if (claim.when) {
      constexpr std::int64_t kOneDay = 86400;
      const std::int64_t from = claim.when->from;  // hours of no day and days of no week lie at the beginning of all time
      keys_.push_back(Hash(base).add(from < kOneDay ? "hour" : from < 30 * kOneDay ? "weekday" : "day").value());
    }
    return keys_;
  }
  // The dimension; "" for what is counted, and one for all money, since "francs" may be francs of several countries.
  static std::string_view sort_of(const Quantity& amount) {
    constexpr std::string_view kMoney = "money";
    if (amount.dimension.empty() || amount.dimension == "count") return {};
    return amount.dimension.compare(0, kMoney.size(), kMoney) == 0 ? kMoney : std::string_view(amount.dimension);
  }
  void collect(const Claim& claim, const GraphClaim& graph, std::optional<std::uint32_t> verb, bool of_verb) {
    keys_.clear();
    for (std::size_t i = 0; i < claim.slots.size(); ++i)
      if (!verb || (claim.slots[i].slot == *verb) == of_verb) add(claim, graph, i);
  }
  void add(const Claim& claim, const GraphClaim& graph, std::size_t i) {
    const SlotValue& slot = claim.slots[i];
    Hash base;
    base.add(claim.kind.value);
    // Whoever stands in any slot: winner and loser may be exchanged.
    if (i < graph.entities.size() && graph.entities[i].valid())
      keys_.push_back(Hash(base).add("entity").add(graph.entities[i].value).value());
    base.add(slot.slot);
    if (const auto* phrase = std::get_if<Phrase>(&slot.value)) {
      keys_.push_back(Hash(base).add("word").add(phrase->head).value());
      for (const std::string& lemma : phrase->lemmas) keys_.push_back(Hash(base).add("word").add(lemma).value());
    } else if (const auto* name = std::get_if<Name>(&slot.value)) {
      keys_.push_back(Hash(base).add("name").add(name->key).value());
      const std::size_t last = name->key.rfind(' ');  // names that share a half may be one name misspelt
      if (last != std::string::npos) {
        keys_.push_back(Hash(base).add("last").add(std::string_view(name->key).substr(last + 1)).value());
        keys_.push_back(Hash(base).add("first").add(std::string_view(name->key).substr(0, name->key.find(' '))).value());
      }
    } else if (const auto* place = std::get_if<Place>(&slot.value)) {
      for (const std::string& link : place->chain) keys_.push_back(Hash(base).add("place").add(link).value());
    } else if (const auto* words = std::get_if<QuotedWords>(&slot.value)) {
      add_runs(*words, base);
    } else if (const auto* choice = std::get_if<Choice>(&slot.value)) {
      keys_.push_back(Hash(base).add("choice").add(choice->choice.value).value());
    } else if (const auto* amount = std::get_if<Quantity>(&slot.value)) {
      // Nouns counted alike are for the matcher to tell: here the dimension must do, or for counts the kind itself.
      keys_.push_back(
          Hash(base).add("amount").add(sort_of(*amount)).value());
    } else if (const auto* office = std::get_if<Office>(&slot.value)) {
      keys_.push_back(Hash(base).add("title").add(office->title).value());
      for (const Choice& line : office->choices)
        keys_.push_back(Hash(base).add("office").add(line.choice.value).value());
    } else if (!std::holds_alternative<std::monostate>(slot.value)) {
      keys_.push_back(base.value());
    }
  }

  // Runs of three words, or all of a shorter quote.
  void add_runs(const QuotedWords& quote, const Hash& base) {
    constexpr std::size_t kRun = 3;
    const std::size_t n = quote.words.size();
    for (std::size_t at = 0; at == 0 || at + kRun <= n; ++at) {
      Hash h(base);
      for (std::size_t k = at; k < std::min(n, at + kRun); ++k) h.add(quote.words[k]);
      keys_.push_back(h.value());
    }
  }

  const Rulebook& rulebook_;
  std::vector<std::uint64_t> keys_;
};

// Two mentions of one name written alike: they say nothing of each other.
bool same_bare_name(const Claim& a, const Claim& b) {
  if (a.slots.size() != 1 || b.slots.size() != 1) return false;
  const auto *x = std::get_if<Name>(&a.slots[0].value), *y = std::get_if<Name>(&b.slots[0].value);
  return x && y && x->key == y->key;
}

}  // namespace

std::vector<std::pair<ClaimId, ClaimId>> candidates(const std::vector<AnalysedStory>& stories,
                                                    const std::vector<GraphClaim>& claims, const Rulebook& rulebook) {
  std::uint32_t events = 0;
  for (const GraphClaim& claim : claims) events = std::max(events, claim.event + 1);
  std::vector<std::vector<std::uint32_t>> of_event(events);
  for (std::uint32_t id = 0; id < claims.size(); ++id) of_event[claims[id].event].push_back(id);

  const auto claim = [&](std::uint32_t id) -> const Claim& {
    return stories[claims[id].story.index()].claims.claims[claims[id].index];
  };
  const auto worth_it = [&](std::uint32_t a, std::uint32_t b) {
    const bool one_story = claims[a].story == claims[b].story;
    if (one_story && claim(a).headline == claim(b).headline) return false;
    const ClaimKind& kind = rulebook[claim(a).kind];
    if (one_story && kind.loose && !kind.slot("number")) return false;  // a headline sums up: only its figures must be those below
    return kind.loose || !same_bare_name(claim(a), claim(b));
  };
  Keys keys(rulebook);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> holders;  // of one event: key and claim
  std::vector<std::pair<ClaimId, ClaimId>> out;
  for (const std::vector<std::uint32_t>& ids : of_event) {
    holders.clear();
    for (const std::uint32_t id : ids)
      for (const std::uint64_t key : keys.of(claim(id), claims[id])) holders.emplace_back(key, id);
    std::sort(holders.begin(), holders.end());
    for (std::size_t begin = 0, end = 0; begin < holders.size(); begin = end) {
      while (end < holders.size() && holders[end].first == holders[begin].first) ++end;
      if (end - begin > kCommonKey) continue;
      for (std::size_t i = begin; i < end; ++i)
        for (std::size_t j = i + 1; j < end; ++j)
          if (worth_it(holders[i].second, holders[j].second)) out.emplace_back(ClaimId(holders[i].second), ClaimId(holders[j].second));
    }
    // Of two plain clauses one says that it is so and the other that it is not: the verb alone may bring them together.
    holders.clear();
    for (const std::uint32_t id : ids)
      for (const std::uint64_t verb : keys.verbs_of(claim(id))) holders.emplace_back(verb, id);
    std::sort(holders.begin(), holders.end());
    for (std::size_t begin = 0, end = 0; begin < holders.size(); begin = end) {
      while (end < holders.size() && holders[end].first == holders[begin].first) ++end;
      if (end - begin > kCommonVerb) continue;
      for (std::size_t i = begin; i < end; ++i)
        for (std::size_t j = i + 1; j < end; ++j) {
          const std::uint32_t x = holders[i].second, y = holders[j].second;
          if (claims[x].story != claims[y].story && claim(x).polarity != claim(y).polarity) out.emplace_back(ClaimId(x), ClaimId(y));
        }
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace crosscheck
