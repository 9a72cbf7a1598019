// [[claim]]: kinds, their slots, patterns and examples.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "rulebook/loader.h"
#include "rulebook/suggest.h"

namespace crosscheck::loading {
namespace {

struct Block {
  const Reader* reader;
  const toml::table* table;
  KindId kind;
};

void add_ready_made(Rulebook& book) {
  const auto add = [&](std::string name, std::string says, std::vector<SlotDeclaration> slots) {
    book.kind_names.emplace(name, static_cast<std::uint32_t>(book.kinds.size()));
    ClaimKind kind;
    kind.name = std::move(name);
    kind.says = std::move(says);
    kind.slots = std::move(slots);
    kind.ready_made = true;
    book.kinds.push_back(std::move(kind));
  };
  const auto slot = [](std::string name, SlotType type) {
    SlotDeclaration declaration;
    declaration.name = std::move(name);
    declaration.type = type;
    return declaration;
  };
  add("clause", "one for every clause: who does what",
      {slot("who", SlotType::who), slot("does", SlotType::choice), slot("what", SlotType::thing), slot("number", SlotType::quantity)});
  add("quote", "words in quotation marks and who says them", {slot("speaker", SlotType::who), slot("words", SlotType::quote)});
  add("name", "a name as it is written", {slot("who", SlotType::who)});
  // Carried by a mention, whatever is said of it: what no kind of a rule file knows is compared by these.
  add("figure", "an amount: what it counts or measures, of whom, in which role",
      {slot("number", SlotType::quantity), slot("of", SlotType::thing), slot("who", SlotType::who), slot("does", SlotType::choice),
       slot("what", SlotType::thing), slot("role", SlotType::thing), slot("measure", SlotType::thing)});
  add("moment", "a day or an hour, and what happens then",
      {slot("who", SlotType::who), slot("does", SlotType::choice), slot("what", SlotType::thing), slot("role", SlotType::thing)});
  add("tally", "a score, and whose", {slot("score", SlotType::score), slot("who", SlotType::who), slot("what", SlotType::thing)});
  add("state", "a word of a [choices] line, and whom or what it is said of", {slot("who", SlotType::who), slot("is", SlotType::choice)});
  add("spot", "a place that a sentence names, and what happens there",
      {slot("who", SlotType::who), slot("does", SlotType::choice), slot("what", SlotType::thing), slot("role", SlotType::thing)});
  // Its slots are the words that differ, by the contrast that they make: known only of two (graph/twins.h).
  add("wording", "a sentence that another story has word for word, but for a few",
      {slot("opposite", SlotType::quote), slot("office", SlotType::quote), slot("standing", SlotType::quote), slot("person", SlotType::quote),
       slot("negation", SlotType::quote), slot("figure", SlotType::quote), slot("time", SlotType::quote), slot("place", SlotType::quote)});
  add("statement", "a clause, whatever it tells: found again where another story says the same in other words", {});
  for (const char* name : {"figure", "moment", "tally", "spot", "state", "wording", "statement"}) book.kinds[book.kind(name).index()].loose = true;
}

// ---------------------------------------------------------------------------------------------- slots

std::vector<std::string_view> type_names(const Rulebook& book) {
  std::vector<std::string_view> names;
  for (const auto& [name, type] : slot_types()) names.push_back(name);
  for (const ChoiceLine& line : book.choices) names.push_back(line.name);
  for (const Shape& shape : book.shapes) names.push_back(shape.name);
  return names;
}

bool read_type(const Loader& loader, const Reader& reader, const TomlString& text, SlotDeclaration& slot) {
  const std::string& written = text.get();
  const std::size_t of = written.find(" of ");
  const std::string base = written.substr(0, of);
  const Rulebook& book = loader.book;
  const auto& types = slot_types();
  const auto type = std::find_if(types.begin(), types.end(), [&](const auto& one) { return one.first == base; });
  if (type == types.end()) {
    slot.choice = book.choice(base);
    slot.shape = book.shape(base);
    if (slot.choice.valid()) slot.type = SlotType::choice;
    else if (slot.shape.valid()) slot.type = SlotType::shape;
    else if (book.list(base).valid())
      reader.error(reader.at(text), fmt::format("{} is a word list, not a type: write \"thing of {}\", or put it into [choices]", base, base));
    else
      loader.unknown(reader, reader.at(text), fmt::format("no type of slots \"{}\"{}", base, did_you_mean(base, type_names(book))));
    if (slot.type != SlotType::choice && slot.type != SlotType::shape) return false;
  } else {
    slot.type = type->second;
  }
  if (of == std::string::npos) return true;
  if (slot.type != SlotType::count && slot.type != SlotType::thing && slot.type != SlotType::happening) {
    reader.error(reader.inside(text, of), fmt::format("only count, thing and happening can be of a list, not {}", base));
    return false;
  }
  const std::string list = written.substr(of + 4);
  slot.of = book.list(list);
  if (!slot.of.valid()) find_list(loader, reader, list, reader.inside(text, of + 4));
  return slot.of.valid();
}

void read_slots(Loader& loader, const Block& block) {
  const toml::node* node = block.table->get("slots");
  if (node == nullptr) return;
  const Reader& reader = *block.reader;
  ClaimKind& kind = loader.book.kinds[block.kind.index()];
  if (!kind.slots.empty())
    return reader.error(reader.at(*node), fmt::format("kind {} has its slots already, in {}:{}", kind.name, kind.where.file, kind.where.line));
  if (!node->is_table())
    return reader.error(reader.at(*node), fmt::format("\"slots\" must be a table: {{ who = \"person\", … }}, not {}", type_name(*node)));
  for (const Item& item : in_order(*node->as_table())) {
    SlotDeclaration slot;
    slot.name = std::string(item.key->str());
    if (!is_name(slot.name))
      reader.error(reader.at(*item.key), fmt::format("a name of slot is made of a-z and hyphens, not \"{}\"", slot.name));
    if (is_universal(slot.name) || slot.name == "text")
      reader.error(reader.at(*item.key), fmt::format("every claim has {} of its own accord: another name for this slot", slot.name));
    if (const TomlString* text = reader.as_text(*item.node, slot.name)) read_type(loader, reader, *text, slot);
    kind.slots.push_back(std::move(slot));  // also with a wrong type: patterns that name it are not at fault
  }
  kind.where = reader.at(*block.table);
}

// ---------------------------------------------------------------------------------------------- patterns

// Frequent in every sentence: a pattern cannot be entered at them.
bool is_frequent(const SlotDeclaration& slot) {
  switch (slot.type) {
    case SlotType::person: case SlotType::organization: case SlotType::who: case SlotType::place:
    case SlotType::thing: case SlotType::happening: return !slot.of.valid();
    default: return false;
  }
}

bool has_start(const PatternSequence& sequence, const ClaimKind& kind) {
  return std::any_of(sequence.begin(), sequence.end(), [&](const PatternElement& element) {
    switch (element.kind) {
      case PatternElement::Kind::word: return element.word != ",";
      case PatternElement::Kind::list: return true;
      case PatternElement::Kind::slot: return element.slot == kSlotWhen || (element.slot < kind.slots.size() && !is_frequent(kind.slots[element.slot]));
      case PatternElement::Kind::group:
        return !element.optional && std::all_of(element.alternatives.begin(), element.alternatives.end(),
                                                [&](const PatternSequence& one) { return has_start(one, kind); });
      default: return false;
    }
  });
}

std::vector<std::string_view> slot_names(const ClaimKind& kind) {
  std::vector<std::string_view> names;
  for (const SlotDeclaration& slot : kind.slots) names.push_back(slot.name);
  names.push_back(kWhen);
  names.push_back(kWhere);
  return names;
}

// Names -> ids. False (and errors) when one is not known.
bool resolve(const Loader& loader, const Reader& reader, const TomlString& text, const ClaimKind& kind, PatternSequence& sequence) {
  bool good = true;
  for (PatternElement& element : sequence) {
    for (PatternSequence& one : element.alternatives) good &= resolve(loader, reader, text, kind, one);
    if (element.kind == PatternElement::Kind::list) {
      element.list = loader.book.list(element.word);
      if (!element.list.valid()) {
        find_list(loader, reader, element.word, reader.inside(text, element.offset));
        good = false;
      }
    }
    if (element.kind != PatternElement::Kind::slot) continue;
    if (const auto slot = kind.slot(element.word)) element.slot = *slot;
    else if (element.word == kWhen) element.slot = kSlotWhen;
    else if (element.word == kWhere) element.slot = kSlotWhere;
    else {
      good = false;
      std::string hint = did_you_mean(element.word, slot_names(kind), "{", "}");
      if (hint.empty() && loader.book.list(element.word).valid()) hint = fmt::format(": did you mean the word list <{}>?", element.word);
      loader.unknown(reader, reader.inside(text, element.offset), fmt::format("kind {} has no slot {{{}}}{}", kind.name, element.word, hint));
    }
  }
  return good;
}

void read_patterns(const Loader& loader, const Block& block, std::string_view key, const ClaimKind& kind,
                   const std::vector<Pattern::Meaning>& means, std::vector<Pattern>& out) {
  const Reader& reader = *block.reader;
  for (const TomlString* text : reader.texts(*block.table, key, true)) {
    Pattern pattern;
    pattern.text = text->get();
    pattern.where = reader.at(*text);
    pattern.means = means;
    std::vector<PatternProblem> problems;
    pattern.elements = parse_pattern(pattern.text, PatternUse::pattern, problems);
    for (const PatternProblem& problem : problems) reader.error(reader.inside(*text, problem.offset), problem.message);
    if (!problems.empty() || !resolve(loader, reader, *text, kind, pattern.elements)) continue;
    if (!has_start(pattern.elements, kind))
      reader.error(reader.at(*text), fmt::format("this pattern has nothing to start from: add a word or a list to {}", pattern.text));
    out.push_back(std::move(pattern));
  }
}

// means = { how = "unanimous" }: what the patterns of this block say by themselves.
std::vector<Pattern::Meaning> read_means(const Loader& loader, const Block& block, const ClaimKind& kind) {
  const Reader& reader = *block.reader;
  std::vector<Pattern::Meaning> means;
  const toml::node* node = block.table->get("means");
  if (node == nullptr) return means;
  if (!node->is_table()) {
    reader.error(reader.at(*node), fmt::format("\"means\" must be a table: {{ how = \"list\" }}, not {}", type_name(*node)));
    return means;
  }
  for (const Item& item : in_order(*node->as_table())) {
    const TomlString* text = reader.as_text(*item.node, item.key->str());
    const auto slot = kind.slot(item.key->str());
    if (!slot || kind.slots[*slot].type != SlotType::choice) {
      loader.unknown(reader, reader.at(*item.key), fmt::format("\"means\" fills a slot of a [choices] line; kind {} has no such slot {{{}}}", kind.name, item.key->str()));
      continue;
    }
    if (text == nullptr) continue;
    const ListId list = find_list(loader, reader, text->get(), reader.at(*text));
    if (!list.valid()) continue;
    if (loader.book.covers(kind.slots[*slot].choice, list).empty())
      reader.error(reader.at(*text), fmt::format("{} stands in no list of [choices] {}", text->get(), loader.book[kind.slots[*slot].choice].name));
    means.push_back({*slot, list});
  }
  return means;
}

bool fills(const PatternSequence& sequence, std::uint32_t slot) {
  return std::any_of(sequence.begin(), sequence.end(), [&](const PatternElement& element) {
    if (element.kind == PatternElement::Kind::slot) return element.slot == slot;
    return std::any_of(element.alternatives.begin(), element.alternatives.end(), [&](const PatternSequence& one) { return fills(one, slot); });
  });
}

// ---------------------------------------------------------------------------------------------- examples

void read_yes_slot(const Loader& loader, const Reader& reader, const ClaimKind& kind, const Item& item, ClaimExample& example) {
  const std::string_view name = item.key->str();
  if (!kind.slot(name) && name != kWhen && name != kWhere) {
    loader.unknown(reader, reader.at(*item.key), fmt::format("kind {} has no slot {{{}}}{}", kind.name, name, did_you_mean(name, slot_names(kind), "{", "}")));
    return;
  }
  ClaimExampleSlot slot;
  slot.slot = std::string(name);
  for (const TomlString* value : reader.as_texts(*item.node, name, true)) slot.values.push_back(value->get());
  if (!slot.values.empty()) example.slots.push_back(std::move(slot));
}

void read_yes(const Loader& loader, const Block& block, ClaimKind& kind) {
  const Reader& reader = *block.reader;
  const toml::node* node = block.table->get("yes");
  if (node == nullptr) return;
  const toml::array* array = node->as_array();
  if (array == nullptr) return reader.error(reader.at(*node), "\"yes\" of a claim is a list of tables: [{ text = \"…\", slot = \"…\" }]");
  for (auto it = array->cbegin(); it != array->cend(); ++it) {
    const toml::table* table = it->as_table();
    if (table == nullptr) {
      reader.error(reader.at(*it), fmt::format("an example of \"yes\" is a table, not {}: {{ text = \"…\", slot = \"…\" }}", type_name(*it)));
      continue;
    }
    ClaimExample example;
    example.where = reader.at(*table);
    if (!table->contains("text")) reader.error(example.where, "this example has no \"text\"");
    for (const Item& item : in_order(*table)) {
      if (item.key->str() == "text") example.text = reader.text(*table, "text");
      else read_yes_slot(loader, reader, kind, item, example);
    }
    kind.yes.push_back(std::move(example));
  }
}

void read_no(const Block& block, ClaimKind& kind) {
  for (const TomlString* text : block.reader->texts(*block.table, "no")) {
    ClaimExample example;
    example.text = text->get();
    example.where = block.reader->at(*text);
    kind.no.push_back(std::move(example));
  }
}

// ---------------------------------------------------------------------------------------------- a block

void read_settings(const Loader& loader, const Block& block, ClaimKind& kind) {
  const Reader& reader = *block.reader;
  const toml::table& table = *block.table;
  if (const std::string says = reader.text(table, "says"); !says.empty()) kind.says = says;
  if (const toml::node* node = table.get("evolves")) {
    const std::string evolves = reader.text(table, "evolves");
    if (evolves == "rising") kind.evolves = Evolution::rising;
    else if (evolves == "any") kind.evolves = Evolution::any;
    else if (!evolves.empty()) reader.error(reader.at(*node), fmt::format("\"evolves\" is \"rising\" or \"any\", not \"{}\"", evolves));
  }
  if (const toml::node* node = table.get("weight")) {
    const auto weight = node->is_integer() ? node->as_integer()->get() : -1;
    if (weight >= 0 && weight <= 10) kind.weight = static_cast<int>(weight);
    else reader.error(reader.at(*node), "\"weight\" is a whole number from 0 to 10");
  }
  if (const toml::node* node = table.get("sum"))
    if (const TomlString* text = reader.as_text(*node, "sum")) kind.sum = parse_sum(loader, reader, *text, kind);
}

void require(const Block& block, const ClaimKind& kind) {
  const Reader& reader = *block.reader;
  const RuleLocation where = reader.at(*block.table);
  const auto missing = [&](std::string_view key, std::string_view hint) {
    if (!block.table->contains(key)) reader.error(where, fmt::format("claim {} has no \"{}\": {}", kind.name, key, hint));
  };
  missing("pattern", "say how it is said");
  missing("yes", "give one sentence that makes such a claim");
  missing("no", "give one sentence that must make none");
  for (const std::string_view key : {"pattern", "yes", "no"}) {
    const toml::node* node = block.table->get(key);
    if (node != nullptr && node->is_array() && node->as_array()->empty())
      reader.error(reader.at(*node), fmt::format("\"{}\" of claim {} is empty", key, kind.name));
  }
}

std::vector<Block> declare_kinds(Loader& loader) {
  Rulebook& book = loader.book;
  std::vector<Block> blocks;
  for (const Document& document : loader.documents) {
    const Reader& reader = document.reader;
    for (const toml::table* table : tables_of(document, "claim")) {
      reader.only_keys(*table, "[[claim]]", {"kind", "says", "slots", "pattern", "means", "unless", "evolves", "sum", "weight", "yes", "no"});
      const std::string name = reader.text(*table, "kind");
      if (!table->contains("kind")) reader.error(reader.at(*table), "this claim has no \"kind\": give it a name");
      if (name.empty()) continue;
      const RuleLocation where = reader.at(*table->get("kind"));
      if (!is_name(name) || name == "any") {
        reader.error(where, name == "any" ? "\"any\" stands for all kinds: another name for this one"
                                          : fmt::format("a name of claim is made of a-z and hyphens, not \"{}\"", name));
        continue;
      }
      KindId id = book.kind(name);
      if (id.valid() && book[id].ready_made) {
        reader.error(where, fmt::format("{} is ready-made: another name for this kind", name));
        continue;
      }
      if (!id.valid()) {
        id = KindId(book.kinds.size());
        book.kind_names.emplace(name, id.value);
        book.kinds.emplace_back().name = name;
        book.kinds.back().where = reader.at(*table);
      }
      blocks.push_back({&reader, table, id});
    }
  }
  return blocks;
}

}  // namespace

void load_claims(Loader& loader) {
  add_ready_made(loader.book);
  const std::vector<Block> blocks = declare_kinds(loader);
  for (const Block& block : blocks) read_slots(loader, block);
  std::set<KindId> told;
  for (const Block& block : blocks) {
    ClaimKind& kind = loader.book.kinds[block.kind.index()];
    const Reader& reader = *block.reader;
    if (kind.slots.empty() && told.insert(block.kind).second && !block.table->contains("slots"))
      loader.unknown(reader, reader.at(*block.table), fmt::format("claim {} has no \"slots\": what should it keep?", kind.name));
    read_settings(loader, block, kind);
    read_patterns(loader, block, "pattern", kind, read_means(loader, block, kind), kind.patterns);
    read_patterns(loader, block, "unless", kind, {}, kind.unless);
    read_yes(loader, block, kind);
    read_no(block, kind);
    require(block, kind);
  }
  told.clear();
  for (const Block& block : blocks) {
    const ClaimKind& kind = loader.book[block.kind];
    if (!told.insert(block.kind).second || kind.patterns.empty()) continue;
    if (kind.says.empty()) block.reader->error(kind.where, fmt::format("claim {} has no \"says\": one line for people", kind.name));
    for (std::uint32_t s = 0; s < kind.slots.size(); ++s) {
      const bool worked_out = kind.sum && (kind.sum->right == s || std::count(kind.sum->left.begin(), kind.sum->left.end(), s) > 0);
      const bool filled = std::any_of(kind.patterns.begin(), kind.patterns.end(), [&](const Pattern& p) {
        return fills(p.elements, s) || std::any_of(p.means.begin(), p.means.end(), [&](const Pattern::Meaning& m) { return m.slot == s; });
      });
      if (!filled && !worked_out) block.reader->error(kind.where, fmt::format("no pattern of claim {} fills {{{}}}", kind.name, kind.slots[s].name));
    }
  }
}

}  // namespace crosscheck::loading
