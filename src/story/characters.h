// What kind of character stands at a byte: the one classification that tokens, sentences and head matter share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crosscheck {

enum class CharKind : std::uint8_t {
  space, letter, digit, stop, terminator, comma, colon, apostrophe, quote, hyphen, dash, ellipsis, open_bracket, close_bracket,
  currency, slash, at_sign, hash, ampersand, percent, symbol,
};

struct CharInfo {
  CharKind kind = CharKind::symbol;
  bool upper = false;         // an upper or title case letter
  bool lower = false;         // a lower case letter; scripts without case are neither
  std::uint8_t length = 1;    // bytes
};

// Well-formed UTF-8, at < text.size().
CharInfo char_at(std::string_view text, std::size_t at);

// Of the character that ends just before `at`, 0 < at <= text.size().
CharInfo char_before(std::string_view text, std::size_t at);

inline bool is_word(CharKind k) { return k == CharKind::letter || k == CharKind::digit; }

// Without white space (also no-break and other Unicode spaces) at both ends.
std::string_view trim(std::string_view text);

}  // namespace crosscheck
