// [words], [choices], [shapes].
#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <re2/re2.h>

#include "base/utf8.h"
#include "rulebook/loader.h"
#include "rulebook/suggest.h"

namespace crosscheck::loading {
namespace {

using Names = std::unordered_map<std::string, std::uint32_t>;

bool valid_name(const Reader& reader, const Item& item, std::string_view what) {
  const std::string_view name = item.key->str();
  if (!is_name(name)) {
    reader.error(reader.at(*item.key), fmt::format("a name of {} is made of a-z and hyphens, not \"{}\"", what, name));
    return false;
  }
  // A word list may be called like a type (<office> is the list, {x} = "office" the type): the two never stand in one place.
  if (is_slot_type(name) && what != "word list") {
    reader.error(reader.at(*item.key), fmt::format("{} is a type of slots: another name for this {}", name, what));
    return false;
  }
  return true;
}

const toml::table* section(const Document& document, std::string_view name) {
  const toml::node* node = document.table.get(name);
  if (node == nullptr) return nullptr;
  if (!node->is_table())
    document.reader.error(document.reader.at(*node),
                          fmt::format("{} is one table: write [{}]", name, name));
  return node->as_table();
}

template <class T>
void declare(std::vector<T>& things, Names& names, const Reader& reader, const Item& item) {
  names.emplace(std::string(item.key->str()), static_cast<std::uint32_t>(things.size()));
  T thing;
  thing.name = std::string(item.key->str());
  thing.where = reader.at(*item.key);
  things.push_back(std::move(thing));
}

template <class T>
void declare_once(std::vector<T>& things, Names& names, const Reader& reader, const Item& item, std::string_view what) {
  if (!valid_name(reader, item, what)) return;
  const auto found = names.find(std::string(item.key->str()));
  if (found == names.end()) return declare(things, names, reader, item);
  const RuleLocation& first = things[found->second].where;
  reader.error(reader.at(*item.key), fmt::format("{} {} stands twice: first in {}:{}", what, item.key->str(), first.file, first.line));
}

// ---------------------------------------------------------------------------------------------- entries

// The plain form of a regular past form, as far as spelling shows it: "stopped" -> "stop", "carried" -> "carry".
std::string plain_form(std::string_view past) {
  std::string stem(past.substr(0, past.size() - 2));
  if (stem.ends_with("i")) {
    stem.back() = 'y';
    return stem;
  }
  const char last = stem.back(), before = stem[stem.size() - 2];
  if (last == before && std::string_view("bdgmnprt").find(last) != std::string_view::npos) return stem.substr(0, stem.size() - 1);
  if (std::string_view("cguvz").find(last) != std::string_view::npos || (last == 's' && before != 's')) return stem + "e";
  return stem;
}

// "killed" in verbs: finds neither "kills" nor "was killed". Words such as "need" and "embed" are plain forms.
bool looks_past(std::string_view word) {
  if (word.size() < 5 || !word.ends_with("ed") || word.ends_with("eed") || word.ends_with("mbed")) return false;
  return word.substr(0, word.size() - 2).find_first_of("aeiouy") != std::string_view::npos;
}

std::uint32_t bent_word(const PatternSequence& sequence, WordEntry::Form form) {
  if (form != WordEntry::Form::noun && form != WordEntry::Form::kind) return 0;
  for (std::size_t i = 1; i < sequence.size(); ++i)
    if (sequence[i].kind == PatternElement::Kind::word && sequence[i].word == "of") return static_cast<std::uint32_t>(i - 1);
  return static_cast<std::uint32_t>(sequence.size() - 1);
}

std::optional<WordEntry> read_entry(const Reader& reader, const TomlString& text, WordEntry::Form form) {
  WordEntry entry;
  entry.form = form;
  entry.text = text.get();
  entry.where = reader.at(text);
  std::string_view written = entry.text;
  std::size_t skipped = std::min(written.find_first_not_of(' '), written.size());
  if (form == WordEntry::Form::verb && written.size() > skipped + 3 && fold(written.substr(skipped, 3)) == "be ") {
    entry.form = WordEntry::Form::passive;
    skipped += 3;
  }
  std::vector<PatternProblem> problems;
  entry.sequence = parse_pattern(written.substr(skipped), PatternUse::entry, problems);
  for (const PatternProblem& problem : problems) reader.error(reader.inside(text, skipped + problem.offset), problem.message);
  if (!problems.empty()) return std::nullopt;
  const auto optional = [](const PatternElement& e) { return e.kind == PatternElement::Kind::group && e.optional; };
  if (std::all_of(entry.sequence.begin(), entry.sequence.end(), optional)) {
    reader.error(reader.at(text), "all of this entry is in [ ], so it would find nothing: leave one word outside");
    return std::nullopt;
  }
  const PatternElement& first = entry.sequence.front();
  if (entry.form == WordEntry::Form::verb && first.kind == PatternElement::Kind::word && looks_past(first.word)) {
    const std::string plain = plain_form(first.word);
    reader.error(reader.at(text), fmt::format("\"{}\" is a past form: did you mean {} or be {}?", first.word, plain, first.word));
    return std::nullopt;
  }
  entry.bent = bent_word(entry.sequence, entry.form);
  return entry;
}

void read_list(Loader& loader, const Reader& reader, WordList& list, const Item& item) {
  const toml::table* table = item.node->as_table();
  if (table == nullptr) {
    reader.error(reader.at(*item.node), fmt::format("{} must say what its words are: {{ verbs = [...] }}, nouns, words, kinds or includes", list.name));
    return;
  }
  const std::string owner = "a word list";
  reader.only_keys(*table, owner, {"verbs", "nouns", "words", "kinds", "includes"});
  constexpr std::pair<std::string_view, WordEntry::Form> kForms[] = {
      {"verbs", WordEntry::Form::verb}, {"nouns", WordEntry::Form::noun}, {"words", WordEntry::Form::word}, {"kinds", WordEntry::Form::kind}};
  bool any = table->contains("includes");
  for (const auto& [key, form] : kForms) {
    any = any || table->contains(key);
    for (const TomlString* text : reader.texts(*table, key)) {
      if (auto entry = read_entry(reader, *text, form)) list.entries.push_back(std::move(*entry));
    }
  }
  for (const TomlString* text : reader.texts(*table, "includes")) {
    const ListId id = find_list(loader, reader, text->get(), reader.at(*text));
    if (id.valid()) list.includes.push_back(id);
  }
  if (!any) reader.error(reader.at(*item.key), fmt::format("the word list {} has no words", list.name));
}

void refuse_noun_and_kind(const Document& document, const WordList& list) {
  std::set<std::string_view> nouns;
  for (const WordEntry& entry : list.entries)
    if (entry.form == WordEntry::Form::noun) nouns.insert(entry.text);
  for (const WordEntry& entry : list.entries)
    if (entry.form == WordEntry::Form::kind && nouns.contains(entry.text))
      document.reader.error(entry.where, fmt::format("\"{}\" is in nouns of {} as well: a kind is narrower than the list", entry.text, list.name));
}

// Depth-first: state 1 is "on the way", 2 "done". `includes` may nest as deep as there are lists, so no recursion.
void resolve_includes(Loader& loader) {
  auto& lists = loader.book.lists;
  std::vector<char> state(lists.size(), 0);
  for (std::size_t root = 0; root < lists.size(); ++root) {
    std::vector<std::pair<std::size_t, std::size_t>> way;
    if (state[root] == 0) { way.emplace_back(root, 0); state[root] = 1; }
    while (!way.empty()) {
      auto& [at, next] = way.back();
      WordList& list = lists[at];
      if (next < list.includes.size()) {
        const std::size_t inner = list.includes[next++].index();
        if (state[inner] == 1 && !loader.documents.empty())
          loader.documents.front().reader.error(list.where, fmt::format("{} includes itself by way of {}", list.name, lists[inner].name));
        if (state[inner] == 0) { state[inner] = 1; way.emplace_back(inner, 0); }
        continue;
      }
      std::set<ListId> all;
      for (const ListId inner : list.includes) {
        all.insert(inner);
        all.insert(lists[inner.index()].all_includes.begin(), lists[inner.index()].all_includes.end());
      }
      all.erase(ListId(at));
      list.all_includes.assign(all.begin(), all.end());
      state[at] = 2;
      way.pop_back();
    }
  }
}

void read_choices(Loader& loader, const Reader& reader, ChoiceLine& line, const toml::node& node) {
  for (const TomlString* text : reader.as_texts(node, line.name)) {
    const ListId id = find_list(loader, reader, text->get(), reader.at(*text));
    if (!id.valid()) continue;
    if (std::find(line.lists.begin(), line.lists.end(), id) != line.lists.end())
      reader.error(reader.at(*text), fmt::format("{} stands twice in this line", text->get()));
    line.lists.push_back(id);
  }
  if (node.is_array() && node.as_array()->size() < 2)
    reader.error(reader.at(node), fmt::format("{} needs two lists at least that exclude each other", line.name));
}

void read_shape(const Reader& reader, Shape& shape, const toml::node& node) {
  const TomlString* text = reader.as_text(node, shape.name);
  if (text == nullptr) return;
  shape.expression = text->get();
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  const RE2 expression(shape.expression, options);
  if (!expression.ok()) {
    // RE2 names the piece it refuses, not its place.
    const std::size_t at = shape.expression.find(expression.error_arg());
    reader.error(reader.inside(*text, at == std::string::npos ? 0 : at), fmt::format("not an RE2 expression: {}", expression.error()));
  } else if (RE2::FullMatch("", expression)) {
    reader.error(reader.at(*text), fmt::format("{} fits where nothing stands: ask for one character at least", shape.name));
  }
}

}  // namespace

std::vector<std::string_view> list_names(const Rulebook& book) {
  std::vector<std::string_view> names;
  for (const WordList& list : book.lists) names.push_back(list.name);
  return names;
}

ListId find_list(const Loader& loader, const Reader& reader, std::string_view name, const RuleLocation& where) {
  const ListId id = loader.book.list(name);
  if (!id.valid())
    loader.unknown(reader, where, fmt::format("no word list <{}>; a list is named by its name, in any form it has{}", name,
                                              did_you_mean(name, list_names(loader.book), "<", ">")));
  return id;
}

void declare_names(Loader& loader) {
  Rulebook& book = loader.book;
  for (const Document& document : loader.documents) {
    if (const toml::table* words = section(document, "words"))
      for (const Item& item : in_order(*words))
        if (valid_name(document.reader, item, "word list") && !book.list(item.key->str()).valid())
          declare(book.lists, book.list_names, document.reader, item);
    if (const toml::table* choices = section(document, "choices"))
      for (const Item& item : in_order(*choices)) declare_once(book.choices, book.choice_names, document.reader, item, "choices line");
    if (const toml::table* shapes = section(document, "shapes"))
      for (const Item& item : in_order(*shapes)) {
        declare_once(book.shapes, book.shape_names, document.reader, item, "shape");
        if (book.choice(item.key->str()).valid())
          document.reader.error(document.reader.at(*item.key), fmt::format("{} is a [choices] line already: another name for this shape", item.key->str()));
      }
  }
}

void load_words(Loader& loader) {
  Rulebook& book = loader.book;
  for (const Document& document : loader.documents) {
    const Reader& reader = document.reader;
    const auto items = [&](std::string_view name) {
      const toml::node* node = document.table.get(name);
      return node != nullptr && node->is_table() ? in_order(*node->as_table()) : std::vector<Item>();
    };
    for (const Item& item : items("words"))
      if (const ListId id = book.list(item.key->str()); id.valid()) read_list(loader, reader, book.lists[id.index()], item);
    for (const Item& item : items("choices"))
      if (const ChoiceId id = book.choice(item.key->str()); id.valid() && book[id].lists.empty())
        read_choices(loader, reader, book.choices[id.index()], *item.node);
    for (const Item& item : items("shapes"))
      if (const ShapeId id = book.shape(item.key->str()); id.valid() && book[id].expression.empty())
        read_shape(reader, book.shapes[id.index()], *item.node);
  }
  if (loader.documents.empty()) return;
  for (const WordList& list : book.lists) refuse_noun_and_kind(loader.documents.front(), list);
  resolve_includes(loader);
}

}  // namespace crosscheck::loading
