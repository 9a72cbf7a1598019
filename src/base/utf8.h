// The little of UTF-8 that every floor needs. Conversions, case and breaks are ICU's work (story/).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

// Decodes the code point at `at` (well-formed text, at < text.size()) and moves `at` behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);

// 1-based line and column (code points) of a byte offset; an offset past the end gives the end.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};
LineColumn line_column(std::string_view text, std::size_t offset);

// The same for many offsets of one text, in O(log lines) each however long a line is.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);  // must outlive it
  LineColumn at(std::size_t offset) const;

 private:
  std::size_t code_points_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> counts_;  // code points before every 64th byte
};

// Lower case for ASCII and Latin-1/Latin Extended-A/Greek/Cyrillic letters, curly quotes to straight ones, dashes to
// '-', no-break spaces to ' ': the form in which words of rules and words of stories meet.
std::string fold(std::string_view text);
// The same into a buffer of text.size() bytes, which are always enough, also where the text is not well-formed; returns how
// many were needed.
std::size_t fold(std::string_view text, char* to);

}  // namespace crosscheck
