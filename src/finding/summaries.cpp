// What the short version of a story says and the whole does not: an amount or a person that stands nowhere in it. Most errors
// of summaries are of this sort ("extrinsic": Maynez et al., On Faithfulness and Factuality in Abstractive Summarization,
// ACL 2020); what the whole says otherwise is a contradiction like any other.
#include "finding/summaries.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "finding/message.h"
#include "finding/shapes.h"
#include "value/relate.h"

namespace crosscheck {
namespace {

constexpr std::size_t kTimesLonger = 3;
constexpr double kShared = 0.45;      // of the short one's content words
constexpr std::size_t kFewest = 5;    // content words: a mere headline sums nothing up
constexpr double kSmallest = 3;       // amounts: "one" and "two" are said in many ways
constexpr std::size_t kShortest = 3;  // bytes of a word of a name that tells who is meant

std::vector<std::string_view> content_of(const AnalysedStory& story) {
  std::vector<std::string_view> words;
  for (const auto& sentence : story.claims.contexts)
    for (const ContextWord& word : sentence) words.push_back(word.word);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// The words of a whole story, folded.
std::set<std::string> words_of(const Story& story) {
  std::set<std::string> words;
  for (const Token& token : story.tokens) words.insert(fold(story.words(token)));
  return words;
}

bool tells(const AnalysedStory& whole, const std::set<std::string>& words, const Quantity& amount, std::string_view said) {
  const auto same = [&](double n) { return n == amount.low || n == amount.high; };
  for (const QuantityMention& m : whole.mentions.quantities)
    if (same(m.value.low) || same(m.value.high) || agree(relate(m.value, amount))) return true;
  for (const ScoreMention& score : whole.mentions.scores)
    for (const auto& [ours, theirs] : score.value.parts)
      if (same(ours) || same(theirs)) return true;
  return words.count(fold(said)) != 0;
}

bool tells(const std::set<std::string>& words, std::string_view name) {
  const std::string key = fold(name);
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end - at >= kShortest && words.count(key.substr(at, end - at)) != 0) return true;
    at = end + 1;
  }
  return false;
}

// The slot of the claim that holds what the whole has nothing of; none: it has it all.
const SlotValue* foreign(const Claim& claim, const AnalysedStory& story, const AnalysedStory& whole, const std::set<std::string>& words) {
  for (const SlotValue& slot : claim.slots) {
    if (const auto* amount = std::get_if<Quantity>(&slot.value)) {
      if (amount->vague || std::max(amount->low, amount->high) < kSmallest) continue;
      if (!tells(whole, words, *amount, story.story.words(slot.span))) return &slot;
    } else if (const auto* name = std::get_if<Name>(&slot.value)) {
      const bool person = slot.entity < story.mentions.entities.size() && story.mentions.entities[slot.entity].kind == NameKind::person;
      if (person && !tells(words, name->key)) return &slot;
    }
  }
  return nullptr;
}

// Claims of one story are neighbours in the graph, in order of the stories; a story of an event has some.
ClaimId first_claim(const Pile& pile, StoryId story) {
  const auto& claims = pile.graph.claims;
  const auto at = std::lower_bound(claims.begin(), claims.end(), story, [](const GraphClaim& g, StoryId s) { return g.story < s; });
  return ClaimId(static_cast<std::size_t>(at - claims.begin()));
}

}  // namespace

std::vector<StoryId> full_versions(const std::vector<AnalysedStory>& stories, const ClaimGraph& graph) {
  std::vector<StoryId> whole(stories.size());
  std::map<std::uint32_t, std::set<StoryId>> events;
  for (const GraphClaim& g : graph.claims) events[g.event].insert(g.story);
  for (const auto& [event, members] : events) {
    if (members.size() < 2) continue;
    std::map<StoryId, std::vector<std::string_view>> content;
    for (const StoryId s : members) content.emplace(s, content_of(stories[s.index()]));
    for (const StoryId brief : members) {
      const std::vector<std::string_view>& own = content[brief];
      std::size_t most = 0;
      for (const StoryId other : members) {
        if (stories[brief.index()].story.tokens.size() * kTimesLonger > stories[other.index()].story.tokens.size()) continue;
        std::vector<std::string_view> shared;
        std::set_intersection(own.begin(), own.end(), content[other].begin(), content[other].end(), std::back_inserter(shared));
        if (own.size() < kFewest || static_cast<double>(shared.size()) < kShared * static_cast<double>(own.size()) || shared.size() <= most) continue;
        most = shared.size();
        whole[brief.index()] = other;
      }
    }
  }
  return whole;
}

std::vector<Draft> find_summary_only(const Pile& pile, CheckId id) {
  const Check& check = pile.rulebook[id];
  std::vector<Draft> drafts;
  std::map<StoryId, std::set<std::string>> words;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told;  // a place is told once, whatever claims stand there
  for (const ClaimId claim : pile.claims(check)) {
    const StoryId whole = pile.whole[pile.node(claim).story.index()];
    if (!whole.valid()) continue;
    const AnalysedStory& full = pile.stories[whole.index()];
    const auto [known, fresh] = words.try_emplace(whole);
    if (fresh) known->second = words_of(full.story);
    const SlotValue* slot = foreign(pile.claim(claim), pile.analysed(claim), full, known->second);
    if (slot == nullptr || !told.emplace(slot->span.story.value, slot->span.begin).second) continue;
    Draft draft;
    draft.a = claim;
    draft.finding = start_finding(check, id);
    MessageParts parts;
    parts.a = claim;
    parts.b = first_claim(pile, whole);
    draft.finding.message = fill_message(pile, check.message.empty() ? std::string_view(check.title) : std::string_view(check.message), parts);
    draft.finding.fingerprint = fingerprint(pile, check, claim, ClaimId(), {{pile.kind(claim).slots[slot->slot].name, "", false}});
    draft.finding.claims = {claim};
    draft.finding.evidence = {slot->span};
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace crosscheck
