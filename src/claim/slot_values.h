// Turns what filled a slot into its value.
#pragma once

#include <string>
#include <vector>

#include "claim/claims.h"
#include "claim/fills.h"
#include "claim/story_index.h"

namespace crosscheck {

class ValueMaker {
 public:
  ValueMaker(const StoryIndex& index, const ProgramSet& programs) : index_(index), programs_(programs) {}

  SlotValue make(const Fill& fill, const SlotDeclaration& slot) const;
  SlotValue name(std::uint32_t mention) const;  // slot not set
  // What a pattern says by itself; `span`: where it stands.
  SlotValue meant(const Pattern::Meaning& meaning, const SlotDeclaration& slot, Span span) const;
  // Content words of tokens [first, last), nouns of one word list as that list; the head noun as `head`.
  Phrase phrase(std::uint32_t first, std::uint32_t last, std::uint32_t head) const;
  // A word as others of its meaning have it: the name of the list of synonyms it stands in, or its lemma.
  std::string meaning(std::uint32_t token) const;

 private:
  Choice choice(ListId list, ChoiceId line) const;

  const StoryIndex& index_;
  const ProgramSet& programs_;
};

bool is_content_word(const TaggedToken& token);

}  // namespace crosscheck
