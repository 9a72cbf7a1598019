// [figures.SECTION], [units.NAME], [places.NAME], [opposites]: what the engine itself reads.
#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "base/utf8.h"
#include "rulebook/loader.h"
#include "rulebook/suggest.h"

namespace crosscheck::loading {
namespace {

std::vector<Item> tables_in(const Document& document, std::string_view section, std::string_view example) {
  std::vector<Item> out;
  const toml::node* node = document.table.get(section);
  if (node == nullptr) return out;
  if (!node->is_table()) {
    document.reader.error(document.reader.at(*node), fmt::format("{} is a table of tables: write {}", section, example));
    return out;
  }
  for (const Item& item : in_order(*node->as_table())) {
    if (item.node->is_table()) out.push_back(item);
    else document.reader.error(document.reader.at(*item.node), fmt::format("{}.{} must be a table: write {}", section, item.key->str(), example));
  }
  return out;
}

std::optional<Figure> read_figure(const Reader& reader, const Item& item) {
  const std::string_view what = item.key->str();
  const toml::array* pair = item.node->as_array();
  if (pair == nullptr) {
    const auto number = reader.as_number(*item.node, what);
    return number ? std::optional<Figure>(Figure{*number, *number}) : std::nullopt;
  }
  if (pair->size() != 2) {
    reader.error(reader.at(*item.node), fmt::format("\"{}\" takes one number or two: [low, high]", what));
    return std::nullopt;
  }
  const auto low = reader.as_number(*pair->get(0), what), high = reader.as_number(*pair->get(1), what);
  if (!low || !high) return std::nullopt;
  if (*low > *high) {
    reader.error(reader.at(*item.node), fmt::format("\"{}\" takes [low, high]: here the first number is the larger", what));
    return std::nullopt;
  }
  return Figure{*low, *high};
}

void load_figures(Loader& loader, const Document& document) {
  const Reader& reader = document.reader;
  for (const Item& section : tables_in(document, "figures", "[figures.SECTION]")) {
    Figures& figures = loader.book.figures[std::string(section.key->str())];
    for (const Item& item : in_order(*section.node->as_table())) {
      const auto figure = read_figure(reader, item);
      if (!figure) continue;
      const auto [at, fresh] = figures.emplace(fold(item.key->str()), *figure);
      if (!fresh && (at->second.low != figure->low || at->second.high != figure->high))
        reader.error(reader.at(*item.key), fmt::format("\"{}\" has another figure already in [figures.{}]", item.key->str(), section.key->str()));
    }
  }
}

// NAME = [[words of one side], [words of the other]]
void load_opposites(Loader& loader, const Document& document) {
  const Reader& reader = document.reader;
  const toml::node* node = document.table.get("opposites");
  if (node == nullptr) return;
  const toml::table* table = node->as_table();
  if (table == nullptr) return reader.error(reader.at(*node), "opposites is a table: write [opposites]");
  for (const Item& item : in_order(*table)) {
    Opposites entry;
    entry.name = item.key->str();
    const toml::array* sides = item.node->as_array();
    const bool lists = sides && sides->size() >= 2 && std::all_of(sides->begin(), sides->end(), [](const toml::node& side) { return side.is_array(); });
    if (!lists) {
      reader.error(reader.at(*item.node), fmt::format("{} needs two sides at least: [[\"hot\", \"warm\"], [\"cold\"]]", entry.name));
      continue;
    }
    for (const toml::node& side : *sides) {
      entry.sides.emplace_back();
      for (const TomlString* word : reader.as_texts(side, entry.name)) {
        const std::string folded = fold(word->get());
        const bool twice = std::any_of(entry.sides.begin(), entry.sides.end(), [&](const auto& words) { return std::find(words.begin(), words.end(), folded) != words.end(); });
        if (twice) reader.error(reader.at(*word), fmt::format("{} stands twice in {}", word->get(), entry.name));
        else if (folded.find(' ') != std::string::npos) reader.error(reader.at(*word), fmt::format("\"{}\": opposites are single words", word->get()));
        else entry.sides.back().push_back(folded);
      }
    }
    loader.book.opposites.push_back(std::move(entry));
  }
}

void load_units(Loader& loader, const Document& document) {
  const Reader& reader = document.reader;
  for (const Item& item : tables_in(document, "units", "[units.NAME]")) {
    const toml::table& table = *item.node->as_table();
    reader.only_keys(table, fmt::format("[units.{}]", item.key->str()), {"dimension", "factor", "offset", "words", "symbols"});
    Unit unit;
    unit.name = fold(item.key->str());
    unit.dimension = reader.text(table, "dimension");
    if (!table.contains("dimension"))
      reader.error(reader.at(*item.key), fmt::format("unit {} has no \"dimension\": length, duration, money:dollar …", unit.name));
    if (const toml::node* factor = table.get("factor")) unit.factor = reader.as_number(*factor, "factor").value_or(1);
    if (const toml::node* offset = table.get("offset")) unit.offset = reader.as_number(*offset, "offset").value_or(0);
    if (!(unit.factor > 0)) reader.error(reader.at(*table.get("factor")), "\"factor\" must be above 0");
    for (const TomlString* word : reader.texts(table, "words")) unit.words.push_back(fold(word->get()));
    for (const TomlString* symbol : reader.texts(table, "symbols")) unit.symbols.push_back(symbol->get());
    if (unit.words.empty() && unit.symbols.empty())
      reader.error(reader.at(*item.key), fmt::format("unit {} has neither words nor symbols, so it would never be found", unit.name));
    const auto same = [&](const Unit& other) { return other.name == unit.name; };
    if (std::any_of(loader.book.units.begin(), loader.book.units.end(), same))
      reader.error(reader.at(*item.key), fmt::format("unit {} stands twice", unit.name));
    else
      loader.book.units.push_back(std::move(unit));
  }
}

struct PlaceOrigin {
  const Reader* reader;
  RuleLocation key;
  RuleLocation in;
};

void load_place(Loader& loader, const Reader& reader, const Item& item, std::unordered_map<std::string, std::size_t>& known,
                std::vector<PlaceOrigin>& origins) {
  const toml::table& table = *item.node->as_table();
  reader.only_keys(table, fmt::format("[places.{}]", item.key->str()), {"in", "kind", "names", "people", "capital"});
  PlaceEntry place;
  place.name = fold(item.key->str());
  place.in = fold(reader.text(table, "in"));
  place.kind = reader.text(table, "kind");
  for (const TomlString* name : reader.texts(table, "names")) place.names.push_back(name->get());
  for (const TomlString* people : reader.texts(table, "people")) place.people.push_back(people->get());
  if (const toml::node* capital = table.get("capital")) {
    if (capital->is_boolean()) place.capital = capital->as_boolean()->get();
    else reader.error(reader.at(*capital), "\"capital\" must be true or false");
  }
  if (!known.emplace(place.name, loader.book.places.size()).second)
    return reader.error(reader.at(*item.key), fmt::format("place {} stands twice", place.name));
  const toml::node* in = table.get("in");
  origins.push_back({&reader, reader.at(*item.key), in == nullptr ? RuleLocation() : reader.at(*in)});
  loader.book.places.push_back(std::move(place));
}

void load_places(Loader& loader) {
  std::unordered_map<std::string, std::size_t> known;
  std::vector<PlaceOrigin> origins;
  for (const Document& document : loader.documents)
    for (const Item& item : tables_in(document, "places", "[places.NAME]"))
      load_place(loader, document.reader, item, known, origins);
  const auto& places = loader.book.places;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].in.empty()) continue;
    if (!known.contains(places[i].in)) {
      std::vector<std::string_view> names;
      for (const PlaceEntry& place : places) names.push_back(place.name);
      loader.unknown(*origins[i].reader, origins[i].in, fmt::format("no place \"{}\"{}", places[i].in, did_you_mean(places[i].in, names)));
      continue;
    }
    std::size_t at = i, steps = 0;
    while (!places[at].in.empty() && known.contains(places[at].in) && steps <= places.size()) {
      at = known.at(places[at].in);
      if (at == i) break;
      ++steps;
    }
    if (at == i) origins[i].reader->error(origins[i].in, fmt::format("{} lies in itself", places[i].name));
  }
}

}  // namespace

void load_engine_tables(Loader& loader) {
  for (const Document& document : loader.documents) {
    load_figures(loader, document);
    load_units(loader, document);
    load_opposites(loader, document);
  }
  load_places(loader);
}

}  // namespace crosscheck::loading
