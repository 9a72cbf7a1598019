// Only for people: nothing in the program reads these lines.
#include "syntax/to_line.h"

#include <string_view>

namespace crosscheck {
namespace {

std::string_view name(PartRole role) {
  switch (role) {
    case PartRole::subject: return "subj";
    case PartRole::verb: return "verb";
    case PartRole::object: return "obj";
    case PartRole::second_object: return "obj2";
    case PartRole::complement: return "comp";
    case PartRole::oblique: return "obl";
    case PartRole::agent: return "agent";
    case PartRole::content: return "content";
    case PartRole::other: return "other";
  }
  return "";
}

std::string_view name(ClauseRelation relation) {
  switch (relation) {
    case ClauseRelation::main: return "main";
    case ClauseRelation::coordinated: return "coordinated";
    case ClauseRelation::relative: return "relative";
    case ClauseRelation::content: return "content";
    case ClauseRelation::adverbial: return "adverbial";
    case ClauseRelation::participle: return "participle";
    case ClauseRelation::infinitive: return "infinitive";
    case ClauseRelation::apposition: return "apposition";
    case ClauseRelation::fragment: return "fragment";
    case ClauseRelation::quoted: return "quoted";
  }
  return "";
}

std::string words(const Story& story, std::uint32_t first, std::uint32_t last) {
  std::string line;
  for (std::uint32_t t = first; t < last && t < story.tokens.size(); ++t) {
    const std::string_view word = story.words(story.tokens[t]);
    const bool glued = t > first && story.tokens[t].begin == story.tokens[t - 1].end;
    if (!line.empty() && !glued) line += ' ';
    line += word;
  }
  return line;
}

std::string features(const VerbGroup& verb) {
  std::string line;
  if (verb.tense == Tense::past) line += " past";
  if (verb.tense == Tense::future) line += " future";
  if (verb.voice == Voice::passive) line += " passive";
  if (verb.perfect) line += " perfect";
  if (verb.progressive) line += " progressive";
  if (verb.negated) line += " negated";
  if (!verb.finite) line += " nonfinite";
  return line;
}

void append(std::string& line, const Part& part, const Story& story, std::string_view extra) {
  if (!line.empty()) line += ' ';
  if (part.borrowed) line += '~';
  line += name(part.role);
  line += '[';
  const bool apart = part.preposition != kNone && (part.preposition < part.first || part.preposition >= part.last);
  if (apart) line += words(story, part.preposition, part.preposition + 1) + ' ';
  line += words(story, part.first, part.last);
  line += extra;
  line += ']';
}

}  // namespace

std::string to_line(const std::vector<Part>& parts, const Story& story) {
  std::string line;
  for (const Part& part : parts) append(line, part, story, "");
  return line;
}

std::string to_line(const Clause& clause, const Story& story) {
  std::string line;
  if (clause.relation != ClauseRelation::main) {
    line += name(clause.relation);
    std::string about;
    if (clause.marker != kNone) about += words(story, clause.marker, clause.marker + 1);
    if (clause.parent_verb != kNone) {
      about += about.empty() ? "<" : " <";
      about += words(story, clause.parent_verb, clause.parent_verb + 1);
    }
    if (!about.empty()) line.append("(").append(about).append(")");
  }
  for (const Part& part : clause.parts)
    append(line, part, story, part.role == PartRole::verb ? features(clause.verb) : std::string());
  return line;
}

}  // namespace crosscheck
