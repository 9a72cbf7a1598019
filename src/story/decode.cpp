#include "story/decode.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace crosscheck {

namespace {

struct Charset {
  std::string name;       // as ICU knows it
  std::size_t skip = 0;   // bytes of the byte order mark
  bool guessed = false;
};

bool starts_with(std::string_view bytes, std::string_view with) { return bytes.substr(0, with.size()) == with; }

// UTF-16 without a mark: of a sample of mostly ASCII text, every other byte is NUL.
std::optional<Charset> utf16_by_nulls(std::string_view bytes) {
  const std::size_t sample = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (sample < 8) return std::nullopt;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < sample; i += 2) {
    even += bytes[i] == '\0';
    odd += bytes[i + 1] == '\0';
  }
  const std::size_t half = sample / 2;
  if (odd > half * 7 / 10 && even < half / 20 + 1) return Charset{"UTF-16LE", 0, true};
  if (even > half * 7 / 10 && odd < half / 20 + 1) return Charset{"UTF-16BE", 0, true};
  return std::nullopt;
}

// More well-formed multi-byte sequences than broken bytes: other charsets hardly ever form one by chance.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  bytes = bytes.substr(0, 1 << 20);
  while (!bytes.empty()) {
    const auto broken = first_invalid_utf8(bytes);
    const std::string_view fine = bytes.substr(0, broken.value_or(bytes.size()));
    for (const char c : fine) good += (static_cast<unsigned char>(c) & 0xc0) == 0xc0;
    if (!broken) break;
    ++bad;
    bytes.remove_prefix(*broken + 1);
  }
  return good > bad;
}

// The name behind charset= or encoding= in the first kilobytes of HTML or XML.
std::optional<std::string> declared(std::string_view bytes) {
  const std::string head = fold(bytes.substr(0, std::min<std::size_t>(bytes.size(), first_invalid_utf8(bytes.substr(0, 2048)).value_or(2048))));
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string::npos || head[start] != '<') return std::nullopt;
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t at = head.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'')) ++at;
    const std::size_t end = head.find_first_of("\"' ;?/>", at);
    const std::string name = head.substr(at, end == std::string::npos ? end : end - at);
    if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") return "windows-1252";  // as browsers read it
    if (name != "utf-8" && !name.empty()) return name;
  }
  return std::nullopt;
}

bool is_known(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  return U_SUCCESS(status) != 0;
}

std::string likeliest(std::string_view bytes) {
  const auto high = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
  if (high * 20 < bytes.size()) return "windows-1252";  // English with quotation marks, dashes and names
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  const auto sample = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 1 << 16));
  ucsdet_setText(detector.get(), bytes.data(), sample, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  const char* name = match == nullptr || U_FAILURE(status) ? nullptr : ucsdet_getName(match, &status);
  return name == nullptr || U_FAILURE(status) ? "windows-1252" : name;
}

Charset charset_of(std::string_view bytes) {
  if (starts_with(bytes, "\xef\xbb\xbf")) return {"UTF-8", 3, false};
  if (starts_with(bytes, "\xff\xfe")) return {"UTF-16LE", 2, false};
  if (starts_with(bytes, "\xfe\xff")) return {"UTF-16BE", 2, false};
  if (const auto utf16 = utf16_by_nulls(bytes)) return *utf16;
  if (!first_invalid_utf8(bytes)) return {"UTF-8", 0, false};
  if (mostly_utf8(bytes)) return {"UTF-8", 0, true};
  if (const auto name = declared(bytes); name && is_known(*name)) return {*name, 0, false};
  return {likeliest(bytes), 0, true};
}

// Collects code points with the bytes of the file that each came from.
class Collector {
 public:
  void add(char32_t c, std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t length = end - begin;
    const bool ascii = c < 0x80 && length > 0;
    const bool goes_on = ascii && linear_ && length == stride_ && begin == end_;
    if (!goes_on) {
      flush();
      run_ = {static_cast<std::uint32_t>(out_.text.size()), begin, ascii, end, ascii ? length : 1};
      linear_ = ascii;
      stride_ = length;
      open_ = true;
    }
    end_ = run_.file_end = end;
    append(c);
  }
  MappedText take() {
    flush();
    return std::move(out_);
  }

 private:
  void flush() {
    if (open_) out_.map.add(run_);
    open_ = false;
  }
  void append(char32_t c) {
    std::array<char, 4> buffer{};
    std::size_t n = 0;
    if (c < 0x80) buffer[n++] = static_cast<char>(c);
    else if (c < 0x800) { buffer[n++] = static_cast<char>(0xc0 | (c >> 6)); buffer[n++] = static_cast<char>(0x80 | (c & 0x3f)); }
    else {
      if (c < 0x10000) buffer[n++] = static_cast<char>(0xe0 | (c >> 12));
      else { buffer[n++] = static_cast<char>(0xf0 | (c >> 18)); buffer[n++] = static_cast<char>(0x80 | ((c >> 12) & 0x3f)); }
      buffer[n++] = static_cast<char>(0x80 | ((c >> 6) & 0x3f));
      buffer[n++] = static_cast<char>(0x80 | (c & 0x3f));
    }
    out_.text.append(buffer.data(), n);
  }

  MappedText out_;
  OffsetMap::Run run_{};
  std::uint32_t stride_ = 0, end_ = 0;
  bool linear_ = false, open_ = false;
};

// Through ICU's converter, chunk by chunk: each UTF-16 unit it gives knows the byte it came from.
std::optional<MappedText> convert(std::string_view bytes, const Charset& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.name.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  Collector collector;
  constexpr std::size_t kChunk = 1 << 14;
  std::array<UChar, kChunk> units{};
  std::array<std::int32_t, kChunk> offsets{};
  const char* const first = bytes.data() + charset.skip;
  const char* source = first;
  const char* const limit = bytes.data() + bytes.size();
  char32_t pending = 0;          // the code point read last, waiting for where the next one begins
  std::uint32_t pending_begin = 0;
  bool waiting = false;
  const auto next = [&](char32_t c, std::uint32_t begin) {
    if (waiting) collector.add(pending, pending_begin, begin);
    pending = c;
    pending_begin = begin;
    waiting = true;
  };
  char32_t high = 0;
  std::uint32_t high_begin = 0;
  for (bool more = true; more;) {
    UChar* target = units.data();
    const auto base = static_cast<std::int64_t>(source - bytes.data());
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + kChunk, &source, limit, offsets.data(), true, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (U_FAILURE(status) && !more) break;
    for (const UChar* unit = units.data(); unit != target; ++unit) {
      const std::int64_t offset = offsets[static_cast<std::size_t>(unit - units.data())];
      const std::uint32_t begin = static_cast<std::uint32_t>(std::max<std::int64_t>(base + std::max<std::int64_t>(offset, 0), waiting ? pending_begin : 0));
      if (U16_IS_LEAD(*unit)) { high = *unit; high_begin = begin; continue; }
      if (U16_IS_TRAIL(*unit) && high != 0) next(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, *unit)), high_begin);
      else next(*unit, begin);
      high = 0;
    }
  }
  if (waiting) collector.add(pending, pending_begin, static_cast<std::uint32_t>(bytes.size()));
  return collector.take();
}

bool holds_text(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") != std::string_view::npos;
}

}  // namespace

Result<MappedText> decode(std::string_view bytes, const std::string& path) {
  Result<MappedText> result;
  const auto error = [&](std::string message) { result.diagnostics.push_back({Severity::error, path, 0, 0, std::move(message)}); };
  if (bytes.empty()) { error("is empty: nothing to read"); return result; }
  const Charset charset = charset_of(bytes);
  const bool wide = charset.name.compare(0, 6, "UTF-16") == 0;
  if (!wide && bytes.find('\0') != std::string_view::npos) { error("holds NUL bytes: no text"); return result; }
  if (charset.name == "UTF-8" && !charset.guessed && charset.skip == 0) {
    result.value.emplace();
    result.value->text = std::string(bytes);
  } else {
    result.value = convert(bytes, charset);
    if (!result.value) { error(fmt::format("cannot be read as {}", charset.name)); return result; }
  }
  if (result.value->text.find('\0') != std::string::npos) { error("holds NUL characters: no text"); result.value.reset(); return result; }
  if (!holds_text(result.value->text)) { error("holds only white space"); result.value.reset(); return result; }
  if (charset.guessed && charset.name == "UTF-8")
    result.diagnostics.push_back({Severity::warning, path, 0, 0, "is not clean UTF-8: broken bytes are read as \xef\xbf\xbd"});
  else if (charset.guessed)
    result.diagnostics.push_back({Severity::warning, path, 0, 0, fmt::format("is not UTF-8: read as {}, a guess", charset.name)});
  return result;
}

}  // namespace crosscheck
