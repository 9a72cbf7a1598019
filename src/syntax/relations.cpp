#include "syntax/relations.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <tuple>

namespace crosscheck {

using namespace relations_file;

namespace {

constexpr double kSame = 1, kDerived = .9, kSynonym = .8, kHypernym = .5, kSibling = .3;
constexpr std::uint32_t kNarrow = 6;  // depth of a parent whose children are alike

bool before(const Link& a, const Link& b) { return std::tie(a.from, a.kind, a.to) < std::tie(b.from, b.kind, b.to); }

}  // namespace

WordRelations::WordRelations(std::string_view file) {
  if (file.size() < sizeof(Header)) throw std::runtime_error("table of relations is cut short");
  std::memcpy(&header_, file.data(), sizeof(Header));
  if (header_.magic != kMagic || header_.version != kVersion)
    throw std::runtime_error("table of relations is of another version");
  const std::size_t buckets = (std::size_t{header_.buckets} + 1) * sizeof(Bucket), readings = header_.readings * sizeof(Reading),
                    pool = header_.pool * sizeof(std::uint32_t), synsets = header_.synsets * sizeof(Synset),
                    links = header_.links * sizeof(Link);
  if (file.size() < sizeof(Header) + buckets + readings + pool + synsets + links + header_.texts)
    throw std::runtime_error("table of relations is cut short");
  const char* at = file.data() + sizeof(Header);
  buckets_ = reinterpret_cast<const Bucket*>(at);
  readings_ = reinterpret_cast<const Reading*>(at += buckets);
  pool_ = reinterpret_cast<const std::uint32_t*>(at += readings);
  synsets_ = reinterpret_cast<const Synset*>(at += pool);
  links_ = reinterpret_cast<const Link*>(at += synsets);
  texts_ = at + links;
}

WordRelations::Entry WordRelations::find(std::string_view lemma) const {
  const Bucket* const bucket = buckets_ + (wordnet_file::hash(lemma, 0) & (header_.buckets - 1));
  std::uint32_t reading = bucket[0].reading;
  for (std::uint32_t at = bucket[0].text; at < bucket[1].text;) {
    const std::size_t length = static_cast<unsigned char>(texts_[at]);
    const auto count = static_cast<std::uint32_t>(std::popcount(static_cast<unsigned char>(texts_[at + 1 + length])));
    if (std::string_view(texts_ + at + 1, length) == lemma) return {reading, count};
    reading += count;
    at += static_cast<std::uint32_t>(length) + 2;
  }
  return {};
}

WordRelations::Entry WordRelations::find(std::string_view lemma, WordClass word_class) const {
  const Entry all = find(lemma);
  for (std::uint32_t r = all.first; r < all.first + all.count; ++r)
    if (readings_[r].word_class == static_cast<std::uint8_t>(word_class)) return {r, 1};
  return {};
}

bool WordRelations::linked(std::uint32_t from, LinkKind kind, std::uint32_t to) const {
  if ((synsets_[from].packed & kLinked) == 0) return false;
  return std::binary_search(links_, links_ + header_.links, Link{from, kind, to}, before);
}

bool WordRelations::narrower(std::uint32_t child, std::uint32_t parent) const {
  if ((synsets_[parent].packed & kBroad) != 0) return false;
  return synsets_[child].hypernym() == parent + 1 || linked(child, LinkKind::hypernym, parent);
}

bool WordRelations::siblings(std::uint32_t a, std::uint32_t b) const {
  const std::uint32_t parent = synsets_[a].hypernym();
  return parent != 0 && parent == synsets_[b].hypernym() && synsets_[parent - 1].depth() >= kNarrow;
}

bool WordRelations::leading(const Reading& reading, std::uint32_t sense) const {
  const std::uint32_t* const senses = pool_ + reading.first;
  const auto person = [&](std::uint32_t s) { return (synsets_[senses[s]].packed & kPerson) != 0; };
  if (sense == 0) return true;
  for (std::uint32_t s = 0; s < sense; ++s)
    if (person(s)) return false;
  return person(sense);
}

double WordRelations::closeness(const Reading& a, const Reading& b) const {
  if (a.word_class != b.word_class) return 0;
  double best = 0;
  for (std::uint32_t i = 0; i < a.senses; ++i) {
    for (std::uint32_t j = 0; j < b.senses; ++j) {
      const std::uint32_t x = pool_[a.first + i], y = pool_[b.first + j];
      if (x == y) return kSynonym;
      if (best >= kHypernym) continue;
      if (narrower(x, y) || narrower(y, x)) best = kHypernym;
      else if (siblings(x, y) && leading(a, i) && leading(b, j)) best = kSibling;
    }
  }
  return best;
}

bool WordRelations::derived(Entry a, Entry b) const {  // the table has them both ways
  for (std::uint32_t r = a.first; r < a.first + a.count; ++r) {
    const std::uint32_t* const begin = pool_ + readings_[r].first + readings_[r].senses;
    if (std::any_of(begin, begin + readings_[r].derived, [&](std::uint32_t d) { return d - b.first < b.count; })) return true;
  }
  return false;
}

void WordRelations::keys(Entry entry, std::vector<std::uint32_t>& out) const {
  for (std::uint32_t r = entry.first; r < entry.first + entry.count; ++r) {
    const Reading& reading = readings_[r];
    out.push_back(header_.synsets + r);  // readings are numbered behind the synsets
    const std::uint32_t* const derived = pool_ + reading.first + reading.senses;
    for (std::uint8_t d = 0; d < reading.derived; ++d) out.push_back(header_.synsets + derived[d]);
    for (std::uint8_t i = 0; i < reading.senses; ++i) {
      const std::uint32_t synset = pool_[reading.first + i];
      out.push_back(synset);
      if (const std::uint32_t parent = synsets_[synset].hypernym(); parent != 0) out.push_back(parent - 1);
      if ((synsets_[synset].packed & kLinked) == 0) continue;
      const Link from{synset, LinkKind::hypernym, 0};
      for (const Link* link = std::lower_bound(links_, links_ + header_.links, from, before); link != links_ + header_.links && link->from == synset && link->kind == LinkKind::hypernym; ++link)
        out.push_back(link->to);
    }
  }
}

double WordRelations::closeness(Entry a, Entry b) const {
  if (!a || !b) return 0;
  if (a.first < b.first + b.count && b.first < a.first + a.count) return kSame;
  if (derived(a, b)) return kDerived;
  double best = 0;
  for (std::uint32_t i = a.first; i < a.first + a.count; ++i)
    for (std::uint32_t j = b.first; j < b.first + b.count; ++j) best = std::max(best, closeness(readings_[i], readings_[j]));
  return best;
}

double WordRelations::closeness(std::string_view lemma_a, std::string_view lemma_b) const {
  return lemma_a == lemma_b ? kSame : closeness(find(lemma_a), find(lemma_b));
}

bool WordRelations::opposite(Entry a, Entry b) const {
  for (std::uint32_t i = a.first; i < a.first + a.count; ++i) {
    for (std::uint32_t j = b.first; j < b.first + b.count; ++j) {
      const Reading &x = readings_[i], &y = readings_[j];
      if (x.word_class != y.word_class) continue;
      for (std::uint32_t s = 0; s < x.senses; ++s)
        for (std::uint32_t t = 0; t < y.senses; ++t)
          if (linked(pool_[x.first + s], LinkKind::antonym, pool_[y.first + t])) return true;
    }
  }
  return false;
}

}  // namespace crosscheck
