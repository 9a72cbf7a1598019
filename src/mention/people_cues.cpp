#include "mention/people_cues.h"

#include <algorithm>

namespace crosscheck::people {
namespace {

constexpr std::uint32_t kFarthest = 24;  // tokens between a cue and what is said: "told the paper on a visit to Lund that"

}  // namespace

std::uint32_t CueWord::end(std::uint32_t head, std::uint32_t wanted) const {
  std::uint8_t longest = 1;
  for (std::uint32_t k = 0; k < kCueKinds; ++k)
    if (wanted & (1u << k)) longest = std::max(longest, length[k]);
  return head + longest;
}

Cues::Cues(const Work& work) : w_(work), index_(work.flags.size(), 0), words_(1), kinds_in_(work.story.sentences.size(), 0) {
  for (const std::uint32_t h : w_.cue_hits) {
    const WordHit& hit = w_.syntax.hits[h];
    const std::uint32_t kinds = w_.tables.meaning(hit.list).cues;
    const bool bent = hit.form != WordEntry::Form::word;
    const std::uint32_t head = bent ? hit.head : hit.first;
    if (bent && hit.form != WordEntry::Form::verb && (kinds & (kVerbCues | kTagsQuote))) continue;
    if (index_[head] == 0) {
      index_[head] = static_cast<std::uint32_t>(words_.size());
      words_.emplace_back();
    }
    CueWord& word = words_[index_[head]];
    word.kinds |= kinds;
    kinds_in_[w_.sentence_of[head]] |= kinds;
    const auto size = static_cast<std::uint8_t>(std::min<std::uint32_t>(hit.last - head, 200));
    for (std::uint32_t k = 0; k < kCueKinds; ++k)
      if (kinds & (1u << k)) word.length[k] = std::max(word.length[k], size);
  }
}

std::uint32_t Cues::content_clause(const SentenceView& view, std::uint32_t head, std::uint32_t from) const {
  const auto& begin = w_.syntax.clause_begin;
  if (begin.empty()) return kNone;
  for (std::uint32_t c = begin[view.sentence]; c < begin[view.sentence + 1]; ++c) {
    const Clause& clause = w_.syntax.clauses[c];
    if (clause.relation == ClauseRelation::content && clause.parent_verb == head && clause.first >= from) return clause.first;
  }
  return kNone;
}

Complement Cues::behind(const SentenceView& view, std::uint32_t head, std::uint32_t from, bool addressee) const {
  std::uint32_t t = from;
  while (view.adverb(t)) ++t;
  const std::uint32_t first = t, content = content_clause(view, head, from);
  for (; t < view.end && t < from + kFarthest; ++t) {
    if (view.is(t, ":")) return {view.quote_from(t + 1) != kNone ? Follows::quote : Follows::clause, t + 1};
    if (view.quote_from(t) != kNone) {
      if (t == first || !view.quote(view.quote_from(t)).partial) return {Follows::quote, t};
      break;
    }
    if (view.comma(t) && view.quote_from(t + 1) != kNone) return {Follows::quote, t + 1};
    if (view.comma(t) && t > first && (view.flag(t + 1) & kThat)) continue;
    if (view.comma(t) && t > first && content != kNone && content > t && content < from + kFarthest) continue;  // "said in Lund, Sweden, that"
    if (view.punct(t) && !w_.possessive(t)) break;
    if ((view.flag(t) & kThat) && (w_.upos(t) == Upos::SCONJ || view.tag(t) == Xpos::IN)) return {Follows::clause, t};
    if (t == content) return {Follows::clause, t};
    if (view.infinitive(t) && (t == first || addressee)) return {Follows::infinitive, t};
    if (t == first && view.question_word(t)) return {Follows::question, t};
    if (t == first && view.tag(t) == Xpos::VBG) return {Follows::gerund, t};
    if (t > first && view.finite(t)) break;
  }
  if (first >= view.end || (view.punct(first) && view.quote_from(first) == kNone) || (view.flag(first) & kAnd)) return {Follows::nothing, first};
  const Upos u = w_.upos(first);
  if (u == Upos::ADP || u == Upos::SCONJ) return {Follows::phrase, first};
  const bool modified = (view.tag(first) == Xpos::VBN || view.tag(first) == Xpos::JJ) && view.nominal(first + 1);  // "increased spending"
  return {view.nominal(first) || modified || u == Upos::CCONJ ? Follows::noun : Follows::nothing, first};  // "said neither …"
}

}  // namespace crosscheck::people
