// Speakers beside quotations: '…," said Holm', '… — Ana Ruiz', 'Holm: "No way back"'.
#include "mention/people_attributor.h"
#include "story/characters.h"

namespace crosscheck::people {

namespace {

bool is_dash(std::string_view form) { return form == "--" || char_at(form, 0).kind == CharKind::dash; }

}  // namespace

// '…," said Holm' and '…," the mayor of Lund said': the words beside the closing mark tell more than clauses do.
void Attributor::tag_behind(const QuoteMention& q) {
  if (q.headline) headline_speaker(q);
  std::uint32_t t = q.at.last;
  if (t < view_.begin || t >= view_.end || q.at.last <= q.at.first + 2) return;
  std::uint32_t stop = t - 2;
  while (stop > q.at.first && view_.mark(stop)) --stop;  // ',\'"'
  const bool cried = view_.is(stop, "?") || view_.is(stop, "!");
  const bool pause = view_.comma(t) || view_.comma(stop) || cried || view_.is(stop, ".") || view_.is(stop, "-") || view_.is(stop, "—") ||
                     view_.is(stop, "...") || view_.is(stop, "…");
  if (!pause || view_.quoted(t)) return;
  const bool own = t == view_.begin;  // '"Never!" Holm shouted.': two sentences to whoever cuts at marks
  if (view_.comma(t)) ++t;
  Range by{t, t};
  std::uint32_t verb = kNone;
  if (w_.upos(t) == Upos::AUX && view_.finite(t)) return own_words_behind(q, t);
  if (tags(t) && !cues_.is(t, kTells)) {
    verb = t;
    const std::uint32_t behind = cues_.at(t).end(t, kSays | kThinks);  // "put it" takes two words
    by = {behind, inverted_end(behind, noun_phrase(behind, false))};
    for (std::uint32_t n = by.first + 1; n + 1 < by.last; ++n)  // "said Ana Ruiz of talk about a plan", but "of Lund"
      if (name_at_[n - 1] != kNone && w_.out.names[name_at_[n - 1]].at.last == n && (view_.flag(n) & kOf) && w_.upos(n + 1) != Upos::DET && w_.capital[n + 1] == 0) by.last = n;
    for (std::uint32_t n = by.first + 1; n < by.last; ++n)  // "said Ana Ruiz at a news conference"
      if (name_at_[n - 1] != kNone && w_.out.names[name_at_[n - 1]].kind == NameKind::person && (view_.flag(n) & kSaidAt) && w_.upos(n) == Upos::ADP) by.last = n;
  } else {
    by.last = noun_phrase(t, true);
    std::uint32_t e = by.last;
    while (e < view_.end && e - by.last < 3 && (view_.adverb(e) || w_.upos(e) == Upos::AUX || view_.comma(e))) ++e;
    if (e >= view_.end || !tags(e)) {
      by.last = noun_phrase(t, false);
      e = verb_behind_aside(by);
    }
    if (e == kNone) return;
    verb = e;
  }
  if (by.empty() || view_.quote_in(by)) return;
  Range cue{verb, verb + 1};
  while (cue.first > by.last && by.first < verb && (view_.adverb(cue.first - 1) || w_.upos(cue.first - 1) == Upos::AUX)) --cue.first;
  if (own && !stands_alone(verb, std::max(verb + 1, by.last), cried)) return;
  const std::size_t made_from = out_.size();
  add({by, by, kNone, true}, cue, {own ? q.at.first : std::max(content_begin(), std::min(q.at.first, view_.begin)), q.at.last});
  if (out_.size() == made_from) return;
  done_.push_back(verb);
  if (out_[made_from].grade == SourceGrade::agency && by.last <= verb && quoted_as_saying(verb, out_[made_from].content)) return;
  split_quote(std::max(verb + 1, by.last), out_.back());
  setting(verb, std::max(verb + 1, by.last), out_.back());
  channel(verb, cue);
}

// "Reuters quoted her as saying": what the outlet carries is hers.
bool Attributor::quoted_as_saying(std::uint32_t verb, Span content) {
  Range by{verb + 1, verb + 1};
  for (const std::uint32_t end = std::min(noun_phrase(by.first, false), view_.end); by.last < end && !(view_.flag(by.last) & kAs);) ++by.last;
  if (by.empty() || !(view_.flag(by.last) & kAs)) return false;
  Attribution a = made({by, by, kNone, true}, {verb, verb + 1}, false);
  if (a.grade == SourceGrade::nobody) return false;
  a.content = content;
  a.quoted = true;
  out_.push_back(std::move(a));
  return true;
}

// A verb that may stand with the speaker behind a quotation.
bool Attributor::tags(std::uint32_t t) const {
  return finite_say(t) || (t < view_.end && cues_.is(t, kTagsQuote) && view_.finite(t));
}

// '…," were his words.', '…," was Holm's answer.'
void Attributor::own_words_behind(const QuoteMention& q, std::uint32_t be) {
  Range by{be + 1, be + 1};
  if (view_.tag(by.first) == Xpos::PRPS) ++by.last;
  else while (by.last < view_.end && view_.nominal(by.last) && !w_.possessive(by.last)) ++by.last;
  std::uint32_t noun = w_.possessive(by.last) ? by.last + 1 : by.last;
  while (noun < view_.end && w_.upos(noun) == Upos::ADJ) ++noun;
  const bool owned = view_.tag(by.first) == Xpos::PRPS || w_.possessive(by.last);
  if (by.empty() || !owned || noun >= view_.end || view_.quoted(be)) return;
  if (!cues_.is(noun, kClaimNoun) && w_.syntax.tokens[noun].noun_class != NounClass::communication) return;
  add({by, by, by.last - 1, true}, {be, noun + 1}, {std::min(q.at.first, view_.begin), q.at.last});
}

// "Holm shouted.", and with `aside` "Holm shouted to the crowd on Monday.": no more is said in the sentence.
bool Attributor::stands_alone(std::uint32_t verb, std::uint32_t behind, bool aside) const {
  const Complement said = cues_.behind(view_, verb, behind, false);
  if (said.kind == Follows::nothing) return true;
  const bool setting = said.kind == Follows::phrase || (said.kind == Follows::noun && (cues_.is(verb, kTells) || is_time(said.at)));
  return aside && setting && closes(behind);
}

// '…," Ana Ruiz, head of a firm owning the port, told': the verb behind what is said of the speaker; kNone.
std::uint32_t Attributor::verb_behind_aside(Range by) const {
  if (by.empty() || !view_.comma(by.last) || (sources_.name_of(by, kNone) == kNone && !sources_.speaks(by, kNone))) return kNone;
  for (std::uint32_t e = by.last + 2; e < view_.end && e - by.last < kLongestSource; ++e) {
    if (view_.quote_from(e) != kNone && !view_.quote(view_.quote_from(e)).partial && view_.quote(view_.quote_from(e)).words.words.size() > 2) return kNone;
    if (view_.comma(e - 1) && tags(e)) return e;
  }
  return kNone;
}

// Behind the quotations of the sentence that have their speakers already.
std::uint32_t Attributor::content_begin() const {
  std::uint32_t from = view_.begin;
  for (std::size_t i = from_; i < out_.size(); ++i) {
    if (!out_[i].quoted) continue;
    const std::uint32_t end = std::max(out_[i].cue.end, out_[i].source.end);
    while (from < view_.end && w_.story.tokens[from].begin < end) ++from;
  }
  return from;
}

// '"It held," she said, "and nobody was hurt."'
void Attributor::split_quote(std::uint32_t t, Attribution& a) const {
  for (; t < view_.end && !view_.mark(t); ++t) {
    if (!view_.comma(t) && !view_.is(t, ":")) continue;
    const std::uint32_t next = w_.upos(t + 1) == Upos::CCONJ ? t + 2 : t + 1;  // '…," she said, but "…"'
    if (const std::uint32_t q = next < view_.end ? view_.quote_from(next) : kNone; q != kNone) return a.more_content.push_back(view_.quote(q).at.span);
  }
}

// '"It held." — Ana Ruiz': a name alone behind a dash, to the end of the line.
void Attributor::dash_behind(std::uint32_t t) {
  std::uint32_t q = kNone;
  if (t < view_.end && w_.syntax.tokens[t].xpos != Xpos::HYPH && view_.punct(t) && is_dash(w_.text(t)) && t > 0) q = view_.quote_to(t - 1);
  if (q == kNone) return;
  const Range by{t + 1, noun_phrase(t + 1, true)};
  if (by.empty() || by.last - by.first > 12 || w_.upos(by.first) == Upos::CCONJ || sources_.name_of(by, kNone) == kNone) return;
  if (by.last < view_.end && !(view_.is(by.last, ".") && by.last + 1 >= view_.end)) return;
  const QuoteMention& quote = view_.quote(q);
  Attribution a = made({by, by, kNone}, {t, t + 1}, false);
  a.content = quote.at.span;
  a.quoted = true;
  out_.push_back(std::move(a));
}

// '"No way back": Holm' and 'Holm: "No way back"' in headlines.
void Attributor::headline_speaker(const QuoteMention& q) {
  Range by{};
  std::uint32_t colon = kNone;
  if (view_.is(q.at.last, ":")) {
    colon = q.at.last;
    by = {colon + 1, colon + 1};
    while (by.last < view_.end && view_.nominal(by.last)) ++by.last;
  } else if (q.at.first > view_.begin + 1 && w_.is(q.at.first - 1, ":")) {
    colon = q.at.first - 1;
    by = {view_.begin, colon};
  }
  if (colon == kNone || by.empty() || by.last - by.first > 10) return;
  if (sources_.name_of(by, kNone) == kNone) return;
  add({by, by, kNone}, {colon, colon + 1}, {std::max(q.at.first, view_.begin), q.at.last});
}

// "he", "she", "they", "her": no "it", no "I".
bool Attributor::names_person(std::uint32_t pronoun) const {
  return (w_.flags[pronoun] & (kPronounMale | kPronounFemale | kPronounPlural | kPossessiveMale | kPossessiveFemale)) != 0;
}

// 'Holm has a new message: "…"', 'Holm\'s answer was: "…"', the words in the same sentence or at the head of the next paragraph:
// whoever the clause before the colon is about, or whose message its subject is.
void Attributor::colon_before(std::uint32_t colon) {
  constexpr std::size_t kFewest = 3;  // words: titles and terms stand behind colons too
  const std::uint32_t q = view_.quote_from(colon + 1);
  if (q == kNone || view_.quote(q).words.words.size() < kFewest || !holds_verb({colon + 1, view_.quote(q).at.last}) || view_.quoted(colon)) return;
  for (std::size_t i = from_; i < out_.size(); ++i)
    if (out_[i].grade != SourceGrade::nobody && out_[i].content.overlaps(view_.quote(q).at.span)) return;
  const Clause* about = nullptr;
  Voiced voiced;
  for (std::uint32_t c = w_.syntax.clause_begin[view_.sentence]; c < w_.syntax.clause_begin[view_.sentence + 1]; ++c) {
    const Clause& k = w_.syntax.clauses[c];
    if (!k.has_verb() || !k.verb.finite || k.verb.last > colon || k.relation == ClauseRelation::relative) continue;
    const Voiced here = k.verb.voice == Voice::active ? voice_of(k, false) : Voiced{};
    const bool thing = !here.by.empty() && w_.upos(here.head) == Upos::PRON && !names_person(here.head);
    if (thing && about != nullptr && w_.capital[here.head] == 0) continue;  // "asked if it had mattered:"
    about = &k;
    voiced = here;
  }
  if (about == nullptr) return;
  if (voiced.by.empty() || voiced.by.last > about->verb.first || view_.quoted(voiced.by.first)) return;
  const auto& groups = w_.syntax.noun_groups;
  const auto group = std::ranges::lower_bound(groups, voiced.head, {}, [](const NounGroup& g) { return g.last - 1; });
  if (cues_.is(voiced.head, kClaimNoun) && group != groups.end() && group->first <= voiced.head) {
    if (group->possessor_end != kNone && group->possessor_end > group->first + 1) voiced.by = {group->first, group->possessor_end - 1};
    else if (view_.tag(group->first) == Xpos::PRPS) voiced.by = {group->first, group->first + 1};
    voiced.shown = voiced.by;
    voiced.head = voiced.by.last - 1;
  }
  const bool thing = w_.upos(voiced.head) == Upos::PRON && !names_person(voiced.head);
  if (thing || (sources_.name_of(voiced.by, voiced.head) == kNone && !sources_.speaks(voiced.by, voiced.head))) return;
  add(voiced, {about->verb.first, about->verb.last}, {colon + 1, std::min(view_.quote(q).at.last, view_.end)});
  if (!out_.empty() && colon + 1 == view_.end) out_.back().content = view_.quote(q).at.span, out_.back().quoted = true;
}

// 'Holm: Port to close' in a headline, 'HOLM: Well, …' in a transcript: a name at the beginning of a paragraph and a colon.
void Attributor::colon_behind() {
  constexpr std::uint32_t kLongestLabel = 8;
  const std::uint32_t s = view_.sentence;
  if (s > 0 && w_.story.sentences[s - 1].block == w_.story.sentences[s].block) return;
  Range by{view_.begin, view_.begin};
  if (view_.mark(by.first)) by.first = ++by.last;
  while (by.last < view_.end && by.last - by.first < kLongestLabel && view_.nominal(by.last)) ++by.last;
  if (by.empty() || !view_.is(by.last, ":") || by.last + 2 >= view_.end || view_.quote_from(by.last + 1) != kNone) return;
  const bool headline = s == 0 || w_.story.blocks[w_.story.sentences[s].block].kind == BlockKind::headline;
  const bool transcript = w_.capital[by.last - 1] == 2;
  const std::uint32_t name = sources_.name_of(by, by.last - 1);
  const bool person = name != kNone && w_.out.names[name].kind == NameKind::person && w_.out.names[name].at.last == by.last;
  const bool outlet = name != kNone && w_.out.names[name].kind == NameKind::outlet;
  const bool speaks = name == kNone && (w_.flags[by.last - 1] & (kDocument | kReportNoun | kSeveral | kSpeakingBody)) != 0;
  if (!(headline || transcript) || !(person || (headline && (outlet || speaks)))) return;
  add({by, by, by.last - 1, true}, {by.last, by.last + 1}, {by.last + 1, view_.end});
  if (!headline && !out_.empty() && out_.size() > from_)
    for (std::uint32_t next = s + 1; next < w_.story.sentences.size() && w_.story.sentences[next].block == w_.story.sentences[s].block; ++next)
      out_.back().content.end = w_.story.tokens[w_.story.sentences[next].last - 1].end;
}

}  // namespace crosscheck::people
