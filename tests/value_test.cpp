// What relate() promises, as tables of one line a case.
#include <catch2/catch.hpp>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "value/relate.h"
#include "value_maker.h"

using namespace crosscheck;
using namespace crosscheck::value_maker;

namespace {

struct Case {
  const char* what;
  Value a, b;
  Relation expected;
};

void check(const std::vector<Case>& table) {
  for (const Case& c : table) {
    INFO(c.what << ": " << to_string(c.a) << " / " << to_string(c.b));
    CHECK(to_string(relate(c.a, c.b)) == to_string(c.expected));
    CHECK(to_string(relate(c.b, c.a)) == to_string(mirror(c.expected)));
  }
}

constexpr auto kSame = Relation::same, kNarrower = Relation::narrower, kWider = Relation::wider,
               kOverlapping = Relation::overlapping, kDisjoint = Relation::disjoint, kSilent = Relation::not_comparable;

}  // namespace

TEST_CASE("amounts are intervals") {
  check({
      {"equal", exactly(28, "point"), exactly(28, "point"), kSame},
      {"other number", exactly(28, "point"), exactly(19, "point"), kDisjoint},
      {"bare number", exactly(28, "point"), exactly(28), kSame},
      {"bare number, other", exactly(28, "point"), exactly(29), kDisjoint},
      {"no dimension at all", exactly(28, "point"), exactly(28, "", ""), kSame},
      {"other thing counted", exactly(28, "point"), exactly(28, "plan"), kSilent},
      {"at least", exactly(31), between(30, kUnbounded), kNarrower},
      {"below at least", exactly(28), between(30, kUnbounded), kDisjoint},
      {"up to", exactly(28), between(-kUnbounded, 30), kNarrower},
      {"two open bounds", between(-kUnbounded, 30), between(20, kUnbounded), kOverlapping},
      {"two open bounds apart", between(-kUnbounded, 30), between(40, kUnbounded), kDisjoint},
      {"range", between(10, 15), between(12, 20), kOverlapping},
      {"range in range", between(12, 15), between(10, 15), kNarrower},
      {"hedge holds", exactly(320), about(300, 0.1, 0.1), kNarrower},
      {"hedge too far", exactly(400), about(300, 0.1, 0.1), kDisjoint},
      {"nearly is not above", exactly(310), about(300, 0.1, 0), kDisjoint},
      {"the same hedge", about(300, 0.1, 0.1), about(300, 0.1, 0.1), kSame},
      {"vague", exactly(40), vague(24, 99), kNarrower},
      {"vague edges are soft", exactly(120), vague(24, 99), kOverlapping},
      {"vague, far off", exactly(900), vague(24, 99), kDisjoint},
      {"percent is no count", exactly(40), exactly(40, "percent", "percent"), kSilent},
      {"currencies", exactly(5, "dollar", "money:dollar"), exactly(5, "euro", "money:euro"), kSilent},
      {"francs of some country", exactly(5, "swiss franc", "money:swiss franc"), exactly(5, "franc", "money:franc"), kNarrower},
      {"francs, other amount", exactly(5, "swiss franc", "money:swiss franc"), exactly(6, "franc", "money:franc"), kDisjoint},
      {"francs of two countries", exactly(5, "swiss franc", "money:swiss franc"), exactly(5, "cfa franc", "money:cfa franc"), kSilent},
      {"rose, fell", moved(5, 1), moved(5, -1), kDisjoint},
      {"rose, not said", moved(5, 1), moved(5, 0), kSame},
      {"not a number", exactly(std::numeric_limits<double>::quiet_NaN()), exactly(1), kSilent},
      {"type against type", exactly(28), day(0), kSilent},
      {"nothing", std::monostate{}, std::monostate{}, kSilent},
  });
}

TEST_CASE("measures of one dimension are converted, and rounding is allowed for") {
  check({
      {"rounded", miles(10), kilometres(16), kWider},
      {"not rounding any more", miles(10), kilometres(18), kDisjoint},
      {"feet and inches", measured(6 + 2 / 12.0, "foot", "length", 0.3048), measured(1.88, "metre", "length", 1), kWider},
      {"half an inch", measured(6 + 2 / 12.0, "foot", "length", 0.3048), measured(1.87, "metre", "length", 1), kOverlapping},
      {"inches apart", measured(6 + 2 / 12.0, "foot", "length", 0.3048), measured(1.95, "metre", "length", 1), kDisjoint},
      {"hundreds", miles(100), kilometres(160), kWider},
      {"hundreds apart", miles(100), kilometres(180), kDisjoint},
      {"same unit: no rounding", kilometres(16), kilometres(17), kDisjoint},
      {"freezing", celsius(0), fahrenheit(32), kSame},
      {"thirty degrees", celsius(30), fahrenheit(86), kSame},
      {"other degrees", celsius(30), fahrenheit(80), kDisjoint},
      {"hours", measured(4, "hour", "duration", 3600), measured(240, "minute", "duration", 60), kSame},
  });
}

TEST_CASE("times contain one another") {
  check({
      {"hour of a day", hour(9), day(0), kNarrower},
      {"hour of another day", hour(33), day(0), kDisjoint},
      {"day in week", day(3), stretch(kDec1, kDec1 + 7 * kDay, Granularity::week), kNarrower},
      {"next day", day(0), day(1), kDisjoint},
      {"about nine", hour(10), roughly(hour(9)), kNarrower},
      {"one instant, two zones", at_offset(hour(9), 0), at_offset(hour(11), 2), kSame},
      {"one clock, two zones", at_offset(hour(9), 0), at_offset(hour(9), 2), kDisjoint},
      {"zone unknown, same clock", at_offset(hour(9), 0), hour(9), kSame},
      {"zone unknown, other clock", at_offset(hour(9), 0), hour(12), kOverlapping},
      {"zone unknown, days off", at_offset(hour(9), 0), hour(72), kDisjoint},
      {"both unknown", hour(9), hour(12), kDisjoint},
      {"now", undated("PRESENT_REF"), day(0), kSilent},
      {"weekday without a date", undated("XXXX-WXX-1"), undated("XXXX-WXX-1"), kSame},
      {"two weekdays without a date", undated("XXXX-WXX-1"), undated("XXXX-WXX-5"), kDisjoint},
      {"weekday against date", day(0), undated("XXXX-WXX-1"), kNarrower},
      {"weekday against other date", day(1), undated("XXXX-WXX-1"), kDisjoint},
      {"day of a month without year", day(0), undated("XXXX-12-01"), kNarrower},
      {"day in month, no year", undated("XXXX-12-01"), undated("XXXX-12"), kNarrower},
      {"weekday and month", undated("XXXX-WXX-1"), undated("XXXX-12"), kSilent},
      {"clocks of days not told, one moment", clock(14, 30, 0), clock(9, 30, -5), kSame},
      {"clocks of days not told, two moments", clock(14, 30, 0), clock(14, 30, -5), kSilent},
      {"about a quarter past", roughly(minute(75)), minute(80), kWider},
      {"evening of a day", day(0), stretch(kDec1 + 17 * kHour, kDec1 + 23 * kHour, Granularity::hour), kWider},
      {"morning and evening", stretch(kDec1 + 5 * kHour, kDec1 + 12 * kHour, Granularity::hour), stretch(kDec1 + 17 * kHour, kDec1 + 23 * kHour, Granularity::hour), kDisjoint},
      {"one moment on two sides of midnight", at_offset(hour(23), 0), at_offset(hour(28), 5), kSame},
      {"weekday against week", stretch(kDec1, kDec1 + 7 * kDay, Granularity::week), undated("XXXX-WXX-1"), kSilent},
  });
}

TEST_CASE("places are chains") {
  const Place florida{{"florida", "united states"}, {"state", "country"}};
  check({
      {"inside", Place{{"hallandale beach", "florida", "united states"}, {}}, florida, kNarrower},
      {"container unsaid", Place{{"hallandale beach"}, {}}, Place{{"hallandale beach", "florida"}, {}}, kSame},
      {"states", florida, Place{{"texas", "united states"}, {"state", "country"}}, kDisjoint},
      {"countries", Place{{"france"}, {"country"}}, Place{{"spain"}, {"country"}}, kDisjoint},
      {"level unknown", Place{{"donbas", "ukraine"}, {}}, Place{{"kramatorsk", "ukraine"}, {}}, kSilent},
      {"regions may overlap", Place{{"gulf"}, {"region"}}, Place{{"middle east"}, {"region"}}, kSilent},
      {"city and state", Place{{"miami", "united states"}, {"city", "country"}},
       Place{{"texas", "united states"}, {"state", "country"}}, kSilent},
      {"chains apart", Place{{"kyiv", "ukraine"}, {}}, Place{{"geneva", "switzerland"}, {}}, kDisjoint},
      {"namesakes", Place{{"paris", "france"}, {"city", "country"}}, Place{{"paris", "canada"}, {"city", "country"}}, kDisjoint},
      {"a name of two kinds", Place{{"georgia"}, {"country"}}, Place{{"georgia", "united states"}, {"state", "country"}}, kDisjoint},
      {"a name, nothing told", Place{{"georgia"}, {"region"}}, Place{{"georgia", "united states"}, {"state", "country"}}, kSame},
      {"not in the other of that name", Place{{"atlanta", "georgia", "united states"}, {"city", "state", "country"}},
       Place{{"georgia"}, {"country"}}, kDisjoint},
      {"two of one name as containers", Place{{"batumi", "georgia"}, {"city", "country"}},
       Place{{"atlanta", "georgia", "united states"}, {"city", "state", "country"}}, kDisjoint},
      {"state that has its country's name", Place{{"puebla", "puebla", "mexico"}, {"city", "state", "country"}},
       Place{{"puebla", "mexico"}, {"state", "country"}}, kNarrower},
      {"a name shared by two", Place{{"albany", "new york", "united states"}, {"city", "state", "country"}},
       Place{{"new york", "new york", "united states"}, {"city", "state", "country"}}, kDisjoint},
      {"which of the two is not said", Place{{"albany", "new york", "united states"}, {"city", "state", "country"}},
       Place{{"new york", "united states"}, {"region", "country"}}, kNarrower},
      {"two names, nothing known", Place{{"ashford"}, {}}, Place{{"brookley"}, {}}, kSilent},
      {"empty", Place{}, florida, kSilent},
  });
}

TEST_CASE("choices, standings and offices") {
  check({
      {"same list", choice("acquit", {3}), choice("acquit", {3}), kSame},
      {"other list", choice("acquit", {3}), choice("convict", {4}), kDisjoint},
      {"wider word", choice("resign", {1}), choice("depart", {1, 2}), kNarrower},
      {"two wide words", choice("x", {1, 2}), choice("y", {2, 3}), kOverlapping},
      {"other line", choice("x", {1}), Choice{ChoiceId(std::size_t{1}), {1}, "x"}, kSilent},
      {"unsaid is current", Choice{}, choice("current", {7}), kSame},
      {"unsaid is not former", Choice{}, choice("former", {6}), kDisjoint},
      {"unsaid may be acting", Choice{}, choice("acting", {8}), kWider},
      {"one title", office("mayor", {"ashford"}), office("mayor", {"ashford"}), kSame},
      {"body unsaid", office("mayor", {"ashford"}), office("mayor", {}), kNarrower},
      {"other body", office("mayor", {"ashford"}), office("mayor", {"brookley"}), kSilent},
      {"two of one line", office("treasurer", {}, {1}), office("chair", {"club"}, {2}), kDisjoint},
      {"two of one line, other bodies", office("treasurer", {"union"}, {1}), office("chair", {"club"}, {2}), kSilent},
      {"synonyms", office("head", {}, {1}), office("chief", {}, {1}), kSame},
      {"wider title", office("chair", {}, {1}), office("boss", {}, {1, 2}), kNarrower},
      {"unknown titles", office("warden", {}), office("keeper", {}), kSilent},
  });
}

TEST_CASE("names, phrases, scores and codes") {
  check({
      {"one entity", name("rosa keane", 1), name("keane", 1), kSame},
      {"two entities", name("rosa keane", 1), name("al byrne", 2), kDisjoint},
      {"part of the name", name("rosa keane"), name("keane"), kSame},
      {"other names", name("rosa keane"), name("al byrne"), kSilent},
      {"shared family name", name("rosa keane"), name("tom keane"), kSilent},
      {"more said", phrase("peace plan", "plan"), phrase("plan", "plan"), kNarrower},
      {"other modifier", phrase("peace plan", "plan"), phrase("trade plan", "plan"), kSilent},
      {"other head", phrase("peace plan", "plan"), phrase("peace deal", "deal"), kSilent},
      {"loser's view", score({{3, 1}}), score({{1, 3}}), kSame},
      {"other score", score({{3, 1}}), score({{3, 2}}), kDisjoint},
      {"sets, mirrored", score({{6, 4}, {3, 6}}), score({{4, 6}, {6, 3}}), kSame},
      {"sets against games", score({{6, 4}, {3, 6}}), score({{2, 1}}), kSilent},
      {"codes", code(0, "QX 117"), code(0, "QX117"), kSame},
      {"other code", code(0, "QX117"), code(0, "QX118"), kDisjoint},
      {"other shape", code(0, "QX117"), code(1, "QX118"), kSilent},
  });
}

TEST_CASE("quotes differ by a word of weight only") {
  check({
      {"shorter", quote("a useful morning"), quote("it was a useful morning for all"), kNarrower},
      {"left out in the middle", quote("a useful morning for all"), quote("a useful and long morning for all"), kNarrower},
      {"changed word", quote("it was a useful morning"), quote("it was a wasted morning"), kDisjoint},
      {"changed figure", quote("we lost 9 good men"), quote("we lost 8 good men"), kDisjoint},
      {"changed inside a longer one", quote("a useful morning for all"), quote("i call it a wasted morning for all of us"), kDisjoint},
      {"turned round", quote("smaller classes and not bigger halls"), quote("bigger halls and not smaller classes"), kDisjoint},
      {"spelling", quote("the colour of the flag"), quote("the color of the flag"), kSame},
      {"small word", quote("the end of a road"), quote("the end of the road"), kOverlapping},
      {"something else", quote("we will rebuild the bridge"), quote("nobody asked us about money"), kSilent},
      {"too short to tell", quote("very bad"), quote("very good"), kSilent},
  });
}

TEST_CASE("a value is one line") {
  Office sitting = office("president", {"united", "states"});
  sitting.standing = choice("former", {6});
  const std::pair<Value, const char*> table[] = {
      {exactly(28, "point"), "[28,28] point"},
      {between(30, kUnbounded, "person"), "[30,inf] person"},
      {between(-kUnbounded, 1.5), "[-inf,1.5]"},
      {exactly(1.2e9, "dollar", "money:dollar"), "[1200000000,1200000000] dollar"},
      {about(300, 0.1, 0.1), "about [300,300]"},
      {vague(24, 99), "vague [24,99]"},
      {moved(5, -1), "down [5,5] percent"},
      {stretch(0, kDay, Granularity::day, "1970-01-01"), "1970-01-01"},
      {Place{{"florida", "united states"}, {}}, "place{florida, united states}"},
      {choice("resign", {1}), "choice{resign}"},
      {sitting, "office{president of=united states standing=former}"},
      {name("rosa keane"), "name{rosa keane}"},
      {phrase("peace plan", "plan"), "phrase{peace plan}"},
      {quote("a useful morning"), "quote{a useful morning}"},
      {score({{6, 4}, {7, 5}}), "score{6-4 7-5}"},
      {code(0, "QX117"), "code{QX117}"},
      {std::monostate{}, "nothing"},
  };
  for (const auto& [value, line] : table) CHECK(to_string(value) == line);
}
