// The tagger at work: one object a thread, with a cache that keeps, for every way a word was written, all that does not
// depend on its neighbours.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "syntax/tagger_model.h"
#include "syntax/vocabulary.h"
#include "syntax/wordnet.h"

namespace crosscheck {

class Tagger {
 public:
  using Sums = std::array<std::int16_t, tagger_file::kClasses>;

  // One written form ("Plan" and "plan" are two). By lines of the cache: three of sums, one of what is asked of every token,
  // one of lemmas; behind them what is asked seldom.
  struct alignas(64) Type {
    Sums own;                   // weights for itself
    Sums right;                 // weights for the word before it
    std::uint64_t form = 0, shape = 0;
    const tagger_file::Row* as_left = nullptr;    // weights for the word behind it
    const tagger_file::Row* as_second = nullptr;  // weights for the word two before it
    std::string_view folded;
    std::uint32_t ambiguity = 0;
    std::uint32_t word = 0;            // vocabulary id of the folded form
    std::uint32_t seen_in = 0;         // last story that had it inside a sentence of its body, for truecasing
    std::uint8_t certain = tagger_file::kNoClass;
    Casing casing = Casing::none;
    std::array<std::uint8_t, 3> lemma_class{tagger_file::kNoClass, tagger_file::kNoClass, tagger_file::kNoClass};
    std::array<NounClass, 3> noun_class{};
    std::array<std::uint32_t, 3> lemma{};
    std::array<std::string_view, 3> lemma_text{};
    std::uint64_t suffix3 = 0, mask = 0;
    std::uint32_t lower = 0;           // type of the folded form; 0: not asked for yet
    std::uint32_t headline = 0;        // type with capitals that say nothing; 0: not asked for yet
  };

  Tagger(const TaggerModel& model, const WordNet& wordnet, const Vocabulary& vocabulary);

  // Type ids stay valid until forget(). 0 is what stands outside a sentence.
  std::uint32_t type(std::string_view written, bool headline_capitals = false);
  std::string_view written(std::uint32_t type) const { return written_[type]; }
  Type& operator[](std::uint32_t type) { return types_[type]; }
  // When the cache has grown large (a thread that has read a whole archive): start afresh. Between stories only.
  void forget_if_large();

  // The classes of one sentence.
  void classify(const std::uint32_t* types, std::size_t count, std::uint8_t* classes);
  void classify(const std::vector<std::string_view>& words, std::vector<std::uint8_t>& classes);  // for measuring

  // Slot of Type::lemma for this class.
  std::size_t lemma_slot(Type& type, std::uint8_t c) { return type.lemma_class[0] == c ? 0 : find_lemma(type, c); }

 private:
  struct Slot {
    std::uint64_t hash;
    std::uint32_t type;  // 0: free
    bool headline_capitals;
  };
  std::uint32_t make_type(std::string_view written, bool headline_capitals);
  Sums sum_of(std::span<const std::uint64_t> features) const;
  // The sums of a type behind a class: a few thousand such pairs make up most of what is written. Two lines of the cache.
  struct alignas(128) Behind {
    std::uint32_t pair;  // type << 6 | class; 0: free, since nothing is asked of type 0
    Sums sums;
  };
  static constexpr unsigned kBehindBits = 12;
  void rehash();
  using Pairs = std::array<std::uint64_t, 3>;  // features of a word and its neighbours
  Pairs pairs_of(const std::uint32_t* types, std::size_t count, std::size_t i) const;
  Sums sum_words(const std::uint32_t* types, std::size_t count, std::size_t i, const Pairs& pairs) const;
  const Sums& behind(std::uint32_t type, std::uint8_t t1);
  std::uint8_t best(std::uint32_t type, std::uint32_t right, std::uint8_t t1, std::uint8_t t2, const Sums& by_words);
  std::size_t find_lemma(Type& type, std::uint8_t c);
  std::uint8_t class_by_spelling(std::string_view written) const;

  const TaggerModel& model_;
  const WordNet& wordnet_;
  const Vocabulary& vocabulary_;
  std::vector<Type> types_;
  std::vector<std::string_view> written_;  // parallel to types_
  std::vector<std::unique_ptr<char[]>> texts_;
  std::size_t text_left_ = 0;
  char* text_at_ = nullptr;
  std::vector<Slot> slots_;
  std::vector<Behind> behind_;       // a pair has one place, the latest stays
  std::vector<std::uint32_t> scratch_;
  std::vector<Pairs> pairs_;         // of the sentence at hand
  std::vector<Sums> by_words_;
  std::array<const tagger_file::Row*, 64> after_tag_{};         // by t1
  std::array<const tagger_file::Row*, 64 * 64> after_tags_{};   // by t1 and t2
};

}  // namespace crosscheck
