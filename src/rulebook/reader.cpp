#include "rulebook/reader.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/utf8.h"
#include "rulebook/suggest.h"

namespace crosscheck::loading {
namespace {

// Byte offset of a 1-based line and column (code points).
std::size_t offset_of(std::string_view text, std::uint32_t line, std::uint32_t column) {
  std::size_t at = 0;
  for (std::uint32_t l = 1; l < line; ++l) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    at = end + 1;
  }
  for (std::uint32_t c = 1; c < column && at < text.size(); ++c) next_code_point(text, at);
  return at;
}

std::size_t utf8_size(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// Reads one escape of a basic string at raw[at] == '\\'; moves `at` behind it and gives the bytes it stands for.
std::size_t escape_size(std::string_view raw, std::size_t& at) {
  const char kind = at + 1 < raw.size() ? raw[at + 1] : ' ';
  if (kind == 'u' || kind == 'U') {
    const std::size_t digits = kind == 'u' ? 4 : 8;
    const std::string hex(raw.substr(std::min(at + 2, raw.size()), digits));
    at += 2 + digits;
    return utf8_size(static_cast<char32_t>(std::strtoul(hex.c_str(), nullptr, 16)));
  }
  if (kind == ' ' || kind == '\t' || kind == '\n' || kind == '\r') {  // line-ending backslash: white space goes
    ++at;
    while (at < raw.size() && (raw[at] == ' ' || raw[at] == '\t' || raw[at] == '\n' || raw[at] == '\r')) ++at;
    return 0;
  }
  at += 2;
  return 1;
}

}  // namespace

std::vector<Item> in_order(const toml::table& table) {
  std::vector<Item> items;
  items.reserve(table.size());
  for (auto it = table.cbegin(); it != table.cend(); ++it) items.push_back({&it->first, &it->second});
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    const auto& x = a.key->source().begin;
    const auto& y = b.key->source().begin;
    return x.line != y.line ? x.line < y.line : x.column < y.column;
  });
  return items;
}

RuleLocation Reader::inside(const TomlString& text, std::size_t offset) const {
  const std::string_view raw = file_->text;
  std::size_t at = offset_of(raw, text.source().begin.line, text.source().begin.column);
  if (at >= raw.size() || (raw[at] != '"' && raw[at] != '\'')) return this->at(text);
  const bool basic = raw[at] == '"';
  const bool long_form = at + 2 < raw.size() && raw[at + 1] == raw[at] && raw[at + 2] == raw[at];
  at += long_form ? 3 : 1;
  if (long_form && raw.substr(at, 2) == "\r\n") at += 2;
  else if (long_form && raw.substr(at, 1) == "\n") at += 1;
  for (std::size_t value = 0; at < raw.size();) {
    if (basic && raw[at] == '\\') {
      std::size_t behind = at;
      const std::size_t size = escape_size(raw, behind);
      if (size > 0 && value + size > offset) break;
      value += size;
      at = behind;
    } else {
      if (value >= offset) break;
      ++value;
      ++at;
    }
  }
  const LineColumn place = line_column(raw, at);
  return {file_->path, place.line, place.column};
}

void Reader::only_keys(const toml::table& table, std::string_view owner, std::initializer_list<std::string_view> keys) const {
  for (const Item& item : in_order(table)) {
    const std::string_view key = item.key->str();
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    error(at(*item.key), fmt::format("{} has no key \"{}\"{}", owner, key, did_you_mean(key, std::vector<std::string_view>(keys))));
  }
}

const TomlString* Reader::as_text(const toml::node& node, std::string_view what, bool entry) const {
  const TomlString* text = node.as_string();
  const std::string_view of = entry ? "an entry of " : "";
  if (text == nullptr) {
    error(at(node), fmt::format("{}\"{}\" must be text in quotes, not {}", of, what, type_name(node)));
    return nullptr;
  }
  if (text->get().find_first_not_of(" \t\r\n") == std::string::npos) {
    error(at(node), fmt::format("{}\"{}\" is empty", of, what));
    return nullptr;
  }
  return text;
}

std::optional<double> Reader::as_number(const toml::node& node, std::string_view what) const {
  std::optional<double> number;
  if (node.is_integer()) number = static_cast<double>(node.as_integer()->get());
  if (node.is_floating_point()) number = node.as_floating_point()->get();
  if (number && std::isfinite(*number)) return number;
  error(at(node), fmt::format("\"{}\" must be a number, not {}", what, number ? "inf or nan" : type_name(node)));
  return std::nullopt;
}

std::vector<const TomlString*> Reader::as_texts(const toml::node& node, std::string_view what, bool single) const {
  std::vector<const TomlString*> out;
  if (single && node.is_string()) {
    if (const TomlString* text = as_text(node, what)) out.push_back(text);
    return out;
  }
  const toml::array* array = node.as_array();
  if (array == nullptr) {
    error(at(node), node.is_string() ? fmt::format("\"{}\" is a list: put it into [ ]", what)
                                     : fmt::format("\"{}\" must be a list of texts, not {}", what, type_name(node)));
    return out;
  }
  out.reserve(array->size());
  for (auto it = array->cbegin(); it != array->cend(); ++it)
    if (const TomlString* text = as_text(*it, what, true)) out.push_back(text);
  return out;
}

std::string Reader::text(const toml::table& table, std::string_view key) const {
  const toml::node* node = table.get(key);
  const TomlString* text = node == nullptr ? nullptr : as_text(*node, key);
  return text == nullptr ? std::string() : text->get();
}

std::vector<const TomlString*> Reader::texts(const toml::table& table, std::string_view key, bool single) const {
  const toml::node* node = table.get(key);
  if (node == nullptr) return {};
  return as_texts(*node, key, single);
}

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "text";
    case toml::node_type::integer:
    case toml::node_type::floating_point: return "a number";
    case toml::node_type::boolean: return "true or false";
    default: return "a date or time";
  }
}

bool is_name(std::string_view text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (text.empty() || !letter(text.front()) || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || c == '-' || (c >= '0' && c <= '9'); });
}

}  // namespace crosscheck::loading
