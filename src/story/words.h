// Running text -> tokens and sentences, in one pass over the bytes. ICU's break iterators know neither "U.S." nor
// "28-point" and take several times as long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/hash.h"
#include "rulebook/rulebook.h"
#include "story/story.h"

namespace crosscheck {

// No sentence is longer than this; what would be is cut at a semicolon or comma. Keeps later stages linear on text
// without full stops.
inline constexpr std::uint32_t kLongestSentence = 250;  // tokens

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return static_cast<std::size_t>(quick_hash(s)); }
};
using WordSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

// The entries of a word list, folded; empty where the rulebook has no such list.
WordSet word_set(const Rulebook& rulebook, std::string_view list);

// Tokens as UD English EWT cuts them (but for hyphens, which do not cut) and sentences of them.
// Lists it reads: rules/lexicon/abbreviations.toml.
class WordCutter {
 public:
  explicit WordCutter(const Rulebook& rulebook);

  // Appends the tokens of text[begin, end) to `tokens`.
  void cut(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Token>& tokens) const;
  // Appends the sentences of tokens [first, tokens.size()), all of one block, to `sentences`.
  void break_sentences(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t block,
                       std::vector<Sentence>& sentences) const;

 private:
  enum class Abbreviation : std::uint8_t { none, before_name, before_number, inside, at_end };
  struct Cursor;

  void add_abbreviations(const Rulebook& rulebook, std::string_view list, Abbreviation kind);
  Abbreviation abbreviation(std::string_view word) const;  // with its full stop
  std::uint32_t word_end(std::string_view text, std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t with_full_stop(std::string_view text, std::uint32_t begin, std::uint32_t word, std::uint32_t end) const;
  bool continues_after_dot(std::string_view text, std::uint32_t begin, std::uint32_t dot, std::uint32_t end) const;
  void add_word(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Token>& tokens) const;
  std::uint32_t clitic_end(std::string_view text, std::uint32_t apostrophe, std::uint32_t end) const;
  bool negative_at(std::string_view text, std::uint32_t apostrophe, std::uint32_t end) const;
  std::uint32_t mark_end(std::string_view text, std::uint32_t at, std::uint32_t end, bool glued) const;
  bool ends_sentence(std::string_view text, const std::vector<Token>& tokens, std::uint32_t stop, std::uint32_t next) const;
  bool cue_follows(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at) const;

  std::unordered_map<std::string, Abbreviation, StringHash, std::equal_to<>> abbreviations_;
  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>> joined_;  // "cannot" -> 3
  std::uint32_t joined_begin_ = 0, joined_end_ = 0;  // a bit for each letter that one begins or ends with
  WordSet clitics_, negative_, apostrophe_words_, openers_, domain_endings_, quote_cues_, calendar_;
};

}  // namespace crosscheck
