// "Congress cut the plan to 19 points" <-> "the plan was cut to 19 points by Congress".
#include "syntax/syntax.h"

namespace crosscheck {
namespace {

const Part* find(const std::vector<Part>& parts, PartRole role) {
  for (const Part& part : parts)
    if (part.role == role) return &part;
  return nullptr;
}

}  // namespace

std::vector<Part> turned(const Clause& clause) {
  if (!clause.has_verb()) return {};
  const bool passive = clause.verb.voice == Voice::passive;
  const Part* subject = find(clause.parts, PartRole::subject);
  const Part* verb = find(clause.parts, PartRole::verb);
  const Part* other = find(clause.parts, passive ? PartRole::agent : PartRole::object);
  if (verb == nullptr || other == nullptr) return {};
  std::vector<Part> parts;
  Part first = *other;
  first.role = PartRole::subject;
  if (passive) {  // the agent without its "by"
    if (first.preposition != kNone && first.first == first.preposition) ++first.first;
    first.preposition = kNone;
  }
  parts.push_back(first);
  parts.push_back(*verb);
  if (subject != nullptr) {
    Part second = *subject;
    second.role = passive ? PartRole::object : PartRole::agent;
    parts.push_back(second);
  }
  for (const Part& part : clause.parts)
    if (&part != subject && &part != verb && &part != other) parts.push_back(part);
  return parts;
}

}  // namespace crosscheck
