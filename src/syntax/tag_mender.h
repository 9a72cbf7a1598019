// Mends tags that cannot be right beside each other ("will/MD appeal/NN"), and finds the verb of headlines, whose style the
// treebank hardly has ("Snow closes airports", "Peace talks resume").
#pragma once

#include <cstddef>
#include <cstdint>

#include "syntax/clause_tables.h"
#include "syntax/tagger.h"
#include "syntax/tagger_model.h"
#include "syntax/wordnet.h"

namespace crosscheck {

class TagMender {
 public:
  // All must live longer.
  TagMender(const TaggerModel& model, const WordNet& wordnet, const ClauseTables& tables, Tagger& tagger);

  // Classes of one sentence, parallel to the types of its words. Linear in their number.
  void mend(const std::uint32_t* types, std::size_t count, std::uint8_t* classes);

 private:
  // --- of any sentence
  void mend_at(std::size_t i);
  bool past_at(std::size_t i);
  bool states_at(std::size_t i);
  bool passive_at(std::size_t i) const;
  bool adverb_at(std::size_t i) const;
  bool noun_or_figure(std::size_t i) const;
  bool ordinal(std::size_t i) const;  // "18th"

  void find_lost_verb();
  bool lost_verb_at(std::size_t i) const;
  void find_verb_behind(std::size_t opener, bool clause);  // clause: the opener is a word that opens clauses, else a comma

  // --- of a headline
  void find_headline_verbs();
  void find_headline_verb(std::size_t first, std::size_t last);
  bool singular_verb(std::size_t i, std::size_t last);  // "closes" behind "Snow"
  bool plural_verb(std::size_t i, std::size_t last);    // "resume" behind "talks"
  bool mostly_verb(std::size_t i, std::uint8_t verb_class);
  bool object_at(std::size_t i, std::size_t last) const;

  Xpos xpos(std::size_t i) const { return model_.xpos(classes_[i]); }
  bool noun(std::size_t i) const;
  bool is(std::size_t i, Grammar list) const;            // by its form
  bool verb_is(std::size_t i, std::uint8_t verb_class, Grammar list);  // by the lemma it has as that verb
  std::uint8_t mask(std::size_t i) const { return wordnet_.mask(tagger_[types_[i]].folded); }
  void set(std::size_t i, std::uint8_t verb_class) { if (verb_class != tagger_file::kNoClass) classes_[i] = verb_class; }

  const TaggerModel& model_;
  const WordNet& wordnet_;
  const ClauseTables& tables_;
  Tagger& tagger_;
  const std::uint8_t vb_, vbd_, vbn_, vbp_, vbz_, nn_, nns_, nnp_, pos_, rb_;
  const std::uint32_t* types_ = nullptr;
  std::uint8_t* classes_ = nullptr;
  std::size_t count_ = 0;
};

}  // namespace crosscheck
