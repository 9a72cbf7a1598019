// What crosscheck knows of English: the tagger's weights, WordNet's parts of speech and its relations, all embedded, and the
// word lists of the rulebook as an index. Made once, read by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "rulebook/rulebook.h"
#include "story/story.h"
#include "syntax/syntax.h"

namespace crosscheck {

class ClauseTables;
class WordRelations;

class Language {
 public:
  explicit Language(const Rulebook& rulebook);  // the rulebook must outlive it
  ~Language();
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;

  const Rulebook& rulebook() const;

  // One analyser a thread: it keeps a cache of words. Views in its results live as long as the Language.
  class Analyser;
  std::unique_ptr<Analyser> analyser() const;

  std::uint32_t word_id(std::string_view folded) const;  // as in TaggedToken::word; takes a lock: ask once a word
  NounClass noun_class(std::string_view lemma) const;   // of the most frequent sense
  const ClauseTables& clause_tables() const;            // what grammar.toml says of words (syntax/clause_tables.h)
  std::string_view lemma(std::string_view folded_form, Upos upos) const;  // WordNet's morphy with its exceptions

  // How near two lemmas are in meaning, 0 to 1, and whether they say the contrary (syntax/relations.h). Whoever compares a
  // word more than once finds it in relations() first.
  double closeness(std::string_view lemma_a, std::string_view lemma_b) const;
  bool opposite(std::string_view lemma_a, std::string_view lemma_b) const;
  const WordRelations& relations() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosscheck
