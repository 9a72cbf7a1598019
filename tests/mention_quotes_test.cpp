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

TEST_CASE("who speaks where more stands between the words and their verb") {
  const Case cases[] = {
      // what is said of the speaker
      {"\"The bridge held,\" Rosa Keane, head of a firm owning the port, said on Monday.", "Rosa Keane: the bridge held"},
      {"\"They call it 'iron' or 'rust,'\" Rosa Keane, whose father built it, told The Ferry Post.",
       "Rosa Keane: they call it iron or rust | ?: iron | Rosa Keane: rust"},
      {"As Rosa Keane, author of \"Deep Water,\" once put it, \"The bridge held, and so did we.\"",
       "?: deep water | Rosa Keane: the bridge held and so did we"},
      {"Rosa Keane herself admitted \"it will be close\" if the tide rises.", "Rosa Keane: it will be close"},
      {"\"The bridge held,\" as nobody had hoped, said Rosa Keane, who teaches history in Lund.", "Rosa Keane: the bridge held"},
      // a participle behind a comma is the main clause's, not whatever stands before it
      {"Rosa Keane blamed Brandt for the closures in Norway and Iceland, adding, \"He never listens.\"", "Rosa Keane: he never listens"},
      {"Farmers blocked the square, where the mayor was dining, while chanting, \"Leave our land alone.\"", "Farmers: leave our land alone"},
      {"Rosa Keane praised Ivo Brandt, who resigned on Monday, saying, \"The bridge held.\"", "Ivo Brandt: the bridge held"},
      // behind an exclamation or a question the sentence is cut
      {"\"The bridge held!\" Rosa Keane shouted to the crowd. \"Nobody was hurt.\"", "Rosa Keane: the bridge held | Rosa Keane: nobody was hurt"},
      {"\"Will it hold?\" Rosa Keane pressed.", "Rosa Keane: will it hold"},
      {"\"The bridge held.\" Rosa Keane said she would resign.", "?: the bridge held"},
      {"\"The ferry is late,\" Rosa Keane began.", "Rosa Keane: the ferry is late"},
      // the same voice goes on
      {"\"The bridge held,\" Rosa Keane said. She gave no date. \"We will build it again.\"", "Rosa Keane: the bridge held | Rosa Keane: we will build it again"},
      {"\"The bridge held,\" Rosa Keane said. Brandt gave no date. \"We will build it again.\"", "Rosa Keane: the bridge held | ?: we will build it again"},
      {"\"Is it an 'iron bridge'? No,\" said Rosa Keane. \"It is wood.\"", "Rosa Keane: is it an iron bridge no | ?: iron bridge | Rosa Keane: it is wood"},
      {"\"I like the bridge,\" she said, but \"nobody can pay for it.\"", "she: i like the bridge | she: nobody can pay for it"},
      {"Rosa Keane kept saying \"It held\" and \"It will hold.\"\n\n\"Who pays?\" a driver wondered.", "Rosa Keane: it held | Rosa Keane: it will hold | a driver: who pays"},
      {"\"We own nothing,\" she told Reuters in Oslo.", "she: we own nothing"},
      {"A cashier said she had seen it all. \"First they changed the ties, then the carpet.\"", "A cashier: first they changed the ties then the carpet"},
      {"Rosa Keane said Ivo Brandt thought it safe. \"The bridge held.\"", "Rosa Keane: the bridge held"},
      {"Officials said the bridge was safe. \"The bridge held.\"", "?: the bridge held"},
      {"\"The bridge held,\" said Rosa Keane, the mayor, who added that \"nobody was hurt\".", "Rosa Keane: the bridge held | Rosa Keane: nobody was hurt"},
      {"\"The bridge held,\" the 44-year-old said.", "the 44-year-old: the bridge held"},
      {"\"The bridge held,\" said acting mayor Rosa Keane of fears about the dam.", "Rosa Keane: the bridge held"},
      {"Rosa Keane spoke. \"The bridge held,\" were her words.", "Rosa Keane: the bridge held"},
      {"Rosa Keane smiled. \"The bridge held,\" Reuters quoted her as saying.", "Rosa Keane: the bridge held"},
      // a colon
      {"Rosa Keane laughed when asked if it had held: \"It always does, that is its job.\"", "Rosa Keane: it always does that is its job"},
      {"Rosa Keane's answer was: \"Is there any coffee left?\"", "Rosa Keane: is there any coffee left"},
      {"On Monday Rosa Keane made the following remark:\n\n\"The bridge held, and nobody was hurt.\"", "Rosa Keane: the bridge held and nobody was hurt"},
      {"Rosa Keane has a new slogan for the harbour: \"It holds for you.\"", "Rosa Keane: it holds for you"},
      {"Rosa Keane starred in one film: \"The Ferry.\"", "?: the ferry"},
      {"The ferry has three decks and a motto: \"The sea that took us all in.\"", "?: the sea that took us all in"},
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

TEST_CASE("an opening mark typed where a quotation ends ends it") {
  CHECK(Read("Rosa Keane said: “The bridge held.“ Nobody was hurt.").quotes() == "Rosa Keane: the bridge held");
  CHECK(Read("Rosa Keane spoke „of luck“ on Monday.").mentions.quotes.size() == 1);
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
