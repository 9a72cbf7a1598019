// The tagger's weights as they lie in weights/tagger.bin, and what of a word it looks at. An averaged perceptron (Collins
// 2002) over joint UPOS|XPOS classes, left to right on its own history. train/train_tagger.cpp writes the file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "syntax/syntax.h"
#include "syntax/wordnet.h"

namespace crosscheck {

// The file, little-endian: Header, rows (a byte a class, weight + 128), slots, known words, lemmas, texts.
namespace tagger_file {

inline constexpr std::uint32_t kMagic = 0x47544343, kVersion = 1;
inline constexpr std::size_t kClasses = 48;   // three vectors of 16 bytes; rarer tags join another of the same part of speech
inline constexpr std::uint8_t kStart = 62;    // the tag before the first word
inline constexpr std::uint8_t kNoClass = 63;
inline constexpr unsigned kRowBits = 17;      // a slot holds row + 1 in its low bits and a fingerprint above; 0 is free

using Row = std::array<std::uint8_t, kClasses>;
inline constexpr Row kNoWeights{};            // adds the same to every class

// Open addressing, key 0 is free. Keys are 64-bit hashes: with a few thousand of them nobody will ever see two meet.
struct Known {
  std::uint64_t key;
  std::uint32_t value;
  std::uint32_t reserved;
};

struct Header {
  std::uint32_t magic, version, classes, rows;
  std::uint32_t slots, known, lemmas, texts;  // slots, known, lemmas: powers of two
  std::uint64_t seed;
  std::array<std::uint8_t, 64> upos, xpos;
  std::array<std::uint8_t, 24> reserved;      // rows begin at a multiple of 64
};
static_assert(sizeof(Header) == 192);

constexpr std::uint32_t fingerprint(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 49); }
std::uint32_t find_known(const Known* table, std::uint32_t size, std::uint64_t key);  // 0: not there

}  // namespace tagger_file

// A view of the file. Safe to use from several threads.
class TaggerModel {
 public:
  explicit TaggerModel(std::string_view file);  // aligned to 64, must live longer; throws std::runtime_error

  const tagger_file::Row* row(std::uint64_t feature) const {  // kNoWeights: no weights
    const std::uint32_t wanted = tagger_file::fingerprint(feature);
    for (std::uint32_t at = static_cast<std::uint32_t>(feature) & slot_mask_; slots_[at] != 0; at = (at + 1) & slot_mask_)
      if (slots_[at] >> tagger_file::kRowBits == wanted)
        return rows_ + (slots_[at] & ((1u << tagger_file::kRowBits) - 1)) - 1;
    return &tagger_file::kNoWeights;
  }
  void prefetch(std::uint64_t feature) const { __builtin_prefetch(slots_ + (static_cast<std::uint32_t>(feature) & slot_mask_)); }

  std::uint32_t ambiguity(std::uint64_t folded_key) const;    // 0: unknown
  std::uint8_t certain(std::uint64_t written_key) const;      // a class, or kNoClass
  std::string_view lemma(std::uint64_t lemma_key) const;      // "" where the rules will do
  std::uint32_t classes() const { return header_->classes; }
  std::uint8_t class_of(Upos upos, Xpos xpos) const;          // kNoClass where there is none
  Upos upos(std::uint8_t c) const { return static_cast<Upos>(header_->upos[c]); }
  Xpos xpos(std::uint8_t c) const { return static_cast<Xpos>(header_->xpos[c]); }

 private:
  const tagger_file::Header* header_;
  const tagger_file::Row* rows_;
  const std::uint32_t* slots_;
  std::uint32_t slot_mask_;
  const tagger_file::Known* known_;
  const tagger_file::Known* lemmas_;
  const char* texts_;
};

// "1,200", "plan", "Plan", "NATO", "iPhone"; and capitals of a headline, which say nothing.
enum class Casing : std::uint8_t { none, lower, capital, upper, mixed, headline };

// How a word looks: all that features are made of but its dictionary entries.
struct WordLook {
  Casing casing = Casing::none;
  std::uint64_t shape = 0;          // hash of the collapsed shape: "Xx", "d.d", "X.X."
  std::uint64_t folded_key = 0;     // of the folded form, quotes straight, digits 0
  std::uint64_t written_key = 0;    // of folded form and casing
};
WordLook look(std::string_view written, std::string_view folded, bool headline_capitals);

std::uint64_t lemma_key(std::string_view folded, Upos upos, Xpos xpos);

// The features of a word for itself and for the word before it, and the parts that features of the context are made of.
struct WordFeatures {
  static constexpr std::size_t kMostOwn = 24, kMostRight = 6;
  std::array<std::uint64_t, kMostOwn> own{};
  std::array<std::uint64_t, kMostRight> right{};
  std::size_t own_count = 0, right_count = 0;
  std::uint64_t form = 0, suffix3 = 0, ambiguity = 0, mask = 0, shape = 0;
};
WordFeatures word_features(std::string_view folded, const WordLook& look, std::uint32_t ambiguity, const WordNet& wordnet);
WordFeatures outside_sentence();  // before the first word and behind the last

// What the context says of a word: l the word to the left, w the word, r and r2 those to the right, t1 and t2 the classes
// of the word before and the one before that.
inline constexpr std::size_t kContextFeatures = 14;
inline constexpr std::size_t kTaglessFeatures = 5;  // the first ones do not depend on t1 and t2

constexpr std::uint64_t feature(std::uint64_t name, std::uint64_t a, std::uint64_t b = 0) {
  std::uint64_t h = (a + name * 0x9e3779b97f4a7c15u) * 0xbf58476d1ce4e5b9u;
  h = (h ^ (h >> 32) ^ (b * 0xd6e8feb86659fd93u)) * 0x94d049bb133111ebu;
  return h ^ (h >> 29);
}

template <class W>
inline void tagless_features(const W& l, const W& w, const W& r, const W& r2, std::uint64_t* out) {
  out[0] = feature(101, l.form);
  out[1] = feature(102, r2.form);
  out[2] = feature(103, l.form, w.form);
  out[3] = feature(104, w.form, r.form);
  out[4] = feature(105, l.shape, w.shape);
}
template <class W>
inline void tag_features(const W& w, const W& r, std::uint64_t t1, std::uint64_t t2, std::uint64_t* out) {
  const std::uint64_t both = t1 << 6 | t2;
  out[0] = feature(106, t1);
  out[1] = feature(107, both);
  out[2] = feature(108, w.form, t1);
  out[3] = feature(109, w.suffix3, t1);
  out[4] = feature(110, w.ambiguity, t1);
  out[5] = feature(111, w.mask, t1);
  out[6] = feature(112, w.ambiguity, both);
  out[7] = feature(113, r.form, t1);
  out[8] = feature(114, w.ambiguity + r.ambiguity * 0x9e3779b97f4a7c15u, t1);
}

}  // namespace crosscheck
