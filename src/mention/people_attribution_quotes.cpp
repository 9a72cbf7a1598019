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
  if (t <= view_.begin || t >= view_.end || q.at.last <= q.at.first + 2) return;
  const bool pause = view_.comma(t) || view_.comma(t - 2) || view_.is(t - 2, "?") || view_.is(t - 2, "!") || view_.is(t - 2, ".") ||
                     view_.is(t - 2, "-") || view_.is(t - 2, "—") || view_.is(t - 2, "...") || view_.is(t - 2, "…");
  if (!pause || view_.quoted(t)) return;
  if (view_.comma(t)) ++t;
  Range by{t, t};
  std::uint32_t verb = kNone;
  if (finite_say(t) && !cues_.is(t, kTells)) {
    verb = t;
    by = {t + 1, inverted_end(t + 1, noun_phrase(t + 1, false))};
    for (std::uint32_t n = by.first + 1; n < by.last; ++n)  // "said Ana Ruiz at a news conference"
      if (name_at_[n - 1] != kNone && w_.out.names[name_at_[n - 1]].kind == NameKind::person && (view_.flag(n) & kSaidAt) && w_.upos(n) == Upos::ADP) by.last = n;
  } else {
    by.last = noun_phrase(t, true);
    std::uint32_t e = by.last;
    while (e < view_.end && e - by.last < 3 && (view_.adverb(e) || w_.upos(e) == Upos::AUX || view_.comma(e))) ++e;
    if (e >= view_.end || !finite_say(e)) return;
    verb = e;
  }
  if (by.empty() || view_.quote_in(by)) return;
  Range cue{verb, verb + 1};
  while (cue.first > by.last && by.first < verb && (view_.adverb(cue.first - 1) || w_.upos(cue.first - 1) == Upos::AUX)) --cue.first;
  const std::size_t made_from = out_.size();
  add({by, by, kNone, true}, cue, {std::max(content_begin(), std::min(q.at.first, view_.begin)), q.at.last});
  if (out_.size() == made_from) return;
  done_.push_back(verb);
  split_quote(std::max(verb + 1, by.last), out_.back());
  setting(verb, std::max(verb + 1, by.last), out_.back());
  channel(verb, cue);
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
    if (const std::uint32_t q = view_.quote_from(t + 1); q != kNone) return a.more_content.push_back(view_.quote(q).at.span);
  }
}

// '"It held." — Ana Ruiz': a name alone behind a dash, to the end of the line.
void Attributor::dash_behind(std::uint32_t t) {
  std::uint32_t q = kNone;
  if (t < view_.end && w_.syntax.tokens[t].xpos != Xpos::HYPH && view_.punct(t) && is_dash(w_.text(t)) && t > 0) q = view_.quote_to(t - 1);
  if (q == kNone) return;
  const Range by{t + 1, noun_phrase(t + 1, true)};
  if (by.empty() || by.last - by.first > 12 || sources_.name_of(by, kNone) == kNone) return;
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
