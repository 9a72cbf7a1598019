// Tokens, sentences, dates, head and foot matter: one line a case.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "story/dates.h"
#include "story/paragraphs.h"
#include "story/read_stories.h"
#include "story_rules.h"

using namespace crosscheck;

namespace {

Story read(const std::string& text, const std::string& format = "text") {
  static const StoryReader reader(story_rules());
  RawStory raw;
  raw.path = "a";
  raw.bytes = text;
  raw.format = format;
  Result<Story> story = reader.read(raw, StoryId(0));
  for (const Diagnostic& d : story.diagnostics) INFO(to_string(d));
  REQUIRE(story.value);
  return std::move(*story.value);
}

std::string tokens(const std::string& text) {
  const Story story = read(text);
  std::string out;
  for (const Token& t : story.tokens) {
    if (!out.empty()) out += ' ';
    out += story.words(t);
  }
  return out;
}

std::vector<std::string> sentences(const std::string& text) {
  const Story story = read(text);
  std::vector<std::string> out;
  for (const Sentence& s : story.sentences) out.emplace_back(story.words(story.span(s.first, s.last)));
  return out;
}

std::string kinds(const Story& story) {
  static constexpr const char* kNames[] = {"headline", "standfirst", "crosshead", "body", "date", "dateline", "byline", "outlet", "navigation", "tags", "note", "timestamp"};
  std::string out;
  for (const Block& b : story.blocks) {
    if (!out.empty()) out += ' ';
    out += kNames[static_cast<int>(b.kind)];
  }
  return out;
}

const std::string kBody = "The old pier at Skelmouth was closed on Friday after a storm tore away two of its supports, the council said.";

}  // namespace

TEST_CASE("tokens are cut as the treebank cuts them, hyphens left whole") {
  const std::pair<const char*, const char*> cases[] = {
      {"They didn't go.", "They did n't go ."},
      {"Ana’s boat isn’t here", "Ana ’s boat is n’t here"},
      {"You cannot say he'd", "You can not say he 'd"},
      {"the players' union", "the players ' union"},
      {"O'Brien met the U.S. envoy", "O'Brien met the U.S. envoy"},
      {"A $1.2bn deal, or £3m", "A $ 1.2bn deal , or £ 3m"},
      {"US$40 and 3.5%", "US$ 40 and 3.5 %"},
      {"a 28-point plan by his son-in-law", "a 28-point plan by his son-in-law"},
      {"won 5-4 at 8:34 before 1,200 fans", "won 5-4 at 8:34 before 1,200 fans"},
      {"12,34,567 rupees", "12,34,567 rupees"},
      {"wait... no… yes", "wait ... no … yes"},
      {"it — the plan – failed--twice", "it — the plan – failed -- twice"},
      {"the Riga–Tartu line", "the Riga–Tartu line"},
      {"(\"so\") [he] said", "( \" so \" ) [ he ] said"},
      {"‘fine,’ she said", "‘ fine , ’ she said"},
      {"See https://example.org/a?b=1, or mail a.b@example.org.", "See https://example.org/a?b=1 , or mail a.b@example.org ."},
      {"@harbour wrote #storm", "@harbour wrote #storm"},
      {"in the '80s", "in the '80s"},
      {"Dr. J. Smith left at 5 p.m. on Jan. 3", "Dr. J. Smith left at 5 p.m. on Jan. 3"},
      {"No. 7 seed said no.", "No. 7 seed said no ."},
      {"AT&T and R&D", "AT&T and R&D"},
      {"ended.The next", "ended . The next"},
      {"Shore.News reports", "Shore.News reports"},
      {"What?! Never!!", "What ?! Never !!"},
      {"-5 degrees", "- 5 degrees"},
  };
  for (const auto& [text, expected] : cases) CHECK(tokens(text) == expected);
}

TEST_CASE("sentences end where a reader would end them") {
  const std::pair<const char*, std::vector<std::string>> cases[] = {
      {"The dam held. It rained.", {"The dam held.", "It rained."}},
      {"He told U.S. Secretary Ann Lee. She left.", {"He told U.S. Secretary Ann Lee.", "She left."}},
      {"He lives in the U.S. The plan failed.", {"He lives in the U.S.", "The plan failed."}},
      {"It began at 5 p.m. Police closed the road.", {"It began at 5 p.m.", "Police closed the road."}},
      {"It began at 5 p.m. Monday in rain.", {"It began at 5 p.m. Monday in rain."}},
      {"Gen. Mark Orr and Mrs. Day met.", {"Gen. Mark Orr and Mrs. Day met."}},
      {"\"This is hard. It's slow,\" he said.", {"\"This is hard.", "It's slow,\" he said."}},
      {"“We won.” The crowd sang.", {"“We won.”", "The crowd sang."}},
      {"\"Who won?\" Lee asked. Nobody knew.", {"\"Who won?\" Lee asked.", "Nobody knew."}},
      {"\"Who won?\" he asked.", {"\"Who won?\" he asked."}},
      {"He paid 3.5 million. 40 people came.", {"He paid 3.5 million.", "40 people came."}},
      {"He waited ... but left. (It rained.) She stayed.", {"He waited ... but left.", "(It rained.)", "She stayed."}},
      {"It ended.The crowd left.", {"It ended.", "The crowd left."}},
      {"He met J. Smith. Then he left.", {"He met J. Smith.", "Then he left."}},
  };
  for (const auto& [text, expected] : cases) CHECK(sentences(text) == expected);
}

TEST_CASE("a paragraph of a thousand sentences, and one without an end, stay linear") {
  std::string many, endless;
  for (int i = 0; i < 1000; ++i) { many += "The dam held on day " + std::to_string(i) + ". "; endless += "word word, word "; }
  CHECK(sentences(many).size() == 1000);
  for (const Sentence& s : read(endless).sentences) CHECK(s.last - s.first <= kLongestSentence);
}

TEST_CASE("any bytes are read or refused, none crash") {
  for (const std::string& text : {std::string("\"\"\"\"((((''''"), std::string("'"), std::string("...."), std::string(". . . ?"), std::string("a"),
                                 std::string("-"), std::string("\xc2\xa0x\xe2\x80\x99"), std::string("$$$ %%% @@@ ###"), std::string("\xf0\x9f\x98\x80 ok"),
                                 std::string("date 2024-01-02"), std::string("By X"), std::string("A: B"), std::string("( )"), std::string("|"),
                                 std::string("n't 's 've can't'"), std::string("Home > "), std::string("- 2024-01-02"),
                                 std::string("東東東東東東東東東東東東東東東東東東東東東東東東")}) {
    const Story story = read(text);
    for (const Token& t : story.tokens) CHECK(t.begin < t.end);
    std::uint32_t last = 0;
    for (const Block& b : story.blocks) { CHECK(b.begin >= last); CHECK(b.begin < b.end); last = b.end; }
  }
  CHECK(read(std::string(1 << 20, 'a')).tokens.size() == 1);
  CHECK(read(std::string(1 << 18, '<'), "html").path == "a");
}

TEST_CASE("dates as pages and feeds write them") {
  const DateReader dates(story_rules());
  const std::pair<const char*, const char*> cases[] = {
      {"2025-12-01", "2025-12-01"},
      {"2024-03-14T12:35:00Z", "2024-03-14T12:35:00Z"},
      {"20241008T193000+0300", "2024-10-08T19:30:00+03:00"},
      {"Fri, 26 Jul 2024 13:05:00 +0200", "2024-07-26T13:05:00+02:00"},
      {"07 May 2024 06:15 AM (IST)", "2024-05-07T06:15:00+05:30"},
      {"Wed 4 Dec 2024 – 07:45", "2024-12-04T07:45:00"},
      {"Feb. 13, 2025 6:02 PM", "2025-02-13T18:02:00"},
      {"1 July 2025, 22.15 BST", "2025-07-01T22:15:00+01:00"},
      {"October 09, 2024 06:15 EST", "2024-10-09T06:15:00-05:00"},
      {"3rd of May 2021", "2021-05-03"},
      {"12/31/2024", "2024-12-31"},
      {"31.12.2024", "2024-12-31"},
      {"12:00 AM, 2 March 2020", "2020-03-02T00:00:00"},
      {"04/05/2024", ""},          // nobody knows which is the month
      {"31 April 2024", ""},       // no such day
      {"25:61, 1 May 2024", ""},
      {"May", ""},
      {"2024", ""},
      {"28 points", ""},
  };
  for (const auto& [text, expected] : cases) {
    const auto date = dates.read(text);
    INFO(text);
    CHECK((date && date->range ? date->text : std::string()) == expected);
  }
  const auto near = dates.read("2025-01-02")->range;  // a Thursday
  CHECK(dates.read("December 30", near)->text == "2024-12-30");
  CHECK(dates.read("Friday", near)->text == "2024-12-27");
  CHECK(dates.read("Thursday", near)->text == "2025-01-02");
  CHECK(dates.read("9 pm GMT", near)->text == "2025-01-02T21:00:00Z");
}

TEST_CASE("datelines give place, date and agency, and are cut off") {
  struct Case { const char* line; const char* place; const char* date; const char* agency; };
  const Case cases[] = {
      {"SKELMOUTH, March 3 (Coast Wire) - ", "SKELMOUTH", "2024-03-03", "Coast Wire"},
      {"Skelmouth, Mar 3 (Reuters) ", "Skelmouth", "2024-03-03", "Reuters"},
      {"Kyiv [Ukraine], March 3 : ", "Kyiv [Ukraine]", "2024-03-03", ""},
      {"Skelmouth, Sunday (Coast Wire) — ", "Skelmouth", "2024-03-03", "Coast Wire"},
      {"NEW HARBOUR (AP) — ", "NEW HARBOUR", "", "AP"},
      {"SKELMOUTH, Norway — ", "SKELMOUTH, Norway", "", ""},
      {"SKELMOUTH: ", "SKELMOUTH", "", ""},
      {"MOSCOW, March 3. /TASS/. ", "MOSCOW", "2024-03-03", "TASS"},
      {"(Reuters) - ", "", "", "Reuters"},
      {"", "", "", ""},
  };
  for (const Case& c : cases) {
    const Story story = read("date 2024-03-04\n\nPier closed after storm\n\n" + std::string(c.line) + kBody + "\n\n" + kBody);
    INFO(c.line);
    CHECK((story.dateline_place ? std::string(story.words(*story.dateline_place)) : std::string()) == c.place);
    CHECK((story.dateline_date ? story.dateline_date->timex : std::string()) == c.date);
    CHECK((story.credits.empty() ? std::string() : story.credits.front().name) == c.agency);
    CHECK(story.words(story.span(story.sentences[1].first, story.sentences[1].last)) == kBody);
    CHECK(story.headline == "Pier closed after storm");
  }
  for (const char* none : {"Analysis: ", "ANALYSIS: ", "The pier — an icon — ", "He said: "}) CHECK_FALSE(read(none + kBody + "\n\n" + kBody).dateline_place);
}

TEST_CASE("lines above and below the story are told apart") {
  struct Case { std::string text; const char* kinds; const char* outlet; const char* published; const char* headline; };
  const Case cases[] = {
      {kBody, "body", "", "", ""},
      {"date 2024-03-03 " + kBody, "date body", "", "2024-03-03", ""},
      {"Pier closed after storm\n" + kBody + "\n| 2024-03-03 08:55:24", "headline body timestamp", "", "2024-03-03T08:55:24", "Pier closed after storm"},
      {"Pier closed after storm\n\nThe Skelmouth Courier\n3 March 2024 | News | Coast\n\n" + kBody, "headline outlet date body", "The Skelmouth Courier", "2024-03-03", "Pier closed after storm"},
      {"THE SKELMOUTH COURIER\n\nPIER CLOSED AFTER STORM TEARS SUPPORTS\n\n" + kBody, "outlet headline body", "THE SKELMOUTH COURIER", "", "PIER CLOSED AFTER STORM TEARS SUPPORTS"},
      {"HomeNewsWorldPier closed after storm\n\n" + kBody, "navigation headline body", "", "", "Pier closed after storm"},
      {"Home > News > Coast\n\nPier closed after storm\n\n" + kBody, "navigation headline body", "", "", "Pier closed after storm"},
      {"EnglishDeutschFrançaisРусский\n\nPier closed after storm\n\n" + kBody, "navigation headline body", "", "", "Pier closed after storm"},
      {"Pier closed after storm\n\nBy Ana Holm | Skelmouth Post | 5 min read\n\n" + kBody, "headline byline body", "Skelmouth Post", "", "Pier closed after storm"},
      {"Pier closed after storm\n\n" + kBody + "\n\nWho pays the bill\n\n" + kBody, "headline body crosshead body", "", "", "Pier closed after storm"},
      {"Pier closed after storm\n\n" + kBody + "\n\nShore.News", "headline body outlet", "Shore.News", "", "Pier closed after storm"},
      {"Pier closed after storm\n\n" + kBody + "\n\nPublished at : 03 Mar 2024 08:34 AM (IST)\nPier Skelmouth Storm Council", "headline body timestamp tags", "", "2024-03-03T08:34:00+05:30", "Pier closed after storm"},
      {"Pier closed after storm\n\n" + kBody + "\n\n(Reporting by Ana Holm; Editing by Bo Lind)", "headline body note", "", "", "Pier closed after storm"},
  };
  for (const Case& c : cases) {
    const Story story = read(c.text);
    INFO(c.text);
    CHECK(kinds(story) == c.kinds);
    CHECK(story.outlet.value_or("") == c.outlet);
    CHECK(story.published_text == c.published);
    CHECK(story.headline == c.headline);
  }
}

TEST_CASE("notes name whom a story comes from") {
  struct Case { const char* foot; const char* credit; const char* outlet; };
  const Case cases[] = {
      {"(This story has not been edited by Skelmouth Live staff and is published from a syndicated feed. Source: Coast Wire)", "Coast Wire", "Skelmouth Live"},
      {"(With inputs from PTI)", "PTI", ""},
      {"© Coast Press Service. All rights reserved.", "Coast Press Service", ""},
      {"(Coast Sports Wire. Reporting by Bo Lind)", "Coast Sports Wire", ""},
  };
  for (const Case& c : cases) {
    const Story story = read("Pier closed after storm\n\n" + kBody + "\n\n" + kBody + "\n\n" + c.foot);
    INFO(c.foot);
    REQUIRE(story.credits.size() == 1);
    CHECK(story.credits.front().name == c.credit);
    CHECK(story.words(story.credits.front().span) == c.credit);
    CHECK(story.outlet.value_or("") == c.outlet);
  }
  const Story closing = read("Pier closed after storm\n\n" + kBody + " (CWA)");
  REQUIRE(closing.credits.size() == 1);
  CHECK(closing.credits.front().name == "CWA");
  CHECK(kinds(closing) == "headline body note");
}

TEST_CASE("lines wrapped by hand are one paragraph, others are paragraphs") {
  CHECK(paragraphs_of("one\ntwo\n\nthree").size() == 3);
  CHECK(paragraphs_of("one\r\ntwo\r\n\r\nthree\r\n").size() == 3);
  std::string wrapped;
  for (int i = 0; i < 6; ++i) wrapped += "the old pier at the harbour was closed on a Friday when the\n";
  CHECK(paragraphs_of(wrapped).size() == 1);
  CHECK(paragraphs_of("").empty());
  CHECK(paragraphs_of(" \n \n").empty());
}
