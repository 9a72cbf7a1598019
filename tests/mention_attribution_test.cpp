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
      {"Rosa Keane declined to say why.", ""},
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
