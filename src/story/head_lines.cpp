// One short line above or below a story: navigation, "By NAME | 3 min read", "Updated: October 09, 2024 06:15 IST".
#include <unicode/uscript.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "story/head_reading.h"

namespace crosscheck {

namespace {

// Distinct scripts of the first word, so glued that no spaces part them (a language bar).
bool mixes_scripts(std::string_view text) {
  UScriptCode first = USCRIPT_COMMON;
  for (std::size_t at = 0; at < text.size();) {
    const CharInfo info = char_at(text, at);
    if (info.kind == CharKind::space) { first = USCRIPT_COMMON; ++at; continue; }
    UScriptCode script = info.upper || info.lower ? USCRIPT_LATIN : USCRIPT_COMMON;  // of ASCII
    const char32_t c = next_code_point(text, at);
    UErrorCode status = U_ZERO_ERROR;
    if (c >= 0x80) script = uscript_getScript(static_cast<UChar32>(c), &status);
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) { continue; }
    if (first == USCRIPT_COMMON) first = script;
    else if (first != script) return true;
  }
  return false;
}

std::size_t camel_joints(std::string_view word) {
  std::size_t joints = 0;
  for (std::size_t i = 1; i < word.size(); ++i)
    joints += word[i] >= 'A' && word[i] <= 'Z' && word[i - 1] >= 'a' && word[i - 1] <= 'z';
  return joints;
}

// Separators that part a line into fields; " - " and "," are not among them.
struct Separator { std::string_view mark; bool spaced; };
constexpr Separator kSeparators[] = {{"|", false}, {"\xe2\x80\xa2", false}, {"\xc2\xb7", false}, {"/", true}, {"\xe2\x80\x94", true}, {"\xe2\x80\x93", true}};

// The fields of text[begin, end), white space taken off; `dashed` where a dash or slash parted some.
std::vector<std::pair<std::uint32_t, std::uint32_t>> fields(std::string_view text, std::uint32_t begin, std::uint32_t end, bool& dashed) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  const auto add = [&](std::uint32_t from, std::uint32_t to) {
    const std::string_view field = trim(text.substr(from, to - from));
    if (field.empty()) return;
    const auto at = static_cast<std::uint32_t>(field.data() - text.data());
    out.emplace_back(at, static_cast<std::uint32_t>(at + field.size()));
  };
  std::uint32_t from = begin;
  for (std::uint32_t at = begin; at < end; ++at) {
    for (const Separator& separator : kSeparators) {
      if (text.substr(at, separator.mark.size()) != separator.mark) continue;
      const auto behind = static_cast<std::uint32_t>(at + separator.mark.size());
      if (separator.spaced && (at == begin || text[at - 1] != ' ' || behind >= end || text[behind] != ' ')) continue;
      dashed = dashed || separator.spaced;
      add(from, at);
      from = behind;
      at = behind - 1;
      break;
    }
  }
  add(from, end);
  return out;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

bool colon_behind(std::string_view text, const Line& line, std::uint32_t word) {
  std::uint32_t at = line.words[word].end;
  while (at < line.end && text[at] == ' ') ++at;
  return at < line.end && text[at] == ':';
}

}  // namespace

bool HeadMatter::read_navigation(Reading& r, std::size_t paragraph) const {
  Paragraph& target = r.paragraphs[paragraph];
  const std::string_view text = r.words(paragraph);
  if (ends_like_sentence(text)) return false;
  const std::size_t space = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, space);
  if (camel_joints(word) >= 1) {  // "HomeNewsWorld'Talks Begin": the names of sections, then the headline
    std::size_t at = 0, sections = 0;
    for (bool found = true; found;) {
      found = false;
      for (std::size_t length = std::min<std::size_t>(16, word.size() - at); length >= 2 && !found; --length) {
        const std::size_t behind = at + length;
        const bool ends = behind == word.size() || !(word[behind] >= 'a' && word[behind] <= 'z');
        if (!ends || !(word[at] >= 'A' && word[at] <= 'Z') || !navigation_.count(fold(word.substr(at, length)))) continue;
        at = behind;
        ++sections;
        found = at < word.size();
        if (!found) break;
      }
    }
    if (sections >= 2 && at < text.size()) {
      const bool glued_rest = at < word.size() && space == text.size();  // one more section, of another name
      if (glued_rest) { target.kind = BlockKind::navigation; return true; }
      r.cut_front(paragraph, target.begin + static_cast<std::uint32_t>(at), BlockKind::navigation);
      return target.begin == target.end;
    }
    if (camel_joints(word) >= 3 && space == text.size()) { target.kind = BlockKind::navigation; return true; }
  }
  if (mixes_scripts(text)) { target.kind = BlockKind::navigation; return true; }
  const std::size_t crumbs = count(text, " > ") + count(text, " \xe2\x80\xba ") + count(text, " \xc2\xbb ");
  if (crumbs >= 1) { target.kind = BlockKind::navigation; return true; }
  return false;
}

// Lines that belong to the page, not to the story.
bool HeadMatter::read_furniture(Reading& r, std::size_t paragraph, const Line& line) const {
  Paragraph& target = r.paragraphs[paragraph];
  if (line.words.empty()) { target.kind = BlockKind::navigation; return true; }
  const auto set = [&](BlockKind kind) { target.kind = kind; return true; };
  const bool sentence = ends_like_sentence(r.words(paragraph));
  if (const SignHit* hit = line.at(Sign::tag_label, 0); hit != nullptr && colon_behind(r.text, line, hit->last - 1)) return set(BlockKind::tags);
  if (const SignHit* hit = line.at(Sign::furniture, 0); hit != nullptr) {
    const bool phrase = hit->last >= 2 && (!sentence || line.words.size() <= 8 || colon_behind(r.text, line, hit->last - 1));
    if (phrase || (!sentence && line.words.size() <= 3 && hit->last == line.words.size())) return set(BlockKind::navigation);
  }
  if (const SignHit* hit = line.at(Sign::furniture_label, 0); hit != nullptr && paragraph > r.first_body && colon_behind(r.text, line, hit->last - 1))
    return set(BlockKind::navigation);
  std::uint32_t sections = 0, covered = 0;
  for (const SignHit& hit : line.signs)
    if (hit.sign == Sign::navigation && hit.first >= covered) { ++sections; covered = hit.last; }
  if (sections >= 3 && sections + 1 >= line.words.size()) return set(BlockKind::navigation);
  return false;
}

// "Published at : 07 May 2024 06:15 AM (IST)", "13.10 BST", "KITWE, Tuesday".
bool HeadMatter::read_date_part(Reading& r, const Line& part) const {
  if (part.words.empty()) return false;
  std::uint32_t first = 0;
  DateSource source = DateSource::plain;
  if (const SignHit* hit = part.at(Sign::update_label, 0)) { source = DateSource::updated; first = hit->last; }
  else if (const SignHit* label = part.at(Sign::date_label, 0)) { source = DateSource::published; first = label->last; }
  if (first >= part.words.size()) return false;
  const std::string_view text = r.text.substr(0, part.end);
  const auto date = dates_.read_at(text, part.words[first].begin, r.near);
  if (!date) return false;
  for (std::size_t at = date->end; at < part.end; at += char_at(text, at).length)
    if (is_word(char_at(text, at).kind)) return false;
  r.add_date(*date, source);
  return true;
}

// "By NAME", "NAME staff", "Africa correspondent", "Agencies".
bool HeadMatter::read_byline_part(Reading& r, const Line& part) const {
  const auto count_of = static_cast<std::uint32_t>(part.words.size());
  if (count_of == 0 || count_of > 12) return false;
  const SignHit* opener = part.at(Sign::byline_opener, 0);
  const std::uint32_t first = opener == nullptr ? 0 : opener->last;
  bool names = first < count_of;
  for (std::uint32_t i = first; i < count_of; ++i) {
    const LineWord& word = part.words[i];
    names = names && (word.upper || word.small);
  }
  bool job = false;
  for (const SignHit& hit : part.signs) job = job || (hit.sign == Sign::byline_word && hit.last == count_of);
  bool capital = part.words.front().upper;
  for (std::uint32_t i = 0; i + 1 < count_of; ++i) capital = capital && (part.words[i].upper || part.words[i].small || i + 2 >= count_of);
  bool own = false;  // "... From our Nordic correspondent"
  for (const SignHit& hit : part.signs) own = own || (hit.sign == Sign::byline_opener && hit.first > 0 && part.words[hit.first].upper && job);
  const bool byline = (opener != nullptr && names && part.words[first].upper) || (job && count_of <= 6 && (capital || opener != nullptr)) || own;
  if (!byline) return false;
  if (opener != nullptr)
    for (const SignHit& hit : part.signs)
      if (hit.sign == Sign::agency && hit.first == first && hit.last + 1 >= count_of) {
        add_credit(r, part.words[hit.first].begin, part.words[hit.last - 1].end, Credit::From::byline);
        break;
      }
  for (const SignHit& hit : part.signs)  // NAME staff
    if (hit.sign == Sign::outlet_desk && hit.first > first && hit.last == count_of && r.outlet.empty() && part.at(Sign::agency, first) == nullptr)
      r.outlet = std::string(r.text.substr(part.words[first].begin, part.words[hit.first - 1].end - part.words[first].begin));
  return true;
}

bool HeadMatter::read_part(Reading& r, const Line& part, PartsRead& read) const {
  if (read_date_part(r, part)) { ++read.dates; return true; }
  if (read_byline_part(r, part)) { ++read.bylines; return true; }
  if (part.any(Sign::furniture_part) != nullptr && part.words.size() <= 8) { ++read.furniture; return true; }
  if (part.at(Sign::furniture, 0) != nullptr) { ++read.furniture; return true; }
  const std::size_t comma = r.words(part).find(", ");
  if (comma != std::string_view::npos && part.words.front().upper) {  // KITWE, Tuesday
    const auto date = dates_.read(r.words(part).substr(comma + 2), r.near);
    if (date && date->fields.has_date()) { ++read.dates; return true; }
  }
  if (part.title_case() && part.words.size() <= 6 && !ends_like_sentence(r.words(part)) && part.at(Sign::kicker, 0) == nullptr) {
    ++read.names;
    const SignHit* section = part.at(Sign::navigation, 0);
    if (read.outlet.empty() && read.dates == 0 && !(section != nullptr && section->last == part.words.size()))
      read.outlet = outlet_of(r.text, part);
    return true;
  }
  ++read.others;
  return part.words.size() <= 5;
}

// A line of several fields, at least one of which is a date, a byline or furniture; or of names alone.
bool HeadMatter::read_parts(Reading& r, std::size_t paragraph, const Line& line) const {
  bool dashed = false;
  const auto parts = fields(r.text, line.begin, line.end, dashed);
  if (parts.empty() || parts.size() > 8) return false;
  const std::size_t dates_before = r.dates.size(), credits_before = r.story.credits.size();
  const auto near_before = r.near;
  const std::string outlet_before = r.outlet;
  PartsRead read;
  bool fits = true;
  const bool whole = parts.size() == 1 && parts[0].first == line.begin && parts[0].second == line.end;
  if (whole) fits = read_part(r, line, read);
  else
    for (const auto& [begin, end] : parts) fits = read_part(r, lines_.read(r.text, begin, end), read) && fits;
  const std::uint32_t known = read.dates + read.bylines + read.furniture;
  const bool dated = r.dates.size() > dates_before && r.dates.back().date.fields.year.has_value();
  bool accepted = fits && !(dashed && read.others > (dated ? 1u : 0u));
  if (known == 0) {
    accepted = accepted && parts.size() > 1 && read.names > 0 && (read.others == 0 || !dashed);
    if (accepted) {
      const Line first = lines_.read(r.text, parts.front().first, parts.front().second);
      accepted = first.title_case() && (!dashed || first.any(Sign::outlet_word) != nullptr);
    }
  } else if (parts.size() == 1) {
    accepted = accepted && read.names == 0 && read.others == 0;
  }
  if (!accepted) {
    r.dates.resize(dates_before);
    r.story.credits.resize(credits_before);
    r.near = near_before;
    r.outlet = outlet_before;
    return false;
  }
  if (r.outlet.empty() && parts.size() > 1) r.outlet = read.outlet;
  if (r.outlet.empty() && read.bylines > 0 && parts.size() == 1) r.outlet = outlet_of_pieces(r.text, line);
  r.paragraphs[paragraph].kind = read.bylines > 0 ? BlockKind::byline : read.dates > 0 ? BlockKind::date : read.furniture > 0 ? BlockKind::navigation : BlockKind::outlet;
  if (paragraph > r.first_body && read.dates > 0 && read.bylines == 0) r.paragraphs[paragraph].kind = BlockKind::timestamp;
  return true;
}

// "Ostblick, 10 October 2024, Riga": names, commas and one full date.
bool HeadMatter::read_dated_line(Reading& r, std::size_t paragraph, const Line& line) const {
  const std::string_view text = r.words(paragraph);
  if (text.size() > 120 || line.words.empty()) return false;
  const auto date = dates_.find(text, r.near);
  if (!date || !date->fields.year || !date->range) return false;
  const std::uint32_t from = line.begin + static_cast<std::uint32_t>(date->begin), to = line.begin + static_cast<std::uint32_t>(date->end);
  for (const LineWord& word : line.words)
    if ((word.end <= from || word.begin >= to) && !word.upper && !word.small) return false;
  const Line left = lines_.read(r.text, line.begin, from), right = lines_.read(r.text, to, line.end);
  if (left.words.size() > 6 || right.words.size() > 4 || (left.words.empty() && right.words.empty())) return false;
  if (!left.words.empty() && !left.words.front().upper) return false;
  const bool labelled = left.at(Sign::date_label, 0) != nullptr;
  r.add_date(*date, labelled ? DateSource::published : DateSource::plain);
  if (r.outlet.empty() && !left.words.empty() && !labelled) {
    const std::string_view name = r.words(left).substr(0, std::min(r.words(left).find(','), r.words(left).size()));
    const auto end = static_cast<std::uint32_t>(left.begin + name.size());
    r.outlet = outlet_of(r.text, lines_.read(r.text, left.begin, end));
  }
  r.paragraphs[paragraph].kind = BlockKind::date;
  return true;
}

// The name that a line or part of one gives, brackets at its end taken off; "" where it is no name.
std::string HeadMatter::outlet_of(std::string_view text, const Line& part) const {
  if (part.words.empty() || part.words.size() > 6 || !part.title_case()) return {};
  std::string_view name = trim(text.substr(part.begin, part.end - part.begin));
  if (const std::size_t bracket = name.find(" ("); bracket != std::string_view::npos && name.back() == ')') name = trim(name.substr(0, bracket));
  while (!name.empty() && (name.back() == ',' || name.back() == ':' || name.back() == '.')) name.remove_suffix(1);
  return std::string(name);
}

// A line of its own that may name the outlet: one word, or with an outlet's word, an article, "&", a dot or brackets in it;
// two or three plain names may as well be a person.
std::string HeadMatter::outlet_of_pieces(std::string_view text, const Line& line) const {
  std::string fallback;
  std::uint32_t from = line.begin;
  std::size_t pieces = 0;
  while (from < line.end) {
    const auto comma = static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_of(",", from), line.end));
    Line piece = lines_.read(text, from, comma);
    const std::string_view words = trim(text.substr(from, comma - from));
    from = comma + 1;
    ++pieces;
    const std::size_t stop = words.find(". ");
    if (stop != std::string_view::npos && pieces > 1) continue;
    const std::size_t bracket = words.find(" (");
    const bool bracketed = bracket != std::string_view::npos && words.back() == ')';
    if (bracketed) piece = lines_.read(text, piece.begin, static_cast<std::uint32_t>(words.data() - text.data() + bracket));
    bool job = false;
    for (const SignHit& hit : piece.signs) job = job || (hit.sign == Sign::byline_word && hit.last == piece.words.size() && piece.words.size() > 1);
    const std::string name = outlet_of(text, piece);
    if (name.empty() || piece.any(Sign::byline_opener) != nullptr || (job && piece.any(Sign::outlet_word) == nullptr)) continue;
    const bool certain = piece.any(Sign::outlet_word) != nullptr || piece.at(Sign::article, 0) != nullptr || bracketed ||
                         name.find('&') != std::string::npos || (name.find('.') != std::string::npos && piece.words.size() <= 2 && name.find(' ') == std::string::npos);
    if (certain && piece.words.size() <= 5) return name;
    if (pieces == 1 && piece.words.size() == 1) fallback = name;
  }
  return pieces == 1 ? fallback : std::string();
}

}  // namespace crosscheck
