// A line of a story around the words that matter, cut to a width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/span.h"

namespace crosscheck {

struct Passage {
  std::string before, marked, after;  // line breaks and control characters shown as blanks; "…" where cut
};

// At most `width` columns (code points) in all; marked words longer than that lose their middle.
Passage passage_around(std::string_view text, Span span, std::size_t width);

// Code points, each taken for a column.
std::size_t columns(std::string_view text);

// Words broken into lines of at most `width` columns, each behind `indent`, each ended by a line break.
std::string wrap(std::string_view text, std::size_t width, std::string_view indent);

}  // namespace crosscheck
