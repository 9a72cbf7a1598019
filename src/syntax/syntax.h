// Tokens with their parts of speech, the word-list entries found among them, noun and verb groups, and clauses written
// out in plain order. See tests/README.md for how well each is known to work.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "rulebook/rulebook.h"
#include "story/story.h"

namespace crosscheck {

inline constexpr std::uint32_t kNone = 0xffffffff;

// Universal POS tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X,
};

// Penn Treebank tags as UD English EWT has them, as far as crosscheck asks for them; the rest is `other`.
enum class Xpos : std::uint8_t {
  other, CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, MD, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP, TO, UH,
  VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, COMMA, PERIOD, COLON, QUOTE_OPEN, QUOTE_CLOSE, LBRACKET, RBRACKET, SYM, HYPH,
};

enum class NounClass : std::uint8_t {  // WordNet's lexicographer files of a noun's first senses
  none, act, animal, artifact, attribute, body, cognition, communication, event, feeling, food, group, location, motive,
  object, person, phenomenon, plant, possession, process, quantity, relation, shape, state, substance, time,
};

bool is_event(NounClass noun_class);  // act, event, phenomenon, process

// Parallel to Story::tokens.
struct TaggedToken {
  Upos upos = Upos::X;
  Xpos xpos = Xpos::other;
  NounClass noun_class = NounClass::none;  // of the lemma, whatever the tag
  std::uint32_t word = 0;   // id of the folded form in Language's vocabulary; equal ids, equal forms
  std::uint32_t lemma = 0;  // id of the lemma, same vocabulary
  std::string_view form;    // folded form; lives as long as the Language
  std::string_view base;    // lemma
};

// One entry of one word list, found. Hits may overlap and are sorted by first token, longest first.
// A verb entry is reported wherever its verb stands, active or passive: whether `passive` fits is for the clause to say.
struct WordHit {
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t head = 0;             // the token that is bent
  ListId list;
  WordEntry::Form form = WordEntry::Form::word;
  std::uint32_t entry = 0;            // index into the list's entries
};

struct NounGroup {
  std::uint32_t first = 0, last = 0;  // tokens, determiner and modifiers included; "Keane 's plan" is one group
  std::uint32_t head = 0;             // "plan"
  std::uint32_t possessor_end = kNone;  // token behind "'s" where there is one: the possessor is [first, possessor_end)
  bool pronoun = false;
};

enum class Voice : std::uint8_t { active, passive };
enum class Tense : std::uint8_t { past, present, future, none };  // none: infinitive, participle, headline without one

struct VerbGroup {
  std::uint32_t first = 0, last = 0;  // "has not been cut down": auxiliaries, adverbs between, particle
  std::uint32_t head = 0;             // "cut"
  std::uint32_t modal = kNone;        // token of will, would, could, may, might, should, must … where there is one
  Voice voice = Voice::active;
  Tense tense = Tense::none;
  bool negated = false;
  bool finite = true;                 // false for infinitives, participles, gerunds
  bool progressive = false;
  bool perfect = false;
};

enum class PartRole : std::uint8_t { subject, verb, object, second_object, complement, oblique, agent, content, other };

// A piece of a clause: [first, last) are tokens of the story, not always of this place: "who" is replaced by its noun.
struct Part {
  PartRole role = PartRole::other;
  std::uint32_t first = 0, last = 0;
  std::uint32_t head = kNone;         // head token of its (first) noun group
  std::uint32_t preposition = kNone;  // token, for oblique and agent; inside [first, last)
  std::uint32_t named = kNone;        // head of the name in apposition to it: "Holm" of "the minister, Holm, resigned"
  bool borrowed = false;              // filled in: relative pronoun, shared subject, antecedent of a participle
};

enum class ClauseRelation : std::uint8_t {
  main, coordinated, relative, content, adverbial, participle, infinitive, apposition, fragment, quoted,
};

// One clause written out: every part it needs, in plain order (subject, verb, objects, rest). Every token of a sentence
// lies in at least one clause; a stretch with no verb (a headline, a list) is a `fragment`, its tokens one `other` part.
struct Clause {
  std::uint32_t sentence = 0;
  ClauseRelation relation = ClauseRelation::main;
  std::uint32_t parent = kNone;       // clause it hangs on
  std::uint32_t parent_verb = kNone;  // token of the verb that governs it: "said", "denied", "expected"
  std::uint32_t marker = kNone;       // token of "that", "if", "after", "who" …
  std::uint32_t first = 0, last = 0;  // tokens it spans in the text
  VerbGroup verb;                     // verb.first == verb.last for a fragment
  std::vector<Part> parts;            // plain order
  bool has_verb() const { return verb.first < verb.last; }
};

// The clause turned round: object becomes subject of the passive, subject the agent behind "by"; and back.
// Gives no parts where there is nothing to turn (intransitive, passive without agent).
std::vector<Part> turned(const Clause& clause);

struct Syntax {
  std::vector<TaggedToken> tokens;   // parallel to Story::tokens
  std::vector<WordHit> hits;         // sorted by first, then longer first
  std::vector<NounGroup> noun_groups;  // sorted, not overlapping
  std::vector<Clause> clauses;       // by sentence, then by verb
  std::vector<std::uint32_t> clause_begin;  // per sentence, one more at the end: clauses [clause_begin[s], clause_begin[s+1])
};

}  // namespace crosscheck
