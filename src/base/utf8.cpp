#include "base/utf8.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace crosscheck {

std::optional<std::size_t> first_invalid_utf8(std::string_view s) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  for (std::size_t i = 0; i < s.size();) {
    const unsigned char b = byte(i);
    if (b < 0x80) {
      std::uint64_t eight = 0;
      for (; i + 8 <= s.size(); i += 8) {
        std::memcpy(&eight, s.data() + i, 8);
        if ((eight & 0x8080808080808080u) != 0) break;
      }
      while (i < s.size() && byte(i) < 0x80) ++i;
      continue;
    }
    std::size_t length = 0;
    unsigned char low = 0x80,
                  high = 0xbf;  // bounds of the second byte: no overlong forms, surrogates, or past U+10FFFF
    if (b >= 0xc2 && b <= 0xdf)
      length = 2;
    else if (b >= 0xe0 && b <= 0xef) {
      length = 3;
      if (b == 0xe0) low = 0xa0;
      if (b == 0xed) high = 0x9f;
    } else if (b >= 0xf0 && b <= 0xf4) {
      length = 4;
      if (b == 0xf0) low = 0x90;
      if (b == 0xf4) high = 0x8f;
    } else
      return i;
    if (i + length > s.size() || byte(i + 1) < low || byte(i + 1) > high) return i;
    for (std::size_t k = 2; k < length; ++k)
      if ((byte(i + k) & 0xc0) != 0x80) return i;
    i += length;
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view s, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) & 0x3fu : 0u; };
  const unsigned char b = static_cast<unsigned char>(s[at]);
  if (b < 0xc0) {
    ++at;
    return b;
  }
  char32_t c = 0;
  if (b < 0xe0) {
    c = ((b & 0x1fu) << 6) | byte(at + 1);
    at += 2;
  } else if (b < 0xf0) {
    c = ((b & 0x0fu) << 12) | (byte(at + 1) << 6) | byte(at + 2);
    at += 3;
  } else {
    c = ((b & 0x07u) << 18) | (byte(at + 1) << 12) | (byte(at + 2) << 6) | byte(at + 3);
    at += 4;
  }
  at = std::min(at, s.size());
  return c;
}

LineColumn line_column(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  LineColumn place;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
      ++place.column;
  }
  return place;
}

namespace {

constexpr std::size_t kStep = 64;

// Code points that begin in the text: bytes that are no continuation (10xxxxxx), eight at a time.
std::size_t code_points(std::string_view text) {
  constexpr std::uint64_t kLowBits = 0x0101010101010101;
  std::size_t continued = 0, i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    if (const std::uint64_t high = (bytes >> 7) & ~(bytes >> 6) & kLowBits; high != 0) continued += static_cast<std::size_t>(std::popcount(high));
  }
  for (; i < text.size(); ++i) continued += (static_cast<unsigned char>(text[i]) & 0xc0) == 0x80 ? 1 : 0;
  return text.size() - continued;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
  line_starts_.push_back(0);
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) line_starts_.push_back(end + 1);
  counts_.reserve(text.size() / kStep + 1);
  std::size_t count = 0;
  for (std::size_t i = 0; i <= text.size(); i += kStep) {
    counts_.push_back(count);
    count += code_points(text.substr(i, kStep));
  }
}

std::size_t LineIndex::code_points_before(std::size_t offset) const {
  const std::size_t step = offset / kStep;
  return counts_[step] + code_points(text_.substr(step * kStep, offset % kStep));
}

LineColumn LineIndex::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) - 1;
  return {static_cast<std::uint32_t>(line - line_starts_.begin() + 1),
          static_cast<std::uint32_t>(code_points_before(offset) - code_points_before(*line) + 1)};
}

namespace {

// Behind the last byte written.
char* encode(char32_t c, char* to) {
  if (c < 0x80)
    *to++ = static_cast<char>(c);
  else if (c < 0x800) {
    *to++ = static_cast<char>(0xc0 | (c >> 6));
    *to++ = static_cast<char>(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    *to++ = static_cast<char>(0xe0 | (c >> 12));
    *to++ = static_cast<char>(0x80 | ((c >> 6) & 0x3f));
    *to++ = static_cast<char>(0x80 | (c & 0x3f));
  } else {
    *to++ = static_cast<char>(0xf0 | (c >> 18));
    *to++ = static_cast<char>(0x80 | ((c >> 12) & 0x3f));
    *to++ = static_cast<char>(0x80 | ((c >> 6) & 0x3f));
    *to++ = static_cast<char>(0x80 | (c & 0x3f));
  }
  return to;
}

char32_t fold(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032:
    case 0x02bc: return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033:
    case 0x00ab:
    case 0x00bb: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return '-';
    case 0x00a0:
    case 0x2007:
    case 0x2009:
    case 0x202f:
    case 0x200a: return ' ';
    case 0x0130: return 'i';
    case 0x0178: return 0x00ff;
    default: break;
  }
  if (c >= 0xc0 && c <= 0xde && c != 0xd7) return c + 32;                      // Latin-1
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177)) return c | 1;  // Latin Extended-A, even/odd
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e)) return (c & 1) ? c + 1 : c;  // odd/even
  if (c >= 0x391 && c <= 0x3a9) return c + 32;                                               // Greek
  if (c >= 0x410 && c <= 0x42f) return c + 32;                                               // Cyrillic
  if (c >= 0x400 && c <= 0x40f) return c + 80;
  if (c >= 0x1e00 && c <= 0x1eff && !(c >= 0x1e96 && c <= 0x1e9f)) return c | 1;  // Vietnamese, Welsh
  return c;
}

}  // namespace

std::size_t fold(std::string_view text, char* to) {
  unsigned char all = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {  // without a branch: most text is ASCII
    const auto b = static_cast<unsigned char>(text[i]);
    all |= b;
    to[i] = static_cast<char>(b + (b >= 'A' && b <= 'Z' ? 32 : 0));
  }
  if (all < 0x80) return text.size();
  char* out = to;
  for (std::size_t i = 0; i < text.size();) {
    const auto b = static_cast<unsigned char>(text[i]);
    if (b < 0x80) {
      *out++ = static_cast<char>(b + (b >= 'A' && b <= 'Z' ? 32 : 0));
      ++i;
    } else if (text.substr(i, 3) == "\xe2\x80\xa6") {
      out = std::fill_n(out, 3, '.');
      i += 3;
    } else if (const std::size_t length = b < 0xc0 ? 1 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4; length == 1 || i + length > text.size()) {
      *out++ = text[i++];  // a piece of a character
    } else
      out = encode(fold(next_code_point(text, i)), out);
  }
  return static_cast<std::size_t>(out - to);
}

std::string fold(std::string_view text) {
  std::string out(text.size(), '\0');
  out.resize(fold(text, out.data()));
  return out;
}

}  // namespace crosscheck
