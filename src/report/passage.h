// A line of a story around the words that matter, cut to a width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "claim/extract_claims.h"

namespace crosscheck {

struct Passage {
  struct Piece {
    std::string text;  // line breaks and control characters shown as blanks
    bool marked = false;
  };
  std::vector<Piece> pieces;  // "…" where something was cut
};

// The words of `spans` and what stands round them: at most `width` columns (code points) in all. The spans lie in one
// story, sorted, not overlapping, and close enough to fit; one alone that is too long loses its middle.
Passage passage_around(std::string_view text, const std::vector<Span>& spans, std::size_t width);

// Spans of one story, sorted, cut into groups that fit one passage of `width` each: on one line of the text and near
// one another. A span that overlaps the one before it is joined to it.
std::vector<std::vector<Span>> passages_of(std::string_view text, std::vector<Span> spans, std::size_t width);

// The same of evidence in several stories: each story's groups together, stories in order of their first span.
std::vector<std::vector<Span>> passages_of(const std::vector<AnalysedStory>& stories, const std::vector<Span>& evidence, std::size_t width);

// Code points, each taken for a column.
std::size_t columns(std::string_view text);

// Words broken into lines of at most `width` columns, each behind `indent`, each ended by a line break.
std::string wrap(std::string_view text, std::size_t width, std::string_view indent);

}  // namespace crosscheck
