// Whose words they are: the subject, the agent, a noun phrase set off by commas, the voice of the verb before.
#include "mention/people_attributor.h"

namespace crosscheck::people {

bool Attributor::finite_say(std::uint32_t t) const {
  return t < view_.end && cues_.is(t, kSays | kThinks) && (view_.finite(t) || view_.tag(t) == Xpos::VBN || view_.tag(t) == Xpos::VB);
}

// The end of "Ana Ruiz (Labour-Lund), a spokeswoman for the bank" from t on; t where there is none.
std::uint32_t Attributor::noun_phrase(std::uint32_t t, bool commas) const {
  std::uint32_t e = t;
  while (e < view_.end && e - t < kLongestSource && !finite_say(e)) {
    if (view_.is(e, "(") && e > t) {
      std::uint32_t close = e + 1;
      while (close < view_.end && close < e + 8 && !view_.is(close, ")")) ++close;
      if (!view_.is(close, ")")) break;
      e = close + 1;
      continue;
    }
    if (!(view_.nominal(e) || (e > t && (w_.upos(e) == Upos::ADP || (commas && view_.comma(e)))))) break;
    ++e;
  }
  while (e > t && (view_.comma(e - 1) || (w_.upos(e - 1) == Upos::ADP && !w_.possessive(e - 1)))) --e;
  return e;
}

Voiced Attributor::voice_of(const Clause& c, bool passive) const {
  const Part* source = nullptr;
  const PartRole wanted = passive ? PartRole::agent : PartRole::subject;
  for (const Part& p : c.parts)
    if (p.role == wanted) source = &p;
  Voiced voiced;
  if (source == nullptr) {
    if (!passive) voiced.by = voiced.shown = beside(c.verb);
    if (!voiced.by.empty()) voiced.head = voiced.by.last - 1;
    return voiced;
  }
  voiced.by = {source->first, source->last};
  voiced.head = source->head;
  if (source->role == PartRole::agent && source->preposition == voiced.by.first) ++voiced.by.first;
  if (const std::uint32_t named = source->named; named != kNone && named >= source->last && named < view_.end && name_at_[named] != kNone) {
    voiced.by.last = w_.out.names[name_at_[named]].at.last;  // "the bank's head, Ana Ruiz, …"
    voiced.head = voiced.by.last - 1;
  }
  voiced.shown = voiced.by;
  if (c.relation == ClauseRelation::relative && source->borrowed && c.marker != kNone && c.marker < c.verb.head) {
    voiced.shown = {c.marker, c.marker + 1};
  } else if (!source->borrowed && voiced.by.last <= c.verb.first) {
    Range all{voiced.by.first, c.verb.first};
    while (all.last > voiced.by.last && (view_.comma(all.last - 1) || view_.adverb(all.last - 1))) --all.last;
    if (all.last - all.first <= kLongestSource && !view_.quote_in({voiced.by.last, all.last})) voiced.shown = all;
  } else if (!source->borrowed && voiced.by.first >= c.verb.last) {
    voiced.shown.last = inverted_end(voiced.by.first, voiced.by.last);
  }
  return voiced;
}

// "Ana Ruiz, who …, said": the noun phrase that opens the sentence, where the clauses took something between for the subject.
void Attributor::opening_subject(const Clause& c, Voiced& voiced) const {
  const std::uint32_t e = noun_phrase(view_.begin, false);
  if (e == view_.begin || !view_.comma(e) || e >= c.verb.first || c.verb.first - view_.begin > 2 * kLongestSource) return;
  if (!voiced.by.empty() && (voiced.by.first < e || sources_.name_of(voiced.by, voiced.head) != kNone)) return;
  Range by{view_.begin, e};
  if (e + 1 < view_.end && name_at_[e + 1] != kNone && w_.out.names[name_at_[e + 1]].at.first == e + 1 &&
      w_.out.names[name_at_[e + 1]].kind == NameKind::person && view_.comma(w_.out.names[name_at_[e + 1]].at.last))
    by.last = w_.out.names[name_at_[e + 1]].at.last;  // "the bank's head, Ana Ruiz, …"
  if (sources_.name_of(by, e - 1) == kNone && !sources_.speaks(by, e - 1)) return;
  voiced = {by, {view_.begin, c.verb.first - 1}, by.last > e ? by.last - 1 : e - 1};
}

// "Noting the cost, Holm …": the subject of the main clause behind it.
Voiced Attributor::main_subject(const Clause& c) const {
  for (std::uint32_t i = w_.syntax.clause_begin[view_.sentence]; i < w_.syntax.clause_begin[view_.sentence + 1]; ++i) {
    const Clause& k = w_.syntax.clauses[i];
    if (k.relation != ClauseRelation::main || !k.has_verb() || k.verb.first < c.verb.last) continue;
    return voice_of(k, false);
  }
  return {};
}

// "Holm said the bridge was safe and called the ferry a disgrace": no bridge calls anything anything.
bool Attributor::goes_on_speaking(const Clause& c, Voiced& voiced) {
  const std::uint32_t v = c.verb.first;
  if (c.relation != ClauseRelation::coordinated && c.relation != ClauseRelation::participle) return false;
  if (v <= view_.begin + 1 || w_.upos(v - 1) != Upos::CCONJ || last_at_ < from_ || last_at_ >= out_.size()) return false;
  if (!voiced.by.empty() && (sources_.name_of(voiced.by, voiced.head) != kNone || sources_.speaks(voiced.by, voiced.head))) return false;
  const Span here = w_.story.span(v - 1, v);
  Attribution& last = out_[last_at_];
  if (!last.content.contains(here) || last.cue.begin > here.begin) return false;
  last.content.end = std::max(last.content.begin, w_.story.tokens[v - 2].end);
  voiced = last_;
  return true;
}

// "The bridge, Ana Ruiz said, will hold": a noun phrase and a verb between commas, which look like an apposition.
void Attributor::set_off_subject(const Clause& c, Voiced& voiced) const {
  const std::uint32_t v = c.verb.head;
  const std::uint32_t behind = view_.adverb(v + 1) ? v + 2 : v + 1;
  if (!view_.finite(v) || !(view_.comma(behind) || view_.is(behind, "."))) return;
  std::uint32_t verb = c.verb.first;
  while (verb > view_.begin && view_.adverb(verb - 1)) --verb;  // "Holm often says"
  std::uint32_t first = verb;
  while (first > view_.begin && v - first < kLongestSource / 2 && (view_.nominal(first - 1) || w_.upos(first - 1) == Upos::ADP)) --first;
  if (first == verb || first <= view_.begin + 1 || !view_.comma(first - 1) || w_.upos(first) == Upos::ADP) return;
  if (voiced.by.first >= first && !voiced.by.empty()) return;
  const Range by{first, verb};
  if (sources_.name_of(by, by.last - 1) == kNone && !sources_.speaks(by, by.last - 1)) return;
  voiced = {by, by, by.last - 1};
}

// "said Ana Ruiz, a spokeswoman for the bank, adding that …": the end of what stands with the name.
std::uint32_t Attributor::inverted_end(std::uint32_t first, std::uint32_t last) const {
  std::uint32_t e = std::max(last, noun_phrase(first, false));
  if (!view_.comma(e) || w_.upos(e + 1) == Upos::VERB || w_.upos(e + 1) == Upos::SCONJ || w_.upos(e + 1) == Upos::CCONJ ||
      w_.upos(e + 1) == Upos::PUNCT || w_.upos(e + 1) == Upos::ADP || view_.question_word(e + 1))
    return e;
  const std::uint32_t more = noun_phrase(e + 1, false);
  return more > e + 1 && (more >= view_.end || view_.punct(more) || view_.question_word(more)) ? more : e;
}

// A subject that the clauses do not know: directly behind the verb ("said Holm") or directly before it.
Range Attributor::beside(const VerbGroup& verb) const {
  std::uint32_t t = verb.last;
  while (t < view_.end && (w_.upos(t) == Upos::DET || w_.upos(t) == Upos::ADJ || (view_.flag(t) & (kOffice | kHonorific)))) ++t;
  if (t < view_.end && name_at_[t] != kNone && !cues_.is(verb.head, kTells) && cues_.is(verb.head, kSays))
    return {verb.last, w_.out.names[name_at_[t]].at.last};
  if (verb.finite && verb.first > view_.begin && name_at_[verb.first - 1] != kNone) {
    const NameMention& n = w_.out.names[name_at_[verb.first - 1]];
    return {n.at.first, n.at.last};
  }
  if (!verb.finite || !cues_.is(verb.head, kSays | kThinks)) return {};
  t = verb.first;  // "Many say": at the beginning of a clause
  while (t > view_.begin && verb.first - t < 8 && view_.nominal(t - 1) && !(view_.flag(t - 1) & kAnd)) --t;
  const bool opens = t == view_.begin || view_.punct(t - 1) || w_.upos(t - 1) == Upos::CCONJ || w_.upos(t - 1) == Upos::SCONJ;
  return opens ? Range{t, verb.first} : Range{};
}

}  // namespace crosscheck::people
