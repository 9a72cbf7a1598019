// How many independent sources: ways back to origins that do not meet, and the one that all of them pass.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "graph/build_graph.h"
#include "graph/flow.h"
#include "graph/lineage.h"
#include "pile_builder.h"

using namespace crosscheck;
using namespace crosscheck::testing;

namespace {

bool reaches(const Digraph& g, std::uint32_t from, std::uint32_t to, std::uint32_t without) {
  std::vector<bool> seen(g.vertices);
  std::vector<std::uint32_t> todo{from};
  seen[from] = true;
  while (!todo.empty()) {
    const std::uint32_t v = todo.back();
    todo.pop_back();
    if (v == to) return true;
    for (const auto& [a, b] : g.edges) {
      if (a != v || (without & (1U << b)) != 0 || seen[b]) continue;
      seen[b] = true;
      todo.push_back(b);
    }
  }
  return false;
}

// Menger the slow way: the smallest set of vertices whose loss cuts every way.
std::uint32_t smallest_cut(const Digraph& g, std::uint32_t from, std::uint32_t to) {
  std::uint32_t best = g.vertices;
  for (std::uint32_t set = 0; set < (1U << g.vertices); ++set) {
    if ((set & (1U << from)) != 0 || (set & (1U << to)) != 0) continue;
    const auto size = static_cast<std::uint32_t>(__builtin_popcount(set));
    if (size < best && !reaches(g, from, to, set)) best = size;
  }
  return best;
}

Digraph random_graph(std::mt19937& random) {
  Digraph g{3 + static_cast<std::uint32_t>(random() % 6), {}};
  const std::uint32_t edges = static_cast<std::uint32_t>(random() % (3 * g.vertices));
  for (std::uint32_t i = 0; i < edges; ++i) {
    const std::uint32_t a = static_cast<std::uint32_t>(random() % g.vertices),
                        b = static_cast<std::uint32_t>(random() % g.vertices);
    if (a != b && !(a == 0 && b == 1)) g.edges.emplace_back(a, b);
  }
  return g;
}

const char* const kRules = R"toml(
[words]
people = { nouns = ["person", "people"] }
die    = { verbs = ["die"] }
outlet-around = { words = ["the", "news agency", "wire"] }
outlet-name-opa = { words = ["Oder Presse", "OPA"] }

[[claim]]
kind = "dead"
says = "how many died"
slots = { number = "count of people" }
pattern = ["{number} <die>"]
yes = [{ text = "Nine people died.", number = "nine people" }]
no = ["It rained."]
)toml";

struct Teller {
  std::string outlet;
  std::vector<std::string> agencies = {};  // head matter
  std::vector<std::pair<std::string, NameKind>> voice = {};
  std::vector<std::string> fragments = {};
  std::string narration = {};
  std::string credits_elsewhere = {};
};

struct Support {
  std::uint32_t independent;
  std::string origin;
  bool inferred;
};

// All tell that nine died, in other words.
Support support(const std::vector<Teller>& tellers) {
  const Rulebook rulebook = rules(kRules);
  std::vector<AnalysedStory> stories;
  for (const Teller& t : tellers) {
    StoryMaker s(rulebook, StoryId(stories.size()), "s" + std::to_string(stories.size()), t.outlet);
    for (const std::string& a : t.agencies) s.credit(a);
    ClaimMaker c = s.claim("dead", "nine people died").slot("number", number(9, "person"));
    for (const auto& [who, kind] : t.voice) c.voice(who, SourceGrade::named, kind);
    for (const std::string& f : t.fragments) s.fragment(f);
    if (!t.narration.empty()) s.sentence(t.narration);
    if (!t.credits_elsewhere.empty()) {
      Attribution a;
      a.grade = SourceGrade::agency;
      a.source_text = t.credits_elsewhere;
      s.made().mentions.attributions.push_back(a);
    }
    stories.push_back(s.made());
  }
  const ClaimGraph graph = build_graph(stories, rulebook);
  if (graph.propositions.size() != 1) return {0, "", false};
  const Proposition& p = graph.propositions.front();
  return {p.independent_sources, p.sole_origin.valid() ? graph.sources[p.sole_origin.index()].name : "", p.inferred};
}

constexpr NameKind kOutlet = NameKind::outlet, kPerson = NameKind::person;

}  // namespace

TEST_CASE("disjoint paths are as many as the smallest cut") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const Digraph g = random_graph(random);
    REQUIRE(disjoint_paths(g, 0, 1) == smallest_cut(g, 0, 1));
  }
}

TEST_CASE("a vertex is on every path if and only if no path is left without it") {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    const Digraph g = random_graph(random);
    std::set<std::uint32_t> expected;
    if (reaches(g, 0, 1, 0))
      for (std::uint32_t v = 2; v < g.vertices; ++v)
        if (!reaches(g, 0, 1, 1U << v)) expected.insert(v);
    const auto found = on_every_path(g, 0, 1);
    REQUIRE(std::set<std::uint32_t>(found.begin(), found.end()) == expected);
  }
}

TEST_CASE("no way at all") {
  CHECK(disjoint_paths({}, 0, 1) == 0);
  CHECK(disjoint_paths({2, {}}, 0, 1) == 0);
  CHECK(on_every_path({2, {}}, 0, 1).empty());
}

TEST_CASE("outlets on their own are as many sources") {
  CHECK(support({{"Post"}, {"Herald"}, {"Times"}}).independent == 3);
  CHECK(support({{"Post"}}).independent == 1);
  CHECK(support({{""}, {""}}).independent == 2);  // outlets unknown: the files tell them apart
}

TEST_CASE("outlets that credit one agency are one source, and it is named") {
  const Support s =
      support({{"Post", {"Ruhr Agency"}}, {"Herald", {}, {{"Ruhr Agency", kOutlet}}}, {"Times", {"Ruhr Agency"}}});
  CHECK(s.independent == 1);
  CHECK(s.origin == "Ruhr Agency");
  CHECK_FALSE(s.inferred);
  CHECK(support({{"Post", {"Ruhr Agency"}}, {"Herald", {"Po Agency"}}}).independent == 2);
  CHECK(support({{"Post", {"Ruhr Agency"}}, {"Ruhr Agency"}}).independent == 1);  // the agency's own page
}

TEST_CASE("one speaker behind two agencies is one origin") {
  const Support s = support({{"Post", {}, {{"Ruhr Agency", kOutlet}, {"Eva Lindt", kPerson}}},
                             {"Herald", {}, {{"Po Agency", kOutlet}, {"Eva Lindt", kPerson}}}});
  CHECK(s.independent == 1);
  CHECK(s.origin == "Eva Lindt");
  const Support same = support({{"Post", {}, {{"Ruhr Agency", kOutlet}, {"Eva Lindt", kPerson}}},
                                {"Herald", {}, {{"Ruhr Agency", kOutlet}, {"Eva Lindt", kPerson}}}});
  CHECK(same.origin == "Ruhr Agency");  // nearest to the reader
}

TEST_CASE("stories that credit one outlet elsewhere probably have from it what they share") {
  const Teller a{"Post", {}, {}, {}, {}, "Ruhr Agency"}, b{"Herald", {}, {}, {}, {}, "Ruhr Agency"};
  const Support s = support({a, b});
  CHECK(s.independent == 1);
  CHECK(s.origin == "Ruhr Agency");
  CHECK(s.inferred);
  CHECK(support({a, b, {"Times"}}).independent == 2);
  CHECK(support({a, {"Times"}}).independent == 2);
}

TEST_CASE("long passages word for word make one source, shared speech does not") {
  const std::string passage =
      "rescuers had worked through the night with lamps and ropes while families waited behind the school in the rain "
      "for any word of those below";
  const Support copied = support({{"Post", {}, {}, {}, passage}, {"Herald", {}, {}, {}, passage}});
  CHECK(copied.independent == 1);
  CHECK(copied.inferred);
  CHECK(support({{"Post", {}, {}, {passage}}, {"Herald", {}, {}, {passage}}}).independent == 2);
}

TEST_CASE("fragments cut alike join stories, unless everybody has them") {
  const std::vector<std::string> fragments = {"a bitter pill", "no easy night", "hand on heart"};
  CHECK(support({{"Post", {}, {}, fragments}, {"Herald", {}, {}, fragments}, {"Times"}}).independent == 2);
  CHECK(
      support({{"Post", {}, {}, fragments}, {"Herald", {}, {}, fragments}, {"Times", {}, {}, fragments}}).independent ==
      3);
  CHECK(support({{"Post", {}, {}, {"a bitter pill"}}, {"Herald", {}, {}, {"a bitter pill"}}, {"Times"}}).independent ==
        3);
}

TEST_CASE("one agency by several names is one source") {
  const auto together = [](const std::string& a, const std::string& b) {
    return support({{"Post", {a}}, {"Herald", {b}}}).independent == 1;
  };
  CHECK(together("the Ruhr news agency", "Ruhr"));
  CHECK(together("Oder Presse", "OPA"));                    // a list says so
  CHECK(together("Lower Rhine Service", "LRS"));            // initials
  CHECK(together("Nordkap Pressebyen", "NPB"));             // letters of the name in order, all initials among them
  CHECK(together("Stadium Sports Wire", "Stadium wire"));   // short for one only
  CHECK_FALSE(together("Lower Rhine Service", "LSR"));
  CHECK_FALSE(together("Ruhr Agency", "Po Agency"));
  CHECK(support({{"Post", {"Stadium Sports"}}, {"Herald", {"Stadium News"}}, {"Times", {"Stadium"}}}).independent == 3);
}

TEST_CASE("a credit covers its sentence") {
  const Rulebook rulebook = rules(kRules);
  const auto independent = [&](bool same_sentence) {
    std::vector<AnalysedStory> stories;
    for (std::uint32_t i = 0; i < 2; ++i) {
      StoryMaker s(rulebook, StoryId(i), "s" + std::to_string(i), i == 0 ? "Post" : "Herald");
      s.claim("dead", "nine people died , Ruhr Agency wrote").slot("number", number(9, "person"));
      const std::uint32_t other = i == 0 ? s.sentence("the mill is old , Ruhr Agency wrote") : 0;
      const Sentence& in = s.made().story.sentences[same_sentence ? 0 : other];
      Attribution a;
      a.grade = SourceGrade::agency;
      a.source_text = "Ruhr Agency";
      a.source = s.made().story.span(in.last - 3, in.last - 1);
      if (i == 0 || same_sentence) s.made().mentions.attributions.push_back(a);
      stories.push_back(s.made());
    }
    return build_graph(stories, rulebook).propositions.front().independent_sources;
  };
  CHECK(independent(true) == 1);
  CHECK(independent(false) == 2);
}

TEST_CASE("sentences rewritten lightly make one source, one or two alike do not") {
  const Rulebook rulebook = rules(kRules);
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"the ferry had left the northern harbour shortly before dawn with nearly forty lorries on its lower deck",
       "the ferry left the northern harbour just before dawn with some forty lorries on the lower deck"},
      {"engineers said the pumps in the stern had been checked only a week before the crossing",
       "engineers said pumps in the stern had been checked a mere week before this crossing"},
      {"most of the passengers were asleep in their cabins when the first alarm sounded below",
       "most passengers were still asleep in their cabins when an alarm first sounded below"},
  };
  const auto graph_of = [&](std::size_t rewritten) {
    std::vector<AnalysedStory> stories;
    for (std::uint32_t i = 0; i < 2; ++i) {
      StoryMaker s(rulebook, StoryId(i), "s" + std::to_string(i), i == 0 ? "Post" : "Herald");
      s.sentence(i == 0 ? "the owners of the line would not comment on Tuesday night" : "a spokesman for the coast guard could not be reached");
      for (std::size_t k = 0; k < rewritten; ++k) s.sentence(i == 0 ? pairs[k].first : pairs[k].second);
      s.published(static_cast<int>(i) + 1);
      stories.push_back(s.made());
    }
    return build_graph(stories, rulebook);
  };
  const ClaimGraph copied = graph_of(3);
  REQUIRE(copied.lineage.size() == 1);
  CHECK(copied.lineage.front().sentences == 3);
  CHECK(copied.lineage.front().words == 0);
  CHECK(copied.lineage.front().evidence.size() == 3);
  CHECK(graph_of(2).lineage.empty());
}

TEST_CASE("the passages that two stories share are shown as far as they go") {
  const Rulebook rulebook = rules(kRules);
  const std::string passage =
      "rescuers had worked through the night with lamps and ropes while families waited behind the school in the rain "
      "for any word of those below";
  std::vector<AnalysedStory> stories;
  for (std::uint32_t i = 0; i < 2; ++i) {
    StoryMaker s(rulebook, StoryId(i), "s" + std::to_string(i), i == 0 ? "Post" : "Herald");
    s.sentence(i == 0 ? "early on Monday " + passage + " ground" : "by noon " + passage + " earth");
    s.published(i == 0 ? 2 : 1);
    stories.push_back(s.made());
  }
  const ClaimGraph graph = build_graph(stories, rulebook);
  REQUIRE(graph.lineage.size() == 1);
  const Dependence& d = graph.lineage.front();
  CHECK(d.story == StoryId(0u));  // the later one
  CHECK(d.on == StoryId(1u));
  CHECK(d.words == 25);
  REQUIRE(d.evidence.size() == 1);
  CHECK(stories[0].story.words(d.evidence.front().first) == passage);
  CHECK(stories[1].story.words(d.evidence.front().second) == passage);
}
