// "According to Holm", "…, News.example reports.", "in her words".
#include "mention/people_attributor.h"

namespace crosscheck::people {

// Reads what begins at t; gives the token to go on with.
std::uint32_t Attributor::phrase(std::uint32_t t) {
  const std::uint64_t f = w_.flags[t];
  if (name_at_[t] != kNone && w_.out.names[name_at_[t]].kind == NameKind::outlet) return outlet_credit(name_at_[t], t);
  if (!(f & (kAccordingTo | kCiting | kOwnWords)) || view_.quoted(t)) return t + 1;
  if (f & kOwnWords) own_words(t);
  const std::uint32_t hit = w_.hit(t, kAccordingTo | kCiting);
  if (hit == kNone) return t + 1;
  credit(t, w_.syntax.hits[hit].last);
  return w_.syntax.hits[hit].last;
}

// "…, News.example reports.": plain enough where the clauses make nothing of it.
std::uint32_t Attributor::outlet_credit(std::uint32_t name, std::uint32_t t) {
  const MentionPlace& at = w_.out.names[name].at;
  if (at.first != t) return t + 1;
  std::uint32_t from = t;
  while (from > view_.begin && w_.upos(from - 1) == Upos::DET) --from;
  const bool set_off = from > view_.begin + 2 && (view_.comma(from - 1) || view_.mark(from - 1));
  std::uint32_t verb = at.last;
  if (view_.flag(verb) & kOutletNoun) ++verb;
  if (!set_off || !(view_.flag(verb) & (kReport | kSay | kReportNoun)) || view_.quoted(t)) return at.last;
  if (verb + 1 < view_.end && !view_.punct(verb + 1)) return at.last;
  for (std::size_t i = from_; i < out_.size(); ++i) {
    const Attribution& a = out_[i];
    if (a.name == name && !a.content.empty()) return at.last;
  }
  const Range content = view_.trim({view_.begin, from});
  if (!content.empty()) add({{from, verb}, {from, verb}, t}, {verb, verb + 1}, content);
  return verb + 1;
}

void Attributor::credit(std::uint32_t t, std::uint32_t cue_end) {
  const bool participle = w_.syntax.tokens[t].xpos == Xpos::VBG || (w_.flags[t] & kAccordingTo);
  if (!participle) return;
  const Range by = source_behind(cue_end);
  if (by.empty()) return;
  Attribution a = made({by, by, kNone}, {t, cue_end}, false);
  if (a.grade == SourceGrade::nobody) return;
  if (t <= view_.begin + 1 && by.last < view_.end && view_.punct(by.last)) {
    const Range content = view_.trim({by.last, view_.end});
    a.content = view_.with_quotes(content);
    a.quoted = view_.quote_in(content);
  } else {
    const Range before = view_.trim({view_.begin, t});
    const Range rest = view_.comma(by.last) ? view_.trim({by.last, view_.end}) : Range{};
    if (before.empty()) return after_fragment(std::move(a));
    a.content = view_.with_quotes(before);
    a.quoted = view_.quote_in(before);
    if (!rest.empty() && view_.comma(t - 1)) a.more_content.push_back(view_.span(rest));
    a.whole_paragraph = by.last + 2 >= view_.end && view_.last_of_block() && outlet_in(by);
  }
  out_.push_back(std::move(a));
}

// "…, Coast.fm reports. citing the Wire.": the credit got a sentence of its own and belongs to the one before.
void Attributor::after_fragment(Attribution a) {
  const std::uint32_t s = view_.sentence;
  if (s == 0 || w_.story.sentences[s - 1].block != w_.story.sentences[s].block) return;
  const Sentence& before = w_.story.sentences[s - 1];
  a.content = w_.story.span(before.first, before.last);
  out_.push_back(std::move(a));
}

// The noun phrase behind "according to": to a comma, a full stop, or a verb.
Range Attributor::source_behind(std::uint32_t t) const {
  Range r{t, t};
  while (r.last < view_.end) {
    const Upos u = w_.upos(r.last);
    if (name_at_[r.last] != kNone) {
      r.last = w_.out.names[name_at_[r.last]].at.last;
      continue;
    }
    if ((u == Upos::PUNCT && !w_.possessive(r.last)) || u == Upos::VERB || u == Upos::AUX || u == Upos::SCONJ || u == Upos::CCONJ) break;
    if (r.last - r.first > 14) break;
    ++r.last;
  }
  return r;
}

// "in her words", "what he called": the pronoun is the speaker, what follows the content.
void Attributor::own_words(std::uint32_t t) {
  const std::uint32_t hit = w_.hit(t, kOwnWords);
  if (hit == kNone) return;
  const WordHit& h = w_.syntax.hits[hit];
  for (std::uint32_t p = h.first; p < h.last; ++p) {
    if (!(w_.flags[p] & (kPossessiveMale | kPossessiveFemale | kPronounMale | kPronounFemale))) continue;
    const Range content = view_.trim({h.last, view_.end});
    if (!content.empty()) add({{p, p + 1}, {p, p + 1}, p}, {h.first, h.last}, content);
    return;
  }
}

}  // namespace crosscheck::people
