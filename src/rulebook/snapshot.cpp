#include "rulebook/snapshot.h"

#include <cstring>
#include <type_traits>

namespace crosscheck {
namespace {

constexpr std::uint32_t kMagic = 0x32524343;

// Both archives walk the same fields() below: what one writes the other reads, in the same order.
class Out {
 public:
  std::string bytes;

  template <class... T>
  void operator()(T&... values) { (put(values), ...); }

  template <class T>
  void raw(const T& value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void text(const std::string& value) {
    raw(static_cast<std::uint32_t>(value.size()));
    bytes += value;
  }
  template <class Vector>
  void list(Vector& values) {
    raw(static_cast<std::uint32_t>(values.size()));
    for (auto& value : values) put(value);
  }
  template <class Map>
  void map(Map& values) {
    raw(static_cast<std::uint32_t>(values.size()));
    for (auto& [key, value] : values) {
      text(key);
      put(value);
    }
  }
  template <class T>
  void maybe(std::optional<T>& value) {
    raw(static_cast<std::uint8_t>(value ? 1 : 0));
    if (value) put(*value);
  }

 private:
  template <class T>
  void put(T& value);
};

class In {
 public:
  explicit In(std::string_view bytes) : left(bytes) {}
  std::string_view left;
  bool good = true;

  template <class... T>
  void operator()(T&... values) { (put(values), ...); }

  template <class T>
  void raw(T& value) {
    if (left.size() < sizeof value) return fail();
    std::memcpy(&value, left.data(), sizeof value);
    left.remove_prefix(sizeof value);
  }
  void text(std::string& value) {
    std::uint32_t size = 0;
    raw(size);
    if (size > left.size()) return fail();
    value.assign(left.data(), size);
    left.remove_prefix(size);
  }
  template <class Vector>
  void list(Vector& values) {
    std::uint32_t size = 0;
    raw(size);
    if (size > left.size()) return fail();  // each value takes a byte at least
    values.resize(size);
    for (auto& value : values) put(value);
  }
  template <class Map>
  void map(Map& values) {
    std::uint32_t size = 0;
    raw(size);
    if (size > left.size()) return fail();
    for (std::uint32_t i = 0; i < size && good; ++i) {
      std::string key;
      text(key);
      put(values[std::move(key)]);
    }
  }
  template <class T>
  void maybe(std::optional<T>& value) {
    std::uint8_t there = 0;
    raw(there);
    if (there != 0) put(value.emplace());
  }

 private:
  void fail() {
    good = false;
    left = {};
  }
  template <class T>
  void put(T& value);
};

// ---------------------------------------------------------------------------------------------- the structs of rulebook.h

template <class A> void fields(A& a, RuleLocation& x) { a(x.file, x.line, x.column); }
template <class A> void fields(A& a, PatternElement& x) { a(x.kind, x.word, x.list, x.slot, x.alternatives, x.optional, x.offset); }
template <class A> void fields(A& a, Pattern::Meaning& x) { a(x.slot, x.list); }
template <class A> void fields(A& a, Pattern& x) { a(x.text, x.elements, x.means, x.where); }
template <class A> void fields(A& a, WordEntry& x) { a(x.form, x.text, x.sequence, x.bent, x.where); }
template <class A> void fields(A& a, WordList& x) { a(x.name, x.entries, x.includes, x.all_includes, x.where); }
template <class A> void fields(A& a, ChoiceLine& x) { a(x.name, x.lists, x.where); }
template <class A> void fields(A& a, Shape& x) { a(x.name, x.expression, x.where); }
template <class A> void fields(A& a, Figure& x) { a(x.low, x.high); }
template <class A> void fields(A& a, Unit& x) { a(x.name, x.dimension, x.factor, x.offset, x.words, x.symbols); }
template <class A> void fields(A& a, PlaceEntry& x) { a(x.name, x.in, x.kind, x.names, x.people, x.capital); }
template <class A> void fields(A& a, Opposites& x) { a(x.name, x.sides); }
template <class A> void fields(A& a, SlotDeclaration& x) { a(x.name, x.type, x.choice, x.shape, x.of); }
template <class A> void fields(A& a, SumRule& x) { a(x.left, x.right, x.constant, x.constant_unit, x.at_most, x.text); }
template <class A> void fields(A& a, ClaimExampleSlot& x) { a(x.slot, x.values); }
template <class A> void fields(A& a, ClaimExample& x) { a(x.text, x.slots, x.where); }
template <class A> void fields(A& a, ClaimKind& x) {
  a(x.name, x.says, x.slots, x.patterns, x.unless, x.evolves, x.sum, x.weight, x.yes, x.no, x.ready_made, x.loose, x.where);
}
template <class A> void fields(A& a, SlotPath& x) { a(x.slot, x.part, x.optional); }
template <class A> void fields(A& a, ExampleStory& x) { a(x.text, x.outlet, x.published, x.headline); }
template <class A> void fields(A& a, CheckExample& x) { a(x.stories, x.where); }
template <class A> void fields(A& a, Check& x) {
  a(x.id, x.title, x.any_claim, x.claims, x.same, x.shape, x.slots, x.sum, x.said_by, x.severity, x.category, x.message, x.why, x.yes, x.no, x.where);
}
template <class A> void fields(A& a, Rulebook& x) {
  a(x.lists, x.choices, x.shapes, x.figures, x.units, x.places, x.opposites, x.kinds, x.checks);
}

template <class T> struct Trait { static constexpr int kind = 0; };
template <class T> struct Trait<std::vector<T>> { static constexpr int kind = 1; };
template <class T> struct Trait<std::optional<T>> { static constexpr int kind = 2; };
template <class K, class V, class C> struct Trait<std::map<K, V, C>> { static constexpr int kind = 3; };
template <class Tag> struct Trait<Id<Tag>> { static constexpr int kind = 4; };

template <class A, class T>
void pass(A& a, T& value) {
  if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) a.raw(value);
  else if constexpr (std::is_same_v<T, std::string>) a.text(value);
  else if constexpr (Trait<T>::kind == 1) a.list(value);
  else if constexpr (Trait<T>::kind == 2) a.maybe(value);
  else if constexpr (Trait<T>::kind == 3) a.map(value);
  else if constexpr (Trait<T>::kind == 4) a.raw(value.value);
  else fields(a, value);
}

template <class T> void Out::put(T& value) { pass(*this, value); }
template <class T> void In::put(T& value) {
  if (good) pass(*this, value);
}

template <class T>
std::unordered_map<std::string, std::uint32_t> names_of(const std::vector<T>& things) {
  std::unordered_map<std::string, std::uint32_t> names;
  names.reserve(things.size());
  for (const T& thing : things) names.emplace(thing.name, static_cast<std::uint32_t>(names.size()));
  return names;
}

}  // namespace

std::string write_snapshot(const Rulebook& rulebook) {
  Out out;
  out.raw(kMagic);
  Rulebook copy = rulebook;  // the archives share fields(), which for reading must not be const
  out(copy);
  return std::move(out.bytes);
}

std::optional<Rulebook> read_snapshot(std::string_view bytes) {
  In in(bytes);
  std::uint32_t magic = 0;
  in.raw(magic);
  if (magic != kMagic) return std::nullopt;
  std::optional<Rulebook> rulebook(std::in_place);
  in(*rulebook);
  if (!in.good || !in.left.empty()) return std::nullopt;
  rulebook->list_names = names_of(rulebook->lists);
  rulebook->choice_names = names_of(rulebook->choices);
  rulebook->shape_names = names_of(rulebook->shapes);
  rulebook->kind_names = names_of(rulebook->kinds);
  return rulebook;
}

}  // namespace crosscheck
