// What stands below a story: notes on who wrote and edited it, credits, time stamps, tags, the outlet's name alone.
#include <algorithm>

#include "story/head_reading.h"

namespace crosscheck {

namespace {

bool in_brackets(std::string_view text) {
  return text.size() >= 3 && (text.front() == '(' || text.front() == '[') && (text.back() == ')' || text.back() == ']') &&
         text.find(text.front() == '(' ? ')' : ']') == text.size() - 1;
}

bool starts_with_copyright(std::string_view text) { return text.substr(0, 2) == "\xc2\xa9" || text.substr(0, 3) == "(c)"; }

// Where the name that begins at word `first` ends: capitals and small words between them, no punctuation inside.
std::uint32_t name_end(std::string_view text, const Line& line, std::uint32_t first) {
  std::uint32_t last = first;
  for (std::uint32_t i = first; i < line.words.size() && i < first + 6; ++i) {
    const LineWord& word = line.words[i];
    if (i > first) {
      const std::string_view between = text.substr(line.words[i - 1].end, word.begin - line.words[i - 1].end);
      if (between.find_first_not_of(" &") != std::string_view::npos) break;
    }
    if (word.upper) last = i + 1;
    else if (!word.small) break;
  }
  return last;
}

bool is_year(const LineWord& word) { return word.folded.size() == 4 && word.folded.find_first_not_of("0123456789") == std::string_view::npos; }

}  // namespace

void HeadMatter::add_credit(Reading& r, std::uint32_t begin, std::uint32_t end, Credit::From from) const {
  std::string name(r.text.substr(begin, end - begin));
  const auto same = [&](const Credit& credit) { return credit.name == name; };
  if (name.empty() || std::any_of(r.story.credits.begin(), r.story.credits.end(), same)) return;
  r.story.credits.push_back({std::move(name), {r.story.id, begin, end}, from});
}

// A note says how the story came about. A sign of two words or more near its beginning, one word with a colon; anywhere
// inside brackets.
bool HeadMatter::is_note(std::string_view text, const Line& line) const {
  const std::string_view words = trim(text.substr(line.begin, line.end - line.begin));
  if (starts_with_copyright(words)) return true;
  const bool bracketed = in_brackets(words), sentence = ends_like_sentence(words);
  for (const SignHit& hit : line.signs) {
    if (hit.sign != Sign::note_sign && hit.sign != Sign::edited_by) continue;
    if (bracketed || (hit.last - hit.first >= 2 && (hit.first <= 2 || !sentence))) return true;
    const char behind = hit.last < line.words.size() ? text[line.words[hit.last - 1].end] : ' ';
    if (hit.first == 0 && (behind == ':' || line.words.size() <= (sentence ? 3u : 6u))) return true;
  }
  return bracketed && line.words.size() <= 6;
}

// Agencies, and names behind "Source:", "Copyright"; the outlet behind "edited by".
void HeadMatter::read_note(Reading& r, const Line& line) const {
  for (const SignHit& hit : line.signs) {
    if (hit.sign == Sign::agency && line.words[hit.first].upper) {
      add_credit(r, line.words[hit.first].begin, line.words[hit.last - 1].end, Credit::From::note);
    } else if (hit.sign == Sign::credit_opener && hit.last < line.words.size()) {
      std::uint32_t first = hit.last;
      if (is_year(line.words[first])) ++first;
      const std::uint32_t last = first < line.words.size() && line.words[first].upper ? name_end(r.text, line, first) : first;
      if (last > first) add_credit(r, line.words[first].begin, line.words[last - 1].end, Credit::From::note);
    } else if (hit.sign == Sign::edited_by && hit.last < line.words.size() && line.words[hit.last].upper && r.outlet.empty()) {
      std::uint32_t last = name_end(r.text, line, hit.last);
      for (const SignHit& desk : line.signs)
        if (desk.sign == Sign::outlet_desk && desk.first > hit.last && desk.last == last) last = desk.first;
      r.outlet = std::string(r.text.substr(line.words[hit.last].begin, line.words[last - 1].end - line.words[hit.last].begin));
    }
  }
  const std::string_view words = trim(r.text.substr(line.begin, line.end - line.begin));
  if (line.words.empty()) return;
  const std::size_t parted = std::min(words.find(" / "), words.find(" | "));
  if (parted != std::string_view::npos) {  // AGENCY / translated from ...
    const Line name = lines_.read(r.text, line.begin, line.begin + static_cast<std::uint32_t>(parted));
    if (name.title_case() && name.words.size() <= 5 && name.at(Sign::note_sign, 0) == nullptr && name.at(Sign::byline_opener, 0) == nullptr)
      add_credit(r, name.words.front().begin, name.words.back().end, Credit::From::note);
  } else if (starts_with_copyright(words)) {
    const std::uint32_t first = is_year(line.words.front()) && line.words.size() > 1 ? 1 : 0;
    const std::uint32_t last = line.words[first].upper ? name_end(r.text, line, first) : first;
    if (last > first) add_credit(r, line.words[first].begin, line.words[last - 1].end, Credit::From::note);
  } else if (in_brackets(words)) {  // (AGENCY) or (AGENCY. Reporting by ...)
    const std::uint32_t last = name_end(r.text, line, 0);
    const bool sign = last > 0 && std::any_of(line.signs.begin(), line.signs.end(), [&](const SignHit& h) {
      return h.first == 0 && (h.sign == Sign::note_sign || h.sign == Sign::byline_opener || h.sign == Sign::credit_opener);
    });
    const char behind = last > 0 ? r.text[line.words[last - 1].end] : ' ';
    if (last > 0 && !sign && (behind == '.' || behind == ')' || behind == ']'))
      add_credit(r, line.words.front().begin, line.words[last - 1].end, Credit::From::note);
  }
}

// Classifies one paragraph at the end; false where it is part of the story.
bool HeadMatter::read_foot_line(Reading& r, std::size_t paragraph) const {
  Paragraph& target = r.paragraphs[paragraph];
  const Line line = this->line(r, paragraph);
  const std::string_view text = r.words(paragraph);
  const bool sentence = ends_like_sentence(text);
  if (line.words.empty()) { target.kind = BlockKind::note; return true; }  // ###, ***
  if (const auto date = text.size() < 60 ? dates_.read(text, r.near) : std::nullopt; date) {
    if (date->fields.has_date() && (date->fields.year || date->fields.has_time())) {
      r.add_date(*date, DateSource::plain);
      target.kind = BlockKind::timestamp;
      return true;
    }
  }
  if (is_note(r.text, line)) {
    target.kind = BlockKind::note;
    read_note(r, line);
    if (const auto date = dates_.find(text, r.near); date && date->fields.year && date->fields.has_time())
      r.add_date(*date, DateSource::plain);
    return true;
  }
  if (text.size() > kShortLine) return false;
  if (read_furniture(r, paragraph, line)) return true;
  if (!sentence && read_parts(r, paragraph, line)) return true;
  if (text.size() <= 16 && text.find(' ') == std::string_view::npos && text.find('/') != std::string_view::npos) {
    target.kind = BlockKind::note;  // initials of those who handled it
    return true;
  }
  if (sentence) return false;
  bool part = false;
  for (const SignHit& hit : line.signs) part = part || hit.sign == Sign::furniture;
  if (part && text.find('|') != std::string_view::npos) { target.kind = BlockKind::navigation; return true; }
  const auto capitals = static_cast<std::size_t>(std::count_if(line.words.begin(), line.words.end(), [](const LineWord& w) { return w.upper; }));
  const bool stamp_above = paragraph > 0 && (r.paragraphs[paragraph - 1].kind || (r.length(paragraph - 1) < 120 && dates_.find(r.words(paragraph - 1), r.near)));
  if (stamp_above && capitals * 4 >= line.words.size() * 3 && line.words.size() >= 3) { target.kind = BlockKind::tags; return true; }
  if (line.words.size() > 4 || !line.title_case()) return false;
  const std::string outlet = outlet_of_pieces(r.text, line);
  if (outlet.empty()) return false;
  if (r.outlet.empty()) r.outlet = outlet;
  target.kind = BlockKind::outlet;
  return true;
}

// From the last paragraph upwards, until one is part of the story.
void HeadMatter::read_foot(Reading& r) const {
  const std::size_t lowest = std::max(r.first_body + 1, r.paragraphs.size() - std::min(r.paragraphs.size(), kFootZone));
  std::size_t p = r.paragraphs.size();
  while (p > lowest) {
    --p;
    if (r.paragraphs[p].kind && *r.paragraphs[p].kind != BlockKind::body && !is_read(*r.paragraphs[p].kind)) continue;
    if (r.paragraphs[p].kind) break;
    if (r.length(p) > 4 * kShortLine || !read_foot_line(r, p)) break;
  }
  read_closing_credit(r);
}

// "... told the agency. (TSNA)" at the end of the last paragraph of the story.
void HeadMatter::read_closing_credit(Reading& r) const {
  std::size_t p = r.paragraphs.size();
  while (p > 0 && r.paragraphs[p - 1].kind && *r.paragraphs[p - 1].kind != BlockKind::body) --p;
  if (p == 0 || p <= r.first_body) return;
  Paragraph& last = r.paragraphs[p - 1];
  const std::string_view text = r.words(p - 1);
  if (text.size() < 8 || text.back() != ')') return;
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open < 3 || text.size() - open > 80) return;
  if (!ends_like_sentence(text.substr(0, open))) return;
  const std::uint32_t begin = last.begin + static_cast<std::uint32_t>(open);
  const Line line = lines_.read(r.text, begin, last.end);
  if (line.words.empty() || line.words.size() > 12) return;
  const bool name = line.title_case() && line.words.size() <= 5 && std::none_of(line.words.begin(), line.words.end(), is_year);
  if (!name && !is_note(r.text, line)) return;
  read_note(r, line);
  r.cut.push_back({begin, last.end, BlockKind::note, static_cast<std::uint32_t>(p - 1)});
  const std::string_view rest = trim(text.substr(0, open));
  last.end = last.begin + static_cast<std::uint32_t>(rest.size());
}

}  // namespace crosscheck
