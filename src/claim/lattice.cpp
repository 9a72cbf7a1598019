#include "claim/lattice.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::uint32_t kLongestInsert = 20;  // cells between two commas that may be passed over

}  // namespace

void Lattice::add_tokens(const StoryIndex& index, std::uint32_t first, std::uint32_t last, std::uint32_t most) {
  for (std::uint32_t t = first; t < last && cells.size() < most; ++t) {
    Cell cell = index.cells[t];
    cell.part = static_cast<std::uint16_t>(parts.size());
    cells.push_back(cell);
  }
}

// What trails behind the last part without a verb of its own ("..., 3-1", "..., 51 votes to 47").
void Lattice::add_rest(const StoryIndex& index, const Clause& the_clause) {
  std::uint32_t from = 0;
  for (const Part& part : the_clause.parts)
    if (!part.borrowed) from = std::max(from, part.last);
  const Syntax& syntax = index.syntax;
  std::uint32_t to = index.story.sentences[the_clause.sentence].last;
  for (std::uint32_t c = syntax.clause_begin[the_clause.sentence]; c < syntax.clause_begin[the_clause.sentence + 1]; ++c) {
    const Clause& other = syntax.clauses[c];
    if (&other != &the_clause && other.has_verb() && other.last > from) to = std::min(to, std::max(other.first, from));
  }
  if (from == 0 || from >= to || to > syntax.tokens.size()) return;
  const auto begin = static_cast<std::uint16_t>(cells.size());
  add_tokens(index, from, to, kMostClauseCells);
  if (cells.size() > begin) parts.push_back({begin, static_cast<std::uint16_t>(cells.size()), false, PartRole::other});
}

// "provisions for Leeds to leave", "plans to leave": infinitives that hang on the clause are what it is about, one cell each.
void Lattice::add_children(const StoryIndex& index, const Clause& the_clause) {
  const Syntax& syntax = index.syntax;
  const auto begin = static_cast<std::uint16_t>(cells.size());
  for (std::uint32_t c = syntax.clause_begin[the_clause.sentence]; c < syntax.clause_begin[the_clause.sentence + 1]; ++c) {
    const Clause& child = syntax.clauses[c];
    if (!governs(the_clause, child) || cells.size() >= kMostClauseCells) continue;
    Cell cell;
    cell.first = child.verb.first;
    cell.last = child.verb.last;
    for (const Part& part : child.parts)
      if (!part.borrowed) cell.last = std::max(cell.last, part.last);
    cell.head = child.verb.head;
    cell.part = static_cast<std::uint16_t>(parts.size());
    cell.content = true;
    cells.push_back(cell);
  }
  if (cells.size() > begin) parts.push_back({begin, static_cast<std::uint16_t>(cells.size()), false, PartRole::content});
}

void Lattice::sum_features(const StoryIndex& index) {
  for (Cell& cell : cells) {
    if (!cell.verb && !cell.content) continue;
    cell.word = cell.content ? 0 : word_bit(index.tag(cell.head).word);
    cell.features = index.features_at(cell.first);
    if (cell.content) {
      cell.features = static_cast<Features>((cell.features & ~kHitHere) | kContentHere);
    } else {
      for (std::uint32_t t = cell.first + 1; t < cell.last; ++t) cell.features |= index.features_at(t) & kHitHere;
    }
  }
}

void Lattice::mark_inserts(const StoryIndex& index) {
  const auto comma = [&](std::size_t i) { return !cells[i].verb && !cells[i].content && index.tag(cells[i].head).xpos == Xpos::COMMA; };
  for (const Stretch& part : parts)
    if (part.role == PartRole::agent && part.begin < part.end) cells[part.begin].jump = part.end;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!comma(i)) continue;
    for (std::size_t j = i + 2; j < cells.size() && j < i + kLongestInsert && cells[j].part == cells[i].part; ++j) {
      if (!comma(j)) continue;
      cells[i].jump = static_cast<std::uint16_t>(j + 1);
      break;
    }
  }
}

void Lattice::add_part(const StoryIndex& index, const Clause& the_clause, const Part& part) {
  if (part.first >= part.last || part.last > index.syntax.tokens.size() || cells.size() >= kMostClauseCells) return;
  const auto begin = static_cast<std::uint16_t>(cells.size());
  if (part.role == PartRole::verb || part.role == PartRole::content) {
    Cell cell;
    cell.first = part.first;
    cell.last = part.last;
    cell.part = static_cast<std::uint16_t>(parts.size());
    cell.verb = part.role == PartRole::verb;
    cell.content = !cell.verb;
    cell.head = cell.verb ? the_clause.verb.head : part.first;
    cell.copula = cell.verb && index.tag(cell.head).upos == Upos::AUX;
    cells.push_back(cell);
  } else {
    add_tokens(index, part.first, part.last, kMostClauseCells);
  }
  parts.push_back({begin, static_cast<std::uint16_t>(cells.size()), part.borrowed, part.role});
}

// What stands between two parts and in no clause with a verb of its own: colons, members of a list.
void Lattice::add_between(const StoryIndex& index, const Clause& the_clause, std::uint32_t from, std::uint32_t to) {
  constexpr std::uint32_t kFew = 6;  // tokens
  if (to - from > kFew) return;
  const Syntax& syntax = index.syntax;
  for (std::uint32_t c = syntax.clause_begin[the_clause.sentence]; c < syntax.clause_begin[the_clause.sentence + 1]; ++c) {
    const Clause& other = syntax.clauses[c];
    if (&other != &the_clause && other.has_verb() && other.first < to && from < other.last) return;
  }
  const auto begin = static_cast<std::uint16_t>(cells.size());
  add_tokens(index, from, to, kMostClauseCells);
  for (std::size_t c = begin; c < cells.size(); ++c)
    if (index.tag(cells[c].head).upos == Upos::PUNCT) cells[c].skip = true;
  if (cells.size() > begin) parts.push_back({begin, static_cast<std::uint16_t>(cells.size()), false, PartRole::other});
}

std::optional<Clause> read_as_active(const StoryIndex& index, const Clause& clause) {
  const VerbGroup& verb = clause.verb;
  if (!clause.has_verb() || verb.voice != Voice::passive || verb.first != verb.head) return std::nullopt;  // has an auxiliary
  if (clause.relation != ClauseRelation::main && clause.relation != ClauseRelation::content &&
      clause.relation != ClauseRelation::coordinated && clause.relation != ClauseRelation::adverbial)
    return std::nullopt;
  const auto behind = std::find_if(clause.parts.begin(), clause.parts.end(), [&](const Part& p) {
    return p.first == verb.last && !p.borrowed && p.preposition == kNone && p.role != PartRole::agent && p.role != PartRole::oblique;
  });
  if (behind == clause.parts.end()) return std::nullopt;
  const bool own_subject = std::any_of(clause.parts.begin(), clause.parts.end(), [](const Part& p) { return p.role == PartRole::subject && !p.borrowed; });
  if (!own_subject || !index.group(behind->first)) return std::nullopt;
  Clause active = clause;
  active.verb.voice = Voice::active;
  Part& object = active.parts[static_cast<std::size_t>(behind - clause.parts.begin())];
  object.role = PartRole::object;
  if (object.head == kNone) object.head = index.group(object.first)->head;
  return active;
}

void Lattice::build(const StoryIndex& index, const Clause& the_clause, const std::vector<Part>& clause_parts, Voice spoken,
                    bool turn, bool headline) {
  clause = &the_clause;
  view = turn ? View::turned : View::plain;
  voice = turn == (spoken == Voice::active) ? Voice::passive : Voice::active;
  loose = headline || !the_clause.has_verb();
  any_voice = false;
  cells.clear();
  parts.clear();
  // "On Sunday Leeds lost to …": what stands before the verb without being its subject goes last, so that the words of
  // "lose to" stay neighbours.
  const auto fronted = [&](const Part& p) {
    return !turn && p.role == PartRole::oblique && !p.borrowed && the_clause.has_verb() && p.last <= the_clause.verb.first;
  };
  std::uint32_t reached = 0;  // the token behind the last part
  for (const Part& part : clause_parts) {
    if (fronted(part)) continue;
    if (!turn && reached != 0 && !part.borrowed && part.first > reached) add_between(index, the_clause, reached, part.first);
    add_part(index, the_clause, part);
    reached = part.last;
  }
  if (the_clause.has_verb()) add_rest(index, the_clause);
  for (const Part& part : clause_parts)
    if (fronted(part)) add_part(index, the_clause, part);
  if (the_clause.has_verb() && !turn) add_children(index, the_clause);
  sum_features(index);
  mark_inserts(index);
}

void Lattice::build(const StoryIndex& index, const Sentence& sentence, bool headline) {
  clause = nullptr;
  view = View::sentence;
  voice = Voice::active;
  loose = headline;
  any_voice = false;
  cells.clear();
  parts.clear();
  add_tokens(index, sentence.first, sentence.last, kMostSentenceCells);
  for (Cell& cell : cells) {  // a fact inside a noun phrase ends where the phrase does
    const TaggedToken& tag = index.tag(cell.head);
    if (tag.xpos != Xpos::COMMA && tag.upos != Upos::ADV) continue;
    cell.skip = false;
    cell.features |= index.opening(cell.head);
  }
  const std::uint32_t s = index.sentence_of[sentence.first];
  for (std::uint32_t c = index.syntax.clause_begin[s]; c < index.syntax.clause_begin[s + 1]; ++c) {
    const VerbGroup& verb = index.syntax.clauses[c].verb;
    if (verb.first < verb.last && verb.finite && verb.head >= sentence.first && verb.head - sentence.first < cells.size())
      cells[verb.head - sentence.first].finite = true;
  }
  parts.push_back({0, static_cast<std::uint16_t>(cells.size()), false, PartRole::other});
  sum_features(index);
}

}  // namespace crosscheck
