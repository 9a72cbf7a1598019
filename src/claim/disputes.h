// Quarrels that a story itself reports: it tells both sides, so another story that tells one of them is no contradiction.
#pragma once

#include <vector>

#include "claim/claims.h"
#include "claim/story_index.h"

namespace crosscheck {

// Sets Claim::dispute where the story holds a denial of the claim, its opposite, or another value from another voice.
void mark_disputes(const StoryIndex& index, std::vector<Claim>& claims);

}  // namespace crosscheck
