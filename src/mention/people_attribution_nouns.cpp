// "Holm's claim that …", "made the case for …", "is sure that …".
#include "mention/people_attributor.h"

namespace crosscheck::people {

bool Attributor::in_cue(std::uint32_t t) const {
  const Span at = w_.story.span(t, t + 1);
  for (std::size_t i = from_; i < out_.size(); ++i)
    if (out_[i].cue.overlaps(at)) return true;
  return false;
}

bool Attributor::opens_that(std::uint32_t t) const {
  return (view_.flag(t) & kThat) && (w_.upos(t) == Upos::SCONJ || view_.tag(t) == Xpos::IN);
}

// Whether such words follow the noun at t as it can hand over.
bool Attributor::hands_over(std::uint32_t t) const {
  const std::uint32_t next = t + 1;
  if (next >= view_.end) return false;
  return opens_that(next) || view_.infinitive(next) || (w_.upos(next) == Upos::ADP && !(view_.flag(next) & kAnd));
}

// "Holm's claim that …", "his promise to …", "made the case for …".
void Attributor::nouns(std::uint32_t s) {
  const auto& groups = w_.syntax.noun_groups;
  auto g = std::lower_bound(groups.begin(), groups.end(), view_.begin, [](const NounGroup& n, std::uint32_t t) { return n.first < t; });
  for (; g != groups.end() && g->first < view_.end; ++g)
    for (std::uint32_t t = g->first; t < g->last && t < view_.end; ++t)
      if (cues_.is(t, kClaimNoun) && !view_.quoted(t) && !in_cue(t)) noun(*g, t, s);
}

void Attributor::noun(const NounGroup& group, std::uint32_t t, std::uint32_t s) {
  const std::uint32_t next = t + 1;
  if (!hands_over(t)) return;
  const bool that = opens_that(next);
  const bool about = w_.upos(next) == Upos::ADP && !(view_.flag(next) & kAnd);
  Voiced voiced;
  Range cue{t, next};
  const Clause* carrier = nullptr;
  if (group.possessor_end != kNone && group.possessor_end <= t && group.possessor_end > group.first) {
    voiced.by = {group.first, group.possessor_end};
    while (voiced.by.last > voiced.by.first && w_.possessive(voiced.by.last - 1)) --voiced.by.last;
  } else if (view_.tag(group.first) == Xpos::PRPS && group.first < t) {
    voiced.by = {group.first, group.first + 1};
  } else if ((carrier = carried_by(t, s)) != nullptr) {
    voiced = voice_of(*carrier, false);
    cue.first = carrier->verb.first;
  }
  Range content = view_.trim({about ? next + 1 : next, noun_content_end(next, t)});
  if (voiced.by.empty()) {  // "criticism of the plan by Holm"
    for (std::uint32_t from = next; from < content.last && voiced.by.empty(); ++from) {
      if (!(view_.flag(from) & kClaimFrom)) continue;
      const Range by{from + 1, noun_phrase(from + 1, false)};
      if (by.empty() || (sources_.name_of(by, kNone) == kNone && !sources_.speaks(by, kNone))) continue;
      voiced.by = voiced.shown = by;
      voiced.head = kNone;
      if (from == next) {
        cue.last = next;
        content = view_.trim({by.last, content.last});
        if (content.empty() || !(that || view_.infinitive(content.first) || w_.upos(content.first) == Upos::ADP || (view_.flag(content.first) & kThat))) return;
      } else {
        content.last = from;
      }
    }
    if (voiced.by.empty()) return;
    carrier = nullptr;
  } else if (carrier == nullptr) {
    voiced.shown = voiced.by;
    voiced.head = voiced.by.last - 1;
    while (cue.first > voiced.by.last && cue.first - 1 > voiced.by.last && w_.upos(cue.first - 1) == Upos::ADJ) --cue.first;
  }
  if (about && content.first > next) cue.last = next + 1;
  if (!content.empty() && !said_already(content.first)) add(voiced, cue, content, !that);
}

// "said in a statement that …": the words have their cue.
bool Attributor::said_already(std::uint32_t t) const {
  const std::uint32_t at = w_.story.tokens[t].begin;
  for (std::size_t i = from_; i < out_.size(); ++i)
    if (out_[i].content.begin == at) return true;
  return false;
}

// The clause that has the noun as its object behind "made", "voiced", "raised".
const Clause* Attributor::carried_by(std::uint32_t t, std::uint32_t s) const {
  if (w_.syntax.clause_begin.empty()) return nullptr;
  for (std::uint32_t c = w_.syntax.clause_begin[s]; c < w_.syntax.clause_begin[s + 1]; ++c) {
    const Clause& k = w_.syntax.clauses[c];
    if (!k.has_verb() || k.verb.voice != Voice::active || !cues_.is(k.verb.head, kCarriesClaim) || k.verb.last > t) continue;
    for (const Part& p : k.parts)
      if (p.role == PartRole::object && p.head == t) return &k;
  }
  return nullptr;
}

// The end of what hangs on a noun: before the verb that the noun is the subject of, or a comma, or the sentence's end.
std::uint32_t Attributor::noun_content_end(std::uint32_t from, std::uint32_t noun) const {
  if (!w_.syntax.clause_begin.empty())
    for (std::uint32_t c = w_.syntax.clause_begin[view_.sentence]; c < w_.syntax.clause_begin[view_.sentence + 1]; ++c) {
      const Clause& k = w_.syntax.clauses[c];
      if (!k.has_verb() || k.verb.first <= from) continue;
      for (const Part& p : k.parts)
        if (p.role == PartRole::subject && !p.borrowed && p.head == noun) return k.verb.first;
    }
  std::uint32_t t = from;
  while (t < view_.end && !(view_.punct(t) && !view_.mark(t) && !w_.possessive(t)) ) ++t;
  return t;
}

// "Residents were alarmed that …": a participle that tells a feeling.
void Attributor::feels(const Clause& c) {
  const std::uint32_t v = c.verb.head;
  const Complement said = cues_.behind(view_, v, v + 1, false);
  const Voiced voiced = voice_of(c, false);
  if (voiced.by.empty() || voiced.shown.first >= v || view_.quoted(v)) return;
  if (said.kind == Follows::clause || said.kind == Follows::infinitive) put(c, voiced, {c.verb.first, v + 1}, {said.at, content_end(c, said.at)}, true);
}

// "Holm is sure that …", "eager to …", "critical of …".
void Attributor::adjective(const Clause& c) {
  if (!c.has_verb() || c.verb.voice != Voice::active || c.verb.head < view_.begin || c.verb.head >= view_.end || view_.quoted(c.verb.head)) return;
  for (const Part& p : c.parts) {
    if (p.role != PartRole::complement) continue;
    for (std::uint32_t t = std::max(p.first, c.verb.last); t < p.last && t < view_.end; ++t) {
      if (!cues_.is(t, kSure) || w_.upos(t) == Upos::NOUN) continue;
      const Voiced voiced = voice_of(c, false);
      if (voiced.by.empty() || voiced.shown.first >= c.verb.head) return;
      const Complement said = cues_.behind(view_, c.verb.head, t + 1, false);
      if (said.kind != Follows::clause && said.kind != Follows::infinitive && said.kind != Follows::phrase) return;
      put(c, voiced, {c.verb.first, t + 1}, {said.at, content_end(c, said.at)}, said.kind != Follows::clause || c.verb.negated);
      return;
    }
  }
}

}  // namespace crosscheck::people
