// What the clauses of one sentence say, as relations between head words in one canonical line, for tests and measuring:
//   s V N  subject of an active verb      p V N  subject of a passive      o V N  object (or second object)
//   g V N  passive agent                  r N V  relative clause of N      a N M  apposition
//   n F N  figure of N                    q N V W  N said (V) that … (W is the verb of what is said)
// A list of nouns is "A+B+C". Subjects of infinitives and gerunds are left out: whose they are is often open.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "syntax/syntax.h"

namespace crosscheck::testing {

class RelationsLine {
 public:
  RelationsLine(const Story& story, const Syntax& syntax) : story_(story), syntax_(syntax) {}

  std::string of(std::uint32_t sentence) {
    found_.clear();
    for (std::uint32_t k = syntax_.clause_begin[sentence]; k < syntax_.clause_begin[sentence + 1]; ++k) add(syntax_.clauses[k]);
    for (const NounGroup& group : syntax_.noun_groups)
      if (group.first >= story_.sentences[sentence].first && group.last <= story_.sentences[sentence].last) add(group);
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    std::string line;
    for (const std::string& relation : found_) (line += line.empty() ? "" : "; ") += relation;
    return line;
  }

 private:
  std::string word(std::uint32_t token) const {
    return token == kNone ? "?" : std::string(story_.words(story_.tokens[token]));
  }
  bool preposition(std::uint32_t token) const {
    const Xpos tag = syntax_.tokens[token].xpos;
    return tag == Xpos::IN || tag == Xpos::TO;
  }

  // The first head, and those that a comma or conjunction joins to it. Behind "of" only what has a preposition of its own:
  // "Mori of Japan and Aalto of Finland", not "the presidents of Japan and Finland".
  std::string heads(const Part& part) const {
    std::string line = word(part.head);
    bool inside = false;
    for (const NounGroup& group : syntax_.noun_groups) {
      if (group.first <= part.head || group.last > part.last || group.first == part.first) continue;
      const std::uint32_t before = group.first - 1;
      const bool joined = syntax_.tokens[before].xpos == Xpos::CC || syntax_.tokens[before].xpos == Xpos::COMMA;
      const bool parallel = group.last < story_.tokens.size() && preposition(group.last);
      if (joined && (!inside || parallel)) line += "+" + word(group.head);
      else if (!joined) inside = true;
    }
    return line;
  }

  const Part* part_of(const Clause& clause, PartRole role) const {
    for (const Part& part : clause.parts)
      if (part.role == role) return &part;
    return nullptr;
  }
  void found(const std::string& kind, const std::string& a, const std::string& b) { found_.push_back(kind + " " + a + " " + b); }

  void add(const Clause& clause) {
    const Part* const subject = part_of(clause, PartRole::subject);
    if (clause.relation == ClauseRelation::apposition) {
      const Part* const other = part_of(clause, PartRole::complement);
      if (subject != nullptr && other != nullptr) found("a", word(subject->head), heads(*other));
      return;
    }
    if (!clause.has_verb()) return;
    const std::string verb = word(clause.verb.head);
    const Xpos begins = syntax_.tokens[clause.verb.first].xpos;
    const bool open = !clause.verb.finite && (begins == Xpos::TO || begins == Xpos::VB || begins == Xpos::VBG);
    if (subject != nullptr && !open) found(clause.verb.voice == Voice::passive ? "p" : "s", verb, heads(*subject));
    for (const Part& part : clause.parts) {
      if (part.role == PartRole::object || part.role == PartRole::second_object) found("o", verb, heads(part));
      if (part.role == PartRole::agent) found("g", verb, heads(part));
    }
    if (clause.relation == ClauseRelation::relative) found("r", word(antecedent(clause)), verb);
    if (clause.relation != ClauseRelation::content && clause.relation != ClauseRelation::quoted) return;
    if (clause.parent == kNone || !syntax_.clauses[clause.parent].has_verb()) return;
    const Clause& parent = syntax_.clauses[clause.parent];
    const Part* const speaker = part_of(parent, PartRole::subject);
    if (speaker != nullptr && parent.verb.head == clause.parent_verb)
      found("q", heads(*speaker), word(parent.verb.head) + " " + verb);
  }

  std::uint32_t antecedent(const Clause& clause) const {
    for (const Part& part : clause.parts)
      if (part.borrowed) return part.head;
    std::uint32_t head = kNone;
    for (const NounGroup& group : syntax_.noun_groups)
      if (clause.marker != kNone && group.last <= clause.marker) head = group.head;
    return head;
  }

  void add(const NounGroup& group) {
    for (std::uint32_t t = group.first; t < group.head; ++t) {
      const bool figure = syntax_.tokens[t].xpos == Xpos::CD;
      const bool goes_on = t > group.first && syntax_.tokens[t - 1].xpos == Xpos::CD;
      const bool owner = group.possessor_end != kNone && t < group.possessor_end;
      if (figure && !goes_on && !owner) found("n", word(t), word(group.head));
    }
  }

  const Story& story_;
  const Syntax& syntax_;
  std::vector<std::string> found_;
};

}  // namespace crosscheck::testing
