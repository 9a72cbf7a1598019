// The words of rules/lexicon/numbers.toml, units.toml and calendar.toml, made into one table: what a word or phrase may
// mean, section by section. Made once a rulebook, read by all threads.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "mention/word_cache.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

// One a [figures.SECTION]; names in figure_lexicon.cpp, in this order. `unit` holds the words of [units], the figure being
// the index into Rulebook::units, `time_unit` those of durations once more; `digits` stands for what no table has, a number in digits.
enum class FigureSection : std::uint8_t {
  cardinal, ordinal, ordinal_ending, scale, scales, scale_short, scale_of_money, group, fraction, vague, hedge,
  hedge_behind, at_least, at_most, at_least_behind, at_most_behind, moved_up, moved_down, moved_by, link_and, link_to,
  link_of, link_between, link_from, link_per, link_in, article, point, minus, another, old, aged, names_by_number, score_cue,
  vote_noun, weekday, weekdays, month, month_or_word, zone, half_day, clock_word, o_clock, morning, midday, afternoon,
  evening, night, tonight, day_word, this_, last, next, that_day, every, ago, earlier, later,
  from_now, weekend, season, early, mid, late, present_ref, past_ref, future_ref, set_word, era, before_year, before_month,
  on_day, quarter_name, quarter_short, century, long_, business_cue, range_cue, year_name, latest, year_back, alike,
  report_period, year_end, holiday, easter_holiday, few, set_adverb, often, open_zone, next_in_line, ended, at_clock, decade_name, since,
  overnight, month_or_name, until, date_link,
  sort_before, doubtful_sign, moved_particle, moves, before_hyphen, compared, per_noun, hundredth, unit_before, fold,
  length_cue, figure_name, complement, person_pronoun, age_closer, counted_adjective, names_behind, letter_apart,
  idiom, age_verb, smaller_said, vote_cue, contrast, multiplied, past_hour, not_decade, unit, time_unit, digits,
};
inline constexpr std::size_t kSections = static_cast<std::size_t>(FigureSection::digits) + 1;

class SectionSet {
 public:
  constexpr SectionSet() = default;
  constexpr SectionSet(std::initializer_list<FigureSection> sections) {
    for (const FigureSection s : sections) add(s);
  }
  constexpr void add(FigureSection s) { words_[static_cast<std::size_t>(s) / 64] |= bit(s); }
  constexpr bool has(FigureSection s) const { return (words_[static_cast<std::size_t>(s) / 64] & bit(s)) != 0; }
  constexpr bool meets(const SectionSet& o) const { return ((words_[0] & o.words_[0]) | (words_[1] & o.words_[1])) != 0; }
  constexpr SectionSet& operator|=(const SectionSet& o) {
    for (std::size_t k = 0; k < words_.size(); ++k) words_[k] |= o.words_[k];
    return *this;
  }
  constexpr bool empty() const { return (words_[0] | words_[1]) == 0; }
  friend constexpr SectionSet operator|(SectionSet a, const SectionSet& b) { return a |= b; }
  friend constexpr SectionSet operator-(SectionSet a, const SectionSet& b) {
    for (std::size_t k = 0; k < a.words_.size(); ++k) a.words_[k] &= ~b.words_[k];
    return a;
  }

 private:
  static constexpr std::uint64_t bit(FigureSection s) { return std::uint64_t{1} << (static_cast<std::size_t>(s) % 64); }
  std::array<std::uint64_t, 2> words_{};
  static_assert(kSections <= 128);
};

class FigureLexicon {
 public:
  static constexpr std::uint32_t kNoWord = 0xffffffff;

  struct Phrase {
    FigureSection section;
    std::vector<std::uint32_t> rest;  // words behind the first
    Figure figure;
  };

  struct Word {
    SectionSet begins;            // of all its phrases
    SectionSet alone;             // of those that are this word and no more
    std::vector<Phrase> phrases;  // by section, longer first
    std::uint64_t seconds = 0;    // the second words of its phrases, one bit for all that are alike in their last six
    bool may_lead(std::uint32_t second) const { return second != kNoWord && (seconds >> (second % 64) & 1) != 0; }
  };

  explicit FigureLexicon(const Rulebook& rulebook);  // must outlive it

  std::uint32_t word(std::string_view folded) const;  // kNoWord where no table has it
  // The same for a token: `id` is its number in the vocabulary, `folded` its form.
  std::uint32_t word(std::uint32_t id, std::string_view folded) const {
    return cache_.of(id, [&] { return word(folded); });
  }
  bool begins(std::uint32_t word, FigureSection s) const { return word != kNoWord && words_[word].begins.has(s); }
  const Word& operator[](std::uint32_t word) const { return words_[word]; }  // of one that some table has

  std::uint32_t money_of(std::size_t unit) const { return money_of_[unit]; }  // "pound" may be "pound sterling"; kNoWord: no money
  std::uint32_t times_unit() const { return times_unit_; }  // of "tenfold"; kNoWord where the units have none
  std::uint32_t share_unit() const { return share_unit_; }  // "percent"; kNoWord
  std::uint32_t second_unit() const { return second_unit_; }  // the base unit of time; kNoWord
  const Unit& unit(std::size_t index) const { return rulebook_.units[index]; }
  // The longest unit symbol that begins (ends) at this byte of `text`, or nothing. Case counts.
  struct Symbol {
    std::uint32_t unit = 0;
    std::uint32_t length = 0;
  };
  std::optional<Symbol> symbol_at(std::string_view text, std::size_t at) const;
  std::optional<std::uint32_t> symbol(std::string_view text) const;  // the unit that has just this symbol
  std::optional<Symbol> symbol_before(std::string_view text, std::size_t end) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return static_cast<std::size_t>(quick_hash(s)); }
  };
  std::uint32_t intern(std::string_view folded);
  void add(FigureSection section, std::string_view phrase, Figure figure);
  void add_units();
  static std::size_t bucket(std::string_view word);

  const Rulebook& rulebook_;
  std::vector<Word> words_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
  WordCache cache_;
  std::bitset<1 << 14> filter_;  // by length and two letters: most words of a story are in no table
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> symbols_;
  std::bitset<256> symbol_first_, symbol_last_;
  std::size_t longest_symbol_ = 0;
  std::uint32_t times_unit_ = kNoWord, share_unit_ = kNoWord, second_unit_ = kNoWord;
  std::vector<std::uint32_t> money_of_;
};

}  // namespace crosscheck
