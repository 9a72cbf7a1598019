// The parts of load_rulebook(), in the order in which they run. Private to rulebook/.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/parse_pattern.h"
#include "rulebook/reader.h"
#include "rulebook/slot_types.h"

namespace crosscheck::loading {

struct Document {
  Reader reader;
  toml::table table;
};

struct Loader {
  Rulebook book;
  std::vector<Diagnostic> diagnostics;
  std::vector<Document> documents;
  // A part of some file could not be read: a name that is not known may stand in it, so such names are not told.
  bool incomplete = false;

  void unknown(const Reader& reader, const RuleLocation& where, std::string message) const {
    if (!incomplete) reader.error(where, std::move(message));
  }
};

// Every file through toml++, syntax errors told; top-level keys and `schema` checked.
void parse_files(const std::vector<RuleFile>& files, Loader& loader);
void declare_names(Loader& loader);       // [words], [choices], [shapes]: names only
void load_words(Loader& loader);          // their contents
void load_engine_tables(Loader& loader);  // [figures], [units], [places], [opposites]
void load_claims(Loader& loader);
void load_checks(Loader& loader);

// ------------------------------------------------------------------------------------------ shared by these parts

std::vector<std::string_view> list_names(const Rulebook& book);
// The list of that name, or not valid with an error.
ListId find_list(const Loader& loader, const Reader& reader, std::string_view name, const RuleLocation& where);

const std::vector<std::pair<std::string_view, SlotType>>& slot_types();
bool is_slot_type(std::string_view name);
bool is_amount(SlotType type);    // its values are quantities
bool never_clashes(SlotType type);

// "part + part = whole", "share <= 100 percent" over the slots of `kind`; nothing (and an error) when it is wrong.
std::optional<SumRule> parse_sum(const Loader& loader, const Reader& reader, const TomlString& text, const ClaimKind& kind);

// The names of [[claim]]/[[check]] that stand for every claim.
inline constexpr std::string_view kEvent = "event", kWhen = "when", kWhere = "where", kPolarity = "polarity";
inline bool is_universal(std::string_view slot) { return slot == kEvent || slot == kWhen || slot == kWhere || slot == kPolarity; }

// `tables` of [[name]]; [name] as a single table is an error.
std::vector<const toml::table*> tables_of(const Document& document, std::string_view name);

}  // namespace crosscheck::loading
