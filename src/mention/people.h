// Names, titles, places, quotes and attributions of one story: the part of MentionFinder that is about who rather than
// how much. Reads Syntax::hits for the word lists of rules/lexicon and fills the vectors of Mentions that are its own.
#pragma once

#include <memory>

#include "mention/mentions.h"
#include "story/story.h"
#include "syntax/language.h"
#include "syntax/syntax.h"

namespace crosscheck {

class PeopleFinder {
 public:
  explicit PeopleFinder(const Language& language);  // must outlive it
  ~PeopleFinder();
  PeopleFinder(const PeopleFinder&) = delete;
  PeopleFinder& operator=(const PeopleFinder&) = delete;

  // Fills names, entities, titles, quotes and attributions, each sorted as Mentions says; leaves the rest alone.
  // Safe to call from several threads. Linear in the length of the story.
  void find(const Story& story, const Syntax& syntax, Mentions& mentions) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosscheck
