// What lint tells of rules that load: unused lists, forgotten events, words that no example shows.
#include <catch2/catch.hpp>

#include <string>

#include "rulebook/lint.h"
#include "rulebook/load_rulebook.h"

using namespace crosscheck;

namespace {

std::string linted(const std::string& text, const std::vector<std::string_view>& engine = {}) {
  const auto loaded = load_rulebook({{"my.toml", "schema = 1\n" + text}});
  for (const Diagnostic& d : loaded.diagnostics) UNSCOPED_INFO(to_string(d));
  REQUIRE(loaded);
  std::string out;
  for (const Diagnostic& d : lint(*loaded.value, engine)) out.append(out.empty() ? "" : "\n").append(to_string(d));
  return out;
}

const char* const kClaim = R"TOML(
[[claim]]
kind = "capacity"
says = "x"
slots = { venue = "thing", number = "count" }
pattern = ["{venue} <seat> {number}"]
yes = [{ text = "The Odeon seated 9." }]
no = ["No."]
)TOML";

std::string check(const std::string& same) {
  return std::string(kClaim) + "[[check]]\nid = \"c\"\ntitle = \"t\"\nclaim = \"capacity\"\nsame = " + same +
         "\nclash = [\"number.unit\"]\nwhy = \"w\"\nyes = [[\"a\"]]\nno = [[\"a\"]]\n";
}

}  // namespace

TEST_CASE("a list that nothing uses") {
  CHECK(linted("[words]\nidle = { verbs = [\"idle\"] }\n") == "my.toml:3:1: warning: nothing uses the word list idle");
  CHECK(linted("[words]\nidle = { verbs = [\"idle\"] }\n", {"idle"}).empty());
  CHECK(linted("[words]\ncoach = { nouns = [\"coach\", \"wagon\"] }\n").empty());
  CHECK(linted("[words]\na = { verbs = [\"go\"] }\nb = { nouns = [\"x\"], includes = [\"a\"] }\n").empty());
}

TEST_CASE("a word that no example uses") {
  CHECK(linted("[words]\nseat = { verbs = [\"seat\", \"have room for\"] }\n" + std::string(kClaim)) ==
        "my.toml:3:27: warning: no example uses \"have room for\" of <seat>");
}

TEST_CASE("event left out where it matters") {
  const std::string words = "[words]\nseat = { verbs = [\"seat\"] }\n";
  CHECK(linted(words + check("[\"venue\"]")).empty());
  CHECK(linted(words + check("[\"event\", \"number\"]")).empty());
  CHECK(linted(words + check("[\"when\"]")) ==
        "my.toml:12:1: warning: check c compares claims of different events: put event into same, unless that is meant");
}
