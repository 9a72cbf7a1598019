#include "syntax/wordnet.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <stdexcept>

namespace crosscheck {
namespace wordnet_file {

// FNV-1a with a last stir, so that the low bits are good enough for a table.
std::uint64_t hash(std::string_view text, std::uint64_t seed) {
  std::uint64_t h = 0xcbf29ce484222325u ^ (seed * 0x9e3779b97f4a7c15u);
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  h ^= h >> 29;
  return h * 0xbf58476d1ce4e5b9u >> 17;
}

}  // namespace wordnet_file

namespace {

struct Ending {
  std::string_view from, to;
};
// Morphy's rules of detachment, in its order, by word class. Adverbs have none.
constexpr Ending kNounEndings[] = {{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"ies", "y"}};
constexpr Ending kVerbEndings[] = {{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}};
constexpr Ending kAdjectiveEndings[] = {{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}};

std::span<const Ending> endings_of(WordClass word_class) {
  switch (word_class) {
    case WordClass::noun: return kNounEndings;
    case WordClass::verb: return kVerbEndings;
    case WordClass::adjective: return kAdjectiveEndings;
    case WordClass::adverb: break;
  }
  return {};
}

}  // namespace

WordNet::WordNet(std::string_view file) {
  using namespace wordnet_file;
  if (file.size() < sizeof(Header)) throw std::runtime_error("word table is cut short");
  std::memcpy(&header_, file.data(), sizeof(Header));
  if (header_.magic != kMagic || header_.version != kVersion) throw std::runtime_error("word table is of another version");
  const std::size_t size = sizeof(Header) + std::size_t{header_.entries} * sizeof(Entry) +
                           std::size_t{header_.slots} * 4 + std::size_t{header_.exceptions} * sizeof(Exception) +
                           std::size_t{header_.exception_slots} * 4 + header_.texts;
  if (file.size() < size) throw std::runtime_error("word table is cut short");
  const char* at = file.data() + sizeof(Header);
  entries_ = reinterpret_cast<const Entry*>(at);
  slots_ = reinterpret_cast<const std::uint32_t*>(at += header_.entries * sizeof(Entry));
  exceptions_ = reinterpret_cast<const Exception*>(at += header_.slots * 4);
  exception_slots_ = reinterpret_cast<const std::uint32_t*>(at += header_.exceptions * sizeof(Exception));
  texts_ = at + header_.exception_slots * 4;
}

const wordnet_file::Entry* WordNet::find(std::string_view folded) const {
  const std::uint32_t mask = header_.slots - 1;
  for (std::uint32_t at = static_cast<std::uint32_t>(wordnet_file::hash(folded, 0)) & mask; slots_[at] != 0;
       at = (at + 1) & mask) {
    const wordnet_file::Entry& entry = entries_[slots_[at] - 1];
    if (text(entry.text, entry.length) == folded) return &entry;
  }
  return nullptr;
}

bool WordNet::has(std::string_view folded, WordClass word_class) const {
  const wordnet_file::Entry* const entry = find(folded);
  return entry != nullptr && (entry->classes >> static_cast<int>(word_class) & 1) != 0;
}

NounClass WordNet::noun_class(std::string_view lemma) const {
  const wordnet_file::Entry* const entry = find(lemma);
  return entry == nullptr ? NounClass::none : static_cast<NounClass>(entry->noun_class);
}

std::string_view WordNet::exception(std::string_view folded, WordClass word_class) const {
  const std::uint32_t mask = header_.exception_slots - 1;
  const auto wanted = static_cast<std::uint8_t>(word_class);
  for (std::uint32_t at = static_cast<std::uint32_t>(wordnet_file::hash(folded, wanted + 1u)) & mask;
       exception_slots_[at] != 0; at = (at + 1) & mask) {
    const wordnet_file::Exception& e = exceptions_[exception_slots_[at] - 1];
    if (e.word_class == wanted && text(e.form, e.form_length) == folded) return text(e.lemma, e.lemma_length);
  }
  return {};
}

std::string_view WordNet::detached(std::string_view folded, WordClass word_class, Buffer& lemma) const {
  if (const std::string_view irregular = exception(folded, word_class); !irregular.empty()) return irregular;
  if (folded.size() > kLongest) return {};
  for (const Ending& ending : endings_of(word_class)) {
    if (folded.size() <= ending.from.size() + 1 || folded.back() != ending.from.back() || !folded.ends_with(ending.from)) continue;
    if (ending.from == "s" && folded.ends_with("ss")) continue;
    char* end = std::copy_n(folded.data(), folded.size() - ending.from.size(), lemma.data());
    end = std::copy(ending.to.begin(), ending.to.end(), end);
    const std::string_view found(lemma.data(), static_cast<std::size_t>(end - lemma.data()));
    if (has(found, word_class)) return found;
  }
  return {};
}

std::optional<std::string> WordNet::detach(std::string_view folded, WordClass word_class) const {
  Buffer buffer;
  const std::string_view lemma = detached(folded, word_class, buffer);
  return lemma.empty() ? std::nullopt : std::optional<std::string>(lemma);
}

std::uint8_t WordNet::mask(std::string_view folded, const wordnet_file::Entry* entry) const {
  unsigned mask = entry == nullptr ? 0u : entry->classes & 15u;
  Buffer buffer;
  for (int c = 0; c < 4; ++c)
    if (!detached(folded, static_cast<WordClass>(c), buffer).empty()) mask |= 16u << c;
  return static_cast<std::uint8_t>(mask);
}

std::uint8_t WordNet::dominant(const wordnet_file::Entry* entry, std::uint8_t mask) {
  if (entry != nullptr) return entry->dominant;
  const unsigned forms = mask >> 4u;
  return static_cast<std::uint8_t>(std::has_single_bit(forms) ? std::countr_zero(forms) : 4);
}

std::uint8_t WordNet::dominant(std::string_view folded) const {
  const wordnet_file::Entry* const entry = find(folded);
  return dominant(entry, entry != nullptr ? 0 : mask(folded, entry));
}

}  // namespace crosscheck
