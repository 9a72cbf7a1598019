// What PeopleFinder works out once a rulebook: which word lists mean what, and places by their names.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mention/word_cache.h"
#include "rulebook/rulebook.h"
#include "syntax/language.h"
#include "syntax/syntax.h"
#include "value/value.h"

namespace crosscheck::people {

// What a token is by the word lists, one bit a list; a bent entry marks the token that is bent, any other its first.
enum Flag : std::uint64_t {
  kHonorificMale = 1ull << 0, kHonorificFemale = 1ull << 1, kHonorific = 1ull << 2, kNameSuffix = 1ull << 3,
  kParticle = 1ull << 4, kGivenFemale = 1ull << 5, kGivenMale = 1ull << 6, kNotName = 1ull << 7,
  kOrganizationNoun = 1ull << 8, kCompanySuffix = 1ull << 9, kPlaceNoun = 1ull << 10, kOutletNoun = 1ull << 11,
  kRelation = 1ull << 12, kFemaleNoun = 1ull << 13, kMaleNoun = 1ull << 14,
  kFormer = 1ull << 15, kCurrent = 1ull << 16, kActing = 1ull << 17, kIncoming = 1ull << 18,
  kRank = 1ull << 19, kColour = 1ull << 20, kPronounMale = 1ull << 21, kPronounFemale = 1ull << 22,
  kPronounPlural = 1ull << 23, kPossessiveMale = 1ull << 24, kPossessiveFemale = 1ull << 25,
  kSay = 1ull << 26, kReport = 1ull << 30, kCiting = 1ull << 31, kAccordingTo = 1ull << 33, kOwnWords = 1ull << 34,
  kReportNoun = 1ull << 35, kDocument = 1ull << 36, kSeveral = 1ull << 37, kAnonymous = 1ull << 38,
  kWitness = 1ull << 39, kSpeakingBody = 1ull << 40, kBodyEpithet = 1ull << 41,
  kOffice = 1ull << 43, kAgency = 1ull << 44, kOutlet = 1ull << 45, kOrganization = 1ull << 46, kPlatform = 1ull << 47,
  kCalendar = 1ull << 48, kIn = 1ull << 49, kSettlement = 1ull << 50, kGroupNoun = 1ull << 51,
  kArea = 1ull << 52, kLiesIn = 1ull << 53, kPart = 1ull << 62,
  kBe = 1ull << 54, kThat = 1ull << 55, kWho = 1ull << 56, kOf = 1ull << 57, kAnd = 1ull << 58,
  kDeny = 1ull << 59, kClaimFrom = 1ull << 27, kSaidAt = 1ull << 28, kSaidTo = 1ull << 29, kGoesOn = 1ull << 32, kAs = 1ull << 60, kNotDone = 1ull << 61,
};
inline constexpr std::uint64_t kGiven = kGivenFemale | kGivenMale;
inline constexpr std::uint64_t kStanding = kFormer | kCurrent | kActing | kIncoming;
// What a word hands over the word with: one bit a list of rules/lexicon/speech.toml.
enum Cue : std::uint32_t {
  kSays = 1u << 0, kThinks = 1u << 1, kWants = 1u << 2, kAsksOf = 1u << 3, kJudges = 1u << 4, kTells = 1u << 5,
  kDescribes = 1u << 6, kReports = 1u << 7, kClaimNoun = 1u << 8, kCarriesClaim = 1u << 9, kSure = 1u << 10, kTagsQuote = 1u << 11,
};
inline constexpr std::uint32_t kCueKinds = 12;
inline constexpr std::uint32_t kVerbCues = kSays | kThinks | kWants | kAsksOf | kJudges | kTells | kDescribes | kReports | kCarriesClaim;

inline constexpr std::uint64_t kKnownName = kAgency | kOutlet | kOrganization | kPlatform;

// One way of writing a place, or several places of one name: its words, folded.
struct PlaceForm {
  std::string_view words;                 // blanks between them
  std::span<const std::uint32_t> places;  // indices into Rulebook::places, as the rules have them
  std::uint32_t first_size = 0;           // bytes of the first word
  std::uint32_t alike = 1;                // forms from this one on that begin with the same word
  bool people = false;                    // a demonym or adjective, not the name

  std::string_view first() const { return words.substr(0, first_size); }
};

// What a word list means to the parts of PeopleFinder.
struct ListMeaning {
  std::uint64_t flags = 0;  // Flag bits
  std::uint32_t cues = 0;   // Cue bits
  std::uint8_t chain = 0;   // which of the lists chain-… it is, from 1 on; 0: none
  std::uint8_t stage = 0;   // 1 for "original", 2 for "revised"; 0
};

class Tables {
 public:
  explicit Tables(const Language& language);

  const Rulebook& book;
  const Language& language;
  std::vector<std::vector<Choice>> office_choices;          // by ListId: a Choice for each line that knows the list
  std::unordered_map<std::string, ListId> office_phrases;    // "top diplomat" -> foreign-minister
  // The flag of the standing that the form begins ("ex-…") or ends with ("…-elect"), 0 where it is joined to none.
  std::uint64_t standing_before(std::string_view form) const { return affix(form.substr(0, form.find('-') + 1)); }
  std::uint64_t standing_behind(std::string_view form) const { return affix(form.substr(std::min(form.rfind('-'), form.size()))); }
  bool joins_standing(const TaggedToken& token) const {
    return affix_cache_.of(token.word, [&] { return standing_before(token.form) | standing_behind(token.form) ? 1u : 0u; }) != 0;
  }
  ChoiceId standing;                                        // the [choices] line `standing`
  ChoiceId city_office;                                     // the line of offices that towns have
  std::vector<std::string> place_key;                       // parallel to Rulebook::places: "united states"; two may share one
  std::vector<std::uint32_t> outer;                         // parallel: the place it lies in, kNone

  // The forms that begin with a word, longest first.
  std::span<const PlaceForm> places(std::string_view folded) const { return forms_from(place_words(folded)); }
  std::span<const PlaceForm> places(const TaggedToken& token) const {
    return forms_from(place_cache_.of(token.word, [&] { return place_words(token.form); }));
  }
  Place chain(std::uint32_t place) const;  // itself and what it lies in
  // Whether WordNet knows the form, or the lemma, as a noun.
  bool is_noun(const TaggedToken& token) const { return is_noun(token.word, token.form) || is_noun(token.lemma, token.base); }
  bool is_noun(std::uint32_t word, std::string_view folded) const {
    return noun_cache_.of(word, [&] { return language.noun_class(folded) != NounClass::none ? 1u : 0u; }) != 0;
  }

  const ListMeaning& meaning(ListId list) const { return lists_[list.index()]; }
  std::uint64_t flags(ListId list) const { return meaning(list).flags; }
  bool is_definite(std::string_view folded) const { return definite_.count(folded) != 0; }  // the
  bool is_pointing(std::string_view folded) const { return pointing_.count(folded) != 0; }  // this, that
  Choice standing_of(std::uint64_t flag) const;             // of one of kFormer, kCurrent, kActing, kIncoming
  bool is_area(std::uint32_t place) const;                  // a country, state, province: what stands behind "X, "
  bool is_town(std::uint32_t place) const { return book.places[place].kind == "city"; }
  bool lies_in(std::uint32_t inner, std::uint32_t place) const {  // or is it
    for (; inner != kNone; inner = outer[inner])
      if (inner == place) return true;
    return false;
  }
  // The country (or outermost land) whose government the name of a capital or seat may stand for; kNone else.
  std::uint32_t government_of(std::uint32_t place) const;

 private:
  void name_lists();
  void name_places();
  // One way of writing one place, before those that are alike are put together.
  struct Written {
    std::uint64_t first_letters = 0;  // of the first word, so that it sorts as the letters do
    std::string_view words;           // of form_words_
    std::uint32_t blanks = 0, first_size = 0;
    std::uint32_t place = 0;
    bool people = false;
    std::string_view first() const { return words.substr(0, first_size); }
  };
  std::vector<Written> written_forms();
  void sort_forms(std::vector<Written> all);
  std::uint64_t affix(std::string_view with_hyphen) const {
    const auto it = affixes_.find(std::string(with_hyphen));
    return it == affixes_.end() ? 0 : it->second;
  }
  std::uint32_t place_words(std::string_view folded) const;  // index into place_forms_; kNone
  std::span<const PlaceForm> forms_from(std::uint32_t first) const {
    return first == kNone ? std::span<const PlaceForm>{} : std::span{&place_forms_[first], place_forms_[first].alike};
  }
  std::unordered_set<std::string_view> definite_, pointing_;
  std::vector<ListMeaning> lists_;          // by ListId
  std::string form_words_;                  // of all forms
  std::vector<PlaceForm> place_forms_;      // sorted by first word; longest form first
  std::vector<std::uint32_t> form_places_;  // what PlaceForm::places points into
  std::unordered_map<std::string, std::uint64_t> affixes_;  // "ex-", "-elect" -> the flag of its standing
  WordCache place_cache_, noun_cache_, affix_cache_;
};

// Folded and without diacritics: "Volodymyr Zelenskyy", "José" -> "volodymyr zelenskyy", "jose".
std::string name_key(std::string_view written);

// The link that stands for a place of the rules in chains: its first name, so folded.
std::string place_name(const PlaceEntry& entry);

}  // namespace crosscheck::people
