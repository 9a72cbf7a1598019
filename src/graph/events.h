// Which stories of a pile tell of one event: single-pass topic detection (Allan, Papka and Lavrenko, On-line New Event
// Detection and Tracking, SIGIR 1998). In a handful of stories that somebody put together most do; in an archive most have
// nothing to do with one another, and two fires of two towns must not be held against each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claim/extract_claims.h"
#include "graph/entities.h"

namespace crosscheck {

// Up to so many stories are one event, whatever they tell; from a handful, only those are taken out that have next to nothing
// in common with any other.
inline constexpr std::size_t kAFew = 3, kHandful = 8;

// Per story the number of its event, from 0 in order of the events' first stories. In larger piles a story joins the event
// whose rare names and rare words are nearest to its own, if it is near enough in time, or begins one. The cost grows with
// the number of stories, not with its square.
std::vector<std::uint32_t> group_events(const std::vector<AnalysedStory>& stories, const EntityLinks& entities);

}  // namespace crosscheck
