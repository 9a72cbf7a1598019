// measure_tagger TREEBANK.conllu[.gz]: how often the tagger is right, and how fast it is.
// Headlines are made of the treebank's sentences: capitals, no auxiliaries. The sentences before and behind one stand for
// the body of its story, from which words get their case back.
#include <algorithm>
#include <ctime>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "syntax/embedded.h"
#include "syntax/tagger.h"
#include "syntax/truecase.h"
#include "syntax/train/conllu.h"

namespace crosscheck {
namespace {

constexpr std::size_t kBody = 20;  // sentences on either side

struct Score {
  long words = 0, upos = 0, xpos = 0, lemmas = 0;
};

class Measure {
 public:
  Measure(std::vector<TreebankSentence> sentences, std::string_view tagger, bool errors)
      : sentences_(std::move(sentences)), model_(tagger), show_errors_(errors) {}

  Score text() {
    Score score;
    truecaser_.next_story();
    for (const auto& sentence : sentences_) {
      auto read = types(sentence);
      if (truecaser_.is_headline(read.data(), read.size())) truecaser_.apply(read.data(), read.size());
      count(sentence, read, score);
    }
    return score;
  }

  Score headlines(bool truecased, int style) {
    Score score;
    for (std::size_t s = 0; s < sentences_.size(); ++s) {
      const TreebankSentence headline = as_headline(sentences_[s], style, false);
      if (headline.size() < 3) continue;
      const auto as_written = types(headline);
      auto read = as_written;
      truecaser_.next_story();
      for (std::size_t b = s < kBody ? 0 : s - kBody; truecased && b < std::min(s + kBody, sentences_.size()); ++b) {
        if (b == s) continue;
        const auto body = types(sentences_[b]);
        truecaser_.learn(body.data(), body.size());
      }
      if (truecaser_.is_headline(read.data(), read.size())) truecaser_.apply(read.data(), read.size());
      count(headline, read, score);
    }
    return score;
  }

  double words_per_second() {
    long words = 0;
    std::vector<std::uint8_t> classes;
    std::vector<std::uint32_t> read;
    const std::clock_t begin = std::clock();
    for (int round = 0; round < 20; ++round)
      for (const auto& sentence : sentences_) {
        read.clear();
        for (const auto& token : sentence) read.push_back(tagger_.type(token.form));
        classes.resize(read.size());
        tagger_.classify(read.data(), read.size(), classes.data());
        words += static_cast<long>(read.size());
      }
    return static_cast<double>(words) * CLOCKS_PER_SEC / static_cast<double>(std::max<std::clock_t>(1, std::clock() - begin));
  }

 private:
  std::vector<std::uint32_t> types(const TreebankSentence& sentence) {
    std::vector<std::uint32_t> types;
    for (const auto& token : sentence) types.push_back(tagger_.type(token.form));
    return types;
  }
  void count(const TreebankSentence& sentence, const std::vector<std::uint32_t>& read, Score& score) {
    std::vector<std::uint8_t> classes(read.size());
    tagger_.classify(read.data(), read.size(), classes.data());
    for (std::size_t i = 0; i < read.size(); ++i) {
      const bool upos = model_.upos(classes[i]) == sentence[i].upos;
      ++score.words;
      score.upos += upos;
      if (show_errors_ && upos && model_.xpos(classes[i]) != sentence[i].xpos)
        std::cout << "X " << sentence[i].form << ' ' << static_cast<int>(sentence[i].xpos) << " : " << static_cast<int>(model_.xpos(classes[i])) << '\n';
      score.xpos += upos && model_.xpos(classes[i]) == sentence[i].xpos;
      const std::size_t slot = tagger_.lemma_slot(tagger_[read[i]], classes[i]);
      const bool lemma = tagger_[read[i]].lemma_text[slot] == fold(sentence[i].lemma);
      score.lemmas += lemma;
      if (show_errors_ && (!upos || !lemma))
        std::cout << (upos ? "L " : "T ") << sentence[i].form << ' ' << static_cast<int>(sentence[i].upos) << ' ' << sentence[i].lemma << " : "
                  << static_cast<int>(model_.upos(classes[i])) << ' ' << tagger_[read[i]].lemma_text[slot] << '\n';
    }
  }

  std::vector<TreebankSentence> sentences_;
  WordNet wordnet_{embedded_wordnet()};
  TaggerModel model_;
  Vocabulary vocabulary_;
  Tagger tagger_{model_, wordnet_, vocabulary_};
  Truecaser truecaser_{tagger_};
  bool show_errors_;
};

void print(const char* what, const Score& s) {
  const auto percent = [&](long n) { return 100.0 * static_cast<double>(n) / static_cast<double>(std::max(1L, s.words)); };
  std::printf("%-30s %7ld words   UPOS %.2f   UPOS and XPOS %.2f   lemma %.2f\n", what, s.words, percent(s.upos), percent(s.xpos), percent(s.lemmas));
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: measure_tagger TREEBANK.conllu[.gz] [TAGGER.bin [--errors]]\n";
    return 2;
  }
  try {
    std::string bytes;
    if (argc > 2) {
      std::ifstream in(argv[2], std::ios::binary);
      bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    const bool errors = argc > 3;
    crosscheck::Measure measure(crosscheck::read_treebank(argv[1]), argc > 2 ? std::string_view(bytes) : crosscheck::embedded_tagger(), errors);
    crosscheck::print("text", measure.text());
    if (errors) return 0;
    crosscheck::print("headlines without a body", measure.headlines(false, 1));
    crosscheck::print("headlines truecased", measure.headlines(true, 1));
    crosscheck::print("all capitals truecased", measure.headlines(true, 2));
    std::printf("%.2f M words/s\n", measure.words_per_second() / 1e6);
  } catch (const std::exception& error) {
    std::cerr << "measure_tagger: " << error.what() << '\n';
    return 2;
  }
}
