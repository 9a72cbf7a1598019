// Words that hand over the word, and what stands behind them: "said that …", "wants to …", "praised …", "the claim that …".
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "mention/people_sentence.h"
#include "mention/people_work.h"

namespace crosscheck::people {

// One word that is in some list of cues; a word may be in several.
struct CueWord {
  std::uint32_t kinds = 0;                     // Cue bits
  std::array<std::uint8_t, kCueKinds> length{};  // by kind: tokens from the head on that the longest entry takes
  std::uint32_t end(std::uint32_t head, std::uint32_t kind) const;  // behind the longest entry of the kinds; head + 1 at least
};

enum class Follows : std::uint8_t { nothing, quote, clause, question, infinitive, gerund, phrase, noun };

// What stands behind a cue, and where it begins.
struct Complement {
  Follows kind = Follows::nothing;
  std::uint32_t at = 0;
};

class Cues {
 public:
  explicit Cues(const Work& work);

  const CueWord& at(std::uint32_t token) const { return words_[index_[token]]; }
  bool is(std::uint32_t token, std::uint32_t kinds) const { return (at(token).kinds & kinds) != 0; }
  std::uint32_t kinds_in(std::uint32_t sentence) const { return kinds_in_[sentence]; }  // of all its cues

  // What stands behind the cue with head `head`, from token `from` on. With `addressee`, whom it is said to is passed over.
  Complement behind(const SentenceView& view, std::uint32_t head, std::uint32_t from, bool addressee) const;

 private:
  const Work& w_;
  std::vector<std::uint32_t> index_;  // per token, into words_; 0: no cue
  std::vector<CueWord> words_;
  std::vector<std::uint32_t> kinds_in_;  // per sentence

  // The first token of the clause that the syntax takes for what is said, from `from` on; kNone.
  std::uint32_t content_clause(const SentenceView& view, std::uint32_t head, std::uint32_t from) const;
};

}  // namespace crosscheck::people
