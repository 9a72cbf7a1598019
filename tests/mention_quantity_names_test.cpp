// Figures and number words that count nothing: silence beats a wrong value.
#include "mention_quantity_fixture.h"

using crosscheck::testing::check_quantities;

TEST_CASE("names with figures count nothing") {
  check_quantities({
      {"Boeing 737 jets landed.", ""},
      {"The iPhone 15 sold well.", ""},
      {"Covid-19 and COVID -19 spread.", ""},
      {"The G20 met.", ""},
      {"The PS5 is out.", ""},
      {"Highway 61 was shut.", ""},
      {"Bus 42 was late.", ""},
      {"Python 3.11 is out.", ""},
      {"The S&P 500 and the FTSE 100 reopened.", ""},
      {"A 1080p film was shown on a 4K screen.", ""},
      {"Formula 1 is back.", ""},
      {"Ten Downing Street was shut.", ""},
      {"Ocean's Eleven will be shown.", ""},
      {"The Group of Seven agreed on coal.", ""},
      {"Twenty20 cricket is played.", ""},
      {"The A-10 landed.", ""},
  });
}

TEST_CASE("numbers of telephones, lists, rows and papers count nothing") {
  check_quantities({
      {"Call 555-1234 or (212) 555-0199.", ""},
      {"Call 1-800-555-0199.", ""},
      {"Call 020 7946 0018.", ""},
      {"1) Eat. 2) Sleep.", ""},
      {"The side is 5-0.", ""},
      {"Look at page 12.", ""},
      {"He is the No. 2 official.", ""},
      {"In the 90210 zip code it rained.", ""},
      {"The guild has 2000 members.", "[2000,2000] member"},
      {"The 2000 elections were close.", ""},
      {"From 1995 to 2000 sales of kilns rose.", ""},
      {"From 1900 to 2000 kilns grew hotter.", ""},
  });
}

TEST_CASE("number words that count nothing") {
  check_quantities({
      {"At one point he sang.", ""},
      {"It is one thing to sing.", ""},
      {"They sang to one another.", ""},
      {"A six-figure sum was paid.", ""},
      {"Sub-zero cold came.", ""},
      {"The 40-something actor sang.", ""},
      {"All but two singers left.", ""},
      {"No one sang.", ""},
      {"One of a kind, he sang.", ""},
      {"He beat his 2016 rivals.", ""},
      {"The firm showed the 11 Pro on stage.", ""},
      {"The crew left Apollo thirteen.", ""},
      {"She sang in the late nineteen eighties.", ""},
      {"He knows a thing or two about coal.", ""},
      {"She led for the past decade and a half of drought.", ""},
  });
}
TEST_CASE("codes: a shape without digits is found where no digit stands") {
  using namespace crosscheck;
  const auto codes = [](const std::string& shape, const char* text) {
    std::vector<RuleFile> files = built_in_rules();
    std::erase_if(files, [](const RuleFile& f) { return f.path.find("lexicon/") == std::string::npos; });
    files.push_back({"x.toml", "schema = 1\n[shapes]\nplate = '" + shape + "'\n[[claim]]\nkind = \"seen\"\nsays = \"{plate}\"\nslots = { plate = \"plate\" }\n"
                               "pattern = [\"{plate} be seen\"]\nyes = [{ text = \"ABC-12 was seen.\", plate = \"ABC-12\" }]\nno = [\"It was seen.\"]\n"});
    const Result<Rulebook> rulebook = load_rulebook(files);
    REQUIRE(rulebook);
    const Language language(*rulebook.value);
    RawStory raw;
    raw.path = "story";
    raw.bytes = text;
    raw.format = "text";
    const Result<Story> story = StoryReader(*rulebook.value).read(raw, StoryId(std::size_t{0}));
    const auto analyser = language.analyser();
    const Syntax syntax = analyse_syntax(*story.value, language, *analyser);
    std::string line;
    for (const CodeMention& m : MentionFinder(language).find(*story.value, syntax).codes) line += m.value.text + ";";
    return line;
  };
  CHECK(codes("[A-Z]{3}-[A-Z]{2}", "The cart ABC-DE was seen.") == "ABC-DE;");
  CHECK(codes("[A-Z]{3}-(?:[A-Z]|\\d)+", "The cart ABC-DE was seen.") == "ABC-DE;");
  CHECK(codes("[A-Z]{3}-\\d+", "The carts ABC-12 and XYZ-7 were seen.") == "ABC-12;XYZ-7;");
}

