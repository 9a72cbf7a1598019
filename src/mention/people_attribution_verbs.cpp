// Verbs that hand over the word, and their frames: before what is said, behind it, in the middle of it, in the passive.
#include "mention/people_attributor.h"
#include "syntax/clause_tables.h"

namespace crosscheck::people {

void Attributor::verb(const Clause& c) {
  if (!c.has_verb() || c.verb.head < view_.begin || c.verb.head >= view_.end) return;
  const std::uint32_t v = c.verb.head;
  if (c.verb.voice == Voice::passive && c.verb.finite && cues_.is(v, kSure)) return feels(c);
  std::uint32_t kinds = cues_.at(v).kinds & kVerbCues & ~kCarriesClaim;
  if (c.verb.negated) kinds &= ~(kSays | kReports | kDescribes);
  if (kinds == 0 || view_.quoted(v) || is_done(v) || w_.hit(v, kAccordingTo) != kNone) return;
  const Xpos tag = w_.syntax.tokens[v].xpos;
  const bool infinitive = !c.verb.finite && tag == Xpos::VB;
  if (infinitive && c.parent_verb != kNone && ((w_.flags[c.parent_verb] & kNotDone) || is_done(c.parent_verb))) return;
  bool passive = c.verb.voice == Voice::passive && !taken_for_participle(c);
  Voiced voiced = voice_of(c, passive);
  if (!passive && (kinds & kSays)) opening_subject(c, voiced);
  if (!passive && (kinds & (kSays | kThinks))) set_off_subject(c, voiced);
  if (goes_on_speaking(c, voiced)) passive = false;
  if (tag == Xpos::VBG && !c.verb.finite) comment_subject(c, voiced, kinds);
  Range cue{c.verb.first, std::max(c.verb.last, passive ? v + 1 : cues_.at(v).end(v, kSays))};
  if (infinitive && c.parent_verb != kNone && c.parent_verb < cue.first && (view_.flag(c.parent_verb) & kGoesOn)) cue.first = c.parent_verb;
  if (passive && c.verb.finite && (c.verb.first < v || !voiced.by.empty())) return said_of_subject(c, voiced, cue);
  if (!c.verb.finite && (kinds & kAsksOf) && (passive || (tag == Xpos::VBN && voiced.by.empty()))) return asked(c, voiced, cue);
  const bool when_asked = voiced.by.empty() && tag == Xpos::VBD && (kinds & kAsksOf) && c.verb.first > view_.begin &&
                          (view_.tag(c.verb.first - 1) == Xpos::WRB || w_.upos(c.verb.first - 1) == Upos::SCONJ);
  if (when_asked) return asked(c, voiced, cue);
  if (voiced.by.empty() || view_.quoted(voiced.by.first)) return;
  if (passive) return;
  const bool inverted = voiced.shown.first >= v && c.verb.finite;
  const std::uint32_t behind = inverted ? std::max(voiced.shown.last, cue.last) : cue.last;
  const Complement said = cues_.behind(view_, v, behind, (kinds & (kTells | kAsksOf)) != 0);
  if ((c.verb.finite || taken_for_participle(c)) && (kinds & (kSays | kThinks | kReports)) && trailing(c, voiced, cue, behind, said)) return;
  if (inverted && said.kind != Follows::quote) return;
  frame(c, voiced, cue, kinds, said);
}

// "Holm reiterated: …": a past form without auxiliary or agent before what is said is no passive, whatever its tag.
bool Attributor::taken_for_participle(const Clause& c) const {
  if (c.verb.voice != Voice::passive || c.verb.first != c.verb.head || !cues_.is(c.verb.head, kSays | kThinks)) return false;
  for (const Part& p : c.parts)
    if (p.role == PartRole::agent) return false;
  const Complement said = cues_.behind(view_, c.verb.head, c.verb.last, false);
  return said.kind == Follows::quote || (said.kind == Follows::clause && cues_.is(c.verb.head, kSays));
}

// "…," he said. / "…, Reuters reported." / "The bridge, he said, will hold."
bool Attributor::trailing(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t behind, const Complement& said) {
  const std::uint32_t first = voiced.shown.last <= cue.first + 4 && voiced.shown.first < cue.first && voiced.shown.last <= cue.first
                                  ? voiced.shown.first : cue.first;
  if (first < view_.begin + 1 || (c.relation == ClauseRelation::relative && c.marker != kNone && voiced.shown.first == c.marker)) return false;
  std::uint32_t before = first - 1;
  const bool aside = said.kind == Follows::phrase || (said.kind == Follows::noun && (cues_.is(c.verb.head, kTells) || is_time(said.at)));
  const bool ends = said.kind == Follows::nothing || (aside && closes(behind));
  if (before > view_.begin && ends && w_.upos(before) == Upos::SCONJ) --before;  // ", as Holm said on Monday"
  const bool quote_before = view_.quote_to(before) != kNone || (view_.comma(before) && before > view_.begin && view_.quote_to(before - 1) != kNone);
  const bool set_off = view_.comma(before) || view_.mark(before) || view_.is(before, "?") || view_.is(before, "!") ||
                       view_.is(before, "—") || view_.is(before, "--") || view_.is(before, "–") || (view_.is(before, "-") && view_.punct(before));
  if (!set_off) return false;
  if (!quote_before && !ends) return false;
  if (said.kind == Follows::quote && !quote_before) return false;
  const std::uint32_t from = quote_before ? std::min(content_begin(), first) : view_.begin;
  const Range content = view_.trim({from, std::min(first, before + 1)});
  std::uint32_t rest = behind;
  while (rest < view_.end && !view_.punct(rest)) ++rest;
  Range more{};
  if (view_.quote_from(rest + 1) != kNone) {
    const QuoteMention& q = view_.quote(view_.quote_from(rest + 1));
    more = {q.at.first, std::min(q.at.last, view_.end)};
  } else if (view_.comma(rest) && goes_on(rest + 1) && !quote_before) {
    more = view_.trim({rest + 1, view_.end});
  }
  if (content.empty() || (!holds_verb(content) && !view_.quote_in(content) && more.empty() && said.kind != Follows::nothing)) return false;
  const std::size_t made_from = out_.size();
  add(voiced, cue, content);
  if (out_.size() == made_from) return true;
  done_.push_back(c.verb.head);
  if (!more.empty()) out_.back().more_content.push_back(view_.with_quotes(more));
  setting(c.verb.head, behind, out_.back());
  channel(c.verb.head, cue);
  return true;
}

std::uint32_t Attributor::first_quote(Range r) const {
  for (std::uint32_t t = r.first; t < r.last; ++t)
    if (const std::uint32_t q = view_.quote_from(t); q != kNone) return q;
  return kNone;
}

// "the plan that Holm criticised": what the relative stands for.
bool Attributor::said_before(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds) {
  if (c.relation != ClauseRelation::relative || voiced.shown.first >= c.verb.head) return false;
  for (const Part& p : c.parts) {
    if ((p.role != PartRole::object && p.role != PartRole::content) || !p.borrowed || p.last > voiced.shown.first) continue;
    const Range rest = view_.trim({cue.last, content_end(c, cue.last)});
    const std::uint32_t quote = rest.empty() ? kNone : first_quote(rest);
    if (!put(c, voiced, cue, {p.first, p.last}, (kinds & kSays) == 0 && quote == kNone)) return false;
    if (quote != kNone) {  // "whom he described as 'erratic'"
      out_[last_at_].more_content.push_back(view_.quote(quote).at.span);
      out_[last_at_].quoted = true;
    }
    return true;
  }
  return false;
}

// "Holm wrote:" at the end of a paragraph, what he wrote in quotation marks in the next.
bool Attributor::leads_in(const Voiced& voiced, Range cue, std::uint32_t kinds) {
  const std::uint32_t colon = view_.end - 1;
  if (!view_.is(colon, ":") || cue.last > colon || !(kinds & (kSays | kThinks | kReports))) return false;
  const std::uint32_t quote = view_.quote_from(view_.end);
  if (quote == kNone) return false;
  Voiced surely = voiced;
  surely.surely = true;
  const std::size_t made_from = out_.size();
  add(surely, cue, {});
  if (out_.size() == made_from) return false;
  out_.back().content = view_.quote(quote).at.span;
  out_.back().quoted = true;
  return true;
}

// "As Holm noted, the bridge is old."
bool Attributor::opens_as(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds, const Complement& said) {
  if (!(kinds & (kSays | kThinks | kReports)) || said.kind != Follows::nothing || !view_.comma(cue.last) || cue.last + 3 > view_.end) return false;
  if (voiced.shown.first != view_.begin + 1 || !(view_.flag(view_.begin) & kAs) || voiced.shown.last > cue.first) return false;
  return put(c, voiced, cue, {cue.last + 1, view_.end}, false);
}

// What stands behind the cue, where the cue may have it.
void Attributor::frame(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds, Complement said) {
  const std::uint32_t v = c.verb.head;
  if (said_before(c, voiced, cue, kinds) || leads_in(voiced, cue, kinds) || opens_as(c, voiced, cue, kinds, said)) return;
  const bool outlet = (kinds & kReports) && outlet_in(voiced.by);
  const bool words = said.kind == Follows::quote || said.kind == Follows::clause || said.kind == Follows::question;
  bool attitude = false;
  if (words && (kinds & (kSays | kThinks | kReports | kDescribes))) {
    attitude = c.verb.negated;
  } else if ((kinds & kSays) || outlet) {
    if (said.kind == Follows::nothing) return;
    if (said.kind == Follows::phrase && !view_.quote_in({said.at, view_.end})) return judged(c, voiced, cue, kinds);
    attitude = said.kind == Follows::infinitive;
  } else if (said.kind == Follows::noun && (kinds & kThinks) && !(kinds & kJudges) &&
             sources_.grade_of(voiced.by, sources_.name_of(voiced.by, voiced.head)) == SourceGrade::document) {
    // "the poll shows Holm ahead"
  } else if (said.kind == Follows::infinitive && (kinds & (kWants | kAsksOf))) {
    attitude = true;
    cue.last = std::max(cue.last, cues_.at(v).end(v, kAsksOf));
  } else {
    return judged(c, voiced, cue, kinds);
  }
  Voiced surely = voiced;
  surely.surely = words && (kinds & kSays);
  Range content{said.at, content_end(c, said.at)};
  std::vector<Span> more;
  if (said.kind == Follows::quote) content.last = quotes_end(said.at, content.last, more);
  if (!put(c, surely, cue, content, attitude)) return;
  for (const Span& quote : more) out_[last_at_].more_content.push_back(quote);
}

// "asked Brandt about the ferry": what is behind the preposition that names the topic; kNone.
std::uint32_t Attributor::topic_behind(std::uint32_t t) const {
  const ClauseTables& words = w_.tables.language.clause_tables();
  while (t < view_.end && view_.nominal(t) && !view_.finite(t)) ++t;
  return t + 1 < view_.end && w_.upos(t) == Upos::ADP && words.is(w_.syntax.tokens[t], Grammar::prep_topic) ? t + 1 : kNone;
}

// "praised the plan", "called it 'a farce'": an object; the words quoted in it are the speaker's.
void Attributor::judged(const Clause& c, const Voiced& voiced, Range cue, std::uint32_t kinds) {
  if (!(kinds & (kJudges | kDescribes | kAsksOf | kTells))) return;
  const std::uint32_t v = c.verb.head;
  if (cues_.is(v, kCarriesClaim))  // "voiced support for": the noun hands over the word
    for (const Part& p : c.parts)
      if (p.role == PartRole::object && cues_.is(p.head, kClaimNoun) && hands_over(p.head)) return;
  cue.last = std::max(cue.last, cues_.at(v).end(v, kJudges | kDescribes | kAsksOf));
  Complement said = cues_.behind(view_, v, cue.last, (kinds & kAsksOf) != 0);
  const std::uint32_t topic = said.kind == Follows::noun && (kinds & kTells) && !(kinds & kJudges) ? topic_behind(said.at) : kNone;
  if (topic != kNone) {
    said.at = topic;
    kinds |= kJudges;
  }
  if (said.kind == Follows::noun && is_time(said.at)) return;
  Range content{said.at, content_end(c, said.at)};
  for (std::uint32_t t = content.first + 1; t + 1 < content.last; ++t)  // "he said, referring to the storm, "we …"": the words of another verb
    if (view_.comma(t) && view_.quote_from(t + 1) != kNone) content.last = t;
  const bool quotes = view_.quote_in(view_.trim(content));
  if (kinds & kJudges) {
    if (said.kind == Follows::nothing || said.kind == Follows::infinitive || (said.kind == Follows::phrase && !quotes)) return;
  } else if (!(quotes && (kinds & kDescribes)) && said.kind != Follows::infinitive) {
    return;
  }
  put(c, voiced, cue, content, !quotes);
}

bool Attributor::put(const Clause& c, const Voiced& voiced, Range cue, Range content, bool attitude) {
  if (attitude && view_.infinitive(cue.first)) return false;  // "to praise the plan": a purpose as a rule, no praise
  content = view_.trim(content);
  const std::size_t made_from = out_.size();
  if (!content.empty()) add(voiced, cue, content, attitude);
  if (out_.size() == made_from) return false;
  done_.push_back(c.verb.head);
  last_ = voiced;
  last_at_ = made_from;
  if (attitude) return true;
  setting(c.verb.head, cues_.is(c.verb.head, kTells) ? c.verb.last : cue.last, out_[made_from]);
  channel(c.verb.head, cue);
  return true;
}

// "Asked by Brandt whether he would resign, Holm …": by whom may be left open.
void Attributor::asked(const Clause& c, const Voiced& voiced, Range cue) {
  Complement said = cues_.behind(view_, c.verb.head, std::max(cue.last, voiced.by.last), false);
  if (said.kind == Follows::phrase && view_.question_word(said.at + 1)) said = {Follows::question, said.at + 1};  // "about how"
  if (said.kind == Follows::clause || said.kind == Follows::question) put(c, voiced, cue, {said.at, content_end(c, said.at)}, true);
}

// "The plan was criticised by Holm for its cost", "The firm is expected to cut jobs": who says so may stay unsaid.
void Attributor::said_of_subject(const Clause& c, const Voiced& voiced, Range cue) {
  const Part* subject = subject_of(c);
  if (subject == nullptr || subject->last > cue.first) return;
  const std::size_t made_from = out_.size();
  add(voiced, cue, {subject->first, subject->last}, true);
  if (out_.size() == made_from) return;
  done_.push_back(c.verb.head);
  const Range rest = view_.trim({std::max(voiced.shown.last, cue.last), content_end(c, std::max(voiced.shown.last, cue.last))});
  if (rest.empty()) return;
  out_.back().more_content.push_back(view_.with_quotes(rest));
  if (!voiced.by.empty() && view_.quote_in(rest)) out_.back().attitude = false, out_.back().quoted = true;
}

}  // namespace crosscheck::people
