// Makes weights/relations.bin from WordNet's dict files: compile_relations /usr/share/wordnet weights/relations.bin
#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "syntax/relations.h"

namespace crosscheck {
namespace {

using namespace relations_file;

constexpr std::array<const char*, 4> kFiles = {"noun", "verb", "adj", "adv"};  // in the order of WordClass
constexpr std::uint32_t kBuckets = 1u << 14;
constexpr int kPersonFile = 18;
// As hypernym of more than that many synsets a meaning is too wide to say anything ("change"), persons apart.
constexpr std::array<int, 4> kManyHyponyms = {80, 50, 1 << 20, 1 << 20};

using SynsetKey = std::pair<int, std::string>;     // class and offset
using LemmaKey = std::pair<std::string, int>;      // text and class

struct Pointer {
  std::string symbol;
  SynsetKey target;
  std::size_t from_word = 0, to_word = 0;  // from 1; 0 for the whole synset
};

struct RawSynset {
  int file = 0;
  std::vector<std::string> words;  // folded
  std::vector<Pointer> pointers;
  bool instance = false;  // a person, a city: names are none of our business
  int hyponyms = 0;
};
using Synsets = std::map<SynsetKey, RawSynset>;

struct Lemma {
  std::vector<SynsetKey> senses;
  std::set<LemmaKey> derived;
};
using Lemmas = std::map<LemmaKey, Lemma>;

std::ifstream open(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return in;
}

std::string fold(std::string word) {
  if (const auto marker = word.find('('); marker != std::string::npos) word.resize(marker);  // "used_to(p)"
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return word;
}

int class_of(char pos) { return pos == 'n' ? 0 : pos == 'v' ? 1 : pos == 'r' ? 3 : 2; }

bool wanted(const std::string& lemma, int word_class) {
  return lemma.size() <= 255 && (word_class == 1 || lemma.find('_') == std::string::npos);
}

void read_synsets(const std::string& folder, int word_class, Synsets& synsets) {
  std::ifstream in = open(folder + "/data." + kFiles[static_cast<std::size_t>(word_class)]);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;  // the licence
    std::istringstream fields(line.substr(0, line.find('|')));
    std::string offset, type, count, word, id, pos, source;
    RawSynset synset;
    int pointers = 0;
    fields >> offset >> synset.file >> type >> count;
    for (int i = std::stoi(count, nullptr, 16); i > 0; --i) {
      fields >> word >> id;
      synset.words.push_back(fold(word));
    }
    fields >> pointers;
    for (; pointers > 0; --pointers) {
      Pointer p;
      fields >> p.symbol >> p.target.second >> pos >> source;
      p.target.first = class_of(pos.at(0));
      p.from_word = std::stoul(source.substr(0, 2), nullptr, 16);
      p.to_word = std::stoul(source.substr(2), nullptr, 16);
      synset.instance = synset.instance || p.symbol == "@i";
      if (p.symbol == "&" && type == "s") p.symbol = "@";
      if (p.symbol == "~") ++synset.hyponyms;
      synset.pointers.push_back(std::move(p));
    }
    synsets.emplace(SynsetKey(word_class, offset), std::move(synset));
  }
}

void read_index(const std::string& folder, int word_class, const Synsets& synsets, Lemmas& lemmas) {
  std::ifstream in = open(folder + "/index." + kFiles[static_cast<std::size_t>(word_class)]);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line);
    std::string text, pos, skipped, offset;
    int count = 0, pointers = 0;
    fields >> text >> pos >> count >> pointers;
    for (int i = 0; i < pointers + 2; ++i) fields >> skipped;  // pointer symbols, sense count, tagged senses
    if (!wanted(text, word_class)) continue;
    Lemma lemma;
    while (fields >> offset && lemma.senses.size() < kSenses)
      if (const SynsetKey key(word_class, offset); !synsets.at(key).instance) lemma.senses.push_back(key);
    if (!lemma.senses.empty()) lemmas.emplace(LemmaKey(text, word_class), std::move(lemma));
  }
}

void relate_derived(const Synsets& synsets, Lemmas& lemmas) {
  for (const auto& [key, synset] : synsets) {
    for (const Pointer& p : synset.pointers) {
      if ((p.symbol != "+" && p.symbol != "\\") || p.from_word == 0 || p.target.first > 2) continue;
      const LemmaKey from(synset.words.at(p.from_word - 1), key.first);
      const LemmaKey to(synsets.at(p.target).words.at(p.to_word - 1), p.target.first);
      if (!lemmas.contains(from) || !lemmas.contains(to) || from == to) continue;
      lemmas[from].derived.insert(to);
      lemmas[to].derived.insert(from);
    }
  }
}

std::uint32_t depth(const Synsets& synsets, SynsetKey key) {
  for (std::uint32_t steps = 0; steps < 31; ++steps) {
    const auto& pointers = synsets.at(key).pointers;
    const auto up = std::find_if(pointers.begin(), pointers.end(), [](const Pointer& p) { return p.symbol == "@"; });
    if (up == pointers.end()) return steps;
    key = up->target;
  }
  return 31;
}

// Synsets that a lemma has, and all above the nouns among them; numbered in order.
std::map<SynsetKey, std::uint32_t> number_synsets(const Synsets& synsets, const Lemmas& lemmas) {
  std::map<SynsetKey, std::uint32_t> ids;
  std::vector<SynsetKey> open;
  for (const auto& [key, lemma] : lemmas) open.insert(open.end(), lemma.senses.begin(), lemma.senses.end());
  while (!open.empty()) {
    const SynsetKey key = open.back();
    open.pop_back();
    if (!ids.emplace(key, 0).second) continue;
    for (const Pointer& p : synsets.at(key).pointers)
      if (p.symbol == "@") open.push_back(p.target);
  }
  std::uint32_t next = 0;
  for (auto& [key, id] : ids) id = next++;
  return ids;
}

struct Tables {
  std::vector<Bucket> buckets;
  std::vector<Reading> readings;
  std::vector<std::uint32_t> pool;
  std::vector<Synset> packed;
  std::vector<Link> links;
  std::string texts;
};

void pack_synsets(const Synsets& synsets, const std::map<SynsetKey, std::uint32_t>& ids, Tables& tables) {
  for (const auto& [key, id] : ids) {
    const RawSynset& raw = synsets.at(key);
    std::uint32_t packed = key.first == 0 ? depth(synsets, key) << 24 : 0;
    const bool person = key.first == 0 && (raw.file == kPersonFile || raw.words.front() == "person");
    if (person) packed |= kPerson;
    if (!person && raw.hyponyms > kManyHyponyms[static_cast<std::size_t>(key.first)]) packed |= kBroad;
    for (const Pointer& p : raw.pointers) {
      const auto target = ids.find(p.target);
      if (target == ids.end()) continue;
      const bool up = p.symbol == "@" || p.symbol == ">" || p.symbol == "$", antonym = p.symbol == "!";
      if (p.symbol == "@" && (packed & 0xffffffu) == 0) packed |= target->second + 1;
      else if (up || antonym) tables.links.push_back({id, up ? LinkKind::hypernym : LinkKind::antonym, target->second});
    }
    if (!tables.links.empty() && tables.links.back().from == id) packed |= kLinked;
    tables.packed.push_back({packed});
  }
  const auto key = [](const Link& link) { return std::tuple(link.from, link.kind, link.to); };
  std::sort(tables.links.begin(), tables.links.end(), [&](const Link& a, const Link& b) { return key(a) < key(b); });
}

void pack_lemmas(const Lemmas& lemmas, const std::map<SynsetKey, std::uint32_t>& ids, Tables& tables) {
  std::vector<std::map<std::string, std::vector<int>>> buckets(kBuckets);
  for (const auto& [key, lemma] : lemmas) buckets[wordnet_file::hash(key.first, 0) & (kBuckets - 1)][key.first].push_back(key.second);
  std::map<LemmaKey, std::uint32_t> numbers;
  std::vector<const Lemma*> in_order;
  for (const auto& bucket : buckets) {
    tables.buckets.push_back({static_cast<std::uint32_t>(tables.texts.size()), static_cast<std::uint32_t>(in_order.size())});
    for (const auto& [text, classes] : bucket) {
      unsigned mask = 0;
      for (const int c : classes) {
        mask |= 1u << c;
        numbers[{text, c}] = static_cast<std::uint32_t>(in_order.size());
        in_order.push_back(&lemmas.at({text, c}));
        tables.readings.push_back({0, static_cast<std::uint8_t>(c), 0, 0, 0});
      }
      tables.texts += static_cast<char>(text.size());
      tables.texts += text;
      tables.texts += static_cast<char>(mask);
    }
  }
  tables.buckets.push_back({static_cast<std::uint32_t>(tables.texts.size()), static_cast<std::uint32_t>(in_order.size())});
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    Reading& reading = tables.readings[i];
    reading.first = static_cast<std::uint32_t>(tables.pool.size());
    reading.senses = static_cast<std::uint8_t>(in_order[i]->senses.size());
    if (in_order[i]->derived.size() > 255) throw std::runtime_error("more derivations than a reading can hold");
    reading.derived = static_cast<std::uint8_t>(in_order[i]->derived.size());
    for (const SynsetKey& sense : in_order[i]->senses) tables.pool.push_back(ids.at(sense));
    for (const LemmaKey& derived : in_order[i]->derived) tables.pool.push_back(numbers.at(derived));
  }
}

template <class T>
void write(std::ofstream& out, const std::vector<T>& items) {
  out.write(reinterpret_cast<const char*>(items.data()), static_cast<std::streamsize>(items.size() * sizeof(T)));
}

void compile(const std::string& folder, const std::string& target) {
  Synsets synsets;
  Lemmas lemmas;
  for (int c = 0; c < 4; ++c) read_synsets(folder, c, synsets);
  for (int c = 0; c < 4; ++c) read_index(folder, c, synsets, lemmas);
  relate_derived(synsets, lemmas);
  const auto ids = number_synsets(synsets, lemmas);
  Tables tables;
  pack_synsets(synsets, ids, tables);
  pack_lemmas(lemmas, ids, tables);
  const auto size = [](const auto& items) { return static_cast<std::uint32_t>(items.size()); };
  const Header header{kMagic, kVersion, kBuckets, size(tables.readings), size(tables.pool), size(tables.packed),
                      size(tables.links), size(tables.texts)};
  std::ofstream out(target, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  write(out, tables.buckets);
  write(out, tables.readings);
  write(out, tables.pool);
  write(out, tables.packed);
  write(out, tables.links);
  out << tables.texts;
  if (!out.flush()) throw std::runtime_error("cannot write " + target);
  std::cout << tables.readings.size() << " readings, " << ids.size() << " synsets, " << tables.links.size() << " links\n";
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: compile_relations FOLDER-OF-WORDNET-3.0 FILE\n";
    return 2;
  }
  try {
    crosscheck::compile(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "compile_relations: " << error.what() << '\n';
    return 2;
  }
}
