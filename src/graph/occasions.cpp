#include "graph/occasions.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace crosscheck {
namespace {

// Measured on 193 stories of 75 occasions, pairs of one and of two: names alone let one pair of two occasions in a
// hundred through, words as well a tenth of these.
constexpr double kNamesInCommon = 0.10;
constexpr double kWordsInCommon = 0.08;

// Numbers of each story to weights: what few stories have tells most.
std::vector<std::vector<std::pair<std::uint32_t, double>>> weigh(std::vector<std::vector<std::uint32_t>> sets,
                                                                 std::size_t numbers) {
  std::vector<std::uint32_t> holders(numbers);
  for (auto& set : sets) {
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    for (const std::uint32_t n : set) ++holders[n];
  }
  std::vector<std::vector<std::pair<std::uint32_t, double>>> out;
  for (const auto& set : sets) {
    out.emplace_back();
    for (const std::uint32_t n : set)
      out.back().emplace_back(n, std::log(1 + static_cast<double>(sets.size()) / holders[n]));
  }
  return out;
}

}  // namespace

Occasions::Occasions(const std::vector<AnalysedStory>& stories, const EntityLinks& entities) {
  if (stories.size() <= kHandful) return;
  std::vector<std::vector<std::uint32_t>> names(stories.size()), words(stories.size());
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (std::size_t s = 0; s < stories.size(); ++s) {
    for (const EntityId e : entities.of_story[s])
      if (e.valid()) names[s].push_back(e.value);
    for (const std::vector<ContextWord>& context : stories[s].claims.contexts)
      for (const ContextWord& word : context)
        words[s].push_back(numbers.try_emplace(word.word, static_cast<std::uint32_t>(numbers.size())).first->second);
  }
  names_ = weigh(std::move(names), entities.entities.size());
  words_ = weigh(std::move(words), numbers.size());
}

double Occasions::share(const Weighted& a, const Weighted& b) {
  double shared = 0, sum_a = 0, sum_b = 0;
  for (const auto& entry : a) sum_a += entry.second;
  for (const auto& entry : b) sum_b += entry.second;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->first < j->first) {
      ++i;
    } else if (j->first < i->first) {
      ++j;
    } else {
      shared += i->second;
      ++i, ++j;
    }
  }
  const double lighter = std::min(sum_a, sum_b);
  return lighter > 0 ? shared / lighter : 0;
}

bool Occasions::maybe_one(StoryId a, StoryId b) {
  if (names_.empty()) return true;
  if (b < a) std::swap(a, b);
  const auto [it, fresh] = known_.try_emplace((std::uint64_t{a.value} << 32) | b.value, false);
  if (fresh)
    it->second = share(names_[a.index()], names_[b.index()]) >= kNamesInCommon &&
                 share(words_[a.index()], words_[b.index()]) >= kWordsInCommon;
  return it->second;
}

}  // namespace crosscheck
