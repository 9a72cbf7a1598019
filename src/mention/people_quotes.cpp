// Quotation marks, one pass a paragraph: straight, curly, guillemets, single British ones told from apostrophes, quotes that
// run on over paragraphs with an opening mark each. Which of two straight marks opens is read from what stands beside it.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "mention/people_work.h"
#include "story/characters.h"

namespace crosscheck::people {
namespace {

enum class Side : std::uint8_t { none, open, close, either };

struct Mark {
  std::uint32_t begin = 0, end = 0;
  bool single = false;
  Side side = Side::none;
};

bool boundary(CharKind k) {
  return k == CharKind::space || k == CharKind::open_bracket || k == CharKind::close_bracket || k == CharKind::dash ||
         k == CharKind::quote;
}

class QuoteReader {
 public:
  explicit QuoteReader(Work& work) : w_(work), text_(work.story.text) {}

  void read() {
    const auto& blocks = w_.story.blocks;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
      if (!is_read(blocks[b].kind)) continue;
      paragraph(blocks[b], next_opens(b));
    }
    std::sort(w_.out.quotes.begin(), w_.out.quotes.end(),
              [](const QuoteMention& a, const QuoteMention& b) { return a.at.span < b.at.span; });
  }

 private:
  Work& w_;
  std::string_view text_;

  // Whether the next paragraph of the body begins with an opening mark: then a quotation without an end runs on.
  bool next_opens(std::size_t b) const {
    const auto& blocks = w_.story.blocks;
    for (std::size_t n = b + 1; n < blocks.size(); ++n) {
      if (!is_read(blocks[n].kind)) continue;
      if (blocks[n].kind != blocks[b].kind) return false;
      std::uint32_t at = blocks[n].begin;
      while (at < blocks[n].end && char_at(text_, at).kind == CharKind::space) at += char_at(text_, at).length;
      return at < blocks[n].end && char_at(text_, at).kind == CharKind::quote;
    }
    return false;
  }

  CharInfo before(std::uint32_t at, std::uint32_t begin) const {
    return at > begin ? char_before(text_, at) : CharInfo{CharKind::space, false, false, 0};
  }
  CharInfo behind(std::uint32_t at, std::uint32_t end) const {
    return at < end ? char_at(text_, at) : CharInfo{CharKind::space, false, false, 0};
  }

  // The mark at `at`, or one of side none.
  Mark mark(std::uint32_t at, const Block& block) const {
    const unsigned char c = static_cast<unsigned char>(text_[at]);
    if (c == '\'' && at + 1 < block.end && text_[at + 1] == '\'') {  // two apostrophes are typed for a double mark
      const bool three = at + 2 < block.end && text_[at + 2] == '\'';
      if (!three || boundary(before(at, block.begin).kind)) return straight(at, at + 2, false, block);
    }
    if (c == '"' || c == '\'') return straight(at, at + 1, c == '\'', block);
    if (c == 0xc2 && at + 1 < block.end) {
      const unsigned char d = static_cast<unsigned char>(text_[at + 1]);
      if (d == 0xab) return {at, at + 2, false, Side::open};
      if (d == 0xbb) return {at, at + 2, false, Side::close};
    }
    if (c != 0xe2 || at + 2 >= block.end || static_cast<unsigned char>(text_[at + 1]) != 0x80) return {at, at + 1, false, Side::none};
    switch (static_cast<unsigned char>(text_[at + 2])) {
      case 0x9c: {  // typed where a quotation ends, too
        const bool ends = !boundary(before(at, block.begin).kind) && boundary(behind(at + 3, block.end).kind);
        return {at, at + 3, false, ends ? Side::close : Side::open};
      }
      case 0x9e: return {at, at + 3, false, Side::open};
      case 0x9d: return {at, at + 3, false, Side::close};
      case 0x98: return straight(at, at + 3, true, block);
      case 0x99: {
        Mark m = straight(at, at + 3, true, block);
        if (m.side == Side::open) m.side = Side::none;  // ’tis
        if (m.side == Side::either) m.side = Side::close;
        return m;
      }
      default: return {at, at + 1, false, Side::none};
    }
  }

  Mark straight(std::uint32_t at, std::uint32_t end, bool single, const Block& block) const {
    const CharInfo left = before(at, block.begin), right = behind(end, block.end);
    const bool free_left = boundary(left.kind), free_right = right.kind == CharKind::space;
    Mark m{at, end, single, Side::none};
    if (single && is_word(left.kind) && is_word(right.kind)) return m;  // an apostrophe
    if (single && free_left && right.kind == CharKind::digit) return m;  // the '90s
    if (free_left && !free_right) m.side = Side::open;
    else if (!free_left) m.side = free_right || !is_word(right.kind) || !single ? Side::close : Side::none;
    else m.side = single ? Side::none : Side::either;
    if (!single && !free_left && is_word(right.kind) && is_word(left.kind)) m.side = Side::either;
    return m;
  }

  // Whether a single closing mark behind an s may be a plural's: "the workers' strike".
  bool plural(const Mark& m, const Block& block) const {
    if (m.begin == block.begin) return false;
    const char left = text_[m.begin - 1];
    const CharInfo gap = behind(m.end, block.end);
    return (left == 's' || left == 'z' || left == 'x') && gap.kind == CharKind::space && m.end + 1 < block.end &&
           char_at(text_, m.end + gap.length).lower;
  }

  // Where a byte stands that may begin a mark, from `at` on; `end` where none does.
  std::uint32_t next_mark(std::uint32_t at, std::uint32_t end) const {
    static constexpr auto kMarks = [] {
      std::array<bool, 256> marks{};
      for (const unsigned char c : {'"', '\'', '\xe2', '\xc2'}) marks[c] = true;
      return marks;
    }();
    const auto found = std::find_if(text_.begin() + at, text_.begin() + end, [](char c) { return kMarks[static_cast<unsigned char>(c)]; });
    return static_cast<std::uint32_t>(found - text_.begin());
  }

  void paragraph(const Block& block, bool runs_on) {
    bool in_double = false, in_single = false;
    Mark open_double, open_single, held;
    bool holding = false;
    for (std::uint32_t at = block.begin; (at = next_mark(at, block.end)) < block.end;) {
      Mark m = mark(at, block);
      at = m.end;
      if (m.side == Side::none) continue;
      if (m.single) {
        if (m.side == Side::open) {
          if (in_single && holding) add(open_single, held, block, in_double);
          open_single = m;
          in_single = true;
          holding = false;
        } else if (in_single) {
          held = m;
          holding = true;
          if (plural(m, block)) continue;  // perhaps a later one closes
          add(open_single, m, block, in_double);
          in_single = holding = false;
        }
        continue;
      }
      if (m.side == Side::either) m.side = in_double ? Side::close : Side::open;
      if (m.side == Side::open) {
        open_double = m;  // an earlier one without an end was none
        in_double = true;
        if (!in_single) holding = false;
      } else if (in_double) {
        if (in_single && holding && open_single.begin > open_double.begin) add(open_single, held, block, true);
        if (in_single && open_single.begin > open_double.begin) in_single = holding = false;
        add(open_double, m, block, false);
        in_double = false;
      }
    }
    if (in_single && holding) add(open_single, held, block, in_double);
    if (in_double && runs_on) add(open_double, {block.end, block.end, false, Side::close}, block, false);
  }

  std::uint32_t token_at(std::uint32_t byte) {  // first token that ends behind the byte
    const auto& tokens = w_.story.tokens;
    const auto it = std::upper_bound(tokens.begin(), tokens.end(), byte, [](std::uint32_t b, const Token& t) { return b < t.end; });
    return static_cast<std::uint32_t>(it - tokens.begin());
  }

  void add(const Mark& open, const Mark& close, const Block& block, bool nested) {
    if (close.begin <= open.end) return;
    QuoteMention q;
    const std::uint32_t first = token_at(open.begin);
    std::uint32_t last = token_at(close.end == close.begin ? close.end : close.end - 1);
    if (last < w_.story.tokens.size() && w_.story.tokens[last].begin < close.end) ++last;
    if (first >= last) return;
    q.at = {{w_.story.id, open.begin, close.end}, first, last, w_.sentence_of[first]};
    q.words_span = {w_.story.id, open.end, close.begin};
    read_words(q);
    if (q.words.words.empty()) return;
    q.headline = block.kind == BlockKind::headline || block.kind == BlockKind::standfirst;
    q.partial = nested || partial(q);
    w_.out.quotes.push_back(std::move(q));
  }

  void read_words(QuoteMention& q) const {
    for (std::uint32_t t = q.at.first; t < q.at.last; ++t) {
      const std::string_view form = w_.form(t);
      bool word = false;
      for (std::size_t i = 0; i < form.size() && !word; ++i) {
        const unsigned char c = static_cast<unsigned char>(form[i]);
        word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0xc3;
      }
      if (!word) continue;
      const bool clitic = !q.words.words.empty() && !form.empty() && (form[0] == '\'' || form == "n't");
      if (clitic) q.words.words.back() += form;
      else q.words.words.emplace_back(form);
    }
  }

  // Less than a sentence: it begins in the middle of one.
  bool partial(const QuoteMention& q) const {
    const CharInfo first = char_at(text_, q.words_span.begin);
    if (!first.upper) return true;
    return w_.story.sentences[q.at.sentence].first + 1 < q.at.first && q.words.words.size() < 4;
  }
};

}  // namespace

void find_quotes(Work& work) { QuoteReader(work).read(); }

}  // namespace crosscheck::people
