// Filling one clause: who its subject is, what its verb takes, who did it.
#include "syntax/clause_builder.h"

#include <algorithm>

namespace crosscheck {

namespace {

constexpr std::size_t kUsualParts = 4;  // subject, verb, and what they take

}  // namespace

std::uint32_t ClauseBuilder::open(ClauseRelation relation, std::uint32_t parent, std::uint32_t parent_verb, std::uint32_t marker) {
  const std::uint32_t id = static_cast<std::uint32_t>(syntax_.clauses.size());
  Clause clause;
  clause.sentence = sentence_;
  clause.relation = relation;
  clause.parent = parent;
  clause.parent_verb = parent_verb;
  clause.marker = marker;
  if (marker != kNone) {
    clause.first = marker;
    clause.last = marker + 1;
  }
  clause.parts.reserve(kUsualParts);
  syntax_.clauses.push_back(std::move(clause));
  Frame frame;
  frame.clause = id;
  frame.pre_begin = static_cast<std::uint32_t>(pre_.size());
  stack_.push_back(frame);
  if (parent == kNone) root_ = id;
  return id;
}

void ClauseBuilder::pop() {
  Frame& frame = stack_.back();
  if (!frame.verb) fragment(frame);
  close_gap(frame);
  pre_.resize(frame.pre_begin);
  stack_.pop_back();
}

void ClauseBuilder::add_part(Clause& clause, PartRole role, const GroupPhrase& phrase, bool borrowed) {
  Part part;
  part.role = role;
  part.first = role == PartRole::oblique || role == PartRole::agent ? phrase.first : phrase.noun_first;
  part.last = phrase.last;
  part.head = phrase.head;
  part.preposition = role == PartRole::oblique || role == PartRole::agent ? phrase.preposition : kNone;
  part.borrowed = borrowed;
  clause.parts.push_back(part);
  if (borrowed) return;
  if (clause.first == clause.last) clause.first = part.first, clause.last = part.last;
  clause.first = std::min(clause.first, part.first);
  clause.last = std::max(clause.last, part.last);
}

// The subject stands first, whenever it was found.
void ClauseBuilder::give_subject(Clause& clause, const GroupPhrase& phrase, bool borrowed) {
  if (phrase.head == kNone) return;
  for (const Part& part : clause.parts)
    if (part.role == PartRole::subject) return;
  add_part(clause, PartRole::subject, phrase, borrowed);
  for (std::size_t i = clause.parts.size() - 1; i > 0; --i) std::swap(clause.parts[i], clause.parts[i - 1]);
}

void ClauseBuilder::lend_subject(std::uint32_t from, std::uint32_t to) {
  for (const Part& part : syntax_.clauses[from].parts) {
    if (part.role != PartRole::subject) continue;
    Part copy = part;
    copy.borrowed = true;
    auto& parts = syntax_.clauses[to].parts;
    for (const Part& p : parts)
      if (p.role == PartRole::subject) return;
    parts.insert(parts.begin(), copy);
    return;
  }
}

// Clauses without a finite verb that stood before the subject was known: "Speaking in Geneva, the minister said …".
void ClauseBuilder::borrow_for_children(std::uint32_t clause) {
  for (std::uint32_t k = clause + 1; k < syntax_.clauses.size(); ++k) {
    Clause& child = syntax_.clauses[k];
    if (child.parent != clause || !child.has_verb() || k == top().gerund) continue;
    if (child.relation == ClauseRelation::participle || child.relation == ClauseRelation::infinitive) lend_subject(clause, k);
  }
}

void ClauseBuilder::attach_verb(std::uint32_t c) {
  Frame& frame = top();
  clause_of(frame).verb = groups_.verbs[groups_.chunks[c].index];
  choose_subject(frame, pre_.size());  // may add appositions: no reference to a clause outlives it
  Clause& clause = clause_of(frame);
  pre_.resize(frame.pre_begin);
  frame.verb = true;
  frame.last_phrase.head = kNone;
  GroupPhrase verb;
  verb.first = verb.noun_first = clause.verb.first;
  verb.last = clause.verb.last;
  verb.head = clause.verb.head;
  // obliques that stood before the verb come behind it: plain order
  std::size_t at = 0;
  while (at < clause.parts.size() && clause.parts[at].role == PartRole::subject) ++at;
  add_part(clause, PartRole::verb, verb);
  for (std::size_t i = clause.parts.size() - 1; i > at; --i) std::swap(clause.parts[i], clause.parts[i - 1]);
  borrow_for_children(frame.clause);
}

// The subject among what stands before the verb: the first noun group that hangs on no preposition and is no time;
// of two that touch, the latter. What is left becomes obliques and appositions.
void ClauseBuilder::choose_subject(Frame& frame, std::size_t end) {
  std::size_t subject = npos, late = npos;
  for (std::size_t i = frame.pre_begin; i < end; ++i) {
    const GroupPhrase& p = pre_[i];
    if (p.preposition != kNone || p.adjective || p.head == kNone) continue;
    if (p.time && !p.there) {
      late = i;
      continue;
    }
    if (subject == npos) subject = i;
    else if (!p.comma && i == subject + 1) subject = i;
  }
  if (subject == npos && frame.gap.head == kNone) subject = late;
  if (subject == npos) {
    place_rest(frame, end, npos, npos);
    if (frame.gap.head != kNone && (frame.gap.preposition == kNone)) {
      give_subject(clause_of(frame), frame.gap, true);
      frame.gap.head = kNone;
    } else if (const std::uint32_t verb = clause_of(frame).verb.head; is(verb, Grammar::aux_be) || tokens_[verb].upos == Upos::AUX ||
               ((is(verb, Grammar::aux_have) || is(verb, Grammar::aux_do)) && opens_sentence(verb))) {
      frame.expect_subject = true;
    }
    return;
  }
  GroupPhrase chosen = pre_[subject];
  if (chosen.there) {
    place_rest(frame, end, subject, subject + 1);
    frame.expect_subject = true;
    return;
  }
  std::size_t past = subject + 1;  // "the talks in Florida on Sunday": what touches the subject belongs to it
  while (past < end && pre_[past].preposition != kNone && !pre_[past].comma && pre_[past].first == chosen.last) chosen.last = pre_[past++].last;
  place_rest(frame, end, subject, past);
  give_subject(clause_of(frame), chosen, false);
}

// Nothing but adverbs before it: "Not only did the pumps fail".
bool ClauseBuilder::opens_sentence(std::uint32_t token) const {
  for (std::uint32_t t = first_; t < token; ++t)
    if (tokens_[t].xpos != Xpos::RB && tokens_[t].xpos != Xpos::CC) return false;
  return true;
}

void ClauseBuilder::place_rest(Frame& frame, std::size_t end, std::size_t subject, std::size_t subject_last) {
  for (std::size_t i = frame.pre_begin; i < end; ++i) {
    if (subject != npos && i >= subject && i < subject_last) continue;
    const GroupPhrase p = pre_[i];
    if (p.head == kNone || p.adjective || p.there) continue;
    if (p.preposition != kNone || p.time) add_part(clause_of(frame), PartRole::oblique, p);
    else if (subject != npos && i > subject && p.comma) {
      GroupPhrase whole = p;  // "director of the centre for peace": what touches it belongs to it
      while (i + 1 < end && pre_[i + 1].preposition != kNone && !pre_[i + 1].comma && pre_[i + 1].first == whole.last) whole.last = pre_[++i].last;
      appose(pre_[subject], whole, frame.clause);
    }
    else add_part(clause_of(frame), PartRole::other, p);
  }
}

void ClauseBuilder::appose(const GroupPhrase& to, const GroupPhrase& phrase, std::uint32_t parent) {
  Clause clause;
  clause.sentence = sentence_;
  clause.relation = ClauseRelation::apposition;
  clause.parent = parent;
  clause.first = to.noun_first;
  clause.last = phrase.last;
  clause.parts.reserve(2);
  add_part(clause, PartRole::subject, to);
  add_part(clause, PartRole::complement, phrase);
  syntax_.clauses.push_back(std::move(clause));
}

bool ClauseBuilder::figure(const GroupPhrase& p) const {
  return p.preposition == kNone && p.last == p.noun_first + 1 && tokens_[p.noun_first].xpos == Xpos::CD;
}

// "by Congress" did it; "by Friday", "by helicopter", "by 3 percent", "by 2030" did not.
bool ClauseBuilder::is_agent(const Clause& clause, const GroupPhrase& p) const {
  if (clause.verb.voice != Voice::passive || !is(p.preposition, Grammar::prep_agent) || p.time) return false;
  if (tokens_[p.head].xpos == Xpos::CD || tokens_[p.head].xpos == Xpos::SYM) return false;
  bool bare = true, figure = false;
  for (std::uint32_t t = p.noun_first; t < p.head; ++t) {
    figure = figure || tokens_[t].xpos == Xpos::CD || tokens_[t].xpos == Xpos::SYM;
    bare = bare && tokens_[t].upos != Upos::DET && tokens_[t].xpos != Xpos::PRPS && tokens_[t].xpos != Xpos::POS;
  }
  if (is(p.head, Grammar::measure_noun)) return false;
  if (is(p.head, Grammar::manner_noun) && bare && !figure && tokens_[p.head].xpos == Xpos::NN) return false;
  for (const Part& part : clause.parts)
    if (part.role == PartRole::agent) return false;
  return true;
}

void ClauseBuilder::add_oblique(Frame& frame, const GroupPhrase& p) {
  Clause& clause = clause_of(frame);
  add_part(clause, p.preposition != kNone && is_agent(clause, p) ? PartRole::agent : PartRole::oblique, p);
  frame.last_phrase = p;
}

// A noun group behind the verb.
void ClauseBuilder::add_object(Frame& frame, const GroupPhrase& p) {
  Clause& clause = clause_of(frame);
  const std::uint32_t verb = clause.verb.head;
  const bool passive = clause.verb.voice == Voice::passive;
  PartRole role = PartRole::other;
  if (is(verb, Grammar::aux_be) || is(verb, Grammar::noun_copula)) {
    role = PartRole::complement;
  } else if (passive) {
    if (is(verb, Grammar::object_complement)) role = PartRole::complement;
    else if (is(verb, Grammar::ditransitive) && !frame.has_object) role = PartRole::object, frame.has_object = true;
  } else if (!frame.has_object) {
    role = PartRole::object;
    frame.has_object = true;
    frame.object = p;
  } else if (!frame.has_second && is(verb, Grammar::object_complement) && !is(verb, Grammar::ditransitive)) {
    role = PartRole::complement;
    frame.has_second = true;
  } else if (!frame.has_second && is(verb, Grammar::ditransitive)) {
    role = PartRole::second_object;
    frame.has_second = true;
  }
  add_part(clause, role, p);
  frame.last_phrase = p;
}

// "The talks held in Florida made progress": the verb taken for finite was a participle; its subject gets another verb.
void ClauseBuilder::turn_participle(Frame& frame) {
  const std::uint32_t old = frame.clause;
  Clause main = syntax_.clauses[old];
  GroupPhrase subject;
  for (Part& part : syntax_.clauses[old].parts)
    if (part.role == PartRole::subject) {
      subject.first = subject.noun_first = part.first;
      subject.last = part.last;
      subject.head = part.head;
      part.borrowed = true;
    }
  Clause& reduced = syntax_.clauses[old];
  reduced.first = reduced.verb.first;
  reduced.relation = ClauseRelation::participle;
  reduced.marker = kNone;
  reduced.parent_verb = kNone;
  reduced.verb.finite = false;
  reduced.verb.tense = Tense::none;
  reduced.verb.voice = Voice::passive;
  for (Part& part : reduced.parts)
    if (part.role == PartRole::oblique && is_agent(reduced, GroupPhrase{part.first, part.last, part.first + 1, part.head, part.preposition}))
      part.role = PartRole::agent;
  main.parts.clear();
  main.verb = VerbGroup{};
  main.first = subject.first;
  main.last = subject.last;
  const std::uint32_t id = static_cast<std::uint32_t>(syntax_.clauses.size());
  syntax_.clauses.push_back(std::move(main));
  syntax_.clauses[old].parent = id;
  if (root_ == old) root_ = id;
  Frame fresh;
  fresh.clause = id;
  fresh.pre_begin = static_cast<std::uint32_t>(pre_.size());
  frame = fresh;
  pre_.push_back(subject);
}

// "Three killed in blast", "Minister to resign": no finite verb anywhere, so this one says what happened.
void ClauseBuilder::headline_verb(std::uint32_t c) {
  VerbGroup& verb = groups_.verbs[groups_.chunks[c].index];
  verb.finite = true;
  const std::uint32_t n = skip(c + 1);
  const bool by = kind_at(n, ChunkKind::preposition) && is(groups_.chunks[n].first, Grammar::prep_agent);
  const bool sentence = story_.tokens[last_ - 1].end == story_.tokens[last_ - 1].begin + 1 && tokens_[last_ - 1].xpos == Xpos::PERIOD;
  if (verb.first == verb.head && tokens_[verb.head].xpos == Xpos::VBN && !by &&
      (sentence || (kind_at(n, ChunkKind::noun) && !groups_.chunks[n].time))) {  // a whole sentence leaves no auxiliary out: it was the past
    verb.voice = Voice::active;
    verb.tense = Tense::past;
  }
  if (tokens_[verb.first].xpos == Xpos::TO) verb.tense = Tense::future;
  if (tokens_[verb.head].xpos == Xpos::VBG) verb.progressive = true;
  attach_verb(c);
}

std::size_t ClauseBuilder::waiting_frame() const {
  for (std::size_t d = stack_.size(); d-- > 0;)
    if (!stack_[d].verb) return d;
  return npos;
}

std::size_t ClauseBuilder::waiting() const {
  const std::size_t d = waiting_frame();
  if (d == npos) return npos;
  const std::size_t end = d + 1 < stack_.size() ? stack_[d + 1].pre_begin : pre_.size();
  for (std::size_t i = stack_[d].pre_begin; i < end; ++i)
    if (pre_[i].preposition == kNone && pre_[i].head != kNone && !pre_[i].adjective) return d;
  return stack_[d].gap.head != kNone ? d : npos;
}

// Tense decides among several: in "said they could sign and left" it is the speaker who left.
std::size_t ClauseBuilder::shared_frame(const VerbGroup& verb) const {
  for (std::size_t d = stack_.size(); verb.finite && d-- > 0;) {
    const VerbGroup& other = clause_of(stack_[d]).verb;
    if (!stack_[d].verb || !other.finite) continue;
    if (other.tense == verb.tense && (other.modal == kNone) == (verb.modal == kNone)) return d;
    if (clause_of(stack_[d]).relation != ClauseRelation::content) break;
  }
  for (std::size_t d = stack_.size(); d-- > 0;) {
    if (!stack_[d].verb) continue;
    const VerbGroup& other = clause_of(stack_[d]).verb;
    if (other.finite != verb.finite) continue;
    if (!verb.finite && tokens_[other.head].xpos != tokens_[verb.head].xpos) continue;
    return d;
  }
  return npos;
}

std::size_t ClauseBuilder::sentence_frame() const {
  for (std::size_t d = stack_.size(); d-- > 0;) {
    const ClauseRelation r = clause_of(stack_[d]).relation;
    if (r == ClauseRelation::main || r == ClauseRelation::coordinated || r == ClauseRelation::content || r == ClauseRelation::quoted ||
        r == ClauseRelation::fragment)
      return d;
  }
  return 0;
}

}  // namespace crosscheck
