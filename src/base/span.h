// Words at a place. Every mention, claim and piece of evidence owns a Span from birth; nothing is searched for again.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

#include "base/id.h"

namespace crosscheck {

// Half-open range of bytes [begin, end) in Story::text, the reading text in UTF-8. For a plain UTF-8 file these are the
// bytes of the file as it lies on disk; for HTML, XML, JSON and other encodings Story::file_range() gives the bytes on
// disk exactly, through an offset map made while reading.
struct Span {
  StoryId story;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr bool empty() const { return begin >= end; }
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool overlaps(const Span& o) const { return story == o.story && begin < o.end && o.begin < end; }
  constexpr bool contains(const Span& o) const { return story == o.story && begin <= o.begin && o.end <= end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// The shortest span that holds both; an empty one gives way to the other.
constexpr Span cover(const Span& a, const Span& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {a.story, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace crosscheck
