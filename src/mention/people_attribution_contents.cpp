// How far what is said goes, and on what outlet it hangs.
#include "mention/people_attributor.h"
#include "syntax/clause_tables.h"

namespace crosscheck::people {

// "on" Monday, last week
bool Attributor::is_time(std::uint32_t t) const {
  const ClauseTables& words = w_.tables.language.clause_tables();
  for (const std::uint32_t end = std::min(t + 4, view_.end); t < end && view_.nominal(t) && w_.upos(t) != Upos::ADP; ++t)
    if ((view_.flag(t) & kCalendar) || words.is(w_.syntax.tokens[t], Grammar::time_noun)) return true;
  return false;
}

bool Attributor::holds_verb(Range r) const {
  for (std::uint32_t t = r.first; t < r.last; ++t)
    if (w_.upos(t) == Upos::VERB || w_.upos(t) == Upos::AUX) return true;
  return false;
}

// Behind "…, Brandt wrote on Facebook": an addressee or a place, no clause.
bool Attributor::closes(std::uint32_t t) const {
  const std::uint32_t from = t;
  for (; t < view_.end && !view_.punct(t) && t < from + 14; ++t)
    if (view_.finite(t) || (view_.flag(t) & kThat)) return false;
  return t >= view_.end || view_.is(t, ".") || view_.comma(t) || view_.is(t, ";");
}

// Whether what stands behind "…, he said," is still what he said.
bool Attributor::goes_on(std::uint32_t t) const {
  if (t >= view_.end) return false;
  const Xpos x = view_.tag(t);
  return x != Xpos::VBG && x != Xpos::WP && x != Xpos::WRB && x != Xpos::WDT && x != Xpos::WPS && !(view_.flag(t) & (kAccordingTo | kCiting));
}

// Of words that begin with a quotation: its end where it is whole, and those joined to it ('"Go home," and "Stay out"');
// `end` where it is but the first words of a sentence ('"the bridge" was safe').
std::uint32_t Attributor::quotes_end(std::uint32_t from, std::uint32_t end, std::vector<Span>& more) const {
  const std::uint32_t first = view_.quote_from(from);
  if (first == kNone || view_.quote(first).at.last >= view_.end) return end;
  std::uint32_t t = view_.quote(first).at.last;
  const bool joined = w_.upos(t) == Upos::CCONJ && (view_.quote_from(t + 1) != kNone || !view_.nominal(t + 1) || holds_verb({from, t}));
  if (view_.quote(first).partial && !view_.punct(t) && !joined) return end;
  for (;;) {
    std::uint32_t next = t;
    while (view_.comma(next) || (next < view_.end && w_.upos(next) == Upos::CCONJ)) ++next;
    const std::uint32_t q = next < view_.end ? view_.quote_from(next) : kNone;
    if (q == kNone) break;
    more.push_back(view_.quote(q).at.span);
    t = view_.quote(q).at.last;
  }
  return view_.quote(first).at.last;
}

const Part* Attributor::subject_of(const Clause& c) {
  const Part* subject = nullptr;
  for (const Part& p : c.parts)
    if (p.role == PartRole::subject && !p.borrowed) subject = &p;
  return subject;
}

// The sentence's end, or what ends the words before: a credit behind a comma, a verb that goes on with the same subject.
std::uint32_t Attributor::content_end(const Clause& c, std::uint32_t from) const {
  const std::uint32_t end = main_clause(c, from, end_of_content(from));
  const Part* own = nullptr;
  for (const Part& p : c.parts)
    if (p.role == PartRole::subject) own = &p;
  if (own == nullptr || w_.syntax.clause_begin.empty()) return end;
  for (std::uint32_t i = w_.syntax.clause_begin[view_.sentence]; i < w_.syntax.clause_begin[view_.sentence + 1]; ++i) {
    const Clause& k = w_.syntax.clauses[i];
    if (!k.has_verb() || k.verb.first <= from || k.verb.first >= end) continue;
    const bool comments = k.relation == ClauseRelation::relative && k.verb.finite && k.marker != kNone && k.marker > from + 1 &&
                          k.marker < k.verb.first && view_.comma(k.marker - 1) && cues_.is(k.verb.head, kSays) && !view_.quoted(k.marker);
    if (comments && subject_of(k) != nullptr) return k.marker - 1;  // "praised the ferry, which she said was safe"
    if (const std::uint32_t cut = k.relation == ClauseRelation::adverbial ? other_comment(k, from) : kNone; cut != kNone && cut < end) return cut;
    if (k.relation != ClauseRelation::coordinated) continue;
    if (const std::uint32_t cut = other_statement(c, k, from); cut != kNone && cut < end) return cut;
    if (k.parent_verb == c.verb.head) continue;
    for (const Part& p : k.parts) {
      if (p.role != PartRole::subject || !p.borrowed || p.head != own->head) continue;
      std::uint32_t cut = k.verb.first;
      while (cut > from && view_.adverb(cut - 1)) --cut;
      if (cut > from && (view_.flag(cut - 1) & kAnd)) --cut;
      else if (cut > from && w_.upos(cut - 1) == Upos::CCONJ) --cut;
      else if (!(cut > from && view_.comma(cut - 1))) continue;
      return cut;
    }
  }
  return end;
}

// ", though she noted that …": the comma before it; kNone.
std::uint32_t Attributor::other_comment(const Clause& k, std::uint32_t from) const {
  const Part* subject = k.verb.finite && cues_.is(k.verb.head, kSays) ? subject_of(k) : nullptr;
  if (subject == nullptr || subject->first < from + 3 || subject->last > k.verb.first) return kNone;
  const std::uint32_t marker = subject->first - 1;
  return w_.upos(marker) == Upos::SCONJ && view_.comma(marker - 1) && !view_.quoted(marker) ? marker - 1 : kNone;
}

// ", but Brandt rejected it": the comma before a clause with a subject of its own, where it is no part of what is said; kNone.
// Inside a content clause only one who speaks ends it.
std::uint32_t Attributor::other_statement(const Clause& c, const Clause& k, std::uint32_t from) const {
  const Part* subject = k.verb.finite ? subject_of(k) : nullptr;
  if (subject == nullptr || subject->first <= from || subject->last > k.verb.first) return kNone;
  std::uint32_t t = subject->first;
  while (t > from && view_.adverb(t - 1)) --t;
  if (t < from + 3 || w_.upos(t - 1) != Upos::CCONJ || !view_.comma(t - 2) || view_.quoted(t - 2)) return kNone;
  if (k.parent_verb == c.verb.head) {
    const Range by{subject->first, subject->last};
    const bool speaks = cues_.is(k.verb.head, kVerbCues & ~kCarriesClaim) &&
                        (sources_.name_of(by, subject->head) != kNone || sources_.speaks(by, subject->head));
    if (!speaks || (view_.flag(t - 1) & kAnd)) return kNone;
  }
  return t - 2;
}

// "If Holm wants to win, he …", "Brandt, who said it was safe, resigned": the comma before the main clause goes on.
std::uint32_t Attributor::main_clause(const Clause& c, std::uint32_t from, std::uint32_t end) const {
  if (c.relation != ClauseRelation::adverbial && c.relation != ClauseRelation::relative && c.relation != ClauseRelation::participle &&
      c.relation != ClauseRelation::infinitive)
    return end;
  for (std::uint32_t i = w_.syntax.clause_begin[view_.sentence]; i < w_.syntax.clause_begin[view_.sentence + 1]; ++i) {
    const Clause& k = w_.syntax.clauses[i];
    if (k.relation != ClauseRelation::main || !k.has_verb() || k.verb.first <= from || k.verb.first >= end) continue;
    std::uint32_t start = k.verb.first;
    for (const Part& p : k.parts)
      if (p.role == PartRole::subject && !p.borrowed && p.first > from && p.first < start) start = p.first;
    if (start > from + 2 && view_.mark(start - 1) && view_.comma(start - 2)) return start;  // 'mourning his "friend," Holm …'
    for (std::uint32_t t = start; t > from + 1; --t)
      if (view_.comma(t - 1) && !view_.quoted(t - 1)) return t - 1;
  }
  return end;
}

std::uint32_t Attributor::end_of_content(std::uint32_t from) const {
  for (std::uint32_t t = from + 1; t + 1 < view_.end; ++t)
    if (view_.comma(t) && (w_.flags[t + 1] & (kAccordingTo | kCiting)) && !view_.quoted(t)) return t;
  for (std::uint32_t t = view_.end; t-- > from + 1;) {
    if (!cues_.is(t, kSays | kReports) || w_.upos(t) != Upos::VERB || t + 4 < view_.end) continue;
    if (name_at_[t - 1] == kNone) continue;
    const std::uint32_t first = w_.out.names[name_at_[t - 1]].at.first;
    std::uint32_t c = first;
    while (c > from && !view_.comma(c - 1) && first - c < 4) --c;
    if (c > from && view_.comma(c - 1)) return c - 1;
  }
  return view_.end;
}

// "told reporters in Oslo that", "wrote on X": to whom and where it was said, from token t behind the cue on.
void Attributor::setting(std::uint32_t verb, std::uint32_t t, Attribution& a) const {
  constexpr std::uint32_t kFarthest = 24;
  const auto group_end = [&](std::uint32_t e) {
    while (e < view_.end && view_.nominal(e) && w_.upos(e) != Upos::ADP && !view_.finite(e) && !view_.quoted(e)) ++e;
    return e;
  };
  for (const std::uint32_t from = t; t < view_.end && t < from + kFarthest;) {
    if (view_.adverb(t)) { ++t; continue; }
    const bool to = (view_.flag(t) & kSaidTo) != 0 && !view_.infinitive(t);
    const bool at = (view_.flag(t) & kSaidAt) != 0 && w_.upos(t) == Upos::ADP;
    const bool bare = t == from && !to && !at && cues_.is(verb, kTells);
    if (!to && !at && !bare && !is_time(t)) return;
    const std::uint32_t first = to || at ? t + 1 : t, last = group_end(first);
    if (last == first) return;
    if ((bare || to) && a.addressee.empty() && !is_time(first)) a.addressee = view_.span({first, last});
    if (at && a.venue.empty() && !is_time(first)) a.venue = view_.span({t, last});
    t = last;
  }
}

// "told Al Jazeera that", "said in an interview with …": what is said hangs on the outlet too.
void Attributor::channel(std::uint32_t verb, Range cue) {
  if (!cues_.is(verb, kTells | kSays | kThinks)) return;
  std::uint32_t t = cue.last;
  while (t < view_.end && (w_.upos(t) == Upos::DET || w_.upos(t) == Upos::ADP) && t < cue.last + 2) ++t;
  if (t >= view_.end || name_at_[t] == kNone || w_.out.names[name_at_[t]].kind != NameKind::outlet) return;
  const NameMention& n = w_.out.names[name_at_[t]];
  if (n.at.first != t || (w_.upos(cue.last) == Upos::ADP && !(w_.flags[cue.last] & kIn))) return;
  Attribution a;
  a.sentence = view_.sentence;
  a.source = n.at.span;
  a.cue = view_.span(cue);
  a.content = view_.with_quotes(view_.trim({view_.begin, view_.end}));
  a.grade = SourceGrade::agency;
  a.channel = true;
  a.name = name_at_[t];
  a.source_text = n.name.text;
  out_.push_back(std::move(a));
}

}  // namespace crosscheck::people
