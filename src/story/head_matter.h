// What a text says about itself above and below the story: when, where and by whom it was published, on whose wire it
// rests. Each such line becomes a block that is not read for claims. What is not sure stays body, and unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.h"
#include "story/dates.h"
#include "story/lines.h"
#include "story/story.h"

namespace crosscheck {

// A paragraph as the reader of its format saw it.
struct Paragraph {
  std::uint32_t begin = 0, end = 0;       // bytes of the text, white space taken off
  std::optional<BlockKind> kind;          // where markup says it
};

// What stood beside the text (metadata of the format); wins over what the text says.
struct Metadata {
  std::string outlet, published, headline;
  std::vector<std::string> agencies;
};

class HeadMatter {
 public:
  explicit HeadMatter(const Rulebook& rulebook);

  // Fills blocks, headline, outlet, published, credits and dateline of `story`, whose text is set.
  void read(std::vector<Paragraph> paragraphs, const Metadata& metadata, Story& story) const;

 private:
  struct Reading;   // of one story
  struct PartsRead; // of one line
  struct Dateline;

  Line line(const Reading& r, std::size_t paragraph) const;
  bool is_body(const Reading& r, std::size_t paragraph) const;
  bool is_place(std::string_view name) const;

  // head_matter.cpp: the order of things, headline, outlet, publication date
  void read_marked(Reading& r) const;
  void read_glued_date(Reading& r) const;
  void read_head(Reading& r) const;
  void choose_headline(Reading& r) const;
  void place_leftover(Reading& r, std::size_t paragraph, bool above_headline) const;
  void read_middle(Reading& r) const;
  void finish(Reading& r, const Metadata& metadata) const;
  void set_published(Reading& r, const Metadata& metadata) const;
  void add_metadata(Reading& r, const Metadata& metadata) const;

  // head_lines.cpp: one short line
  bool read_navigation(Reading& r, std::size_t paragraph) const;
  bool read_furniture(Reading& r, std::size_t paragraph, const Line& line) const;
  bool read_parts(Reading& r, std::size_t paragraph, const Line& line) const;
  bool read_part(Reading& r, const Line& part, PartsRead& read) const;
  bool read_date_part(Reading& r, const Line& part) const;
  bool read_byline_part(Reading& r, const Line& part) const;
  bool read_dated_line(Reading& r, std::size_t paragraph, const Line& line) const;
  std::string outlet_of(std::string_view text, const Line& line) const;
  std::string outlet_of_pieces(std::string_view text, const Line& line) const;

  // foot_matter.cpp
  void read_foot(Reading& r) const;
  bool read_foot_line(Reading& r, std::size_t paragraph) const;
  bool is_note(std::string_view text, const Line& line) const;
  void read_note(Reading& r, const Line& line) const;
  void read_closing_credit(Reading& r) const;
  void add_credit(Reading& r, std::uint32_t begin, std::uint32_t end, Credit::From from) const;

  // dateline.cpp
  void read_dateline(Reading& r) const;
  std::optional<Dateline> dateline(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                   const std::optional<TimeRange>& near) const;

  DateReader dates_;
  LineReader lines_;
  // Hashes of folded names, sorted: some ten thousand, asked once a story; with 64 bits nobody will ever see two meet.
  std::vector<std::uint64_t> places_;
  WordSet navigation_;
};

}  // namespace crosscheck
