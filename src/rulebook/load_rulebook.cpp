#include "rulebook/load_rulebook.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "rulebook/loader.h"
#include "rulebook/suggest.h"

namespace crosscheck {
namespace loading {
namespace {

constexpr int kMostRepairs = 20;          // syntax errors told of one file
constexpr std::size_t kMostKeyParts = 32;  // toml++ nests and frees dotted keys recursively
constexpr std::size_t kLargestFile = 4u << 20;

const std::initializer_list<std::string_view> kTopKeys = {"schema", "words",  "choices", "shapes", "claim",
                                                          "check",  "figures", "units",  "places", "opposites"};

// Offset of the first dotted key with too many parts. Strings and comments are passed over.
std::optional<std::size_t> endless_key(std::string_view text) {
  std::size_t most = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    most = std::max(most, static_cast<std::size_t>(std::count(text.data() + at, text.data() + end, '.')));
    at = end + 1;
  }
  if (most <= kMostKeyParts) return std::nullopt;
  std::size_t dots = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#') {
      i = std::min(text.find('\n', i), text.size());
    } else if (c == '"' || c == '\'') {
      const bool triple = text.substr(i, 3) == std::string(3, c);
      const std::string close(triple ? 3 : 1, c);
      i += close.size();
      while (i < text.size() && text.substr(i, close.size()) != close && (triple || text[i] != '\n')) i += c == '"' && text[i] == '\\' ? 2 : 1;
      i += close.size() - 1;
    } else if (c == '.') {
      if (++dots > kMostKeyParts) return i;
    } else if (c == '=' || c == ',' || c == '\n' || c == '[' || c == ']' || c == '{' || c == '}') {
      dots = 0;
    }
  }
  return std::nullopt;
}

bool starts_with_curly_quote(std::string_view text) {
  for (const std::string_view quote : {"\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x9e", "\xc2\xab"})
    if (text.starts_with(quote)) return true;
  return false;
}

std::size_t line_start(std::string_view text, std::uint32_t line) {
  std::size_t at = 0;
  for (std::uint32_t l = 1; l < line; ++l) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return text.size();
    at = end + 1;
  }
  return at;
}

// toml++'s words in our style, with the commonest slip of all told for what it is.
std::string syntax_message(const toml::parse_error& problem, std::string_view text, RuleLocation& where) {
  std::size_t at = line_start(text, where.line);
  const std::size_t line_end = std::min(text.find('\n', at), text.size());
  for (std::uint32_t c = 1; c < where.column && at < line_end; ++c) next_code_point(text, at);
  std::size_t before = at;
  if (before > 0) --before;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xc0) == 0x80) --before;
  for (const std::size_t place : {at, before}) {
    if (!starts_with_curly_quote(text.substr(std::min(place, text.size())))) continue;
    const LineColumn found = line_column(text, place);
    where.line = found.line;
    where.column = found.column;
    return "curly quotes cannot open a value: use straight ones";
  }
  std::string_view said = problem.description();
  if (said.find("inline table") != std::string_view::npos && said.find("'\\n'") != std::string_view::npos)
    return "{ } ends on the line where it begins: only [ ] may go over several lines";
  constexpr std::string_view kPrefix = "Error while parsing ";
  if (said.starts_with(kPrefix)) said.remove_prefix(kPrefix.size());
  std::string message(said);
  while (!message.empty() && (message.back() == '.' || message.back() == '\n')) message.pop_back();
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z') message[0] = static_cast<char>(message[0] + 32);
  return message;
}

// Blanks the section that holds `line`, from its [header] to the next, and keeps its line breaks. False when there is
// nothing left to blank.
bool blank_section(std::string& text, std::uint32_t line) {
  std::size_t begin = line_start(text, line);
  if (begin >= text.size()) return false;
  while (begin > 0 && text[begin] != '[') {
    const std::size_t before = begin < 2 ? std::string::npos : text.rfind('\n', begin - 2);
    begin = before == std::string::npos ? 0 : before + 1;
  }
  std::size_t end = line_start(text, line);
  do {
    const std::size_t newline = text.find('\n', end);
    end = newline == std::string::npos ? text.size() : newline + 1;
  } while (end < text.size() && text[end] != '[');
  bool changed = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] == '\n' || text[i] == ' ') continue;
    text[i] = ' ';
    changed = true;
  }
  return changed;
}

bool readable(const Reader& reader) {
  const std::string& text = reader.file().text;
  if (text.size() > kLargestFile) {
    reader.error({reader.file().path, 0, 0}, fmt::format("a rule file of {} bytes: at most {} are read", text.size(), kLargestFile));
    return false;
  }
  if (const auto bad = first_invalid_utf8(text)) {
    const LineColumn place = line_column(text, *bad);
    reader.error({reader.file().path, place.line, place.column}, "not UTF-8: save this file as UTF-8");
    return false;
  }
  if (const auto endless = endless_key(text)) {
    const LineColumn place = line_column(text, *endless);
    reader.error({reader.file().path, place.line, place.column}, fmt::format("a key of more than {} parts", kMostKeyParts));
    return false;
  }
  return true;
}

// toml++ stops at the first error of a file. The section it stands in is blanked and the rest read again, so that one run
// tells of every section's first error.
toml::table parse_one(const Reader& reader, bool& whole) {
  std::string text = reader.file().text;
  for (int round = 0; round < kMostRepairs; ++round) {
    try {
      return toml::parse(text);
    } catch (const toml::parse_error& problem) {
      whole = false;
      RuleLocation where = reader.at(problem.source());
      const std::uint32_t line = where.line;
      const std::string message = syntax_message(problem, reader.file().text, where);
      reader.error(where, message);
      if (!blank_section(text, line)) break;
    }
  }
  return {};
}

void check_schema(const Document& document) {
  const Reader& reader = document.reader;
  const toml::node* schema = document.table.get("schema");
  if (schema == nullptr) reader.error({reader.file().path, 1, 1}, "the first line must be: schema = 1");
  else if (!schema->is_integer() || schema->as_integer()->get() != 1)
    reader.error(reader.at(*schema), "this program reads schema = 1 only");
}

}  // namespace

void parse_files(const std::vector<RuleFile>& files, Loader& loader) {
  loader.documents.reserve(files.size());
  for (const RuleFile& file : files) {
    Reader reader(file, loader.diagnostics);
    bool whole = readable(reader);
    if (whole) {
      Document document{reader, parse_one(reader, whole)};
      if (whole) check_schema(document);
      reader.only_keys(document.table, "a rule file", kTopKeys);
      loader.documents.push_back(std::move(document));
    }
    if (!whole) loader.incomplete = true;
  }
}

std::vector<const toml::table*> tables_of(const Document& document, std::string_view name) {
  std::vector<const toml::table*> out;
  const toml::node* node = document.table.get(name);
  if (node == nullptr) return out;
  if (node->is_table()) {
    document.reader.error(document.reader.at(*node), fmt::format("[{}] makes a single table: write [[{}]]", name, name));
    return out;
  }
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    document.reader.error(document.reader.at(*node), fmt::format("{} must be tables: write [[{}]]", name, name));
    return out;
  }
  for (auto it = array->cbegin(); it != array->cend(); ++it) {
    if (const toml::table* table = it->as_table()) out.push_back(table);
    else document.reader.error(document.reader.at(*it), fmt::format("{} must be tables: write [[{}]]", name, name));
  }
  return out;
}

}  // namespace loading

Result<Rulebook> load_rulebook(const std::vector<RuleFile>& files) {
  loading::Loader loader;
  loading::parse_files(files, loader);
  loading::declare_names(loader);
  loading::load_words(loader);
  loading::load_engine_tables(loader);
  loading::load_claims(loader);
  loading::load_checks(loader);
  Result<Rulebook> result;
  result.diagnostics = std::move(loader.diagnostics);
  // The parts run over all files one after another: back into the order of the files and their lines.
  std::vector<std::string_view> order;
  for (const RuleFile& file : files) order.push_back(file.path);
  const auto place = [&](const Diagnostic& d) { return std::find(order.begin(), order.end(), d.path) - order.begin(); };
  std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    if (a.path != b.path) return place(a) < place(b);
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  });
  if (!any_error(result.diagnostics)) result.value = std::move(loader.book);
  return result;
}

}  // namespace crosscheck
