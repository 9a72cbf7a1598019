// From what the user named to raw stories: files, folders, standard input, and files that hold a story a line.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "story/read_stories.h"

namespace crosscheck {

namespace {

namespace fs = std::filesystem;

void complain(RawStories& out, const std::string& path, std::string message, std::uint32_t line = 0) {
  out.diagnostics.push_back({Severity::error, path, line, 0, std::move(message)});
}

std::string ending_of(const fs::path& path) { return fold(path.extension().string()); }

bool is_story_ending(const std::string& ending) {
  static constexpr const char* kEndings[] = {".txt", ".html", ".htm", ".xml", ".json", ".jsonl"};
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

// By what the bytes begin with (NULs of UTF-16 left out), else by the ending.
std::string format_of(std::string_view bytes, const std::string& ending) {
  std::string head;
  for (const char c : bytes.substr(0, 2048)) {
    if (c == '\0' || (c & 0x80) != 0 || (head.empty() && (c == ' ' || c == '\t' || c == '\r' || c == '\n'))) continue;
    head += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  const auto begins = [&](std::string_view with) { return std::string_view(head).substr(0, with.size()) == with; };
  if (begins("<")) {
    for (const std::string_view tag : {"<rss", "<feed", "<nitf", "<newsitem", "<rdf:rdf", "<newsmessage"})
      if (head.find(tag) != std::string::npos) return "xml";
    if (begins("<!doctype html") || head.find("<html") != std::string::npos || head.find("<body") != std::string::npos) return "html";
    if (begins("<?xml")) return "xml";
  }
  if (ending == ".html" || ending == ".htm") return "html";
  if (ending == ".xml" && begins("<")) return "xml";
  if (begins("{") && (ending == ".json" || head.find("\":") != std::string::npos)) return "json";
  return "text";
}

// The JSON string that begins at the front of `text`, taken off it; nothing for one with escapes beyond the short ones.
std::optional<std::string> take_plain_string(std::string_view& text) {
  if (text.empty() || text.front() != '"') return std::nullopt;
  text.remove_prefix(1);
  std::string out;
  for (;;) {
    const auto stop = std::find_if(text.begin(), text.end(), [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; });
    const auto length = static_cast<std::size_t>(stop - text.begin());
    out += text.substr(0, length);
    text.remove_prefix(length);
    if (text.size() < 2 && (text.empty() || text.front() != '"')) return std::nullopt;
    const char mark = text.front();
    text.remove_prefix(1);
    if (mark == '"') return out;
    if (mark != '\\') return std::nullopt;
    static constexpr std::string_view kEscapes = "\"\\/bfnrt", kMeant = "\"\\/\b\f\n\r\t";
    const std::size_t which = kEscapes.find(text.front());
    if (which == std::string_view::npos) return std::nullopt;
    out += kMeant[which];
    text.remove_prefix(1);
  }
}

// Nearly every line is an object of plain strings: read here at a fifth of the price. False, and nothing said, for all else.
bool read_plain_line(std::string_view line, RawStory& story) {
  const auto take = [&](char c) {
    const auto skip = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t\r\n"), line.size())); };
    skip();
    if (line.empty() || line.front() != c) return false;
    line.remove_prefix(1);
    skip();
    return true;
  };
  bool has_text = false;
  if (first_invalid_utf8(line) || !take('{')) return false;
  do {
    const auto key = take_plain_string(line);
    if (!key || !take(':')) return false;
    auto value = take_plain_string(line);
    if (!value) return false;
    has_text = has_text || *key == "text";
    for (const auto& [name, slot] : {std::pair<const char*, std::string*>{"text", &story.bytes}, {"path", &story.path},
                                    {"outlet", &story.outlet}, {"published", &story.published}, {"headline", &story.headline}})
      if (*key == name) *slot = std::move(*value);
  } while (take(','));
  return has_text && take('}') && line.empty();
}

// Any line; an error text where it holds no story.
std::string read_line(std::string_view line, RawStory& story) {
  const nlohmann::json value = nlohmann::json::parse(line, nullptr, false);
  if (value.is_discarded()) return "is not JSON";
  if (!value.is_object()) return "is not a JSON object";
  const auto text = value.find("text");
  if (text == value.end()) return "has no \"text\"";
  if (!text->is_string()) return "\"text\" is not a string";
  for (const auto& [key, slot] : {std::pair<const char*, std::string*>{"path", &story.path}, {"outlet", &story.outlet},
                                  {"published", &story.published}, {"headline", &story.headline}}) {
    const auto found = value.find(key);
    if (found == value.end() || found->is_null()) continue;
    if (!found->is_string()) return fmt::format("\"{}\" is not a string", key);
    *slot = found->get<std::string>();
  }
  story.bytes = text->get<std::string>();
  return {};
}

// One line of a .jsonl file; an error text where it holds no story.
std::string add_line(std::string_view line, const std::string& file, std::uint32_t number, RawStories& out) {
  RawStory story;
  if (!read_plain_line(line, story)) {
    story = {};
    if (std::string error = read_line(line, story); !error.empty()) return error;
  }
  if (story.path.empty()) story.path = fmt::format("{}#{}", file, number);
  story.format = "text";
  out.stories.push_back(std::move(story));
  return {};
}

void add_lines(std::string_view bytes, const std::string& path, RawStories& out) {
  if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
  std::uint32_t number = 0;
  bool any = false;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    any = true;
    if (std::string error = add_line(line, path, number, out); !error.empty()) complain(out, path, std::move(error), number);
  }
  if (!any) complain(out, path, "is empty: nothing to read");
}

// Whether the first line alone is a JSON object with "text": a story a line, whatever the file is called.
bool holds_lines(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (begin == std::string_view::npos || bytes[begin] != '{') return false;
  const std::string_view line = bytes.substr(begin, bytes.find('\n', begin) - begin);
  const nlohmann::json value = nlohmann::json::parse(line, nullptr, false);
  return value.is_object() && value.contains("text");
}

void add_bytes(std::string bytes, const std::string& path, const std::string& ending, RawStories& out) {
  if (ending == ".jsonl" || holds_lines(bytes)) { add_lines(bytes, path, out); return; }
  RawStory story;
  story.path = path;
  story.format = format_of(bytes, ending);
  story.bytes = std::move(bytes);
  out.stories.push_back(std::move(story));
}

// Reads a stream to its end; false (and what is wrong in `out`) for one that fails or is too large.
bool read_stream(std::FILE* stream, const std::string& path, std::string& bytes, RawStories& out) {
  std::string buffer(std::size_t{1} << 16, '\0');
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), stream)) {
    bytes.append(buffer, 0, n);
    if (bytes.size() > kLargestFile) {
      complain(out, path, fmt::format("is larger than {} MB: not read", kLargestFile >> 20));
      return false;
    }
  }
  if (std::ferror(stream) != 0) {
    complain(out, path, fmt::format("cannot be read: {}", std::strerror(errno)));
    return false;
  }
  return true;
}

void read_file(const std::string& path, RawStories& out) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (!error && size > kLargestFile) {
    complain(out, path, fmt::format("is {} MB, larger than {} MB: not read", size >> 20, kLargestFile >> 20));
    return;
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) { complain(out, path, fmt::format("cannot be read: {}", std::strerror(errno))); return; }
  std::string bytes;
  bytes.reserve(error ? 0 : size);
  if (read_stream(file.get(), path, bytes, out)) add_bytes(std::move(bytes), path, ending_of(path), out);
}

bool is_passed_over(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.empty() || name[0] == '.' || fold(name).compare(0, 6, "readme") == 0 || !is_story_ending(ending_of(path));
}

// Returns how many stories and complaints came of it.
std::size_t read_folder(const fs::path& folder, int depth, RawStories& out) {
  const auto count = [&] { return out.stories.size() + out.diagnostics.size(); };
  const std::size_t before = count();
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) entries.push_back(it->path());
  if (error) { complain(out, folder.string(), fmt::format("cannot be read: {}", error.message())); return 1; }
  std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) { return a.filename().string() < b.filename().string(); });
  for (const fs::path& entry : entries) {
    const bool directory = fs::is_directory(fs::symlink_status(entry, error));
    if (directory && depth < 32 && entry.filename().string()[0] != '.') read_folder(entry, depth + 1, out);
    else if (!directory && fs::is_regular_file(entry, error) && !is_passed_over(entry)) read_file(entry.string(), out);
  }
  return count() - before;
}

}  // namespace

RawStories read_files(const std::vector<std::string>& paths) {
  RawStories out;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-") {
      std::string bytes;
      if (read_stream(stdin, path, bytes, out)) add_bytes(std::move(bytes), path, "", out);
    } else if (const fs::file_status status = fs::status(path, error); !fs::exists(status)) {
      complain(out, path, status.type() == fs::file_type::not_found ? "does not exist" : fmt::format("cannot be read: {}", error.message()));
    } else if (fs::is_directory(status)) {
      if (read_folder(path, 0, out) == 0)
        complain(out, path, "holds no stories: none of its files ends in .txt, .html, .htm, .xml, .json or .jsonl");
    } else if (!fs::is_regular_file(status)) {  // a pipe or a device may never end, or never begin
      complain(out, path, "is no file: what comes from a pipe or a device is read from standard input, -");
    } else {
      read_file(path, out);
    }
  }
  return out;
}

}  // namespace crosscheck
