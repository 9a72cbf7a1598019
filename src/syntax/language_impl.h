// What stands behind Language and its analysers, for the files of this folder only.
#pragma once

#include <memory>

#include "syntax/analyse_syntax.h"
#include "syntax/language.h"
#include "syntax/vocabulary.h"

namespace crosscheck {

class WordIndex;  // syntax/word_index.h: the word lists of the rulebook
class Tagger;     // syntax/tagger.h
class WordNet;    // syntax/wordnet.h

struct Language::Impl {
  explicit Impl(const Rulebook& the_rulebook) : rulebook(the_rulebook) {}

  const Rulebook& rulebook;
  Vocabulary vocabulary;
  std::shared_ptr<const WordNet> wordnet;       // shared_ptr: whoever destroys an Impl need not know the type
  std::shared_ptr<const WordIndex> word_index;  // made last: it may use all of the above
};

// One a thread.
struct Language::Analyser::Impl {
  explicit Impl(const Language::Impl& the_language) : language(the_language) {}

  const Language::Impl& language;
  std::shared_ptr<Tagger> tagger;
};

}  // namespace crosscheck
