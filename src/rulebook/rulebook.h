// Everything that journalists (and we) wrote in rules/*.toml, checked and in plain structs. Nothing here is compiled for
// speed: syntax/ makes its word index and claim/ its matchers from it. The language is rules/README.md.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/id.h"

namespace crosscheck {

// Where in a rule file something stands, for messages.
struct RuleLocation {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// ---------------------------------------------------------------------------------------------- patterns

struct PatternElement;
using PatternSequence = std::vector<PatternElement>;

// One element of a pattern; `group` is ( | ) or, with `optional`, [ | ].
struct PatternElement {
  enum class Kind : std::uint8_t { word, list, slot, gap, group };
  Kind kind = Kind::word;
  std::string word;                           // word: folded ("of", "'s", ","); slot, list: its name
  ListId list;                                // list
  std::uint32_t slot = 0;                     // slot: index into ClaimKind::slots; kSlotWhen / kSlotWhere for {when} {where}
  std::vector<PatternSequence> alternatives;  // group
  bool optional = false;
  std::uint32_t offset = 0;                   // of the element in the pattern as written, in bytes
};
inline constexpr std::uint32_t kSlotWhen = 0xfffffffe;
inline constexpr std::uint32_t kSlotWhere = 0xfffffffd;

// The lists that a sequence names, those inside groups included.
void add_lists_of(const PatternSequence& sequence, std::set<ListId>& out);

struct Pattern {
  // A slot that the pattern fills by itself, and the list of its [choices] line that stands there ("all … voted for" is unanimous).
  struct Meaning {
    std::uint32_t slot = 0;
    ListId list;
  };
  std::string text;
  PatternSequence elements;
  std::vector<Meaning> means;
  RuleLocation where;
};

// ---------------------------------------------------------------------------------------------- words

// One entry of a word list. `sequence` holds words and ( ) [ ] groups only.
struct WordEntry {
  enum class Form : std::uint8_t {
    verb,     // first word bent; finds active use only
    passive,  // was written "be X": a participle, passive or, turned round, the active with an object
    state,    // of hits only: "be X" where X is no verb form ("be dead", "be below ground"). The loader knows no verb
              // forms and reads every "be X" as passive; syntax/word_index.h tells the two apart
    noun,     // last word, or the one before "of", bent
    word,     // as written
    kind,     // as noun, narrower than the list
  };
  Form form = Form::word;
  std::string text;          // as written
  PatternSequence sequence;  // without the leading "be"
  std::uint32_t bent = 0;    // index into sequence of the word that is bent (verb, passive, noun, kind)
  RuleLocation where;
};

struct WordList {
  std::string name;
  std::vector<WordEntry> entries;
  std::vector<ListId> includes;       // as written
  std::vector<ListId> all_includes;   // transitive, sorted, without itself
  RuleLocation where;
};

struct ChoiceLine {
  std::string name;
  std::vector<ListId> lists;
  RuleLocation where;
};

struct Shape {
  std::string name;
  std::string expression;  // RE2
  RuleLocation where;
};

// A word or phrase that stands for a figure: [figures.SECTION] in rules. One number or a pair [low, high].
struct Figure {
  double low = 0;
  double high = 0;
};
using Figures = std::map<std::string, Figure, std::less<>>;  // folded phrase -> figure

// [units.NAME]: what a unit is called and how it converts within its dimension.
struct Unit {
  std::string name;       // singular lower-case: "mile", "dollar", "percent"
  std::string dimension;  // "length", "money:dollar", "duration", …
  double factor = 1;
  double offset = 0;
  std::vector<std::string> words;    // found singular and plural, folded
  std::vector<std::string> symbols;  // found glued to or beside the figure: "km", "$", "%"
};

// [places.NAME]: a place, where it lies, and who comes from it.
struct PlaceEntry {
  std::string name;                    // folded key
  std::string in;                      // key of the containing place; "" for none
  std::string kind;                    // country, state, region, city, sea, …
  std::vector<std::string> names;      // aliases, as written
  std::vector<std::string> people;     // demonyms and adjectives, as written
  bool capital = false;                // its name may stand for the government of `in`
};

// [opposites]: single words, folded, that exclude each other where everything around them is the same. Each side its words.
struct Opposites {
  std::string name;
  std::vector<std::vector<std::string>> sides;
};

// ---------------------------------------------------------------------------------------------- claims

enum class SlotType : std::uint8_t {
  person, organization, who, place, office, count, money, percent, measure, duration, age, ordinal, quantity,
  score, time, quote, choice, shape, happening, thing,
};

struct SlotDeclaration {
  std::string name;
  SlotType type = SlotType::thing;
  ChoiceId choice;  // type choice
  ShapeId shape;    // type shape
  ListId of;        // "count of people", "thing of motion"; not valid: any
};

enum class Evolution : std::uint8_t { constant, rising, any };

// "from + by = to", "share <= 100 percent"
struct SumRule {
  std::vector<std::uint32_t> left;          // slot indices
  std::optional<std::uint32_t> right;       // slot index, or
  std::optional<double> constant;           // a constant
  std::string constant_unit;
  bool at_most = false;                     // <= instead of =
  std::string text;
};

struct ClaimExampleSlot {
  std::string slot;                  // may be when, where
  std::vector<std::string> values;   // several for a slot that collects
};
struct ClaimExample {
  std::string text;
  std::vector<ClaimExampleSlot> slots;
  RuleLocation where;
};

struct ClaimKind {
  std::string name;
  std::string says;
  std::vector<SlotDeclaration> slots;
  std::vector<Pattern> patterns;
  std::vector<Pattern> unless;
  Evolution evolves = Evolution::constant;
  std::optional<SumRule> sum;
  int weight = 5;  // 0 to 10: what it is worth that only one source has it; 0: nothing
  std::vector<ClaimExample> yes;
  std::vector<ClaimExample> no;
  bool ready_made = false;  // clause, quote, name: made by the engine
  bool loose = false;        // ready-made and carried by a mention: compared, but no fact to report by itself
  RuleLocation where;

  std::optional<std::uint32_t> slot(std::string_view slot_name) const;
};

// ---------------------------------------------------------------------------------------------- checks

// "person", "office?", "office.standing"; `slot` may also be event, when, where, polarity.
struct SlotPath {
  std::string slot;
  std::string part;       // "", standing, number, unit, spelling
  bool optional = false;  // written with ?
  std::string text() const { return slot + (part.empty() ? "" : "." + part) + (optional ? "?" : ""); }
};

enum class CheckShape : std::uint8_t { clash, swapped, superseded, sum, only_in_headline, only_in_summary, only_in_one_source, said_by };

struct ExampleStory {
  std::string text;
  std::string outlet;
  std::string published;
  std::string headline;
};
using StorySet = std::vector<ExampleStory>;
struct CheckExample {
  StorySet stories;
  RuleLocation where;
};

struct Check {
  std::string id;
  std::string title;
  bool any_claim = false;
  std::vector<KindId> claims;
  std::vector<SlotPath> same;
  CheckShape shape = CheckShape::clash;
  std::vector<SlotPath> slots;       // of clash, swapped, superseded
  std::optional<SumRule> sum;        // compiled against the first of `claims`
  std::vector<std::string> said_by;  // named, described, anonymous, several, document, witness, agency, nobody
  Severity severity = Severity::warning;
  std::string category;
  std::string message;               // template; empty: made from the slots
  std::string why;
  std::vector<CheckExample> yes;
  std::vector<CheckExample> no;
  RuleLocation where;
};

// ---------------------------------------------------------------------------------------------- the whole

struct Rulebook {
  std::vector<WordList> lists;
  std::vector<ChoiceLine> choices;
  std::vector<Shape> shapes;
  std::map<std::string, Figures, std::less<>> figures;  // by section
  std::vector<Unit> units;
  std::vector<PlaceEntry> places;
  std::vector<Opposites> opposites;
  std::vector<ClaimKind> kinds;   // in order of file name, then place in the file
  std::vector<Check> checks;

  // Look-ups by name; not valid / null / empty when there is none.
  ListId list(std::string_view name) const;
  ChoiceId choice(std::string_view name) const;
  ShapeId shape(std::string_view name) const;
  KindId kind(std::string_view name) const;
  const Figures& figure_section(std::string_view name) const;

  // Lists that a pattern, a slot, a [choices] line or `includes` names, sorted.
  std::vector<ListId> lists_named() const;
  // The [choices] lines that hold the list or one that includes it.
  std::vector<ChoiceId> choices_of(ListId list) const;
  // Indices into `lists` of the leaf lists that `list` may mean within the choice (see Choice::covers), sorted.
  std::vector<std::uint32_t> covers(ChoiceId choice, ListId list) const;

  const WordList& operator[](ListId id) const { return lists[id.index()]; }
  const ChoiceLine& operator[](ChoiceId id) const { return choices[id.index()]; }
  const Shape& operator[](ShapeId id) const { return shapes[id.index()]; }
  const ClaimKind& operator[](KindId id) const { return kinds[id.index()]; }
  const Check& operator[](CheckId id) const { return checks[id.index()]; }

  std::unordered_map<std::string, std::uint32_t> list_names, choice_names, shape_names, kind_names;  // filled by the loader
};

}  // namespace crosscheck
