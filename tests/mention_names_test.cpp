// Names, titles, places and who is who: one line in, one line out.
#include <catch2/catch.hpp>

#include <string>

#include "mention/people.h"
#include "people_probe.h"

using crosscheck::people_probe::Read;

namespace {

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("titles: the office, its body, its standing and who holds it") {
  const Case cases[] = {
      {"Former Governor Ada Holm opened the bridge.", "governor former -> Ada Holm"},
      {"Norwegian Prime Minister Ada Holm opened the bridge.", "prime minister of norway -> Ada Holm"},
      {"The head of Norway's Polar Council, Ivo Brandt, opened the bridge.", "head of norway, polar council -> Ivo Brandt"},
      {"Ivo Brandt, director of the Polar Council, opened the bridge.", "director of polar council -> Ivo Brandt"},
      {"Polar Council chairwoman Ada Holm opened the bridge.", "chairwoman of polar council -> Ada Holm"},
      {"The bridge opened at 9:75 pm, said PM Ada Holm.", "pm -> Ada Holm"},
      {"Oslo Mayor Ada Holm met Oslo's foreign minister.", "mayor of oslo -> Ada Holm | foreign minister of norway"},
      {"London's foreign minister met the mayor of London.", "foreign minister of united kingdom | mayor of london"},
      {"Acting mayor Rosa Keane opened the bridge.", "mayor acting -> Rosa Keane"},
      {"Rosa Keane's former deputy Al Byrne opened the bridge.", "deputy former of rosa keane -> Al Byrne"},
      {"Ex-president Rosa Keane opened the bridge.", "president former -> Rosa Keane"},
      {"Ivo Brandt, the chief executive, blamed the weather.", "chief executive -> Ivo Brandt"},
      {"Norway's interior minister, Berrak Ozdal, blamed the weather.", "interior minister of norway -> Berrak Ozdal"},
      {"Ivo Brandt, son-in-law of Norwegian Prime Minister Ada Holm, opened the bridge.", "son-in-law of ada holm -> Ivo Brandt | prime minister of norway -> Ada Holm"},
      {"Chancellor Ada Holm's original plan for the bridge failed.", "chancellor -> Ada Holm"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Read(c.text).titles() == c.expected);
  }
}

TEST_CASE("entities: one person under several names, two people under one surname") {
  const Case cases[] = {
      {"Rosa Keane opened the bridge. Keane smiled.", "Rosa Keane: Rosa Keane, Keane"},
      {"Rosa Keane opened the bridge. She smiled.", "Rosa Keane: Rosa Keane, She"},
      {"Ada Brusk spoke. Brusk leaves on Monday.", "Ada Brusk: Ada Brusk, Brusk"},
      {"Rosa Keane met Tom Keane.", "Rosa Keane: Rosa Keane | Tom Keane: Tom Keane"},
      {"Inés Arévalo spoke. Later Ines Arevalo left.", "Inés Arévalo: Inés Arévalo, Ines Arevalo"},
      {"The National Ferry Council (NFC) met. The NFC said nothing.",
       "National Ferry Council: National Ferry Council, NFC, NFC"},
      {"Rosa Keane met Ada Holm. They smiled.", "Rosa Keane: Rosa Keane | Ada Holm: Ada Holm"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Read(c.text).entities() == c.expected);
  }
}

TEST_CASE("places lie in places, known ones and those the text explains") {
  CHECK(Read("The ferry sank in Bergen.").place("Bergen") == "bergen, norway");
  CHECK(Read("The ferry sank in Silver Cove, Florida, on Monday.").place("Silver Cove") == "silver cove, florida, united states");
  CHECK(Read("Snow fell in Georgia and Armenia.").place("Armenia") == "armenia");
}

TEST_CASE("the first word of a sentence is no name for its capital") {
  CHECK(Read("Yesterday the bridge fell. Nobody was hurt. Heavy rain fell.").entities() == "");
  CHECK(Read("Yesterday Rosa Keane wept.").entities() == "Rosa Keane: Rosa Keane");
}

TEST_CASE("any bytes, linear time") {
  for (const char* text : {"", "'", "\"", "Mr", "A", "\xc3\x89", "the the 's 's , , ("}) CHECK_NOTHROW(Read(text).entities());
  std::string huge;
  for (int i = 0; i < 40000; ++i) huge += "\"Aa 'Bb said Cc ";
  CHECK_NOTHROW(Read(huge).entities());
}

TEST_CASE("things that a story speaks of by common nouns in turn") {
  const auto things = [](const char* text) {
    const Read read(text);
    std::string out;
    for (const auto& m : read.mentions.nominals) out += (out.empty() ? "" : " | ") + std::to_string(m.thing) + " " + read.words(m.at.span);
    return out;
  };
  CHECK(things("A fire broke out in Lund. The blaze killed two people.") == "0 A fire | 0 The blaze");
  CHECK(things("A Norwegian delegation met a Danish delegation. The Norwegian negotiators left.") ==
        "0 A Norwegian delegation | 1 a Danish delegation | 0 The Norwegian negotiators");
  CHECK(things("They read Rosa Keane's original plan. It was the current plan that won. That draft is long.") ==
        "0 Rosa Keane's original plan | 1 the current plan | 1 That draft");
  CHECK(things("After years of war the fire went out.").empty());
  CHECK(things("They want to end Norway-Sweden war. The war is long.") == "0 Norway-Sweden war | 0 The war");
  CHECK(things("An Oslo-backed plan failed. Few had read the Norwegian plan.") == "0 An Oslo-backed plan | 0 the Norwegian plan");
}
