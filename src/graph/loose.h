// How two claims that a mention carries (ClaimKind::loose: figure, moment, tally, spot, state) are held against each other:
// no pattern says what they are about, so what they count, their verb, the words around and their rarity must.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "claim/extract_claims.h"
#include "graph/slot_match.h"
#include "syntax/language.h"

namespace crosscheck {

inline constexpr std::string_view kSpotKind = "spot";
inline constexpr double kHeadAlike = 0.45;  // two noun phrases of one head, other words around it

inline constexpr double kSurelySame = 0.9;

// Does the claim name an hour; exactly, not "at night" nor "that morning"?
bool of_clock(const Claim& claim);
bool of_hour(const Claim& claim);
// Is it of saying, of which there are many, each at its own time?
bool of_saying(const Claim& claim, const ClaimKind& kind);
// A day or an hour and what happens then: neither an amount, a score, a word of [choices] nor a place.
bool of_time(const ClaimKind& kind);

// The same digits in another order, or one of three or more another: 860 and 680, 1.2 and 2.1, 1,250 and 1,350.
bool one_digit_off(double a, double b);
// A slip of the digits, or of the direction: up 12 percent, down 12 percent.
bool slipped(const Quantity& a, const Quantity& b);
// What is counted in both, 0..1: the same noun tells more than figures without one.
double counted_alike(const Claim& a, const Claim& b);

// Its verb says little by itself ("be", "have").
bool says_little(const Claim& claim, const ClaimKind& kind, const Rulebook& rulebook);
// Its verb is one of saying.
bool is_saying(const Claim& claim, const ClaimKind& kind, const Rulebook& rulebook);

class LooseMatch {
 public:
  // `language` may be null: then no word is near another.
  LooseMatch(const std::vector<AnalysedStory>& stories, const SlotMatcher& matcher, const Rulebook& rulebook, const Language* language)
      : stories_(stories), matcher_(matcher), rulebook_(rulebook), language_(language), days_(stories.size()), only_(stories.size()), once_(once_lines(rulebook)) {}

  double topic(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) {
    if (kind.slot("is") && denied_of_all(*a.claim, *b.claim, kind)) return 1;
    if (kind.name == kSpotKind && one_place(*a.claim, *b.claim)) return 1;
    return kind.slot("number") ? figure(a, b, kind) : crossed(a, b, kind);
  }
  // Have two verbs a word list in common; and how near the heads of two phrases are in WordNet.
  static bool share_list(const Claim& a, const Claim& b, std::uint32_t does);
  double near_words(const Claim& a, const Claim& b, std::uint32_t slot) const;
  // Two scores of several parts, one of them other.
  static bool one_part_off(const Claim& a, const Claim& b, std::uint32_t slot);
  // Do both say the same, being so sure (0..1) that they speak of the same?
  bool agreeing(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, double score) const;
  // Is it the only claim of its sort in its story, but for repetitions?
  bool only_one(const Claim& own);
  // The one exact hour that each of two stories tells, when they are near enough to be of one happening.
  bool one_hour(const Claim& a, const Claim& b, bool of_one_thing);
  // A day that is yet to come when the story is published.
  bool lies_ahead(const Claim& claim) const;
  // The one coming day, or the one past day, that each of two stories tells, near enough to be of one happening.
  bool one_date(const Claim& a, const Claim& b);
  // One day of two months, which a slip of the month makes of one date: "22 April", "22 May".
  bool other_month(const Claim& a, const Claim& b);
  // Of two figures: the words before them give them other parts ("from 40", "to 32").
  bool other_role(const Claim& a, const Claim& b) const;
  // What is denied of all in the one is told of somebody in the other.
  bool denied_of_all(const Claim& a, const Claim& b, const ClaimKind& kind) const;
  // People counted as dead here are not those counted as hurt there, and no things.
  bool same_measure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  struct Grounds {
    double verb = 0;        // 0..1: how alike their verbs are
    std::size_t words = 0;  // context words in common
    double score = 0;       // 0..1: how sure all that makes it
    bool alone = false;     // each is the only one of its sort in its story
    bool by_itself = false; // what they tell says so whatever the words around
  };
  // What their figures say of one another, two nouns that WordNet has for one thing being one.
  Relation relate_figures(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  // Why they may not speak of the same after all: too little in common, or too many of the sort; empty: nothing against it.
  std::string doubt(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, const Grounds& grounds) const;
  bool echoes(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, bool twin) const;

 private:
  double figure(const ClaimView& a, const ClaimView& b, const ClaimKind& kind);
  static bool of_age(const Claim& claim, const ClaimKind& kind);
  double crossed(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool counts_things(const Claim& claim, const ClaimKind& kind) const;
  bool far_day(const Claim& claim) const;
  struct Day {
    std::int64_t day = 0;  // since 1970
    bool ahead = false, saying = false;
    bool operator==(const Day&) const = default;
  };
  const std::vector<Day>& days_of(StoryId story);
  bool only_day(const Claim& own, const Claim& other);
  bool stamps(const Claim& claim) const;
  static bool one_place(const Claim& a, const Claim& b);
  static std::vector<bool> once_lines(const Rulebook& rulebook);
  static bool of_some(const ClaimView& view);
  bool once_an_event(const Claim& a, const Claim& b, const ClaimKind& kind) const;
  static bool same_value(const Claim& a, const Claim& b, const ClaimKind& kind);
  std::string sort_of(const Claim& claim, const ClaimKind& kind) const;
  bool by_wordnet(const Quantity& a, const Quantity& b) const;
  static bool is_difference(const Claim& claim, const ClaimKind& kind);
  bool narrower_noun(const ClaimView& a, const ClaimView& b, const ClaimKind& kind) const;
  bool of_nobody(const Claim& claim, std::uint32_t who) const;
  std::string doubt_moments(const Claim& a, const Claim& b, const ClaimKind& kind, double alike) const;
  std::string doubt_spots(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, const Grounds& grounds, double alike) const;
  bool names_place(const Claim& own, const Claim& other) const;
  std::string doubt_figures(const ClaimView& a, const ClaimView& b, const ClaimKind& kind, const Grounds& grounds, double alike) const;

  const std::vector<AnalysedStory>& stories_;
  const SlotMatcher& matcher_;
  const Rulebook& rulebook_;
  const Language* language_;
  std::vector<std::optional<std::vector<Day>>> days_;  // per story, once asked
  std::vector<std::vector<bool>> only_;  // per story, once asked: per claim
  std::vector<bool> once_;               // per line of [choices]: what an event has once
};

}  // namespace crosscheck
