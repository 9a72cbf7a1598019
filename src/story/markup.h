// Tags of HTML and XML, one after the other, with their places in bytes. No tree: readers keep what they need of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "story/decode.h"

namespace crosscheck {

struct MarkupPiece {
  enum class Kind : std::uint8_t { text, open, close, cdata } kind = Kind::text;
  std::string name;                  // of a tag, lower case, with its prefix: "p", "content:encoded"
  std::uint32_t begin = 0, end = 0;  // text, CDATA: the content; tags: the whole tag
  bool self_closing = false;
  std::vector<std::pair<std::string, std::string>> attributes;  // lower-case name, value with references resolved

  std::string_view attribute(std::string_view key) const {
    for (const auto& [k, v] : attributes)
      if (k == key) return v;
    return {};
  }
};

// Comments, declarations and processing instructions are passed over. In HTML the content of script and style is one
// piece of text up to its closing tag.
class MarkupScanner {
 public:
  MarkupScanner(const MappedText& source, std::uint32_t begin, std::uint32_t end, bool html)
      : source_(source), at_(begin), end_(end), html_(html) {}
  bool next(MarkupPiece& piece);

 private:
  bool tag(MarkupPiece& piece);
  void attributes(MarkupPiece& piece, std::uint32_t at, std::uint32_t end) const;
  std::uint32_t tag_end(std::uint32_t at) const;

  const MappedText& source_;
  std::uint32_t at_, end_;
  bool html_;
  std::string raw_;  // element whose content is not markup
};

}  // namespace crosscheck
