// A match becomes a claim: values, the shortest span that carries it, its world and voices, and one claim for each of
// several people named together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/claims.h"
#include "claim/match.h"
#include "claim/slot_values.h"
#include "claim/voices.h"
#include "claim/worlds.h"

namespace crosscheck {

class ClaimMaker {
 public:
  ClaimMaker(const StoryIndex& index, const ProgramSet& programs)
      : index_(index), programs_(programs), values_(index, programs), voices_(index) {}

  // Before the first claim of a sentence.
  void begin_sentence(std::uint32_t sentence);

  void from_match(const Match& match, std::vector<Claim>& out);
  // Claims of the ready-made kinds: one for each clause with a verb, quote, and spelling of a name.
  void from_clause(std::uint32_t clause, std::vector<Claim>& out);
  void from_quote(std::uint32_t quote, std::vector<Claim>& out);
  void from_name(std::uint32_t name, std::vector<Claim>& out);
  void from_wording(std::vector<Claim>& out);  // the one begun
  void from_statement(std::uint32_t clause, std::vector<Claim>& out);  // of the sentence begun
  // Claims that a mention carries (loose_claims.cpp): an amount, a day or hour, a score, a word hit of a [choices] line.
  void from_figure(std::uint32_t quantity, std::vector<Claim>& out);
  void from_moment(std::uint32_t time, std::vector<Claim>& out);
  void from_spot(std::uint32_t name, std::vector<Claim>& out);
  void from_score(std::uint32_t score, std::vector<Claim>& out);
  void from_state(std::uint32_t hit, std::vector<Claim>& out);

 private:
  const ClauseWorld& world(std::uint32_t clause);
  Claim& blank(KindId kind, std::uint32_t clause, std::vector<Claim>& out);  // a new one at the end of `out`
  void place(Claim& claim, Span span);
  void set_world(const Match& match, Claim& claim);
  // Copies of out[made], one for each name, or infinitive, that stands beside the one it holds.
  void clone_conjuncts(const Match& match, std::size_t made, std::vector<Claim>& out);
  void clone_contents(const Match& match, std::size_t made, std::vector<Claim>& out) const;
  std::vector<std::uint32_t> conjuncts(std::uint32_t name, std::uint32_t first, std::uint32_t last) const;
  std::uint32_t holder_of(const MentionRef& title) const;
  std::uint32_t conjunct_at(std::uint32_t token, std::uint32_t last, std::uint32_t& end) const;
  bool part_value(const Part& part, SlotValue& out) const;
  void add_verb(const Clause& clause, std::uint32_t slot, Claim& claim) const;
  void add_part(const Part* part, std::uint32_t slot, Claim& claim) const;
  bool said_of(const Part& part, SlotValue& who) const;
  bool state_of(const WordHit& hit, const Clause& clause, SlotValue& who, bool& names) const;
  bool aged(const QuantityMention& age, const NounGroup* group, const Clause* clause, SlotValue& out) const;
  bool person_in(const Clause& clause, std::uint32_t besides, SlotValue& out) const;
  bool verb_hit(const Clause& clause, ListId list) const;
  void from_birth(const Clause& clause, const TimeMention& time, std::vector<Claim>& out);
  bool is_whole(std::uint32_t first) const;
  bool is_share_of_each(const Clause& clause, std::uint32_t first, std::uint32_t last) const;
  bool tells_place(const QuantityMention& figure) const;
  const std::string* scope_of(std::uint32_t first, std::uint32_t last) const;
  bool stands_behind(std::uint32_t first, ListId words) const;
  bool is_difference(std::uint32_t first, std::uint32_t last) const;
  void count_of_subject(const Clause& clause, const QuantityMention& figure, std::uint32_t slot, Claim& claim) const;
  Phrase role_of(std::uint32_t first, ListId roles) const;
  Phrase measure_of(const Clause* clause, std::uint32_t first, std::uint32_t last) const;

  const StoryIndex& index_;
  const ProgramSet& programs_;
  ValueMaker values_;
  Voices voices_;
  std::uint32_t sentence_ = 0;
  std::uint32_t first_clause_ = 0;
  std::vector<ClauseWorld> worlds_;
  std::vector<bool> world_known_;
  bool headline_ = false;
  // What the last word of a [choices] line said, but for the line: one word stands in several.
  struct StateWord {
    std::uint32_t first = kNone, last = 0, head = 0;
    WordEntry::Form form{};
    bool operator==(const StateWord&) const = default;
  } state_word_;
  std::vector<Claim> state_;  // one, or none where it says nothing of anybody
};

// "from 28 to 19 points": an amount without a unit takes that of its companions, and what `sum` lets one work out is added.
void complete_amounts(const Rulebook& rulebook, Claim& claim);

}  // namespace crosscheck
