// [[check]]: what is compared, what is flagged, how it is told, and the stories that show it.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rulebook/loader.h"
#include "rulebook/suggest.h"

namespace crosscheck::loading {
namespace {

const std::vector<std::string_view> kCredits = {"named", "described", "anonymous", "several", "document", "witness", "agency", "nobody"};

// One [[check]] while it is read.
struct Reading {
  const Loader& loader;
  const Reader& reader;
  const toml::table& table;
  Check& check;

  // The kinds it looks at: all of them for "any".
  std::vector<const ClaimKind*> kinds() const {
    std::vector<const ClaimKind*> out;
    if (check.any_claim)
      for (const ClaimKind& kind : loader.book.kinds) out.push_back(&kind);
    else
      for (const KindId id : check.claims) out.push_back(&loader.book[id]);
    return out;
  }
  std::vector<std::string_view> slot_names() const {
    std::vector<std::string_view> names = {kEvent, kWhen, kWhere, kPolarity};
    for (const ClaimKind* kind : kinds())
      for (const SlotDeclaration& slot : kind->slots) names.push_back(slot.name);
    return names;
  }
  std::vector<SlotDeclaration> slots_named(std::string_view name) const {
    std::vector<SlotDeclaration> out;
    for (const ClaimKind* kind : kinds())
      if (const auto slot = kind->slot(name)) out.push_back(kind->slots[*slot]);
    return out;
  }
  std::string subject() const {
    if (check.any_claim) return "no kind";
    return check.claims.size() == 1 ? fmt::format("kind {}", loader.book[check.claims.front()].name) : "none of these kinds";
  }
};

bool has_part(SlotType type, std::string_view part) {
  if (part == "standing") return type == SlotType::office;
  if (part == "number" || part == "unit") return is_amount(type);
  if (part == "other") return type == SlotType::thing || type == SlotType::happening;  // surely another thing, where only one can be
  if (part == "spelling") return type == SlotType::person || type == SlotType::organization || type == SlotType::who || type == SlotType::place;
  return false;
}

// "a.b?" -> path; nothing and an error when no kind has such a slot or part.
std::optional<SlotPath> read_path(const Reading& r, std::string_view written, const RuleLocation& where) {
  SlotPath path;
  if (written.ends_with('?')) {
    path.optional = true;
    written.remove_suffix(1);
  }
  const std::size_t dot = written.find('.');
  path.slot = std::string(written.substr(0, dot));
  if (dot != std::string_view::npos) path.part = std::string(written.substr(dot + 1));
  const auto slots = r.slots_named(path.slot);
  if (slots.empty() && !is_universal(path.slot)) {
    const std::string_view has = !r.check.any_claim && r.check.claims.size() == 1 ? "has no" : "has a";
    r.loader.unknown(r.reader, where, fmt::format("{} {} slot {{{}}}{}", r.subject(), has, path.slot,
                                                  did_you_mean(path.slot, r.slot_names(), "{", "}")));
    return std::nullopt;
  }
  if (dot == std::string_view::npos) return path;
  const bool known = std::any_of(slots.begin(), slots.end(), [&](const SlotDeclaration& slot) { return has_part(slot.type, path.part); });
  if (known) return path;
  std::vector<std::string_view> parts;
  for (const std::string_view part : {"standing", "number", "unit", "spelling", "other"})
    if (std::any_of(slots.begin(), slots.end(), [&](const SlotDeclaration& slot) { return has_part(slot.type, part); })) parts.push_back(part);
  const std::string hint = parts.empty() ? ": it has no parts" : fmt::format(": it has .{}", fmt::join(parts, " and ."));
  r.reader.error(where, fmt::format("{{{}}} has no part .{}{}", path.slot, path.part, hint));
  return std::nullopt;
}

std::vector<SlotPath> read_paths(const Reading& r, std::string_view key) {
  std::vector<SlotPath> out;
  for (const TomlString* text : r.reader.texts(r.table, key, true)) {
    const RuleLocation where = r.reader.at(*text);
    auto path = read_path(r, text->get(), where);
    if (!path) continue;
    if (key != "same") {
      const auto slots = r.slots_named(path->slot);
      for (const SlotDeclaration& slot : slots) {
        if (!never_clashes(slot.type) || key == "swapped" || path->part == "other") continue;
        r.reader.error(where, fmt::format("a {} never clashes, two names for it may be one: make a [choices] line, or put {} into same",
                                          to_string(slot.type), path->slot));
        break;
      }
      if (path->slot == kEvent) r.reader.error(where, "two events never clash: put event into same");
      if (path->optional) r.reader.error(where, fmt::format("? belongs into same, not into {}", key));
    }
    out.push_back(std::move(*path));
  }
  return out;
}

// ---------------------------------------------------------------------------------------------- shape

void read_only_in(const Reading& r, const toml::node& node) {
  const TomlString* text = r.reader.as_text(node, "only_in");
  if (text == nullptr) return;
  if (text->get() == "headline") r.check.shape = CheckShape::only_in_headline;
  else if (text->get() == "summary") r.check.shape = CheckShape::only_in_summary;
  else if (text->get() == "one source") r.check.shape = CheckShape::only_in_one_source;
  else r.reader.error(r.reader.at(node), fmt::format("\"only_in\" is \"headline\", \"summary\" or \"one source\", not \"{}\"", text->get()));
}

void read_said_by(const Reading& r) {
  for (const TomlString* text : r.reader.texts(r.table, "said_by", true)) {
    if (std::find(kCredits.begin(), kCredits.end(), text->get()) == kCredits.end()) {
      const std::string hint = did_you_mean(text->get(), kCredits);
      r.reader.error(r.reader.at(*text), fmt::format("no credit \"{}\"{}", text->get(), hint.empty() ? fmt::format(": there are {}", fmt::join(kCredits, ", ")) : hint));
    }
    r.check.said_by.push_back(text->get());
  }
}

bool fills(const PatternSequence& sequence, std::uint32_t slot) {
  return std::any_of(sequence.begin(), sequence.end(), [&](const PatternElement& element) {
    return (element.kind == PatternElement::Kind::slot && element.slot == slot) ||
           std::any_of(element.alternatives.begin(), element.alternatives.end(), [&](const PatternSequence& one) { return fills(one, slot); });
  });
}

void read_sum(const Reading& r, const toml::node& node) {
  const TomlString* text = r.reader.as_text(node, "sum");
  if (text == nullptr || r.check.claims.empty()) return;
  const ClaimKind& kind = r.loader.book[r.check.claims.front()];
  r.check.sum = parse_sum(r.loader, r.reader, *text, kind);
  if (!r.check.sum || kind.ready_made || kind.patterns.empty()) return;
  std::vector<std::uint32_t> slots = r.check.sum->left;
  if (r.check.sum->right) slots.push_back(*r.check.sum->right);
  const auto all = [&](const Pattern& pattern) {
    return std::all_of(slots.begin(), slots.end(), [&](std::uint32_t slot) { return fills(pattern.elements, slot); });
  };
  if (!std::any_of(kind.patterns.begin(), kind.patterns.end(), all))
    r.reader.error(r.reader.at(*text), fmt::format("no single pattern of claim {} fills all slots of this sum", kind.name));
}

void read_shape(const Reading& r) {
  constexpr std::pair<std::string_view, CheckShape> kShapes[] = {
      {"clash", CheckShape::clash}, {"swapped", CheckShape::swapped}, {"superseded", CheckShape::superseded},
      {"sum", CheckShape::sum},     {"only_in", CheckShape::only_in_headline}};
  read_said_by(r);
  std::string_view found;
  for (const auto& [key, shape] : kShapes) {
    const toml::node* node = r.table.get(key);
    if (node == nullptr) continue;
    if (!found.empty()) {
      r.reader.error(r.reader.at(*node), fmt::format("a check flags one thing: {} or {}, not both", found, key));
      continue;
    }
    found = key;
    r.check.shape = shape;
    if (shape == CheckShape::sum) read_sum(r, *node);
    else if (key == "only_in") read_only_in(r, *node);
    else r.check.slots = read_paths(r, key);
    if (shape == CheckShape::swapped && node->is_array() && node->as_array()->size() != 2)
      r.reader.error(r.reader.at(*node), "\"swapped\" takes two slots: [\"winner\", \"loser\"]");
  }
  const toml::node* said_by = r.table.get("said_by");
  if (said_by != nullptr && !found.empty() && found != "only_in")
    r.reader.error(r.reader.at(*said_by), fmt::format("\"said_by\" joins only_in, not {}", found));
  if (found.empty() && said_by != nullptr) r.check.shape = CheckShape::said_by;
  if (found.empty() && said_by == nullptr)
    r.reader.error(r.reader.at(r.table), "a check needs one of clash, swapped, superseded, sum, only_in, said_by");
}

void check_same(const Reading& r) {
  const bool pairs = r.check.shape == CheckShape::clash || r.check.shape == CheckShape::swapped || r.check.shape == CheckShape::superseded;
  const toml::node* same = r.table.get("same");
  if (same != nullptr) r.check.same = read_paths(r, "same");
  if (pairs && same == nullptr && (r.table.contains("clash") || r.table.contains("swapped") || r.table.contains("superseded")))
    r.reader.error(r.reader.at(r.table), fmt::format("check {} has no \"same\": by what are two claims to be compared?", r.check.id));
  for (const SlotPath& path : r.check.same)
    for (const SlotPath& other : r.check.slots)
      if (path.slot == other.slot && path.part == other.part)
        r.reader.error(r.reader.at(*same), fmt::format("{} is in same and in what is flagged: it cannot be the same and differ", path.text()));
  if (r.check.shape != CheckShape::superseded || !r.table.contains("superseded")) return;
  for (const KindId id : r.check.claims)
    if (r.loader.book[id].evolves == Evolution::constant)
      r.reader.error(r.reader.at(*r.table.get("superseded")), fmt::format("kind {} does not evolve: write evolves = \"rising\" or \"any\" into its [[claim]]", r.loader.book[id].name));
}

// ---------------------------------------------------------------------------------------------- the rest

void read_claims(const Reading& r) {
  const toml::node* node = r.table.get("claim");
  if (node == nullptr) return;
  for (const TomlString* text : r.reader.as_texts(*node, "claim", true)) {
    if (text->get() == "any") { r.check.any_claim = true; continue; }
    const KindId id = r.loader.book.kind(text->get());
    if (id.valid()) { r.check.claims.push_back(id); continue; }
    std::vector<std::string_view> names;
    for (const ClaimKind& kind : r.loader.book.kinds) names.push_back(kind.name);
    r.loader.unknown(r.reader, r.reader.at(*text), fmt::format("no kind of claim \"{}\"{}", text->get(), did_you_mean(text->get(), names)));
  }
}

void check_message_name(const Reading& r, std::string_view name, const RuleLocation& where) {
  static const std::set<std::string_view> kFree = {"clash", "total", "origin", "outlets", "text", "outlet"};
  if (kFree.contains(name)) return;
  const bool sided = name.starts_with("a.") || name.starts_with("b.");
  std::string_view slot = sided ? name.substr(2) : name;
  if (sided && (slot == "text" || slot == "outlet")) return;
  const std::string bare(slot.substr(0, slot.find('.')));
  if (!read_path(r, slot, where) || sided) return;
  const bool pairs = r.check.shape == CheckShape::clash || r.check.shape == CheckShape::swapped || r.check.shape == CheckShape::superseded;
  const bool in_same = std::any_of(r.check.same.begin(), r.check.same.end(), [&](const SlotPath& path) { return path.slot == bare; });
  if (pairs && !in_same) r.reader.error(where, fmt::format("{{{}}} is not in same, so the two claims may differ in it: write {{a.{}}} and {{b.{}}}", name, name, name));
}

void read_message(const Reading& r) {
  const toml::node* node = r.table.get("message");
  const TomlString* text = node == nullptr ? nullptr : r.reader.as_text(*node, "message");
  if (text == nullptr) return;
  r.check.message = text->get();
  const std::string_view message = r.check.message;
  for (std::size_t at = 0; (at = message.find_first_of("{}", at)) != std::string_view::npos;) {
    const std::size_t close = message.find('}', at);
    if (message[at] == '}' || close == std::string_view::npos)
      return r.reader.error(r.reader.inside(*text, at), fmt::format("this {} has no partner", message[at]));
    check_message_name(r, message.substr(at + 1, close - at - 1), r.reader.inside(*text, at));
    at = close + 1;
  }
}

void read_severity(const Reading& r) {
  const toml::node* node = r.table.get("severity");
  if (node == nullptr) return;
  const std::string severity = r.reader.text(r.table, "severity");
  if (severity == "error") r.check.severity = Severity::error;
  else if (severity == "note") r.check.severity = Severity::note;
  else if (severity != "warning" && !severity.empty())
    r.reader.error(r.reader.at(*node), fmt::format("\"severity\" is \"error\", \"warning\" or \"note\", not \"{}\"", severity));
}

std::string usual_category(const Check& check) {
  if (check.shape == CheckShape::superseded) return "update";
  if (!check.said_by.empty() && check.shape == CheckShape::said_by) return "sourcing";
  if (check.shape == CheckShape::only_in_summary) return "unsupported";
  return check.shape == CheckShape::only_in_one_source ? "single-source" : "contradiction";
}

std::optional<ExampleStory> read_story(const Reader& reader, const toml::node& node) {
  ExampleStory story;
  if (node.is_string()) {
    const TomlString* text = reader.as_text(node, "a story");
    if (text == nullptr) return std::nullopt;
    story.text = text->get();
    return story;
  }
  const toml::table* table = node.as_table();
  if (table == nullptr) {
    reader.error(reader.at(node), fmt::format("a story of an example is text or {{ text, outlet, published, headline }}, not {}", type_name(node)));
    return std::nullopt;
  }
  reader.only_keys(*table, "a story of an example", {"text", "outlet", "published", "headline"});
  if (!table->contains("text")) reader.error(reader.at(*table), "this story has no \"text\"");
  story.text = reader.text(*table, "text");
  story.outlet = reader.text(*table, "outlet");
  story.published = reader.text(*table, "published");
  story.headline = reader.text(*table, "headline");
  return story;
}

void read_examples(const Reading& r, std::string_view key, std::vector<CheckExample>& out) {
  const toml::node* node = r.table.get(key);
  const toml::array* sets = node == nullptr ? nullptr : node->as_array();
  if (node == nullptr || sets == nullptr || sets->empty()) {
    const RuleLocation where = node == nullptr ? r.reader.at(r.table) : r.reader.at(*node);
    const std::string_view hint = key == "yes" ? "give one set of stories that it must flag" : "give one pair of stories that it must leave alone";
    if (node != nullptr && sets == nullptr) r.reader.error(where, fmt::format("\"{}\" of a check is a list of lists of stories: [[\"…\", \"…\"]]", key));
    else r.reader.error(where, fmt::format("check {} has no \"{}\": {}", r.check.id, key, hint));
    return;
  }
  for (auto it = sets->cbegin(); it != sets->cend(); ++it) {
    const toml::array* stories = it->as_array();
    if (stories == nullptr || stories->empty()) {
      r.reader.error(r.reader.at(*it), stories == nullptr ? "stories of one example stand in [ ] of their own: [[\"…\", \"…\"]]" : "this example has no story");
      continue;
    }
    CheckExample example;
    example.where = r.reader.at(*stories);
    for (auto s = stories->cbegin(); s != stories->cend(); ++s)
      if (auto story = read_story(r.reader, *s)) example.stories.push_back(std::move(*story));
    out.push_back(std::move(example));
  }
}

void read_check(const Loader& loader, const Reader& reader, const toml::table& table, Check& check) {
  reader.only_keys(table, "[[check]]", {"id", "title", "claim", "same", "clash", "swapped", "superseded", "sum", "only_in", "said_by",
                                        "severity", "category", "message", "why", "yes", "no"});
  check.where = reader.at(table);
  const Reading r{loader, reader, table, check};
  if (const toml::node* id = table.get("id"); id != nullptr && !check.id.empty() && !is_name(check.id))
    reader.error(reader.at(*id), fmt::format("a name of check is made of a-z and hyphens, not \"{}\"", check.id));
  const auto missing = [&](std::string_view key, std::string_view hint) {
    if (!table.contains(key)) reader.error(check.where, fmt::format("check {} has no \"{}\": {}", check.id, key, hint));
  };
  missing("title", "the heading in the report");
  missing("claim", "name the kind it looks at");
  missing("why", "one sentence for the reader");
  check.title = reader.text(table, "title");
  check.why = reader.text(table, "why");
  read_claims(r);
  read_severity(r);
  const bool kinds_known = check.any_claim || !check.claims.empty();
  if (kinds_known || !table.contains("claim")) read_shape(r);
  if (kinds_known) {
    check_same(r);
    read_message(r);
  }
  check.category = reader.text(table, "category");
  if (check.category.empty()) check.category = usual_category(check);
  read_examples(r, "yes", check.yes);
  read_examples(r, "no", check.no);
}

}  // namespace

void load_checks(Loader& loader) {
  std::unordered_map<std::string, RuleLocation> ids;
  for (const Document& document : loader.documents) {
    const Reader& reader = document.reader;
    for (const toml::table* table : tables_of(document, "check")) {
      Check check;
      check.id = reader.text(*table, "id");
      if (!table->contains("id")) reader.error(reader.at(*table), "this check has no \"id\": give it a name");
      read_check(loader, reader, *table, check);
      if (const auto [first, fresh] = ids.emplace(check.id, check.where); !fresh && !check.id.empty())
        reader.error(reader.at(*table->get("id")), fmt::format("check {} stands twice: first in {}:{}", check.id, first->second.file, first->second.line));
      loader.book.checks.push_back(std::move(check));
    }
  }
}

}  // namespace crosscheck::loading
