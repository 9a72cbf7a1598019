#include "graph/contexts.h"

#include <algorithm>
#include <cmath>

namespace crosscheck {
namespace {

constexpr float kNear = 0.5f, kAlmostSame = 0.8f;  // of two words

}  // namespace

Contexts::Contexts(const std::vector<AnalysedStory>& stories, const Language* language) : stories_(stories), relations_(language ? &language->relations() : nullptr) {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  std::vector<std::uint32_t> sentences;  // per word: how many hold it
  for (const AnalysedStory& story : stories) {
    first_.push_back(static_cast<std::uint32_t>(bags_.size()));
    for (std::uint32_t s = 0; s < story.story.sentences.size(); ++s) {
      std::vector<Word>& bag = bags_.emplace_back();
      if (s >= story.claims.contexts.size()) continue;
      for (const ContextWord& word : story.claims.contexts[s]) {
        const auto [it, fresh] = numbers.try_emplace(word.word, static_cast<std::uint32_t>(numbers.size()));
        if (fresh) sentences.push_back(0), entries_.push_back(relations_ ? relations_->find(word.word) : WordRelations::Entry());
        ++sentences[it->second];
        bag.push_back({it->second, word.clause});
      }
      std::sort(bag.begin(), bag.end(), [](const Word& x, const Word& y) { return x.number < y.number; });
    }
  }
  const double per_story = static_cast<double>(std::max<std::size_t>(1, stories.size()));
  for (const std::uint32_t n : sentences) weight_.push_back(1 / std::sqrt(1 + n / per_story));
  near_.resize(entries_.size());
  std::vector<std::uint32_t> keys;
  for (std::uint32_t n = 0; n < entries_.size(); ++n) {
    if (!entries_[n]) continue;
    keys.clear();
    relations_->keys(entries_[n], keys);
    for (const std::uint32_t key : keys)
      if (std::vector<std::uint32_t>& with = by_key_[key]; with.empty() || with.back() != n) with.push_back(n);
  }
}

const std::vector<Contexts::Near>& Contexts::near(std::uint32_t number) {
  static_assert(kNear >= WordRelations::kShareKey);
  std::optional<std::vector<Near>>& known = near_[number];
  if (known) return *known;
  known.emplace();
  if (!entries_[number]) return *known;
  std::vector<std::uint32_t> keys, numbers;
  relations_->keys(entries_[number], keys);
  for (const std::uint32_t key : keys) numbers.insert(numbers.end(), by_key_[key].begin(), by_key_[key].end());
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  for (const std::uint32_t other : numbers)
    if (const auto close = static_cast<float>(relations_->closeness(entries_[number], entries_[other])); other != number && close >= kNear)
      known->push_back({other, close});
  return *known;
}

Contexts::Shared Contexts::overlap(const Claim& a, const Claim& b, bool by_clause) {
  const std::vector<Word> &x = bags_[bag(a)], &y = bags_[bag(b)];
  const auto weight = [&](const Claim& claim, const Word& w) { return weight_[w.number] * nearness(claim, w, by_clause); };
  Shared out;
  double sum_a = 0, sum_b = 0, shared = 0;
  for (const Word& w : x) sum_a += weight(a, w);
  for (const Word& w : y) sum_b += weight(b, w);
  for (const Pair& pair : pairs(bag(a), bag(b))) {
    const Word &v = x[pair.a], &w = y[pair.b];
    shared += pair.close * std::min(weight_[v.number], weight_[w.number]) * std::min(nearness(a, v, by_clause), nearness(b, w, by_clause));
    out.words += pair.close >= kAlmostSame ? 1 : 0;
  }
  const double smaller = std::min(sum_a, sum_b);
  out.part = smaller > 0 ? shared / smaller : 0;
  return out;
}

const std::vector<Contexts::Pair>& Contexts::pairs(std::uint32_t a, std::uint32_t b) {
  if (pairs_of_ != a) paired_.clear();
  pairs_of_ = a;
  const auto [it, fresh] = paired_.try_emplace(b);
  if (fresh) it->second = paired(bags_[a], bags_[b]);
  return it->second;
}

// The words of both, then other words for the same: each with the closest that is left.
std::vector<Contexts::Pair> Contexts::paired(const std::vector<Word>& x, const std::vector<Word>& y) {
  std::vector<Pair> out;
  std::vector<std::uint32_t> only_x, only_y;
  std::uint32_t i = 0, j = 0;
  while (i < x.size() || j < y.size()) {
    if (j == y.size() || (i < x.size() && x[i].number < y[j].number)) only_x.push_back(i++);
    else if (i == x.size() || y[j].number < x[i].number) only_y.push_back(j++);
    else out.push_back({i++, j++, 1.0f});
  }
  for (const std::uint32_t v : only_x) {
    float best = 0;
    std::size_t at = 0, k = 0;
    for (const Near& other : near(x[v].number)) {
      while (k < only_y.size() && y[only_y[k]].number < other.number) ++k;
      if (k == only_y.size()) break;
      if (y[only_y[k]].number == other.number && other.close > best) best = other.close, at = k;
    }
    if (best == 0) continue;
    out.push_back({v, only_y[at], best});
    only_y.erase(only_y.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return out;
}

double Contexts::nearness(const Claim& claim, const Word& word, bool by_clause) const {
  constexpr double kNeighbour = 0.5, kFar = 0.25;
  if (!by_clause || claim.clause == word.clause || claim.clause == kNone || word.clause == kNone) return 1;
  const std::vector<Clause>& clauses = stories_[claim.story.index()].syntax.clauses;
  const bool neighbour = clauses[claim.clause].parent == word.clause || clauses[word.clause].parent == claim.clause;
  return neighbour ? kNeighbour : kFar;
}

}  // namespace crosscheck
