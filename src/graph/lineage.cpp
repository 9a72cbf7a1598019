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

constexpr std::size_t kRun = 8;          // words of a passage: titles with names are shorter
constexpr std::uint32_t kManyRuns = 10;  // about two sentences
constexpr std::uint32_t kSomeRuns = 5;   // enough where they are a good part of a short story
constexpr double kGoodPart = 0.2;
constexpr std::size_t kShortest = 2, kLongest = 7;  // words of a fragment
constexpr std::uint32_t kManyFragments = 3;
constexpr std::size_t kAllPairs = 32;  // a run in more stories than this joins neighbours only

// The words of narration, what stands in quotation marks left out: hash and place. Between sentences, and where somebody
// speaks, a word of its own keeps runs apart.
struct Word {
  std::uint64_t hash = 0;
  Span span;  // empty: a gap
};

std::vector<Word> narration(const AnalysedStory& story) {
  std::vector<Word> out;
  const auto& quotes = story.mentions.quotes;
  auto quote = quotes.begin();
  for (const Sentence& s : story.story.sentences) {
    out.emplace_back();
    for (std::uint32_t t = s.first; t < s.last; ++t) {
      const Token& token = story.story.tokens[t];
      while (quote != quotes.end() && quote->at.span.end <= token.begin) ++quote;
      const bool spoken = quote != quotes.end() && quote->at.span.begin < token.end;
      if (spoken && !out.back().span.empty()) out.emplace_back();
      if (spoken || !is_word(story.story.words(token))) continue;
      out.push_back({word_hash(story.story.words(token)), {story.story.id, token.begin, token.end}});
    }
  }
  return out;
}

// Every run of kRun words: its hash, and where in `words` it begins.
std::vector<std::pair<std::uint64_t, std::uint32_t>> runs_at(const std::vector<Word>& words) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].span.empty()) begin = i + 1;
    if (i + 1 < begin + kRun) continue;
    Hash h;
    for (std::size_t k = i + 1 - kRun; k <= i; ++k) h.add(static_cast<std::uint32_t>(words[k].hash ^ (words[k].hash >> 32)));
    out.emplace_back(h.value(), static_cast<std::uint32_t>(i + 1 - kRun));
  }
  return out;
}

std::vector<std::uint64_t> runs_of(const AnalysedStory& story) {
  std::vector<std::uint64_t> runs;
  for (const auto& [hash, at] : runs_at(narration(story))) runs.push_back(hash);
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

// The passages that stand in both, compared word by word, as long as they go: how many words, and the longest.
void find_passages(const AnalysedStory& a, const AnalysedStory& b, SharedText& shared) {
  const std::vector<Word> in_a = narration(a), in_b = narration(b);
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  for (const auto& [hash, at] : runs_at(in_a)) first.try_emplace(hash, at);
  const auto same = [&](std::size_t i, std::size_t j) {
    return i < in_a.size() && j < in_b.size() && !in_a[i].span.empty() && !in_b[j].span.empty() && in_a[i].hash == in_b[j].hash &&
           fold(a.story.words(in_a[i].span)) == fold(b.story.words(in_b[j].span));
  };
  struct Passage {
    std::uint32_t words;
    std::pair<Span, Span> at;
  };
  std::vector<Passage> found;
  std::size_t done = 0;  // of b
  for (const auto& [hash, at] : runs_at(in_b)) {
    const auto run = first.find(hash);
    if (at < done || run == first.end()) continue;
    std::uint32_t n = 0;
    while (same(run->second + n, at + n)) ++n;
    if (n < kRun) continue;
    found.push_back({n, {cover(in_a[run->second].span, in_a[run->second + n - 1].span), cover(in_b[at].span, in_b[at + n - 1].span)}});
    shared.words += n;
    done = at + n;
  }
  std::stable_sort(found.begin(), found.end(), [](const Passage& x, const Passage& y) { return x.words > y.words; });
  for (std::size_t i = 0; i < std::min(kShownPassages, found.size()); ++i) shared.longest.push_back(found[i].at);
}

std::string joined(const QuotedWords& words) {
  std::string out;
  for (const std::string& w : words.words) out += ' ' + w;
  return out + ' ';
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

void count_pairs(const std::vector<std::uint32_t>& holders, std::map<Pair, SharedText>& pairs,
                 std::uint32_t SharedText::*count) {
  const bool all = holders.size() <= kAllPairs;
  for (std::size_t i = 0; i < holders.size(); ++i) {
    const std::size_t end = all ? holders.size() : std::min(i + 2, holders.size());
    for (std::size_t j = i + 1; j < end; ++j) ++(pairs[{holders[i], holders[j]}].*count);
  }
}

void count_fragments(const std::vector<AnalysedStory>& stories, std::map<Pair, SharedText>& pairs) {
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
  for (const auto& [words, holders] : cut_alike) {
    if (holders.size() < 2) continue;
    // A fragment that every story has is no mark of any two of them.
    const bool everywhere = std::all_of(spoken.begin(), spoken.end(), [&w = words](const std::string& all) {
      return all.find(w) != std::string::npos;
    });
    if (!everywhere) count_pairs({holders.begin(), holders.end()}, pairs, &SharedText::fragments);
  }
}

}  // namespace

std::vector<SharedText> shared_text(const std::vector<AnalysedStory>& stories) {
  std::vector<std::size_t> run_count;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders;
  for (std::uint32_t s = 0; s < stories.size(); ++s) {
    const auto runs = runs_of(stories[s]);
    run_count.push_back(runs.size());
    for (const std::uint64_t run : runs) holders[run].push_back(s);
  }
  std::map<Pair, SharedText> pairs;
  for (const auto& [run, in] : holders)
    if (in.size() > 1) count_pairs(in, pairs, &SharedText::passages);
  count_fragments(stories, pairs);

  std::vector<SharedText> out;
  for (auto& [pair, shared] : pairs) {
    shared.a = StoryId(pair.first);
    shared.b = StoryId(pair.second);
    const double part =
        static_cast<double>(shared.passages) /
        static_cast<double>(std::max<std::size_t>(1, std::min(run_count[pair.first], run_count[pair.second])));
    shared.copied = shared.passages >= kManyRuns || (shared.passages >= kSomeRuns && part >= kGoodPart) ||
                    shared.fragments >= kManyFragments;
    if (shared.copied) find_passages(stories[pair.first], stories[pair.second], shared);
    out.push_back(shared);
  }
  return out;
}

}  // namespace crosscheck
