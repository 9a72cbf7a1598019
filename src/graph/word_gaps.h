// Where two sentences that are nearly one differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace crosscheck {

// Words [a, a_end) of one sentence stand where [b, b_end) of the other do; one of the two may be empty.
struct Gap {
  std::size_t a = 0, a_end = 0, b = 0, b_end = 0;
};

// What the longest common subsequence of the two (hashes of words) leaves; gaps with a single word between them are one.
std::vector<Gap> gaps_between(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

// A quote may be cut shorter at its ends: that is no difference. `a` and `b`: words of the two.
void trim_ends(std::vector<Gap>& gaps, std::size_t a, std::size_t b);

}  // namespace crosscheck
