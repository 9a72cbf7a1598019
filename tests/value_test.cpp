// What relate() promises, as tables of one line a case, and as properties over generated values.
#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "value/relate.h"
#include "value/value.h"

using namespace crosscheck;

namespace {

Quantity exactly(double n, std::string unit = "", std::string dimension = "count") {
  Quantity q;
  q.low = q.high = n;
  q.unit = std::move(unit);
  q.dimension = std::move(dimension);
  return q;
}
Quantity between(double low, double high, std::string unit = "") {
  Quantity q = exactly(low, std::move(unit));
  q.high = high;
  return q;
}
Quantity about(double n, double below, double above) {
  Quantity q = exactly(n);
  q.approx = true;
  q.below = below;
  q.above = above;
  return q;
}
Quantity measured(double n, std::string unit, std::string dimension, double factor, double offset = 0) {
  Quantity q = exactly(n, std::move(unit), std::move(dimension));
  q.factor = factor;
  q.offset = offset;
  return q;
}
Quantity miles(double n) { return measured(n, "mile", "length", 1609.344); }
Quantity kilometres(double n) { return measured(n, "kilometre", "length", 1000); }
Quantity celsius(double n) { return measured(n, "degree celsius", "temperature", 1, 273.15); }
Quantity fahrenheit(double n) { return measured(n, "degree fahrenheit", "temperature", 5.0 / 9, 255.3722222222222); }
Quantity vague(double low, double high) {
  Quantity q = between(low, high);
  q.vague = true;
  return q;
}
Quantity moved(double n, int change) {
  Quantity q = exactly(n, "percent", "percent");
  q.change = static_cast<std::int8_t>(change);
  return q;
}

constexpr std::int64_t kHour = 3600, kDay = 86400;
constexpr std::int64_t kDec1 = 1764547200;  // 2025-12-01, a Monday
TimeRange stretch(std::int64_t from, std::int64_t to, Granularity g, std::string timex = "") {
  TimeRange t;
  t.from = from;
  t.to = to;
  t.granularity = g;
  t.timex = std::move(timex);
  return t;
}
TimeRange day(std::int64_t n) { return stretch(kDec1 + n * kDay, kDec1 + (n + 1) * kDay, Granularity::day); }
TimeRange hour(std::int64_t n) { return stretch(kDec1 + n * kHour, kDec1 + (n + 1) * kHour, Granularity::hour); }
TimeRange minute(std::int64_t n) { return stretch(kDec1 + n * 60, kDec1 + (n + 1) * 60, Granularity::minute); }
TimeRange at_offset(TimeRange t, int hours) {
  t.has_offset = true;
  t.utc_offset = static_cast<std::int32_t>(hours * kHour);
  return t;
}
TimeRange roughly(TimeRange t) {
  t.approx = true;
  return t;
}
// "14:30" in a zone so many hours east, the day not told.
TimeRange clock(std::int64_t hours, std::int64_t minutes, int offset) {
  const std::int64_t from = hours * kHour + minutes * 60;
  return at_offset(stretch(from, from + 60, Granularity::unknown, "T" + std::to_string(from) + "+" + std::to_string(offset)), offset);
}
TimeRange undated(std::string timex) { return stretch(0, 0, Granularity::unknown, std::move(timex)); }

Choice choice(std::string name, std::vector<std::uint32_t> covers) {
  return {ChoiceId(std::size_t{0}), std::move(covers), std::move(name)};
}
Office office(std::string title, std::vector<std::string> body, std::vector<std::uint32_t> covers = {}) {
  Office o;
  o.title = std::move(title);
  o.body = std::move(body);
  if (!covers.empty()) o.choices.push_back(choice(o.title, std::move(covers)));
  return o;
}
Name name(std::string key, int entity = -1) {
  Name n;
  n.text = n.key = std::move(key);
  if (entity >= 0) n.entity = EntityId(static_cast<std::size_t>(entity));
  return n;
}
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c != ' ') word += c;
    else words.push_back(std::exchange(word, ""));
  }
  if (!word.empty()) words.push_back(word);
  return words;
}
QuotedWords quote(std::string_view text) { return {split(text)}; }
Phrase phrase(std::string_view lemmas, std::string head) { return {split(lemmas), std::move(head)}; }
Score score(std::vector<std::pair<int, int>> parts) { return {std::move(parts)}; }
Code code(std::size_t shape, std::string text) { return {ShapeId(shape), std::move(text)}; }

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

namespace {

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Value value() {
    switch (upto(9)) {
      case 0: return quantity();
      case 1: return time();
      case 2: return place();
      case 3: return choice(upto(1) ? "former" : "current", indices());
      case 4: return office(upto(1) ? "mayor" : "clerk", words(2), indices());
      case 5: return name(words_line(2), upto(1) ? upto(2) : -1);
      case 6: return Phrase{words(3), word()};
      case 7: return QuotedWords{words(8)};
      case 8: return score({{upto(3), upto(3)}});
      default: return code(static_cast<std::size_t>(upto(1)), word());
    }
  }

  Quantity quantity() {
    static const Quantity units[] = {exactly(0), exactly(0, "point"), miles(0), kilometres(0), celsius(0), fahrenheit(0)};
    Quantity q = units[upto(5)];
    q.low = upto(1) ? upto(30) : upto(30) * 0.1 + upto(3) * 1000;
    q.high = upto(2) ? q.low : q.low + upto(10);
    if (upto(9) == 0) q.low = -kUnbounded;
    if (upto(9) == 0) q.high = kUnbounded;
    q.approx = upto(3) == 0;
    if (q.approx && upto(1)) q.below = 0.1;
    q.vague = upto(7) == 0;
    q.change = static_cast<std::int8_t>(upto(2) - 1);
    return q;
  }

  int upto(int n) { return std::uniform_int_distribution<int>(0, n)(random_); }

 private:
  TimeRange time() {
    static const char* undated_values[] = {"XXXX-WXX-1", "XXXX-WXX-2", "XXXX-12-01", "XXXX-12", "PRESENT_REF", ""};
    if (upto(3) == 0) return undated(undated_values[upto(5)]);
    TimeRange t = upto(1) ? day(upto(3)) : hour(upto(72));
    if (upto(1)) t = at_offset(t, upto(24) - 12);
    t.approx = upto(3) == 0;
    return t;
  }
  Place place() {
    static const char* kinds[] = {"city", "state", "country", "region", ""};
    Place p;
    for (int i = upto(3); i > 0; --i) p.chain.push_back(word());
    for (std::size_t i = 0; upto(1) && i < p.chain.size(); ++i) p.kinds.push_back(kinds[upto(4)]);
    return p;
  }
  std::vector<std::uint32_t> indices() {
    std::vector<std::uint32_t> set;
    for (std::uint32_t i = 0; i < 4; ++i) {
      if (upto(1)) set.push_back(i);
    }
    return set;
  }
  std::string word() { return std::string(1, static_cast<char>('a' + upto(3))) + (upto(1) ? "bcde" : ""); }
  std::vector<std::string> words(int most) {
    std::vector<std::string> list;
    for (int i = upto(most); i > 0; --i) list.push_back(word());
    return list;
  }
  std::string words_line(int most) {
    std::string line;
    for (const std::string& w : words(most)) line += (line.empty() ? "" : " ") + w;
    return line;
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("relate is reflexive and mirrored for any two values") {
  Generator generate(20251201);
  for (int i = 0; i < 50000; ++i) {
    const Value a = generate.value(), b = generate.value();
    INFO(to_string(a) << " / " << to_string(b));
    REQUIRE(relate(a, a) == Relation::same);
    REQUIRE(relate(a, b) == mirror(relate(b, a)));
  }
}

TEST_CASE("same is transitive for exact quantities of one unit, and containment for intervals") {
  Generator generate(7);
  int chains = 0;
  for (int i = 0; i < 200000; ++i) {
    Quantity q[3];
    for (Quantity& each : q) {
      each = exactly(generate.upto(6), "point");
      each.high += generate.upto(3);
    }
    const Relation first = relate(q[0], q[1]), second = relate(q[1], q[2]), across = relate(q[0], q[2]);
    if (first == Relation::same) REQUIRE(across == second);
    if (first == Relation::narrower && second == Relation::narrower) REQUIRE(across == Relation::narrower);
    if (first == Relation::narrower && second == Relation::disjoint) REQUIRE(across == Relation::disjoint);
    chains += first == Relation::narrower && second == Relation::narrower;
  }
  CHECK(chains > 100);
}

TEST_CASE("a converted measure agrees with itself, there and back") {
  Generator generate(11);
  for (int i = 0; i < 20000; ++i) {
    const double n = generate.upto(100000) / 10.0;
    const double km = n * 1609.344 / 1000;
    CHECK(relate(miles(n), kilometres(km)) == Relation::same);
    CHECK(relate(miles(km * 1000 / 1609.344), miles(n)) == Relation::same);
    const double whole = std::round(km);
    CHECK(relate(miles(n), kilometres(whole)) != Relation::disjoint);
    CHECK(relate(celsius((n - 32) * 5 / 9), fahrenheit(n)) != Relation::disjoint);
    if (n > 20) CHECK(relate(miles(n), kilometres(std::round(km * 1.5))) == Relation::disjoint);
  }
}
