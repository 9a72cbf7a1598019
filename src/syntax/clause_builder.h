// One sentence's groups -> its clauses, left to right with a stack of clauses that are still open. A clause is open in
// front of its verb (it collects what may become its subject) or behind it (it takes objects and obliques). A finite verb
// that finds no subject of its own closes clauses until one outside still waits for its verb, or shares a subject.
// Only for the files of this folder; find_clauses() is the door.
#pragma once

#include <cstdint>
#include <vector>

#include "story/story.h"
#include "syntax/clause_tables.h"
#include "syntax/groups.h"
#include "syntax/syntax.h"

namespace crosscheck {

// A noun group with what belongs to it: "of" groups, coordination; and the preposition before it, if any.
struct GroupPhrase {
  std::uint32_t first = 0, last = 0;   // tokens, the preposition included
  std::uint32_t noun_first = 0;        // token behind the preposition
  std::uint32_t head = kNone;
  std::uint32_t preposition = kNone;
  std::uint32_t next = 0;              // chunk behind it
  bool time = false;
  bool comma = false;                  // a comma (or dash) stands before it
  bool there = false;                  // existential
  bool adjective = false;
};

class ClauseBuilder {
 public:
  ClauseBuilder(const Story& story, const ClauseTables& tables, Syntax& syntax)
      : story_(story), tables_(tables), syntax_(syntax), tokens_(syntax.tokens) {
    lists_.reserve(tokens_.size());
    for (const TaggedToken& token : tokens_) lists_.push_back(tables.lists_of(token));
  }

  // Appends the clauses of tokens [first, last), sorted by verb.
  void build(std::uint32_t sentence, std::uint32_t first, std::uint32_t last);

 private:
  struct Frame {
    std::uint32_t clause = 0;
    std::uint32_t pre_begin = 0;        // its part of pre_: what stands before its verb
    bool verb = false;                  // the verb was seen
    bool expect_subject = false;        // "said X", "there is X": the next noun group is the subject
    bool has_object = false, has_second = false, has_content = false;
    std::uint32_t gerund = kNone;       // clause before the verb that may be its subject: "Ending the war is hard"
    std::uint32_t prospect = kNone;     // adjective that an infinitive will hang on: "due"
    GroupPhrase gap;                         // antecedent of a relative clause; head == kNone: none
    GroupPhrase last_phrase;                 // the latest noun group taken; head == kNone: none
    GroupPhrase object;
  };
  struct Separators {  // what stood since the last word
    bool comma = false, conjunction = false, stop = false, colon = false, open = false, close = false;
    bool any() const { return comma || conjunction || stop || open || close; }
  };

  // --- clause_builder.cpp: the flow
  void run();
  std::uint32_t step(std::uint32_t c);
  std::uint32_t on_phrase(std::uint32_t c);
  std::uint32_t on_preposition(std::uint32_t c);
  std::uint32_t on_adjective(std::uint32_t c);
  std::uint32_t on_verb(std::uint32_t c);
  std::uint32_t on_finite(std::uint32_t c);
  std::uint32_t on_infinitive(std::uint32_t c);
  std::uint32_t on_participle(std::uint32_t c);
  bool touching_participle(std::uint32_t c);
  bool needed_participle(std::uint32_t c);
  bool shares_auxiliary(std::uint32_t c);
  bool completes_measure(std::uint32_t c);
  bool inserted_participle(std::uint32_t c);
  bool gap_in_content(std::uint32_t c);
  void attribute(std::uint32_t verb);
  bool gerund_subject();
  bool stolen_subject(std::uint32_t c);
  std::uint32_t on_bare(std::uint32_t c);
  std::uint32_t on_relative(std::uint32_t c);
  std::uint32_t on_that(std::uint32_t c);
  std::uint32_t on_subordinator(std::uint32_t c);
  std::uint32_t on_bracket(std::uint32_t c);
  void on_stop(std::uint32_t c);
  void noun_behind_verb(GroupPhrase phrase, std::uint32_t c);
  void open_with_noun(const GroupPhrase& phrase, std::uint32_t verb_chunk);
  bool shares_waiting_subject(const GroupPhrase& phrase);
  bool attribution_before(const GroupPhrase& phrase, std::uint32_t verb_chunk) const;
  bool attribution_inverted(std::uint32_t c) const;
  bool resume_inverted(std::uint32_t c);
  bool takes_content(const Frame& frame) const;

  // --- clause_scan.cpp: looking ahead, always within a bound
  GroupPhrase phrase_at(std::uint32_t c, bool before_verb) const;
  GroupPhrase simple_phrase(std::uint32_t c) const;
  void coordinate(GroupPhrase& phrase, bool before_verb) const;
  bool gerund_waits() const;
  bool quoted_by(std::uint32_t c) const;
  std::uint32_t verb_of(std::uint32_t noun_chunk) const;  // chunk of the finite verb it is subject of, or kNone
  bool may_be_participle(std::uint32_t c) const;          // a past form alone, without an object
  bool meant_finite(std::uint32_t c, std::uint32_t k) const;
  bool finite_ahead(std::uint32_t c) const;               // a finite verb before the next stop
  bool gap_ahead(std::uint32_t c) const;                  // the clause of this subject lacks an object
  bool main_ahead(std::uint32_t c, bool insert) const;    // a verb ahead for a subject that waits before chunk c
  std::uint32_t skip(std::uint32_t c) const;              // adverbs and opening quotes
  std::uint32_t next_word(std::uint32_t c) const;         // closing quotes and commas too
  bool kind_at(std::uint32_t c, ChunkKind kind) const { return c < groups_.chunks.size() && groups_.chunks[c].kind == kind; }
  bool finite_at(std::uint32_t c) const {
    return kind_at(c, ChunkKind::verb) && groups_.verbs[groups_.chunks[c].index].finite;
  }
  bool is(std::uint32_t token, Grammar list) const { return token != kNone && ClauseTables::has(lists_[token], list); }

  // --- clause_parts.cpp: filling a clause
  std::uint32_t open(ClauseRelation relation, std::uint32_t parent, std::uint32_t parent_verb, std::uint32_t marker);
  void pop();
  void pop_to(std::size_t depth) { while (stack_.size() > depth) pop(); }
  void attach_verb(std::uint32_t c);
  void choose_subject(Frame& frame, std::size_t end);
  bool opens_sentence(std::uint32_t token) const;
  void place_rest(Frame& frame, std::size_t end, std::size_t subject, std::size_t subject_last);
  void give_subject(Clause& clause, const GroupPhrase& phrase, bool borrowed);
  void lend_subject(std::uint32_t from, std::uint32_t to);
  void borrow_for_children(std::uint32_t clause);
  void add_part(Clause& clause, PartRole role, const GroupPhrase& phrase, bool borrowed = false);
  void add_oblique(Frame& frame, const GroupPhrase& phrase);
  void add_object(Frame& frame, const GroupPhrase& phrase);
  void appose(const GroupPhrase& to, const GroupPhrase& phrase, std::uint32_t parent);
  bool figure(const GroupPhrase& phrase) const;  // a number alone: "38"
  bool is_agent(const Clause& clause, const GroupPhrase& phrase) const;
  void turn_participle(Frame& frame);
  void headline_verb(std::uint32_t c);
  Clause& clause_of(const Frame& frame) { return syntax_.clauses[frame.clause]; }
  const Clause& clause_of(const Frame& frame) const { return syntax_.clauses[frame.clause]; }
  Frame& top() { return stack_.back(); }
  const Frame& top() const { return stack_.back(); }
  std::size_t waiting() const;         // depth of the innermost frame that still waits for its verb with a subject ready; or npos
  std::size_t waiting_frame() const;   // … whether it has a subject or not
  std::size_t shared_frame(const VerbGroup& verb) const;  // whose subject a coordinated verb shares
  std::size_t sentence_frame() const;  // the innermost that "and he said" can go on from

  // --- clause_finish.cpp: extents, order, what holds for the whole sentence
  void finish();
  void fragment(Frame& frame);
  void close_gap(Frame& frame);
  void negate();
  void name_parts();
  void link_content();
  void extents();
  void order();

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  const Story& story_;
  const ClauseTables& tables_;
  Syntax& syntax_;
  const std::vector<TaggedToken>& tokens_;
  std::vector<ClauseTables::Lists> lists_;  // by token: each is asked about ten times
  Groups groups_;
  std::vector<Frame> stack_;
  std::vector<GroupPhrase> pre_;
  std::vector<std::uint32_t> scratch_;
  Separators sep_;
  std::uint32_t sentence_ = 0, first_ = 0, last_ = 0;
  std::uint32_t clauses_begin_ = 0;    // of this sentence
  std::uint32_t root_ = kNone;         // the latest clause that hangs on none
  bool in_quote_ = false;
};

}  // namespace crosscheck
