#include "story/lines.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "story/characters.h"

namespace crosscheck {

namespace {

constexpr std::size_t kMostWords = 80;  // of a line that is looked at; a longer one is running text

// The line as words, no phrases sought.
Line split(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Line line;
  line.begin = begin;
  line.end = end;
  if (begin >= end) return line;
  line.folded = std::make_unique_for_overwrite<char[]>(end - begin + 3);  // a character may stand across the end
  char* folded = line.folded.get();
  line.words.reserve(std::min<std::size_t>(kMostWords, (end - begin) / 6 + 2));
  for (std::uint32_t at = begin; at < end && line.words.size() < kMostWords;) {
    const CharInfo c = char_at(text, at);
    if (!is_word(c.kind)) { at += c.length; continue; }
    LineWord word;
    word.begin = at;
    word.upper = c.upper || c.kind == CharKind::digit || (c.kind == CharKind::letter && !c.lower);
    bool lower = false;
    std::uint32_t letters = 0;
    const auto take = [&](const CharInfo& inner) {
      lower = lower || inner.lower;
      letters += inner.kind == CharKind::letter;
      at += inner.length;
    };
    while (at < end) {
      for (const std::uint32_t run = ascii_word_end(text, at, end); at < run;) take(kAsciiKinds[static_cast<unsigned char>(text[at])]);
      if (at >= end) break;
      const CharInfo inner = char_at(text, at);
      if (!is_word(inner.kind)) {
        const bool joins = inner.kind == CharKind::apostrophe || inner.kind == CharKind::hyphen;
        if (!joins || at + inner.length >= end || !is_word(char_at(text, at + inner.length).kind)) break;
      }
      take(inner);
    }
    word.end = at;
    word.all_upper = !lower && letters >= 2;
    word.folded = {folded, fold(text.substr(word.begin, word.end - word.begin), folded)};
    folded += word.folded.size();
    line.words.push_back(word);
  }
  return line;
}

}  // namespace

const SignHit* Line::at(Sign sign, std::uint32_t word) const {
  for (const SignHit& hit : signs)
    if (hit.sign == sign && hit.first == word) return &hit;
  return nullptr;
}

const SignHit* Line::any(Sign sign) const {
  for (const SignHit& hit : signs)
    if (hit.sign == sign) return &hit;
  return nullptr;
}

bool Line::title_case() const {
  if (words.empty() || !words.front().upper) return false;
  return std::all_of(words.begin(), words.end(), [](const LineWord& w) { return w.upper || w.small; });
}

bool Line::all_caps() const {
  bool letters = false;
  for (const LineWord& word : words) {
    const bool figure = word.folded[0] >= '0' && word.folded[0] <= '9';
    if (!word.all_upper && !figure && word.folded.size() > 1) return false;
    letters = letters || word.all_upper;
  }
  return letters;
}

LineReader::LineReader(const Rulebook& rulebook) {
  static constexpr std::pair<const char*, Sign> kLists[] = {
      {"date-label", Sign::date_label}, {"update-label", Sign::update_label}, {"byline-opener", Sign::byline_opener},
      {"byline-word", Sign::byline_word}, {"outlet-desk", Sign::outlet_desk}, {"unnamed-agencies", Sign::unnamed_agencies},
      {"outlet-word", Sign::outlet_word}, {"agency", Sign::agency}, {"furniture", Sign::furniture},
      {"furniture-label", Sign::furniture_label}, {"furniture-part", Sign::furniture_part}, {"tag-label", Sign::tag_label},
      {"note-sign", Sign::note_sign}, {"credit-opener", Sign::credit_opener}, {"edited-by", Sign::edited_by}, {"navigation", Sign::navigation},
      {"kicker", Sign::kicker}, {"article", Sign::article}};
  for (const auto& [list, sign] : kLists) add(rulebook, list, sign);
  for (const std::string& word : word_set(rulebook, "small-word")) words_[word].small = true;
  for (auto& [text, word] : words_) {
    std::stable_sort(word.begins.begin(), word.begins.end(), [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
    if (!text.empty()) filter_.set(bucket(text));
  }
}

void LineReader::add(const Rulebook& rulebook, std::string_view list, Sign sign) {
  const ListId id = rulebook.list(list);
  if (!id.valid()) return;
  for (const WordEntry& entry : rulebook[id].entries) {
    Phrase phrase{{}, sign};
    for (const LineWord& word : split(entry.text, 0, static_cast<std::uint32_t>(entry.text.size())).words) phrase.words.emplace_back(word.folded);
    if (phrase.words.empty()) continue;
    Word& first = words_[phrase.words.front()];
    first.begins.push_back(std::move(phrase));
  }
}

Line LineReader::read(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  Line line = split(text, begin, end);
  for (std::uint32_t i = 0; i < line.words.size(); ++i) {
    if (line.words[i].folded.empty() || !filter_[bucket(line.words[i].folded)]) continue;
    const auto found = words_.find(line.words[i].folded);
    if (found == words_.end()) continue;
    line.words[i].small = found->second.small;
    for (const Phrase& phrase : found->second.begins) {
      if (i + phrase.words.size() > line.words.size()) continue;
      bool same = true;
      for (std::size_t k = 1; same && k < phrase.words.size(); ++k) same = line.words[i + k].folded == phrase.words[k];
      if (same) line.signs.push_back({phrase.sign, i, static_cast<std::uint32_t>(i + phrase.words.size())});
    }
  }
  return line;
}

bool ends_like_sentence(std::string_view text) {
  text = trim(text);
  while (!text.empty()) {
    const CharInfo last = char_before(text, text.size());
    switch (last.kind) {
      case CharKind::stop: case CharKind::terminator: case CharKind::ellipsis: return true;
      case CharKind::quote: case CharKind::apostrophe: case CharKind::close_bracket: text.remove_suffix(last.length); break;
      default: return false;
    }
  }
  return false;
}

}  // namespace crosscheck
