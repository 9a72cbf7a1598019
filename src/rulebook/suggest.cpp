#include "rulebook/suggest.h"

#include <algorithm>

namespace crosscheck {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t apart = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (apart > limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1] ? 1u : 0u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::string nearest(std::string_view name, const std::vector<std::string_view>& candidates) {
  if (name.size() > 100) return {};
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, (name.size() + 1) / 3) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > 100) continue;
    std::size_t distance = edit_distance(name, candidate, best_distance);
    // "resigned" for "resign": one word inside the other is nearer than its length tells.
    const std::size_t shorter = std::min(name.size(), candidate.size());
    if (shorter >= 3 && name.substr(0, shorter) == candidate.substr(0, shorter)) distance = std::min<std::size_t>(distance, 1);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return std::string(best);
}

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& candidates, std::string_view before,
                         std::string_view after) {
  const std::string best = nearest(name, candidates);
  if (best.empty()) return {};
  return ": did you mean " + std::string(before) + best + std::string(after) + "?";
}

}  // namespace crosscheck
