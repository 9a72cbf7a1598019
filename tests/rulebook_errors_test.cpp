// Wrong rules and what their author is told: the whole message, with its place.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "rulebook/load_rulebook.h"

using namespace crosscheck;

namespace {

std::string told(const std::string& text) {
  std::string out;
  for (const Diagnostic& d : load_rulebook({{"my.toml", text}}).diagnostics) out.append(out.empty() ? "" : "\n").append(to_string(d));
  return out;
}

struct Case {
  const char* rules;
  const char* message;
};

void all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.rules);
    CHECK(told(std::string("schema = 1\n") + c.rules) == c.message);
  }
}

// A claim that is right, less what a case adds or leaves out.
const std::string kLists = "[words]\nseat = { verbs = [\"seat\"] }\nplaces = { nouns = [\"seat\"] }\n[choices]\nuse = [\"seat\", \"places\"]\n";
std::string claim(const std::string& slots, const std::string& pattern, const std::string& rest = "") {
  return "schema = 1\n" + kLists + "[[claim]]\nkind = \"capacity\"\nsays = \"x\"\nslots = { " + slots + " }\npattern = " + pattern + "\n" + rest +
         "yes = [{ text = \"The Odeon seats 9.\" }]\nno = [\"No.\"]\n";
}
const std::string kGood = claim("venue = \"thing\", number = \"count of places\", who = \"who\", office = \"office\"",
                                "[\"{venue} <seat> {number}\", \"{who} is {office}\"]");
std::string check(const std::string& keys) {
  return kGood + "[[check]]\nid = \"c\"\ntitle = \"t\"\nclaim = \"capacity\"\n" + keys +
         "why = \"w\"\nyes = [[\"a\", \"b\"]]\nno = [[\"a\", \"b\"]]\n";
}

}  // namespace

TEST_CASE("the file itself") {
  CHECK(told("") == "my.toml:1:1: error: the first line must be: schema = 1");
  CHECK(told("schema = 2\n") == "my.toml:1:10: error: this program reads schema = 1 only");
  CHECK(told("schema = 1\nword = 1\n") == "my.toml:2:1: error: a rule file has no key \"word\": did you mean \"words\"?");
  CHECK(told("schema = 1\n\xff") == "my.toml:2:1: error: not UTF-8: save this file as UTF-8");
  CHECK(told("schema = 1\n[words]\na = { verbs = [\xe2\x80\x9cgo\xe2\x80\x9d] }\n") ==
        "my.toml:3:16: error: curly quotes cannot open a value: use straight ones");
  CHECK(told("schema = 1\n[claim]\nkind = \"x\"\n") == "my.toml:2:1: error: [claim] makes a single table: write [[claim]]");
}

TEST_CASE("word lists, choices, shapes") {
  all({
      {"[words]\nDie = { verbs = [\"die\"] }\n", "my.toml:3:1: error: a name of word list is made of a-z and hyphens, not \"Die\""},
      {"[words]\na = {}\n", "my.toml:3:1: error: the word list a has no words"},
      {"[words]\na = [\"x\"]\n", "my.toml:3:5: error: a must say what its words are: { verbs = [...] }, nouns, words, kinds or includes"},
      {"[words]\na = { verb = [\"x\"], words = [\"y\"] }\n", "my.toml:3:7: error: a word list has no key \"verb\": did you mean \"verbs\"?"},
      {"[words]\na = { verbs = \"go\" }\n", "my.toml:3:15: error: \"verbs\" is a list: put it into [ ]"},
      {"[words]\na = { verbs = [\"go\", \" \"] }\n", "my.toml:3:22: error: an entry of \"verbs\" is empty"},
      {"[words]\na = { verbs = [\"go\", 7] }\n", "my.toml:3:22: error: an entry of \"verbs\" must be text in quotes, not a number"},
      {"[words]\na = { verbs = [\"killed\"] }\n", "my.toml:3:16: error: \"killed\" is a past form: did you mean kill or be killed?"},
      {"[words]\na = { verbs = [\"lose (a|b\"] }\n", "my.toml:3:22: error: this ( is never closed"},
      {"[words]\na = { verbs = [\"lose\\u0020(a|b\"] }\n", "my.toml:3:27: error: this ( is never closed"},
      {"[words]\na = { verbs = [\"\"\"\ngo\nup (a\"\"\"] }\n", "my.toml:5:4: error: this ( is never closed"},
      {"[words]\na = { verbs = [\"go)\"] }\n", "my.toml:3:19: error: ) closes nothing that was opened"},
      {"[words]\na = { verbs = [\"go (x]\"] }\n", "my.toml:3:22: error: ] here, but ( is open"},
      {"[words]\na = { verbs = [\"go (x|)\"] }\n", "my.toml:3:23: error: an empty choice: put what may be missing into [ ]"},
      {"[words]\na = { words = [\"was|were cut\"] }\n", "my.toml:3:20: error: | joins choices only inside ( ) or [ ]: write (was|were)"},
      {"[words]\na = { words = [\"a {b}\"] }\n", "my.toml:3:19: error: an entry of a word list holds words only: { belongs into a pattern"},
      {"[words]\na = { words = [\"a ...\"] }\n", "my.toml:3:19: error: an entry of a word list holds words only: ... belongs into a pattern"},
      {"[words]\na = { words = [\"(a (b (c (d))))\"] }\n", "my.toml:3:26: error: brackets stand at most three deep: write two patterns"},
      {"[words]\na = { words = [\"[a]\"] }\n", "my.toml:3:16: error: all of this entry is in [ ], so it would find nothing: leave one word outside"},
      {"[words]\na = { nouns = [\"x\"], kinds = [\"x\"] }\n", "my.toml:3:31: error: \"x\" is in nouns of a as well: a kind is narrower than the list"},
      {"[words]\nresign = { verbs = [\"resign\"] }\na = { includes = [\"resigned\"] }\n",
       "my.toml:4:19: error: no word list <resigned>; a list is named by its name, in any form it has: did you mean <resign>?"},
      {"[words]\na = { words = [\"x\"], includes = [\"b\"] }\nb = { words = [\"x\"], includes = [\"a\"] }\n", "my.toml:4:1: error: b includes itself by way of a"},
      {"[words]\na = { words = [\"x\"] }\n[choices]\nc = [\"a\"]\n", "my.toml:5:5: error: c needs two lists at least that exclude each other"},
      {"[words]\na = { words = [\"x\"] }\nb = { words = [\"y\"] }\n[choices]\nage = [\"a\", \"b\"]\n",
       "my.toml:6:1: error: age is a type of slots: another name for this choices line"},
      {"[shapes]\nroad = 'A(\\d'\n", "my.toml:3:9: error: not an RE2 expression: missing ): A(\\d"},
      {"[shapes]\nroad = 'A\\d\\q'\n", "my.toml:3:12: error: not an RE2 expression: invalid escape sequence: \\q"},
      {"[shapes]\nroad = 'x*'\n", "my.toml:3:8: error: road fits where nothing stands: ask for one character at least"},
  });
}

TEST_CASE("figures, units, places, opposites") {
  all({
      {"[figures.small]\none = \"1\"\n", "my.toml:3:7: error: \"one\" must be a number, not text"},
      {"[figures.small]\none = [1]\n", "my.toml:3:7: error: \"one\" takes one number or two: [low, high]"},
      {"[figures.small]\none = [2, 1]\n", "my.toml:3:7: error: \"one\" takes [low, high]: here the first number is the larger"},
      {"[figures.small]\none = 1\n\"ONE\" = 2\n", "my.toml:4:1: error: \"ONE\" has another figure already in [figures.small]"},
      {"[figures]\none = 1\n", "my.toml:3:7: error: figures.one must be a table: write [figures.SECTION]"},
      {"[units.mile]\nwords = [\"mile\"]\n", "my.toml:2:8: error: unit mile has no \"dimension\": length, duration, money:dollar \xe2\x80\xa6"},
      {"[units.mile]\ndimension = \"length\"\n", "my.toml:2:8: error: unit mile has neither words nor symbols, so it would never be found"},
      {"[units.mile]\ndimension = \"length\"\nfactor = 0\nwords = [\"mile\"]\n", "my.toml:4:10: error: \"factor\" must be above 0"},
      {"[places.avon]\nin = \"englnd\"\n[places.england]\nkind = \"country\"\n", "my.toml:3:6: error: no place \"englnd\": did you mean \"england\"?"},
      {"[places.avon]\nin = \"avon\"\n", "my.toml:3:6: error: avon lies in itself"},
      {"[places.avon]\ncapital = \"yes\"\n", "my.toml:3:11: error: \"capital\" must be true or false"},
      {"opposites = 1\n", "my.toml:2:13: error: opposites is a table: write [opposites]"},
      {"[opposites]\nwarmth = [\"hot\", \"cold\"]\n", "my.toml:3:10: error: warmth needs two sides at least: [[\"hot\", \"warm\"], [\"cold\"]]"},
      {"[opposites]\nwarmth = [[\"hot\"], [\"hot\"]]\n", "my.toml:3:21: error: hot stands twice in warmth"},
      {"[opposites]\nwarmth = [[\"hot\"], [\"very cold\"]]\n", "my.toml:3:21: error: \"very cold\": opposites are single words"},
  });
}

TEST_CASE("claims") {
  const auto one = [](const std::string& text) { return told(text); };
  CHECK(told(kGood).empty());
  const std::string slots = "venue = \"thing\", number = \"count\"";
  CHECK(one(claim(slots, "[\"{venue} <seat> {numbr}\", \"{venue} <seat> {number}\"]")) == "my.toml:11:28: error: kind capacity has no slot {numbr}: did you mean {number}?");
  CHECK(one(claim(slots, "[\"{venue} <seats> {number}\"]")) ==
        "my.toml:11:21: error: no word list <seats>; a list is named by its name, in any form it has: did you mean <seat>?");
  CHECK(one(claim("who = \"who\", what = \"thing\"", "[\"{who} ... {what}\"]")) ==
        "my.toml:11:12: error: this pattern has nothing to start from: add a word or a list to {who} ... {what}");
  CHECK(one(claim("who = \"person\", what = \"thng\"", "[\"{who} <seat> {what}\"]")) == "my.toml:10:34: error: no type of slots \"thng\": did you mean \"thing\"?");
  CHECK(one(claim("who = \"person\", what = \"seat\"", "[\"{who} <seat> {what}\"]")) ==
        "my.toml:10:34: error: seat is a word list, not a type: write \"thing of seat\", or put it into [choices]");
  CHECK(one(claim("who = \"person of seat\"", "[\"{who} <seat>\"]")) == "my.toml:10:24: error: only count, thing and happening can be of a list, not person");
  CHECK(one(claim("who = \"count of seets\"", "[\"{who} <seat>\"]")) ==
        "my.toml:10:27: error: no word list <seets>; a list is named by its name, in any form it has: did you mean <seat>?");
  CHECK(one(claim("when = \"time\"", "[\"<seat> {when}\"]")) == "my.toml:10:11: error: every claim has when of its own accord: another name for this slot");
  CHECK(one(claim("a = \"thing\", b = \"use\"", "[\"{a} <seat>\"]", "means = { b = \"seat\" }\n")).empty());
  CHECK(one(claim("a = \"thing\", b = \"use\"", "[\"{a} <seat> {b}\"]", "means = { a = \"seat\" }\n")) ==
        "my.toml:12:11: error: \"means\" fills a slot of a [choices] line; kind capacity has no such slot {a}");
  CHECK(one(claim("a = \"thing\", b = \"use\"", "[\"{a} <seat>\"]", "means = { b = \"seet\" }\n")) ==
        "my.toml:7:1: error: no pattern of claim capacity fills {b}\n"
        "my.toml:12:15: error: no word list <seet>; a list is named by its name, in any form it has: did you mean <seat>?");
  CHECK(one(claim("a = \"thing\", b = \"thing\"", "[\"{a} <seat>\"]")) == "my.toml:7:1: error: no pattern of claim capacity fills {b}");
  CHECK(one(claim("a = \"thing\"", "[\"{a} <seat>\"]", "evolves = \"falling\"\n")) == "my.toml:12:11: error: \"evolves\" is \"rising\" or \"any\", not \"falling\"");
  CHECK(one(claim("a = \"thing\"", "[\"{a} <seat>\"]", "weight = 11\n")) == "my.toml:12:10: error: \"weight\" is a whole number from 0 to 10");
  CHECK(one(claim("a = \"thing\"", "[\"{a} <seat>\"]", "sum = \"a + a = 100\"\n")) ==
        "my.toml:12:8: error: a is of type thing: only amounts and times can be added");
  CHECK(one(claim("a = \"count\"", "[\"{a} <seat>\"]", "sum = \"a + a\"\n")) == "my.toml:12:7: error: a sum has one = or <=, as in from + by = to");
  CHECK(one(claim("a = \"count\"", "[\"{a} <seat>\"]", "unles = [\"x\"]\n")) == "my.toml:12:1: error: [[claim]] has no key \"unles\": did you mean \"unless\"?");
  CHECK(one("schema = 1\n[[claim]]\nkind = \"clause\"\n") == "my.toml:3:8: error: clause is ready-made: another name for this kind");
  CHECK(one("schema = 1\n[[claim]]\nsays = \"x\"\n") == "my.toml:2:1: error: this claim has no \"kind\": give it a name");
  CHECK(one("schema = 1\n[[claim]]\nkind = \"k\"\nsays = \"x\"\nslots = { a = \"count\" }\n") ==
        "my.toml:2:1: error: claim k has no \"pattern\": say how it is said\n"
        "my.toml:2:1: error: claim k has no \"yes\": give one sentence that makes such a claim\n"
        "my.toml:2:1: error: claim k has no \"no\": give one sentence that must make none");
  CHECK(one(claim("a = \"count\"", "[\"{a} <seat>\"]") + "[[claim]]\nkind = \"capacity\"\nslots = { a = \"count\" }\npattern = [\"{a} <seat>\"]\nyes = [{ text = \"x\", b = \"y\" }]\nno = [\"x\"]\n") ==
        "my.toml:16:9: error: kind capacity has its slots already, in my.toml:7\nmy.toml:18:22: error: kind capacity has no slot {b}: did you mean {a}?");
}

TEST_CASE("checks") {
  CHECK(told(check("same = [\"venue\"]\nclash = [\"number\"]\n")).empty());
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "my.toml:14:1: error: a check needs one of clash, swapped, superseded, sum, only_in, said_by"},
      {"clash = [\"number\"]\n", "my.toml:14:1: error: check c has no \"same\": by what are two claims to be compared?"},
      {"same = [\"event\"]\nclash = [\"venue\"]\n",
       "my.toml:19:10: error: a thing never clashes, two names for it may be one: make a [choices] line, or put venue into same"},
      {"same = [\"event\"]\nclash = [\"nummer\"]\n", "my.toml:19:10: error: kind capacity has no slot {nummer}: did you mean {number}?"},
      {"same = [\"event\"]\nclash = [\"number.standing\"]\n", "my.toml:19:10: error: {number} has no part .standing: it has .number and .unit"},
      {"same = [\"event\"]\nclash = [\"venue.unit\"]\n", "my.toml:19:10: error: {venue} has no part .unit: it has .other"},
      {"same = [\"number\"]\nclash = [\"number\"]\n", "my.toml:18:8: error: number is in same and in what is flagged: it cannot be the same and differ"},
      {"same = [\"event\"]\nclash = [\"number\"]\nonly_in = \"headline\"\n", "my.toml:20:11: error: a check flags one thing: clash or only_in, not both"},
      {"same = [\"event\"]\nsuperseded = [\"number\"]\n",
       "my.toml:19:14: error: kind capacity does not evolve: write evolves = \"rising\" or \"any\" into its [[claim]]"},
      {"same = [\"event\"]\nswapped = [\"who\"]\n", "my.toml:19:11: error: \"swapped\" takes two slots: [\"winner\", \"loser\"]"},
      {"only_in = \"body\"\n", "my.toml:18:11: error: \"only_in\" is \"headline\", \"summary\" or \"one source\", not \"body\""},
      {"said_by = [\"anon\"]\n", "my.toml:18:12: error: no credit \"anon\": did you mean \"anonymous\"?"},
      {"sum = \"number <= 100 percent\"\nseverity = \"grave\"\n", "my.toml:19:12: error: \"severity\" is \"error\", \"warning\" or \"note\", not \"grave\""},
      {"sum = \"nummer <= 100 percent\"\n", "my.toml:18:8: error: kind capacity has no slot {nummer}: did you mean {number}?"},
      {"same = [\"venue\"]\nclash = [\"number\"]\nmessage = \"{venue}: {number}\"\n",
       "my.toml:20:21: error: {number} is not in same, so the two claims may differ in it: write {a.number} and {b.number}"},
      {"same = [\"venue\"]\nclash = [\"number\"]\nmessage = \"{a.numbr}\"\n", "my.toml:20:12: error: kind capacity has no slot {numbr}: did you mean {number}?"},
      {"same = [\"venue\"]\nclash = [\"number\"]\nmessage = \"{venue\"\n", "my.toml:20:12: error: this { has no partner"},
  };
  for (const auto& [keys, message] : cases) {
    CAPTURE(keys);
    CHECK(told(check(keys)) == message);
  }
  CHECK(told(kGood + "[[check]]\nid = \"held-or-burst\"\ntitle = \"t\"\nclaim = \"capasity\"\nwhy = \"w\"\nyes = [\"a\"]\n") ==
        "my.toml:14:1: error: check held-or-burst has no \"no\": give one pair of stories that it must leave alone\n"
        "my.toml:17:9: error: no kind of claim \"capasity\": did you mean \"capacity\"?\n"
        "my.toml:19:8: error: stories of one example stand in [ ] of their own: [[\"\xe2\x80\xa6\", \"\xe2\x80\xa6\"]]");
  const std::string twice = check("only_in = \"headline\"\n");
  CHECK(told(twice + twice.substr(twice.find("[[check]]"))) == "my.toml:23:6: error: check c stands twice: first in my.toml:14");
}

TEST_CASE("a syntax error hides nothing behind it, and unknown names are not blamed on it") {
  const std::string text = "schema = 1\n[words]\na = { verbs = [\"go\" }\n[choices]\nc = [\"a\", \"b\"]\n[[check]]\nid = \"x\"\nttle = \"t\"\n";
  const std::string said = told(text);
  CHECK(said.find("my.toml:3:") == 0);
  CHECK(said.find("[[check]] has no key \"ttle\": did you mean \"title\"?") != std::string::npos);
  CHECK(said.find("no word list") == std::string::npos);
}

TEST_CASE("errors of all files come in one run, in order of files and lines") {
  const auto loaded = load_rulebook({{"b.toml", "schema = 1\n[words]\nx = {}\n"}, {"a.toml", "schema = 3\n[shapes]\ny = '('\n"}});
  CHECK_FALSE(loaded);
  std::string places;
  for (const Diagnostic& d : loaded.diagnostics) places += d.path + ":" + std::to_string(d.line) + " ";
  CHECK(places == "b.toml:3 a.toml:1 a.toml:3 ");
}

TEST_CASE("hostile files are refused and do no harm") {
  const std::string head = "schema = 1\n[words]\na = { words = [\"";
  const auto refused = [&](const std::string& text) { return !load_rulebook({{"x.toml", text}}); };
  CHECK(refused(head + std::string(1000000, '(') + "\"] }\n"));
  CHECK(refused(head + std::string(1000000, '[') + std::string(1000000, ']') + "\"] }\n"));
  CHECK(refused("schema = 1\nx = " + std::string(1000000, '[') + "\n"));
  CHECK(refused("schema = 1\nx = " + std::string(1000000, '{') + "\n"));
  std::string dots = "schema = 1\n[a";
  for (int i = 0; i < 400000; ++i) dots += ".a";
  CHECK(refused(dots + "]\n"));
  CHECK(refused(std::string("schema = 1\n\0[words]\n", 20)));
  CHECK(refused(std::string(5u << 20, '#')));
  std::string long_entry = head;
  for (int i = 0; i < 65; ++i) long_entry += "w ";
  CHECK(told(long_entry + "\"] }\n") == "my.toml:3:17: error: at most 64 words, lists and slots fit into one pattern, here are 65");
  CHECK(refused(std::string("\xef\xbb\xbf") + "schema = 1\n[words"));
}
