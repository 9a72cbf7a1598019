// The claim graph as GraphML (Brandes and others, 2002; http://graphml.graphdrawing.org): yEd, Gephi, NetworkX read it.
#include <fmt/format.h>

#include "report/html_template.h"
#include "report/names.h"
#include "report/report.h"

namespace crosscheck {

std::string graph_graphml(const ClaimGraph& graph) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
      "  <key id=\"kind\" for=\"all\" attr.name=\"kind\" attr.type=\"string\"/>\n"
      "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
      "  <key id=\"inferred\" for=\"edge\" attr.name=\"inferred\" attr.type=\"boolean\"><default>false</default></key>\n"
      "  <graph id=\"crosscheck\" edgedefault=\"directed\">\n";
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    out += fmt::format("    <node id=\"n{}\"><data key=\"kind\">{}</data><data key=\"label\">{}</data></node>\n", i,
                       to_string(graph.nodes[i].kind), escaped(graph.nodes[i].label));
  for (const Edge& e : graph.edges)
    out += fmt::format("    <edge source=\"n{}\" target=\"n{}\"><data key=\"kind\">{}</data>{}</edge>\n", e.from, e.to,
                       to_string(e.kind), e.inferred ? "<data key=\"inferred\">true</data>" : "");
  return out + "  </graph>\n</graphml>\n";
}

}  // namespace crosscheck
