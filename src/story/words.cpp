// Tokens: one forward pass; every decision looks at the characters around one byte, so any text takes linear time.
#include "story/words.h"

#include <algorithm>

#include "base/utf8.h"
#include "story/characters.h"

namespace crosscheck {

namespace {

using Kind = CharKind;

constexpr std::uint32_t kLongestWordLooked = 24;  // bytes of the longest abbreviation, clitic or joined word

CharInfo peek(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return {Kind::space, false, false, 0};
  return char_at(text, at);
}

// Whether `comma` groups digits: 1,200 or 12,34,567.
bool groups_digits(std::string_view text, std::uint32_t comma, std::uint32_t end) {
  std::uint32_t digits = 0;
  while (comma + 1 + digits < end && digits < 4 && text[comma + 1 + digits] >= '0' && text[comma + 1 + digits] <= '9') ++digits;
  if (digits == 3) return true;
  return digits == 2 && comma + 3 < end && text[comma + 3] == ',' && groups_digits(text, comma + 3, end);
}

std::uint32_t space_behind(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const CharInfo c = char_at(text, at);
    if (c.kind == Kind::space || c.kind == Kind::quote || text[at] == '<' || text[at] == '>') break;
    at += c.length;
  }
  return at;
}

// A URL reaches to the next space, punctuation at its end taken off.
std::uint32_t url_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t stop = space_behind(text, at, end);
  while (stop > at) {
    const CharInfo c = char_before(text, stop);
    const bool part = is_word(c.kind) || c.kind == Kind::slash || c.kind == Kind::hyphen || c.kind == Kind::hash || c.kind == Kind::percent;
    if (part) break;
    stop -= c.length;
  }
  return stop;
}

bool starts_with_folded(std::string_view text, std::uint32_t at, std::uint32_t end, std::string_view lower) {
  if (end - at < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i)
    if ((text[at + i] | 0x20) != (lower[i] | 0x20)) return false;
  return true;
}

}  // namespace

WordSet word_set(const Rulebook& rulebook, std::string_view list) {
  WordSet words;
  const ListId id = rulebook.list(list);
  if (!id.valid()) return words;
  for (const WordEntry& entry : rulebook[id].entries) words.insert(fold(entry.text));
  return words;
}

WordCutter::WordCutter(const Rulebook& rulebook)
    : clitics_(word_set(rulebook, "clitic")),
      negative_(word_set(rulebook, "negative-clitic")),
      apostrophe_words_(word_set(rulebook, "apostrophe-word")),
      openers_(word_set(rulebook, "sentence-opener")),
      domain_endings_(word_set(rulebook, "domain-ending")),
      quote_cues_(word_set(rulebook, "quote-cue")) {
  add_abbreviations(rulebook, "abbreviation", Abbreviation::inside);
  add_abbreviations(rulebook, "abbreviation-at-end", Abbreviation::at_end);
  add_abbreviations(rulebook, "abbreviation-before-number", Abbreviation::before_number);
  add_abbreviations(rulebook, "abbreviation-before-name", Abbreviation::before_name);
  for (const std::string& two : word_set(rulebook, "joined-word")) {
    const std::size_t space = two.find(' ');
    if (space == std::string::npos) continue;
    joined_[two.substr(0, space) + two.substr(space + 1)] = static_cast<std::uint32_t>(space);
    joined_begin_ |= 1u << (two.front() & 31);
    joined_end_ |= 1u << (two.back() & 31);
  }
  for (const char* section : {"weekday", "month", "zone"})
    for (const auto& [word, figure] : rulebook.figure_section(section)) calendar_.insert(word);
}

void WordCutter::add_abbreviations(const Rulebook& rulebook, std::string_view list, Abbreviation kind) {
  const ListId id = rulebook.list(list);
  if (!id.valid()) return;
  for (const WordEntry& entry : rulebook[id].entries) abbreviations_.insert_or_assign(entry.text, kind);
}

// As written; one that is listed in small letters also with a capital; one in capitals throughout also as "Gen."
WordCutter::Abbreviation WordCutter::abbreviation(std::string_view word) const {
  if (word.size() > kLongestWordLooked) return Abbreviation::none;
  if (const auto found = abbreviations_.find(word); found != abbreviations_.end()) return found->second;
  const std::string lower = fold(word);
  if (const auto found = abbreviations_.find(lower); found != abbreviations_.end()) return found->second;
  if (word.size() > 3 && word[1] >= 'A' && word[1] <= 'Z') {
    std::string titled = lower;
    titled[0] = word[0];
    if (const auto found = abbreviations_.find(titled); found != abbreviations_.end()) return found->second;
  }
  return Abbreviation::none;
}

// The end of "'s" at an apostrophe where that is a clitic and ends there; else `apostrophe`.
std::uint32_t WordCutter::clitic_end(std::string_view text, std::uint32_t apostrophe, std::uint32_t end) const {
  std::uint32_t at = apostrophe + char_at(text, apostrophe).length;
  const std::uint32_t letters = at;
  while (at < end && at - letters < 4 && is_word(char_at(text, at).kind)) at += char_at(text, at).length;
  if (at == letters || at - letters >= 4) return apostrophe;
  std::string folded = "'";
  for (std::uint32_t i = letters; i < at; ++i) folded += static_cast<char>(text[i] | 0x20);
  return clitics_.count(folded) ? at : apostrophe;
}

// Whether "n't" stands around an apostrophe.
bool WordCutter::negative_at(std::string_view text, std::uint32_t apostrophe, std::uint32_t end) const {
  const std::uint32_t t = apostrophe + char_at(text, apostrophe).length;
  if (apostrophe == 0 || t >= end || is_word(peek(text, t + 1, end).kind)) return false;
  const char form[] = {static_cast<char>(text[apostrophe - 1] | 0x20), '\'', static_cast<char>(text[t] | 0x20)};
  return negative_.count(std::string_view(form, 3)) != 0;
}

// "U.S", "3.5", "News.example", "file.txt": one word; "ended.They" and "2024.The" two.
bool WordCutter::continues_after_dot(std::string_view text, std::uint32_t begin, std::uint32_t dot, std::uint32_t end) const {
  const CharInfo before = char_before(text, dot);
  const CharInfo after = peek(text, dot + 1, end);
  if (!is_word(after.kind)) return false;
  if (before.kind == Kind::digit || after.kind == Kind::digit) return before.kind == after.kind;
  std::uint32_t piece = dot + 1;
  while (piece < end && is_word(char_at(text, piece).kind)) piece += char_at(text, piece).length;
  if (piece - dot - 1 <= after.length) {  // one letter, as in U.S: the letter before must be alone too
    const std::uint32_t alone = dot - before.length;
    if (alone == begin || text[alone - 1] == '.') return true;
  }
  if (after.lower) return true;
  if (piece - dot - 1 > kLongestWordLooked) return false;
  return domain_endings_.count(fold(text.substr(dot + 1, piece - dot - 1))) != 0;
}

// Where the word that begins at `begin` ends, its own full stop and clitics not counted.
std::uint32_t WordCutter::word_end(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t at = begin;
  CharInfo last;
  while (at < end) {
    if (const std::uint32_t run = ascii_word_end(text, at, end); run != at) {
      last = kAsciiKinds[static_cast<unsigned char>(text[run - 1])];
      at = run;
      continue;
    }
    const CharInfo c = char_at(text, at);
    if (c.kind == Kind::space) break;
    if (is_word(c.kind)) { last = c; at += c.length; continue; }
    const std::uint32_t behind = at + c.length;
    const CharInfo next = peek(text, behind, end);
    const bool figures = last.kind == Kind::digit && next.kind == Kind::digit;
    bool goes_on = false;
    switch (c.kind) {
      case Kind::stop: goes_on = continues_after_dot(text, begin, at, end); break;
      case Kind::comma: goes_on = figures && groups_digits(text, at, end); break;
      case Kind::colon: goes_on = figures && text[at] == ':'; break;
      case Kind::slash: goes_on = figures; break;
      case Kind::hyphen: goes_on = is_word(next.kind); break;
      case Kind::dash:  // "10–15", "Russia–Ukraine" with an en dash; an em dash cuts
        goes_on = c.length == 3 && text.substr(at, 3) == "\xe2\x80\x93" && (figures || (char_at(text, begin).upper && next.upper));
        break;
      case Kind::ampersand: goes_on = last.upper && next.upper; break;
      case Kind::apostrophe:
        goes_on = is_word(next.kind) && clitic_end(text, at, end) == at && !negative_at(text, at, end);
        break;
      case Kind::at_sign: goes_on = is_word(next.kind); break;
      case Kind::currency:  // "US$" before a figure is one token
        return text[at] == '$' && next.kind == Kind::digit && last.upper && at - begin <= 3 ? behind : at;
      default: break;
    }
    if (!goes_on) break;
    last = c;
    at = behind;
  }
  return at;
}

// The word with its full stop where that belongs to it: "Gen.", "U.S.", "J.", "No." before a figure.
std::uint32_t WordCutter::with_full_stop(std::string_view text, std::uint32_t begin, std::uint32_t word, std::uint32_t end) const {
  if (word >= end || text[word] != '.' || (word + 1 < end && text[word + 1] == '.')) return word;
  const std::string_view stem = text.substr(begin, word - begin);
  const CharInfo first = char_at(text, begin);
  std::uint32_t next = word + 1;
  while (next < end && text[next] == ' ') ++next;
  const CharInfo after = peek(text, next, end);
  if (first.length == stem.size() && first.upper) {  // an initial, if a name follows
    std::uint32_t name = next;
    while (name < end && is_word(char_at(text, name).kind)) name += char_at(text, name).length;
    return after.upper && !(name - next <= kLongestWordLooked && openers_.count(fold(text.substr(next, name - next)))) ? word + 1 : word;
  }
  if (stem.size() > kLongestWordLooked) return word;
  switch (abbreviation(text.substr(begin, word + 1 - begin))) {
    case Abbreviation::none: break;
    case Abbreviation::before_number: return after.kind == Kind::digit ? word + 1 : word;
    default: return word + 1;
  }
  const bool dotted = stem.size() >= 3 && stem[1] == '.' && first.kind == Kind::letter && char_before(text, word - 1).kind == Kind::stop;
  return dotted ? word + 1 : word;
}

void WordCutter::add_word(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Token>& tokens) const {
  const auto letter = [&](std::uint32_t at) { return static_cast<unsigned char>(text[at]) & 31u; };
  if (end - begin <= 8 && end - begin >= 5 && (joined_begin_ >> letter(begin) & joined_end_ >> letter(end - 1) & 1) != 0) {
    char folded[8];
    for (std::uint32_t i = begin; i < end; ++i) folded[i - begin] = static_cast<char>(text[i] | 0x20);
    if (const auto found = joined_.find(std::string_view(folded, end - begin)); found != joined_.end()) {
      tokens.push_back({begin, begin + found->second});
      tokens.push_back({begin + found->second, end});
      return;
    }
  }
  tokens.push_back({begin, end});
}

// The end of the mark or mark-led word that begins at `at`; `glued`: a word ends there.
std::uint32_t WordCutter::mark_end(std::string_view text, std::uint32_t at, std::uint32_t end, bool glued) const {
  const CharInfo c = char_at(text, at);
  std::uint32_t behind = at + c.length;
  const CharInfo next = peek(text, behind, end);
  const auto run = [&](std::string_view of) {
    while (behind < end && of.find(text[behind]) != std::string_view::npos) ++behind;
    return behind;
  };
  switch (c.kind) {
    case Kind::stop: return run(".");
    case Kind::terminator: return run("!?");
    case Kind::hyphen: return text[at] == '-' ? run("-") : behind;
    case Kind::apostrophe: {
      if (glued) {
        if (const std::uint32_t clitic = clitic_end(text, at, end); clitic != at) return clitic;
        return behind;
      }
      if (next.kind == Kind::apostrophe && text[at] == text[behind]) return behind + next.length;  // '' or ``
      if (!is_word(next.kind)) return behind;
      std::uint32_t word = behind;
      while (word < end && word - behind < 8 && is_word(char_at(text, word).kind)) word += char_at(text, word).length;
      if (next.kind == Kind::digit && word - behind == 3 && (text[word - 1] | 0x20) == 's') return word;  // '80s
      std::string folded = "'";
      folded += fold(text.substr(behind, word - behind));
      return apostrophe_words_.count(folded) ? word : behind;
    }
    case Kind::at_sign: case Kind::hash:
      if (glued || next.kind != Kind::letter) return behind;
      while (behind < end && is_word(char_at(text, behind).kind)) behind += char_at(text, behind).length;
      return behind;
    case Kind::symbol: case Kind::currency:
      return c.length == 1 ? run(text.substr(at, 1)) : behind;  // "****", "$$$"
    default: return behind;
  }
}

void WordCutter::cut(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Token>& tokens) const {
  std::uint32_t at = begin;
  std::uint32_t last_end = begin;  // where the word before ended, if there was one
  bool word_before = false;
  while (at < end) {
    const CharInfo c = char_at(text, at);
    if (c.kind == Kind::space) { at += c.length; continue; }
    if (!is_word(c.kind)) {
      const std::uint32_t behind = mark_end(text, at, end, word_before && last_end == at);
      tokens.push_back({at, behind});
      word_before = behind - at > c.length && c.kind == Kind::apostrophe;
      last_end = at = behind;
      continue;
    }
    std::uint32_t word = ascii_word_end(text, at, end);
    if (word != at && word < end && text[word] == ' ') {  // most words
      add_word(text, at, word, tokens);
      word_before = true;
      last_end = at = word;
      continue;
    }
    word = word_end(text, at, end);
    const char mark = word < end ? text[word] : ' ';
    const bool url = (mark == ':' && text.substr(word, 3) == "://" && word + 3 <= end) || starts_with_folded(text, at, end, "www.") ||
                     (mark == '/' && word + 1 < end && text.substr(at, word - at).find('.') != std::string_view::npos &&
                      char_at(text, at).kind == Kind::letter && is_word(char_at(text, word + 1).kind));
    if (url) {
      word = std::max(word, url_end(text, word, end));
      tokens.push_back({at, word});
    } else if (peek(text, word, end).kind == Kind::apostrophe && word - at > 1 && negative_at(text, word, end)) {
      const std::uint32_t behind = word + char_at(text, word).length + 1;
      add_word(text, at, word - 1, tokens);
      tokens.push_back({word - 1, behind});
      word = behind;
    } else {
      word = with_full_stop(text, at, word, end);
      add_word(text, at, word, tokens);
    }
    word_before = true;
    last_end = at = word;
  }
}

}  // namespace crosscheck
