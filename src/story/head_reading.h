// The state of reading one story's head and foot matter; shared by the files that implement HeadMatter, by nobody else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/characters.h"
#include "story/head_matter.h"

namespace crosscheck {

enum class DateSource : std::uint8_t { glued, updated, plain, published };  // in rising order of trust

struct DateFound {
  ReadDate date;
  DateSource source = DateSource::plain;
};

struct HeadMatter::Reading {
  Story& story;
  std::string_view text;
  std::vector<Paragraph> paragraphs;
  std::vector<Block> cut;               // pieces cut off the beginning or end of a paragraph
  std::vector<DateFound> dates;
  std::optional<TimeRange> near;        // the best day known so far
  std::string outlet;
  std::optional<std::size_t> headline;  // paragraph
  std::size_t first_body = 0;           // paragraph; paragraphs.size() where there is none

  std::string_view words(std::size_t p) const { return text.substr(paragraphs[p].begin, paragraphs[p].end - paragraphs[p].begin); }
  std::string_view words(const Line& l) const { return text.substr(l.begin, l.end - l.begin); }
  std::uint32_t length(std::size_t p) const { return paragraphs[p].end - paragraphs[p].begin; }
  void add_date(const ReadDate& date, DateSource source) {
    dates.push_back({date, source});
    if (!near && date.range && date.fields.has_date()) near = date.range;
  }
  // Cuts [begin, at) off the beginning of a paragraph; what is left loses its leading white space.
  void cut_front(std::size_t p, std::uint32_t at, BlockKind kind) {
    Paragraph& paragraph = paragraphs[p];
    cut.push_back({paragraph.begin, at, kind, static_cast<std::uint32_t>(p)});
    const std::string_view rest = trim(text.substr(at, paragraph.end - at));
    paragraph.begin = rest.empty() ? paragraph.end : static_cast<std::uint32_t>(rest.data() - text.data());
  }
};

struct HeadMatter::PartsRead {
  std::uint32_t dates = 0, bylines = 0, furniture = 0, names = 0, others = 0;
  std::string outlet;
};

struct HeadMatter::Dateline {
  std::uint32_t end = 0;                // behind the dash or colon, bytes of the text
  std::optional<Span> place, agency;
  std::optional<ReadDate> date;
};

inline constexpr std::uint32_t kShortLine = 240;  // bytes; head and foot matter is no longer than this
inline constexpr std::size_t kHeadZone = 15;      // paragraphs
inline constexpr std::size_t kFootZone = 8;

}  // namespace crosscheck
