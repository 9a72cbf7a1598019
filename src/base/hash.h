// Hashes of bytes, 64 bits.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace crosscheck {

// FNV-1a: the same on every machine, so that fingerprints of findings last.
class Hash {
 public:
  Hash& add(std::string_view bytes) {
    for (const char c : bytes) byte(static_cast<unsigned char>(c));
    byte(0xff);  // no byte of UTF-8: "ab" "c" and "a" "bc" differ
    return *this;
  }
  Hash& add(std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8) byte(static_cast<unsigned char>(number >> shift));
    return *this;
  }
  std::uint64_t value() const { return state_; }

 private:
  void byte(unsigned char b) {
    state_ ^= b;
    state_ *= 1099511628211ULL;
  }
  std::uint64_t state_ = 14695981039346656037ULL;
};

// For tables of words in memory: eight bytes at a time, multiplied and stirred. Depends on the order of bytes of the machine.
inline std::uint64_t quick_hash(std::string_view text) {
  std::uint64_t h = text.size() * 0x9e3779b97f4a7c15u;
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; left -= 8, at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, 8);
    h = (h ^ eight) * 0xbf58476d1ce4e5b9u;
    h ^= h >> 31;
  }
  std::uint64_t rest = 0;
  if (left >= 4) {  // two fours that overlap
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, at, 4);
    std::memcpy(&last, at + left - 4, 4);
    rest = static_cast<std::uint64_t>(first) << 32 | last;
  } else {
    for (std::size_t i = 0; i < left; ++i) rest = rest << 8 | static_cast<unsigned char>(at[i]);
  }
  h = (h ^ rest) * 0x94d049bb133111ebu;
  return h ^ (h >> 32);
}

}  // namespace crosscheck
