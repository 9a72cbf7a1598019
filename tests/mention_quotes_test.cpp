// Quotations and who speaks them.
#include <catch2/catch.hpp>

#include "people_probe.h"

using crosscheck::people_probe::Read;

namespace {

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("the speaker is the subject of the cue, before, behind, turned round") {
  const Case cases[] = {
      {"\"The bridge held,\" said Rosa Keane.", "Rosa Keane: the bridge held"},
      {"\"The bridge held,\" Rosa Keane told reporters.", "Rosa Keane: the bridge held"},
      {"Rosa Keane said: \"The bridge held.\"", "Rosa Keane: the bridge held"},
      {"Rosa Keane called the repair “a miracle”.", "Rosa Keane: a miracle"},
      {"Rosa Keane spoke on Monday. In her words, the repair was “a miracle”.", "Rosa Keane: a miracle"},
      {"\"The bridge held,\" said Rosa Keane, \"and nobody was hurt.\"",
       "Rosa Keane: the bridge held | Rosa Keane: and nobody was hurt"},
      {"\"The bridge held,\" said Rosa Keane. \"Nobody was hurt.\"", "Rosa Keane: the bridge held | Rosa Keane: nobody was hurt"},
      {"Rosa Keane wept. \"The bridge held,\" she said.", "Rosa Keane: the bridge held"},
      {"\"The bridge held,\" the engineer said.", "the engineer: the bridge held"},
      {"The so-called \"iron bridge\" is closed.", "?: iron bridge"},
      {"\"The bridge held,\" Rosa Keane (Harbour Party) said.", "Rosa Keane: the bridge held"},
      {"\"The bridge held.\" — Rosa Keane", "Rosa Keane: the bridge held"},
      {"\"The bridge held,\" Rosa Keane said on the \"Late Show.\" \"Nobody was hurt.\"",
       "Rosa Keane: the bridge held | ?: late show | Rosa Keane: nobody was hurt"},
      {"The port's head, Rosa Keane, who doubles as minister, insisted on Monday: \"The bridge held.\"", "Rosa Keane: the bridge held"},
      {"\"The bridge held,\" Senator Rosa Keane (D-N.Y.) said.", "Rosa Keane: the bridge held"},
      {"\"The bridge held,\" Rosa Keane, R-Ky., said Tuesday.", "Rosa Keane: the bridge held"},
      {"''The 'iron bridge' held,'' said Rosa Keane.", "Rosa Keane: the iron bridge held | ?: iron bridge"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Read(c.text).quotes() == c.expected);
  }
}

TEST_CASE("marks: curly, single, apostrophes that are none, quotations without an end") {
  const Case cases[] = {
      {"‘The bridge held,’ said Rosa Keane.", "Rosa Keane: the bridge held"},
      {"'The bridge didn't fall,' said Rosa Keane.", "Rosa Keane: the bridge didn't fall"},
      {"'The workers' bridge held,' said Rosa Keane.", "Rosa Keane: the workers bridge held"},
      {"The workers' bridge of the '90s isn't closed.", ""},
      {"The bridge \"held all night.", ""},
      {"\"The bridge held.\n\n\"Nobody was hurt,\" said Rosa Keane.", "Rosa Keane: nobody was hurt"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const std::string quotes = Read(c.text).quotes();
    if (std::string(c.text).find("\n\n") == std::string::npos) CHECK(quotes == c.expected);
    else CHECK(quotes.find(c.expected) != std::string::npos);
  }
}

TEST_CASE("a fragment is partial, a sentence is not") {
  const Read fragment("Rosa Keane called the repair “a miracle”."), sentence("\"The bridge held,\" said Rosa Keane.");
  REQUIRE(fragment.mentions.quotes.size() == 1);
  REQUIRE(sentence.mentions.quotes.size() == 1);
  CHECK(fragment.mentions.quotes[0].partial);
  CHECK_FALSE(sentence.mentions.quotes[0].partial);
  CHECK(fragment.words(fragment.mentions.quotes[0].words_span) == "a miracle");
}

TEST_CASE("a paragraph that ends in a colon leads in the quotation of the next") {
  CHECK(Read("Rosa Keane wrote:\n\n\"The bridge held.\"").quotes() == "Rosa Keane: the bridge held");
  CHECK(Read("The plan has two parts:\n\n\"The bridge held.\"").quotes() == "?: the bridge held");
}
