// The claim graph for Graphviz.
#include <fmt/format.h>

#include "report/names.h"
#include "report/report.h"

namespace crosscheck {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + '"';
}

std::string_view shape(NodeKind kind) {
  switch (kind) {
    case NodeKind::story: return "note";
    case NodeKind::outlet: return "house";
    case NodeKind::source: return "invhouse";
    case NodeKind::speaker: return "oval";
    case NodeKind::entity: return "hexagon";
    case NodeKind::claim: return "plaintext";
    case NodeKind::proposition: return "box";
  }
  return "box";
}

bool is_lineage(EdgeKind kind) {
  return kind == EdgeKind::published_by || kind == EdgeKind::credits || kind == EdgeKind::copies;
}

}  // namespace

std::string graph_dot(const ClaimGraph& graph, bool lineage_only) {
  std::vector<bool> drawn(graph.nodes.size(), !lineage_only);
  for (const Edge& e : graph.edges)
    if (is_lineage(e.kind)) drawn[e.from] = drawn[e.to] = true;
  std::string out = "digraph crosscheck {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n";
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    if (drawn[i]) out += fmt::format("  n{} [label={}, shape={}, class={}];\n", i, quoted(graph.nodes[i].label),
                       shape(graph.nodes[i].kind), to_string(graph.nodes[i].kind));
  for (const Edge& e : graph.edges) {
    if (lineage_only && !is_lineage(e.kind)) continue;
    const bool clash = e.kind == EdgeKind::contradicts;
    out += fmt::format("  n{} -> n{} [label={}{}{}];\n", e.from, e.to, quoted(to_string(e.kind)),
                       e.inferred ? ", style=dashed" : "", clash ? ", color=red" : "");
  }
  return out + "}\n";
}

}  // namespace crosscheck
