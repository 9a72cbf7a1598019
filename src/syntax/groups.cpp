// A noun group is what stands between determiner and noun ("Keane's original 12-point housing plan"), a verb group what
// stands between the first auxiliary and the particle ("has not yet been cut down"). Both are found from tags alone.
#include "syntax/group_finder.h"

namespace crosscheck {

// Capitals tell names only where not every word has one (headlines).
void GroupFinder::find_capitals() {
  std::uint32_t capitals = 0, words = 0;
  for (std::uint32_t i = first_; i < last_; ++i) {
    if (story_.tokens[i].end < story_.tokens[i].begin + 4) continue;
    ++words;
    capitals += capital(i) ? 1 : 0;
  }
  capitals_tell_ = 2 * capitals < words;
}

// "son-in-law Omar Reyes": a word with a capital before a name, inside a sentence, is no verb.
bool GroupFinder::name_like(std::uint32_t i) const {
  return capitals_tell_ && i > first_ && i + 1 < last_ && capital(i) && is_proper(at(i + 1)) && capital(i + 1) && !quote(i - 1);
}

// Words that are never part of a group, whatever stands around them.
std::uint32_t GroupFinder::special(std::uint32_t i) {
  const TaggedToken& t = at(i);
  ChunkKind kind = ChunkKind::other;
  if (const std::uint32_t n = phrase(i, Grammar::phrase_preposition);
      n != 0 && !number_behind(i, n) && !(i + n < last_ && at(i + n).xpos == Xpos::VB)) {  // "due to begin" is none
    push(ChunkKind::preposition, i, i + n, i);
    return i + n;
  }
  switch (t.xpos) {
    case Xpos::EX: kind = ChunkKind::there; break;
    case Xpos::COMMA: kind = story_.text[story_.tokens[i].begin] == ';' ? ChunkKind::stop : ChunkKind::comma; break;
    case Xpos::PERIOD: case Xpos::COLON: kind = ChunkKind::stop; break;
    case Xpos::QUOTE_OPEN: case Xpos::QUOTE_CLOSE:
      kind = opens_quote(i) ? ChunkKind::quote_open : ChunkKind::quote_close;
      break;
    case Xpos::LBRACKET: kind = ChunkKind::bracket_open; break;
    case Xpos::RBRACKET: kind = ChunkKind::bracket_close; break;
    case Xpos::WDT: case Xpos::WP: case Xpos::WPS: case Xpos::WRB: kind = ChunkKind::relative; break;
    default:
      if ((t.xpos == Xpos::IN && is(i, Grammar::relative)) || is(i, Grammar::whose)) kind = ChunkKind::relative;
      else if (is_participle(t) && is(i, Grammar::verbal_preposition) && (t.xpos == Xpos::VBG || !behind_noun()))
        kind = ChunkKind::preposition;  // "according to", "given the weather"
      else return 0;
  }
  push(kind, i, i + 1, i);
  return i + 1;
}

// "up to 50", "close to 300" are figures.
bool GroupFinder::number_behind(std::uint32_t i, std::uint32_t n) const {
  return i + n < last_ && at(i + n).xpos == Xpos::CD && phrase(i, Grammar::number_hedge) != 0;
}

// Tags are not sure of quotation marks; the spaces around them are.
bool GroupFinder::opens_quote(std::uint32_t i) const {
  const std::string_view mark = story_.words(story_.tokens[i]);
  if (mark == "\u201c" || mark == "\u2018" || mark == "``" || mark == "\u00ab") return true;
  if (mark == "\u201d" || mark == "''" || mark == "\u00bb") return false;
  const bool glued_left = i > first_ && story_.tokens[i - 1].end == story_.tokens[i].begin;
  const bool glued_right = i + 1 < last_ && story_.tokens[i + 1].begin == story_.tokens[i].end;
  if (glued_left != glued_right) return glued_right;
  return at(i).xpos == Xpos::QUOTE_OPEN;
}

ChunkKind GroupFinder::plain_kind(std::uint32_t i) const {
  const TaggedToken& t = at(i);
  if (t.xpos == Xpos::CC || t.upos == Upos::CCONJ) return ChunkKind::conjunction;
  if (t.upos == Upos::SCONJ && is(i, Grammar::clause_only)) return ChunkKind::subordinator;
  if (t.xpos == Xpos::IN && is(i, Grammar::clause_only)) return ChunkKind::subordinator;
  if (t.xpos == Xpos::IN || t.xpos == Xpos::TO || t.upos == Upos::ADP || t.upos == Upos::SCONJ) return ChunkKind::preposition;
  if (is_adverb(t) || t.upos == Upos::ADV) return ChunkKind::adverb;
  return ChunkKind::other;
}

std::uint32_t GroupFinder::adjective_group(std::uint32_t i) {
  std::uint32_t j = i, head = kNone;
  while (j < last_ && j < i + 8) {
    if (is_adjective(at(j))) head = j++;
    else if (is_adverb(at(j)) && head == kNone) ++j;
    else if (at(j).xpos == Xpos::CC && head != kNone && j + 1 < last_ &&
             (is_adjective(at(j + 1)) || (is_adverb(at(j + 1)) && j + 2 < last_ && is_adjective(at(j + 2)))))
      j += is_adjective(at(j + 1)) ? 1 : 2;
    else break;
  }
  if (head == kNone) return 0;
  push(ChunkKind::adjective, i, head + 1, first_adjective(i, head));
  return head + 1;
}

std::uint32_t GroupFinder::first_adjective(std::uint32_t i, std::uint32_t head) const {
  while (i < head && !is_adjective(at(i))) ++i;
  return i;
}

void find_groups(const Story& story, Syntax& syntax, const ClauseTables& tables, const std::vector<ClauseTables::Lists>& lists,
                 std::uint32_t first, std::uint32_t last, Groups& groups) {
  GroupFinder(story, syntax, tables, lists, first, last, groups).run();
}

}  // namespace crosscheck
