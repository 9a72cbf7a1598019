// A sentence cut as finely as figures need it: "28-point" into 28, a hyphen and "point", "£3.2bn" into a sign, 3.2 and "bn".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "mention/figure_lexicon.h"
#include "story/story.h"
#include "syntax/syntax.h"

namespace crosscheck {

struct Lexeme {
  enum class Kind : std::uint8_t { word, number, hyphen, mark };
  Kind kind = Kind::word;
  bool glued = false;        // no space before it
  bool whole_token = false;  // the token is this lexeme and no more
  bool valued = false;       // number: a plain decimal number of at most 15 digits
  bool grouped = false;      // number: digits in groups, "12,500"
  bool leading_zero = false; // number: "08", but not "0.5"
  bool taken = false;        // by a mention
  std::uint8_t decimals = 0;
  std::uint8_t digits = 0;   // before the decimal point
  char mark = 0;             // mark: its character where that is ASCII
  std::uint32_t begin = 0, end = 0;  // bytes of the story
  std::uint32_t token = 0;
  std::uint32_t word = FigureLexicon::kNoWord;
  double value = 0;
};

// What was found at a place: how many lexemes it takes (0: nothing) and what it stands for.
struct PhraseFound {
  std::size_t length = 0;
  Figure figure;
  explicit operator bool() const { return length > 0; }
};

// One sentence of a story under the finders' hands.
class SentenceReading {
 public:
  SentenceReading(const Story& story, const Syntax& syntax, const FigureLexicon& lexicon)
      : story_(story), syntax_(syntax), lexicon_(lexicon) {}

  // Cuts the sentence anew; nothing is taken yet.
  void open(std::uint32_t sentence);

  const Story& story() const { return story_; }
  const Syntax& syntax() const { return syntax_; }
  const FigureLexicon& lexicon() const { return lexicon_; }
  std::uint32_t sentence() const { return sentence_; }
  std::size_t size() const { return lexemes_.size(); }
  const Lexeme& operator[](std::size_t i) const { return lexemes_[i]; }
  bool has_figures() const { return !starts_.empty(); }  // some lexeme is a number or begins a phrase of the lexicon
  bool holds(const SectionSet& sections) const { return anywhere_.meets(sections); }  // some lexeme begins one of them

  bool is(std::size_t i, Lexeme::Kind kind) const { return i < lexemes_.size() && lexemes_[i].kind == kind; }
  bool is_mark(std::size_t i, char c) const { return is(i, Lexeme::Kind::mark) && lexemes_[i].mark == c; }
  bool is_number(std::size_t i) const { return is(i, Lexeme::Kind::number); }
  std::string_view text(std::size_t i) const { return std::string_view(story_.text).substr(lexemes_[i].begin, lexemes_[i].end - lexemes_[i].begin); }
  const TaggedToken& tag(std::size_t i) const { return syntax_.tokens[lexemes_[i].token]; }
  bool capital(std::size_t i) const;

  // The lexemes at which something begins, in order: the others need no look.
  const std::vector<std::uint32_t>& starts() const { return starts_; }
  // The sections that have a phrase which begins at lexeme i: whoever needs one of some to begin with asks here first.
  const SectionSet& begins(std::size_t i) const { return edges_[i].begins; }
  // The longest phrase of the section that begins at lexeme i, or ends just before it.
  PhraseFound find(std::size_t i, FigureSection s) const { return has(i, s) ? phrase_at(i, s) : PhraseFound{}; }
  PhraseFound find_before(std::size_t i, FigureSection s) const { return edges_[i].ends.has(s) ? phrase_before(i, s) : PhraseFound{}; }
  bool has(std::size_t i, FigureSection s) const { return i < lexemes_.size() && edges_[i].begins.has(s); }

  bool taken(std::size_t i) const { return lexemes_[i].taken; }
  void take(std::size_t first, std::size_t last) { for (; first < last; ++first) lexemes_[first].taken = true; }

 private:
  struct Edges {
    SectionSet begins, ends;  // of the phrases that begin with the lexeme; that end just before it
  };
  void find_phrases();
  std::size_t behind(std::size_t i, const FigureLexicon::Phrase& phrase) const;  // the lexeme behind it; 0: it is not there
  PhraseFound phrase_at(std::size_t i, FigureSection s) const;
  PhraseFound phrase_before(std::size_t i, FigureSection s) const;
  void cut(std::uint32_t token);
  void split(std::uint32_t token);
  bool behind_lone_point(std::uint32_t begin) const;
  std::size_t add_number(std::uint32_t token, std::size_t at, std::size_t end);
  Lexeme& add(Lexeme::Kind kind, std::uint32_t token, std::size_t begin, std::size_t end);
  void look_up(Lexeme& lexeme) const;

  const Story& story_;
  const Syntax& syntax_;
  const FigureLexicon& lexicon_;
  std::uint32_t sentence_ = 0;
  std::vector<Lexeme> lexemes_;
  std::vector<Edges> edges_;  // parallel to the lexemes, one more at the end
  std::vector<std::uint32_t> starts_;
  SectionSet anywhere_;
};

}  // namespace crosscheck
