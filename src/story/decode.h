// Bytes of a file -> UTF-8, with the way back to the bytes.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "story/story.h"

namespace crosscheck {

struct MappedText {
  std::string text;  // well-formed UTF-8
  OffsetMap map;     // text -> file
};

// UTF-8 (also with a few broken sequences), UTF-16 with or without a byte order mark, else the charset that the bytes
// declare (HTML meta, XML encoding) or the likeliest one, with a warning where it is guessed.
// No value, and an error, for empty files and for bytes that are no text (NULs).
Result<MappedText> decode(std::string_view bytes, const std::string& path);

}  // namespace crosscheck
