// One story as read: its text, what its head and foot matter say about it, and its sentences and tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "value/value.h"

namespace crosscheck {

// Monotone map from bytes of Story::text to bytes of the file on disk. No runs: the identity.
class OffsetMap {
 public:
  struct Run {
    std::uint32_t text_begin;  // this run reaches to the next run's text_begin
    std::uint32_t file_begin;
    bool linear;               // byte by byte; otherwise the run is one unit ("&amp;", a UTF-16 code unit)
    std::uint32_t file_end;
    std::uint32_t stride = 1;  // bytes of the file for one of the text, in a linear run (ASCII in UTF-16: 2)
  };
  void add(Run run) { runs_.push_back(run); }
  void extend(Run run);  // as add, but a linear run that goes on where the last one ended becomes part of it
  bool identity() const { return runs_.empty(); }
  const std::vector<Run>& runs() const { return runs_; }
  std::uint32_t file_begin(std::uint32_t text_offset) const;  // of the byte at text_offset
  std::uint32_t file_end(std::uint32_t text_end) const;       // just behind the byte before text_end

 private:
  std::vector<Run> runs_;
};

enum class BlockKind : std::uint8_t {
  headline, standfirst, crosshead, body,                                // read for claims
  date, dateline, byline, outlet, navigation, tags, note, timestamp,    // head and foot matter: not read for claims
};
constexpr bool is_read(BlockKind kind) { return kind <= BlockKind::body; }

// A paragraph or a part of one: "date 2025-12-01" glued to the first line is a block of its own.
struct Block {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  BlockKind kind = BlockKind::body;
  std::uint32_t paragraph = 0;  // running number; blocks glued to one another share it
};

// Tokens as UD English EWT cuts them (contractions split: do n't, Keane 's), but for hyphens, which do not cut.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Sentence {
  std::uint32_t first = 0;  // tokens [first, last)
  std::uint32_t last = 0;
  std::uint32_t block = 0;  // index into Story::blocks
};

// Where a fact about the story itself was read.
struct Credit {
  std::string name;      // "IANS", "Xinhua": as written
  Span span;
  enum class From : std::uint8_t { dateline, byline, note, metadata } from = From::dateline;
};

struct Story {
  StoryId id;
  std::string path;                       // as given; for a story of a .jsonl file its `path`, else FILE.jsonl#LINE
  std::string text;                       // the reading text, UTF-8; offsets of spans are into it
  OffsetMap map;
  std::string file;                       // the bytes on disk where they are not `text` itself (map not the identity)

  std::optional<std::string> outlet;      // who publishes, where the story or its metadata says so
  std::optional<TimeRange> published;     // granularity tells day from minute; nothing: unknown
  std::string published_text;             // ISO 8601 as precise as known: "2025-12-01", "2025-12-01T08:34:00+05:30"
  std::string headline;                   // "" where there is none
  std::vector<Credit> credits;            // agencies and outlets of head and foot matter
  std::optional<Span> dateline_place;     // "Kyiv [Ukraine]"
  std::optional<TimeRange> dateline_date;

  std::vector<Block> blocks;              // in order, not overlapping
  std::vector<Sentence> sentences;        // of blocks that are read
  std::vector<Token> tokens;              // of these sentences

  std::string_view bytes() const { return map.identity() ? std::string_view(text) : std::string_view(file); }
  std::string_view words(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }
  std::string_view words(const Token& t) const { return std::string_view(text).substr(t.begin, t.end - t.begin); }
  Span span(std::uint32_t first_token, std::uint32_t last_token) const {
    return {id, tokens[first_token].begin, tokens[last_token - 1].end};
  }
  const Block& block_of(const Sentence& s) const { return blocks[s.block]; }
  // Half-open bytes of the file on disk (for a .jsonl story: of its `text` value, in UTF-8).
  std::pair<std::uint32_t, std::uint32_t> file_range(Span span) const {
    return {map.file_begin(span.begin), map.file_end(span.end)};
  }
};

// Gives the story another number: its own spans follow.
void renumber(Story& story, StoryId id);

}  // namespace crosscheck
