// "RIGA, Oct 8 (Baltic Press Bureau) - ", "Kyiv [Ukraine], December 1 : ", "NIAMEY: ", "(Reuters) - ", "MOSCOW, December 1. /TASS/."
// at the beginning of a story: place, date and agency, in that order, each of which may be missing.
#include <algorithm>

#include "base/utf8.h"
#include "story/head_reading.h"

namespace crosscheck {

namespace {

constexpr std::uint32_t kLongestDateline = 140;  // bytes

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && char_at(text, at).kind == CharKind::space) at += char_at(text, at).length;
  return at;
}

// Capitalised words from `at`; behind the last one. At most five, small ones ("Rio de Janeiro") only between two.
std::uint32_t names_end(std::string_view text, std::uint32_t at, std::uint32_t end, bool& all_caps) {
  std::uint32_t last = at;
  all_caps = true;
  for (int words = 0; words < 5; ++words) {
    if (at >= end || char_at(text, at).kind != CharKind::letter) break;
    const bool upper = char_at(text, at).upper;
    std::uint32_t word = at;
    bool lower = false;
    while (word < end) {
      const CharInfo c = char_at(text, word);
      const bool inside = is_word(c.kind) || c.kind == CharKind::hyphen || c.kind == CharKind::apostrophe ||
                          (c.kind == CharKind::stop && word + 1 < end && (word - at <= 2 || text[word + 1] == ','));
      if (!inside || (c.kind == CharKind::hyphen && text.substr(word, 2) == "--")) break;
      lower = lower || c.lower;
      word += c.length;
    }
    if (!upper && (words == 0 || word - at > 3)) break;
    if (upper) { last = word; all_caps = all_caps && !lower; }
    at = word;
    if (at < end && text[at] == ' ') ++at;
    else break;
  }
  return last;
}

// The dash or colon that ends a dateline; behind it and its spaces, or `at` where there is none.
std::uint32_t mark_end(std::string_view text, std::uint32_t at, std::uint32_t end, bool& colon) {
  const std::uint32_t mark = skip_spaces(text, at, end);
  colon = false;
  if (mark >= end) return at;
  std::uint32_t behind = mark;
  if (text[mark] == ':') { colon = true; behind = mark + 1; }
  else if (text.substr(mark, 2) == "--") behind = mark + 2;
  else if (text[mark] == '-' && mark > at && mark + 1 < end && text[mark + 1] == ' ') behind = mark + 1;
  else if (char_at(text, mark).kind == CharKind::dash) behind = mark + char_at(text, mark).length;
  else return at;
  return skip_spaces(text, behind, end);
}

}  // namespace

std::optional<HeadMatter::Dateline> HeadMatter::dateline(std::string_view text, std::uint32_t begin, std::uint32_t paragraph_end,
                                                         const std::optional<TimeRange>& near) const {
  const std::uint32_t end = std::min(paragraph_end, begin + kLongestDateline);
  Dateline found;
  bool all_caps = false, known = false;
  std::uint32_t at = begin;
  const std::uint32_t place_end = names_end(text, at, end, all_caps);
  if (place_end > at) {
    known = is_place(text.substr(at, place_end - at));
    std::uint32_t last = place_end;
    at = skip_spaces(text, place_end, end);
    if (at < end && text[at] == '[') {  // Kyiv [Ukraine]
      const std::size_t close = text.find(']', at);
      if (close >= end || close - at > 40) return std::nullopt;
      last = static_cast<std::uint32_t>(close + 1);
      at = skip_spaces(text, last, end);
      known = true;
    }
    for (int parts = 0; parts < 3 && at < end && text[at] == ','; ++parts) {
      const std::uint32_t part = skip_spaces(text, at + 1, end);
      found.date = dates_.read_at(text.substr(0, end), part, near);
      if (found.date) {
        if (!found.date->fields.has_date()) return std::nullopt;
        at = static_cast<std::uint32_t>(found.date->end);
        while (at < end && (text[at] == '.' || text[at] == ',')) ++at;
        break;
      }
      bool caps = false;
      const std::uint32_t country = names_end(text, part, end, caps);
      if (country == part) return std::nullopt;
      last = country;
      at = country;
      if (at < end && text[at] == '.') ++at;
    }
    found.place = Span{{}, begin, last};
  }
  std::uint32_t agency = skip_spaces(text, at, end);
  bool listed = false;
  if (agency < end && (text[agency] == '(' || text[agency] == '/')) {
    const std::size_t close = text.find(text[agency] == '(' ? ')' : '/', agency + 1);
    if (close == std::string_view::npos || close >= end || close - agency > 60) return std::nullopt;
    const Line name = lines_.read(text, agency + 1, static_cast<std::uint32_t>(close));
    if (name.words.empty() || name.words.size() > 5 || !name.title_case()) return std::nullopt;
    found.agency = Span{{}, name.words.front().begin, name.words.back().end};
    const SignHit* hit = name.at(Sign::agency, 0);
    listed = hit != nullptr && hit->last == name.words.size();
    at = static_cast<std::uint32_t>(close + 1);
    if (at < end && text[at] == '.') ++at;
  }
  bool colon = false;
  const std::uint32_t behind = mark_end(text, at, end, colon);
  const bool marked = behind != at;
  found.end = marked ? behind : skip_spaces(text, at, end);
  if (found.end >= paragraph_end) return std::nullopt;
  if (!found.place) return found.agency && (marked || listed) ? std::optional(found) : std::nullopt;
  if (found.agency && (marked || found.date || listed)) return found;
  if (found.agency) return std::nullopt;
  if (!marked) return std::nullopt;
  if (found.date) return found;
  const Line place = lines_.read(text, begin, found.place->end);
  if (place.at(Sign::kicker, 0) != nullptr || place.words.size() > 5) return std::nullopt;
  return all_caps || known ? std::optional(found) : std::nullopt;
}

// The dateline stands on the first paragraph of running text, or the second or third where standfirsts come first.
void HeadMatter::read_dateline(Reading& r) const {
  int looked = 0;
  for (std::size_t p = r.first_body; p < r.paragraphs.size() && looked < 3; ++p) {
    const auto& kind = r.paragraphs[p].kind;
    if (kind && *kind != BlockKind::body && *kind != BlockKind::dateline) continue;
    if (kind && *kind == BlockKind::dateline) return;
    ++looked;
    const auto found = dateline(r.text, r.paragraphs[p].begin, r.paragraphs[p].end, r.near);
    if (!found) continue;
    if (found->place) r.story.dateline_place = Span{r.story.id, found->place->begin, found->place->end};
    if (found->date && found->date->range) r.story.dateline_date = found->date->range;
    if (found->agency) add_credit(r, found->agency->begin, found->agency->end, Credit::From::dateline);
    if (found->date && found->date->range && found->date->fields.year) r.add_date(*found->date, DateSource::glued);
    r.cut_front(p, found->end, BlockKind::dateline);
    for (std::size_t before = r.first_body; before < p; ++before)
      if (!r.paragraphs[before].kind) r.paragraphs[before].kind = BlockKind::standfirst;
    return;
  }
}

}  // namespace crosscheck
