#include "story/characters.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace crosscheck {

namespace {

CharInfo punctuation(char32_t c) {
  CharInfo info;
  switch (c) {
    case 0x2018: case 0x2019: case 0x201b: case 0x02bc: info.kind = CharKind::apostrophe; break;
    case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0xab: case 0xbb: info.kind = CharKind::quote; break;
    case 0x2010: case 0x2011: info.kind = CharKind::hyphen; break;
    case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: info.kind = CharKind::dash; break;
    case 0x2026: info.kind = CharKind::ellipsis; break;
    case 0xa2: case 0xa3: case 0xa4: case 0xa5: info.kind = CharKind::currency; break;
    case 0xad: case 0xb7: info.kind = CharKind::letter; break;  // soft hyphen, middle dot (Catalan): inside words
    case 0x85: case 0xa0: case 0x1680: case 0x2028: case 0x2029: case 0x200b: case 0x202f: case 0x205f: case 0x3000: case 0xfeff:
    case 0x200e: case 0x200f:
      info.kind = CharKind::space;
      break;
    case 0x200c: case 0x200d: info.kind = CharKind::letter; break;  // joiners inside Indic and Persian words
    default:
      if (c >= 0x2000 && c <= 0x200a) info.kind = CharKind::space;
      else if (c >= 0x80 && c <= 0x9f) info.kind = CharKind::space;
      else if (c >= 0x20a0 && c <= 0x20cf) info.kind = CharKind::currency;
      break;
  }
  return info;
}

CharInfo classify(char32_t c) {
  CharInfo info;
  if (c >= 0xc0 && c <= 0x17f && c != 0xd7 && c != 0xf7) {
    info.kind = CharKind::letter;
    info.upper = u_isupper(static_cast<UChar32>(c)) != 0;
    info.lower = !info.upper;
    return info;
  }
  info = punctuation(c);
  if (info.kind != CharKind::symbol) return info;
  const auto code = static_cast<UChar32>(c);
  const int type = u_charType(code);
  if (u_isalpha(code) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_MODIFIER_LETTER) {
    info.kind = CharKind::letter;
    info.upper = type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
    info.lower = type == U_LOWERCASE_LETTER;
  } else if (type == U_DECIMAL_DIGIT_NUMBER) {
    info.kind = CharKind::digit;
  } else if (type == U_CONTROL_CHAR || type == U_SPACE_SEPARATOR || type == U_FORMAT_CHAR) {
    info.kind = CharKind::space;
  }
  return info;
}

}  // namespace

CharInfo wide_char_at(std::string_view text, std::size_t at) {
  std::size_t next = at;
  CharInfo info = classify(next_code_point(text, next));
  info.length = static_cast<std::uint8_t>(next - at);
  return info;
}

CharInfo char_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) --begin;
  return char_at(text, begin);
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const CharInfo info = char_at(text, 0);
    if (info.kind != CharKind::space) break;
    text.remove_prefix(info.length);
  }
  while (!text.empty()) {
    const CharInfo info = char_before(text, text.size());
    if (info.kind != CharKind::space) break;
    text.remove_suffix(info.length);
  }
  return text;
}

}  // namespace crosscheck
