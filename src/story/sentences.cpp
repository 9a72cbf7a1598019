// Sentence ends: a full stop, question mark or call, with the quotation marks and brackets that close there, before
// something that can open a sentence.
#include <algorithm>

#include "base/utf8.h"
#include "story/characters.h"
#include "story/words.h"

namespace crosscheck {

namespace {

using Kind = CharKind;

bool closes(std::string_view text, const Token& token, std::uint32_t glued_to) {
  if (token.begin != glued_to) return false;
  const Kind kind = char_at(text, token.begin).kind;
  return (kind == Kind::quote || kind == Kind::apostrophe || kind == Kind::close_bracket) && token.end - token.begin <= 3;
}

bool opens(Kind kind) { return kind == Kind::quote || kind == Kind::apostrophe || kind == Kind::open_bracket; }

}  // namespace

// Whether a name and a verb of saying begin at token `at`: "Now?" [Name asked].
bool WordCutter::cue_follows(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at) const {
  for (std::uint32_t k = at; k < tokens.size() && k < at + 5; ++k) {
    const std::string_view word = text.substr(tokens[k].begin, tokens[k].end - tokens[k].begin);
    if (k > at && word.size() <= 12 && quote_cues_.count(fold(word))) return true;
    if (!char_at(text, tokens[k].begin).upper) return false;
  }
  return false;
}

// Whether the sentence ends between the terminator token `stop` (closers already passed) and token `next`.
bool WordCutter::ends_sentence(std::string_view text, const std::vector<Token>& tokens, std::uint32_t stop, std::uint32_t next) const {
  const Token& end = tokens[stop];
  const std::string_view mark = text.substr(end.begin, end.end - end.begin);
  const bool gap = tokens[next].begin > tokens[next - 1].end;
  std::uint32_t word = next;
  while (word + 1 < tokens.size() && word < next + 3 && opens(char_at(text, tokens[word].begin).kind)) ++word;
  const CharInfo first = char_at(text, tokens[word].begin);
  if (!gap && !(first.upper && word == next && mark == ".")) return false;
  const bool opener = first.kind == Kind::digit || first.kind == Kind::currency || (first.kind == Kind::letter && !first.lower) ||
                      first.kind == Kind::hash || first.kind == Kind::at_sign;
  if (!opener) return false;
  if (first.lower) return false;
  const CharInfo mark_first = char_at(text, end.begin);
  if (!is_word(mark_first.kind)) {
    const bool quoted_question = mark_first.kind == Kind::terminator && next > stop + 1;
    return !(quoted_question && word == next && cue_follows(text, tokens, next));
  }
  const std::string_view follower = text.substr(tokens[word].begin, tokens[word].end - tokens[word].begin);
  const std::string folded = follower.size() <= 16 ? fold(follower) : std::string();
  switch (abbreviation(mark)) {
    case Abbreviation::before_name: case Abbreviation::before_number: return false;
    case Abbreviation::at_end:
      return first.kind == Kind::letter && !calendar_.count(folded) && !(follower.size() > 1 && follower.size() <= 4 && char_before(text, tokens[word].end).upper);
    default: return openers_.count(folded) != 0;
  }
}

void WordCutter::break_sentences(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t block,
                                 std::vector<Sentence>& sentences) const {
  const auto count = static_cast<std::uint32_t>(tokens.size());
  std::uint32_t begin = first;
  std::uint32_t pause = first;  // behind the last semicolon or comma, for a sentence that does not end
  const auto finish = [&](std::uint32_t end) {
    if (end > begin) sentences.push_back({begin, end, block});
    begin = pause = end;
  };
  for (std::uint32_t k = first; k < count; ++k) {
    const CharInfo c = char_at(text, tokens[k].begin);
    if (k - begin + 1 >= kLongestSentence) finish(pause > begin + kLongestSentence / 2 ? pause : k + 1);
    if (c.kind == Kind::comma || c.kind == Kind::colon) { pause = k + 1; continue; }
    const bool stops = c.kind == Kind::stop || c.kind == Kind::terminator || c.kind == Kind::ellipsis;
    if (!stops && !(is_word(c.kind) && text[tokens[k].end - 1] == '.')) continue;
    std::uint32_t next = k + 1;
    while (next < count && closes(text, tokens[next], tokens[next - 1].end)) ++next;
    if (next >= count) break;
    const bool list_number = k == begin + 1 && char_at(text, tokens[begin].begin).kind == Kind::digit;  // "1. The dam held"
    if (!list_number && ends_sentence(text, tokens, k, next)) {
      finish(next);
      k = next - 1;
    }
  }
  finish(count);
}

}  // namespace crosscheck
