#include "story/head_matter.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/utf8.h"
#include "story/head_reading.h"

namespace crosscheck {

namespace {

std::size_t count_words(std::string_view text, std::size_t most) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size() && words < most;) {
    const CharInfo c = char_at(text, at);
    const bool now = is_word(c.kind);
    words += now && !inside;
    inside = c.kind != CharKind::space;
    at += c.length;
  }
  return words;
}

bool opens_sentence(const CharInfo& c) { return c.upper || c.kind == CharKind::open_bracket || c.kind == CharKind::quote; }

// ". " before a capital or an opening mark, somewhere inside.
bool has_inner_stop(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1))
    if (at > 3 && at + 2 < text.size() && opens_sentence(char_at(text, at + 2)) && char_before(text, at).lower && char_before(text, at - 1).lower) return true;
  return false;
}

}  // namespace

HeadMatter::HeadMatter(const Rulebook& rulebook) : dates_(rulebook), lines_(rulebook), navigation_(word_set(rulebook, "navigation")) {
  places_.reserve(2 * rulebook.places.size());
  for (const PlaceEntry& place : rulebook.places) {
    places_.push_back(quick_hash(fold(place.name)));
    for (const std::string& name : place.names) places_.push_back(quick_hash(fold(name)));
  }
  std::sort(places_.begin(), places_.end());
}

bool HeadMatter::is_place(std::string_view name) const { return std::binary_search(places_.begin(), places_.end(), quick_hash(fold(name))); }

Line HeadMatter::line(const Reading& r, std::size_t paragraph) const {
  return lines_.read(r.text, r.paragraphs[paragraph].begin, r.paragraphs[paragraph].end);
}

// Running text: a sentence of some length, or several.
bool HeadMatter::is_body(const Reading& r, std::size_t paragraph) const {
  if (r.paragraphs[paragraph].kind) return *r.paragraphs[paragraph].kind == BlockKind::body;
  const std::string_view text = r.words(paragraph);
  if (text.size() > 300) return true;
  const bool inner = has_inner_stop(text);
  if (!ends_like_sentence(text)) return inner && count_words(text, 12) >= 12;
  const char last = text.back();
  if (paragraph == 0 && r.paragraphs.size() > 1 && !inner && (last == '?' || last == '!') && text.size() < 140) return false;  // a headline may ask
  return inner || count_words(text, 8) >= 8;
}

// Paragraphs that the markup calls byline, date, note or dateline: their facts.
void HeadMatter::read_marked(Reading& r) const {
  for (std::size_t p = 0; p < r.paragraphs.size(); ++p) {
    const auto kind = r.paragraphs[p].kind;
    if (!kind || r.length(p) > kShortLine) continue;
    if (*kind == BlockKind::byline || *kind == BlockKind::date) {
      read_parts(r, p, line(r, p));
      r.paragraphs[p].kind = kind;
    } else if (*kind == BlockKind::note) {
      read_note(r, line(r, p));
    } else if (*kind == BlockKind::dateline) {
      const std::string_view text = r.words(p);
      const auto date = dates_.find(text, r.near);
      if (date && date->range) r.story.dateline_date = date->range;
      std::string_view place = trim(text.substr(0, date ? date->begin : text.size()));
      while (!place.empty() && (place.back() == ',' || place.back() == '-')) place = trim(place.substr(0, place.size() - 1));
      const std::uint32_t begin = r.paragraphs[p].begin;
      if (!place.empty() && char_at(place, 0).upper) r.story.dateline_place = Span{r.story.id, begin, static_cast<std::uint32_t>(begin + place.size())};
    }
  }
}

// " date 2025-12-01 Kyiv ...": a label and a full date, glued to what follows.
void HeadMatter::read_glued_date(Reading& r) const {
  Paragraph& first = r.paragraphs.front();
  if (first.kind) return;
  const Line head = lines_.read(r.text, first.begin, std::min(first.end, first.begin + 64));
  const SignHit* label = head.at(Sign::date_label, 0);
  if (label == nullptr || label->last >= head.words.size()) return;
  const std::uint32_t at = head.words[label->last].begin;
  const auto date = dates_.read_at(r.text.substr(0, first.end), at);
  if (!date || !date->range || !date->fields.year) return;
  r.add_date(*date, DateSource::glued);
  r.cut_front(0, static_cast<std::uint32_t>(date->end), BlockKind::date);
  if (first.begin == first.end) first.kind = BlockKind::date;
}

void HeadMatter::read_head(Reading& r) const {
  const std::size_t zone = std::min(r.paragraphs.size(), kHeadZone);
  std::size_t running = 0;  // paragraphs of running text seen: below the third nothing belongs to the head
  for (std::size_t p = 0; p < zone && running < 3; ++p) {
    if (r.paragraphs[p].kind) continue;
    if (r.length(p) > 100 && is_body(r, p)) { ++running; continue; }
    if (r.length(p) > kShortLine || read_navigation(r, p)) continue;
    const Line head = line(r, p);
    if (read_furniture(r, p, head)) continue;
    if (r.paragraphs.size() > 1 && !read_parts(r, p, head)) read_dated_line(r, p, head);
  }
  r.first_body = 0;
  while (r.first_body < r.paragraphs.size() && !is_body(r, r.first_body)) ++r.first_body;
  for (std::size_t p = r.first_body; p < zone; ++p)
    if (r.paragraphs[p].kind == BlockKind::date) r.paragraphs[p].kind = BlockKind::timestamp;
}

// The headline is the line of most words above the story that is no head matter; eight words are as good as more.
void HeadMatter::choose_headline(Reading& r) const {
  const std::size_t zone = std::min({r.first_body, kHeadZone, r.paragraphs.size()});
  std::size_t best_words = 0;
  for (std::size_t p = 0; p < r.paragraphs.size() && p < kHeadZone; ++p)
    if (r.paragraphs[p].kind == BlockKind::headline) { r.headline = p; best_words = 99; break; }
  for (std::size_t p = 0; p < zone; ++p) {
    if (r.paragraphs[p].kind || r.length(p) > kShortLine || r.paragraphs.size() < 2) continue;
    const Line candidate = line(r, p);
    const std::size_t words = std::min<std::size_t>(candidate.words.size(), 8);
    const bool named = candidate.words.size() <= 5 && candidate.title_case() && candidate.any(Sign::outlet_word) != nullptr;
    if (named || words <= best_words) continue;
    r.headline = p;
    best_words = words;
  }
  if (r.headline) r.paragraphs[*r.headline].kind = BlockKind::headline;
  if (r.first_body >= r.paragraphs.size()) return;
  for (std::size_t p = 0; p < zone; ++p)
    if (!r.paragraphs[p].kind) place_leftover(r, p, r.headline && p < *r.headline);
}

// A line of the head that is neither headline nor anything labelled: the outlet, a name, a standfirst.
void HeadMatter::place_leftover(Reading& r, std::size_t paragraph, bool above_headline) const {
  const Line rest = line(r, paragraph);
  Paragraph& target = r.paragraphs[paragraph];
  if (const std::string outlet = outlet_of_pieces(r.text, rest); !outlet.empty()) {
    if (r.outlet.empty()) r.outlet = outlet;
    target.kind = BlockKind::outlet;
  } else if (rest.words.empty()) {
    target.kind = BlockKind::navigation;
  } else if (rest.title_case() && rest.words.size() <= 6) {
    target.kind = above_headline ? BlockKind::navigation : BlockKind::byline;
  } else if (paragraph > 0 && r.paragraphs[paragraph - 1].kind == BlockKind::outlet && rest.words.size() <= 6) {
    target.kind = BlockKind::outlet;  // the paper's motto
  } else {
    target.kind = BlockKind::standfirst;
  }
}

// Crossheads and page furniture between the paragraphs.
void HeadMatter::read_middle(Reading& r) const {
  for (std::size_t p = r.first_body + 1; p + 1 < r.paragraphs.size(); ++p) {
    if (r.paragraphs[p].kind || r.length(p) > 120) continue;
    const std::string_view text = r.words(p);
    if (ends_like_sentence(text)) continue;
    const Line middle = line(r, p);
    if (read_furniture(r, p, middle)) continue;
    const CharKind last = char_before(text, text.size()).kind;
    const bool closed = last == CharKind::comma || last == CharKind::colon || last == CharKind::quote || last == CharKind::hyphen || last == CharKind::dash;
    if (!closed && !middle.words.empty() && middle.words.size() <= 10 && middle.words.front().upper && !r.paragraphs[p + 1].kind)
      r.paragraphs[p].kind = BlockKind::crosshead;
  }
}

// Of the dates found, the most precise that the most trusted day allows.
void HeadMatter::set_published(Reading& r, const Metadata& metadata) const {
  if (!metadata.published.empty())
    if (const auto date = dates_.read(metadata.published); date && date->range) {
      r.story.published = date->range;
      r.story.published_text = date->text;
      return;
    }
  const DateFound* best = nullptr;
  for (DateFound& found : r.dates) {
    if (!found.date.range && r.near)  // "Last updated 13.10 BST" beside a date
      if (const auto again = dates_.read_at(r.text.substr(0, found.date.end), found.date.begin, r.near)) found.date = *again;
    if (!found.date.range) continue;
    const auto rank = [](const DateFound& f) {
      return std::pair(f.date.fields.has_time() && f.date.fields.has_date(), static_cast<int>(f.source));
    };
    if (best == nullptr || rank(found) > rank(*best)) best = &found;
  }
  for (const DateFound& found : r.dates)  // an hour without a day, where nothing has both
    if (best != nullptr && !best->date.fields.has_time() && found.date.range && found.date.fields.has_time() && found.date.range->from / 86400 == best->date.range->from / 86400)
      best = &found;
  if (best == nullptr) return;
  r.story.published = best->date.range;
  r.story.published_text = best->date.text;
}

void HeadMatter::add_metadata(Reading& r, const Metadata& metadata) const {
  if (!metadata.outlet.empty()) r.outlet = metadata.outlet;
  if (!r.outlet.empty()) r.story.outlet = r.outlet;
  for (const std::string& agency : metadata.agencies) {
    const bool known = std::any_of(r.story.credits.begin(), r.story.credits.end(), [&](const Credit& c) { return c.name == agency; });
    if (!known && agency != r.outlet) r.story.credits.push_back({agency, {r.story.id, 0, 0}, Credit::From::metadata});
  }
  if (r.headline) r.story.headline = std::string(r.words(*r.headline));
  if (r.story.headline.empty()) r.story.headline = metadata.headline;
}

void HeadMatter::finish(Reading& r, const Metadata& metadata) const {
  set_published(r, metadata);
  add_metadata(r, metadata);
  r.story.blocks = std::move(r.cut);
  for (std::uint32_t p = 0; p < r.paragraphs.size(); ++p) {
    const Paragraph& paragraph = r.paragraphs[p];
    if (paragraph.begin < paragraph.end)
      r.story.blocks.push_back({paragraph.begin, paragraph.end, paragraph.kind.value_or(BlockKind::body), p});
  }
  std::sort(r.story.blocks.begin(), r.story.blocks.end(), [](const Block& a, const Block& b) { return a.begin < b.begin; });
}

void HeadMatter::read(std::vector<Paragraph> paragraphs, const Metadata& metadata, Story& story) const {
  Reading r{story, story.text, std::move(paragraphs), {}, {}, {}, {}, {}, 0};
  if (r.paragraphs.empty()) return;
  r.first_body = r.paragraphs.size();
  if (!metadata.published.empty())
    if (const auto date = dates_.read(metadata.published); date && date->range) r.near = date->range;
  read_marked(r);
  read_glued_date(r);
  read_head(r);
  choose_headline(r);
  read_foot(r);
  read_dateline(r);
  read_middle(r);
  finish(r, metadata);
}

}  // namespace crosscheck
