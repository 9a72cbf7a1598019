// How enumerations are called in every report.
#pragma once

#include <string_view>

#include "claim/names.h"
#include "graph/claim_graph.h"

namespace crosscheck {

std::string_view to_string(Polarity polarity);
std::string_view to_string(NameKind kind);
std::string_view to_string(NodeKind kind);
std::string_view to_string(EdgeKind kind);

}  // namespace crosscheck
