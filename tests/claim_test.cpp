// The pattern matcher and what becomes of its matches, on sentences made up for it and a few kinds of its own.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "claim/analyse.h"
#include "claim/claim_line.h"
#include "claim/test_examples.h"
#include "rulebook/load_rulebook.h"

using namespace crosscheck;

namespace {

// The engine's own word lists, with the kinds of this test in place of those of the newsroom.
const char* const kKinds = R"(schema = 1
[words]
t-fall   = { verbs = ["fall", "be cut [down]", "be pared [down]"], nouns = ["cut"] }
t-rise   = { verbs = ["rise", "be raised"], nouns = ["rise"] }
t-quit   = { verbs = ["resign", "step down"], nouns = ["resignation"] }
t-sack   = { verbs = ["be dismissed", "be sacked"], nouns = ["dismissal"] }
t-leave  = { verbs = ["leave office"], includes = ["t-quit", "t-sack"] }
t-die    = { verbs = ["die", "be killed", "be dead"], nouns = ["death"] }
t-attend = { verbs = ["attend", "join"] }
t-stern  = { verbs = ["show no mercy"] }
t-mild   = { verbs = ["relent"] }
t-people = { nouns = ["person", "people"], kinds = ["villager", "miner"] }

[choices]
t-direction = ["t-fall", "t-rise"]
t-departure = ["t-leave", "t-quit", "t-sack"]
t-temper    = ["t-stern", "t-mild"]

[[claim]]
kind = "t-change"
says = "an amount that moved"
slots = { what = "thing", way = "t-direction", from = "quantity", to = "quantity", by = "quantity" }
pattern = ["{what} {way} [from {from}] to {to}", "{what} {way} by {by}"]
sum = "from + by = to"
yes = [{ text = "The fare was cut from 40 to 32 crowns.", what = "fare", from = "40 crowns", to = "32 crowns" }]
no = ["The fare is 32 crowns."]

[[claim]]
kind = "t-left"
says = "who left"
slots = { person = "person", how = "t-departure" }
pattern = ["{person} {how}", "{how} of {person}"]
yes = [{ text = "Anna Holm resigned.", person = "Anna Holm", how = "t-quit" }]
no = ["Anna Holm stayed."]

[[claim]]
kind = "t-dead"
says = "how many died"
slots = { number = "count of t-people" }
pattern = ["{number} <t-die>"]
unless = ["in the film"]
yes = [{ text = "Nine people died.", number = "nine people" }]
no = ["Nine horses died."]

[[claim]]
kind = "t-joined"
says = "who was there"
slots = { who = "person", what = "thing" }
pattern = ["{who} <t-attend> {what}"]
yes = [{ text = "Anna Holm joined the talks.", who = "Anna Holm", what = "talks" }]
no = ["Anna Holm left the talks."]

[[claim]]
kind = "t-mood"
says = "how somebody was"
slots = { who = "who", how = "t-temper" }
pattern = ["{who} {how}"]
yes = [{ text = "Anna Holm relented.", who = "Anna Holm", how = "t-mild" }]
no = ["Anna Holm left the talks."]

[[claim]]
kind = "t-mood"
means = { how = "t-stern" }
pattern = ["{who} turned ... down flat"]
yes = [{ text = "Anna Holm turned the men down flat.", who = "Anna Holm", how = "t-stern" }]
no = ["Anna Holm turned the corner."]
)";

struct Bench {
  Rulebook rulebook;
  std::unique_ptr<Pipeline> pipeline;
  std::unique_ptr<Language::Analyser> analyser;
};

const Bench& bench() {
  static Bench* const made = [] {
    std::vector<RuleFile> files;
    for (RuleFile& file : built_in_rules())
      if (file.path.find("lexicon/") != std::string::npos) files.push_back(std::move(file));
    files.push_back({"test.toml", kKinds});
    Result<Rulebook> book = load_rulebook(files);
    for (const Diagnostic& d : book.diagnostics)
      if (d.severity == Severity::error) FAIL(to_string(d));
    auto* b = new Bench{std::move(*book.value), nullptr, nullptr};
    b->pipeline = std::make_unique<Pipeline>(b->rulebook);
    b->analyser = b->pipeline->language().analyser();
    return b;
  }();
  return *made;
}

AnalysedStory analyse(const std::string& text) {
  RawStory raw;
  raw.path = "story";
  raw.bytes = text;
  raw.format = "text";
  raw.published = "2025-12-01";
  Result<Story> story = bench().pipeline->reader().read(raw, StoryId(std::size_t{0}));
  REQUIRE(story.value);
  return std::move(bench().pipeline->analyse({&*story.value, 1}, *bench().analyser).front());
}

// The claims of kind `t-…`, a line each.
std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  const AnalysedStory story = analyse(text);
  for (const Claim& claim : story.claims.claims) {
    std::string line = to_line(claim, bench().rulebook);
    if (line.starts_with("t-")) out.push_back(std::move(line));
  }
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("one pattern finds active, passive, participle and headline") {
  const std::pair<const char*, Lines> table[] = {
      {"The committee cut the budget from 40 to 32 crowns.", {"t-change{what=budget way=t-fall from=40 crown to=32 crown by=-8 crown}"}},
      {"The budget was cut from 40 to 32 crowns.", {"t-change{what=budget way=t-fall from=40 crown to=32 crown by=-8 crown}"}},
      {"The budget, which was pared down to 32 crowns, was sent out.", {"t-change{what=budget way=t-fall to=32 crown}"}},
      {"The budget has now been pared to 32 crowns.", {"t-change{what=budget way=t-fall to=32 crown}"}},
      {"The landslide killed nine villagers.", {"t-dead{number=9 villager}"}},
      {"Nine villagers were killed.", {"t-dead{number=9 villager}"}},
      {"Nine villagers are dead.", {"t-dead{number=9 villager}"}},
  };
  for (const auto& [text, wanted] : table) {
    INFO(text);
    CHECK(lines(text) == wanted);
  }
}

TEST_CASE("entries with and without be tell the one who acts from the one acted on") {
  CHECK(lines("Anna Holm was dismissed.") == Lines{"t-left{person=anna holm how=t-sack}"});
  CHECK(lines("Anna Holm dismissed the idea.").empty());
  CHECK(lines("The board sacked Anna Holm.") == Lines{"t-left{person=anna holm how=t-sack}"});
  CHECK(lines("Anna Holm resigned.") == Lines{"t-left{person=anna holm how=t-quit}"});
  CHECK(lines("The lawyer of Anna Holm resigned.").empty());
}

TEST_CASE("nouns carry a claim too") {
  CHECK(lines("The resignation of Anna Holm surprised the town.") == Lines{"t-left{person=anna holm how=t-quit}"});
}

TEST_CASE("world and polarity come from the verbs") {
  const std::pair<const char*, const char*> table[] = {
      {"Anna Holm did not resign.", "t-left{person=anna holm how=t-quit} not"},
      {"Anna Holm will resign.", "t-left{person=anna holm how=t-quit} planned"},
      {"Anna Holm is expected to resign.", "t-left{person=anna holm how=t-quit} forecast"},
      {"Anna Holm may resign.", "t-left{person=anna holm how=t-quit} possible"},
      {"Anna Holm was reportedly dismissed.", "t-left{person=anna holm how=t-sack} alleged"},
      {"Anna Holm refused to resign.", "t-left{person=anna holm how=t-quit} not"},
      {"Anna Holm said that Eva Lindt would resign.", "t-left{person=eva lindt how=t-quit} planned voice=Anna Holm"},
      {"Anna Holm said that Eva Lindt would resign if it rained.", "t-left{person=eva lindt how=t-quit} hypothetical voice=Anna Holm"},
      {"Anna Holm went home without resigning.", "t-left{person=anna holm how=t-quit} not"},
  };
  for (const auto& [text, wanted] : table) {
    INFO(text);
    CHECK(lines(text) == Lines{wanted});
  }
}

TEST_CASE("a pattern may mean a word by itself, and an entry that denies is no denial") {
  CHECK(lines("Anna Holm turned the plan down flat.") == Lines{"t-mood{who=anna holm how=t-stern}"});
  CHECK(lines("Anna Holm relented.") == Lines{"t-mood{who=anna holm how=t-mild}"});
  CHECK(lines("Anna Holm did not relent.") == Lines{"t-mood{who=anna holm how=t-mild} not"});
  CHECK(lines("Anna Holm showed no mercy.") == Lines{"t-mood{who=anna holm how=t-stern}"});
}

TEST_CASE("people named together make a claim each; borrowed subjects are found") {
  CHECK(lines("Anna Holm and Peter Brandt joined the talks.") ==
        Lines{"t-joined{who=anna holm what=talks}", "t-joined{who=peter brandt what=talks}"});
  CHECK(lines("Anna Holm, who was sacked, went home.") == Lines{"t-left{person=anna holm how=t-sack}"});
}

TEST_CASE("counts take the nouns of their list, unless forbids, days and voices are kept") {
  CHECK(lines("Nine horses died.").empty());
  CHECK(lines("Nine people died in the film.").empty());
  CHECK(lines("Nine people died on Sunday.") == Lines{"t-dead{number=9 person} when=2025-11-30"});
  const AnalysedStory story = analyse("Nine people died, Peter Brandt said.");
  bool found = false;
  for (const Claim& claim : story.claims.claims) {
    if (bench().rulebook[claim.kind].name != "t-dead") continue;
    found = true;
    REQUIRE_FALSE(claim.voice.empty());
    CHECK(claim.voice.back().text == "Peter Brandt");
  }
  CHECK(found);
}

TEST_CASE("examples are tests, and tell where a pattern stopped") {
  const std::vector<Diagnostic> wrong = test_claim_examples(bench().rulebook, *bench().pipeline);
  for (const Diagnostic& d : wrong) WARN(to_string(d));
  CHECK(wrong.empty());
  const AnalysedStory story = analyse("The fare was cut to bits.");
  const auto traces = bench().pipeline->claims().trace(story.story, story.syntax, story.mentions, bench().rulebook.kind("t-change"));
  REQUIRE_FALSE(traces.empty());
  CHECK(traces.front().wanted == "{to}, quantity");
  CHECK(traces.front().saw == "\"bits\"");
}

TEST_CASE("any text goes through") {
  const std::string texts[] = {"", "...", std::string(3000, ','), "\"\"\"\"", "9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9", "by by by of of of 's 's 's"};
  for (const std::string& text : texts) {
    RawStory raw;
    raw.path = "story";
    raw.bytes = text;
    raw.format = "text";
    Result<Story> story = bench().pipeline->reader().read(raw, StoryId(std::size_t{0}));
    if (story.value) bench().pipeline->analyse({&*story.value, 1}, *bench().analyser);
  }
  SUCCEED();
}

TEST_CASE("spans lie in the story and slots in order") {
  const AnalysedStory story = analyse("Anna Holm, who was sacked on Friday, and Peter Brandt joined the talks. Nine people died and the fare was cut to 32 crowns.");
  for (const Claim& claim : story.claims.claims) {
    CHECK_FALSE(claim.span.empty());
    CHECK(claim.span.end <= story.story.text.size());
    for (std::size_t i = 1; i < claim.slots.size(); ++i) CHECK(claim.slots[i - 1].slot <= claim.slots[i].slot);
  }
}
