// Names, titles, places, quotes and attributions: the part of Mentions that says who. find_mentions.cpp calls it after
// quantities, times and scores have been found, so that their spans can be looked at and are left alone.
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

  // Fills names, entities, titles, attributions and quotes of `mentions`; the rest of it is read only.
  void find(const Story& story, const Syntax& syntax, Mentions& mentions) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosscheck
