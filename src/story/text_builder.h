// The reading text of a marked-up document, put together from pieces of it; every byte keeps its way back to the file, also
// through several layers (HTML inside a JSON string inside UTF-16).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "story/decode.h"

namespace crosscheck {

class TextBuilder {
 public:
  // Bytes [begin, end) of `source` as they are.
  void copy(const MappedText& source, std::uint32_t begin, std::uint32_t end);
  // `text` stands for bytes [begin, end) of `source`: a character reference, an escape, white space that is collapsed.
  void unit(std::string_view text, const MappedText& source, std::uint32_t begin, std::uint32_t end);
  // The character reference at `at` ("&amp;", "&#8217;") where there is one; moves `at` behind it.
  bool reference(const MappedText& source, std::uint32_t& at, std::uint32_t end);

  std::uint32_t size() const { return static_cast<std::uint32_t>(out_.text.size()); }
  std::string_view text() const { return out_.text; }
  MappedText take() { return std::move(out_); }

 private:
  void linear(std::uint32_t file_begin, std::uint32_t length, std::uint32_t stride);
  MappedText out_;
};

// The code point as UTF-8; U+FFFD for what is none.
std::string utf8(char32_t c);

// Character references and CDATA resolved: what an attribute or element says.
std::string plain_text(const MappedText& source, std::uint32_t begin, std::uint32_t end);

}  // namespace crosscheck
