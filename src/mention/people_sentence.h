// One sentence of a story under the hands of those who look in it for who speaks: marks, quotations, stretches of tokens.
#pragma once

#include <cstddef>
#include <cstdint>

#include "mention/people_work.h"

namespace crosscheck::people {

struct Range {  // tokens
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
  bool holds(std::uint32_t token) const { return first <= token && token < last; }
};

class SentenceView {
 public:
  explicit SentenceView(const Work& work) : w_(work) {}

  // Sentences are opened in order.
  void open(std::uint32_t sentence);

  std::uint32_t sentence = 0, begin = 0, end = 0;  // tokens [begin, end)

  std::uint64_t flag(std::uint32_t t) const { return t < end ? w_.flags[t] : 0; }
  Xpos tag(std::uint32_t t) const { return t < end ? w_.syntax.tokens[t].xpos : Xpos::other; }
  bool comma(std::uint32_t t) const { return t < end && w_.is(t, ","); }
  bool punct(std::uint32_t t) const { return t < end && w_.upos(t) == Upos::PUNCT; }
  bool is(std::uint32_t t, std::string_view form) const { return t < end && w_.is(t, form); }
  bool mark(std::uint32_t t) const;              // a quotation mark
  bool adverb(std::uint32_t t) const { return t < end && w_.upos(t) == Upos::ADV && tag(t) != Xpos::WRB; }
  bool question_word(std::uint32_t t) const;     // what, who, how …
  bool infinitive(std::uint32_t t) const;        // "to" before a plain verb, adverbs between
  bool nominal(std::uint32_t t) const;           // may stand inside a noun phrase
  bool finite(std::uint32_t t) const;            // a verb form that can carry a sentence

  bool quoted(std::uint32_t t) const;            // inside the marks of some quotation
  bool quote_in(Range r) const;
  std::uint32_t quote_from(std::uint32_t t) const;  // the quotation whose opening mark is token t; kNone
  std::uint32_t quote_to(std::uint32_t t) const;    // the quotation whose last token is t; kNone
  std::uint32_t quote_before() const;               // the quotation that ends right before the sentence; kNone
  const QuoteMention& quote(std::uint32_t q) const { return w_.out.quotes[q]; }

  Span span(Range r) const { return r.empty() ? Span{} : w_.story.span(r.first, r.last); }
  // A quotation that the content begins or ends in belongs to it as a whole: "This is it. We won," she said.
  Span with_quotes(Range r) const;
  Range trim(Range r) const;                     // commas, colons and full stops at the edges taken off
  bool last_of_block() const;

  template <class Each>
  void quotes(Each&& each) const {               // those that touch the sentence
    const auto& all = w_.out.quotes;
    for (std::size_t q = first_quote_; q < all.size() && all[q].at.first < end; ++q) each(all[q]);
  }

 private:
  const Work& w_;
  std::size_t first_quote_ = 0;  // quotations before it end before this sentence
};

}  // namespace crosscheck::people
