#include "rulebook/rulebook.h"

#include <algorithm>

namespace crosscheck {
namespace {

template <class IdType>
IdType find(const std::unordered_map<std::string, std::uint32_t>& names, std::string_view name) {
  const auto found = names.find(std::string(name));
  return found == names.end() ? IdType{} : IdType{found->second};
}

bool holds(const Rulebook& book, ListId outer, ListId inner) {
  const auto& all = book[outer].all_includes;
  return outer == inner || std::binary_search(all.begin(), all.end(), inner);
}

}  // namespace

ListId Rulebook::list(std::string_view name) const { return find<ListId>(list_names, name); }
ChoiceId Rulebook::choice(std::string_view name) const { return find<ChoiceId>(choice_names, name); }
ShapeId Rulebook::shape(std::string_view name) const { return find<ShapeId>(shape_names, name); }
KindId Rulebook::kind(std::string_view name) const { return find<KindId>(kind_names, name); }

const Figures& Rulebook::figure_section(std::string_view name) const {
  static const Figures kNoFigures;
  const auto found = figures.find(name);
  return found == figures.end() ? kNoFigures : found->second;
}

void add_lists_of(const PatternSequence& sequence, std::set<ListId>& out) {
  for (const PatternElement& element : sequence) {
    if (element.kind == PatternElement::Kind::list) out.insert(element.list);
    for (const PatternSequence& alternative : element.alternatives) add_lists_of(alternative, out);
  }
}

std::vector<ListId> Rulebook::lists_named() const {
  std::set<ListId> out;
  for (const ChoiceLine& line : choices) out.insert(line.lists.begin(), line.lists.end());
  for (const WordList& list : lists) out.insert(list.includes.begin(), list.includes.end());
  for (const ClaimKind& kind : kinds) {
    for (const Pattern& pattern : kind.patterns) add_lists_of(pattern.elements, out);
    for (const Pattern& pattern : kind.unless) add_lists_of(pattern.elements, out);
    for (const SlotDeclaration& slot : kind.slots)
      if (slot.of.valid()) out.insert(slot.of);
  }
  return {out.begin(), out.end()};
}

std::vector<ChoiceId> Rulebook::choices_of(ListId list) const {
  std::vector<ChoiceId> out;
  if (!list.valid()) return out;
  for (std::size_t c = 0; c < choices.size(); ++c) {
    const auto& of = choices[c].lists;
    if (std::any_of(of.begin(), of.end(), [&](ListId other) { return holds(*this, other, list); })) out.emplace_back(c);
  }
  return out;
}

std::vector<std::uint32_t> Rulebook::covers(ChoiceId choice, ListId list) const {
  std::vector<std::uint32_t> out;
  if (!choice.valid() || !list.valid()) return out;
  const auto& of = (*this)[choice].lists;
  const auto leaf = [&](ListId one) {
    return std::none_of(of.begin(), of.end(), [&](ListId other) { return other != one && holds(*this, one, other); });
  };
  const auto leaves_of = [&](ListId wide) {
    for (const ListId other : of)
      if (holds(*this, wide, other) && leaf(other)) out.push_back(other.value);
  };
  leaves_of(list);
  if (out.empty()) {  // it stands in no line itself, but a wider list does: it says no more than the narrowest of those
    ListId best;
    for (const ListId other : of)
      if (holds(*this, other, list) && (!best.valid() || holds(*this, best, other))) best = other;
    if (best.valid()) leaves_of(best);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<std::uint32_t> ClaimKind::slot(std::string_view slot_name) const {
  for (std::uint32_t i = 0; i < slots.size(); ++i)
    if (slots[i].name == slot_name) return i;
  return std::nullopt;
}

}  // namespace crosscheck
