// HTML (a page, or a fragment inside a feed) -> paragraphs appended to a text that is being built.
#pragma once

#include <string>
#include <vector>

#include "story/documents.h"
#include "story/markup.h"
#include "story/text_builder.h"

namespace crosscheck {

// Writes paragraphs: text with white space collapsed, an empty line between two.
class ParagraphWriter {
 public:
  explicit ParagraphWriter(TextBuilder& builder, std::vector<Paragraph>& paragraphs) : builder_(builder), paragraphs_(paragraphs) {}
  // Text of `source`, character references resolved where `references`.
  void text(const MappedText& source, std::uint32_t begin, std::uint32_t end, bool references);
  // A space, where more text follows in this paragraph; `at` in the source of that text.
  void gap(std::uint32_t at) {
    if (open_ && !space_) { space_ = true; space_begin_ = space_end_ = at; }
  }
  // Ends the paragraph; what is written next is another. Returns whether there was one.
  bool finish(std::optional<BlockKind> kind, const MappedText& source, std::uint32_t at);

 private:
  TextBuilder& builder_;
  std::vector<Paragraph>& paragraphs_;
  std::uint32_t begin_ = 0;
  bool open_ = false, space_ = false;
  std::uint32_t space_begin_ = 0, space_end_ = 0;
};

struct HtmlOptions {
  bool fragment = false;        // all of it is the story
  bool trust_classes = true;    // leave out elements by the names of their classes
};

// Appends; of a page, everything outside the article is navigation.
void append_html(const MappedText& source, std::uint32_t begin, std::uint32_t end, const HtmlOptions& options,
                 const MarkupWords& words, TextBuilder& builder, std::vector<Paragraph>& paragraphs, Metadata& metadata);

}  // namespace crosscheck
