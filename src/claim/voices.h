// Who says a claim, from the reader inwards: the agency of the dateline, the outlet or agency credited in the sentence, the
// speaker.
#pragma once

#include <vector>

#include "claim/claims.h"
#include "claim/story_index.h"

namespace crosscheck {

// Attributions by sentence, so that a claim asks only those near it. A sentence's attribution may reach over the sentences
// behind it inside one quotation.
class Voices {
 public:
  explicit Voices(const StoryIndex& index);
  std::vector<VoiceLink> of(Span claim, std::uint32_t sentence) const;

 private:
  bool covers(const Attribution& a, Span claim, std::uint32_t sentence) const;
  VoiceLink link(const Attribution& a) const;

  const StoryIndex& index_;
  std::vector<std::vector<std::uint32_t>> by_sentence_;
  std::vector<VoiceLink> head_matter_;
};

}  // namespace crosscheck
