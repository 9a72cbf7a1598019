// The only place that knows which list of rules/lexicon/grammar.toml stands for which bit.
#include "syntax/clause_tables.h"

#include <algorithm>
#include <array>

namespace crosscheck {
namespace {

constexpr std::array<std::pair<std::string_view, Grammar>, 50> kLists{{
    {"negator", Grammar::negator},
    {"aux-be", Grammar::aux_be},
    {"aux-have", Grammar::aux_have},
    {"aux-do", Grammar::aux_do},
    {"aux-get", Grammar::aux_get},
    {"aux-future", Grammar::aux_future},
    {"content-marker", Grammar::content_marker},
    {"relative", Grammar::relative},
    {"relative-adverb", Grammar::relative_adverb},
    {"subordinator", Grammar::subordinator},
    {"clause-only", Grammar::clause_only},
    {"prep-agent", Grammar::prep_agent},
    {"prep-of", Grammar::prep_of},
    {"number-hedge", Grammar::number_hedge},
    {"time-name", Grammar::time_name},
    {"time-noun", Grammar::time_noun},
    {"manner-noun", Grammar::manner_noun},
    {"measure-noun", Grammar::measure_noun},
    {"content-verb", Grammar::content_verb},
    {"quote-verb", Grammar::quote_verb},
    {"addressee-verb", Grammar::addressee_verb},
    {"copula", Grammar::copula},
    {"noun-copula", Grammar::noun_copula},
    {"ditransitive", Grammar::ditransitive},
    {"object-complement", Grammar::object_complement},
    {"object-control", Grammar::object_control},
    {"bare-infinitive", Grammar::bare_infinitive},
    {"done-to", Grammar::done_to},
    {"prospect", Grammar::prospect},
    {"possessive-relative", Grammar::whose},
    {"verbal-preposition", Grammar::verbal_preposition},
    {"prep-topic", Grammar::prep_topic},
    {"negative-determiner", Grammar::negative_determiner},
    {"prep-for", Grammar::prep_for},
    {"phrase-preposition", Grammar::phrase_preposition},
    {"verb-adverb", Grammar::verb_adverb},
    {"time-determiner", Grammar::time_determiner},
    {"past-form", Grammar::past_form},
    {"past-only", Grammar::past_only},
    {"intransitive", Grammar::intransitive},
    {"participle-adjective", Grammar::participle_adjective},
    {"article", Grammar::article},
    {"interjection", Grammar::interjection},
    {"headline-verb", Grammar::headline_verb},
    {"headline-noun", Grammar::headline_noun},
    {"plural-noun", Grammar::plural_noun},
    {"content-noun", Grammar::content_noun},
    {"open-determiner", Grammar::open_determiner},
    {"late-adverb", Grammar::late_adverb},
    {"unchanged-participle", Grammar::unchanged_participle},
}};

// The words of an entry where they are all plain ones.
std::vector<std::uint32_t> plain_words(const WordEntry& entry, const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> ids;
  for (const PatternElement& element : entry.sequence) {
    if (element.kind != PatternElement::Kind::word) return {};
    ids.push_back(vocabulary.intern(element.word));
  }
  return ids;
}

}  // namespace

ClauseTables::ClauseTables(const Rulebook& rulebook, const Vocabulary& vocabulary) {
  for (const auto& [name, which] : kLists) {
    const ListId id = rulebook.list(name);
    if (id.valid()) add(rulebook[id], which, vocabulary);
  }
  std::sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
    if (a.words.front() != b.words.front()) return a.words.front() < b.words.front();
    return a.words.size() > b.words.size();
  });
  phrases_from_.resize(forms_.size());
  for (std::size_t i = phrases_.size(); i-- > 0;) phrases_from_[phrases_[i].words.front()] = static_cast<std::uint32_t>(i);
}

void ClauseTables::add(const WordList& list, Grammar which, const Vocabulary& vocabulary) {
  for (const WordEntry& entry : list.entries) {
    const std::vector<std::uint32_t> words = plain_words(entry, vocabulary);
    if (words.empty()) continue;
    auto& table = entry.form == WordEntry::Form::word || words.size() > 1 ? forms_ : lemmas_;
    if (table.size() <= words[0]) table.resize(words[0] + 1, 0);
    table[words[0]] |= words.size() > 1 ? kStartsPhrase : Lists{1} << static_cast<unsigned>(which);
    if (words.size() > 1) phrases_.push_back({which, words});
  }
}

std::uint32_t ClauseTables::phrase(const std::vector<TaggedToken>& tokens, std::uint32_t first, std::uint32_t last,
                                   Grammar list) const {
  const std::uint32_t word = tokens[first].word;
  for (auto at = phrases_.begin() + phrases_from_[word]; at != phrases_.end() && at->words.front() == word; ++at) {
    if (at->list != list || at->words.size() > last - first) continue;
    std::uint32_t k = 1;
    while (k < at->words.size() && tokens[first + k].word == at->words[k]) ++k;
    if (k == at->words.size()) return k;
  }
  return 0;
}

}  // namespace crosscheck
