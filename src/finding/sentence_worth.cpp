#include "finding/sentence_worth.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr std::ptrdiff_t kMostPhrases = 2, kMostStakes = 3;

std::vector<std::string> phrases(const Rulebook& rulebook, std::string_view name) {
  std::vector<std::string> out;
  if (const ListId list = rulebook.list(name); list.valid())
    for (const WordEntry& entry : rulebook[list].entries) out.push_back(fold(entry.text) + ' ');
  return out;
}

// Of phrases that end with a blank, those in a text that begins with one and has one behind each word.
std::ptrdiff_t found(const std::string& text, const std::vector<std::string>& phrases) {
  return std::count_if(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    std::size_t at = text.find(phrase);
    while (at != std::string::npos && text[at - 1] != ' ') at = text.find(phrase, at + 1);
    return at != std::string::npos;
  });
}

}  // namespace

SentenceWorth::SentenceWorth(const Pile& pile, const Weights& weights)
    : pile_(pile), own_(weights["own reporting"]), unnamed_(weights["unnamed source"]), stake_(weights["at stake"]),
      late_(weights["late in the story"]), long_(weights["long sentence"]),
      own_phrases_(phrases(pile.rulebook, kOwnReporting)), unnamed_phrases_(phrases(pile.rulebook, kUnnamedSource)) {
  if (const ListId list = pile.rulebook.list(kAtStake); list.valid())
    for (const WordEntry& entry : pile.rulebook[list].entries) stakes_.insert(entry.text);
}

double SentenceWorth::of(ClaimId claim) {
  const StoryId story = pile_.node(claim).story;
  const std::uint32_t sentence = pile_.claim(claim).sentence;
  const auto [it, fresh] = known_.try_emplace({story, sentence}, 0);
  if (fresh) it->second = read(pile_.stories[story.index()], sentence);
  return it->second;
}

double SentenceWorth::read(const AnalysedStory& story, std::uint32_t sentence) const {
  if (sentence >= story.story.sentences.size()) return 0;
  const Sentence& s = story.story.sentences[sentence];
  std::string text = " ";
  for (std::uint32_t t = s.first; t < s.last; ++t) text += fold(story.story.words(story.story.tokens[t])) + ' ';
  double worth = own_ * static_cast<double>(std::min(kMostPhrases, found(text, own_phrases_)));
  worth += found(text, unnamed_phrases_) > 0 ? unnamed_ : 0;
  worth += late_ * sentence / static_cast<double>(story.story.sentences.size());
  if (sentence < story.claims.contexts.size()) {
    const auto& words = story.claims.contexts[sentence];
    const auto stakes = std::count_if(words.begin(), words.end(), [&](const ContextWord& w) { return stakes_.count(w.word) != 0; });
    worth += stake_ * static_cast<double>(std::min<std::ptrdiff_t>(kMostStakes, stakes));
    worth += long_ * std::log1p(static_cast<double>(words.size()));
  }
  return worth;
}

}  // namespace crosscheck
