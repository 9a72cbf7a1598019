// The flow through one sentence: each group opens, fills or closes a clause. Worked example:
// "Brandt, who heads the team, said the talks in Geneva were difficult." opens a clause for "Brandt", a relative one at
// "who" that takes "heads"; ", said" finds no subject, closes the relative and goes to "Brandt"; "the talks in Geneva" is
// the subject of a verb ahead and "said" takes content, so a content clause opens.
#include "syntax/clause_builder.h"

#include <algorithm>

namespace crosscheck {

void ClauseBuilder::build(std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
  sentence_ = sentence;
  first_ = first;
  last_ = last;
  clauses_begin_ = static_cast<std::uint32_t>(syntax_.clauses.size());
  stack_.clear();
  pre_.clear();
  sep_ = {};
  root_ = kNone;
  in_quote_ = false;
  find_groups(story_, syntax_, tables_, lists_, first, last, groups_);
  run();
  finish();
}

void ClauseBuilder::run() {
  open(ClauseRelation::main, kNone, kNone, kNone);
  const std::uint32_t end = static_cast<std::uint32_t>(groups_.chunks.size());
  for (std::uint32_t c = 0; c < end;) {
    const std::uint32_t next = step(c);
    c = next > c ? next : c + 1;
  }
  pop_to(0);
}

// Takes the chunk at c (and what belongs to it) and returns the chunk to go on with. Separators wait for the next word.
std::uint32_t ClauseBuilder::step(std::uint32_t c) {
  std::uint32_t next = c + 1;
  switch (groups_.chunks[c].kind) {
    case ChunkKind::comma: sep_.comma = true; return next;
    case ChunkKind::conjunction: sep_.conjunction = true; return next;
    case ChunkKind::quote_open: sep_.open = true; in_quote_ = true; return next;
    case ChunkKind::quote_close: sep_.close = true; in_quote_ = false; return next;
    case ChunkKind::stop: on_stop(c); return next;
    case ChunkKind::bracket_open: return on_bracket(c);
    case ChunkKind::bracket_close: case ChunkKind::other: case ChunkKind::adverb: return next;
    case ChunkKind::noun: case ChunkKind::there: next = on_phrase(c); break;
    case ChunkKind::preposition: next = on_preposition(c); break;
    case ChunkKind::adjective: next = on_adjective(c); break;
    case ChunkKind::verb: next = on_verb(c); break;
    case ChunkKind::relative: next = on_relative(c); break;
    case ChunkKind::subordinator: next = on_subordinator(c); break;
  }
  sep_ = {};
  return next;
}

void ClauseBuilder::on_stop(std::uint32_t c) {
  const std::string_view word = story_.words(story_.tokens[groups_.chunks[c].first]);
  if (word == ":") {
    sep_.stop = sep_.colon = true;
  } else if (word == ";") {
    sep_.stop = true;
    pop_to(0);
    open(ClauseRelation::main, kNone, kNone, kNone);
  } else if (groups_.chunks[c].first + 1 < last_) {
    sep_.comma = true;  // dashes and dots inside a sentence
  }
}

// Inserts in brackets are passed over, but a sentence in brackets is read.
std::uint32_t ClauseBuilder::on_bracket(std::uint32_t c) {
  if (groups_.chunks[c].first == first_) return c + 1;
  const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(groups_.chunks.size(), c + 40));
  for (std::uint32_t k = c + 1; k < end; ++k)
    if (groups_.chunks[k].kind == ChunkKind::bracket_close) return k + 1;
  return c + 1;
}

// ------------------------------------------------------------------------------------------------ noun groups

std::uint32_t ClauseBuilder::on_phrase(std::uint32_t c) {
  if (groups_.chunks[c].kind == ChunkKind::there) {
    GroupPhrase there;
    const Chunk& chunk = groups_.chunks[c];
    there.first = there.noun_first = chunk.first;
    there.last = chunk.last;
    there.head = chunk.head;
    there.there = true;
    const std::uint32_t verb = verb_of(c);
    if (top().verb && verb != kNone) open_with_noun(there, verb);
    if (!top().verb) pre_.push_back(there);
    return c + 1;
  }
  GroupPhrase p = phrase_at(c, !top().verb);
  p.comma = sep_.comma || sep_.stop;
  if (sep_.colon && !top().verb && verb_of(c) != kNone) {  // "One victim: the sale slips to autumn"
    pop_to(0);
    open(ClauseRelation::main, kNone, kNone, kNone);
  }
  if (p.comma && top().last_phrase.head != kNone && kind_at(p.next, ChunkKind::preposition) && is(groups_.chunks[p.next].first, Grammar::prep_of) &&
      kind_at(p.next + 1, ChunkKind::relative)) {  // ", none of whom fell ill"
    GroupPhrase owner = top().last_phrase;
    owner.first = owner.noun_first;
    owner.preposition = groups_.chunks[p.next].first;
    open(ClauseRelation::relative, top().clause, kNone, groups_.chunks[p.next + 1].first);
    top().gap = owner;
    pre_.push_back(p);
    return p.next + 2;
  }
  if (!top().verb) {
    // "On May 3, 2021, …": the year goes with the day; ", 38, who": the age is not who is meant
    const bool behind = p.comma && figure(p) && pre_.size() > top().pre_begin;
    if (behind && pre_.back().time) {
      pre_.back().last = p.last;
      return p.next;
    }
    pre_.push_back(p);
    if (!behind) top().last_phrase = p;
    return p.next;
  }
  noun_behind_verb(p, c);
  return p.next;
}

void ClauseBuilder::noun_behind_verb(GroupPhrase p, std::uint32_t c) {
  Frame& frame = top();
  if (frame.expect_subject && !p.time) {
    frame.expect_subject = false;
    give_subject(clause_of(frame), p, false);
    frame.last_phrase = p;
    return;
  }
  const std::uint32_t verb = verb_of(c);
  if (verb != kNone) {
    VerbGroup& group = groups_.verbs[groups_.chunks[verb].index];
    if (!group.finite) {  // "said the talks focused on": no other verb is there for it
      group.finite = true;
      if (tokens_[group.first].xpos == Xpos::VBN) group.tense = Tense::past, group.voice = Voice::active;
      else group.tense = Tense::present;
    }
    const bool behind_noun = frame.last_phrase.head != kNone && frame.last_phrase.last == p.first;
    const std::size_t fronted = waiting_frame();  // "When the talks are over the minister will speak"
    const bool full = frame.has_object || clause_of(frame).verb.voice == Voice::passive;
    if (!sep_.any() && full && clause_of(frame).relation == ClauseRelation::adverbial && fronted != npos && waiting() == npos) {
      pop_to(fronted + 1);
      pre_.push_back(p);
      top().last_phrase = p;
      return;
    }
    if (!sep_.any() && !behind_noun && !takes_content(frame)) {  // "held talks aimed at": its object, and a participle
      add_object(frame, p);
      return;
    }
    if (sep_.conjunction && sep_.comma && waiting() != npos && shares_waiting_subject(p)) return;
    open_with_noun(p, verb);
    pre_.push_back(p);
    top().last_phrase = p;
    return;
  }
  const std::size_t waits = waiting_frame();
  if (p.comma && !sep_.conjunction && waits != npos && waiting() == npos) {  // behind a fronted clause
    pop_to(waits + 1);
    pre_.push_back(p);
    top().last_phrase = p;
    return;
  }
  if (p.time) {
    add_oblique(frame, p);
    return;
  }
  const bool touches = frame.last_phrase.head != kNone && frame.last_phrase.last + 2 >= p.first;
  if (p.comma && !sep_.conjunction && !sep_.colon && touches) {
    if (frame.last_phrase.time && figure(p) && !clause_of(frame).parts.empty()) {
      clause_of(frame).parts.back().last = frame.last_phrase.last = p.last;
      clause_of(frame).last = std::max(clause_of(frame).last, p.last);
      return;
    }
    const GroupPhrase to = frame.last_phrase;
    appose(to, p, frame.clause);
    if (figure(p)) top().last_phrase.last = p.last;  // what follows is about the one whose age it is
    else top().last_phrase = p;
    return;
  }
  if (p.comma || sep_.colon) {
    add_part(clause_of(frame), PartRole::other, p);
    frame.last_phrase = p;
    return;
  }
  add_object(frame, p);
}

// "said (he would go)", "told reporters (he would go)".
bool ClauseBuilder::takes_content(const Frame& frame) const {
  if (!frame.verb || frame.has_content) return false;
  const std::uint32_t verb = clause_of(frame).verb.head;
  if (!is(verb, Grammar::content_verb)) return false;
  return !frame.has_object || is(verb, Grammar::addressee_verb) || is(verb, Grammar::ditransitive) || is(verb, Grammar::object_control);
}

// A noun group behind a verb that is the subject of a verb ahead: which clause does it open?
void ClauseBuilder::open_with_noun(const GroupPhrase& p, std::uint32_t verb_chunk) {
  const std::size_t waits = waiting_frame();
  if (sep_.comma && !sep_.conjunction && waits != npos && waiting() == npos) {
    pop_to(waits + 1);
    return;
  }
  const std::uint32_t verb = clause_of(top()).verb.head;
  const bool content = takes_content(top());
  if (attribution_before(p, verb_chunk)) {
    attribute(groups_.chunks[verb_chunk].head);
    top().has_content = !in_quote_ && !sep_.open;
    return;
  }
  if (content && !sep_.conjunction && (!sep_.comma || sep_.open) ) {
    top().has_content = true;
    open(sep_.open ? ClauseRelation::quoted : ClauseRelation::content, top().clause, verb, kNone);
    return;
  }
  if (content && sep_.colon) {
    top().has_content = true;
    open(ClauseRelation::quoted, top().clause, verb, kNone);
    return;
  }
  if (sep_.conjunction || sep_.comma || sep_.stop) {
    if (sep_.comma || sep_.stop || !sep_.conjunction) pop_to(sentence_frame() + 1);
    const Clause& on = clause_of(top());
    const ClauseRelation relation = on.relation;
    const std::uint32_t parent = top().clause, parent_verb = on.parent_verb, marker = on.marker;
    open(ClauseRelation::coordinated, parent, parent_verb, kNone);
    if (relation == ClauseRelation::adverbial) syntax_.clauses.back().marker = marker, syntax_.clauses.back().first = syntax_.clauses.back().last = 0;
    return;
  }
  const bool behind_noun = top().last_phrase.head != kNone && top().last_phrase.last == p.first;
  if (behind_noun) {  // "the man they met"
    const GroupPhrase antecedent = top().last_phrase;
    open(ClauseRelation::relative, top().clause, kNone, kNone);
    top().gap = antecedent;
    return;
  }
  open(ClauseRelation::content, top().clause, verb, kNone);
}

// "Rahman, who commands the front, and his deputy were …": a subject that still waits for its verb goes on.
bool ClauseBuilder::shares_waiting_subject(const GroupPhrase& p) {
  const std::size_t d = waiting();
  const std::size_t end = d + 1 < stack_.size() ? stack_[d + 1].pre_begin : pre_.size();
  for (std::size_t i = stack_[d].pre_begin; i < end; ++i) {
    GroupPhrase& subject = pre_[i];
    if (subject.preposition != kNone || subject.adjective || subject.time || subject.head == kNone) continue;
    subject.last = p.last;
    const GroupPhrase whole = subject;
    pop_to(d + 1);
    pre_.resize(stack_[d].pre_begin + (i - stack_[d].pre_begin) + 1);
    top().last_phrase = whole;
    return true;
  }
  return false;
}

// "…, Keane said": a verb of saying with its speaker behind what was said, and nothing reported behind it.
bool ClauseBuilder::attribution_before(const GroupPhrase& p, std::uint32_t verb_chunk) const {
  const Chunk& verb = groups_.chunks[verb_chunk];
  if (root_ == kNone || sep_.conjunction || !(sep_.comma || sep_.close) || p.there || !is(verb.head, Grammar::quote_verb)) return false;
  if (syntax_.clauses[root_].relation == ClauseRelation::coordinated) return false;
  const std::uint32_t n = skip(verb_chunk + 1);
  if (sep_.close) return true;
  if (kind_at(n, ChunkKind::relative)) return false;
  if (kind_at(n, ChunkKind::noun) && (verb_of(n) != kNone)) return false;
  return !kind_at(n, ChunkKind::verb);
}

// "…, said Keane".
bool ClauseBuilder::attribution_inverted(std::uint32_t c) const {
  const Chunk& verb = groups_.chunks[c];
  if (root_ == kNone || sep_.conjunction || !(sep_.comma || sep_.close)) return false;
  if (!is(verb.head, Grammar::quote_verb) || is(verb.head, Grammar::addressee_verb)) return false;
  if (groups_.verbs[verb.index].voice == Voice::passive) return false;
  const std::uint32_t n = skip(c + 1);
  if (!kind_at(n, ChunkKind::noun)) return false;
  return verb_of(n) == kNone;
}

// ------------------------------------------------------------------------------------------------ prepositions

std::uint32_t ClauseBuilder::on_preposition(std::uint32_t c) {
  const Chunk chunk = groups_.chunks[c];
  const std::uint32_t n = skip(c + 1);
  if (kind_at(n, ChunkKind::verb)) {
    const VerbGroup& verb = groups_.verbs[groups_.chunks[n].index];
    const Xpos tag = tokens_[verb.first].xpos;
    if (tag == Xpos::VBG || (tag == Xpos::VBN && is(chunk.first, Grammar::subordinator))) {
      const Frame& frame = top();
      const std::uint32_t parent = frame.clause;
      open(ClauseRelation::participle, parent, clause_of(frame).has_verb() ? clause_of(frame).verb.head : kNone, chunk.first);
      attach_verb(n);
      lend_subject(parent, top().clause);
      return n + 1;
    }
    if (verb.finite && is(chunk.first, Grammar::subordinator)) {  // "as reported by …", "as is known"
      const std::uint32_t parent = top().clause;
      open(ClauseRelation::adverbial, parent, kNone, chunk.first);
      attach_verb(n);
      return n + 1;
    }
    return c + 1;
  }
  if (kind_at(n, ChunkKind::relative)) return on_relative(n);
  if (is(chunk.first, Grammar::subordinator) && chunk.last == chunk.first + 1) {
    // before its verb a subject waits for that verb: "the aid for refugees since the war has doubled"
    const bool bound = !top().verb && waiting() == stack_.size() - 1 && !sep_.comma && !(pre_.size() > top().pre_begin && pre_.back().adjective);
    const std::uint32_t verb = bound ? kNone : kind_at(n, ChunkKind::noun) || kind_at(n, ChunkKind::there) ? verb_of(n) : kNone;
    // up to the verb there may be no comma: "after the talks, Keane said" is no clause of "after"
    bool clause = verb != kNone;
    for (std::uint32_t k = n; clause && k < verb; ++k) clause = groups_.chunks[k].kind != ChunkKind::comma;
    if (clause) return on_subordinator(c);
  }
  GroupPhrase p = phrase_at(c, !top().verb);
  if (p.head == kNone) {
    // "in and around", a stranded preposition, "for 'complicated'"
    return c + 1;
  }
  p.comma = sep_.comma || sep_.stop;
  Frame& frame = top();
  if (!frame.verb) {
    pre_.push_back(p);
    frame.last_phrase = p;
    return p.next;
  }
  const std::size_t waits = waiting_frame();
  if (sep_.comma && waits != npos && waiting() == npos && finite_ahead(p.next)) {
    pop_to(waits + 1);
    pre_.push_back(p);
    return p.next;
  }
  if (sep_.comma && sep_.conjunction) pop_to(sentence_frame() + 1);
  add_oblique(top(), p);
  return p.next;
}

std::uint32_t ClauseBuilder::on_subordinator(std::uint32_t c) {
  const std::uint32_t marker = groups_.chunks[c].first;
  const std::uint32_t n = skip(c + 1);
  if (top().verb && is(marker, Grammar::content_marker) && !sep_.comma && is(clause_of(top()).verb.head, Grammar::content_verb) &&
      !top().has_content) {
    const std::uint32_t verb = clause_of(top()).verb.head;
    top().has_content = true;
    open(ClauseRelation::content, top().clause, verb, marker);
    return c + 1;
  }
  if (kind_at(n, ChunkKind::verb) && !groups_.verbs[groups_.chunks[n].index].finite) {
    const std::uint32_t parent = top().clause;
    open(ClauseRelation::participle, parent, kNone, marker);
    attach_verb(n);
    lend_subject(parent, top().clause);
    return n + 1;
  }
  if (sep_.comma && top().verb) pop_to(sentence_frame() + 1);
  open(ClauseRelation::adverbial, top().clause, kNone, marker);
  return c + 1;
}

std::uint32_t ClauseBuilder::on_adjective(std::uint32_t c) {
  const Chunk& chunk = groups_.chunks[c];
  GroupPhrase p;
  p.first = p.noun_first = chunk.first;
  p.last = chunk.last;
  p.head = chunk.head;
  p.adjective = true;
  Frame& frame = top();
  if (!frame.verb) {
    pre_.push_back(p);
    return c + 1;
  }
  const std::uint32_t verb = clause_of(frame).verb.head;
  if (is(verb, Grammar::aux_be) || is(verb, Grammar::copula) || frame.has_object) {
    add_part(clause_of(frame), PartRole::complement, p);
    if (is(p.head, Grammar::prospect)) frame.prospect = p.head;
  } else {
    add_part(clause_of(frame), PartRole::other, p);
  }
  return c + 1;
}

}  // namespace crosscheck
