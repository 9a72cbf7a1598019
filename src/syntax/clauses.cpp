// The door of clauses: each sentence on its own. A "sentence" without a full stop (a page of them may come) is cut into
// windows, so that whatever looks back or ahead within one stays cheap.
#include "syntax/clauses.h"

#include <algorithm>

#include "syntax/clause_builder.h"
#include "syntax/language_impl.h"

namespace crosscheck {
namespace {

constexpr std::uint32_t kWindow = 400;  // tokens; the longest sentences of news have about 120

}  // namespace

void find_clauses(const Story& story, const ClauseTables& tables, Syntax& syntax) {
  syntax.noun_groups.clear();
  syntax.clauses.clear();
  syntax.clause_begin.clear();
  syntax.clause_begin.reserve(story.sentences.size() + 1);
  syntax.noun_groups.reserve(story.tokens.size() / 3);
  syntax.clauses.reserve(story.tokens.size() / 6);
  ClauseBuilder builder(story, tables, syntax);
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    syntax.clause_begin.push_back(static_cast<std::uint32_t>(syntax.clauses.size()));
    const Sentence& sentence = story.sentences[s];
    for (std::uint32_t at = sentence.first; at < sentence.last; at += kWindow)
      builder.build(s, at, std::min(at + kWindow, sentence.last));
  }
  syntax.clause_begin.push_back(static_cast<std::uint32_t>(syntax.clauses.size()));
}

void find_clauses(const Story& story, const Language& language, Syntax& syntax) {
  find_clauses(story, language.clause_tables(), syntax);
}

Syntax analyse_syntax(const Story& story, const Language& language, Language::Analyser& analyser) {
  Syntax syntax;
  analyser.tag(story, syntax);
  analyser.find_words(story, syntax);
  find_clauses(story, language, syntax);
  return syntax;
}

}  // namespace crosscheck
