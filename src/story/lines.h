// A short line as words, with the phrases of head-matter.toml found in it.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rulebook/rulebook.h"
#include "story/words.h"

namespace crosscheck {

// What a phrase of head-matter.toml says; each is the word list of that name ("date-label").
enum class Sign : std::uint8_t {
  date_label, update_label, byline_opener, byline_word, outlet_desk, unnamed_agencies, outlet_word, agency, furniture,
  furniture_label, furniture_part, tag_label, note_sign, credit_opener, edited_by, navigation, kicker, article,
};

struct LineWord {
  std::uint32_t begin = 0, end = 0;  // bytes of the story's text
  std::string_view folded;           // into Line::folded
  bool upper = false;                // begins with a capital or a figure
  bool all_upper = false;            // of two letters or more, all capitals
  bool small = false;                // "of", "the"
};

struct SignHit {
  Sign sign = Sign::navigation;
  std::uint32_t first = 0, last = 0;  // words [first, last)
};

struct Line {
  std::uint32_t begin = 0, end = 0;  // bytes of the story's text
  std::unique_ptr<char[]> folded;    // its words, one behind the other
  std::vector<LineWord> words;
  std::vector<SignHit> signs;        // by first word, the longest first within a sign

  const SignHit* at(Sign sign, std::uint32_t word) const;   // the longest that begins at a word
  const SignHit* any(Sign sign) const;
  bool title_case() const;           // every word but small ones begins with a capital or figure, the first does
  bool all_caps() const;
};

class LineReader {
 public:
  explicit LineReader(const Rulebook& rulebook);
  Line read(std::string_view text, std::uint32_t begin, std::uint32_t end) const;

 private:
  struct Phrase { std::vector<std::string> words; Sign sign; };
  struct Word {  // what a word may be
    bool small = false;
    std::vector<Phrase> begins;  // longest first
  };
  void add(const Rulebook& rulebook, std::string_view list, Sign sign);
  static std::size_t bucket(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front()), last = static_cast<unsigned char>(word.back());
    return (word.size() & 15) << 10 | static_cast<std::size_t>(first & 31) << 5 | (last & 31);
  }
  std::unordered_map<std::string, Word, StringHash, std::equal_to<>> words_;
  std::bitset<1 << 14> filter_;  // of words_, by length and two letters: most words are not among them
};

// Whether text[0, size) ends with a full stop, "?", "!" or ellipsis, closing marks after it not counted.
bool ends_like_sentence(std::string_view text);

}  // namespace crosscheck
