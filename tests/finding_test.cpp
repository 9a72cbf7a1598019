// What is flagged, what is left alone, how findings merge and what they are called.
#include <catch2/catch.hpp>
#include <set>

#include "finding/find.h"
#include "graph/build_graph.h"
#include "pile_builder.h"

using namespace crosscheck;
using namespace crosscheck::testing;

namespace {

const char* const kRules = R"toml(
[words]
people = { nouns = ["person", "people"] }
die    = { verbs = ["die"] }
beat   = { verbs = ["beat"] }
resign = { verbs = ["resign"] }
dismiss = { verbs = ["be sacked"] }
leave = { verbs = ["leave"], includes = ["resign", "dismiss"] }
vanish = { verbs = ["vanish"] }
turn-up = { verbs = ["turn up"] }
former = { words = ["former"] }
current = { words = ["current"] }
own-reporting = { words = ["has learned", "seen by"] }
unnamed-source = { words = ["close to the"] }
at-stake = { words = ["ransom"] }

[choices]
departure = ["resign", "dismiss"]
standing = ["former", "current"]
whereabouts = ["vanish", "turn-up"]

[figures.may-follow]
whereabouts = 1

[figures.ranking]
"kind weight" = 1
"findings for each story" = 1
"several outlets" = 20
"own reporting" = 9
"unnamed source" = 8
"at stake" = 2
"late in the story" = 1

[[claim]]
kind = "dead"
says = "how many died"
slots = { number = "count of people" }
pattern = ["{number} <die>"]
evolves = "rising"
yes = [{ text = "Nine people died.", number = "nine people" }]
no = ["It rained."]

[[claim]]
kind = "departure"
says = "how somebody left"
slots = { person = "person", how = "departure" }
pattern = ["{person} {how}"]
yes = [{ text = "Ida Moe resigned.", person = "Ida Moe", how = "resign" }]
no = ["It rained."]

[[claim]]
kind = "search"
says = "missing or found"
slots = { person = "person", is = "whereabouts" }
pattern = ["{person} {is}"]
yes = [{ text = "Ida Moe vanished.", person = "Ida Moe", is = "vanish" }]
no = ["It rained."]

[[claim]]
kind = "role"
says = "an office"
slots = { person = "person", office = "office" }
pattern = ["{office} {person}"]
yes = [{ text = "Mayor Ida Moe spoke.", person = "Ida Moe", office = "mayor" }]
no = ["It rained."]

[[claim]]
kind = "result"
says = "who beat whom"
slots = { winner = "who", loser = "who" }
pattern = ["{winner} <beat> {loser}"]
yes = [{ text = "Rovers beat United.", winner = "Rovers", loser = "United" }]
no = ["It rained."]

[[claim]]
kind = "parts"
says = "a whole and its parts"
slots = { whole = "quantity", part = "quantity" }
pattern = ["[of] {whole} ... {part} (and) {part}"]
sum = "part = whole"
yes = [{ text = "Of 12 climbers seven men and five women.", whole = "12 climbers" }]
no = ["It rained."]

[[check]]
id = "toll"
title = "Death tolls differ"
claim = "dead"
same = ["event"]
clash = ["number"]
severity = "error"
why = "One moment has one toll."
yes = [["a", "b"]]
no = [["a"]]

[[check]]
id = "toll-moved"
title = "A later toll"
claim = "dead"
same = ["event"]
superseded = ["number"]
severity = "note"
why = "It has risen."
yes = [["a", "b"]]
no = [["a"]]

[[check]]
id = "left-how"
title = "Resigned or dismissed"
claim = "departure"
same = ["person"]
clash = ["how"]
message = "{person}: {a.how} in {a.outlet}, {b.how} in {b.outlet}"
why = "Other acts."
yes = [["a", "b"]]
no = [["a"]]

[[check]]
id = "search-differs"
title = "Missing and found"
claim = "search"
same = ["person"]
clash = ["is"]
why = "Not both at once."
yes = [["a", "b"]]
no = [["a"]]

[[check]]
id = "standing"
title = "Former and current"
claim = "role"
same = ["person", "office"]
clash = ["office.standing"]
why = "Not both."
yes = [["a", "b"]]
no = [["a"]]

[[check]]
id = "winner"
title = "Winner and loser exchanged"
claim = "result"
same = ["event"]
swapped = ["winner", "loser"]
why = "One winner."
yes = [["a", "b"]]
no = [["a"]]

[[check]]
id = "adds-up"
title = "The parts do not make the whole"
claim = "parts"
sum = "part = whole"
message = "the parts make {total}, not {whole}"
why = "Arithmetic."
yes = [["a", "b"]]
no = [["a"]]

[[check]]
id = "quote-in-headline"
title = "Quoted in the headline alone"
claim = "quote"
only_in = "headline"
why = "A headline quotes what the text quotes."
yes = [["a", "b"]]
no = [["a"]]

[[check]]
id = "one-source"
title = "One source"
claim = ["dead", "departure"]
only_in = "one source"
severity = "note"
why = "One source."
yes = [["a", "b"]]
no = [["a"]]
)toml";

struct Pile {
  Rulebook rulebook = rules(kRules);
  std::vector<StoryMaker> makers;
  Pile() { makers.reserve(16); }
  StoryMaker& story(const std::string& outlet = "", const std::string& path = "") {
    const std::string name =
        path.empty() ? "news/" + std::string(1, static_cast<char>('a' + makers.size())) + ".txt" : path;
    makers.emplace_back(rulebook, StoryId(makers.size()), name, outlet);
    return makers.back();
  }
  Findings find() {
    std::vector<AnalysedStory> stories;
    for (StoryMaker& m : makers) stories.push_back(m.made());
    return crosscheck::find(stories, build_graph(stories, rulebook), rulebook);
  }
  std::vector<Finding> of(std::string_view check) {
    std::vector<Finding> out;
    for (const Finding& f : find().findings)
      if (rulebook[f.check].id == check) out.push_back(f);
    return out;
  }
};

void toll(StoryMaker& s, Quantity q, int january = 3) {
  s.claim("dead", "so many people died").slot("number", std::move(q)).when(january).context({"hall", "roof"});
}

}  // namespace

TEST_CASE("two tolls of one moment clash, and what overlaps does not") {
  const auto flagged = [](Quantity a, Quantity b, int day_b = 3) {
    Pile pile;
    toll(pile.story("Post"), std::move(a));
    toll(pile.story("Herald"), std::move(b), day_b);
    return pile.of("toll").size();
  };
  CHECK(flagged(number(9, "person"), number(12, "person")) == 1);
  CHECK(flagged(number(9, "person"), number(9, "people")) == 0);
  CHECK(flagged(number(9, "person"), number(7, kUnbounded, "person")) == 0);  // at least seven
  CHECK(flagged(number(9, "person"), number(11, kUnbounded, "person")) == 1);
  CHECK(flagged(number(9, "person"), number(12, "horse")) == 0);
  CHECK(flagged(number(9, "person"), number(12, "person"), 4) == 0);  // another day
}

TEST_CASE("a later higher toll is an update, a later lower one a clash") {
  const auto found = [](double first, double then) {
    Pile pile;
    StoryMaker &a = pile.story("Post").published(1), &b = pile.story("Herald").published(2);
    a.claim("dead", "people died").slot("number", number(first, "person"));
    b.claim("dead", "people died").slot("number", number(then, "person"));
    return std::pair(pile.of("toll").size(), pile.of("toll-moved").size());
  };
  CHECK(found(9, 12) == std::pair<std::size_t, std::size_t>(0, 1));
  CHECK(found(12, 9) == std::pair<std::size_t, std::size_t>(1, 0));
  CHECK(found(9, 9) == std::pair<std::size_t, std::size_t>(0, 0));
}

TEST_CASE("all who carry a side are in one finding, the two sides first") {
  Pile pile;
  for (const double n : {9.0, 9.0, 12.0, 9.0})
    toll(pile.story("Paper " + std::to_string(pile.makers.size())), number(n, "person"));
  const auto found = pile.of("toll");
  REQUIRE(found.size() == 1);
  CHECK(found[0].claims.size() == 4);
  REQUIRE(found[0].evidence.size() == 4);
  const StoryId first = found[0].evidence[0].story, second = found[0].evidence[1].story;
  CHECK((first == StoryId(2u)) != (second == StoryId(2u)));
}

TEST_CASE("resigned and dismissed clash, left with neither") {
  const auto messages = [](std::string_view a, std::string_view b, const std::string& other = "Moe") {
    Pile pile;
    pile.story("Post")
        .claim("departure", "Ida Moe " + std::string(a))
        .person("person", "Ida Moe")
        .choice("how", "departure", a);
    pile.story("Herald")
        .claim("departure", other + " " + std::string(b))
        .person("person", other)
        .choice("how", "departure", b);
    std::vector<std::string> out;
    for (const Finding& f : pile.of("left-how")) out.push_back(f.message);
    return out;
  };
  CHECK(messages("resign", "dismiss") ==
        std::vector<std::string>{"Ida Moe: Ida Moe resign in Post, Moe dismiss in Herald"});
  CHECK(messages("resign", "leave").empty());
  CHECK(messages("resign", "resign").empty());
  CHECK(messages("resign", "dismiss", "Al Byrne").empty());
}

TEST_CASE("what may follow one another clashes only on one day") {
  const auto flagged = [](int day_a, int day_b) {
    Pile pile;
    const auto add = [&](const char* outlet, const char* word, int day) {
      ClaimMaker claim = pile.story(outlet).claim("search", "Ida Moe " + std::string(word));
      claim.person("person", "Ida Moe").choice("is", "whereabouts", word);
      if (day != 0) claim.when(day);
    };
    add("Post", "vanish", day_a);
    add("Herald", "turn-up", day_b);
    return !pile.of("search-differs").empty();
  };
  CHECK(flagged(3, 3));
  CHECK_FALSE(flagged(3, 4));
  CHECK_FALSE(flagged(3, 0));
  CHECK_FALSE(flagged(0, 0));
}

TEST_CASE("former and current of one office, whoever else held another") {
  const auto flagged = [](std::string title_a, std::string_view standing_a, std::string title_b,
                          std::string_view standing_b) {
    Pile pile;
    pile.story("Post")
        .claim("role", "mayor Ida Moe")
        .person("person", "Ida Moe")
        .office("office", std::move(title_a), standing_a);
    pile.story("Herald")
        .claim("role", "mayor Ida Moe")
        .person("person", "Ida Moe")
        .office("office", std::move(title_b), standing_b);
    return pile.of("standing").size();
  };
  CHECK(flagged("mayor", "former", "mayor", "") == 1);
  CHECK(flagged("mayor", "former", "mayor", "former") == 0);
  CHECK(flagged("mayor", "former", "coach", "") == 0);
}

TEST_CASE("a story that has both standings is no ground for a clash with one of them") {
  Pile pile;
  StoryMaker& a = pile.story("Post");
  a.claim("role", "former mayor Ida Moe").person("person", "Ida Moe").office("office", "mayor", "former");
  a.claim("role", "mayor Ida Moe").person("person", "Ida Moe").office("office", "mayor", "");
  pile.story("Herald").claim("role", "mayor Ida Moe").person("person", "Ida Moe").office("office", "mayor", "");
  CHECK(pile.of("standing").empty());
}

TEST_CASE("the winner of one is the loser of the other") {
  const auto flagged = [](const char* winner, const char* loser) {
    Pile pile;
    pile.story("Post")
        .claim("result", "Rovers beat United")
        .name("winner", NameKind::organization, "Rovers")
        .name("loser", NameKind::organization, "United")
        .context({"cup", "final"});
    pile.story("Herald")
        .claim("result", "a beat b")
        .name("winner", NameKind::organization, winner)
        .name("loser", NameKind::organization, loser)
        .context({"cup", "final"});
    return pile.of("winner").size();
  };
  CHECK(flagged("United", "Rovers") == 1);
  CHECK(flagged("Rovers", "United") == 0);
  CHECK(flagged("United", "Athletic") == 0);
}

TEST_CASE("parts and wholes") {
  const auto messages = [](double whole, std::initializer_list<double> parts) {
    Pile pile;
    ClaimMaker c = pile.story("Post").claim("parts", "of twelve");
    c.slot("whole", number(whole, "climber"));
    for (const double p : parts) c.slot("part", number(p, "climber"));
    std::vector<std::string> out;
    for (const Finding& f : pile.of("adds-up")) out.push_back(f.message);
    return out;
  };
  CHECK(messages(12, {7, 5}).empty());
  CHECK(messages(12, {7, 6}) == std::vector<std::string>{"the parts make 13 climber, not of twelve"});
  CHECK(messages(1.27e9, {0.8e9, 0.47e9}).empty());
  CHECK(messages(12, {}).empty());
}

TEST_CASE("a headline quotes what the text quotes") {
  const auto flagged = [](std::string_view headline, std::string_view body, const char* speaker = "Eva Lindt") {
    Pile pile;
    StoryMaker& s = pile.story("Post");
    s.claim("quote", "headline words").quote("words", headline).person("speaker", "Eva Lindt").headline();
    if (!body.empty()) s.fragment(body).claim("quote", "body words").quote("words", body).person("speaker", speaker);
    return pile.of("quote-in-headline").size();
  };
  CHECK(flagged("gone for good", "we will not reopen the mill") == 1);
  CHECK(flagged("will not reopen", "we will not reopen the mill") == 0);
  CHECK(flagged("we reopen the mill", "we will not reopen the mill") == 0);  // words left out between
  CHECK(flagged("gone", "we will not reopen the mill") == 0);                // one word keeps its distance
  CHECK(flagged("gone for good", "") == 0);
  CHECK(flagged("gone for good", "we will not reopen the mill", "Jon Arne") == 0);  // from a part left out, perhaps
  CHECK(flagged("never reopen this mill", "we will not reopen the mill", "Jon Arne") ==
        1);  // words of weight in common
}

TEST_CASE("what one source has is ranked, and the list is short") {
  Pile pile;
  StoryMaker& a = pile.story("Post").credit("Ruhr Agency");
  StoryMaker& b = pile.story("Herald").credit("Ruhr Agency");
  pile.story("Times");
  toll(a, number(9, "person"));
  toll(b, number(9, "person"));
  for (int i = 0; i < 6; ++i) {
    const std::string person = std::string(1, static_cast<char>('A' + i)) + "da Quist" + std::to_string(i);
    a.claim("departure", person + " resigned").person("person", person).choice("how", "departure", "resign");
  }
  const Findings found = pile.find();
  REQUIRE(found.findings.size() == 3);  // one a story
  CHECK(found.findings[0].message == "Herald and Post both have “so many people died” from one source: Ruhr Agency");
  CHECK(found.findings[0].evidence.size() == 2);
  CHECK(found.findings[1].message.find("Only Post has") == 0);
  CHECK(found.quiet.size() == 4);
}

TEST_CASE("what an outlet found out by itself comes first, then what nobody stands for by name, then what is at stake") {
  Pile pile;
  StoryMaker& a = pile.story("Post");
  pile.story("Times");
  const auto left = [&](const std::string& words, const std::string& person) -> ClaimMaker {
    return a.claim("departure", words).person("person", person).choice("how", "departure", "resign");
  };
  left("Ada Quist resigned", "Ada Quist");
  left("Bea Rohr resigned over a ransom", "Bea Rohr").context({"resign", "ransom"});
  left("Cora Stein resigned , somebody close to the board said", "Cora Stein");
  left("Dora Thal resigned , the Post has learned", "Dora Thal");
  const Findings found = pile.find();
  REQUIRE(found.findings.size() == 2);  // one a story
  REQUIRE(found.quiet.size() == 2);
  CHECK(found.findings[0].message.find("Dora Thal") != std::string::npos);
  CHECK(found.findings[1].message.find("Cora Stein") != std::string::npos);
  CHECK(found.quiet[0].message.find("Bea Rohr") != std::string::npos);
}

TEST_CASE("where one outlet is read, everything has one source, and that is no news") {
  Pile pile;
  toll(pile.story("Post"), number(9, "person"));
  CHECK(pile.find().findings.empty());
}

TEST_CASE("a story against its own copy gives no contradiction") {
  Pile pile;
  StoryMaker& s = pile.story("Post");
  toll(s, number(9, "person"));
  toll(s, number(12, "person"));
  s.claim("role", "former mayor Ida Moe").person("person", "Ida Moe").office("office", "mayor", "former");
  s.claim("role", "mayor Ida Moe").person("person", "Ida Moe").office("office", "mayor", "");
  s.claim("departure", "Ida Moe resigned").person("person", "Ida Moe").choice("how", "departure", "resign");
  s.claim("departure", "Ida Moe was sacked").person("person", "Ida Moe").choice("how", "departure", "dismiss");
  s.claim("result", "Rovers beat United")
      .name("winner", NameKind::organization, "Rovers")
      .name("loser", NameKind::organization, "United");
  std::vector<AnalysedStory> stories = {s.made(), moved(s.made(), StoryId(1u))};
  stories[1].story.path = "copy.txt";
  const Findings found = find(stories, build_graph(stories, pile.rulebook), pile.rulebook);
  for (const Finding& f : found.findings) CHECK(f.category != "contradiction");
}

TEST_CASE("a fingerprint outlives renamed files, moved lines and the order of stories") {
  const auto prints = [](bool turned, const std::string& name, const std::string& before) {
    Pile pile;
    for (const bool first : {!turned, turned}) {
      StoryMaker& s = pile.story("", first ? name : "");
      if (!before.empty()) s.sentence(before);
      s.claim("departure", first ? "Ida Moe resigned" : "Moe was sacked")
          .person("person", first ? "Ida Moe" : "Moe")
          .choice("how", "departure", first ? "resign" : "dismiss");
    }
    std::set<std::string> out;
    for (const Finding& f : pile.of("left-how")) out.insert(f.fingerprint);
    return out;
  };
  const auto first = prints(false, "a.txt", "");
  REQUIRE(first.size() == 1);
  CHECK(first.begin()->size() == 16);
  CHECK(first == prints(true, "a.txt", ""));
  CHECK(first == prints(false, "other/z.txt", "A line more."));
}

TEST_CASE("an outlet that is not known is called by its file") {
  Pile pile;
  toll(pile.story("", "desk/monday/one.txt"), number(9, "person"));
  toll(pile.story("Herald"), number(12, "person"));
  REQUIRE(pile.of("toll").size() == 1);
  CHECK(pile.of("toll")[0].message ==
        "Death tolls differ: “so many people died” in one.txt, “so many people died” in Herald");
}
