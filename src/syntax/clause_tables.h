// What rules/lexicon/grammar.toml says of single words, as bits by word id, so that the clause chunker asks one array.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/rulebook.h"
#include "syntax/syntax.h"
#include "syntax/vocabulary.h"

namespace crosscheck {

// One bit a list of grammar.toml.
enum class Grammar : std::uint8_t {
  negator, aux_be, aux_have, aux_do, aux_get, aux_future,
  content_marker, relative, relative_adverb, subordinator, clause_only,
  prep_agent, prep_of, number_hedge,
  time_name, time_noun, manner_noun, measure_noun,
  content_verb, quote_verb, addressee_verb, copula, noun_copula, ditransitive, object_complement, object_control,
  bare_infinitive, done_to, prospect, whose, verbal_preposition, prep_topic, negative_determiner, prep_for, phrase_preposition,
  verb_adverb, time_determiner, past_form, past_only, intransitive, participle_adjective,
  article, interjection, headline_verb, headline_noun, plural_noun, content_noun, open_determiner, unchanged_participle, late_adverb,
};

class ClauseTables {
 public:
  // A list that the rulebook does not have is empty: a chunker with half its words is still right about the rest.
  ClauseTables(const Rulebook& rulebook, const Vocabulary& vocabulary);

  bool is(const TaggedToken& token, Grammar list) const {
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(list);
    return ((bits(forms_, token.word) | bits(lemmas_, token.lemma)) & bit) != 0;
  }
  // Entries of several words ("no longer"): how many tokens from `first` make one, 0 for none. Never past `last`.
  std::uint32_t phrase(const std::vector<TaggedToken>& tokens, std::uint32_t first, std::uint32_t last, Grammar list) const;

 private:
  struct Phrase {
    Grammar list;
    std::vector<std::uint32_t> words;
  };
  static constexpr std::uint64_t kStartsPhrase = std::uint64_t{1} << 63;
  static std::uint64_t bits(const std::vector<std::uint64_t>& table, std::uint32_t id) {
    return id < table.size() ? table[id] : 0;
  }
  void add(const WordList& list, Grammar which, const Vocabulary& vocabulary);

  std::vector<std::uint64_t> forms_, lemmas_;  // by word id
  std::vector<Phrase> phrases_;                // sorted by first word, longest first
};

}  // namespace crosscheck
