// Makes weights/tagger.bin: train_tagger weights/wordnet.bin en_ewt-train.conllu.gz weights/tagger.bin
// Deterministic: the same treebank and word table give the same file.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "syntax/tagger_model.h"
#include "syntax/word_rules.h"
#include "syntax/train/conllu.h"

namespace crosscheck {
namespace {

using tagger_file::kClasses;
using tagger_file::kNoClass;
using tagger_file::kStart;
using tagger_file::Known;

constexpr std::uint64_t kSeed = 20251130;
constexpr int kEpochs = 10;
constexpr std::size_t kMostRows = 68000;
constexpr long kOftenEnough = 20;      // occurrences from which a word's classes are believed to be known
constexpr float kMargin = 20;           // by which the right class has to win
constexpr double kForgotten = 0.1;     // share of words learnt as if unknown: news uses known words in new ways
constexpr double kCertain = 0.998;

// SplitMix64 (Steele et al. 2014): the standard library's shuffle differs from one library to the next.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  bool chance(double p) { return static_cast<double>(next() >> 11) < p * 9007199254740992.0; }

 private:
  std::uint64_t state_;
};

bool has_capital(const std::string& form, const std::string& folded) {
  const Casing casing = look(form, folded, false).casing;
  return casing == Casing::capital || casing == Casing::upper;
}

// Headline-like copies beside the sentences themselves. Some words of a headline get their small letters back, as they do
// in a story whose body has them.
std::vector<TreebankSentence> with_copies(const std::vector<TreebankSentence>& sentences, Random& random) {
  std::vector<TreebankSentence> all = sentences;
  for (const TreebankSentence& sentence : sentences) {
    if (sentence.size() < 4 || !random.chance(1.0)) continue;
    const std::size_t dice = random.below(10);
    const int style = dice < 3 ? 0 : dice < 8 ? 1 : 2;
    TreebankSentence with_auxiliaries = sentence;
    if (random.chance(0.5)) for (TreebankToken& token : with_auxiliaries) token.auxiliary_to_drop = false;
    TreebankSentence headline = as_headline(with_auxiliaries, style, random.chance(0.6));
    std::map<std::string, std::string> written;  // by folded form
    for (std::size_t i = 1; i < sentence.size(); ++i) written[fold(sentence[i].form)] = sentence[i].form;
    const bool truecase = random.chance(0.7);
    for (TreebankToken& token : headline) {
      const std::string small = fold(token.form);
      const auto known = written.find(small);
      if (truecase && random.chance(0.7) && known != written.end())
        token.form = known->second;
      else
        token.headline_capitals = has_capital(token.form, small);
    }
    all.push_back(std::move(headline));
  }
  return all;
}

struct Classes {
  std::vector<std::pair<Upos, Xpos>> list;
  std::map<std::pair<Upos, Xpos>, std::uint8_t> id;
};

Classes make_classes(const std::vector<TreebankSentence>& sentences) {
  std::map<std::pair<Upos, Xpos>, long> seen;
  for (const auto& sentence : sentences)
    for (const auto& token : sentence) ++seen[{token.upos, token.xpos}];
  std::vector<std::pair<long, std::pair<Upos, Xpos>>> ranked;
  for (const auto& [pair, count] : seen) ranked.emplace_back(-count, pair);
  std::sort(ranked.begin(), ranked.end());
  Classes classes;
  for (const auto& [count, pair] : ranked) {
    if (classes.list.size() < kClasses) {
      classes.id[pair] = static_cast<std::uint8_t>(classes.list.size());
      classes.list.push_back(pair);
      continue;
    }
    const Upos upos = pair.first;
    const auto same = std::find_if(classes.list.begin(), classes.list.end(), [upos](const auto& c) { return c.first == upos; });
    classes.id[pair] = static_cast<std::uint8_t>(same == classes.list.end() ? 0 : same - classes.list.begin());
  }
  return classes;
}

struct Type {
  WordFeatures features;
  WordFeatures as_unknown;  // if the treebank had never had it
  std::uint8_t certain = kNoClass;
};
struct Corpus {
  std::vector<Type> types;  // 0: outside the sentence
  std::vector<std::vector<std::pair<std::uint32_t, std::uint8_t>>> sentences;  // type, class
};

using Counts = std::map<std::uint64_t, std::array<long, kClasses>>;

// Words whose class need not be asked for: function words and marks that were always the same, and names and other words
// only where WordNet does not know them as anything else.
bool may_be_certain(const std::string& folded, Upos upos, Xpos xpos, const WordNet& wordnet) {
  switch (upos) {
    case Upos::NOUN: return wordnet.mask(folded) == (xpos == Xpos::NNS ? 0x10 : 0x01);
    case Upos::ADJ: return wordnet.mask(folded) == 0x04;
    case Upos::ADV: return wordnet.mask(folded) == 0x08;
    case Upos::VERB: return (xpos == Xpos::VBD || xpos == Xpos::VBZ) && wordnet.mask(folded) == 0x20;
    case Upos::PROPN: case Upos::INTJ: case Upos::X: case Upos::NUM: return false;
    default: return true;
  }
}

struct Knowledge {
  std::vector<Known> table;  // ambiguity classes and certain words
  std::size_t ambiguous = 0, certain = 0;
};

void insert(std::vector<Known>& table, std::uint64_t key, std::uint32_t value) {
  std::size_t at = static_cast<std::uint32_t>(key) & (table.size() - 1);
  while (table[at].key != 0 && table[at].key != key) at = (at + 1) & (table.size() - 1);
  table[at] = {key, value, 0};
}

Knowledge learn_words(const std::vector<TreebankSentence>& sentences, const Classes& classes, const WordNet& wordnet) {
  Counts by_form, by_written;
  std::map<std::uint64_t, std::string> folded_of;
  for (const auto& sentence : sentences)
    for (const auto& token : sentence) {
      const std::string folded = fold(token.form);
      const WordLook word = look(token.form, folded, token.headline_capitals);
      const std::uint8_t c = classes.id.at({token.upos, token.xpos});
      ++by_form[word.folded_key][c];
      ++by_written[word.written_key][c];
      folded_of[word.written_key] = folded;
    }
  Knowledge knowledge;
  knowledge.table.resize(1u << 13);
  for (const auto& [key, counts] : by_form) {
    const long all = std::accumulate(counts.begin(), counts.end(), 0L);
    if (all < kOftenEnough) continue;
    std::uint64_t set = 0;
    for (std::size_t c = 0; c < kClasses; ++c)
      if (counts[c] * 100 >= all) set = feature(7, set, c + 1);
    insert(knowledge.table, key, static_cast<std::uint32_t>(set) | 1u << 20);
    ++knowledge.ambiguous;
  }
  for (const auto& [key, counts] : by_written) {
    const long all = std::accumulate(counts.begin(), counts.end(), 0L);
    const auto best = std::max_element(counts.begin(), counts.end());
    const auto c = static_cast<std::size_t>(best - counts.begin());
    if (all < kOftenEnough || static_cast<double>(*best) < kCertain * static_cast<double>(all)) continue;
    if (!may_be_certain(folded_of[key], classes.list[c].first, classes.list[c].second, wordnet)) continue;
    insert(knowledge.table, key, static_cast<std::uint32_t>(c + 1));
    ++knowledge.certain;
  }
  if ((knowledge.ambiguous + knowledge.certain) * 2 > knowledge.table.size()) throw std::runtime_error("too many frequent words");
  return knowledge;
}

Corpus make_corpus(const std::vector<TreebankSentence>& sentences, const Classes& classes, const Knowledge& knowledge,
                   const WordNet& wordnet) {
  Corpus corpus;
  corpus.types.push_back({outside_sentence(), outside_sentence(), kNoClass});
  std::map<std::pair<std::string, bool>, std::uint32_t> known;
  const auto ask = [&](std::uint64_t key) {
    return tagger_file::find_known(knowledge.table.data(), static_cast<std::uint32_t>(knowledge.table.size()), key);
  };
  for (const auto& sentence : sentences) {
    auto& out = corpus.sentences.emplace_back();
    for (const auto& token : sentence) {
      const auto [at, fresh] = known.emplace(std::pair(token.form, token.headline_capitals), static_cast<std::uint32_t>(corpus.types.size()));
      if (fresh) {
        const std::string folded = fold(token.form);
        const WordLook word = look(token.form, folded, token.headline_capitals);
        const std::uint32_t certain = ask(word.written_key);
        WordLook unknown = word;
        unknown.folded_key = 1;
        unknown.written_key = 2 + static_cast<std::uint64_t>(word.casing);
        corpus.types.push_back({word_features(folded, word, ask(word.folded_key), wordnet), word_features(folded, unknown, 0, wordnet),
                                certain == 0 ? kNoClass : static_cast<std::uint8_t>(certain - 1)});
      }
      out.emplace_back(at->second, classes.id.at({token.upos, token.xpos}));
    }
  }
  return corpus;
}

// Rows are made only when an update needs them.
class Perceptron {
 public:
  Perceptron() : slots_(1u << 21) {}

  std::uint32_t find(std::uint64_t key) const {
    for (std::size_t at = key & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].second == 0) return 0;
      if (slots_[at].first == key) return slots_[at].second;
    }
  }
  std::uint32_t make(std::uint64_t key) {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].second != 0 && slots_[at].first != key) at = (at + 1) & (slots_.size() - 1);
    if (slots_[at].second != 0) return slots_[at].second;
    if (keys_.size() * 10 > slots_.size() * 7) throw std::runtime_error("more features than the table is made for");
    keys_.push_back(key);
    weights_.resize(weights_.size() + kClasses);
    sums_.resize(sums_.size() + kClasses);
    slots_[at] = {key, static_cast<std::uint32_t>(keys_.size())};
    return slots_[at].second;
  }
  void add(std::array<float, kClasses>& scores, std::uint64_t key) const {
    const std::uint32_t row = find(key);
    if (row == 0) return;
    const float* const w = &weights_[(row - 1) * kClasses];
    for (std::size_t c = 0; c < kClasses; ++c) scores[c] += w[c];
  }
  void update(std::uint64_t key, std::uint8_t right, std::uint8_t wrong) {
    const std::size_t base = (make(key) - 1) * kClasses;
    weights_[base + right] += 1;
    weights_[base + wrong] -= 1;
    sums_[base + right] += time_;
    sums_[base + wrong] -= time_;
  }
  void tick() { ++time_; }
  std::size_t rows() const { return keys_.size(); }
  std::uint64_t key(std::size_t row) const { return keys_[row]; }
  double averaged(std::size_t row, std::size_t c) const {
    return weights_[row * kClasses + c] - sums_[row * kClasses + c] / time_;
  }

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> slots_;
  std::vector<std::uint64_t> keys_;
  std::vector<float> weights_;
  std::vector<double> sums_;  // weight = w - sum / time gives the average over all words seen
  double time_ = 1;
};

// All features of word i of a sentence, given the classes of the two words before.
void collect(const Corpus& corpus, const std::vector<std::pair<std::uint32_t, std::uint8_t>>& sentence, std::size_t i,
             std::uint8_t t1, std::uint8_t t2, bool as_unknown, std::vector<std::uint64_t>& out) {
  const auto at = [&](std::size_t j) -> const WordFeatures& {
    return corpus.types[j < sentence.size() ? sentence[j].first : 0].features;
  };
  const WordFeatures& w = as_unknown ? corpus.types[sentence[i].first].as_unknown : at(i);
  const WordFeatures& r = at(i + 1);
  out.assign(w.own.begin(), w.own.begin() + static_cast<std::ptrdiff_t>(w.own_count));
  out.insert(out.end(), r.right.begin(), r.right.begin() + static_cast<std::ptrdiff_t>(r.right_count));
  std::array<std::uint64_t, kContextFeatures> context{};
  tagless_features(i == 0 ? corpus.types[0].features : at(i - 1), w, r, at(i + 2), context.data());
  tag_features(w, r, t1, t2, context.data() + kTaglessFeatures);
  out.insert(out.end(), context.begin(), context.end());
}

std::uint8_t rival_of(const std::array<float, kClasses>& scores, std::size_t classes, std::uint8_t gold) {
  std::size_t best = gold == 0 ? 1 : 0;
  for (std::size_t c = 0; c < classes; ++c)
    if (c != gold && scores[c] > scores[best]) best = c;
  return static_cast<std::uint8_t>(best);
}

void train(const Corpus& corpus, std::size_t classes, Random& random, Perceptron& model) {
  std::vector<std::size_t> order(corpus.sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::uint64_t> features;
  for (int epoch = 1; epoch <= kEpochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    long right = 0, all = 0;
    for (const std::size_t s : order) {
      const auto& sentence = corpus.sentences[s];
      std::uint8_t t1 = kStart, t2 = kStart;
      for (std::size_t i = 0; i < sentence.size(); ++i) {
        const auto [type, gold] = sentence[i];
        collect(corpus, sentence, i, t1, t2, random.chance(kForgotten), features);
        std::array<float, kClasses> scores{};
        for (const std::uint64_t f : features) model.add(scores, f);
        const auto used = scores.begin() + static_cast<std::ptrdiff_t>(classes);
        const auto guess = static_cast<std::uint8_t>(std::max_element(scores.begin(), used) - scores.begin());
        const std::uint8_t rival = rival_of(scores, classes, gold);
        if (scores[gold] < scores[rival] + kMargin)
          for (const std::uint64_t f : features) model.update(f, gold, rival);
        model.tick();
        right += guess == gold;
        ++all;
        t2 = t1;
        t1 = guess;
      }
    }
    std::cout << "epoch " << epoch << ": " << 100.0 * static_cast<double>(right) / static_cast<double>(all) << " % right, "
              << model.rows() << " rows\n" << std::flush;
  }
}

struct Lemmas {
  std::vector<Known> table;
  std::string texts;
};

// Lemmas that neither WordNet nor the rules get right, mostly of contractions and pronouns.
Lemmas learn_lemmas(const std::vector<TreebankSentence>& sentences, const Classes& classes, const WordNet& wordnet) {
  std::map<std::pair<std::string, std::uint8_t>, std::map<std::string, long>> seen;
  for (const auto& sentence : sentences)
    for (const auto& token : sentence)
      ++seen[{fold(token.form), classes.id.at({token.upos, token.xpos})}][fold(token.lemma)];
  Lemmas lemmas;
  lemmas.table.resize(1u << 11);
  std::map<std::string, std::size_t> offsets;
  std::size_t kept = 0;
  for (const auto& [word, counts] : seen) {
    const auto best = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const auto [upos, xpos] = classes.list[word.second];
    const bool open = upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::X || upos == Upos::NUM || upos == Upos::SYM ||
                      upos == Upos::INTJ || upos == Upos::PUNCT;
    const long needed = upos == Upos::VERB || upos == Upos::ADJ || upos == Upos::ADV ? 3 : 2;
    if (open || best->second < needed || best->first.size() > 63 || best->first == rule_lemma(word.first, upos, xpos, wordnet)) continue;
    const auto [at, fresh] = offsets.emplace(best->first, lemmas.texts.size());
    if (fresh) lemmas.texts += best->first;
    if (std::getenv("SHOW_LEMMAS") != nullptr) std::cout << word.first << ' ' << static_cast<int>(upos) << " -> " << best->first << '\n';
    insert(lemmas.table, lemma_key(word.first, upos, xpos), static_cast<std::uint32_t>(at->second << 6 | best->first.size()));
    ++kept;
  }
  if (kept * 2 > lemmas.table.size()) throw std::runtime_error("too many odd lemmas");
  std::cout << kept << " odd lemmas\n";
  return lemmas;
}

// The heaviest rows, in bytes: weight * scale + 128.
struct Packed {
  std::vector<tagger_file::Row> rows;
  std::vector<std::uint32_t> slots;
};

Packed pack(const Perceptron& model) {
  std::vector<std::pair<double, std::size_t>> ranked;
  std::vector<double> sizes;
  for (std::size_t row = 0; row < model.rows(); ++row) {
    double norm = 0;
    for (std::size_t c = 0; c < kClasses; ++c) {
      norm += model.averaged(row, c) * model.averaged(row, c);
      if (model.averaged(row, c) != 0) sizes.push_back(std::abs(model.averaged(row, c)));
    }
    ranked.emplace_back(-norm, row);
  }
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min(ranked.size(), kMostRows));
  const auto high = sizes.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size()) * 0.99998);
  std::nth_element(sizes.begin(), high, sizes.end());
  const double scale = 127 / *high;
  Packed packed;
  packed.slots.resize(1u << 17);
  for (const auto& [norm, row] : ranked) {
    auto& bytes = packed.rows.emplace_back();
    for (std::size_t c = 0; c < kClasses; ++c)
      bytes[c] = static_cast<std::uint8_t>(std::clamp(std::lround(model.averaged(row, c) * scale), -127L, 127L) + 128);
    const std::uint64_t key = model.key(row);
    std::size_t at = static_cast<std::uint32_t>(key) & (packed.slots.size() - 1);
    while (packed.slots[at] != 0) at = (at + 1) & (packed.slots.size() - 1);
    packed.slots[at] = tagger_file::fingerprint(key) << tagger_file::kRowBits | static_cast<std::uint32_t>(packed.rows.size());
  }
  return packed;
}

template <class T>
void write(std::ofstream& out, const std::vector<T>& items) {
  out.write(reinterpret_cast<const char*>(items.data()), static_cast<std::streamsize>(items.size() * sizeof(T)));
}

void write_file(const std::string& path, const Classes& classes, const Packed& packed, const Knowledge& knowledge, const Lemmas& lemmas) {
  const auto size = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  tagger_file::Header header{};
  header.magic = tagger_file::kMagic;
  header.version = tagger_file::kVersion;
  header.classes = size(classes.list.size());
  header.rows = size(packed.rows.size());
  header.slots = size(packed.slots.size());
  header.known = size(knowledge.table.size());
  header.lemmas = size(lemmas.table.size());
  header.texts = size(lemmas.texts.size());
  header.seed = kSeed;
  for (std::size_t c = 0; c < classes.list.size(); ++c) {
    header.upos[c] = static_cast<std::uint8_t>(classes.list[c].first);
    header.xpos[c] = static_cast<std::uint8_t>(classes.list[c].second);
  }
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  write(out, packed.rows);
  write(out, packed.slots);
  write(out, knowledge.table);
  write(out, lemmas.table);
  out << lemmas.texts;
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

void run(const std::string& wordnet_path, const std::string& treebank_path, const std::string& target) {
  std::ifstream in(wordnet_path, std::ios::binary);
  const std::string wordnet_bytes{std::istreambuf_iterator<char>(in), {}};
  const WordNet wordnet(wordnet_bytes);
  const auto sentences = read_treebank(treebank_path);
  Random random(kSeed);
  const auto all = with_copies(sentences, random);
  const Classes classes = make_classes(sentences);
  const Knowledge knowledge = learn_words(all, classes, wordnet);
  std::cout << sentences.size() << " sentences, " << all.size() << " with copies, " << knowledge.ambiguous << " frequent words, "
            << knowledge.certain << " certain\n";
  const Corpus corpus = make_corpus(all, classes, knowledge, wordnet);
  Perceptron model;
  train(corpus, classes.list.size(), random, model);
  write_file(target, classes, pack(model), knowledge, learn_lemmas(sentences, classes, wordnet));
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: train_tagger WORDNET.bin TREEBANK.conllu[.gz] TAGGER.bin\n";
    return 2;
  }
  try {
    crosscheck::run(argv[1], argv[2], argv[3]);
  } catch (const std::exception& error) {
    std::cerr << "train_tagger: " << error.what() << '\n';
    return 2;
  }
}
