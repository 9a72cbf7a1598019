// JSON stories: ninjs and the like. A scanner of our own, because no JSON library tells where in the file a character of
// a string comes from.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "story/html_reader.h"

namespace crosscheck {

namespace {

constexpr int kDeepestJson = 64;

struct JsonString {
  std::string path;                  // "publisher/name"; array indices left out
  std::uint32_t begin = 0, end = 0;  // between the quotation marks
};

// All string values of a JSON text, in order, with their paths. Lenient: it stops where the text is no JSON.
class JsonStrings {
 public:
  explicit JsonStrings(std::string_view text) : text_(text) { value("", 0); }
  const std::vector<JsonString>& found() const { return found_; }

 private:
  void skip() { while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_; }
  bool take(char c) {
    skip();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool string(std::uint32_t& begin, std::uint32_t& end) {
    if (!take('"')) return false;
    begin = static_cast<std::uint32_t>(at_);
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    if (at_ >= text_.size()) return false;
    end = static_cast<std::uint32_t>(at_++);
    return true;
  }
  bool value(const std::string& path, int depth) {
    skip();
    if (at_ >= text_.size() || depth > kDeepestJson) return false;
    std::uint32_t begin = 0, end = 0;
    switch (text_[at_]) {
      case '"':
        if (!string(begin, end)) return false;
        found_.push_back({path, begin, end});
        return true;
      case '{':
        ++at_;
        if (take('}')) return true;
        do {
          if (!string(begin, end) || !take(':')) return false;
          std::string inner = path.empty() ? "" : path + "/";
          inner += text_.substr(begin, std::min<std::uint32_t>(end - begin, 64));
          if (!value(inner, depth + 1)) return false;
        } while (take(','));
        return take('}');
      case '[':
        ++at_;
        if (take(']')) return true;
        do {
          if (!value(path, depth + 1)) return false;
        } while (take(','));
        return take(']');
      default: {
        const std::size_t start = at_;
        while (at_ < text_.size() && std::string_view(",]} \n\t\r").find(text_[at_]) == std::string_view::npos) ++at_;
        return at_ > start;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<JsonString> found_;
};

int hex4(std::string_view text, std::uint32_t at, std::uint32_t end) {
  int value = 0;
  for (std::uint32_t i = at; i < at + 4; ++i) {
    if (i >= end) return -1;
    const char c = text[i];
    const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// A string's content with its escapes resolved, each with its place.
MappedText unescape(const MappedText& source, std::uint32_t begin, std::uint32_t end) {
  TextBuilder builder;
  const std::string_view text = source.text;
  for (std::uint32_t at = begin; at < end;) {
    if (text[at] != '\\' || at + 1 >= end) {
      const auto next = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\\', at + 1), end));
      builder.copy(source, at, next);
      at = next;
      continue;
    }
    const std::uint32_t start = at;
    std::string out(1, text[at + 1]);
    at += 2;
    switch (out[0]) {
      case 'n': out = "\n"; break;
      case 't': out = "\t"; break;
      case 'r': case 'b': case 'f': out = " "; break;
      case 'u': {
        const int high = hex4(text, at, end);
        if (high < 0) { out = utf8(0); break; }
        at += 4;
        char32_t c = static_cast<char32_t>(high);
        if (high >= 0xd800 && high < 0xdc00 && at + 1 < end && text[at] == '\\' && text[at + 1] == 'u') {
          const int low = hex4(text, at + 2, end);
          if (low >= 0xdc00 && low < 0xe000) { c = 0x10000 + ((c - 0xd800) << 10) + static_cast<char32_t>(low - 0xdc00); at += 6; }
        }
        out = utf8(c);
        break;
      }
      default: break;
    }
    builder.unit(out, source, start, at);
  }
  return builder.take();
}

// Paragraphs of plain text inside a string: one a line.
void append_plain(const MappedText& inner, std::optional<BlockKind> kind, TextBuilder& builder, std::vector<Paragraph>& paragraphs) {
  ParagraphWriter writer(builder, paragraphs);
  const auto size = static_cast<std::uint32_t>(inner.text.size());
  for (std::uint32_t at = 0; at < size;) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(inner.text.find('\n', at), size));
    writer.text(inner, at, end, false);
    writer.finish(kind, inner, end);
    at = end + 1;
  }
}

void collect_json_ld(const nlohmann::json& value, Metadata& metadata, int depth) {
  if (depth > kDeepestJson) return;
  if (value.is_array()) {
    for (const auto& inner : value) collect_json_ld(inner, metadata, depth + 1);
    return;
  }
  if (!value.is_object()) return;
  const auto text = [&](const char* key) {
    const auto found = value.find(key);
    return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  if (value.contains("datePublished") || value.contains("headline")) {
    if (metadata.published.empty()) metadata.published = text("datePublished");
    if (metadata.headline.empty()) metadata.headline = text("headline");
    const auto publisher = value.find("publisher");
    if (publisher != value.end() && publisher->is_object() && metadata.outlet.empty()) {
      const auto name = publisher->find("name");
      if (name != publisher->end() && name->is_string()) metadata.outlet = name->get<std::string>();
    }
  }
  for (const auto& inner : value)
    if (inner.is_structured()) collect_json_ld(inner, metadata, depth + 1);
}

// The first string at the best of these paths.
const JsonString* pick(const std::vector<JsonString>& strings, std::initializer_list<const char*> paths) {
  for (const char* path : paths)
    for (const JsonString& s : strings)
      if (s.path == path && s.begin < s.end) return &s;
  return nullptr;
}

}  // namespace

void read_json_ld(std::string_view json, Metadata& metadata) {
  const nlohmann::json value = nlohmann::json::parse(json, nullptr, false);
  if (!value.is_discarded()) collect_json_ld(value, metadata, 0);
}

// ninjs 1 and 2 (iptc.org/std/ninjs), schema.org JSON, and our own {"text": ...}.
Document read_json(const MappedText& source, const MarkupWords& words) {
  Document document;
  const JsonStrings strings(source.text);
  const auto& found = strings.found();
  const auto say = [&](std::initializer_list<const char*> paths) {
    const JsonString* s = pick(found, paths);
    return s == nullptr ? std::string() : unescape(source, s->begin, s->end).text;
  };
  document.metadata.published = say({"published", "firstpublished", "datePublished", "firstcreated", "versioncreated", "date"});
  document.metadata.outlet = say({"outlet", "publisher/name", "provider", "provider/name", "copyrightholder", "source"});
  const JsonString* body = pick(found, {"body_html", "body_xhtml", "bodies/value", "body/content", "articleBody", "body_text", "body", "text", "content", "description_text"});
  if (body == nullptr) return document;
  TextBuilder builder;
  const JsonString* headline = pick(found, {"headline", "headlines/value", "title", "name"});
  if (headline != nullptr) {
    const MappedText inner = unescape(source, headline->begin, headline->end);
    document.metadata.headline = inner.text;
    if (headline->begin < body->begin) append_plain(inner, BlockKind::headline, builder, document.paragraphs);
  }
  const JsonString* byline = pick(found, {"byline", "author/name", "author"});
  if (byline != nullptr && byline->begin < body->begin && (headline == nullptr || headline->begin < byline->begin))
    append_plain(unescape(source, byline->begin, byline->end), BlockKind::byline, builder, document.paragraphs);
  const MappedText inner = unescape(source, body->begin, body->end);
  const bool html = inner.text.find("<p") != std::string::npos || inner.text.find("</") != std::string::npos || inner.text.find("<br") != std::string::npos;
  if (html) append_html(inner, 0, static_cast<std::uint32_t>(inner.text.size()), {true, true}, words, builder, document.paragraphs, document.metadata);
  else append_plain(inner, std::nullopt, builder, document.paragraphs);
  document.text = builder.take();
  return document;
}

}  // namespace crosscheck
