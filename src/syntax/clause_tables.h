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

  // The lists that a word stands in by its form or its lemma: a bit each.
  using Lists = std::uint64_t;
  Lists lists_of(const TaggedToken& token) const { return bits(forms_, token.word) | bits(lemmas_, token.lemma); }
  static bool has(Lists lists, Grammar list) { return (lists >> static_cast<unsigned>(list) & 1) != 0; }
  bool is(const TaggedToken& token, Grammar list) const { return has(lists_of(token), list); }

  static constexpr Lists kStartsPhrase = Lists{1} << 63;  // the word begins an entry of several words
  // Entries of several words ("no longer"): how many tokens from `first`, which is before `last`, make one, 0 for none. Never
  // past `last`. To be asked where a word has kStartsPhrase.
  std::uint32_t phrase(const std::vector<TaggedToken>& tokens, std::uint32_t first, std::uint32_t last, Grammar list) const;

 private:
  struct Phrase {
    Grammar list;
    std::vector<std::uint32_t> words;
  };
  static Lists bits(const std::vector<Lists>& table, std::uint32_t id) {
    return id < table.size() ? table[id] : 0;
  }
  void add(const WordList& list, Grammar which, const Vocabulary& vocabulary);

  std::vector<Lists> forms_, lemmas_;  // by word id
  std::vector<Phrase> phrases_;        // sorted by first word, longest first
  std::vector<std::uint32_t> phrases_from_;  // by word id: the first phrase that begins so
};

}  // namespace crosscheck
