#include "claim/program.h"

#include <algorithm>

#include <fmt/format.h>

namespace crosscheck {
namespace {

using Form = WordEntry::Form;

bool is_verb_form(Form form) { return form == Form::verb || form == Form::passive || form == Form::state; }

struct Compiler {
  const Language& language;
  const Rulebook& rulebook;
  const ClaimKind& kind;
  Program& out;

  std::uint32_t add(Node node) {
    out.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(out.nodes.size() - 1);
  }

  // Compiled from the back, so that each node knows the one behind it.
  std::uint32_t sequence(const PatternSequence& elements, std::uint32_t next) {
    for (auto e = elements.rbegin(); e != elements.rend(); ++e) next = element(*e, next);
    return next;
  }

  std::uint32_t element(const PatternElement& e, std::uint32_t next) {
    Node node;
    node.next = next;
    switch (e.kind) {
      case PatternElement::Kind::word:
        node.op = Node::Op::word;
        node.arg = static_cast<std::uint32_t>(out.words.size());
        node.text = fmt::format("\"{}\"", e.word);
        out.words.push_back(language.word_id(e.word));
        break;
      case PatternElement::Kind::list:
        node.op = Node::Op::list;
        node.arg = e.list.value;
        node.text = fmt::format("<{}>", rulebook[e.list].name);
        break;
      case PatternElement::Kind::slot:
        node.op = e.slot == kSlotWhen ? Node::Op::when : e.slot == kSlotWhere ? Node::Op::where : Node::Op::slot;
        node.arg = e.slot;
        node.text = fmt::format("{{{}}}", e.word);
        break;
      case PatternElement::Kind::gap:
        node.op = Node::Op::gap;
        node.text = "...";
        break;
      case PatternElement::Kind::group:
        node.op = Node::Op::split;
        for (const PatternSequence& way : e.alternatives) node.ways.push_back(sequence(way, next));
        if (e.optional) node.ways.push_back(next);
        break;
    }
    return add(std::move(node));
  }
};

struct TriggerSet {
  double cost = 1e9;
  std::vector<Trigger> any_of;
};

Trigger mention_trigger(MentionType type) { return {Trigger::Kind::mention, static_cast<std::uint32_t>(type)}; }
Trigger quantity_trigger(QuantityKind kind) { return {Trigger::Kind::quantity, static_cast<std::uint32_t>(kind)}; }

TriggerSet slot_trigger(const Rulebook& rulebook, const SlotDeclaration& slot) {
  TriggerSet set;
  const auto quantities = [&](double cost, std::initializer_list<QuantityKind> kinds) {
    set.cost = cost;
    for (const QuantityKind k : kinds) set.any_of.push_back(quantity_trigger(k));
  };
  switch (slot.type) {
    case SlotType::money: quantities(1.5, {QuantityKind::money}); break;
    case SlotType::percent: quantities(1.5, {QuantityKind::percent}); break;
    case SlotType::measure: quantities(1.5, {QuantityKind::measure}); break;
    case SlotType::duration: quantities(2, {QuantityKind::duration}); break;
    case SlotType::age: quantities(1, {QuantityKind::age, QuantityKind::bare}); break;
    case SlotType::ordinal: quantities(1.5, {QuantityKind::ordinal}); break;
    case SlotType::count: quantities(3, {QuantityKind::count, QuantityKind::bare}); break;
    case SlotType::quantity:
      quantities(5, {QuantityKind::bare, QuantityKind::count, QuantityKind::money, QuantityKind::percent,
                     QuantityKind::measure, QuantityKind::duration});
      break;
    case SlotType::score: set = {1, {mention_trigger(MentionType::score)}}; break;
    case SlotType::shape: set = {1, {mention_trigger(MentionType::code)}}; break;
    case SlotType::quote: set = {2, {mention_trigger(MentionType::quote)}}; break;
    case SlotType::office: set = {3, {mention_trigger(MentionType::title)}}; break;
    case SlotType::time: set = {4, {mention_trigger(MentionType::time)}}; break;
    case SlotType::person: case SlotType::organization: set = {8, {mention_trigger(MentionType::name)}}; break;
    case SlotType::choice:
      set.cost = 2;
      for (const ListId list : rulebook[slot.choice].lists)
        set.any_of.push_back({Trigger::Kind::list, list.value});
      break;
    case SlotType::who: case SlotType::place: case SlotType::happening: case SlotType::thing: break;
  }
  return set;
}

TriggerSet trigger_of(const Language& language, const ClaimKind& kind, const PatternSequence& sequence);

TriggerSet trigger_of(const Language& language, const ClaimKind& kind, const PatternElement& e) {
  switch (e.kind) {
    case PatternElement::Kind::word:
      return {e.word.size() > 4 ? 3.0 : 20.0, {{Trigger::Kind::word, language.word_id(e.word)}}};
    case PatternElement::Kind::list:
      return {1.0, {{Trigger::Kind::list, e.list.value}}};
    case PatternElement::Kind::slot:
      if (e.slot == kSlotWhen) return {6, {mention_trigger(MentionType::time)}};
      if (e.slot == kSlotWhere) return {8, {mention_trigger(MentionType::name)}};
      return slot_trigger(language.rulebook(), kind.slots[e.slot]);
    case PatternElement::Kind::gap: return {};
    case PatternElement::Kind::group: break;
  }
  if (e.optional) return {};
  TriggerSet all{0, {}};
  for (const PatternSequence& way : e.alternatives) {
    TriggerSet one = trigger_of(language, kind, way);
    if (one.any_of.empty()) return {};
    all.cost = std::max(all.cost, one.cost);
    all.any_of.insert(all.any_of.end(), one.any_of.begin(), one.any_of.end());
  }
  all.cost += 0.2 * static_cast<double>(e.alternatives.size());
  return all;
}

TriggerSet trigger_of(const Language& language, const ClaimKind& kind, const PatternSequence& sequence) {
  TriggerSet best;
  for (const PatternElement& e : sequence) {
    TriggerSet one = trigger_of(language, kind, e);
    if (!one.any_of.empty() && one.cost < best.cost) best = std::move(one);
  }
  return best;
}

// Can the list, or can it only, be found as a verb?
struct Forms { bool verb = false, other = false; };
Forms forms_of(const Rulebook& rulebook, ListId list) {
  Forms forms;
  const auto look = [&](const WordList& l) {
    for (const WordEntry& entry : l.entries) (is_verb_form(entry.form) ? forms.verb : forms.other) = true;
  };
  look(rulebook[list]);
  for (const ListId wider : rulebook[list].all_includes) look(rulebook[wider]);
  return forms;
}

// Does the sequence hold verbs; can it do without; has it a gap that it needs.
struct Nature { bool verbs = false, nouns = true; };
void look_into(const Rulebook& rulebook, const ClaimKind& kind, const PatternSequence& sequence, bool needed, Nature& nature) {
  for (const PatternElement& e : sequence) {
    Forms forms{false, true};
    if (e.kind == PatternElement::Kind::list) forms = forms_of(rulebook, e.list);
    if (e.kind == PatternElement::Kind::slot && e.slot < kind.slots.size() && kind.slots[e.slot].type == SlotType::choice) {
      forms = {};
      for (const ListId list : rulebook[kind.slots[e.slot].choice].lists) {
        const Forms f = forms_of(rulebook, list);
        forms.verb |= f.verb;
        forms.other |= f.other;
      }
    }
    nature.verbs |= forms.verb;
    constexpr std::size_t kLongWord = 4;  // shorter ones are prepositions and the like; a longer one may be a verb
    if (e.kind == PatternElement::Kind::word && e.word.size() >= kLongWord) nature.verbs = true;
    if (needed && !forms.other) nature.nouns = false;
    if (e.kind == PatternElement::Kind::gap) {
      nature.verbs = true;  // the words of a gap belong to one clause
    }
    for (const PatternSequence& way : e.alternatives)
      look_into(rulebook, kind, way, needed && !e.optional && e.alternatives.size() == 1, nature);
  }
}

Features feature_of(const ClaimKind& kind, const PatternElement& e, bool opens) {
  if (e.kind == PatternElement::Kind::list) return kHitHere;
  if (e.kind != PatternElement::Kind::slot) return kAnything;
  if (e.slot == kSlotWhen) return kOtherMention;
  if (e.slot == kSlotWhere) return kNameHere;
  switch (kind.slots[e.slot].type) {
    case SlotType::count: case SlotType::money: case SlotType::percent: case SlotType::measure: case SlotType::duration:
    case SlotType::age: case SlotType::ordinal: case SlotType::quantity:
      return kQuantityHere;
    case SlotType::score: case SlotType::time: case SlotType::quote: case SlotType::shape: return kOtherMention;
    case SlotType::office: return kTitleHere;
    case SlotType::choice: return kHitHere;
    case SlotType::person: case SlotType::organization: case SlotType::place:
      // a title may stand before the name; what comes later may begin with other words of its noun phrase
      return opens ? kNameHere | kTitleHere : kNameHere;
    case SlotType::who: return kNameHere | kTitleHere | (opens ? kPeopleOpen : kGroupOpens);
    case SlotType::happening: return opens ? kHappeningOpens : kGroupOpens | kContentHere;
    case SlotType::thing: return kGroupOpens | kContentHere;
  }
  return kAnything;
}

Features opening(const ClaimKind& kind, const PatternSequence& sequence) {
  Features bits = 0;
  for (const PatternElement& e : sequence) {
    if (e.kind == PatternElement::Kind::group) {
      for (const PatternSequence& way : e.alternatives) bits |= opening(kind, way);
      if (e.optional) continue;
      return bits;
    }
    return bits | feature_of(kind, e, true);
  }
  return kAnything;
}

// Single bits that every match needs; a choice of features needs none of them for sure.
Features needed(const ClaimKind& kind, const PatternSequence& sequence) {
  Features bits = 0;
  for (const PatternElement& e : sequence) {
    const Features f = feature_of(kind, e, false);
    if (e.kind != PatternElement::Kind::group && (f & (f - 1)) == 0) bits |= f;
  }
  return bits;
}

// Bits of the words that an element consists of, if it is nothing but words; else 0.
std::uint64_t only_words(const Language& language, const PatternElement& e) {
  if (e.kind == PatternElement::Kind::word) return word_bit(language.word_id(e.word));
  if (e.kind != PatternElement::Kind::group || e.optional) return 0;
  std::uint64_t bits = 0;
  for (const PatternSequence& way : e.alternatives) {
    const std::uint64_t one = way.empty() ? 0 : only_words(language, way.front());
    if (one == 0) return 0;
    bits |= one;
  }
  return bits;
}

// The lists one of which an element needs, if it needs any.
ListBits only_lists(const Rulebook& rulebook, const ClaimKind& kind, const PatternElement& e) {
  ListBits bits;
  const auto add = [&](ListId list) {
    bits.add(list);
    for (const ListId inner : rulebook[list].all_includes) bits.add(inner);
  };
  if (e.kind == PatternElement::Kind::list) add(e.list);
  if (e.kind == PatternElement::Kind::slot && e.slot < kind.slots.size() && kind.slots[e.slot].type == SlotType::choice)
    for (const ListId list : rulebook[kind.slots[e.slot].choice].lists) add(list);
  if (e.kind != PatternElement::Kind::group || e.optional) return bits;
  for (const PatternSequence& way : e.alternatives) {
    ListBits one;
    for (const PatternElement& inner : way)
      if (!one.any()) one = only_lists(rulebook, kind, inner);
    if (!one.any()) return {};
    bits.add(one);
  }
  return bits;
}

Program compile(const Language& language, const ClaimKind& kind, const Pattern& pattern) {
  const Rulebook& rulebook = language.rulebook();
  Program program;
  Compiler compiler{language, rulebook, kind, program};
  const std::uint32_t accept = compiler.add({});
  program.start = compiler.sequence(pattern.elements, accept);
  Nature nature;
  look_into(rulebook, kind, pattern.elements, true, nature);
  program.with_verbs = nature.verbs;
  program.by_nouns = nature.nouns;
  program.opens_with = opening(kind, pattern.elements);
  program.needs = needed(kind, pattern.elements);
  if (!pattern.elements.empty()) program.opening_words = only_words(language, pattern.elements.front());
  for (const PatternElement& e : pattern.elements) {
    const ListBits lists = only_lists(rulebook, kind, e);
    if (lists.any() && program.list_count < program.needed_lists.size()) program.needed_lists[program.list_count++] = lists;
    const std::uint64_t words = only_words(language, e);
    if (words != 0 && program.word_count < program.needed_words.size()) program.needed_words[program.word_count++] = words;
  }
  return program;
}

}  // namespace

void ProgramSet::register_trigger(const Trigger& trigger, std::uint32_t program) {
  const auto once = [&](std::vector<std::uint32_t>& v) {
    if (v.empty() || v.back() != program) v.push_back(program);
  };
  switch (trigger.kind) {
    case Trigger::Kind::list:
      once(by_list[trigger.key]);
      for (const ListId l : found_by[trigger.key]) once(by_list[l.index()]);
      break;
    case Trigger::Kind::mention: once(by_mention[trigger.key]); break;
    case Trigger::Kind::quantity: once(by_quantity[trigger.key]); break;
    case Trigger::Kind::word:
      if (by_word.size() <= trigger.key) by_word.resize(trigger.key + 1), words.resize(trigger.key + 1);
      words[trigger.key] = true;
      once(by_word[trigger.key]);
      break;
  }
}

void ProgramSet::add(const Language& language, KindId id, std::uint32_t pattern) {
  const ClaimKind& kind = language.rulebook()[id];
  TriggerSet triggers = trigger_of(language, kind, kind.patterns[pattern].elements);
  if (triggers.any_of.empty()) return;  // the loader has complained
  Program program = compile(language, kind, kind.patterns[pattern]);
  program.kind = id;
  program.pattern = pattern;
  const auto number = static_cast<std::uint32_t>(programs.size());
  programs.push_back(std::move(program));
  for (const Trigger& t : triggers.any_of) register_trigger(t, number);
}

namespace {

bool named_after_a_noun(const WordList& list) {
  for (const std::string_view sources : {"document", "witness", "agency", "outlet"})  // sorts of sources, not synonyms
    if (list.name == sources) return false;
  bool named = false;
  for (const WordEntry& entry : list.entries) {
    if (entry.form != Form::noun && entry.form != Form::kind) return false;
    named |= entry.form == Form::noun && entry.text == list.name;
  }
  return named;
}

}  // namespace

ProgramSet::ProgramSet(const Language& language) : ready(language.rulebook()) {
  const Rulebook& rulebook = language.rulebook();
  lines_of.resize(rulebook.lists.size());
  const ListId not_states = rulebook.list("no-state");
  const std::vector<WordEntry> apart = not_states.valid() ? rulebook[not_states].entries : std::vector<WordEntry>{};
  for (std::uint32_t c = 0; c < rulebook.choices.size(); ++c) {
    exclusive.push_back(std::none_of(apart.begin(), apart.end(), [&](const WordEntry& e) { return e.text == rulebook.choices[c].name; }));
    std::vector<Leaves> leaves;
    const ChoiceLine& line = rulebook.choices[c];
    const auto take = [&](ListId list) {
      for (const Leaves& l : leaves)
        if (l.list == list) return;
      leaves.push_back({list, rulebook.covers(ChoiceId(c), list)});
    };
    for (const ListId list : line.lists) take(list);
    for (const ListId list : line.lists)
      for (const ListId inner : rulebook[list].all_includes) take(inner);
    for (const Leaves& l : leaves) lines_of[l.list.index()].push_back({ChoiceId(c), l.covers});
    choice_lists.push_back(std::move(leaves));
  }
  for (std::uint32_t l = 0; l < rulebook.lists.size(); ++l) {
    found_by.push_back(rulebook.lists[l].all_includes);
    synonyms.push_back(lines_of[l].empty() && named_after_a_noun(rulebook[ListId(l)]));  // words of a choice are values, and clash as such
  }
  by_list.resize(rulebook.lists.size());
  unless.resize(rulebook.kinds.size());
  for (std::uint32_t k = 0; k < rulebook.kinds.size(); ++k) {
    const ClaimKind& kind = rulebook.kinds[k];
    for (std::uint32_t p = 0; p < kind.patterns.size(); ++p) add(language, KindId(k), p);
    for (const Pattern& pattern : kind.unless) {
      unless[k].push_back(compile(language, kind, pattern));
      unless[k].back().kind = KindId(k);
    }
  }
  find_asked(rulebook);
}

void ProgramSet::find_asked(const Rulebook& rulebook) {
  asked.assign(rulebook.lists.size(), false);
  const auto look_at = [&](const Program& program) {
    for (const Node& node : program.nodes) {
      if (node.op == Node::Op::list) {
        asked[node.arg] = true;
        for (const ListId inner : found_by[node.arg]) asked[inner.index()] = true;
      } else if (node.op == Node::Op::slot && rulebook[program.kind].slots[node.arg].type == SlotType::choice) {
        for (const Leaves& leaves : choice_lists[rulebook[program.kind].slots[node.arg].choice.index()]) asked[leaves.list.index()] = true;
      }
    }
  };
  for (const Program& program : programs) look_at(program);
  for (const std::vector<Program>& of_kind : unless)
    for (const Program& program : of_kind) look_at(program);
}

}  // namespace crosscheck
