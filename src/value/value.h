// What can be said, as sets of possibilities: "at least 30" is [30, inf), "Sunday" against a story's date is one day,
// "Florida" is every place in it. Two values stand in exactly one relation (value/relate.h).
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/id.h"

namespace crosscheck {

inline constexpr double kUnbounded = std::numeric_limits<double>::infinity();

inline constexpr double kUsualSlack = 0.1;

// An amount: the closed interval [low, high] of the numbers that the words allow, bounds worked out (scale words,
// hedges, "at least"). Canonical numbers serve comparison: they are in the base unit of `dimension`.
struct Quantity {
  double low = 0;             // -kUnbounded where open
  double high = 0;            // +kUnbounded where open
  std::string unit;           // singular lower-case name: "dollar", "percent", "mile", "point", "person"; "" for a bare number
  std::string dimension;      // "length", "duration", "money:dollar", "percent", "count", …; values of two dimensions are not comparable
  double factor = 1;          // unit -> base unit of the dimension (1 mile = 1609.344 metre)
  double offset = 0;          // added after scaling (degrees)
  bool approx = false;        // about, roughly, some, nearly
  std::int8_t change = 0;     // +1 rose by, -1 fell by
  bool vague = false;         // "dozens", "several": a set with soft edges
  // How far the words' hedge reaches, as a share of the number: "about 300" 0.1 and 0.1, "nearly 300" 0.1 and 0. `low` and
  // `high` stay as said; relate() widens. Both 0 with `approx` set: kUsualSlack on either side.
  double below = 0;
  double above = 0;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

enum class Granularity : std::uint8_t { second, minute, hour, day, week, month, quarter, year, decade, unknown };

// A stretch of time: half-open [from, to) in seconds since 1970-01-01T00:00 of the local clock at the place spoken of;
// `utc_offset` (seconds east) is known only where the words or the story say so.
struct TimeRange {
  std::int64_t from = 0;
  std::int64_t to = 0;
  Granularity granularity = Granularity::unknown;
  bool has_offset = false;
  std::int32_t utc_offset = 0;
  bool approx = false;
  std::string timex;  // TIMEX3 value (TimeML): "2025-11-30", "2025-W48", "PRESENT_REF". With granularity `unknown` it is
                      // all there is: "XXXX-WXX-1" (a Monday), "XXXX-12-01" still tell which days it cannot be

  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

// A place as the chain from itself outwards, each link a folded key: {"hallandale beach", "florida", "united states"}.
// A link that is not known is simply absent.
// `kinds`, where filled, runs parallel to `chain` ("city", "state", "country"; "" unknown; kOverlappingKind for what may
// overlap with anything): only two of one kind, side by side, are known to lie apart.
inline constexpr std::string_view kOverlappingKind = "region";
struct Place {
  std::vector<std::string> chain;
  std::vector<std::string> kinds;
  friend bool operator==(const Place&, const Place&) = default;
};

// How an office is held; a set, one bit each, the bits being the indices of the lists in the choice `standing`.
// 0: not said, which in running text means current (relate treats "not said" and `current` as same).
using StandingSet = std::uint32_t;

// Names of lists of the choice `standing` that relate() knows: who "is president", with nothing more said, may be either.
inline constexpr std::string_view kUnsaidStanding = "current";
inline constexpr std::string_view kStandIn = "acting";

// A word that stands for one of several things that exclude each other ([choices] in rules): `covers` holds the indices,
// sorted, of every leaf list that the word found may mean ("left" covers resigned, dismissed, retired).
struct Choice {
  ChoiceId choice;
  std::vector<std::uint32_t> covers;
  std::string name;  // name of the list found; covers empty: nothing was said, which relate() reads as kUnsaidStanding
  friend bool operator==(const Choice&, const Choice&) = default;
};

// An office: which lists of titles it falls in (a Choice for each [choices] line that knows it), who or what it is an
// office of, and its standing.
struct Office {
  std::string title;                 // folded words of the title itself, standing and body taken off: "president"
  std::vector<std::string> body;     // folded words of what it is an office of: "united states"; empty: not said
  std::vector<Choice> choices;
  Choice standing;                   // covers empty: not said
  friend bool operator==(const Office&, const Office&) = default;
};

// A name. Which names are one entity is known only when all stories have been read (graph/): until then `entity` is not valid.
struct Name {
  std::string text;   // as written, title and possessive taken off
  std::string key;    // folded, diacritics gone: "volodymyr zelenskyy"
  EntityId entity;
  friend bool operator==(const Name&, const Name&) = default;
};

// A noun phrase or a clause: content lemmas in order, determiners and function words gone, words of one [words] list
// mapped to it. Never disjoint from another phrase.
struct Phrase {
  std::vector<std::string> lemmas;
  std::string head;
  friend bool operator==(const Phrase&, const Phrase&) = default;
};

// Words inside quotation marks, folded, punctuation gone.
struct QuotedWords {
  std::vector<std::string> words;
  friend bool operator==(const QuotedWords&, const QuotedWords&) = default;
};

// 3-1; 6-4 3-6 7-5; 86 votes to 83. Pairs in the order said.
struct Score {
  std::vector<std::pair<int, int>> parts;
  friend bool operator==(const Score&, const Score&) = default;
};

// Letters and figures of a [shapes] entry: equal or not.
struct Code {
  ShapeId shape;
  std::string text;
  friend bool operator==(const Code&, const Code&) = default;
};

using Value = std::variant<std::monostate, Quantity, TimeRange, Place, Office, Choice, Name, Phrase, QuotedWords, Score, Code>;

// One line for people and tests: "[28,28] point", "2025-11-30", "office{president standing=former}".
std::string to_string(const Value& value);
void append(std::string& out, const Value& value);  // the same line behind what is there

}  // namespace crosscheck
