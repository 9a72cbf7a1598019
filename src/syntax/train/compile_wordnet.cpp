// Makes weights/wordnet.bin from WordNet's dict files: compile_wordnet /usr/share/wordnet weights/wordnet.bin
// The table is kept in the repository, so that the tagger always sees the very words it was trained with.
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
#include <vector>

#include "syntax/wordnet.h"

namespace crosscheck {
namespace {

struct Word {
  std::uint8_t classes = 0;
  std::array<long, 4> tagged{};   // how often WordNet's concordances have it as noun, verb, adjective, adverb
  std::string noun_synset;        // offset of the first noun sense
};
using Words = std::map<std::string, Word>;

constexpr std::array<const char*, 4> kFiles = {"noun", "verb", "adj", "adv"};
constexpr std::array<const char*, 26> kNounClasses = {
    "none", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling", "food", "group",
    "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process", "quantity", "relation", "shape",
    "state", "substance", "time"};

std::ifstream open(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return in;
}

void read_index(const std::string& folder, int word_class, Words& words) {
  std::ifstream in = open(folder + "/index." + kFiles[static_cast<std::size_t>(word_class)]);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;  // the licence
    std::istringstream fields(line);
    std::string lemma, pos, skipped;
    int synsets = 0, pointers = 0;
    fields >> lemma >> pos >> synsets >> pointers;
    for (int i = 0; i < pointers + 2; ++i) fields >> skipped;  // pointer symbols, sense count, tagged senses
    std::string first;
    fields >> first;
    if (lemma.find('_') != std::string::npos || lemma.size() > 255) continue;
    Word& word = words[lemma];
    word.classes |= static_cast<std::uint8_t>(1 << word_class);
    if (word_class == 0) word.noun_synset = first;
  }
}

void read_counts(const std::string& folder, Words& words) {
  std::ifstream in = open(folder + "/cntlist.rev");
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string key;
    long sense = 0, count = 0;
    fields >> key >> sense >> count;
    const auto percent = key.find('%');
    if (percent == std::string::npos || percent + 1 >= key.size()) continue;
    const auto word = words.find(key.substr(0, percent));
    const int type = key[percent + 1] - '1';  // 1 noun, 2 verb, 3 adjective, 4 adverb, 5 satellite adjective
    if (word != words.end()) word->second.tagged[static_cast<std::size_t>(type == 4 ? 2 : type)] += count;
  }
}

struct Synset {
  int file = 0;
  std::vector<std::string> words;
  std::string hypernym;
};

// A noun's spelling says whether it is a name; parts of names of several words ("New_York") are taken up for that alone.
void note_spelling(const std::string& spelling, Words& words) {
  const bool single = spelling.find('_') == std::string::npos;
  std::istringstream parts(spelling);
  for (std::string part; std::getline(parts, part, '_');) {
    const bool capital = !part.empty() && part[0] >= 'A' && part[0] <= 'Z';
    if (part.size() < 2 || part.size() > 255 || !(capital || single)) continue;
    for (char& c : part)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    words[part].classes |= capital ? wordnet_file::kCapital : wordnet_file::kSmall;
  }
}

std::map<std::string, Synset> read_nouns(const std::string& folder, Words& words) {
  std::map<std::string, Synset> synsets;
  std::ifstream in = open(folder + "/data.noun");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line.substr(0, line.find('|')));
    std::string offset, type, count, word, id, symbol, target, pos, source;
    Synset synset;
    int pointers = 0;
    fields >> offset >> synset.file >> type >> count;
    for (int i = std::stoi(count, nullptr, 16); i > 0; --i) {
      fields >> word >> id;
      synset.words.push_back(word);
      note_spelling(word, words);
    }
    fields >> pointers;
    for (; pointers > 0; --pointers) {
      fields >> symbol >> target >> pos >> source;
      if (symbol == "@" && synset.hypernym.empty()) synset.hypernym = target;
    }
    synsets.emplace(offset, std::move(synset));
  }
  return synsets;
}

// File 03 holds the tops of all the others ("person", "event"): they belong to the class they head.
std::uint8_t noun_class(const std::map<std::string, Synset>& synsets, std::string offset) {
  for (int steps = 0; steps < 20; ++steps) {
    const auto found = synsets.find(offset);
    if (found == synsets.end()) return 0;
    const Synset& synset = found->second;
    if (synset.file > 3) return static_cast<std::uint8_t>(synset.file - 3);
    for (std::size_t c = 1; c < kNounClasses.size(); ++c)
      if (std::count(synset.words.begin(), synset.words.end(), kNounClasses[c]) > 0) return static_cast<std::uint8_t>(c);
    offset = synset.hypernym;
  }
  return 0;
}

std::uint8_t dominant(const Word& word) {
  std::uint8_t best = 4;
  long most = 0;
  for (std::uint8_t c = 0; c < 4; ++c) {
    if ((word.classes & 15u) == 1u << c) return c;
    if (word.tagged[c] > most) {
      most = word.tagged[c];
      best = c;
    }
  }
  return best;
}

class Texts {
 public:
  std::uint32_t add(const std::string& text) {
    const auto [at, fresh] = known_.emplace(text, static_cast<std::uint32_t>(all_.size()));
    if (fresh) all_ += text;
    return at->second;
  }
  const std::string& all() const { return all_; }

 private:
  std::map<std::string, std::uint32_t> known_;
  std::string all_;
};

void insert(std::vector<std::uint32_t>& slots, std::uint64_t hash, std::size_t index) {
  std::size_t at = static_cast<std::uint32_t>(hash) & (slots.size() - 1);
  while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
  slots[at] = static_cast<std::uint32_t>(index + 1);
}

template <class T>
void write(std::ofstream& out, const std::vector<T>& items) {
  out.write(reinterpret_cast<const char*>(items.data()), static_cast<std::streamsize>(items.size() * sizeof(T)));
}

std::vector<wordnet_file::Exception> read_exceptions(const std::string& folder, Texts& texts, std::vector<std::uint32_t>& slots) {
  std::vector<wordnet_file::Exception> exceptions;
  for (std::uint8_t c = 0; c < 4; ++c) {
    std::ifstream in = open(folder + "/" + kFiles[c] + ".exc");
    for (std::string line; std::getline(in, line);) {
      std::istringstream fields(line);
      std::string form, lemma;
      fields >> form >> lemma;
      if (lemma.empty() || form == lemma || line.find('_') != std::string::npos || form.size() > 255) continue;
      insert(slots, wordnet_file::hash(form, c + 1u), exceptions.size());
      exceptions.push_back({texts.add(form), texts.add(lemma), static_cast<std::uint8_t>(form.size()),
                            static_cast<std::uint8_t>(lemma.size()), c, 0});
    }
  }
  return exceptions;
}

void compile(const std::string& folder, const std::string& target) {
  Words words;
  for (int c = 0; c < 4; ++c) read_index(folder, c, words);
  read_counts(folder, words);
  const auto synsets = read_nouns(folder, words);
  Texts texts;
  std::vector<wordnet_file::Entry> entries;
  std::vector<std::uint32_t> slots(1u << 18), exception_slots(1u << 14);
  for (const auto& [lemma, word] : words) {
    insert(slots, wordnet_file::hash(lemma, 0), entries.size());
    const std::uint8_t kind = word.noun_synset.empty() ? std::uint8_t{0} : noun_class(synsets, word.noun_synset);
    entries.push_back({texts.add(lemma), static_cast<std::uint8_t>(lemma.size()), word.classes, dominant(word), kind});
  }
  const auto exceptions = read_exceptions(folder, texts, exception_slots);
  if (entries.size() * 10 > slots.size() * 8 || exceptions.size() * 2 > exception_slots.size())
    throw std::runtime_error("more words than the tables are made for");
  const auto size = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  const wordnet_file::Header header{wordnet_file::kMagic, wordnet_file::kVersion, size(entries.size()), size(slots.size()),
                                    size(exceptions.size()), size(exception_slots.size()), size(texts.all().size()), 0};
  std::ofstream out(target, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  write(out, entries);
  write(out, slots);
  write(out, exceptions);
  write(out, exception_slots);
  out << texts.all();
  if (!out.flush()) throw std::runtime_error("cannot write " + target);
  std::cout << entries.size() << " words, " << exceptions.size() << " exceptions\n";
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: compile_wordnet FOLDER-OF-WORDNET-3.0 FILE\n";
    return 2;
  }
  try {
    crosscheck::compile(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "compile_wordnet: " << error.what() << '\n';
    return 2;
  }
}
