// Graphviz' `dot`, a program of its own that may not be there.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace crosscheck {

// The drawing as SVG. Where `dot` is not installed or fails: an error among the diagnostics, and no text.
std::string draw(const std::string& dot, std::vector<Diagnostic>& diagnostics);

}  // namespace crosscheck
