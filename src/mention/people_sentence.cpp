#include "mention/people_sentence.h"

namespace crosscheck::people {

void SentenceView::open(std::uint32_t s) {
  sentence = s;
  begin = w_.story.sentences[s].first;
  end = w_.story.sentences[s].last;
  const auto& all = w_.out.quotes;
  while (first_quote_ < all.size() && all[first_quote_].at.last <= begin) ++first_quote_;
}

bool SentenceView::mark(std::uint32_t t) const {
  const Xpos x = tag(t);
  return t < end && (x == Xpos::QUOTE_OPEN || x == Xpos::QUOTE_CLOSE || w_.is(t, "\""));
}

bool SentenceView::question_word(std::uint32_t t) const {
  const Xpos x = tag(t);
  return x == Xpos::WP || x == Xpos::WRB || x == Xpos::WDT || x == Xpos::WPS;
}

bool SentenceView::infinitive(std::uint32_t t) const {
  if (tag(t) != Xpos::TO) return false;
  std::uint32_t v = t + 1;
  while (adverb(v) && v < t + 3) ++v;
  return tag(v) == Xpos::VB;
}

bool SentenceView::nominal(std::uint32_t t) const {
  if (t >= end) return false;
  const Upos u = w_.upos(t);
  return u == Upos::DET || u == Upos::ADJ || u == Upos::NOUN || u == Upos::PROPN || u == Upos::PRON || u == Upos::NUM ||
         w_.possessive(t) || (flag(t) & (kOf | kAnd)) != 0;
}

bool SentenceView::finite(std::uint32_t t) const {
  const Xpos x = tag(t);
  return x == Xpos::VBD || x == Xpos::VBZ || x == Xpos::VBP || x == Xpos::MD;
}

bool SentenceView::quoted(std::uint32_t t) const {
  const std::uint32_t at = w_.story.tokens[t].begin;
  const auto& all = w_.out.quotes;
  for (std::size_t q = first_quote_; q < all.size() && all[q].at.span.begin <= at; ++q)
    if (at < all[q].at.span.end) return true;
  return false;
}

bool SentenceView::quote_in(Range r) const {
  if (r.empty()) return false;
  const Span s = span(r);
  const auto& all = w_.out.quotes;
  for (std::size_t q = first_quote_; q < all.size() && all[q].at.span.begin < s.end; ++q)
    if (all[q].at.span.overlaps(s)) return true;
  return false;
}

std::uint32_t SentenceView::quote_from(std::uint32_t t) const {
  const auto& all = w_.out.quotes;
  for (std::size_t q = first_quote_; q < all.size() && all[q].at.first <= t; ++q)
    if (all[q].at.first == t) return static_cast<std::uint32_t>(q);
  return kNone;
}

std::uint32_t SentenceView::quote_to(std::uint32_t t) const {
  const auto& all = w_.out.quotes;
  for (std::size_t q = first_quote_; q < all.size() && all[q].at.first <= t; ++q)
    if (all[q].at.last == t + 1) return static_cast<std::uint32_t>(q);
  return kNone;
}

std::uint32_t SentenceView::quote_before() const {
  constexpr std::size_t kNested = 3;  // quotations inside it end before it does
  if (sentence == 0 || w_.story.sentences[sentence - 1].block != w_.story.sentences[sentence].block) return kNone;
  for (std::size_t q = first_quote_; q > 0 && first_quote_ - q < kNested; --q)
    if (w_.out.quotes[q - 1].at.last == begin) return static_cast<std::uint32_t>(q - 1);
  return kNone;
}

Span SentenceView::with_quotes(Range r) const {
  Span s = span(r);
  const auto& all = w_.out.quotes;
  for (std::size_t q = first_quote_; q < all.size() && all[q].at.span.begin < s.end; ++q)
    if (all[q].at.span.overlaps(s)) s = cover(s, all[q].at.span);
  return s;
}

Range SentenceView::trim(Range r) const {
  while (r.first < r.last && (comma(r.first) || is(r.first, ":"))) ++r.first;
  while (r.first < r.last && (comma(r.last - 1) || is(r.last - 1, "."))) --r.last;
  return r;
}

bool SentenceView::last_of_block() const {
  return sentence + 1 >= w_.story.sentences.size() || w_.story.sentences[sentence + 1].block != w_.story.sentences[sentence].block;
}

}  // namespace crosscheck::people
