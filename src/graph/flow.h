// How many ways lead from a claim back to origins that do not meet (Menger's theorem: as many vertex-disjoint paths as
// a smallest cut has vertices; a maximum flow with every vertex split into an edge of capacity one), and which vertices
// every way passes (dominators, Lengauer and Tarjan 1979).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace crosscheck {

struct Digraph {
  std::uint32_t vertices = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  // doubles are harmless
};

// Paths from `from` to `to` that share no vertex but these two. 0 where there is none.
std::uint32_t disjoint_paths(const Digraph& graph, std::uint32_t from, std::uint32_t to);

// The vertices that every path from `from` to `to` passes, without these two, in the order passed. Empty where no path
// is.
std::vector<std::uint32_t> on_every_path(const Digraph& graph, std::uint32_t from, std::uint32_t to);

}  // namespace crosscheck
