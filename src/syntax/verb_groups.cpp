// Verb groups: auxiliaries, head and particles; what the tags of a participle hide.
#include "syntax/group_finder.h"

namespace crosscheck {

namespace {

// How far from the beginning of a sentence a participle that opens it looks for the clause it belongs to.
constexpr std::uint32_t kOpeningWindow = 40;

}  // namespace

std::uint32_t GroupFinder::skip_adverbs(std::uint32_t i, std::uint32_t most) const {
  const std::uint32_t end = i + most < last_ ? i + most : last_;
  while (i < end && (is_adverb(at(i)) || is(i, Grammar::verb_adverb) || is(i, Grammar::negator)) && !is(i, Grammar::prep_topic)) ++i;
  return i;
}

bool GroupFinder::auxiliary(std::uint32_t i) const {
  const TaggedToken& t = at(i);
  return t.xpos == Xpos::MD || t.upos == Upos::AUX || is(i, Grammar::aux_be) || is(i, Grammar::aux_have) ||
         is(i, Grammar::aux_do) || is(i, Grammar::aux_get);
}

// Whether the verb at `next` can belong to the auxiliary at `aux`.
bool GroupFinder::follows(std::uint32_t aux, std::uint32_t next) const {
  if (next < last_ && is(next, Grammar::aux_be) && (is(aux, Grammar::aux_be) || is(aux, Grammar::aux_have))) return true;
  if (next >= last_ || !is_verb(at(next))) return false;
  const Xpos tag = at(next).xpos;
  const bool modal = at(aux).xpos == Xpos::MD && !is(aux, Grammar::aux_be);
  if (modal || is(aux, Grammar::aux_do)) return tag == Xpos::VB || tag == Xpos::VBP;
  if (is(aux, Grammar::aux_be) && is(aux, Grammar::aux_have)) return tag == Xpos::VBN || tag == Xpos::VBG;
  if (is(aux, Grammar::aux_have)) return tag == Xpos::VBN || tag == Xpos::VBD;
  if (is(aux, Grammar::aux_get)) return tag == Xpos::VBN;
  return tag == Xpos::VBN || tag == Xpos::VBG || tag == Xpos::VBD;
}

// A participle with no auxiliary right before a noun is an adjective: "freed hostages".
bool GroupFinder::modifies(std::uint32_t i) const {
  if (at(i).xpos != Xpos::VBN || i + 1 >= last_) return false;
  std::uint32_t j = i + 1;
  while (j < last_ && j < i + 4 && is_adjective(at(j))) ++j;
  if (!noun_at(j)) return false;
  // ", wounded dozens", "and driven farmers": behind another verb it is a verb, unless the noun has one of its own
  if (!groups_.verbs.empty() && (behind_comma() || goes_on(i)) && !finite_tag(j + 1)) return false;
  return !behind_noun() && !is_proper(at(j)) && !is(j, Grammar::time_name);
}

// "Warming seas threaten": opens the sentence before a bare noun that the verb agrees with; "Building homes takes time" does not.
bool GroupFinder::modifies_subject(std::uint32_t i) const {
  if (i != first_ || at(i).xpos != Xpos::VBG || !noun_at(i + 1) || is_proper(at(i + 1))) return false;
  std::uint32_t j = i + 1;
  while (noun_at(j + 1)) ++j;
  return finite_tag(j + 1) && !(at(j).xpos == Xpos::NNS && at(j + 1).xpos == Xpos::VBZ);
}

// A verb, a noun, "and": the participle is the next verb, unless it often stands for an adjective.
bool GroupFinder::goes_on(std::uint32_t i) const {
  const auto& c = groups_.chunks;
  return c.size() > 2 && c.back().kind == ChunkKind::conjunction && c[c.size() - 2].kind == ChunkKind::noun &&
         !is(i, Grammar::past_form) && !is(i, Grammar::participle_adjective);
}

// Tagged as a participle, but it has an object, or its verb has none: "rain flooded streets", "prices rebounded".
bool GroupFinder::past_after_all(std::uint32_t i) const {
  if (at(i).xpos != Xpos::VBN || groups_.chunks.empty()) return false;
  if (is(i, Grammar::past_only)) return true;
  const ChunkKind before = groups_.chunks.back().kind;
  if (is(i, Grammar::intransitive))
    return before == ChunkKind::noun || before == ChunkKind::comma || before == ChunkKind::adverb || before == ChunkKind::conjunction;
  if (before != ChunkKind::noun) return false;
  if (!is(i, Grammar::addressee_verb) && (is(i, Grammar::ditransitive) || is(i, Grammar::object_complement))) return false;
  return object_at(i + 1);
}

// A noun group that is no time; without a determiner it may not have a verb of its own ("UN backed fighters said").
bool GroupFinder::object_at(std::uint32_t i) const {
  if (i >= last_ || is(i, Grammar::time_name) || is(i, Grammar::time_determiner) || is(i, Grammar::negative_determiner)) return false;
  if (is_determiner(at(i)) || at(i).xpos == Xpos::PRP) return true;
  std::uint32_t j = i;
  while (j < last_ && j < i + 3 && (is_adjective(at(j)) || at(j).xpos == Xpos::CD)) ++j;
  if (!noun_at(j)) return j > i && at(j - 1).xpos == Xpos::CD;
  if (is(j, Grammar::time_noun) || is(j, Grammar::time_name)) return false;
  while (noun_at(j)) ++j;
  return !finite_tag(j);
}

// Tagged as an adjective, but it has an object: "killed two, wounded dozens, …".
bool GroupFinder::past_form(std::uint32_t i) const {
  return is_adjective(at(i)) && is(i, Grammar::past_form) && !groups_.verbs.empty() &&
         (groups_.chunks.back().kind == ChunkKind::comma || groups_.chunks.back().kind == ChunkKind::conjunction) &&
         i + 1 < last_ && (noun_at(i + 1) || at(i + 1).xpos == Xpos::CD) && !finite_tag(i + 2);
}

std::uint32_t GroupFinder::verb_group(std::uint32_t i) {
  std::uint32_t first = i, v = i;
  const bool infinitive = at(i).xpos == Xpos::TO;
  if (infinitive) {
    v = skip_adverbs(quote(i + 1) ? i + 2 : i + 1, 3);
    if (v >= last_ || !(at(v).xpos == Xpos::VB || (at(v).xpos == Xpos::VBP && !noun_at(v)))) return 0;
  } else if ((at(i).xpos != Xpos::MD && !is_verb(at(i)) && !past_form(i)) || name_like(i)) {
    return 0;
  }
  if (!infinitive && (modifies(i) || modifies_subject(i))) return 0;
  VerbGroup g;
  g.first = first;
  const std::uint32_t start = v;
  std::uint32_t previous = kNone;
  while (auxiliary(v)) {
    if (at(v).xpos == Xpos::MD && g.modal == kNone) g.modal = v;
    const std::uint32_t next = skip_adverbs(v + 1, 5);
    if (!follows(v, next)) break;
    previous = v;
    v = next;
  }
  g.head = v;
  g.last = particles(v);
  describe(g, start, previous, infinitive);
  push(ChunkKind::verb, g.first, g.last, g.head, static_cast<std::uint32_t>(groups_.verbs.size()));
  groups_.verbs.push_back(g);
  return g.last;
}

// Behind the head: "did not", "gave up".
std::uint32_t GroupFinder::particles(std::uint32_t head) const {
  std::uint32_t end = head + 1;
  if (auxiliary(head))
    while (end < last_ && is(end, Grammar::negator)) ++end;
  while (end < last_ && at(end).xpos == Xpos::RP) ++end;
  return end;
}

void GroupFinder::describe(VerbGroup& g, std::uint32_t start, std::uint32_t aux, bool infinitive) const {
  const Xpos head = at(g.head).xpos;
  for (std::uint32_t k = g.first > first_ ? g.first - 1 : g.first; k < g.last; ++k) {
    if (k < g.first && !is(k, Grammar::negator)) continue;  // right before the group: "never said", but not "if not, he said"
    if (is(k, Grammar::negator) || phrase(k, Grammar::negator)) g.negated = true;
  }
  const bool be_head = is(g.head, Grammar::aux_be);
  for (std::uint32_t k = start; k < g.head; ++k)  // the short form 's is "has" only before "been"
    g.perfect = g.perfect || (is(k, Grammar::aux_have) ? !is(k, Grammar::aux_be) : be_head && head == Xpos::VBN);
  if (aux != kNone && is(aux, Grammar::aux_be) && !be_head) g.voice = head == Xpos::VBG ? Voice::active : Voice::passive;
  if (aux != kNone && is(aux, Grammar::aux_get) && head == Xpos::VBN) g.voice = Voice::passive;
  if (aux == kNone && head == Xpos::VBN && !be_head) g.voice = Voice::passive;
  if (aux != kNone)
    for (std::uint32_t k = start + 1; k <= g.head; ++k) g.progressive = g.progressive || at(k).xpos == Xpos::VBG;
  const Xpos lead = at(start).xpos;
  const bool past = is_adjective(at(start)) || (start == g.head && !infinitive && past_after_all(start));  // see past_form()
  if (past) g.voice = Voice::active;
  const bool opens = start == first_ && start == g.head && lead == Xpos::VBD && at(g.last < last_ ? g.last : start).xpos != Xpos::PRP &&
                     !is(start, Grammar::aux_be) && !is(start, Grammar::aux_do) && !is(start, Grammar::aux_have) && followed_by_clause(g.last);
  if (opens) g.voice = Voice::passive;  // "Asked whether he would stand again, …"
  g.finite = !infinitive && !opens && (past || lead == Xpos::MD || lead == Xpos::VBD || lead == Xpos::VBP || lead == Xpos::VBZ);
  if (infinitive || !g.finite) return;
  if (lead == Xpos::MD) g.tense = is(start, Grammar::aux_future) ? Tense::future : Tense::present;
  else g.tense = past || lead == Xpos::VBD ? Tense::past : Tense::present;
}

// Somewhere behind it a comma and a finite verb.
bool GroupFinder::followed_by_clause(std::uint32_t i) const {
  bool comma = false;
  for (; i < last_ && i < first_ + kOpeningWindow; ++i) {
    comma = comma || at(i).xpos == Xpos::COMMA;
    if (comma && finite_tag(i)) return true;
  }
  return false;
}

}  // namespace crosscheck
