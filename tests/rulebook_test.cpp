// Rule files that are right: what the rulebook holds, in which order, and what its look-ups say.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "rulebook/load_rulebook.h"
#include "rulebook/parse_pattern.h"
#include "rulebook/snapshot.h"
#include "rulebook/suggest.h"

using namespace crosscheck;
namespace fs = std::filesystem;

namespace {

Rulebook book(const std::vector<std::string>& files) {
  std::vector<RuleFile> rule_files;
  for (std::size_t i = 0; i < files.size(); ++i) rule_files.push_back({fmt::format("f{}.toml", i), "schema = 1\n" + files[i]});
  auto loaded = load_rulebook(rule_files);
  for (const Diagnostic& d : loaded.diagnostics) UNSCOPED_INFO(to_string(d));
  REQUIRE(loaded);
  return std::move(*loaded.value);
}

std::string names(const Rulebook& rules, const std::vector<std::uint32_t>& lists) {
  std::string out;
  for (const std::uint32_t id : lists) out.append(out.empty() ? "" : " ").append(rules.lists[id].name);
  return out;
}

// "{venue} <seat> [about|some] ... {number}" as one line, to see what was understood.
std::string line(const PatternSequence& sequence) {
  std::string out;
  for (const PatternElement& e : sequence) {
    if (!out.empty()) out += ' ';
    switch (e.kind) {
      case PatternElement::Kind::word: out += e.word; break;
      case PatternElement::Kind::list: out += "<" + e.word + ">"; break;
      case PatternElement::Kind::slot: out += "{" + e.word + "}"; break;
      case PatternElement::Kind::gap: out += "..."; break;
      case PatternElement::Kind::group: {
        out += e.optional ? "[" : "(";
        for (std::size_t i = 0; i < e.alternatives.size(); ++i) out.append(i == 0 ? "" : " | ").append(line(e.alternatives[i]));
        out += e.optional ? "]" : ")";
      }
    }
  }
  return out;
}

std::string parsed(std::string_view text) {
  std::vector<PatternProblem> problems;
  const PatternSequence sequence = parse_pattern(text, PatternUse::pattern, problems);
  return problems.empty() ? line(sequence) : "problem at " + std::to_string(problems.front().offset);
}

const char* const kDepart = R"TOML(
[words]
depart  = { verbs = ["leave"], includes = ["forced", "retire"] }
forced  = { verbs = ["be ousted"], includes = ["resign", "dismiss"] }
resign  = { verbs = ["resign", "hand in [his|her] (notice|resignation)"], nouns = ["resignation", "letter of resignation"] }
dismiss = { verbs = ["be sacked"] }
retire  = { verbs = ["retire"] }
stay    = { verbs = ["stay on"] }
bow-out = { verbs = ["bow out"] }
[choices]
departure = ["depart", "resign", "dismiss", "retire", "stay"]
)TOML";

}  // namespace

TEST_CASE("patterns are read element by element") {
  CHECK(parsed("{venue} <seat> [about|some] ... {number}") == "{venue} <seat> [about | some] ... {number}");
  CHECK(parsed("Ivan\xe2\x80\x99s plan, don't") == "ivan 's plan , do n't");
  CHECK(parsed("{a}, [the|a] {b}") == "{a} , [the | a] {b}");
  CHECK(parsed("a \xe2\x80\xa6 b") == "a ... b");
  CHECK(parsed("(a [b (c|d)]|e)") == "(a [b (c | d)] | e)");
  CHECK(parsed("was|were cut") == "problem at 3");
  CHECK(parsed("a (b") == "problem at 2");
  CHECK(parsed("{a} <b") == "problem at 4");
  CHECK(parsed("... ...") == "problem at 4");
  CHECK(parsed("") == "problem at 0");
  CHECK(pattern_words("the Prime Minister's \xe2\x80\x9cnew\xe2\x80\x9d plan, he won't") ==
        std::vector<std::string>{"the", "prime", "minister", "'s", "\"new\"", "plan", ",", "he", "wo", "n't"});
}

TEST_CASE("word lists keep their order, forms and bent words") {
  const Rulebook rules = book({kDepart});
  CHECK(rules.lists.front().name == "depart");
  CHECK(rules.lists.back().name == "bow-out");
  const WordList& resign = rules[rules.list("resign")];
  REQUIRE(resign.entries.size() == 4);
  CHECK(resign.entries[0].form == WordEntry::Form::verb);
  CHECK(line(resign.entries[1].sequence) == "hand in [his | her] (notice | resignation)");
  CHECK(resign.entries[2].form == WordEntry::Form::noun);
  CHECK(resign.entries[3].bent == 0);  // letters of resignation
  CHECK(resign.where.line == 6);
  CHECK(resign.where.column == 1);
  const WordEntry& sacked = rules[rules.list("dismiss")].entries.front();
  CHECK(sacked.form == WordEntry::Form::passive);
  CHECK(sacked.text == "be sacked");
  CHECK(line(sacked.sequence) == "sacked");
}

TEST_CASE("includes reach all the way; covers names the leaves of a line") {
  const Rulebook rules = book({kDepart});
  const ChoiceId line_id = rules.choice("departure");
  const auto covers = [&](const char* list) { return names(rules, rules.covers(line_id, rules.list(list))); };
  CHECK(rules[rules.list("depart")].all_includes.size() == 4);
  CHECK(covers("depart") == "resign dismiss retire");
  CHECK(covers("resign") == "resign");
  CHECK(covers("forced") == "resign dismiss");
  CHECK(covers("stay") == "stay");
  CHECK(covers("bow-out").empty());
  CHECK(rules.choices_of(rules.list("forced")) == std::vector<ChoiceId>{line_id});
  CHECK(rules.choices_of(rules.list("bow-out")).empty());
  CHECK(rules.choices_of(ListId()).empty());
  CHECK_FALSE(rules.list("nothing").valid());
  CHECK_FALSE(rules.choice("nothing").valid());
  CHECK(rules.figure_section("nothing").empty());
}

TEST_CASE("the same list in two files adds up, the same kind adds patterns") {
  const Rulebook rules = book({
      "[words]\nseat = { verbs = [\"seat\"] }\n[[claim]]\nkind = \"capacity\"\nsays = \"x\"\nslots = { venue = \"thing\", number = \"count of seat\" }\n"
      "pattern = \"{venue} <seat> {number}\"\nyes = [{ text = \"The Odeon seats 9.\", number = [\"9\", \"nine\"], when = \"today\" }]\nno = [\"No.\"]\n",
      "[words]\nseat = { verbs = [\"hold\"] }\n[[claim]]\nkind = \"capacity\"\npattern = [\"room for {number} in {venue}\"]\nyes = [{ text = \"Room for 9.\" }]\nno = [\"No room.\"]\n"});
  CHECK(rules[rules.list("seat")].entries.size() == 2);
  const ClaimKind& kind = rules[rules.kind("capacity")];
  CHECK(kind.patterns.size() == 2);
  CHECK(kind.yes.size() == 2);
  CHECK(kind.no.size() == 2);
  CHECK(kind.slots[0].type == SlotType::thing);
  CHECK(kind.slots[1].type == SlotType::count);
  CHECK(kind.slots[1].of == rules.list("seat"));
  REQUIRE(kind.yes[0].slots.size() == 2);
  CHECK(kind.yes[0].slots[0].values == std::vector<std::string>{"9", "nine"});
  CHECK(kind.slot("number") == 1u);
  CHECK_FALSE(kind.slot("nummer").has_value());
  CHECK(rules[rules.kind("clause")].ready_made);
}

TEST_CASE("a check with all it may hold") {
  const Rulebook rules = book({"[words]\nhold = { verbs = [\"hold\"] }\nburst = { verbs = [\"burst\"] }\n[choices]\nfirmness = [\"hold\", \"burst\"]\n"
                               "[[check]]\nid = \"held\"\ntitle = \"t\"\nclaim = \"clause\"\nsame = [\"event\", \"who?\"]\nclash = [\"does\", \"number.unit\"]\nseverity = \"error\"\n"
                               "message = \"{who}: {a.text} in {a.outlet}, {b.does}\"\nwhy = \"w\"\nyes = [[\"a\", { text = \"b\", outlet = \"Post\", published = \"2025-03-01\" }]]\nno = [[\"a\"]]\n"
                               "[[check]]\nid = \"one\"\ntitle = \"t\"\nclaim = \"any\"\nonly_in = \"one source\"\nsaid_by = [\"several\"]\nwhy = \"w\"\nyes = [[\"a\"]]\nno = [[\"a\"]]\n"});
  const Check& held = rules.checks.at(0);
  CHECK(held.severity == Severity::error);
  CHECK(held.category == "contradiction");
  CHECK(held.same[1].optional);
  CHECK(held.slots[1].text() == "number.unit");
  CHECK(held.yes[0].stories[1].outlet == "Post");
  const Check& one = rules.checks.at(1);
  CHECK(one.any_claim);
  CHECK(one.shape == CheckShape::only_in_one_source);
  CHECK(one.category == "single-source");
  CHECK(one.said_by == std::vector<std::string>{"several"});
}

TEST_CASE("sums") {
  const auto sum = [](const std::string& text) {
    return book({"[words]\nmake = { verbs = [\"make\"] }\n[[claim]]\nkind = \"k\"\nsays = \"x\"\nslots = { part = \"count\", whole = \"count\" }\npattern = [\"{part} <make> {whole}\"]\n"
                 "sum = \"" + text + "\"\nyes = [{ text = \"x\" }]\nno = [\"x\"]\n"}).kinds.back().sum;
  };
  CHECK(sum("part + part = whole")->left == std::vector<std::uint32_t>{0, 0});
  CHECK(sum("part + part = whole")->right == 1u);
  CHECK(sum("part <= 100 percent")->at_most);
  CHECK(sum("part <= 100 percent")->constant == 100.0);
  CHECK(sum("part <= 100 percent")->constant_unit == "percent");
}

TEST_CASE("tables of the engine") {
  const Rulebook rules = book({"[figures.small]\none = 1\n\"a Dozen\" = 12\ndozens = [24, 99]\n[units.mile]\ndimension = \"length\"\nfactor = 1609.344\nwords = [\"mile\"]\nsymbols = [\"mi\"]\n"
                               "[places.\"New Avon\"]\nin = \"Avonia\"\nkind = \"city\"\nnames = [\"Avon\"]\ncapital = true\n[places.Avonia]\nkind = \"country\"\npeople = [\"Avonian\"]\n"});
  CHECK(rules.figure_section("small").at("a dozen").low == 12);
  CHECK(rules.figure_section("small").at("dozens").high == 99);
  CHECK(rules.units.at(0).factor == 1609.344);
  CHECK(rules.places.at(0).name == "new avon");
  CHECK(rules.places.at(0).in == "avonia");
  CHECK(rules.places.at(0).capital);
}

TEST_CASE("suggestions") {
  CHECK(edit_distance("clash", "clsah", 5) == 1);
  CHECK(edit_distance("", "abc", 5) == 3);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(nearest("verb", {"words", "verbs", "nouns"}) == "verbs");
  CHECK(nearest("zebra", {"words", "verbs"}).empty());
  CHECK(nearest(std::string(100000, 'x'), {"words"}).empty());
  CHECK(did_you_mean("persn", {"person"}, "{", "}") == ": did you mean {person}?");
}

TEST_CASE("folders of rules") {
  const fs::path folder = fs::temp_directory_path() / "crosscheck-rules-test";
  fs::remove_all(folder);
  CHECK(read_rule_files(folder).diagnostics.at(0).message == "no such folder of rules");
  fs::create_directories(folder / "claims");
  CHECK(read_rule_files(folder).diagnostics.at(0).message == "no .toml file in this folder");
  std::ofstream(folder / "README.md") << "no rules";
  std::ofstream(folder / "claims" / "b.toml") << "schema = 1\n";
  std::ofstream(folder / "a.toml") << "schema = 1\n# a\n";
  const auto files = read_rule_files(folder);
  REQUIRE(files);
  REQUIRE(files.value->size() == 2);
  CHECK(files.value->at(0).path == (folder / "a.toml").generic_string());
  CHECK(files.value->at(1).text == "schema = 1\n");
  CHECK(read_rule_files(folder / "a.toml").diagnostics.at(0).message == "not a folder: rules are read from a folder of .toml files");
  fs::remove_all(folder);
}

TEST_CASE("a file of the same name takes the place of a built-in one") {
  const auto merged = with_replacements({{"rules/claims/a.toml", "1"}, {"rules/lexicon/a.toml", "2"}}, {{"/desk/claims/a.toml", "3"}, {"/desk/new.toml", "4"}});
  REQUIRE(merged.size() == 3);
  CHECK(merged[0].text == "3");
  CHECK(merged[1].text == "2");
  CHECK(merged[2].text == "4");
}

TEST_CASE("the rules in the program are the rules on disk, and they are right") {
  const auto built_in = built_in_rules();
  const auto on_disk = read_rule_files(fs::path(CROSSCHECK_SOURCE_DIR) / "rules");
  REQUIRE(on_disk);
  REQUIRE(built_in.size() == on_disk.value->size());
  std::set<std::string> texts;
  for (const RuleFile& file : *on_disk.value) texts.insert(file.text);
  for (const RuleFile& file : built_in) {
    CAPTURE(file.path);
    CHECK(texts.count(file.text) == 1);
  }
  const auto loaded = load_rulebook(built_in);
  for (const Diagnostic& d : loaded.diagnostics) UNSCOPED_INFO(to_string(d));
  CHECK(loaded.diagnostics.empty());
  CHECK(loaded);
}

TEST_CASE("a snapshot gives the same rulebook back, and never another") {
  const auto loaded = load_rulebook(built_in_rules());
  if (!loaded) return;  // told by the case above
  const std::string bytes = write_snapshot(*loaded.value);
  const auto again = read_snapshot(bytes);
  REQUIRE(again);
  CHECK(again->lists.size() == loaded.value->lists.size());
  CHECK(again->list("say") == loaded.value->list("say"));
  CHECK(write_snapshot(*again) == bytes);  // every field is written, so every field came back
  CHECK_FALSE(read_snapshot(""));
  CHECK_FALSE(read_snapshot(bytes + "x"));
  for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 100) CHECK_FALSE(read_snapshot(std::string_view(bytes).substr(0, size)));
  const auto built_in = built_in_rulebook();
  REQUIRE(built_in);
  CHECK(built_in.value->lists.size() == loaded.value->lists.size());
}
