// How types of slots are called, in rule files and in what is said of them.
#pragma once

#include <string_view>

#include "rulebook/rulebook.h"

namespace crosscheck {

std::string_view to_string(SlotType type);

}  // namespace crosscheck
