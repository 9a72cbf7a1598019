// What relate() promises of any values: cases made by a seeded generator, and worlds small enough to know the truth.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "value/relate.h"
#include "value_maker.h"

using namespace crosscheck;
using namespace crosscheck::value_maker;

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
    static const Quantity units[] = {exactly(0), exactly(0, "point"), miles(0), kilometres(0), celsius(0), fahrenheit(0),
                                     exactly(0, "percent", "percent"), exactly(0, "dollar", "money:dollar"), exactly(0, "franc", "money:franc"), exactly(0, "swiss franc", "money:swiss franc"),
                                     measured(0, "hour", "duration", 3600), measured(0, "minute", "duration", 60)};
    Quantity q = units[upto(11)];
    q.low = upto(1) ? upto(30) : upto(30) * 0.1 + upto(3) * 1000;
    q.high = upto(2) ? q.low : q.low + upto(10);
    if (upto(9) == 0) q.low = -kUnbounded;
    if (upto(9) == 0) q.high = kUnbounded;
    q.approx = upto(3) == 0;
    if (q.approx && upto(1)) q.below = upto(2) * 0.1;
    if (q.approx && upto(1)) q.above = upto(2) * 0.1;
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

namespace {

// Values that are plain sets, of one kind, where nothing but the sets tells: there the relations are those of sets.
enum class Plain : int { amount, time, timed, choice, phrase, place, score, code, end };

class PlainGenerator : public Generator {
 public:
  using Generator::Generator;

  Value value(Plain kind) {
    switch (kind) {
      case Plain::amount: {
        const int low = upto(12);
        return between(low, upto(9) == 0 ? kUnbounded : low + upto(6), "point");
      }
      case Plain::time: {
        const int from = upto(6);
        return stretch(kDec1 + from * kDay, kDec1 + (from + 1 + upto(3)) * kDay, Granularity::day);
      }
      case Plain::timed: return at_offset(hour(upto(10)), upto(4) - 2);
      case Plain::choice: {
        std::vector<std::uint32_t> covers;
        for (std::uint32_t i = 0; i < 4; ++i)
          if (upto(1)) covers.push_back(i);
        return covers.empty() ? choice("x", {upto(1) ? 1u : 2u}) : choice("x", covers);
      }
      case Plain::phrase: {
        std::string lemmas;
        for (const char* word : {"old ", "long ", "wooden ", "small "})
          if (upto(1)) lemmas += word;
        return phrase(lemmas + "bridge", "bridge");
      }
      case Plain::place: return place(upto(1), upto(2), upto(2));
      case Plain::score: return score({{upto(2), upto(2)}});
      case Plain::code:
      case Plain::end: break;
    }
    return code(0, upto(1) ? "QX 11" + std::to_string(upto(2)) : "QX11" + std::to_string(upto(2)));
  }

  // A town in a state in a country; `town` 0 is the state, `state` 0 the country. Names are used again in other containers.
  Place place(int country, int state, int town) {
    Place p;
    if (state > 0 && town > 0) add(p, "town" + std::to_string(town), "city");
    if (state > 0) add(p, "state" + std::to_string(state), "state");
    add(p, "country" + std::to_string(country), "country");
    return p;
  }

 private:
  static void add(Place& p, std::string name, const char* kind) {
    p.chain.push_back(std::move(name));
    p.kinds.emplace_back(kind);
  }
};

}  // namespace

TEST_CASE("relations of plain sets compose: same is an equivalence, narrower an order, disjoint goes down") {
  PlainGenerator generate(20261128);
  for (int kind = 0; kind < static_cast<int>(Plain::end); ++kind) {
    int chains = 0;
    for (int i = 0; i < 20000; ++i) {
      const Plain k = static_cast<Plain>(kind);
      const Value a = generate.value(k), b = generate.value(k), c = generate.value(k);
      const Relation ab = relate(a, b), bc = relate(b, c), ac = relate(a, c);
      INFO(to_string(a) << " / " << to_string(b) << " / " << to_string(c) << ": " << to_string(ab) << ", " << to_string(bc));
      if (ab == Relation::same) REQUIRE(ac == bc);
      if (bc == Relation::same) REQUIRE(ac == ab);
      if (ab == Relation::narrower && bc == Relation::narrower) REQUIRE(ac == Relation::narrower);
      if (ab == Relation::wider && bc == Relation::wider) REQUIRE(ac == Relation::wider);
      if (ab == Relation::narrower && bc == Relation::disjoint) REQUIRE(ac == Relation::disjoint);
      if (ab == Relation::wider && bc != Relation::disjoint) REQUIRE(ac != Relation::disjoint);
      chains += agree(ab) && agree(bc) && ab != Relation::same;
    }
    if (kind != static_cast<int>(Plain::score) && kind != static_cast<int>(Plain::code) && kind != static_cast<int>(Plain::timed))
      CHECK(chains > 100);
  }
}

TEST_CASE("places of a known world stand as the world has them") {
  PlainGenerator generate(5);
  for (int i = 0; i < 20000; ++i) {
    const int n[] = {generate.upto(1), generate.upto(2), generate.upto(2), generate.upto(1), generate.upto(2), generate.upto(2)};
    const Place a = generate.place(n[0], n[1], n[2]), b = generate.place(n[3], n[4], n[5]);
    const auto inside = [](const Place& inner, const Place& outer) {
      return inner.chain.size() > outer.chain.size() &&
             std::equal(outer.chain.begin(), outer.chain.end(), inner.chain.end() - static_cast<std::ptrdiff_t>(outer.chain.size()));
    };
    const Relation truth = a == b         ? Relation::same
                           : inside(a, b) ? Relation::narrower
                           : inside(b, a) ? Relation::wider
                                          : Relation::disjoint;
    INFO(to_string(a) << " / " << to_string(b));
    REQUIRE(relate(a, b) == truth);
    // With less said of where the places lie nothing turns into its opposite.
    Place less = a;
    while (less.chain.size() > 1 && generate.upto(1)) {
      less.chain.pop_back();
      less.kinds.pop_back();
    }
    less.kinds.front() = generate.upto(1) ? "" : std::string(kOverlappingKind);
    if (truth == Relation::same || truth == Relation::narrower) REQUIRE(relate(less, b) != Relation::disjoint);
    if (truth == Relation::disjoint && less.chain == a.chain && a.chain.front() != b.chain.front()) REQUIRE_FALSE(agree(relate(less, b)));
  }
}

TEST_CASE("a hedge reaches as far as its words say") {
  Generator generate(13);
  for (int i = 0; i < 20000; ++i) {
    const double n = 1 + generate.upto(5000), below = generate.upto(4) * 0.05, above = generate.upto(4) * 0.05;
    if (below + above == 0) continue;
    const double inside = n * (1 - below + (below + above) * generate.upto(100) / 100.0);
    INFO(n << " -" << below << " +" << above << " against " << inside);
    CHECK(relate(about(n, below, above), exactly(inside)) != Relation::disjoint);
    CHECK(relate(about(n, below, above), exactly(n * (1 + above) * 1.01 + 0.01)) == Relation::disjoint);
    CHECK(relate(about(n, below, above), exactly(n * (1 - below) * 0.99 - 0.01)) == Relation::disjoint);
    CHECK(agree(relate(about(n, below, above), about(n, below / 2, above / 2))));
    CHECK(relate(about(n, below, above), about(n, below, above)) == Relation::same);
  }
}

TEST_CASE("a measure rounded to two digits or more in another unit agrees") {
  struct Pair {
    Quantity (*make_a)(double);
    Quantity (*make_b)(double);
    double factor;
  };
  const auto feet = +[](double n) { return measured(n, "foot", "length", 0.3048); };
  const auto metres = +[](double n) { return measured(n, "metre", "length", 1); };
  const auto hours = +[](double n) { return measured(n, "hour", "duration", 3600); };
  const auto days = +[](double n) { return measured(n, "day", "duration", 86400); };
  const auto acres = +[](double n) { return measured(n, "acre", "area", 4046.8564224); };
  const auto hectares = +[](double n) { return measured(n, "hectare", "area", 10000); };
  const Pair pairs[] = {{miles, kilometres, 1.609344}, {feet, metres, 0.3048}, {hours, days, 1.0 / 24}, {acres, hectares, 0.40468564224}};
  Generator generate(17);
  const auto rounded = [](double x, int digits) {
    const double unit = std::pow(10.0, std::floor(std::log10(x)) + 1 - digits);
    return std::round(x / unit) * unit;
  };
  for (int i = 0; i < 20000; ++i) {
    const Pair& pair = pairs[generate.upto(3)];
    const double n = 1 + generate.upto(20000) / (generate.upto(1) ? 1.0 : 10.0);
    const double converted = n * pair.factor;
    for (const int digits : {2, 3, 4}) {
      INFO(n << " is " << converted << ", said as " << rounded(converted, digits));
      CHECK(relate(pair.make_a(n), pair.make_b(rounded(converted, digits))) != Relation::disjoint);
    }
    CHECK(relate(pair.make_a(n), pair.make_b(converted)) == Relation::same);
    CHECK(relate(pair.make_a(converted / pair.factor), pair.make_a(n)) == Relation::same);
    if (n > 20) CHECK(relate(pair.make_a(n), pair.make_b(converted * 1.3)) == Relation::disjoint);
  }
}

TEST_CASE("one instant on clocks of two zones is one instant, and an unknown zone undoes no more than a day") {
  Generator generate(19);
  for (int i = 0; i < 20000; ++i) {
    const int at = generate.upto(200), zone = generate.upto(24) - 12, other = generate.upto(24) - 12;
    const TimeRange here = at_offset(hour(at + zone), zone), there = at_offset(hour(at + other), other);
    CHECK(relate(here, there) == Relation::same);
    CHECK(relate(here, at_offset(hour(at + other + 1), other)) == Relation::disjoint);
    CHECK(relate(here, hour(at + other)) != Relation::disjoint);
    CHECK(relate(here, hour(at + zone + 60)) == Relation::disjoint);
    CHECK(relate(here, hour(at + zone)) == Relation::same);
  }
}

TEST_CASE("a coarser word for a time agrees with a finer one in it") {
  Generator generate(23);
  constexpr std::int64_t kMonth = 31 * kDay, kYear = 365 * kDay;
  const TimeRange month = stretch(kDec1, kDec1 + kMonth, Granularity::month, "2025-12");
  const TimeRange year = stretch(kDec1 - 334 * kDay, kDec1 - 334 * kDay + kYear, Granularity::year, "2025");
  for (int i = 0; i < 5000; ++i) {
    const int d = generate.upto(30), h = generate.upto(23);
    const TimeRange at = hour(d * 24 + h);
    CHECK(relate(at, day(d)) == Relation::narrower);
    CHECK(relate(at, day(d + 1)) == Relation::disjoint);
    CHECK(relate(day(d), month) == Relation::narrower);
    CHECK(relate(day(d + 31), month) == Relation::disjoint);
    CHECK(relate(month, year) == Relation::narrower);
    CHECK(relate(at, year) == Relation::narrower);
    CHECK(relate(roughly(at), day(d)) != Relation::disjoint);
    const std::string date = "XXXX-12-" + std::string(d + 1 < 10 ? "0" : "") + std::to_string(d + 1);
    CHECK(relate(day(d), undated(date)) == Relation::narrower);
    CHECK(relate(day(d), undated("XXXX-WXX-" + std::to_string(d % 7 + 1))) == Relation::narrower);
    CHECK(relate(day(d), undated("XXXX-WXX-" + std::to_string((d + 1) % 7 + 1))) == Relation::disjoint);
  }
}
