// Paths -> stories: plain text as scraped, HTML, NITF, RSS and Atom items, ninjs, JSONL; folders; "-".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rulebook/rulebook.h"
#include "story/story.h"

namespace crosscheck {

inline constexpr std::size_t kLargestFile = std::size_t{64} << 20;  // bytes; a larger file is refused with a message

// What was on disk, before anybody looked at the words.
struct RawStory {
  std::string path;
  std::string bytes;        // of the file; for .jsonl the `text` value
  std::string format;       // "text", "html", "xml", "json"
  std::string outlet, published, headline;  // metadata beside the text (.jsonl); "" where none
};

struct RawStories {
  std::vector<RawStory> stories;
  std::vector<Diagnostic> diagnostics;  // files that could not be read: errors
};

// Folders are read in order of name, recursively; files there whose ending is no story format are passed over.
// Paths named by the user are always read or complained about.
RawStories read_files(const std::vector<std::string>& paths);

// Decodes, finds head and foot matter, breaks into sentences and tokens. Stories are independent of one another.
// `value` is empty where the bytes hold no text (binary, empty).
class StoryReader {
 public:
  explicit StoryReader(const Rulebook& rulebook);
  ~StoryReader();
  StoryReader(StoryReader&&) noexcept;
  // Safe to call from several threads.
  Result<Story> read(const RawStory& raw, StoryId id) const;

 private:
  struct Impl;
  Impl* impl_;
};

}  // namespace crosscheck
