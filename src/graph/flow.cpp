#include "graph/flow.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <boost/pending/disjoint_sets.hpp>

namespace crosscheck {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Network = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, long,
                    boost::property<boost::edge_residual_capacity_t, long,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;

void connect(Network& network, std::size_t from, std::size_t to, long capacity) {
  const auto forth = add_edge(from, to, capacity, network).first;
  const auto back = add_edge(to, from, 0L, network).first;
  put(boost::edge_reverse, network, forth, back);
  put(boost::edge_reverse, network, back, forth);
}

std::vector<bool> reachable(const Digraph& graph, std::uint32_t from) {
  std::vector<std::vector<std::uint32_t>> next(graph.vertices);
  for (const auto& [a, b] : graph.edges) next[a].push_back(b);
  std::vector<bool> seen(graph.vertices);
  std::vector<std::uint32_t> todo{from};
  seen[from] = true;
  while (!todo.empty()) {
    const std::uint32_t v = todo.back();
    todo.pop_back();
    for (const std::uint32_t w : next[v]) {
      if (seen[w]) continue;
      seen[w] = true;
      todo.push_back(w);
    }
  }
  return seen;
}

}  // namespace

std::uint32_t disjoint_paths(const Digraph& graph, std::uint32_t from, std::uint32_t to) {
  if (from == to || graph.vertices == 0) return 0;
  const std::size_t n = graph.vertices;
  Network network(2 * n);  // vertex v: the edge from v (arriving) to v + n (leaving)
  const long unbounded = static_cast<long>(graph.edges.size()) + 1;
  for (std::size_t v = 0; v < n; ++v) connect(network, v, v + n, v == from || v == to ? unbounded : 1);
  for (const auto& [a, b] : graph.edges)
    if (a != b) connect(network, a + n, b, a == from && b == to ? 0 : 1);
  return static_cast<std::uint32_t>(edmonds_karp_max_flow(network, from, to + n));
}

std::vector<std::uint32_t> on_every_path(const Digraph& graph, std::uint32_t from, std::uint32_t to) {
  using Plain = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
  if (from == to || graph.vertices == 0) return {};
  Plain plain(graph.vertices);
  const std::vector<bool> reached =
      reachable(graph, from);  // the algorithm stumbles over edges from vertices out of reach
  for (const auto& [a, b] : graph.edges)
    if (reached[a]) add_edge(a, b, plain);
  const auto none = boost::graph_traits<Plain>::null_vertex();
  std::vector<boost::graph_traits<Plain>::vertex_descriptor> dominator(graph.vertices, none);
  lengauer_tarjan_dominator_tree(plain, from,
                                 boost::make_iterator_property_map(dominator.begin(), get(boost::vertex_index, plain)));
  std::vector<std::uint32_t> out;
  if (dominator[to] == none) return out;
  for (auto v = dominator[to]; v != from && v != none; v = dominator[v]) out.push_back(static_cast<std::uint32_t>(v));
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace crosscheck
