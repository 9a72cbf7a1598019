// The words of a story as hashes, for passages that two stories share.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "base/utf8.h"

namespace crosscheck {

// A letter or a figure: no mark of punctuation, curly quotes and dashes (U+2000 to U+206F) among them.
inline bool is_word(std::string_view token) {
  for (std::size_t i = 0; i < token.size(); ++i) {
    const auto u = static_cast<unsigned char>(token[i]);
    if (u == 0xe2 && i + 2 < token.size() && (static_cast<unsigned char>(token[i + 1]) & 0xfe) == 0x80) i += 2;
    else if (u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z')) return true;
  }
  return false;
}

inline std::uint64_t word_hash(std::string_view token) { return Hash().add(fold(token)).value(); }

}  // namespace crosscheck
