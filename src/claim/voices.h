// Who says a claim, from the reader inwards: the agency of the dateline, the outlet or agency credited in the sentence, the
// speaker.
#pragma once

#include <utility>
#include <vector>

#include "claim/claims.h"
#include "claim/story_index.h"

namespace crosscheck {

// Attributions by sentence, so that a claim asks only those near it. A sentence's attribution may reach over the sentences
// behind it inside one quotation.
class Voices {
 public:
  explicit Voices(const StoryIndex& index);
  VoiceChain of(Span claim, std::uint32_t sentence);

 private:
  bool covers(const Attribution& a, Span claim, std::uint32_t sentence) const;
  VoiceLink link(const Attribution& a) const;
  std::vector<VoiceLink> chain_of(std::vector<std::uint32_t> over) const;

  const StoryIndex& index_;
  std::vector<std::vector<std::uint32_t>> by_sentence_;
  std::vector<VoiceLink> head_matter_;
  // The chains of the sentence at hand, by the attributions whose words hold the claim: many claims have one.
  std::vector<std::pair<std::vector<std::uint32_t>, VoiceChain>> known_;
  std::uint32_t known_of_ = kNone;
  std::vector<std::uint32_t> over_;
};

}  // namespace crosscheck
