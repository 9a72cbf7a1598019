// Who says so: source, cue, content, how the source is named, and through whom.
#include <catch2/catch.hpp>

#include "people_probe.h"

using crosscheck::people_probe::Read;

namespace {

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("sources by grade") {
  const Case cases[] = {
      {"Rosa Keane said the bridge was safe.", "named Rosa Keane [said] the bridge was safe"},
      {"The bridge is safe, according to Rosa Keane.", "named Rosa Keane [according to] The bridge is safe"},
      {"According to Rosa Keane, the bridge is safe.", "named Rosa Keane [According to] the bridge is safe"},
      {"Officials said the bridge was safe.", "several Officials [said] the bridge was safe"},
      {"Police said the bridge was safe.", "described Police [said] the bridge was safe"},
      {"The bridge is safe, Reuters reported.", "agency Reuters [reported] The bridge is safe"},
      {"The bridge is safe, according to a Wall Street Journal report.", "agency Wall Street Journal [according to] The bridge is safe"},
      {"The bridge was built in haste.", ""},
      {"Rosa Keane declined to say why.", "~named Rosa Keane [declined] to say why"},
      {"Rosa Keane did not say that the bridge was safe.", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Read(c.text).attributions() == c.expected);
  }
}

TEST_CASE("what is said stands behind, before, around its cue") {
  const Case cases[] = {
      {"On Monday, Rosa Keane said the bridge was safe.", "named Rosa Keane [said] the bridge was safe"},
      {"Taking her time, Rosa Keane said, \"The bridge is safe.\"", "named Rosa Keane [said] \"The bridge is safe.\""},
      {"The bridge, Rosa Keane said, is safe.", "named Rosa Keane [said] The bridge + is safe"},
      {"Nearly half said the bridge was safe.", "several half [said] the bridge was safe"},
      {"Many say the bridge is safe.", "several Many [say] the bridge is safe"},
      {"Noting the cost, Rosa Keane said the bridge was safe.",
       "named Rosa Keane [Noting] the cost | named Rosa Keane [said] the bridge was safe"},
      {"Ivo Brandt, who runs the ferry, said the bridge was safe.", "named Ivo Brandt [said] the bridge was safe"},
      {"Rosa Keane said the bridge was safe and called the ferry \"a disgrace\".",
       "named Rosa Keane [said] the bridge was safe | named Rosa Keane [called] the ferry \"a disgrace\""},
      {"Rosa Keane said \"dock reforms\" and a toll on boats would pay for the bridge.",
       "named Rosa Keane [said] \"dock reforms\" and a toll on boats would pay for the bridge"},
      {"\"The bridge,\" Rosa Keane said, sipping her tea, \"is safe.\"", "named Rosa Keane [said] \"The bridge,\" + \"is safe.\""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Read(c.text).attributions() == c.expected);
  }
}

TEST_CASE("what is wanted, judged or spoken of is told apart from what is put forward as true") {
  const Case cases[] = {
      {"Rosa Keane wants to close the bridge.", "~named Rosa Keane [wants] to close the bridge"},
      {"Rosa Keane praised the engineers.", "~named Rosa Keane [praised] the engineers"},
      {"Rosa Keane called for an inquiry.", "~named Rosa Keane [called for] an inquiry"},
      {"The plan was criticised by Rosa Keane.", "~named Rosa Keane [was criticised] The plan"},
      {"Rosa Keane's claim that the bridge is safe was rejected.", "named Rosa Keane [claim] that the bridge is safe"},
      {"Rosa Keane's support for the ferry is known.", "~named Rosa Keane [support for] the ferry"},
      {"Rosa Keane is confident that the bridge is safe.", "named Rosa Keane [is confident] that the bridge is safe"},
      {"Rosa Keane said she wants to close the bridge.", "named Rosa Keane [said] she wants to close the bridge"},
      {"Rosa Keane said she believes the bridge is safe.", "named Rosa Keane [said] she believes the bridge is safe"},
      {"The ferry is expected to sink.", "~nobody  [is expected] The ferry + to sink"},
      {"The storm hit the bridge.", ""},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Read(c.text).attributions() == c.expected);
  }
}

TEST_CASE("an outlet credited at the end carries what others say in the sentence") {
  const Read read("Rosa Keane said the bridge was safe, Reuters reported.");
  REQUIRE(read.mentions.attributions.size() == 2);
  const auto& a = read.mentions.attributions;
  const std::size_t keane = a[0].source_text == "Rosa Keane" ? 0 : 1;
  CHECK(a[keane].nested_in == 1 - keane);
  CHECK(read.words(a[keane].content) == "the bridge was safe");
  CHECK(a[1 - keane].nested_in == crosscheck::kNone);
  CHECK(a[1 - keane].whole_paragraph);
}

TEST_CASE("what is told to an outlet hangs on the outlet") {
  const Read read("Rosa Keane told Reuters that the bridge was safe.");
  bool found = false;
  for (const auto& a : read.mentions.attributions)
    if (a.source_text == "Rosa Keane") found = a.nested_in != crosscheck::kNone && read.mentions.attributions[a.nested_in].source_text == "Reuters";
  CHECK(found);
}

TEST_CASE("a statement of somebody else is no part of what is said") {
  const Case cases[] = {
      {"Rosa Keane praised the engineers, but Ivo Brandt blamed the weather.", "~named Rosa Keane [praised] the engineers | ~named Ivo Brandt [blamed] the weather"},
      {"Rosa Keane said the bridge was safe, but Ivo Brandt said it was not.", "named Rosa Keane [said] the bridge was safe | named Ivo Brandt [said] it was not"},
      {"Rosa Keane praised the ferry, which she said was safe.", "~named Rosa Keane [praised] the ferry | named she [said] was safe"},
      {"Rosa Keane said the bridge was safe, though she noted that it was old.", "named Rosa Keane [said] the bridge was safe | named she [noted] that it was old"},
      {"As Rosa Keane noted, the bridge is old.", "named Rosa Keane [noted] the bridge is old"},
      {"Rosa Keane shrugged when asked whether the bridge was safe.", "~nobody  [asked] whether the bridge was safe"},
      {"Mourning her \"old friend,\" Rosa Keane praised the ferry.", "named Rosa Keane [Mourning] her \"old friend,\" | ~named Rosa Keane [praised] the ferry"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Read(c.text).attributions() == c.expected);
  }
}

TEST_CASE("sources and cues of many shapes") {
  const Case cases[] = {
      {"Two in three said the bridge was safe.", "described Two in three [said] the bridge was safe"},
      {"About four in 10 said they were afraid.", "described About four in 10 [said] they were afraid"},
      {"One paper says the bridge is safe, another says it is not.", "document One paper [says] the bridge is safe, another says it is not | described another [says] it is not < 0"},
      {"The bridge, Rosa Keane often says, is safe.", "named Rosa Keane [says] The bridge + is safe"},
      {"The bridge is safe, as Rosa Keane said on Monday.", "named Rosa Keane [said] The bridge is safe"},
      {"Residents were alarmed that the bridge was closed.", "~witness Residents [were alarmed] that the bridge was closed"},
      {"Asked by Ivo Brandt how she would pay for it, Rosa Keane shrugged.", "~named Ivo Brandt [Asked] how she would pay for it"},
      {"Rosa Keane went on to criticise the engineers.", "~named Rosa Keane [went on to criticise] the engineers"},
      {"Rosa Keane said in Lund, Sweden, that the bridge was safe.", "named Rosa Keane [said] that the bridge was safe"},
      {"Ivo Brandt asked Rosa Keane about the bridge.", "~named Ivo Brandt [asked] the bridge"},
      {"A new survey shows that voters in the north care about the bridge.", "document A new survey [shows] that voters in the north care about the bridge"},
      {"Rosa Keane plans to close the bridge.", "~named Rosa Keane [plans] to close the bridge"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(Read(c.text).attributions() == c.expected);
  }
}

TEST_CASE("a name and a colon at the beginning of a headline or of a turn of a transcript") {
  CHECK(Read("Rosa Keane: Bridge to close\n\nThe bridge was built in haste.").attributions() == "named Rosa Keane [:] Bridge to close");
  CHECK(Read("Rosa Keane met Ivo Brandt in Lund.\n\nIt rained.\n\n\"ROSA KEANE: Well, it is closed. It will stay so.")
            .attributions() == "named ROSA KEANE [:] Well, it is closed. It will stay so.");
  CHECK(Read("The plan: Close the bridge.").attributions().empty());
}

TEST_CASE("to whom and where it was said") {
  const auto setting = [](const char* text) {
    const Read read(text);
    std::string out;
    for (const auto& a : read.mentions.attributions)
      if (!a.channel) out += read.words(a.addressee) + "|" + read.words(a.venue);
    return out;
  };
  CHECK(setting("Rosa Keane told reporters in Oslo that the bridge was safe.") == "reporters|in Oslo");
  CHECK(setting("\"The bridge is safe,\" Rosa Keane wrote on Telegram on Monday.") == "|on Telegram");
  CHECK(setting("Rosa Keane said on Monday that the bridge was safe.") == "|");
  CHECK(setting("Rosa Keane told the city council that the bridge was safe.") == "the city council|");
  CHECK(setting("\"The bridge is safe,\" said Rosa Keane at a news conference.") == "|at a news conference");
}

TEST_CASE("a quotation and a comma at the very end have nobody behind them") {
  CHECK(Read("Rosa Keane met Ivo Brandt in Lund. \"We will not go back there again,\",").attributions().empty());
  CHECK(Read("Ivo Brandt called the day \"productive\", ").attributions().find("[,]") == std::string::npos);
}
