// Headlines write "Plan" where the body of the same story writes "plan": words get the case back that the story itself
// gives them, before they are tagged.
#pragma once

#include <cstddef>
#include <cstdint>

#include "syntax/tagger.h"

namespace crosscheck {

class Truecaser {
 public:
  explicit Truecaser(Tagger& tagger) : tagger_(tagger) {}

  void next_story() { ++story_; }
  // Takes note of the words of one sentence of the body. The first word says nothing about its case, nor does a sentence
  // that is itself a headline: false.
  bool learn(const std::uint32_t* types, std::size_t count);
  // Most longer words have a capital, or all letters are capitals.
  bool is_headline(const std::uint32_t* types, std::size_t count);
  // Replaces types by those of the form seen in the body; the capitals of a word that the body does not have are marked
  // as saying nothing.
  void apply(std::uint32_t* types, std::size_t count);

 private:
  std::uint32_t lower(std::uint32_t type);
  std::uint32_t headline(std::uint32_t type);

  Tagger& tagger_;
  std::uint32_t story_ = 0;
};

}  // namespace crosscheck
