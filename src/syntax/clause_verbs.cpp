// The flow where verbs and relative words stand.
#include "syntax/clause_builder.h"

#include <algorithm>

namespace crosscheck {

std::uint32_t ClauseBuilder::on_verb(std::uint32_t c) {
  const VerbGroup& verb = groups_.verbs[groups_.chunks[c].index];
  if (top().expect_subject && top().verb) top().expect_subject = false;
  if (resume_inverted(c)) return c + 1;
  if (verb.finite) return on_finite(c);
  switch (tokens_[verb.first].xpos) {
    case Xpos::TO: return on_infinitive(c);
    case Xpos::VB: return on_bare(c);
    default: return on_participle(c);
  }
}

// "Has the minister resigned?": the verb goes on behind its subject.
bool ClauseBuilder::resume_inverted(std::uint32_t c) {
  Frame& frame = top();
  if (!frame.verb || frame.has_object || sep_.any()) return false;
  Clause& clause = clause_of(frame);
  if (clause.parts.empty() || clause.parts.front().role != PartRole::subject) return false;
  const Part subject = clause.parts.front();
  if (subject.borrowed || subject.first < clause.verb.last || subject.last != groups_.chunks[c].first) return false;
  const VerbGroup& rest = groups_.verbs[groups_.chunks[c].index];
  const std::uint32_t aux = clause.verb.head;
  const Xpos tag = tokens_[rest.first].xpos;
  const bool modal = tokens_[aux].xpos == Xpos::MD || is(aux, Grammar::aux_do);
  const bool bare = tag == Xpos::VB || (modal && tag == Xpos::VBP);
  if ((rest.finite && !bare) || tag == Xpos::TO || modal != bare) return false;
  if (!modal && !is(aux, Grammar::aux_be) && !is(aux, Grammar::aux_have)) return false;
  clause.verb.head = rest.head;
  clause.verb.voice = tag == Xpos::VBN && !is(aux, Grammar::aux_have) ? Voice::passive : rest.first == rest.head ? Voice::active : rest.voice;
  clause.verb.progressive = clause.verb.progressive || rest.progressive || tag == Xpos::VBG;
  clause.verb.perfect = clause.verb.perfect || (is(aux, Grammar::aux_have) && tag == Xpos::VBN);
  clause.verb.negated = clause.verb.negated || rest.negated;
  clause.last = std::max(clause.last, rest.last);
  for (Part& part : clause.parts)
    if (part.role == PartRole::verb) part.first = rest.first, part.last = rest.last, part.head = rest.head;
  return true;
}

// "a harvest that growers think will be late": the relative word is the subject one clause further in.
bool ClauseBuilder::gap_in_content(std::uint32_t c) {
  if (sep_.any() || top().gap.head == kNone || top().gap.preposition != kNone || top().has_content ||
      !is(clause_of(top()).verb.head, Grammar::content_verb))
    return false;
  const GroupPhrase subject = top().gap;
  top().gap.head = kNone;
  top().has_content = true;
  open(ClauseRelation::content, top().clause, clause_of(top()).verb.head, kNone);
  attach_verb(c);
  top().expect_subject = false;
  give_subject(clause_of(top()), subject, true);
  return true;
}

// What was said so far hangs on a verb of saying that comes behind it.
void ClauseBuilder::attribute(std::uint32_t verb) {
  pop_to(0);
  const std::uint32_t told = root_;
  const std::uint32_t id = open(ClauseRelation::main, kNone, kNone, kNone);
  syntax_.clauses[told].parent = id;
  syntax_.clauses[told].relation = sep_.close ? ClauseRelation::quoted : ClauseRelation::content;
  syntax_.clauses[told].parent_verb = verb;
}

// "the three men, arrested/VBD in May, planned …"
bool ClauseBuilder::inserted_participle(std::uint32_t c) {
  VerbGroup& verb = groups_.verbs[groups_.chunks[c].index];
  if (top().verb || !sep_.comma || sep_.conjunction || waiting() != stack_.size() - 1 || !may_be_participle(c) || !main_ahead(c + 1, true)) return false;
  verb.finite = false;
  verb.tense = Tense::none;
  verb.voice = Voice::passive;
  return true;
}

std::uint32_t ClauseBuilder::on_finite(std::uint32_t c) {
  if (inserted_participle(c)) return on_participle(c);
  const VerbGroup verb = groups_.verbs[groups_.chunks[c].index];
  if (!top().verb) {
    attach_verb(c);
    return c + 1;
  }
  if (gap_in_content(c)) return c + 1;
  const std::size_t waits = waiting();
  if ((waits != npos && !sep_.conjunction) || gerund_subject()) {
    if (waits != npos) pop_to(waits + 1);
    attach_verb(c);
    return c + 1;
  }
  if (attribution_inverted(c)) {
    attribute(verb.head);
    attach_verb(c);
    top().expect_subject = true;
    return c + 1;
  }
  if (touching_participle(c)) return on_participle(c);
  Clause& current = clause_of(top());
  if (!sep_.any() && current.verb.finite && current.verb.head == current.verb.first && tokens_[current.verb.head].xpos == Xpos::VBD &&
      !is(current.verb.head, Grammar::aux_be) && !top().has_object && !current.parts.empty() && current.parts.front().role == PartRole::subject) {
    turn_participle(top());
    attach_verb(c);
    return c + 1;
  }
  if (stolen_subject(c)) return c + 1;
  if (waits != npos && sep_.conjunction && shared_frame(verb) == npos) {
    pop_to(waits + 1);
    attach_verb(c);
    return c + 1;
  }
  const std::size_t shared = shared_frame(verb);
  if (shared != npos) pop_to(shared + 1);
  const std::uint32_t first = top().clause;
  const std::uint32_t parent_verb = clause_of(top()).parent_verb;
  open(ClauseRelation::coordinated, first, parent_verb, kNone);
  attach_verb(c);
  top().expect_subject = false;
  lend_subject(first, top().clause);
  return c + 1;
}

// "Ending the war is hard": what is hard stands before the verb as a clause.
bool ClauseBuilder::gerund_subject() {
  const std::size_t d = waiting_frame();
  if (d == npos || waiting() != npos || sep_.any() || stack_[d].gerund == kNone) return false;
  const Clause& gerund = syntax_.clauses[stack_[d].gerund];
  GroupPhrase p;
  p.first = p.noun_first = gerund.verb.first;
  p.head = gerund.verb.head;
  p.last = p.first + 1;
  for (std::size_t k = stack_[d].gerund; k < syntax_.clauses.size(); ++k) p.last = std::max(p.last, syntax_.clauses[k].last);
  pop_to(d + 1);
  pre_.push_back(p);
  return true;
}

// A verb right behind a noun group that was taken for an object: it was the subject of a clause without "that".
bool ClauseBuilder::stolen_subject(std::uint32_t c) {
  const Frame& frame = top();
  const GroupPhrase subject = frame.last_phrase;
  if (sep_.any() || subject.head == kNone || subject.last != groups_.chunks[c].first || subject.preposition != kNone) return false;
  const std::uint32_t parent = frame.clause, governor = clause_of(frame).verb.head;
  auto& parts = clause_of(frame).parts;
  if (!parts.empty() && parts.back().first == subject.noun_first && parts.back().role != PartRole::subject) parts.pop_back();
  open(ClauseRelation::content, parent, governor, kNone);
  pre_.push_back(subject);
  attach_verb(c);
  return true;
}

// "the progress achieved in Geneva": tagged as past, but right behind a noun that is the subject of nothing.
bool ClauseBuilder::touching_participle(std::uint32_t c) {
  VerbGroup& verb = groups_.verbs[groups_.chunks[c].index];
  const Frame& frame = top();
  if (sep_.any() || verb.first != verb.head || tokens_[verb.head].xpos != Xpos::VBD || frame.last_phrase.head == kNone ||
      frame.last_phrase.last != verb.first)
    return false;
  const std::uint32_t n = skip(c + 1);
  const bool by = kind_at(n, ChunkKind::preposition) && is(groups_.chunks[n].first, Grammar::prep_agent);
  const Clause& current = clause_of(frame);
  const bool rival = current.verb.finite && !is(current.verb.head, Grammar::aux_be) && !frame.has_object && tokens_[current.verb.head].xpos == Xpos::VBD;
  const bool to = kind_at(n, ChunkKind::verb) && tokens_[groups_.chunks[n].first].xpos == Xpos::TO;
  if (!by && (rival || !(to || kind_at(n, ChunkKind::preposition) || n >= groups_.chunks.size() || kind_at(n, ChunkKind::stop) ||
                         kind_at(n, ChunkKind::quote_close) || kind_at(n, ChunkKind::comma))))
    return false;
  verb.finite = false;
  verb.tense = Tense::none;
  verb.voice = Voice::passive;
  return true;
}

// "will fly and meet", "to revise and cut": a bare verb shares what the verb before it has.
std::uint32_t ClauseBuilder::on_bare(std::uint32_t c) {
  VerbGroup& verb = groups_.verbs[groups_.chunks[c].index];
  const std::size_t waits = waiting();
  if (waits != npos && !sep_.conjunction) {  // "talks come": no auxiliary, so the tag was wrong about it
    pop_to(waits + 1);
    verb.finite = true;
    verb.tense = Tense::present;
    attach_verb(c);
    return c + 1;
  }
  if (!top().verb) {
    attach_verb(c);
    top().expect_subject = false;
    return c + 1;
  }
  if (sep_.conjunction || sep_.comma) {
    for (std::size_t d = stack_.size(); d-- > 0;) {
      if (!stack_[d].verb) continue;
      const Clause& other = clause_of(stack_[d]);
      const bool infinitive = tokens_[other.verb.first].xpos == Xpos::TO || tokens_[other.verb.first].xpos == Xpos::VB;
      if (tokens_[other.verb.first].xpos == Xpos::VBD) {  // "killed two and cut power": the form is that of the past, too
        verb.finite = true;
        verb.tense = Tense::past;
        return on_finite(c);
      }
      if (!infinitive && other.verb.modal == kNone && tokens_[other.verb.head].xpos != Xpos::VB) continue;
      verb.modal = other.verb.modal;
      verb.tense = other.verb.tense;
      verb.finite = other.verb.finite;
      const std::uint32_t on = stack_[d].clause, parent_verb = other.parent_verb;
      const ClauseRelation relation = infinitive ? ClauseRelation::infinitive : ClauseRelation::coordinated;
      pop_to(d + 1);
      open(relation, on, parent_verb, kNone);
      attach_verb(c);
      top().expect_subject = false;
      lend_subject(on, top().clause);
      return c + 1;
    }
  }
  const std::uint32_t parent = top().clause;
  const GroupPhrase object = top().object;
  const bool has_object = top().has_object;
  open(ClauseRelation::infinitive, parent, clause_of(top()).verb.head, kNone);
  attach_verb(c);
  if (has_object) give_subject(clause_of(top()), object, true);
  else lend_subject(parent, top().clause);
  return c + 1;
}

std::uint32_t ClauseBuilder::on_infinitive(std::uint32_t c) {
  Frame& frame = top();
  if (!frame.verb) {
    bool subject = frame.gap.head != kNone;
    for (std::size_t i = frame.pre_begin; i < pre_.size(); ++i) subject = subject || pre_[i].preposition == kNone;
    if (subject && !finite_ahead(c + 1)) {
      headline_verb(c);
      return c + 1;
    }
    open(ClauseRelation::infinitive, frame.clause, kNone, kNone);
    attach_verb(c);
    top().expect_subject = false;
    return c + 1;
  }
  if (sep_.conjunction) {  // "to revise the plan and to cut it"
    for (std::size_t d = stack_.size(); d-- > 0;)
      if (clause_of(stack_[d]).relation == ClauseRelation::infinitive && stack_[d].verb) {
        pop_to(d);
        break;
      }
  }
  const std::uint32_t parent = top().clause;
  const Clause& on = clause_of(top());
  const std::uint32_t governor = top().prospect != kNone ? top().prospect : on.verb.head;
  const bool of_object = top().has_object && top().object.head != kNone && is(on.verb.head, Grammar::object_control);
  const GroupPhrase object = top().object;
  const bool for_subject = top().last_phrase.head != kNone && top().last_phrase.last == groups_.chunks[c].first &&
                           is(top().last_phrase.preposition, Grammar::prep_for);
  const GroupPhrase owner = top().last_phrase;
  open(ClauseRelation::infinitive, parent, governor, kNone);
  attach_verb(c);
  top().expect_subject = false;
  if (for_subject) give_subject(clause_of(top()), owner, true);
  else if (of_object) give_subject(clause_of(top()), object, true);
  else lend_subject(parent, top().clause);
  return c + 1;
}

// A subject outside still waits, and no other verb comes for it: "Oil prices, which had fallen, rebounded on Monday."
bool ClauseBuilder::needed_participle(std::uint32_t c) {
  VerbGroup& verb = groups_.verbs[groups_.chunks[c].index];
  const std::size_t waits = waiting();
  if (waits == npos || !top().verb || verb.first != verb.head || tokens_[verb.head].xpos != Xpos::VBN || sep_.conjunction) return false;
  const std::uint32_t n = skip(c + 1);
  const bool by = kind_at(n, ChunkKind::preposition) && is(groups_.chunks[n].first, Grammar::prep_agent);
  if (by || main_ahead(c + 1, sep_.comma)) return false;
  verb.finite = true;
  verb.tense = Tense::past;
  verb.voice = Voice::active;
  pop_to(waits + 1);
  attach_verb(c);
  return true;
}

// "has ruined the harvest and driven farmers from their land", "were arrested and charged"
bool ClauseBuilder::shares_auxiliary(std::uint32_t c) {
  VerbGroup& verb = groups_.verbs[groups_.chunks[c].index];
  if (!(sep_.conjunction || sep_.comma) || verb.first != verb.head || tokens_[verb.head].xpos != Xpos::VBN || !top().verb) return false;
  const bool object = kind_at(skip(c + 1), ChunkKind::noun) && !groups_.chunks[skip(c + 1)].time;
  for (std::size_t d = stack_.size(); d-- > 0;) {
    if (!stack_[d].verb) continue;
    const Clause& other = clause_of(stack_[d]);
    const bool auxiliary = other.verb.finite && other.verb.first != other.verb.head && tokens_[other.verb.head].xpos == Xpos::VBN;
    const bool passive = other.verb.voice == Voice::passive;
    if (!auxiliary) {
      if (other.verb.finite) return false;
      continue;
    }
    if (passive == object || (!sep_.conjunction && !object)) return false;
    VerbGroup shared = other.verb;  // tense, voice, modal
    shared.first = verb.first;
    shared.head = verb.head;
    shared.last = verb.last;
    shared.negated = verb.negated;
    verb = shared;
    const std::uint32_t on = stack_[d].clause, parent_verb = other.parent_verb;
    pop_to(d + 1);
    open(ClauseRelation::coordinated, on, parent_verb, kNone);
    attach_verb(c);
    top().expect_subject = false;
    lend_subject(on, top().clause);
    return true;
  }
  return false;
}

// "was 45% contained": what the blaze was stands in two words.
bool ClauseBuilder::completes_measure(std::uint32_t c) {
  if (!top().verb || sep_.any() || tokens_[groups_.chunks[c].head].xpos != Xpos::VBN || groups_.chunks[c].first != groups_.chunks[c].head) return false;
  Clause& clause = clause_of(top());
  if (!is(clause.verb.head, Grammar::aux_be) || clause.parts.empty()) return false;
  Part& last = clause.parts.back();
  if (last.role != PartRole::complement || last.last != groups_.chunks[c].first || !is(last.last - 1, Grammar::measure_noun)) return false;
  last.last = clause.last = groups_.chunks[c].last;
  return true;
}

std::uint32_t ClauseBuilder::on_participle(std::uint32_t c) {
  if (needed_participle(c)) return c + 1;
  VerbGroup& verb = groups_.verbs[groups_.chunks[c].index];
  if (shares_auxiliary(c)) return c + 1;
  if (completes_measure(c)) return c + 1;
  // ", gathered senior figures": with an object it is no passive, so it was meant as finite
  if (top().verb && (sep_.comma || sep_.conjunction) && verb.first == verb.head && tokens_[verb.head].xpos == Xpos::VBN && kind_at(skip(c + 1), ChunkKind::noun) &&
      !groups_.chunks[skip(c + 1)].time && (is(verb.head, Grammar::addressee_verb) || !(is(verb.head, Grammar::ditransitive) ||
      is(verb.head, Grammar::object_complement)))) {
    verb.finite = true;
    verb.tense = Tense::past;
    verb.voice = Voice::active;
    return on_finite(c);
  }
  Frame& frame = top();
  GroupPhrase owner;
  const bool touches = frame.last_phrase.head != kNone && !sep_.any();
  if (!frame.verb) {
    const bool subject = waiting() == stack_.size() - 1;
    if (frame.gap.head != kNone && tokens_[verb.first].xpos == Xpos::VBN && (touches || pre_.size() == frame.pre_begin)) {
      VerbGroup& finite = groups_.verbs[groups_.chunks[c].index];  // "which the minister signalled would …"
      finite.finite = true;
      finite.tense = Tense::past;
      finite.voice = Voice::active;
      attach_verb(c);
      return c + 1;
    }
    const bool whole = clause_of(frame).relation == ClauseRelation::main || (tokens_[verb.first].xpos == Xpos::VBN && touches);
    const bool gerund = tokens_[verb.first].xpos == Xpos::VBG && tokens_[last_ - 1].xpos == Xpos::PERIOD;  // no main verb of a sentence
    if (subject && whole && !gerund && !main_ahead(c + 1, sep_.comma)) {
      headline_verb(c);
      return c + 1;
    }
    if (touches) owner = frame.last_phrase;
    else if (subject)
      for (std::size_t i = pre_.size(); i-- > frame.pre_begin;)
        if (pre_[i].preposition == kNone && pre_[i].head != kNone && !pre_[i].adjective && !pre_[i].time) owner = pre_[i];
  } else if (sep_.conjunction) {  // "building on progress and ensuring dialogue"
    const std::size_t shared = shared_frame(verb);
    if (shared != npos) {
      pop_to(shared + 1);
      const std::uint32_t on = top().clause, parent_verb = clause_of(top()).parent_verb;
      const ClauseRelation relation = clause_of(top()).relation;
      open(relation == ClauseRelation::main ? ClauseRelation::participle : relation, on, parent_verb, kNone);
      attach_verb(c);
      lend_subject(on, top().clause);
      return c + 1;
    }
  } else if (sep_.comma && tokens_[verb.first].xpos == Xpos::VBG && is(verb.head, Grammar::content_verb)) {
    for (std::size_t d = stack_.size(); d-- > 0;)  // "said …, adding that": the one who speaks goes on
      if (stack_[d].verb && clause_of(stack_[d]).verb.finite && is(clause_of(stack_[d]).verb.head, Grammar::quote_verb)) {
        pop_to(d + 1);
        break;
      }
  } else if (touches && !(frame.last_phrase.time)) {
    owner = frame.last_phrase;
  } else if (sep_.comma && tokens_[verb.first].xpos == Xpos::VBN && frame.last_phrase.head != kNone) {
    owner = frame.last_phrase;
  }
  const std::uint32_t parent = top().clause;
  const bool governs = top().verb && owner.head == kNone && !sep_.any();
  const std::uint32_t governor = governs ? clause_of(top()).verb.head : kNone;
  const bool opens = !top().verb && owner.head == kNone && tokens_[verb.first].xpos == Xpos::VBG && waiting() == npos;
  if (opens) top().gerund = static_cast<std::uint32_t>(syntax_.clauses.size());
  open(ClauseRelation::participle, parent, governor, kNone);
  attach_verb(c);
  top().expect_subject = false;
  owner.preposition = kNone;
  if (owner.head != kNone) give_subject(clause_of(top()), owner, true);
  else lend_subject(parent, top().clause);
  return c + 1;
}

// ------------------------------------------------------------------------------------------------ relative words

std::uint32_t ClauseBuilder::on_relative(std::uint32_t c) {
  const std::uint32_t word = groups_.chunks[c].first;
  const TaggedToken& token = tokens_[word];
  if (token.xpos == Xpos::IN || (token.xpos == Xpos::WDT && is(word, Grammar::content_marker))) return on_that(c);
  const bool adverb = token.xpos == Xpos::WRB;
  GroupPhrase antecedent = top().last_phrase;
  const bool behind_noun = antecedent.head != kNone && antecedent.last + 3 >= word && !sep_.conjunction;
  const std::uint32_t parent = top().clause;
  if (adverb && !(behind_noun && is(word, Grammar::relative_adverb))) {
    if (is(word, Grammar::subordinator) && !(top().verb && is(clause_of(top()).verb.head, Grammar::content_verb) && !sep_.comma))
      return on_subordinator(c);
  }
  if (behind_noun && (adverb || is(word, Grammar::relative))) {
    antecedent.first = antecedent.noun_first;
    const std::uint32_t before = c > 0 && groups_.chunks[c - 1].kind == ChunkKind::preposition ? groups_.chunks[c - 1].first : kNone;
    open(ClauseRelation::relative, parent, kNone, word);
    if (!adverb && !is(word, Grammar::whose)) {
      top().gap = antecedent;
      top().gap.preposition = before;
    }
    return c + 1;
  }
  if (!top().verb) {  // a question, or "what he said is true": the word itself is a noun group
    GroupPhrase p;
    p.first = p.noun_first = word;
    p.last = word + 1;
    p.head = word;
    const std::uint32_t n = skip(c + 1);
    if (!adverb && finite_at(n)) pre_.push_back(p);
    return c + 1;
  }
  const std::uint32_t governor = clause_of(top()).verb.head;
  top().has_content = true;
  open(ClauseRelation::content, parent, governor, word);
  GroupPhrase p;
  p.first = p.noun_first = word;
  p.last = word + 1;
  p.head = word;
  if (!adverb && finite_at(skip(c + 1))) pre_.push_back(p);
  return c + 1;
}

std::uint32_t ClauseBuilder::on_that(std::uint32_t c) {
  const std::uint32_t word = groups_.chunks[c].first;
  if (sep_.conjunction) {  // "… and that there is"
    for (std::size_t d = stack_.size(); d-- > 0;) {
      const Clause& clause = clause_of(stack_[d]);
      if (clause.relation != ClauseRelation::content && clause.relation != ClauseRelation::quoted) continue;
      const std::uint32_t parent = clause.parent, parent_verb = clause.parent_verb;
      pop_to(d);
      open(ClauseRelation::content, parent, parent_verb, word);
      return c + 1;
    }
  }
  const GroupPhrase antecedent = top().last_phrase;
  const std::uint32_t n = skip(c + 1);
  const bool subject_gap = finite_at(n) || (kind_at(n, ChunkKind::verb) && tokens_[groups_.chunks[n].first].xpos == Xpos::VBN);
  const bool behind_noun = antecedent.head != kNone && antecedent.last + (subject_gap ? 8 : 2) >= word;
  const std::uint32_t verb = top().verb ? clause_of(top()).verb.head : kNone;
  const bool takes_content = verb != kNone && !top().has_content && is(verb, Grammar::content_verb);
  const bool told = takes_content && (is(verb, Grammar::addressee_verb) || is(verb, Grammar::ditransitive) || is(verb, Grammar::object_control) ||
                                      antecedent.preposition != kNone);
  const bool object_gap = behind_noun && !sep_.any() && kind_at(n, ChunkKind::noun) && !told && gap_ahead(n) &&
                          !is(antecedent.head, Grammar::content_noun);
  const bool relative = behind_noun && (subject_gap || object_gap || (tokens_[word].xpos == Xpos::WDT && !told));
  if (relative) {
    open(ClauseRelation::relative, top().clause, kNone, word);
    GroupPhrase gap = antecedent;
    gap.first = gap.noun_first;
    gap.preposition = kNone;
    top().gap = gap;
    return c + 1;
  }
  std::uint32_t governor = verb;
  if (!takes_content && behind_noun && tokens_[antecedent.head].upos != Upos::PRON) governor = antecedent.head;
  if (!takes_content && top().prospect != kNone) governor = top().prospect;
  if (top().verb) top().has_content = true;
  open(ClauseRelation::content, top().clause, governor, word);
  return c + 1;
}

}  // namespace crosscheck
