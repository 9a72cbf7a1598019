// What the headline says and the text does not: words in quotation marks that nobody says below it, or a figure that
// the text gives otherwise.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "finding/message.h"
#include "finding/shapes.h"
#include "value/relate.h"

namespace crosscheck {
namespace {

const QuotedWords* quoted(const Claim& claim, std::uint32_t slot) {
  const SlotValue* value = claim.slot(slot);
  return value ? std::get_if<QuotedWords>(&value->value) : nullptr;
}

// All of `part` in `whole`, in order; `gaps` words of the whole may be left out between, as headlines do.
bool contained(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  std::size_t at = 0, first = 0, last = 0;
  for (std::size_t i = 0; i < whole.size() && at < part.size(); ++i) {
    if (whole[i] != part[at]) continue;
    if (at == 0) first = i;
    last = i;
    ++at;
  }
  return at == part.size() && last - first < 2 * part.size() + 2;
}

std::size_t in_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& w) {
    return w.size() > 3 && std::find(b.begin(), b.end(), w) != b.end();
  }));
}

Draft draft_of(const Pile& pile, CheckId id, ClaimId headline, ClaimId body, const std::vector<SlotPath>& paths) {
  const Check& check = pile.rulebook[id];
  Draft draft;
  draft.a = headline;
  draft.b = body;
  draft.finding = start_finding(check, id);
  MessageParts parts;
  parts.a = headline;
  parts.b = body;
  parts.clashing = paths;
  draft.finding.message = clash_message(pile, check, parts);
  draft.finding.fingerprint = fingerprint(pile, check, headline, ClaimId(), paths);
  draft.finding.claims = {headline};
  draft.finding.evidence = {pile.span_of(headline, paths.front())};
  if (body.valid()) {
    draft.finding.claims.push_back(body);
    draft.finding.evidence.push_back(pile.span_of(body, paths.front()));
  }
  draft.finding.rank = 0.5;
  return draft;
}

// Claims of one story are neighbours in the graph.
std::vector<ClaimId> of_story(const Pile& pile, ClaimId id) {
  std::size_t begin = id.index(), end = id.index();
  while (begin > 0 && pile.graph.claims[begin - 1].story == pile.node(id).story) --begin;
  while (end < pile.graph.claims.size() && pile.graph.claims[end].story == pile.node(id).story) ++end;
  std::vector<ClaimId> out;
  for (std::size_t i = begin; i < end; ++i) out.emplace_back(i);
  return out;
}

// The text below may carry the quote in a claim of any kind; what counts is that the words stand in it in quotation
// marks.
void check_quote(const Pile& pile, CheckId id, ClaimId headline, std::uint32_t slot, std::vector<Draft>& drafts) {
  constexpr std::size_t kFewest = 2;  // a single word in quotation marks keeps its distance, it quotes nobody
  const QuotedWords* words = quoted(pile.claim(headline), slot);
  if (words == nullptr || words->words.size() < kFewest) return;
  bool below = false;
  for (const QuoteMention& quote : pile.analysed(headline).mentions.quotes) {
    if (quote.headline || quote.at.span.overlaps(pile.claim(headline).span)) continue;
    below = true;
    if (contained(words->words, quote.words.words)) return;
  }
  if (!below) return;  // a text that quotes nobody is no measure of the headline
  // Something in the text must be what the headline means: the same speaker, or words of weight in common. Else the
  // quote is from the part of the story that was left out.
  constexpr std::size_t kShared = 2;
  const auto speaker = pile.kind(headline).slot("speaker");
  ClaimId nearest;
  std::size_t most = 0;
  bool meant = false;
  for (const ClaimId other : of_story(pile, headline)) {
    if (pile.claim(other).headline || pile.claim(other).kind != pile.claim(headline).kind) continue;
    const QuotedWords* said = quoted(pile.claim(other), slot);
    const std::size_t shared = said ? in_common(words->words, said->words) : 0;
    const bool one_speaker =
        speaker && pile.matcher.relate_slot(pile.view(headline), pile.view(other), *speaker) == Relation::same;
    meant = meant || one_speaker || shared >= kShared;
    if (one_speaker && !nearest.valid()) nearest = other;
    if (shared > most) {
      most = shared;
      nearest = other;
    }
  }
  if (!meant) return;
  const std::string& name = pile.kind(headline).slots[slot].name;
  drafts.push_back(draft_of(pile, id, headline, nearest, {{name, "", false}}));
}

// A value of the headline that the text gives otherwise, and nowhere as in the headline.
void check_values(const Pile& pile, CheckId id, ClaimId headline, std::vector<Draft>& drafts) {
  const ClaimKind& kind = pile.kind(headline);
  ClaimId against;
  std::vector<SlotPath> paths;
  for (const ClaimId other : of_story(pile, headline)) {
    if (pile.claim(other).headline || pile.claim(other).kind != pile.claim(headline).kind) continue;
    std::vector<SlotPath> apart;
    bool fits = false;
    for (std::uint32_t slot = 0; slot < kind.slots.size(); ++slot) {
      if (tells_identity(kind.slots[slot].type) || kind.slots[slot].type == SlotType::office) continue;
      const Relation r = pile.matcher.relate_slot(pile.view(headline), pile.view(other), slot);
      if (r == Relation::disjoint)
        apart.push_back({kind.slots[slot].name, "", false});
      else if (r != Relation::not_comparable)
        fits = true;
    }
    if (fits && apart.empty()) return;
    if (!apart.empty() && !against.valid()) {
      against = other;
      paths = apart;
    }
  }
  if (!against.valid()) return;
  for (const Comparison& pair : pile.graph.comparisons) {
    const bool these = (pair.a == headline && pair.b == against) || (pair.a == against && pair.b == headline);
    if (these && pair.best && pair.excuses == 0 && !pair.polarity_differs)
      drafts.push_back(draft_of(pile, id, headline, against, paths));
  }
}

}  // namespace

std::vector<Draft> find_headline_only(const Pile& pile, CheckId id) {
  const Check& check = pile.rulebook[id];
  std::vector<Draft> drafts;
  for (const ClaimId claim : pile.claims(check)) {
    if (!pile.claim(claim).headline) continue;
    const auto& slots = pile.kind(claim).slots;
    const auto quote =
        std::find_if(slots.begin(), slots.end(), [](const SlotDeclaration& s) { return s.type == SlotType::quote; });
    if (quote != slots.end())
      check_quote(pile, id, claim, static_cast<std::uint32_t>(quote - slots.begin()), drafts);
    else
      check_values(pile, id, claim, drafts);
  }
  return drafts;
}

}  // namespace crosscheck
