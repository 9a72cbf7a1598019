// What WordNet knows of a single word, from a table made by train/compile_wordnet.cpp and mapped as it is: nothing is
// parsed at start. Lemmas by Morphy (WordNet 3.0, morphy(7WN)): exceptions first, then rules of detachment.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "syntax/language.h"

namespace crosscheck {

enum class WordClass : std::uint8_t { noun, verb, adjective, adverb };  // WordNet's own four

// The file, little-endian: Header, entries, slots, exceptions, exception slots, texts. Slots are open addressing with
// linear probing over hash(), holding index + 1; 0 is free.
namespace wordnet_file {
inline constexpr std::uint32_t kMagic = 0x4e574343, kVersion = 1;
struct Header {
  std::uint32_t magic, version, entries, slots, exceptions, exception_slots, texts, reserved;
};
struct Entry {  // sorted by text
  std::uint32_t text;       // offset into texts
  std::uint8_t length;
  std::uint8_t classes;     // bit per WordClass, and below
  std::uint8_t dominant;    // WordClass of the most tagged senses, or 4 where nobody can tell
  std::uint8_t noun_class;  // NounClass of the first noun sense
};
inline constexpr std::uint8_t kCapital = 16, kSmall = 32;  // how the noun is spelt; both for "Turkey" and "turkey"
struct Exception {
  std::uint32_t form, lemma;  // offsets into texts
  std::uint8_t form_length, lemma_length, word_class, reserved;
};
std::uint64_t hash(std::string_view text, std::uint64_t seed);
}  // namespace wordnet_file

// Safe to use from several threads.
class WordNet {
 public:
  // `file` must live longer and be aligned to 8 bytes; throws std::runtime_error when it is no such file.
  explicit WordNet(std::string_view file);

  const wordnet_file::Entry* find(std::string_view folded) const;
  bool has(std::string_view folded, WordClass word_class) const;
  NounClass noun_class(std::string_view lemma) const;
  // Irregular form, as the exception lists have it; "" where there is none.
  std::string_view exception(std::string_view folded, WordClass word_class) const;
  // An inflected form's lemma: exceptions, then detached endings that leave a known word. Nothing where neither helps;
  // the form itself is not looked at.
  std::optional<std::string> detach(std::string_view folded, WordClass word_class) const;

  // Bits 0-3: the word is a lemma of that class; bits 4-7: an inflected form of one.
  std::uint8_t mask(std::string_view folded) const { return mask(folded, find(folded)); }
  std::uint8_t dominant(std::string_view folded) const;  // 0-3, or 4
  // The same for whoever has found the word's entry, or that there is none (nullptr), and its mask.
  std::uint8_t mask(std::string_view folded, const wordnet_file::Entry* entry) const;
  static std::uint8_t dominant(const wordnet_file::Entry* entry, std::uint8_t mask);

 private:
  static constexpr std::size_t kLongest = 60;  // bytes; what is longer is no inflected word
  using Buffer = std::array<char, kLongest + 4>;
  std::string_view detached(std::string_view folded, WordClass word_class, Buffer& lemma) const;  // "": none

  std::string_view text(std::uint32_t offset, std::uint8_t length) const { return {texts_ + offset, length}; }

  wordnet_file::Header header_{};
  const wordnet_file::Entry* entries_ = nullptr;
  const std::uint32_t* slots_ = nullptr;
  const wordnet_file::Exception* exceptions_ = nullptr;
  const std::uint32_t* exception_slots_ = nullptr;
  const char* texts_ = nullptr;
};

}  // namespace crosscheck
