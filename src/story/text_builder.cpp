#include "story/text_builder.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

namespace crosscheck {

std::string utf8(char32_t c) {
  if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) c = 0xfffd;
  std::string out;
  if (c < 0x80) out += static_cast<char>(c);
  else if (c < 0x800) { out += static_cast<char>(0xc0 | (c >> 6)); out += static_cast<char>(0x80 | (c & 0x3f)); }
  else {
    if (c < 0x10000) out += static_cast<char>(0xe0 | (c >> 12));
    else { out += static_cast<char>(0xf0 | (c >> 18)); out += static_cast<char>(0x80 | ((c >> 12) & 0x3f)); }
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  }
  return out;
}

void TextBuilder::linear(std::uint32_t file_begin, std::uint32_t length, std::uint32_t stride) {
  const std::uint32_t file_end = file_begin + length * stride;
  out_.map.extend({size(), file_begin, true, file_end, stride});
}

void TextBuilder::copy(const MappedText& source, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return;
  const std::string_view bytes = std::string_view(source.text).substr(begin, end - begin);
  if (source.map.identity()) {
    linear(begin, end - begin, 1);
    out_.text += bytes;
    return;
  }
  const auto& runs = source.map.runs();
  auto run = std::upper_bound(runs.begin(), runs.end(), begin, [](std::uint32_t at, const OffsetMap::Run& r) { return at < r.text_begin; });
  if (run != runs.begin()) --run;
  for (std::uint32_t at = begin; at < end && run != runs.end(); ++run) {
    const std::uint32_t next = run + 1 == runs.end() ? static_cast<std::uint32_t>(source.text.size()) : (run + 1)->text_begin;
    const std::uint32_t stop = std::min(end, next);
    if (stop <= at) continue;
    if (run->linear) linear(run->file_begin + (at - run->text_begin) * run->stride, stop - at, run->stride);
    else out_.map.extend({size(), run->file_begin, false, run->file_end, 1});
    out_.text.append(source.text, at, stop - at);
    at = stop;
  }
}

void TextBuilder::unit(std::string_view text, const MappedText& source, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t from = source.map.file_begin(begin);
  out_.map.extend({size(), from, false, begin < end ? source.map.file_end(end) : from, 1});
  out_.text += text;
}

bool TextBuilder::reference(const MappedText& source, std::uint32_t& at, std::uint32_t end) {
  const std::string_view text = source.text;
  std::uint32_t stop = at + 1;
  while (stop < end && stop - at < 32 && text[stop] != ';' && text[stop] != '<' && text[stop] != '&' && text[stop] != ' ') ++stop;
  if (stop >= end || text[stop] != ';' || stop == at + 1) return false;
  const std::string name(text.substr(at + 1, stop - at - 1));
  char32_t c = 0;
  if (name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
    for (std::size_t i = hex ? 2 : 1; i < name.size(); ++i) {
      const char d = name[i];
      const int value = d >= '0' && d <= '9' ? d - '0' : hex && (d | 0x20) >= 'a' && (d | 0x20) <= 'f' ? (d | 0x20) - 'a' + 10 : -1;
      if (value < 0 || c > 0x10ffff) return false;
      c = c * (hex ? 16 : 10) + static_cast<char32_t>(value);
    }
    static constexpr std::array<char16_t, 32> kWindows = {  // numbers 128..159 mean Windows-1252, as browsers read them
        0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
        0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178};
    if (c >= 0x80 && c <= 0x9f) c = kWindows[c - 0x80];
  } else if (name == "apos") {
    c = '\'';
  } else if (const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()))) {
    c = entity->value;
  } else {
    return false;
  }
  unit(utf8(c), source, at, stop + 1);
  at = stop + 1;
  return true;
}

std::string plain_text(const MappedText& source, std::uint32_t begin, std::uint32_t end) {
  TextBuilder builder;
  const std::string_view text = source.text;
  for (std::uint32_t at = begin; at < end;) {
    if (text[at] == '&' && builder.reference(source, at, end)) continue;
    if (text.substr(at, 9) == "<![CDATA[") {
      const auto close = static_cast<std::uint32_t>(std::min<std::size_t>(text.find("]]>", at), end));
      builder.copy(source, at + 9, close);
      at = std::min(close + 3, end);
      continue;
    }
    const auto next = static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_of("&<", at + 1), end));
    builder.copy(source, at, next);
    at = next;
  }
  return builder.take().text;
}

}  // namespace crosscheck
