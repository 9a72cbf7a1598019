// Amounts with their hedges and what they count: "at least 30", "28-point plan", "roughly four-hour", "Petra Lund, 34,".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mention/amounts.h"
#include "mention/lexemes.h"
#include "mention/mentions.h"
#include "syntax/language.h"

namespace crosscheck {

// The TIMEX3 value of a duration ("PT4H", "P2Y", "PXD"), given the unit's name.
std::string duration_timex(double number, bool vague, const Unit& unit);

class QuantityFinder {
 public:
  struct Draft;  // an amount on its way to a mention
  explicit QuantityFinder(const Language& language) : language_(language) {}

  // Appends the quantities of the sentence, in order; lexemes already taken are left alone, found ones are taken.
  void find(SentenceReading& r, std::vector<QuantityMention>& out) const;

 private:
  bool stands_as_age(const SentenceReading& r, const Draft& d) const;
  bool age_behind_verb(const SentenceReading& r, const Draft& d) const;
  std::size_t ordinal(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const;
  std::size_t amount(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const;
  std::size_t race_time(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const;
  std::size_t article_with_unit(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const;
  std::size_t multiplied(SentenceReading& r, std::size_t i, std::vector<QuantityMention>& out) const;
  bool age(const SentenceReading& r, Draft& d) const;
  bool share_of_number(const SentenceReading& r, Draft& d) const;
  static void hedge(Draft& d, const Figure& figure);
  void hedges(const SentenceReading& r, Draft& d) const;
  void hedges_behind(const SentenceReading& r, Draft& d) const;
  void hyphened_before(const SentenceReading& r, Draft& d) const;
  static bool ends_move(const SentenceReading& r, const Draft& d, const QuantityMention& before);
  void movement(const SentenceReading& r, Draft& d, const QuantityMention* before) const;
  bool moves(const SentenceReading& r, std::size_t from) const;
  void said_again(const SentenceReading& r, Draft& d, const QuantityMention& before) const;
  void borrowed_unit(const SentenceReading& r, Draft& d, const std::vector<QuantityMention>& out) const;
  void unit_of(const SentenceReading& r, Draft& d) const;
  void below_zero(const SentenceReading& r, Draft& d) const;
  void lend_unit(const SentenceReading& r, const Draft& d, std::vector<QuantityMention>& out) const;
  void rate(const SentenceReading& r, Draft& d) const;
  void counted_noun(const SentenceReading& r, Draft& d) const;
  std::string counted_name(const SentenceReading& r, std::uint32_t first, std::uint32_t noun) const;
  std::string sort_before(const SentenceReading& r, const Draft& d) const;
  void hyphened_noun(const SentenceReading& r, Draft& d) const;
  bool is_name(const SentenceReading& r, const Draft& d) const;
  bool is_share(const SentenceReading& r, const Draft& d) const;
  void period(const SentenceReading& r, Draft& d) const;
  bool finish(SentenceReading& r, Draft& d, std::vector<QuantityMention>& out) const;
  void put(SentenceReading& r, const Draft& d, std::vector<QuantityMention>& out) const;
  std::string singular(const SentenceReading& r, std::size_t i) const;
  std::string singular(const TaggedToken& t) const;

  const Language& language_;
};

}  // namespace crosscheck
