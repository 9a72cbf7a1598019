#include "report/report.h"

#include <catch2/catch.hpp>

#include "report/html_template.h"
#include "report/passage.h"
#include "report/places.h"

using namespace crosscheck;

namespace {

// The passage around some words, each in brackets.
std::string shown(std::string_view text, const std::vector<std::string_view>& all, std::size_t width) {
  std::vector<Span> spans;
  for (const std::string_view words : all) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    spans.push_back({StoryId(0u), at, at + static_cast<std::uint32_t>(words.size())});
  }
  std::string out;
  std::size_t used = 0;
  for (const Passage::Piece& piece : passage_around(text, spans, width).pieces) {
    out += piece.marked ? "[" + piece.text + "]" : piece.text;
    used += columns(piece.text);
  }
  CHECK(used <= width);
  return out;
}

}  // namespace

TEST_CASE("a passage is cut to the width and says so") {
  CHECK(shown("The mayor, 61, spoke.", {"61"}, 40) == "The mayor, [61], spoke.");
  CHECK(shown("one two three four five six seven eight nine", {"five"}, 20) == "…four [five] six seve…");
  CHECK(shown("short line\nThe mayor spoke\nmore", {"mayor"}, 40) == "The [mayor] spoke");
  CHECK(shown("Zoë “said” it", {"said"}, 30) == "Zoë “[said]” it");
  CHECK(shown("abcdefghijklmnopqrstuvwxyz", {"abcdefghijklmnopqrstuvwxyz"}, 13) == "[abcde … vwxyz]");
}

TEST_CASE("words near one another share a passage") {
  CHECK(shown("The mayor, 61, spoke for an hour.", {"mayor", "an hour"}, 60) ==
        "The [mayor], 61, spoke for [an hour].");
  const std::string_view text = "The mayor spoke. The mayor sat.\nThe mayor left.";
  const auto span = [&](std::uint32_t begin, std::uint32_t end) { return Span{StoryId(0u), begin, end}; };
  CHECK(passages_of(text, {span(21, 26), span(4, 9), span(36, 41)}, 60) ==
        std::vector<std::vector<Span>>{{span(4, 9), span(21, 26)}, {span(36, 41)}});
  CHECK(passages_of(text, {span(4, 15), span(4, 9)}, 60) == std::vector<std::vector<Span>>{{span(4, 15)}});
  CHECK(passages_of(text, {span(4, 9), span(21, 26)}, 24).size() == 2);
}

TEST_CASE("a story cannot steer the terminal") {
  CHECK(shown("red \033[31malert\007 here", {"alert"}, 40) == "red  [31m[alert]  here");
  CHECK(shown("c1 \xc2\x9b"
              "31m end",
              {"end"}, 40) == "c1  31m [end]");
}

TEST_CASE("wrapped text keeps to the width") {
  CHECK(wrap("one two three four", 12, "  ") == "  one two\n  three four\n");
  CHECK(wrap("", 12, "  ").empty());
  CHECK(wrap("averyveryverylongword x", 8, "") == "averyveryverylongword\nx\n");
}

TEST_CASE("days are printed as ISO 8601") {
  CHECK(iso_date(0, Granularity::day) == "1970-01-01");
  CHECK(iso_date(-1, Granularity::day) == "1969-12-31");
  CHECK(iso_date(1764460800, Granularity::day) == "2025-11-30");
  CHECK(iso_date(1764460800 + 18 * 3600 + 30 * 60, Granularity::minute) == "2025-11-30T18:30");
}

TEST_CASE("labels are quoted for Graphviz") {
  ClaimGraph graph;
  graph.nodes = {{NodeKind::story, 0, "a \"b\" \\ c\nd"}, {NodeKind::claim, 0, "x"}};
  graph.edges = {{0, 1, EdgeKind::tells, true}};
  const std::string dot = graph_dot(graph);
  CHECK(dot.find(R"(label="a \"b\" \\ c d")") != std::string::npos);
  CHECK(dot.find("n0 -> n1 [label=\"tells\", style=dashed]") != std::string::npos);
}

TEST_CASE("GraphML escapes labels and names ends of edges") {
  ClaimGraph graph;
  graph.nodes = {{NodeKind::story, 0, "a <b> & \"c\""}, {NodeKind::outlet, 0, "x"}};
  graph.edges = {{0, 1, EdgeKind::copies, true}};
  const std::string xml = graph_graphml(graph);
  CHECK(xml.find("<data key=\"label\">a &lt;b&gt; &amp; &quot;c&quot;</data>") != std::string::npos);
  CHECK(xml.find("<edge source=\"n0\" target=\"n1\"><data key=\"kind\">copies</data><data key=\"inferred\">true</data></edge>") !=
        std::string::npos);
}

TEST_CASE("a drawing of the lineage leaves claims out") {
  ClaimGraph graph;
  graph.nodes = {{NodeKind::story, 0, "s"}, {NodeKind::outlet, 0, "o"}, {NodeKind::claim, 0, "c"}};
  graph.edges = {{0, 1, EdgeKind::published_by, false}, {0, 2, EdgeKind::tells, false}};
  const std::string dot = graph_dot(graph, true);
  CHECK(dot.find("n0 -> n1") != std::string::npos);
  CHECK(dot.find("n2") == std::string::npos);
}

TEST_CASE("a comment mentions nobody and links nowhere") {
  Rulebook rulebook;
  rulebook.checks.emplace_back();
  rulebook.checks.back().id = "some-rule";
  Findings findings;
  Finding f;
  f.check = CheckId(0u);
  f.category = "contradiction";
  f.message = "@desk <img src=x> *one* [two](https://x.example) `three` #4 $5";
  findings.findings.push_back(f);
  const std::vector<AnalysedStory> stories;
  const ClaimGraph graph;
  const std::vector<Diagnostic> diagnostics = {{Severity::error, "a`b.txt", 0, 0, "cannot <read>"}};
  const std::string text = report_markdown({stories, graph, findings, diagnostics, rulebook}, false);
  CHECK(text.find("&#64;desk &#60;img src=x\\> \\*one\\* \\[two\\](https&#58;//x.example) \\`three\\` &#35;4 \\$5 `some-rule`") !=
        std::string::npos);
  CHECK(text.find("**error** `a'b.txt` cannot &#60;read\\>") != std::string::npos);
}

TEST_CASE("what a story says cannot become markup") {
  CHECK(escaped("<script>alert(\"a & b\")</script>'\x01") ==
        "&lt;script&gt;alert(&quot;a &amp; b&quot;)&lt;/script&gt;&#39; ");
  CHECK(clipped("one  two\nthree four", 10) == "one two …");
  CHECK(clipped("<b> is short", 40) == "&lt;b&gt; is short");
  CHECK(clipped("äöüäöüäöü", 5) == "äö …");
}

TEST_CASE("the page has one style and one script, and a policy that allows no other") {
  const std::string page = fill_page([](std::string_view name) { return "[" + std::string(name) + "{{style}}]"; });
  const auto times = [&](std::string_view words) {
    std::size_t n = 0;
    for (std::size_t at = page.find(words); at != std::string::npos; at = page.find(words, at + 1)) ++n;
    return n;
  };
  CHECK(times("<style>") == 1);
  CHECK(times("<script>") == 1);
  CHECK(times("sha256-") == 2);
  CHECK(times("default-src 'none'") == 1);
  CHECK(times(" style=\"") == 0);
  CHECK(times("http:") + times("https:") == 0);
  CHECK(times("[findings{{style}}]") == 1);  // what is filled in is not read again
}
