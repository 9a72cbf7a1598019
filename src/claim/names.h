// How worlds and grades of sources are called: in reports, in lines for tests, and as keys of weights in rules.
#pragma once

#include <string_view>

#include "claim/claims.h"

namespace crosscheck {

std::string_view to_string(Modality modality);
std::string_view to_string(SourceGrade grade);

}  // namespace crosscheck
