// What two stories say alike in other words is one proposition, by the built-in rules: the amount, the hour or the day tells it.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "claim/analyse.h"
#include "graph/build_graph.h"
#include "rulebook/load_rulebook.h"

using namespace crosscheck;

namespace {

// Is there a proposition with a claim of both stories on the words marked with [ and ]?
bool one_proposition(std::string a, std::string b) {
  static const Rulebook rulebook = *load_rulebook(built_in_rules()).value;
  static const Pipeline pipeline(rulebook);
  std::vector<RawStory> raw;
  std::vector<std::pair<std::size_t, std::size_t>> marked;
  for (std::string* text : {&a, &b}) {
    const std::size_t open = text->find('[');
    text->erase(open, 1);
    const std::size_t close = text->find(']');
    text->erase(close, 1);
    marked.emplace_back(open, close);
    RawStory story;
    story.path = std::string(1, static_cast<char>('a' + raw.size())) + ".txt";
    story.published = "2025-11-12";
    story.format = "text";
    story.bytes = *text;
    raw.push_back(std::move(story));
  }
  std::vector<Diagnostic> diagnostics;
  const std::vector<AnalysedStory> stories = analyse_all(pipeline, raw, diagnostics);
  const ClaimGraph graph = build_graph(stories, pipeline.language());
  for (const Proposition& p : graph.propositions) {
    std::vector<bool> told(2);
    for (const ClaimId id : p.claims) {
      const GraphClaim& g = graph.claims[id.index()];
      const auto [begin, end] = stories[g.story.index()].story.file_range(stories[g.story.index()].claims.claims[g.index].span);
      if (begin < marked[g.story.index()].second && end > marked[g.story.index()].first) told[g.story.index()] = true;
    }
    if (told[0] && told[1]) return true;
  }
  return false;
}

struct Pair {
  const char *a, *b;
  bool one;
};

}  // namespace

TEST_CASE("amounts, hours and days that two stories of an event share are one proposition, whatever the words around") {
  const Pair pairs[] = {
      {"The shipyard in Vell will shed [about 2,400 jobs].", "[2,400 posts] are to vanish, the union said.", true},
      {"Refunds of [14.99 euros] will be paid.", "Each buyer gets back the [€14.99] spent on the kettle.", true},
      {"Prize money came to [80,000 Swiss francs].", "The [80,000-franc] cheque went to a pensioner.", true},
      {"[Three] had died on the road by noon.", "[3 of the lorries] on the road had to be towed away by noon.", false},
      {"The truce is to last [60 days].", "Guns will be silent for [two months].", true},
      {"The bell rang at [6:15 a.m.]", "It was [6.15am] when neighbours woke.", true},
      {"The new law takes effect on [1 March 2026].", "From [1 March 2026] landlords must register.", true},
      {"[At least 14 people] drowned off Vell.", "[At least 14 people] were lost when the ferry went down.", true},
      {"[Two] ferries collided.", "[Two] ministers resigned over the budget.", false},
      {"The mayor was there on [Tuesday].", "On [Tuesday] the market was closed.", false},
      {"The shipyard will shed [2,400 jobs].", "The shipyard will shed [2,900 jobs].", false},
  };
  for (const Pair& pair : pairs) {
    INFO(pair.a << " | " << pair.b);
    CHECK(one_proposition(pair.a, pair.b) == pair.one);
    CHECK(one_proposition(pair.b, pair.a) == pair.one);
  }
}

TEST_CASE("clauses that say the same in other words are one proposition; what is told of other things, or denied, is not") {
  const Pair pairs[] = {
      {"The lorry lost its load of [onions] near Vell. Nobody was there.", "A truck shed its cargo of [onions] outside Vell. It rained.", true},
      {"[The quay was shut] for a week. Swans like the harbour.", "For a week [nobody could use the quay]. The mayor has a cold.", true},
      {"[Fishermen cut the nets] at dawn. The buoys are gone.", "At dawn the [nets were severed by fishermen]. A bell rang.", true},
      {"[The keeper mended the lighthouse lamp.] Gulls circled it.", "[The lighthouse's lamp was repaired] by its keeper. It was cold.", true},
      {"[The keeper mended the lighthouse lamp.] Gulls circled it.", "The lamp was repaired. [Gulls had broken the glass], said Rosa Keane.", false},
      {"[The lamp of the lighthouse works.] Gulls circled it.", "[The lamp of the lighthouse does not work.] It was cold.", false},
      {"[Flour prices have risen] in Vell.", "[Flour prices have fallen] in Vell.", false},
      {"The [council has accepted the plan for the harbour].", "The [council has rejected the plan for the harbour].", false},
  };
  for (const Pair& pair : pairs) {
    INFO(pair.a << " | " << pair.b);
    CHECK(one_proposition(pair.a, pair.b) == pair.one);
    CHECK(one_proposition(pair.b, pair.a) == pair.one);
  }
}
