// relate(): picks the relation of the type that both values have; values of two types say nothing of each other.
#include "value/relate.h"

#include <algorithm>
#include <optional>
#include <type_traits>

#include "base/utf8.h"
#include "value/relations.h"

namespace crosscheck {

Relation relate(const Value& a, const Value& b) {
  if (a.index() != b.index()) return Relation::not_comparable;
  return std::visit(
      [&b](const auto& left) {
        using T = std::decay_t<decltype(left)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return Relation::not_comparable;
        } else {
          const T& right = std::get<T>(b);
          return left == right ? Relation::same : relations::of(left, right);
        }
      },
      a);
}

std::string_view to_string(Relation relation) {
  switch (relation) {
    case Relation::same: return "same";
    case Relation::narrower: return "narrower";
    case Relation::wider: return "wider";
    case Relation::overlapping: return "overlapping";
    case Relation::disjoint: return "disjoint";
    case Relation::not_comparable: break;
  }
  return "not comparable";
}

namespace relations {
namespace {

// Sets of a few: a inside b is narrower.
template <class T>
Relation of_sets(const std::vector<T>& a, const std::vector<T>& b) {
  const auto in = [](const std::vector<T>& set) {
    return [&set](const T& x) { return std::find(set.begin(), set.end(), x) != set.end(); };
  };
  const bool a_in_b = std::all_of(a.begin(), a.end(), in(b)), b_in_a = std::all_of(b.begin(), b.end(), in(a));
  if (a_in_b && b_in_a) return Relation::same;
  if (a_in_b) return Relation::narrower;
  if (b_in_a) return Relation::wider;
  return std::none_of(a.begin(), a.end(), in(b)) ? Relation::disjoint : Relation::overlapping;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// What is said by two facts about one thing together: one narrower and the other wider only overlap.
Relation both(Relation x, Relation y) {
  if (x == Relation::disjoint || y == Relation::disjoint) return Relation::disjoint;
  if (x == Relation::not_comparable || y == Relation::not_comparable) return Relation::not_comparable;
  if (x == Relation::same || x == y) return y;
  return y == Relation::same ? x : Relation::overlapping;
}

// A standing left out against one that is said.
Relation of_unsaid(const Choice& said) {
  if (said.name == kUnsaidStanding) return Relation::same;
  return said.name == kStandIn ? Relation::wider : Relation::disjoint;
}

// More words of what it is an office of say more; two that share no such nesting are two bodies.
Relation of_bodies(const Office& a, const Office& b) {
  const Relation inverse = of_sets(a.body, b.body);
  if (inverse == Relation::disjoint || inverse == Relation::overlapping) return Relation::not_comparable;
  return mirror(inverse);
}

std::string letters_and_figures(const std::string& text) {
  std::string kept;
  for (const char c : fold(text)) {
    const bool dropped = c == ' ' || c == '-' || c == '.' || c == '/' || c == ':';
    if (!dropped) kept += c;
  }
  return kept;
}

}  // namespace

Relation of(const Choice& a, const Choice& b) {
  if (a.covers.empty() && b.covers.empty()) return Relation::same;
  if (a.covers.empty()) return of_unsaid(b);
  if (b.covers.empty()) return mirror(of_unsaid(a));
  return a.choice == b.choice ? of_sets(a.covers, b.covers) : Relation::not_comparable;
}

// Two titles of one [choices] line exclude each other only where they may be offices of one body. The standing is a part
// that checks compare by itself.
Relation of(const Office& a, const Office& b) {
  const Relation bodies = of_bodies(a, b);
  if (bodies == Relation::not_comparable) return bodies;
  if (a.title == b.title) return bodies;
  std::optional<Relation> titles;
  for (const Choice& x : a.choices) {
    for (const Choice& y : b.choices) {
      if (x.choice != y.choice || x.covers.empty() || y.covers.empty()) continue;
      const Relation r = of_sets(x.covers, y.covers);
      titles = titles ? both(*titles, r) : r;
    }
  }
  if (!titles) return Relation::not_comparable;
  return both(*titles, bodies);
}

Relation of(const Name& a, const Name& b) {
  if (a.entity.valid() && b.entity.valid()) return a.entity == b.entity ? Relation::same : Relation::disjoint;
  if (a.key == b.key) return Relation::same;
  const Relation words = of_sets(words_of(a.key), words_of(b.key));
  const bool nested = words == Relation::narrower || words == Relation::wider || words == Relation::same;
  return nested && !a.key.empty() && !b.key.empty() ? Relation::same : Relation::not_comparable;
}

Relation of(const Phrase& a, const Phrase& b) {
  if (a.head != b.head) return Relation::not_comparable;
  const Relation inverse = of_sets(a.lemmas, b.lemmas);  // more lemmas say more
  return agree(inverse) ? mirror(inverse) : Relation::not_comparable;
}

Relation of(const Score& a, const Score& b) {
  if (a.parts.size() != b.parts.size() || a.parts.empty()) return Relation::not_comparable;
  Score mirrored = b;
  for (auto& [ours, theirs] : mirrored.parts) std::swap(ours, theirs);
  return a == mirrored ? Relation::same : Relation::disjoint;
}

Relation of(const Code& a, const Code& b) {
  if (a.shape != b.shape) return Relation::not_comparable;
  return letters_and_figures(a.text) == letters_and_figures(b.text) ? Relation::same : Relation::disjoint;
}

}  // namespace relations
}  // namespace crosscheck
