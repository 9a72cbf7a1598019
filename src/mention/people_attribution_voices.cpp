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
    if (!(view_.nominal(e) || (view_.flag(e) & kActing) || (e > t && (w_.upos(e) == Upos::ADP || (commas && view_.comma(e)))))) break;
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
  if (source->role == PartRole::subject && voiced.by.last == voiced.by.first + 1 && voiced.by.first > view_.begin && view_.tag(voiced.by.first) == Xpos::PRP) {
    const std::uint32_t name = name_at_[voiced.by.first - 1];  // "Ana Ruiz herself said"
    const bool bare = name != kNone && w_.out.names[name].kind == NameKind::person && !w_.out.names[name].pronoun &&
                      (w_.out.names[name].at.first == view_.begin || w_.upos(w_.out.names[name].at.first - 1) != Upos::ADP);
    if (bare) voiced.by.first = w_.out.names[name].at.first, voiced.head = voiced.by.last - 2;
  }
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

// "Ana Ruiz, who …, said", "As Ana Ruiz, author of "Water," once put it": the noun phrase that opens the sentence, where the
// clauses took something between for the subject.
void Attributor::opening_subject(const Clause& c, Voiced& voiced) const {
  std::uint32_t close = c.verb.first;
  while (close > view_.begin && (view_.adverb(close - 1) || view_.mark(close - 1))) --close;
  if (close == view_.begin || !view_.comma(close - 1)) return;
  const std::uint32_t begin = view_.begin + ((view_.flag(view_.begin) & kAs) ? 1 : 0);
  const std::uint32_t e = noun_phrase(begin, false);
  if (e == begin || !view_.comma(e) || e >= close || c.verb.first - begin > 2 * kLongestSource) return;
  const std::uint32_t name = voiced.by.empty() ? kNone : sources_.name_of(voiced.by, voiced.head);
  if (!voiced.by.empty() && (voiced.by.first < e || (name != kNone && !view_.quoted(w_.out.names[name].at.first)))) return;
  Range by{begin, e};
  if (e + 1 < view_.end && name_at_[e + 1] != kNone && w_.out.names[name_at_[e + 1]].at.first == e + 1 &&
      w_.out.names[name_at_[e + 1]].kind == NameKind::person && view_.comma(w_.out.names[name_at_[e + 1]].at.last))
    by.last = w_.out.names[name_at_[e + 1]].at.last;  // "the bank's head, Ana Ruiz, …"
  if (sources_.name_of(by, e - 1) == kNone && !sources_.speaks(by, e - 1)) return;
  voiced = {by, {begin, close - 1}, by.last > e ? by.last - 1 : e - 1};
}

// "Noting the cost, Holm …", "Holm praised the plan of the firms that built it, saying …": whoever the main clause is about
// speaks, not whatever stands before the comma; but "Holm praised Brandt, who left, saying …" is Brandt's.
void Attributor::comment_subject(const Clause& c, Voiced& voiced, std::uint32_t kinds) const {
  if (voiced.by.empty()) {
    if (c.relation == ClauseRelation::participle) voiced = main_subject(c, false);
    return;
  }
  std::uint32_t first = c.verb.first;
  while (first > view_.begin && (view_.adverb(first - 1) || w_.upos(first - 1) == Upos::SCONJ)) --first;
  if (!(kinds & kSays) || first == view_.begin || !view_.punct(first - 1) || view_.mark(first - 1) || voiced.by.last > first) return;
  const Voiced main = main_subject(c, true);
  if (main.by.empty() || main.by.first >= voiced.by.first || main.by.last > first) return;
  for (std::uint32_t i = w_.syntax.clause_begin[view_.sentence]; i < w_.syntax.clause_begin[view_.sentence + 1]; ++i) {
    const Clause& k = w_.syntax.clauses[i];
    const bool about = k.relation == ClauseRelation::relative && k.marker != kNone && k.marker >= voiced.by.last && k.marker < first;
    if (about && (view_.flag(k.marker) & kWho) && view_.comma(k.marker - 1)) return;
  }
  if (sources_.name_of(main.by, main.head) != kNone || sources_.speaks(main.by, main.head)) voiced = main;
}

// Of the nearest main clause behind the clause, or before it.
Voiced Attributor::main_subject(const Clause& c, bool before) const {
  const Clause* nearest = nullptr;
  for (std::uint32_t i = w_.syntax.clause_begin[view_.sentence]; i < w_.syntax.clause_begin[view_.sentence + 1]; ++i) {
    const Clause& k = w_.syntax.clauses[i];
    if (!k.has_verb() || (before ? k.verb.last > c.verb.first : k.verb.first < c.verb.last)) continue;
    const bool own = before && k.relation == ClauseRelation::coordinated && k.parent_verb == kNone && k.verb.finite && subject_of(k) != nullptr;
    if (k.relation != ClauseRelation::main && !own) continue;
    nearest = &k;
    if (!before) break;
  }
  return nearest == nullptr ? Voiced{} : voice_of(*nearest, false);
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
