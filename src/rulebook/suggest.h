// "did you mean …?": the nearest known name to a mistyped one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// Optimal string alignment distance (Damerau 1964, restricted: no substring is edited twice), in bytes. Work is the product
// of the lengths; a result above `limit` is only known to be above it.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// The candidate nearest to `name`, the first of several equally near; "" when none is near enough (about a third of the letters).
std::string nearest(std::string_view name, const std::vector<std::string_view>& candidates);

// ": did you mean BEFOREnearestAFTER?", or "" when nothing is near.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& candidates, std::string_view before = "\"",
                         std::string_view after = "\"");

}  // namespace crosscheck
