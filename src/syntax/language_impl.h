// What stands behind Language and its analysers, for the files of this folder only.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "syntax/analyse_syntax.h"
#include "syntax/language.h"
#include "syntax/vocabulary.h"

namespace crosscheck {

class ClauseTables;  // syntax/clause_tables.h: function words of rules/lexicon/grammar.toml
class WordIndex;  // syntax/word_index.h: the word lists of the rulebook
class Tagger;     // syntax/tagger.h
class TaggerModel;  // syntax/tagger_model.h
class TagMender;  // syntax/tag_mender.h
class Truecaser;  // syntax/truecase.h
class WordNet;    // syntax/wordnet.h
class WordRelations;  // syntax/relations.h

struct Language::Impl {
  explicit Impl(const Rulebook& the_rulebook) : rulebook(the_rulebook) {}

  const Rulebook& rulebook;
  Vocabulary vocabulary;
  std::shared_ptr<const WordNet> wordnet;       // shared_ptr: whoever destroys an Impl need not know the type
  std::shared_ptr<const WordRelations> relations;
  std::shared_ptr<const TaggerModel> tagger_model;
  std::shared_ptr<const ClauseTables> clause_tables;
  std::shared_ptr<const WordIndex> word_index;  // made last: it may use all of the above
};

// One a thread.
struct Language::Analyser::Impl {
  explicit Impl(const Language::Impl& the_language) : language(the_language) {}

  const Language::Impl& language;
  std::shared_ptr<Tagger> tagger;
  std::shared_ptr<TagMender> mender;
  std::shared_ptr<Truecaser> truecaser;  // destroyed before the tagger it speaks of
  std::vector<std::uint32_t> written, read;  // types of the story's tokens, as they stand and truecased
  std::vector<std::uint8_t> classes;
};

}  // namespace crosscheck
