// Story -> Syntax.
#pragma once

#include "story/story.h"
#include "syntax/language.h"
#include "syntax/syntax.h"

namespace crosscheck {

class Language::Analyser {
 public:
  explicit Analyser(const Language::Impl& language);
  ~Analyser();

  // Fills Syntax::tokens: parts of speech and lemmas. Headlines are truecased from the story's own body first.
  void tag(const Story& story, Syntax& syntax);
  // Fills Syntax::hits.
  void find_words(const Story& story, Syntax& syntax);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Fills noun groups and clauses from tags (syntax/clauses.cpp).
void find_clauses(const Story& story, const Language& language, Syntax& syntax);

// All of it, in order: tag, find_words, find_clauses.
Syntax analyse_syntax(const Story& story, const Language& language, Language::Analyser& analyser);

}  // namespace crosscheck
