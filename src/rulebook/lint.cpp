#include "rulebook/lint.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include <fmt/format.h>

#include "rulebook/parse_pattern.h"

namespace crosscheck {
namespace {

Diagnostic warning(const RuleLocation& where, std::string message) {
  return {Severity::warning, where.file, where.line, where.column, std::move(message)};
}

// Lists whose words patterns look for: named in them, or leaves of a choice that a slot has as its type.
std::set<ListId> lists_in_patterns(const Rulebook& book) {
  std::set<ListId> out;
  for (const ClaimKind& kind : book.kinds) {
    for (const Pattern& pattern : kind.patterns) add_lists_of(pattern.elements, out);
    for (const Pattern& pattern : kind.unless) add_lists_of(pattern.elements, out);
    for (const SlotDeclaration& slot : kind.slots)
      if (slot.choice.valid()) out.insert(book[slot.choice].lists.begin(), book[slot.choice].lists.end());
  }
  return out;
}

void unused_lists(const Rulebook& book, const std::vector<std::string_view>& read_by_engine, std::vector<Diagnostic>& out) {
  const std::vector<ListId> used = book.lists_named();
  for (std::size_t l = 0; l < book.lists.size(); ++l) {
    const WordList& list = book.lists[l];
    const bool nouns = std::any_of(list.entries.begin(), list.entries.end(), [](const WordEntry& entry) {
      return entry.form == WordEntry::Form::noun || entry.form == WordEntry::Form::kind;
    });
    const bool engine = std::find(read_by_engine.begin(), read_by_engine.end(), list.name) != read_by_engine.end();
    if (!nouns && !engine && !std::binary_search(used.begin(), used.end(), ListId(l))) out.push_back(warning(list.where, fmt::format("nothing uses the word list {}", list.name)));
  }
}

bool outlives_events(const Rulebook& book, const Check& check, const SlotPath& path) {
  return std::any_of(check.claims.begin(), check.claims.end(), [&](KindId id) {
    const auto slot = book[id].slot(path.slot);
    if (!slot) return false;
    const SlotType type = book[id].slots[*slot].type;
    return type <= SlotType::office || type == SlotType::thing || type == SlotType::shape;
  });
}

void missing_event(const Rulebook& book, std::vector<Diagnostic>& out) {
  for (const Check& check : book.checks) {
    if (check.same.empty()) continue;
    const bool event = std::any_of(check.same.begin(), check.same.end(), [](const SlotPath& path) { return path.slot == "event"; });
    const bool lasting = std::all_of(check.same.begin(), check.same.end(), [&](const SlotPath& path) { return outlives_events(book, check, path); });
    if (!event && !lasting)
      out.push_back(warning(check.where, fmt::format("check {} compares claims of different events: put event into same, unless that is meant", check.id)));
  }
}

// ---------------------------------------------------------------------------------------------- words no example uses

std::set<std::string> words_of_examples(const Rulebook& book) {
  std::set<std::string> words;
  const auto add = [&](const std::string& text) {
    for (std::string& word : pattern_words(text)) {
      while (!word.empty() && std::string_view(".;:!?\"')(").find(word.back()) != std::string_view::npos) word.pop_back();
      while (!word.empty() && std::string_view("\"'(").find(word.front()) != std::string_view::npos) word.erase(0, 1);
      words.insert(std::move(word));
    }
  };
  for (const ClaimKind& kind : book.kinds)
    for (const auto* examples : {&kind.yes, &kind.no})
      for (const ClaimExample& example : *examples) add(example.text);
  for (const Check& check : book.checks)
    for (const auto* examples : {&check.yes, &check.no})
      for (const CheckExample& example : *examples)
        for (const ExampleStory& story : example.stories) {
          add(story.text);
          add(story.headline);
        }
  return words;
}

// "carried" begins like "carry", "stopping" like "stop".
bool seen(const std::string& word, const std::set<std::string>& words) {
  const std::string stem = word.size() > 4 ? word.substr(0, word.size() - 1) : word;
  const auto at = words.lower_bound(stem);
  return at != words.end() && at->compare(0, stem.size(), stem) == 0;
}

bool seen(const PatternSequence& sequence, const std::set<std::string>& words) {
  return std::all_of(sequence.begin(), sequence.end(), [&](const PatternElement& element) {
    if (element.kind == PatternElement::Kind::word) return seen(element.word, words);
    return element.optional || std::any_of(element.alternatives.begin(), element.alternatives.end(),
                                           [&](const PatternSequence& alternative) { return seen(alternative, words); });
  });
}

void words_without_example(const Rulebook& book, std::vector<Diagnostic>& out) {
  const std::set<std::string> words = words_of_examples(book);
  for (const ListId id : lists_in_patterns(book))
    for (const WordEntry& entry : book[id].entries)
      if (!seen(entry.sequence, words)) out.push_back(warning(entry.where, fmt::format("no example uses \"{}\" of <{}>", entry.text, book[id].name)));
}

}  // namespace

std::vector<Diagnostic> lint(const Rulebook& rulebook, const std::vector<std::string_view>& read_by_engine) {
  std::vector<Diagnostic> out;
  unused_lists(rulebook, read_by_engine, out);
  missing_event(rulebook, out);
  words_without_example(rulebook, out);
  std::stable_sort(out.begin(), out.end(), [](const Diagnostic& a, const Diagnostic& b) {
    if (a.path != b.path) return a.path < b.path;
    return a.line != b.line ? a.line < b.line : a.column < b.column;
  });
  return out;
}

}  // namespace crosscheck
