#include "graph/word_gaps.h"

#include <algorithm>

namespace crosscheck {

std::vector<Gap> gaps_between(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::size_t n = a.size(), m = b.size();
  std::vector<std::uint16_t> length((n + 1) * (m + 1));  // of the common subsequence of the two rests
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return length[i * (m + 1) + j]; };
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;)
      at(i, j) = a[i] == b[j] ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
  std::vector<Gap> gaps;
  for (std::size_t i = 0, j = 0; i < n || j < m;) {
    if (i < n && j < m && a[i] == b[j]) {
      ++i, ++j;
      continue;
    }
    const bool joins = !gaps.empty() && i - gaps.back().a_end <= 1 && j - gaps.back().b_end <= 1;
    if (!joins) gaps.push_back({i, i, j, j});
    if (j == m || (i < n && at(i + 1, j) >= at(i, j + 1))) ++i;
    else ++j;
    gaps.back().a_end = i;
    gaps.back().b_end = j;
  }
  return gaps;
}

void trim_ends(std::vector<Gap>& gaps, std::size_t a, std::size_t b) {
  const auto one_sided = [](const Gap& gap) { return gap.a == gap.a_end || gap.b == gap.b_end; };
  if (!gaps.empty() && gaps.back().a_end == a && gaps.back().b_end == b && one_sided(gaps.back())) gaps.pop_back();
  if (!gaps.empty() && gaps.front().a == 0 && gaps.front().b == 0 && one_sided(gaps.front())) gaps.erase(gaps.begin());
}

}  // namespace crosscheck
