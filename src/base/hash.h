// FNV-1a, 64 bits: the same on every machine, so that fingerprints of findings last.
#pragma once

#include <cstdint>
#include <string_view>

namespace crosscheck {

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

}  // namespace crosscheck
