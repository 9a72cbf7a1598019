// Story + Syntax -> Mentions.
#pragma once

#include "mention/mentions.h"
#include "story/story.h"
#include "syntax/language.h"
#include "syntax/syntax.h"

namespace crosscheck {

// What is worked out once a rulebook: tables of numerals, units, calendar words, places, offices. Read by all threads.
class MentionFinder {
 public:
  explicit MentionFinder(const Language& language);  // must outlive it
  ~MentionFinder();
  MentionFinder(const MentionFinder&) = delete;
  MentionFinder& operator=(const MentionFinder&) = delete;

  Mentions find(const Story& story, const Syntax& syntax) const;

 private:
  struct Impl;
  Impl* impl_;
};

}  // namespace crosscheck
