// Scores and votes (3-1; 6-4 3-6 7-5; 86 votes to 83), and what [shapes] of the rules find.
#pragma once

#include <memory>
#include <vector>

#include "mention/lexemes.h"
#include "mention/mentions.h"
#include "syntax/language.h"

namespace crosscheck {

class ScoreFinder {
 public:
  explicit ScoreFinder(const Language& language);
  ~ScoreFinder();
  ScoreFinder(const ScoreFinder&) = delete;
  ScoreFinder& operator=(const ScoreFinder&) = delete;

  void find(SentenceReading& r, std::vector<ScoreMention>& out) const;
  // Shapes are matched over the text of the sentence, and only those that a slot of some claim kind has as its type.
  void find_codes(const SentenceReading& r, std::vector<CodeMention>& out) const;

 private:
  struct Shapes;
  std::unique_ptr<Shapes> shapes_;
};

}  // namespace crosscheck
