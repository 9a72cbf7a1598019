// Tokens -> lexemes, one pass over the bytes of those tokens that hold figures, hyphens or signs; all others are one word.
#include "mention/lexemes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr std::size_t kMostDigits = 15;     // what a double holds exactly
constexpr std::size_t kLongestToken = 80;   // bytes; longer ones are addresses and the like, no amounts

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// The length of a hyphen, dash or minus sign at `at`; 0: none. U+2010..U+2014, U+2212.
std::size_t dash_at(std::string_view text, std::size_t at) {
  if (text[at] == '-') return 1;
  if (at + 3 > text.size() || text[at] != '\xe2') return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]), third = static_cast<unsigned char>(text[at + 2]);
  const bool dash = (second == 0x80 && third >= 0x90 && third <= 0x94) || (second == 0x88 && third == 0x92);
  return dash ? 3 : 0;
}

std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t behind = at;
  next_code_point(text, behind);
  return behind - at;
}

// Letters beyond ASCII, but no signs: currency signs are U+00A2..U+00A5 and U+20xx, dashes and quotes U+20xx, ° is U+00B0.
bool is_letter_at(std::string_view text, std::size_t at) {
  if (is_ascii_letter(text[at])) return true;
  const auto c = static_cast<unsigned char>(text[at]);
  return c >= 0xc3 && c != 0xe2;
}

struct Vulgar {
  double value;
  std::size_t length;
};

// "½": the fraction that one character stands for, with its length; 0: none. U+00BC..U+00BE, U+2153..U+215E.
Vulgar vulgar_at(std::string_view text, std::size_t at) {
  constexpr double kLatin[] = {1 / 4.0, 1 / 2.0, 3 / 4.0};
  constexpr double kForms[] = {1 / 3.0, 2 / 3.0, 1 / 5.0, 2 / 5.0, 3 / 5.0, 4 / 5.0, 1 / 6.0, 5 / 6.0, 1 / 8.0, 3 / 8.0, 5 / 8.0, 7 / 8.0};
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(at) == 0xc2 && byte(at + 1) >= 0xbc && byte(at + 1) <= 0xbe) return {kLatin[byte(at + 1) - 0xbc], 2};
  if (byte(at) == 0xe2 && byte(at + 1) == 0x85 && byte(at + 2) >= 0x93 && byte(at + 2) <= 0x9e) return {kForms[byte(at + 2) - 0x93], 3};
  return {0, 0};
}

// By byte: whether a token that holds it may be more than one word.
constexpr auto kCuts = [] {
  std::array<bool, 256> cuts{};
  for (unsigned char c = '0'; c <= '9'; ++c) cuts[c] = true;
  for (const unsigned char c : {0x2d, 0x24, 0xe2, 0xc2}) cuts[c] = true;  // '-', '$', signs and dashes, signs and fractions
  return cuts;
}();

bool plain(std::string_view token) {
  return std::none_of(token.begin(), token.end(), [](char c) { return kCuts[static_cast<unsigned char>(c)]; });
}

}  // namespace

void SentenceReading::open(std::uint32_t sentence) {
  sentence_ = sentence;
  lexemes_.clear();
  const Sentence& s = story_.sentences[sentence];
  for (std::uint32_t token = s.first; token < s.last; ++token) cut(token);
  find_phrases();
}

bool SentenceReading::capital(std::size_t i) const { return is_capital(story_.text[lexemes_[i].begin]); }

inline void SentenceReading::look_up(Lexeme& lexeme) const {
  if (lexeme.mark == ',' || lexeme.mark == '.') return;  // but "~", "+"
  if (lexeme.whole_token) {
    const TaggedToken& token = syntax_.tokens[lexeme.token];
    lexeme.word = lexicon_.word(token.word, token.form);
    return;
  }
  const std::string_view raw = std::string_view(story_.text).substr(lexeme.begin, lexeme.end - lexeme.begin);
  if (raw.size() <= 15) lexeme.word = lexicon_.word(fold(raw));  // in place: no allocation for so few letters
}

// Without what its kind alone has: the value of a number, the character of a mark, the word.
inline Lexeme& SentenceReading::add(Lexeme::Kind kind, std::uint32_t token, std::size_t begin, std::size_t end) {
  const bool glued = !lexemes_.empty() && lexemes_.back().end == begin;
  Lexeme& lexeme = lexemes_.emplace_back();
  lexeme.kind = kind;
  lexeme.glued = glued;
  lexeme.whole_token = begin == story_.tokens[token].begin && end == story_.tokens[token].end;
  lexeme.begin = static_cast<std::uint32_t>(begin);
  lexeme.end = static_cast<std::uint32_t>(end);
  lexeme.token = token;
  return lexeme;
}

// A point that belongs to no word or figure before it.
bool SentenceReading::behind_lone_point(std::uint32_t begin) const {
  if (lexemes_.empty() || lexemes_.back().mark != '.' || lexemes_.back().end != begin) return false;
  const std::uint32_t at = lexemes_.back().begin;
  return at == 0 || story_.text[at - 1] == ' ' || story_.text[at - 1] == '(';
}

// Digits with groups and one decimal point: "12,500.75", "12,34,567". Anything else with two points or misplaced commas has no value.
std::size_t SentenceReading::add_number(std::uint32_t token, std::size_t at, std::size_t end) {
  const std::string_view text = story_.text;
  const std::size_t begin = at;
  bool grouped = false;
  std::size_t digits = 0, decimals = 0, points = 0, group = 0;
  bool bad_group = false;
  double value = 0, scale = 1;
  while (at < end) {
    if (is_digit(text[at])) {
      if (points == 0) { ++digits; value = value * 10 + (text[at] - '0'); }
      else { ++decimals; scale *= 10; value = value * 10 + (text[at] - '0'); }
      ++group;
      ++at;
      continue;
    }
    const bool inside = at + 1 < end && is_digit(text[at + 1]) && (text[at] == ',' || text[at] == '.');
    if (!inside) break;
    if (text[at] == ',') {
      bad_group = bad_group || points > 0 || (grouped && group != 3 && group != 2) || (!grouped && group > 3);
      grouped = true;
    } else {
      bad_group = bad_group || (grouped && group != 3);
      ++points;
    }
    group = 0;
    ++at;
  }
  bad_group = bad_group || (grouped && points == 0 && group != 3);
  const Vulgar part = points == 0 ? vulgar_at(text, at) : Vulgar{0, 0};
  const bool mixed = part.length > 0 && at + part.length <= end;
  if (mixed) at += part.length;
  const bool valued = points <= 1 && !bad_group && digits + decimals <= kMostDigits;
  const bool behind_point = valued && points == 0 && !grouped && part.length == 0 && behind_lone_point(begin);  // "batting .312"
  const std::size_t first = behind_point ? lexemes_.back().begin : begin;
  if (behind_point) lexemes_.pop_back();
  Lexeme& lexeme = add(Lexeme::Kind::number, token, first, at);
  lexeme.valued = valued;
  lexeme.grouped = grouped;
  lexeme.leading_zero = !behind_point && digits > 1 && text[begin] == '0';
  lexeme.value = valued ? value / scale : 0;  // both exact, so the quotient is the nearest double
  if (mixed && valued) lexeme.value += part.value;
  if (behind_point) lexeme.value /= std::pow(10.0, static_cast<double>(digits));
  const std::size_t behind = mixed ? 2 : behind_point ? digits : decimals;
  lexeme.decimals = static_cast<std::uint8_t>(std::min<std::size_t>(behind, 255));
  lexeme.digits = static_cast<std::uint8_t>(behind_point ? 0 : std::min<std::size_t>(digits, 255));
  return at;
}

void SentenceReading::cut(std::uint32_t token) {
  const std::size_t begin = story_.tokens[token].begin, end = story_.tokens[token].end;
  const bool possessive = syntax_.tokens[token].xpos == Xpos::POS;  // "'s" is one word, however its apostrophe is written
  if (end - begin <= kLongestToken && !possessive && !plain(std::string_view(story_.text).substr(begin, end - begin))) return split(token);
  const bool mark = !possessive && end - begin == 1 && !is_letter_at(story_.text, begin);
  Lexeme& lexeme = add(mark ? Lexeme::Kind::mark : Lexeme::Kind::word, token, begin, end);
  lexeme.mark = mark ? story_.text[begin] : '\0';
  look_up(lexeme);
}

void SentenceReading::split(std::uint32_t token) {
  const std::string_view text = story_.text;
  const std::size_t end = story_.tokens[token].end;
  for (std::size_t at = story_.tokens[token].begin; at < end;) {
    if (is_digit(text[at]) || vulgar_at(text, at).length > 0) { at = add_number(token, at, end); continue; }
    const std::size_t begin = at;
    Lexeme::Kind kind = Lexeme::Kind::word;
    if (is_letter_at(text, at)) {
      while (at < end && (is_letter_at(text, at) || text[at] == '.' || text[at] == '\'')) at += character_length(text, at);
    } else if (const std::size_t dash = dash_at(text, at)) {
      kind = Lexeme::Kind::hyphen;
      at += dash;
    } else {
      kind = Lexeme::Kind::mark;
      at += character_length(text, at);
    }
    at = std::min(at, end);
    Lexeme& lexeme = add(kind, token, begin, at);
    if (kind == Lexeme::Kind::mark && static_cast<unsigned char>(text[begin]) < 0x80) lexeme.mark = text[begin];
    if (kind != Lexeme::Kind::hyphen) look_up(lexeme);
  }
}

std::size_t SentenceReading::behind(std::size_t i, const FigureLexicon::Phrase& phrase) const {
  std::size_t at = i + 1;
  for (const std::uint32_t word : phrase.rest) {
    if (at < lexemes_.size() && lexemes_[at].kind == Lexeme::Kind::hyphen) ++at;
    if (at >= lexemes_.size() || lexemes_[at].word != word) return 0;
    ++at;
  }
  return at;
}

// Of each section only the longest phrase at a place counts, so a shorter one ends nowhere.
void SentenceReading::find_phrases() {
  edges_.assign(lexemes_.size() + 1, {});
  starts_.clear();
  anywhere_ = {};
  for (std::size_t i = 0; i < lexemes_.size(); ++i) {
    const Lexeme& lexeme = lexemes_[i];
    if (lexeme.word == FigureLexicon::kNoWord && lexeme.kind != Lexeme::Kind::number) continue;
    SectionSet& begins = edges_[i].begins;
    if (lexeme.kind == Lexeme::Kind::number) {
      begins.add(FigureSection::digits);
    } else {
      const FigureLexicon::Word& word = lexicon_[lexeme.word];
      const std::size_t next = is(i + 1, Lexeme::Kind::hyphen) ? i + 2 : i + 1;
      if (next < lexemes_.size() && word.may_lead(lexemes_[next].word))
        for (const FigureLexicon::Phrase& phrase : word.phrases) {
          if (phrase.rest.empty() || begins.has(phrase.section)) continue;
          const std::size_t end = behind(i, phrase);
          if (end == 0) continue;
          begins.add(phrase.section);
          edges_[end].ends.add(phrase.section);
        }
      edges_[i + 1].ends |= word.alone - begins;
      begins |= word.alone;
      if (begins.empty()) continue;
    }
    anywhere_ |= begins;
    starts_.push_back(static_cast<std::uint32_t>(i));
  }
}

PhraseFound SentenceReading::phrase_at(std::size_t i, FigureSection s) const {
  for (const FigureLexicon::Phrase& phrase : lexicon_[lexemes_[i].word].phrases) {
    if (phrase.section < s) continue;
    if (phrase.section > s) break;
    if (const std::size_t at = behind(i, phrase)) return {at - i, phrase.figure};
  }
  return {};
}

PhraseFound SentenceReading::phrase_before(std::size_t i, FigureSection s) const {
  constexpr std::size_t kLongest = 6;
  for (std::size_t back = std::min(kLongest, i); back > 0; --back) {
    if (!has(i - back, s)) continue;
    if (const PhraseFound found = phrase_at(i - back, s); found.length == back) return found;
  }
  return {};
}

}  // namespace crosscheck
