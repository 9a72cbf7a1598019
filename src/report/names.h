// How enumerations and numbers of things are called in every report.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "claim/names.h"
#include "graph/claim_graph.h"

namespace crosscheck {

std::string_view to_string(Polarity polarity);
std::string_view to_string(NameKind kind);
std::string_view to_string(NodeKind kind);
std::string_view to_string(EdgeKind kind);
// "1 story", "5 stories".
std::string counted(std::size_t n, std::string_view one, std::string_view many);

}  // namespace crosscheck
