// How near two lemmas are in WordNet 3.0, from a table made by train/compile_relations.cpp and mapped as it is: nothing
// is parsed at start. Path-based nearness with few steps, see Budanitsky & Hirst 2006, "Evaluating WordNet-based Measures
// of Lexical Semantic Relatedness"; the weights come from trials of our own on pairs of stories.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/wordnet.h"

namespace crosscheck {

// The file, little-endian: Header, buckets, readings, pool, synsets, links, texts. A lemma is found in the bucket
// wordnet_file::hash(lemma, 0) % buckets; its record in texts is one byte of length, its text, and one byte with a bit
// for each WordClass it has. Readings stand in the order of the records, for each record in the order of the bits.
namespace relations_file {
inline constexpr std::uint32_t kMagic = 0x4c524343, kVersion = 1;
struct Header {
  std::uint32_t magic, version, buckets, readings, pool, synsets, links, texts;
};
struct Bucket {  // one more than there are, as the end of the last
  std::uint32_t text, reading;
};
// A lemma as one of the four classes; adverbs have no derivations. In the pool from `first` on: its first synsets, in the order of WordNet's senses,
// then the readings of derivationally related lemmas.
struct Reading {
  std::uint32_t first;
  std::uint8_t word_class, senses, derived, reserved;
};
inline constexpr std::size_t kSenses = 4;  // of a reading, at most
// Of a satellite adjective the "hypernym" is the head of its cluster.
struct Synset {
  std::uint32_t packed;  // hypernym + 1 in the low 24 bits, 0 for none; above it depth (5 bits), and the flags
  std::uint32_t hypernym() const { return packed & 0xffffffu; }
  std::uint32_t depth() const { return packed >> 24 & 31u; }  // of nouns: steps to "entity" over first hypernyms
};
inline constexpr std::uint32_t kPerson = 1u << 29, kLinked = 1u << 30, kBroad = 1u << 31;  // broad: as hypernym says nothing
enum class LinkKind : std::uint32_t { hypernym, antonym };
// What has no place in a synset; sorted. What a verb brings about ("kill", "die") and the senses of verbs that WordNet groups
// count as hypernyms.
struct Link {
  std::uint32_t from;
  LinkKind kind;
  std::uint32_t to;
};
}  // namespace relations_file

// Safe to use from several threads.
class WordRelations {
 public:
  // `file` must live longer and be aligned to 8 bytes; throws std::runtime_error when it is no such file.
  explicit WordRelations(std::string_view file);

  // A lemma looked up: as whatever it can be, or as of one class. Empty for an unknown one.
  struct Entry {
    std::uint32_t first = 0, count = 0;  // readings
    explicit operator bool() const { return count != 0; }
  };
  Entry find(std::string_view lemma) const;  // folded; words of a particle verb are joined by '_': "call_off"
  Entry find(std::string_view lemma, WordClass word_class) const;

  // The same 1; derivation .9; one synset .8; direct hypernym .5; nouns of one narrow parent .3; else 0. Symmetric.
  // Of two senses the first four count; of nouns of one parent the first and the first that is a person.
  double closeness(Entry a, Entry b) const;
  double closeness(std::string_view lemma_a, std::string_view lemma_b) const;  // unknown words: only the same is close

  // Keys of which two lemmas share one whenever their closeness is that of a direct hypernym or more: for finding near words
  // without comparing all. Appended in no order, some perhaps twice.
  void keys(Entry entry, std::vector<std::uint32_t>& out) const;
  static constexpr double kShareKey = .5;  // closeness from which on

  // Antonyms, or synonyms of antonyms, as words of one class. Of nouns and adjectives WordNet's antonyms often set apart what
  // is no contrast in a story: they tell only where everything around the two words is the same.
  bool opposite(Entry a, Entry b) const;

 private:
  bool derived(Entry a, Entry b) const;
  bool linked(std::uint32_t from, relations_file::LinkKind kind, std::uint32_t to) const;
  bool narrower(std::uint32_t child, std::uint32_t parent) const;
  bool siblings(std::uint32_t a, std::uint32_t b) const;
  double closeness(const relations_file::Reading& a, const relations_file::Reading& b) const;
  bool leading(const relations_file::Reading& reading, std::uint32_t sense) const;

  relations_file::Header header_{};
  const relations_file::Bucket* buckets_ = nullptr;
  const relations_file::Reading* readings_ = nullptr;
  const std::uint32_t* pool_ = nullptr;
  const relations_file::Synset* synsets_ = nullptr;
  const relations_file::Link* links_ = nullptr;
  const char* texts_ = nullptr;
};

}  // namespace crosscheck
