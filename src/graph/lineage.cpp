#include "graph/lineage.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "base/hash.h"
#include "graph/story_words.h"

namespace crosscheck {
namespace {

constexpr std::size_t kShingle = 4;      // words
constexpr std::size_t kWindow = 4;       // shingles of which one is kept: seven words in common share one for certain
constexpr std::uint32_t kShared = 2;     // fingerprints that make two stories worth a comparison
constexpr std::size_t kRun = 8;          // words of a passage: titles with names are shorter
constexpr std::uint32_t kManyRuns = 10;  // about two sentences
constexpr std::uint32_t kSomeRuns = 5;   // enough where they are a good part of a short story
constexpr double kGoodPart = 0.2;
constexpr std::size_t kSentence = 8;     // words of narration: a shorter one says little
constexpr double kAlike = 0.6;           // part of two sentences that stands in both, in order
constexpr std::uint32_t kManyAlike = 3;  // two reporters of one event write one or two such sentences by themselves
constexpr std::size_t kShortest = 2, kLongest = 7;  // words of a fragment
constexpr std::uint32_t kManyFragments = 3;
constexpr std::size_t kAllPairs = 32;  // a shingle in more stories than this joins neighbours only

// A word of narration, what stands in quotation marks left out. Between sentences, and where somebody speaks, a word of its
// own keeps runs apart.
struct Word {
  std::uint64_t hash = 0;
  Span span;  // empty: a gap
};

struct Narration {
  std::vector<Word> words;
  std::vector<std::uint32_t> begins;  // of each sentence, and one more
};

Narration narration(const AnalysedStory& story) {
  Narration out;
  const auto& quotes = story.mentions.quotes;
  auto quote = quotes.begin();
  for (const Sentence& s : story.story.sentences) {
    out.begins.push_back(static_cast<std::uint32_t>(out.words.size()));
    out.words.emplace_back();
    for (std::uint32_t t = s.first; t < s.last; ++t) {
      const Token& token = story.story.tokens[t];
      while (quote != quotes.end() && quote->at.span.end <= token.begin) ++quote;
      const bool spoken = quote != quotes.end() && quote->at.span.begin < token.end;
      if (spoken && !out.words.back().span.empty()) out.words.emplace_back();
      if (spoken || !is_word(story.story.words(token))) continue;
      out.words.push_back({word_hash(story.story.words(token)), {story.story.id, token.begin, token.end}});
    }
  }
  out.begins.push_back(static_cast<std::uint32_t>(out.words.size()));
  return out;
}

// Every run of `length` words: its hash, and where in `words` it begins.
struct Run {
  std::uint64_t hash;
  std::uint32_t at;
};
std::vector<Run> runs_of(const std::vector<Word>& words, std::size_t length) {
  std::vector<Run> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].span.empty()) begin = i + 1;
    if (i + 1 < begin + length) continue;
    Hash h;
    for (std::size_t k = i + 1 - length; k <= i; ++k) h.add(static_cast<std::uint32_t>(words[k].hash ^ (words[k].hash >> 32)));
    out.push_back({h.value(), static_cast<std::uint32_t>(i + 1 - length)});
  }
  return out;
}

// Of each window of shingles the least one, the last of several: which are kept depends on nothing but the words.
std::vector<std::uint64_t> fingerprints(const Narration& story) {
  const std::vector<Run> shingles = runs_of(story.words, kShingle);
  std::vector<std::uint64_t> out;
  for (std::size_t begin = 0; begin < shingles.size();) {
    std::size_t end = begin + 1;  // of a stretch without a gap
    while (end < shingles.size() && shingles[end].at == shingles[end - 1].at + 1) ++end;
    for (std::size_t w = begin; w + kWindow <= std::max(end, begin + kWindow); ++w) {
      std::uint64_t least = shingles[w].hash;
      for (std::size_t k = w + 1; k < std::min(w + kWindow, end); ++k) least = std::min(least, shingles[k].hash);
      out.push_back(least);
    }
    begin = end;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

// Pairs that share enough fingerprints, sorted.
std::vector<Pair> candidates(const std::vector<AnalysedStory>& stories) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> all;
  for (std::uint32_t s = 0; s < stories.size(); ++s)
    for (const std::uint64_t print : fingerprints(narration(stories[s]))) all.emplace_back(print, s);
  std::sort(all.begin(), all.end());
  std::vector<Pair> shared;
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].first == all[begin].first) ++end;
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t j = i + 1; j < (end - begin <= kAllPairs ? end : std::min(i + 2, end)); ++j)
        shared.emplace_back(all[i].second, all[j].second);
    begin = end;
  }
  std::sort(shared.begin(), shared.end());
  std::vector<Pair> out;
  for (std::size_t i = 0; i + kShared <= shared.size(); ++i)
    if (shared[i] == shared[i + kShared - 1] && (out.empty() || out.back() != shared[i])) out.push_back(shared[i]);
  return out;
}

// Two stories word by word.
class Comparer {
 public:
  Comparer(const AnalysedStory& a, const Narration& in_a, const AnalysedStory& b, const Narration& in_b)
      : a_(a), b_(b), in_a_(in_a), in_b_(in_b) {}

  // Whether the narration of one is a copy of the other's, and what stands in both.
  bool compare(SharedText& shared) {
    const std::vector<Run> runs_a = runs_of(in_a_.words, kRun), runs_b = runs_of(in_b_.words, kRun);
    const std::uint32_t runs = find_passages(runs_a, runs_b, shared);
    find_sentences(shared);
    sort_shown(shared);
    const std::size_t fewest = std::min(runs_a.size(), runs_b.size());
    return runs >= kManyRuns || shared.sentences >= kManyAlike ||
           (runs >= kSomeRuns && runs >= kGoodPart * static_cast<double>(fewest));
  }

 private:
  struct Passage {
    std::uint32_t words;
    std::pair<Span, Span> at;
  };

  bool same(std::size_t i, std::size_t j) const {
    return i < in_a_.words.size() && j < in_b_.words.size() && !in_a_.words[i].span.empty() &&
           in_a_.words[i].hash == in_b_.words[j].hash &&
           fold(a_.story.words(in_a_.words[i].span)) == fold(b_.story.words(in_b_.words[j].span));
  }

  // The passages that stand in both, as long as they go; how many runs of kRun words they hold.
  std::uint32_t find_passages(const std::vector<Run>& runs_a, const std::vector<Run>& runs_b, SharedText& shared) {
    std::unordered_map<std::uint64_t, std::uint32_t> first;
    for (const Run& run : runs_a) first.try_emplace(run.hash, run.at);
    std::uint32_t runs = 0;
    std::size_t done = 0;  // of b
    for (const Run& run : runs_b) {
      const auto known = first.find(run.hash);
      if (run.at < done || known == first.end()) continue;
      const std::uint32_t at = known->second;
      std::uint32_t n = 0;
      while (same(at + n, run.at + n)) ++n;
      if (n < kRun) continue;
      found_.push_back({n, {cover(in_a_.words[at].span, in_a_.words[at + n - 1].span),
                            cover(in_b_.words[run.at].span, in_b_.words[run.at + n - 1].span)}});
      shared.words += n;
      runs += n + 1 - static_cast<std::uint32_t>(kRun);
      done = run.at + n;
    }
    return runs;
  }

  // The words of a sentence of narration; none where it is too short to say anything.
  static std::vector<Word> words_of(const Narration& story, std::size_t sentence) {
    std::vector<Word> out;
    for (std::uint32_t w = story.begins[sentence]; w < story.begins[sentence + 1]; ++w)
      if (!story.words[w].span.empty()) out.push_back(story.words[w]);
    if (out.size() < kSentence) out.clear();
    return out;
  }

  // Length of the longest common subsequence.
  static std::size_t in_common(const std::vector<Word>& x, const std::vector<Word>& y) {
    std::vector<std::size_t> row(y.size() + 1, 0);
    for (const Word& w : x) {
      std::size_t corner = 0;
      for (std::size_t j = 0; j < y.size(); ++j) {
        const std::size_t above = row[j + 1];
        row[j + 1] = w.hash == y[j].hash ? corner + 1 : std::max(above, row[j]);
        corner = above;
      }
    }
    return row.back();
  }

  // Sentences alike: each of b against the one of a with which it shares most shingles.
  void find_sentences(SharedText& shared) {
    std::unordered_map<std::uint64_t, std::uint32_t> sentence_of;  // of a, by shingle
    std::uint32_t s = 0;
    for (const Run& run : runs_of(in_a_.words, kShingle)) {
      while (run.at >= in_a_.begins[s + 1]) ++s;
      sentence_of.try_emplace(run.hash, s);
    }
    std::vector<std::uint32_t> votes(in_a_.begins.size(), 0);
    std::vector<bool> taken(in_a_.begins.size(), false);
    const std::vector<Run> runs = runs_of(in_b_.words, kShingle);
    auto run = runs.begin();
    for (std::size_t t = 0; t + 1 < in_b_.begins.size(); ++t) {
      std::fill(votes.begin(), votes.end(), 0);
      for (; run != runs.end() && run->at < in_b_.begins[t + 1]; ++run)
        if (const auto known = sentence_of.find(run->hash); known != sentence_of.end()) ++votes[known->second];
      const auto best = static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
      if (votes[best] == 0 || taken[best]) continue;
      const std::vector<Word> x = words_of(in_a_, best), y = words_of(in_b_, t);
      if (x.empty() || y.empty()) continue;
      if (2.0 * static_cast<double>(in_common(x, y)) < kAlike * static_cast<double>(x.size() + y.size())) continue;
      taken[best] = true;
      ++shared.sentences;
      alike_.push_back({static_cast<std::uint32_t>(y.size()),
                        {cover(x.front().span, x.back().span), cover(y.front().span, y.back().span)}});
    }
  }

  void sort_shown(SharedText& shared) {
    const auto longest = [](const Passage& x, const Passage& y) { return x.words > y.words; };
    std::stable_sort(found_.begin(), found_.end(), longest);
    std::stable_sort(alike_.begin(), alike_.end(), longest);
    const auto show = [&](const Passage& passage) {
      const bool shown = std::any_of(shared.longest.begin(), shared.longest.end(),
                                     [&](const auto& known) { return passage.at.first.overlaps(known.first); });
      if (!shown && shared.longest.size() < kShownPassages) shared.longest.push_back(passage.at);
    };
    for (const Passage& passage : found_) show(passage);
    for (const Passage& passage : alike_) show(passage);
  }

  const AnalysedStory &a_, &b_;
  const Narration &in_a_, &in_b_;
  std::vector<Passage> found_, alike_;
};

std::string joined(const QuotedWords& words) {
  std::string out;
  for (const std::string& w : words.words) out += ' ' + w;
  return out + ' ';
}

std::map<Pair, std::uint32_t> count_fragments(const std::vector<AnalysedStory>& stories) {
  std::vector<std::string> spoken(stories.size());
  std::map<std::string, std::set<std::uint32_t>> cut_alike;
  for (std::uint32_t s = 0; s < stories.size(); ++s) {
    for (const QuoteMention& quote : stories[s].mentions.quotes) {
      const std::string words = joined(quote.words);
      spoken[s] += words + '|';
      const std::size_t n = quote.words.words.size();
      if (n >= kShortest && n <= kLongest && !quote.headline) cut_alike[words].insert(s);
    }
  }
  std::map<Pair, std::uint32_t> pairs;
  for (const auto& [words, in] : cut_alike) {
    if (in.size() < 2) continue;
    // A fragment that every story has is no mark of any two of them.
    const bool everywhere = std::all_of(spoken.begin(), spoken.end(), [&w = words](const std::string& all) {
      return all.find(w) != std::string::npos;
    });
    if (everywhere) continue;
    for (auto i = in.begin(); i != in.end(); ++i)
      for (auto j = std::next(i); j != in.end(); ++j) {
        ++pairs[{*i, *j}];
        if (in.size() > kAllPairs) break;
      }
  }
  return pairs;
}

}  // namespace

std::vector<SharedText> shared_text(const std::vector<AnalysedStory>& stories) {
  const std::map<Pair, std::uint32_t> fragments = count_fragments(stories);
  std::vector<Pair> pairs = candidates(stories);
  for (const auto& [pair, count] : fragments)
    if (count >= kManyFragments) pairs.push_back(pair);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());

  std::vector<SharedText> out;
  Narration in_a;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [a, b] = pairs[i];
    if (i == 0 || pairs[i - 1].first != a) in_a = narration(stories[a]);
    SharedText shared;
    shared.a = StoryId(a);
    shared.b = StoryId(b);
    if (const auto known = fragments.find(pairs[i]); known != fragments.end()) shared.fragments = known->second;
    const bool copied = Comparer(stories[a], in_a, stories[b], narration(stories[b])).compare(shared);
    if (copied || shared.fragments >= kManyFragments) out.push_back(std::move(shared));
  }
  return out;
}

}  // namespace crosscheck
