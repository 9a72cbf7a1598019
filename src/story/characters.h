// What kind of character stands at a byte: the one classification that tokens, sentences and head matter share.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crosscheck {

enum class CharKind : std::uint8_t {
  space, letter, digit, stop, terminator, comma, colon, apostrophe, quote, hyphen, dash, ellipsis, open_bracket, close_bracket,
  currency, slash, at_sign, hash, ampersand, percent, symbol,
};

constexpr bool is_word(CharKind k) { return k == CharKind::letter || k == CharKind::digit; }

struct CharInfo {
  CharKind kind = CharKind::symbol;
  bool upper = false;         // an upper or title case letter
  bool lower = false;         // a lower case letter; scripts without case are neither
  std::uint8_t length = 1;    // bytes
};

constexpr std::array<CharInfo, 128> ascii_table() {
  std::array<CharInfo, 128> table{};
  for (std::size_t i = 0; i < 128; ++i) {
    const char c = static_cast<char>(i);
    CharInfo& info = table[i];
    if (c <= ' ' || i == 127) info.kind = CharKind::space;
    else if (c >= '0' && c <= '9') info.kind = CharKind::digit;
    else if (c >= 'A' && c <= 'Z') { info.kind = CharKind::letter; info.upper = true; }
    else if (c >= 'a' && c <= 'z') { info.kind = CharKind::letter; info.lower = true; }
    else switch (c) {
      case '.': info.kind = CharKind::stop; break;
      case '!': case '?': info.kind = CharKind::terminator; break;
      case ',': info.kind = CharKind::comma; break;
      case ':': case ';': info.kind = CharKind::colon; break;
      case '\'': case '`': info.kind = CharKind::apostrophe; break;
      case '"': info.kind = CharKind::quote; break;
      case '-': info.kind = CharKind::hyphen; break;
      case '(': case '[': case '{': info.kind = CharKind::open_bracket; break;
      case ')': case ']': case '}': info.kind = CharKind::close_bracket; break;
      case '$': info.kind = CharKind::currency; break;
      case '/': info.kind = CharKind::slash; break;
      case '@': info.kind = CharKind::at_sign; break;
      case '#': info.kind = CharKind::hash; break;
      case '&': info.kind = CharKind::ampersand; break;
      case '%': info.kind = CharKind::percent; break;
      case '_': info.kind = CharKind::letter; break;
      default: break;
    }
  }
  return table;
}
inline constexpr std::array<CharInfo, 128> kAsciiKinds = ascii_table();

constexpr std::array<bool, 256> ascii_words() {
  std::array<bool, 256> words{};
  for (std::size_t i = 0; i < 128; ++i) words[i] = is_word(kAsciiKinds[i].kind);
  return words;
}
inline constexpr std::array<bool, 256> kAsciiWord = ascii_words();  // by byte: letters and figures of ASCII

CharInfo wide_char_at(std::string_view text, std::size_t at);  // char_at beyond ASCII

// Well-formed UTF-8, at < text.size().
inline CharInfo char_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? kAsciiKinds[byte] : wide_char_at(text, at);
}

// Behind the letters and figures of ASCII that stand at `at`, and not behind `end`.
inline std::uint32_t ascii_word_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && kAsciiWord[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

// Of the character that ends just before `at`, 0 < at <= text.size().
CharInfo char_before(std::string_view text, std::size_t at);

// Without white space (also no-break and other Unicode spaces) at both ends.
std::string_view trim(std::string_view text);

}  // namespace crosscheck
