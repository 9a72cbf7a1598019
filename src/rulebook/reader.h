// What the loader's parts share: one rule file as toml++ read it, where its nodes stand, and how errors are told. Private to
// rulebook/ (it shows toml++).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "base/diagnostic.h"
#include "rulebook/load_rulebook.h"
#include "rulebook/rulebook.h"

namespace crosscheck::loading {

using TomlString = toml::value<std::string>;

struct Item {
  const toml::key* key = nullptr;
  const toml::node* node = nullptr;
};

// toml++ sorts by key: back into the order of the file.
std::vector<Item> in_order(const toml::table& table);

class Reader {
 public:
  Reader(const RuleFile& file, std::vector<Diagnostic>& out) : file_(&file), out_(&out) {}

  const RuleFile& file() const { return *file_; }
  RuleLocation at(const toml::source_region& region) const { return {file_->path, region.begin.line, region.begin.column}; }
  RuleLocation at(const toml::node& node) const { return at(node.source()); }
  RuleLocation at(const toml::key& key) const { return at(key.source()); }
  // The place in the file of the byte `offset` of a string's value, escapes and multi-line strings minded.
  RuleLocation inside(const TomlString& text, std::size_t offset) const;

  void error(const RuleLocation& where, std::string message) const { tell(Severity::error, where, std::move(message)); }
  void warning(const RuleLocation& where, std::string message) const { tell(Severity::warning, where, std::move(message)); }

  // `owner` as in "[[check]]": every other key is an error.
  void only_keys(const toml::table& table, std::string_view owner, std::initializer_list<std::string_view> keys) const;

  // Null (and an error) when the node is something else, or blank. `what` names it: "title"; `entry`: it is one of several.
  const TomlString* as_text(const toml::node& node, std::string_view what, bool entry = false) const;
  std::optional<double> as_number(const toml::node& node, std::string_view what) const;
  // The texts of an array; a single text where `single` allows it.
  std::vector<const TomlString*> as_texts(const toml::node& node, std::string_view what, bool single = false) const;

  std::string text(const toml::table& table, std::string_view key) const;  // "" where it is missing or no text
  std::vector<const TomlString*> texts(const toml::table& table, std::string_view key, bool single = false) const;

 private:
  void tell(Severity severity, const RuleLocation& where, std::string message) const {
    out_->push_back({severity, where.file, where.line, where.column, std::move(message)});
  }

  const RuleFile* file_;
  std::vector<Diagnostic>* out_;
};

// "an array", for messages.
std::string_view type_name(const toml::node& node);
bool is_name(std::string_view text);  // a-z, 0-9 behind the first letter, and hyphens between

}  // namespace crosscheck::loading
