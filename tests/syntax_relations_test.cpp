// How near WordNet has two lemmas. Tables of pairs: near, middling, far.
#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/load_rulebook.h"
#include "syntax/embedded.h"
#include "syntax/language.h"
#include "syntax/relations.h"

using namespace crosscheck;

namespace {

const WordRelations& relations() {
  static const WordRelations table(embedded_relations());
  return table;
}

struct Pair {
  std::string_view a, b;
  double closeness;
};

const std::vector<Pair> kPairs = {
    // the same, known or not
    {"arrest", "arrest", 1}, {"call_off", "call_off", 1}, {"zzyzx", "zzyzx", 1},
    // derivation
    {"resign", "resignation", .9}, {"injure", "injury", .9}, {"explode", "explosion", .9}, {"evacuate", "evacuation", .9},
    {"presidential", "president", .9}, {"fatal", "fatality", .9}, {"convict", "conviction", .9}, {"collide", "collision", .9},
    {"elect", "election", .9}, {"merge", "merger", .9}, {"acquit", "acquittal", .9},
    // one synset
    {"say", "tell", .8}, {"buy", "purchase", .8}, {"call_off", "cancel", .8}, {"resign", "step_down", .8}, {"injury", "wound", .8},
    {"policeman", "officer", .8}, {"lawyer", "attorney", .8}, {"film", "movie", .8}, {"car", "automobile", .8}, {"kid", "child", .8},
    {"coach", "manager", .8}, {"physician", "doctor", .8}, {"unhurt", "unharmed", .8},
    // hypernym; a satellite adjective and its head
    {"slay", "kill", .5}, {"slash", "cut", .5}, {"blaze", "fire", .5}, {"homicide", "murder", .5}, {"worker", "person", .5},
    {"postpone", "delay", .5}, {"kill", "die", .5},  // what it brings about
{"nurse", "doctor", 0},
    // nouns of one narrow parent
    {"car", "truck", .3}, {"truck", "car", .3},
    // far
    {"coach", "bus", 0}, {"nurse", "doctor", 0}, {"senator", "mayor", 0}, {"election", "banana", 0}, {"peace", "war", 0}, {"win", "lose", 0},
    {"cut", "change", 0}, {"crash", "goal", 0}, {"judge", "train", 0}, {"resign", "appoint", 0}, {"zzyzx", "arrest", 0},
};

}  // namespace

TEST_CASE("closeness of two lemmas, both ways round") {
  for (const Pair& pair : kPairs) {
    INFO(pair.a << " / " << pair.b);
    CHECK(relations().closeness(pair.a, pair.b) == pair.closeness);
    CHECK(relations().closeness(pair.b, pair.a) == pair.closeness);
  }
}

TEST_CASE("a lemma can be looked up as of one class") {
  const auto closeness = [](std::string_view a, std::string_view b, WordClass word_class) {
    return relations().closeness(relations().find(a, word_class), relations().find(b, word_class));
  };
  CHECK(closeness("fire", "sack", WordClass::verb) == .8);
  CHECK(closeness("fire", "sack", WordClass::noun) == 0);
  CHECK(closeness("blaze", "fire", WordClass::noun) == .5);
  CHECK(relations().find("resignation", WordClass::noun));
  CHECK_FALSE(relations().find("resignation", WordClass::verb));
  CHECK_FALSE(relations().find(""));
  CHECK_FALSE(relations().find("zzyzx"));
  CHECK_FALSE(relations().find(std::string(300, 'a')));
  CHECK(closeness("zzyzx", "zzyzx", WordClass::verb) == 0);  // callers with entries compare unknown words themselves
  CHECK(relations().closeness(relations().find("arrest", WordClass::noun), relations().find("arrest", WordClass::verb)) == .9);
}

TEST_CASE("opposites, within one class of words") {
  const auto opposite = [](std::string_view a, std::string_view b) {
    const auto x = relations().find(a), y = relations().find(b);
    CHECK(relations().opposite(x, y) == relations().opposite(y, x));
    return relations().opposite(x, y);
  };
  const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      {"rise", "fall"}, {"win", "lose"}, {"accept", "reject"}, {"increase", "decrease"}, {"increase", "diminish"},
      {"admit", "deny"}, {"acquit", "convict"}, {"buy", "sell"}, {"purchase", "sell"}, {"arrive", "leave"}, {"open", "close"},
      {"safe", "dangerous"}, {"large", "small"}, {"peace", "war"}, {"victory", "defeat"}, {"successfully", "unsuccessfully"}};
  for (const auto& [a, b] : pairs) {
    INFO(a << " / " << b);
    CHECK(opposite(a, b));
  }
  CHECK(relations().closeness("accept", "reject") == 0);
  CHECK_FALSE(opposite("rise", "rise"));
  CHECK_FALSE(opposite("buy", "purchase"));
  CHECK_FALSE(opposite("kill", "arrest"));
  CHECK_FALSE(opposite("zzyzx", "fall"));
}

TEST_CASE("Language answers with the same table") {
  auto loaded = load_rulebook({{"test.toml", "schema = 1\n"}});
  REQUIRE(loaded);
  const Language language(*loaded.value);
  CHECK(language.closeness("resign", "resignation") == .9);
  CHECK(language.closeness("zzyzx", "zzyzx") == 1);
  CHECK(language.opposite("win", "lose"));
  CHECK_FALSE(language.opposite("win", "beat"));
  CHECK(language.relations().find("fire").count == 2);
}

TEST_CASE("a table of relations that is none is refused") {
  CHECK_THROWS_AS(WordRelations(""), std::runtime_error);
  alignas(8) static char bytes[64] = {};
  CHECK_THROWS_AS(WordRelations(std::string_view(bytes, sizeof bytes)), std::runtime_error);
  CHECK_THROWS_AS(WordRelations(embedded_relations().substr(0, 100000)), std::runtime_error);
}
