// Tables of numerals, units and calendar words from the rulebook.
#include "mention/figure_lexicon.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(FigureSection::unit)> kSectionNames = {
    "cardinal", "ordinal", "ordinal-ending", "scale", "scales", "scale-short", "scale-of-money", "group", "fraction",
    "vague", "hedge", "hedge-behind", "at-least", "at-most", "at-least-behind", "at-most-behind", "moved-up", "moved-down",
    "moved-by", "link-and", "link-to", "link-of", "link-between", "link-from", "link-per", "link-in", "article", "point",
    "minus", "another", "old", "aged", "names-by-number", "score-cue", "vote-noun", "weekday", "weekdays", "month",
    "month-or-word", "zone", "half-day", "clock-word", "o-clock", "morning", "midday", "afternoon", "evening", "night",
    "tonight", "day-word", "this", "last", "next", "that-day", "every", "ago", "earlier",
    "later", "from-now", "weekend", "season", "early", "mid", "late", "present-ref", "past-ref", "future-ref", "set-word", "era",
    "before-year", "before-month", "on-day", "quarter-name", "quarter-short", "century", "long", "business-cue", "range-cue",
    "year-name", "latest", "year-back", "alike", "report-period", "year-end", "holiday", "easter-holiday", "few", "set-adverb",
    "often", "open-zone", "next-in-line", "ended", "at-clock", "decade-name", "since", "overnight", "month-or-name", "until", "date-link",
    "sort-before",
    "doubtful-sign", "moved-particle", "moves", "before-hyphen", "compared", "per-noun", "hundredth", "unit-before", "fold",
    "length-cue", "figure-name", "complement", "person-pronoun", "age-closer", "counted-adjective", "names-behind", "letter-apart",
    "idiom", "age-verb", "smaller-said", "vote-cue",
    "contrast", "multiplied", "past-hour", "not-decade"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xc3; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The plural that nearly all names of units take; others are listed beside it.
std::string plural(const std::string& word) {
  const char last = word.empty() ? ' ' : word.back();
  if (last == 's' || last == '.' || last == '/') return word;
  const bool hissing = last == 'x' || (last == 'h' && word.size() > 1 && (word[word.size() - 2] == 'c' || word[word.size() - 2] == 's'));
  return word + (hissing ? "es" : "s");
}

}  // namespace

FigureLexicon::FigureLexicon(const Rulebook& rulebook) : rulebook_(rulebook) {
  constexpr std::size_t kUsual = 2048;  // words
  words_.reserve(kUsual);
  ids_.reserve(kUsual);
  for (std::size_t i = 0; i < kSectionNames.size(); ++i)
    for (const auto& [phrase, figure] : rulebook.figure_section(kSectionNames[i])) add(static_cast<FigureSection>(i), phrase, figure);
  add_units();
  for (Word& word : words_)
    std::stable_sort(word.phrases.begin(), word.phrases.end(), [](const Phrase& a, const Phrase& b) {
      return a.section != b.section ? a.section < b.section : a.rest.size() > b.rest.size();
    });
}

void FigureLexicon::add_units() {
  const auto& units = rulebook_.units;
  money_of_.assign(units.size(), kNoWord);
  for (std::size_t i = 0; i < units.size(); ++i)
    for (std::size_t m = 0; m < units.size() && units[i].dimension == "mass"; ++m)
      if (units[m].dimension.starts_with("money") && units[m].name.starts_with(units[i].name + " ")) money_of_[i] = static_cast<std::uint32_t>(m);
  for (std::size_t i = 0; i < rulebook_.units.size(); ++i) {
    const Unit& unit = rulebook_.units[i];
    if (unit.dimension == "times" && times_unit_ == kNoWord) times_unit_ = static_cast<std::uint32_t>(i);
    if (unit.dimension == "percent" && unit.factor == 1 && share_unit_ == kNoWord) share_unit_ = static_cast<std::uint32_t>(i);
    if (unit.dimension == "duration" && unit.factor == 1 && second_unit_ == kNoWord) second_unit_ = static_cast<std::uint32_t>(i);
    const Figure index{static_cast<double>(i), static_cast<double>(i)};
    const auto add_word = [&](const std::string& word) {
      add(FigureSection::unit, word, index);
      if (unit.dimension == "duration") add(FigureSection::time_unit, word, index);
    };
    for (const std::string& word : unit.words) {
      add_word(word);
      if (const std::string more = plural(word); more != word) add_word(more);
    }
    for (const std::string& symbol : unit.symbols) {
      if (symbol.empty() || !symbols_.emplace(symbol, static_cast<std::uint32_t>(i)).second) continue;
      symbol_first_.set(static_cast<unsigned char>(symbol.front()));
      symbol_last_.set(static_cast<unsigned char>(symbol.back()));
      longest_symbol_ = std::max(longest_symbol_, symbol.size());
    }
  }
}

std::size_t FigureLexicon::bucket(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front()), last = static_cast<unsigned char>(word.back());
  return ((word.size() & 15) << 10 ^ static_cast<std::size_t>(first & 31) << 5 ^ (last & 31)) & ((1 << 14) - 1);
}

std::uint32_t FigureLexicon::word(std::string_view folded) const {
  if (folded.empty() || !filter_[bucket(folded)]) return kNoWord;
  const auto found = ids_.find(folded);
  return found == ids_.end() ? kNoWord : found->second;
}

std::uint32_t FigureLexicon::intern(std::string_view folded) {
  const auto [at, fresh] = ids_.emplace(std::string(folded), static_cast<std::uint32_t>(words_.size()));
  if (fresh) {
    words_.emplace_back();
    filter_.set(bucket(folded));
  }
  return at->second;
}

// Words of a phrase are parted by spaces or hyphens; in a story either may stand between them. The ending of a possessive is a
// word of its own, as it is a token: "year 's end", "presidents ' day", but "o'clock".
void FigureLexicon::add(FigureSection section, std::string_view phrase, Figure figure) {
  std::vector<std::uint32_t> ids;
  for (std::size_t at = 0; at < phrase.size();) {
    std::size_t end = std::min(phrase.find_first_of(" -", at), phrase.size());
    const std::string_view word = phrase.substr(at, end - at);
    const std::size_t apostrophe = word.find('\'');
    const bool ending = apostrophe != std::string_view::npos && (apostrophe + 1 == word.size() || (apostrophe + 2 == word.size() && word.back() == 's'));
    if (ending && apostrophe > 0) end = at + apostrophe;
    if (end > at) ids.push_back(intern(phrase.substr(at, end - at)));
    at = ending && apostrophe > 0 ? end : end + 1;
  }
  if (ids.empty()) return;
  Word& first = words_[ids.front()];
  Phrase entry{section, {ids.begin() + 1, ids.end()}, figure};
  const bool there = first.begins.has(section) && std::any_of(first.phrases.begin(), first.phrases.end(), [&](const Phrase& p) {
    return p.section == entry.section && p.rest == entry.rest;
  });
  if (there) return;
  first.begins.add(section);
  if (entry.rest.empty()) first.alone.add(section);
  else first.seconds |= std::uint64_t{1} << (entry.rest.front() % 64);
  first.phrases.push_back(std::move(entry));
}

std::optional<FigureLexicon::Symbol> FigureLexicon::symbol_at(std::string_view text, std::size_t at) const {
  if (at >= text.size() || !symbol_first_[static_cast<unsigned char>(text[at])]) return std::nullopt;
  for (std::size_t length = std::min(longest_symbol_, text.size() - at); length > 0; --length) {
    const std::size_t end = at + length;
    if (is_letter(text[end - 1]) && end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) continue;
    if (const auto found = symbols_.find(text.substr(at, length)); found != symbols_.end())
      return Symbol{found->second, static_cast<std::uint32_t>(length)};
  }
  return std::nullopt;
}

std::optional<std::uint32_t> FigureLexicon::symbol(std::string_view text) const {
  const auto found = symbols_.find(text);
  return found == symbols_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<FigureLexicon::Symbol> FigureLexicon::symbol_before(std::string_view text, std::size_t end) const {
  if (end == 0 || end > text.size() || !symbol_last_[static_cast<unsigned char>(text[end - 1])]) return std::nullopt;
  for (std::size_t length = std::min(longest_symbol_, end); length > 0; --length) {
    const std::size_t begin = end - length;
    const bool inside = begin > 0 && (is_letter(text[begin - 1]) || is_digit(text[begin - 1]) || text[begin - 1] == '-');
    if (is_letter(text[begin]) && inside) continue;
    if (const auto found = symbols_.find(text.substr(begin, length)); found != symbols_.end())
      return Symbol{found->second, static_cast<std::uint32_t>(length)};
  }
  return std::nullopt;
}

}  // namespace crosscheck
