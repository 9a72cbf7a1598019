// Quoted words: a shorter quote of the same words agrees, one changed word of weight does not, nor the same words in another
// order: "a productive meeting" against "a pointless meeting".
#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "value/relations.h"

namespace crosscheck::relations {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kLongest = 400;   // words; longer quotes are compared for nesting only
constexpr std::size_t kFewest = 4;      // of fewer words it cannot be told whether they are the same passage
constexpr std::size_t kWordsPerChange = 5;

bool is_subsequence(const Words& shorter, const Words& longer) {
  std::size_t at = 0;
  for (const std::string& word : longer) {
    if (at < shorter.size() && shorter[at] == word) ++at;
  }
  return at == shorter.size();
}

std::size_t letter_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t up = row[j];
      row[j] = std::min({up + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1] ? 1 : 0)});
      diagonal = up;
    }
  }
  return row[b.size()];
}

bool has_digit(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Another spelling or ending of one word: "colour" and "color", "realise" and "realized". Figures have no spellings.
bool is_variant(const std::string& a, const std::string& b) {
  if (has_digit(a) || has_digit(b) || a.size() > 40 || b.size() > 40) return false;
  const std::size_t shared = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  return shared >= 3 && letter_distance(a, b) <= 2;
}

// Short words are mostly articles, prepositions and auxiliaries, which editors smooth.
bool has_weight(const std::string& word) { return word.size() >= 4 || has_digit(word); }

struct Cost {
  std::size_t changes = 0;   // words put in, left out or changed
  std::size_t weighty = 0;   // of these, changed words of weight on both sides
};
Cost better(const Cost& x, const Cost& y) {
  if (x.changes != y.changes) return x.changes < y.changes ? x : y;
  return x.weighty >= y.weighty ? x : y;
}

Cost substitution(const std::string& a, const std::string& b) {
  if (a == b) return {};
  if (is_variant(a, b)) return {};
  return {1, has_weight(a) && has_weight(b) ? std::size_t{1} : 0};
}
Cost operator+(const Cost& x, const Cost& y) { return {x.changes + y.changes, x.weighty + y.weighty}; }

// Word edit distance (Wagner and Fischer 1974); where the lengths differ the longer may begin and end freely (Sellers 1980).
Cost alignment(const Words& shorter, const Words& longer) {
  const bool free_ends = shorter.size() < longer.size();
  std::vector<Cost> row(longer.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = free_ends ? Cost{} : Cost{j, 0};
  for (std::size_t i = 1; i <= shorter.size(); ++i) {
    Cost diagonal = row[0];
    row[0] = {i, 0};
    for (std::size_t j = 1; j <= longer.size(); ++j) {
      const Cost up = row[j];
      const Cost one{1, 0};
      row[j] = better(diagonal + substitution(shorter[i - 1], longer[j - 1]), better(up + one, row[j - 1] + one));
      diagonal = up;
    }
  }
  if (!free_ends) return row.back();
  Cost best = row[0];
  for (const Cost& c : row) best = better(best, c);
  return best;
}

// At least so many words of the one have nothing like them in the other, and each of these is a change: same words and
// variants begin alike.
std::size_t fewest_changes(const Words& shorter, const Words& longer) {
  constexpr std::size_t kBeginning = 3;  // bytes, is_variant()
  std::bitset<256> begun;
  const auto beginning = [kBeginning](const std::string& word) {
    std::size_t key = 0;
    for (std::size_t i = 0; i < std::min(kBeginning, word.size()); ++i) key = key * 31 + static_cast<unsigned char>(word[i]);
    return key % 256;
  };
  for (const std::string& word : longer) begun.set(beginning(word));
  return static_cast<std::size_t>(std::count_if(shorter.begin(), shorter.end(), [&](const std::string& word) { return !begun[beginning(word)]; }));
}

// The same words in another order: "smaller classes, not bigger halls" against "bigger halls, not smaller classes".
bool turned_round(Words a, Words b) {
  if (a.size() != b.size() || a == b) return false;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

}  // namespace

Relation of(const QuotedWords& a, const QuotedWords& b) {
  if (a.words.empty() || b.words.empty()) return Relation::not_comparable;
  if (a.words.size() > b.words.size()) return mirror(of(b, a));
  if (a.words.size() < b.words.size() && is_subsequence(a.words, b.words)) return Relation::narrower;
  if (a.words.size() < kFewest || b.words.size() > kLongest) return Relation::not_comparable;
  if (turned_round(a.words, b.words)) return Relation::disjoint;
  const std::size_t allowed = std::max<std::size_t>(1, a.words.size() / kWordsPerChange);
  if (fewest_changes(a.words, b.words) > allowed) return Relation::not_comparable;
  const Cost cost = alignment(a.words, b.words);
  if (cost.changes > allowed) return Relation::not_comparable;
  if (cost.changes == 0) return a.words.size() == b.words.size() ? Relation::same : Relation::narrower;
  return cost.weighty > 0 ? Relation::disjoint : Relation::overlapping;
}

}  // namespace crosscheck::relations
