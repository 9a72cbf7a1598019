// Looking ahead: what belongs to a noun group, and which finite verb it is the subject of. Every look is bounded by a
// number of chunks, so the chunker stays linear.
#include "syntax/clause_builder.h"
#include "syntax/tag_sets.h"

namespace crosscheck {
namespace {

constexpr std::uint32_t kListWindow = 24;   // chunks that a list "A, B, C and D" may reach
constexpr std::uint32_t kVerbWindow = 36;   // chunks between a subject and its verb

}  // namespace

std::uint32_t ClauseBuilder::skip(std::uint32_t c) const {
  while (c < groups_.chunks.size() &&
         (groups_.chunks[c].kind == ChunkKind::adverb || groups_.chunks[c].kind == ChunkKind::quote_open))
    ++c;
  return c;
}

std::uint32_t ClauseBuilder::next_word(std::uint32_t c) const {
  while (c < groups_.chunks.size() &&
         (groups_.chunks[c].kind == ChunkKind::adverb || groups_.chunks[c].kind == ChunkKind::quote_open ||
          groups_.chunks[c].kind == ChunkKind::quote_close || groups_.chunks[c].kind == ChunkKind::comma))
    ++c;
  return c;
}

// [preposition…] noun group [of noun group …], from chunk c; head stays kNone where there is no noun group.
GroupPhrase ClauseBuilder::simple_phrase(std::uint32_t c) const {
  const auto& chunks = groups_.chunks;
  GroupPhrase p;
  p.first = chunks[c].first;
  std::uint32_t k = c;
  while (kind_at(k, ChunkKind::preposition) && k < c + 3) {
    if (p.preposition == kNone) p.preposition = chunks[k].first;
    ++k;
  }
  if (p.preposition != kNone) k = skip(k);
  if (!kind_at(k, ChunkKind::noun)) return p;
  p.noun_first = chunks[k].first;
  p.head = chunks[k].head;
  p.time = chunks[k].time;
  p.last = chunks[k].last;
  p.next = ++k;
  for (std::uint32_t n = 0; n < 6; ++n) {  // "secretary of the council of ministers"
    std::uint32_t q = k;
    if (kind_at(q, ChunkKind::quote_close)) ++q;
    if (!kind_at(q, ChunkKind::preposition) || !is(chunks[q].first, Grammar::prep_of)) break;
    q = skip(q + 1);
    if (!kind_at(q, ChunkKind::noun)) break;
    p.last = chunks[q].last;
    p.next = k = q + 1;
  }
  return p;
}

GroupPhrase ClauseBuilder::phrase_at(std::uint32_t c, bool before_verb) const {
  GroupPhrase p = simple_phrase(c);
  if (p.head != kNone) coordinate(p, before_verb);
  return p;
}

// "Fighting between the army and militias has …"
bool ClauseBuilder::gerund_waits() const {
  const std::size_t d = waiting_frame();
  return d != npos && stack_[d].gerund != kNone;
}

// "…, police and medics said."
bool ClauseBuilder::quoted_by(std::uint32_t c) const {
  const std::uint32_t verb = verb_of(c);
  if (verb == kNone || !is(groups_.chunks[verb].head, Grammar::quote_verb)) return false;
  const std::uint32_t n = skip(verb + 1);
  return n >= groups_.chunks.size() || kind_at(n, ChunkKind::stop) || kind_at(n, ChunkKind::preposition);
}

// Adds "and B", ", B and C" to a phrase, unless the last of them is the subject of a verb of its own.
void ClauseBuilder::coordinate(GroupPhrase& p, bool before_verb) const {
  const auto& chunks = groups_.chunks;
  for (int rounds = 0; rounds < 8; ++rounds) {
    std::uint32_t k = p.next;
    const std::uint32_t stop = k + kListWindow;
    GroupPhrase reach = p;
    bool conjunction = false;
    while (k < chunks.size() && k < stop && !conjunction) {
      if (kind_at(k, ChunkKind::quote_close)) ++k;
      bool comma = kind_at(k, ChunkKind::comma);
      if (comma) ++k;
      if (kind_at(k, ChunkKind::conjunction)) conjunction = true, ++k;
      if (!comma && !conjunction) return;
      k = skip(k);
      if (!kind_at(k, ChunkKind::noun)) return;
      if (chunks[k].time != p.time) return;
      const GroupPhrase item = simple_phrase(k);
      if (!conjunction && item.next >= chunks.size()) return;
      // an outer subject waits for that verb, or one verb of saying is theirs together
      const bool bound = (!comma && (waiting() != npos || gerund_waits())) || (sep_.comma && !sep_.conjunction && quoted_by(k));
      if (!bound && (!before_verb || (p.preposition != kNone && comma)) && conjunction && verb_of(k) != kNone) return;
      reach.last = item.last;
      reach.next = k = item.next;
    }
    if (!conjunction) return;
    // "Brandt, secretary of the council and head of the team, said": a comma and the verb behind it show an apposition
    const bool list = kind_at(p.next, ChunkKind::comma);
    if (list && kind_at(reach.next, ChunkKind::comma) && finite_at(skip(reach.next + 1))) return;
    p = reach;
  }
}

// Passes over what may stand between a subject and its verb. An insert opens and closes with a comma; a finite verb in
// one counts only when something opened a clause for it.
std::uint32_t ClauseBuilder::verb_of(std::uint32_t c) const {
  const auto& chunks = groups_.chunks;
  const std::uint32_t stop = c + kVerbWindow;
  const bool told = !stack_.empty() && top().verb && !top().has_content && is(clause_of(top()).verb.head, Grammar::content_verb);
  // behind "said" a preposition that could open a clause goes with the noun ("said the talks after dinner were …")
  const bool prepositions = told && !is(clause_of(top()).verb.head, Grammar::addressee_verb);
  const bool bare_verbs = stack_.empty() || !top().verb || !is(clause_of(top()).verb.head, Grammar::bare_infinitive);
  std::uint32_t participle = kNone;        // one that may have been meant as a finite verb
  std::uint32_t owed = 0;                  // finite verbs that relative clauses will take
  bool insert = false, object_free = false, after_preposition = false, first = true;
  for (std::uint32_t k = c; k < chunks.size() && k < stop; ++k) {
    switch (chunks[k].kind) {
      case ChunkKind::verb: {
        const VerbGroup& verb = groups_.verbs[chunks[k].index];
        const Xpos tag = tokens_[verb.first].xpos;
        if (insert && verb.finite && owed == 0 && k > c && chunks[k - 1].kind == ChunkKind::comma && may_be_participle(k) && main_ahead(k + 1, true)) break;
        if (verb.finite || (tag == Xpos::VB && bare_verbs && !object_free)) {
          if (owed == 0) return insert ? kNone : k;
          --owed;
        } else if (tag == Xpos::VBN && participle == kNone && owed == 0 && !insert && told && !is(verb.head, Grammar::done_to)) {
          participle = k;
        } else if (tag == Xpos::VBN && owed == 0 && !insert && verb.first == verb.head && meant_finite(c, k)) {
          return k;
        }
        object_free = true;
        break;
      }
      case ChunkKind::noun:
      case ChunkKind::there:
        if (!first && !after_preposition && !object_free && !chunks[k].time && !insert && owed == 0 &&
            !(k > 0 && chunks[k - 1].kind == ChunkKind::conjunction))
          return participle;
        if (!chunks[k].time) object_free = false;
        break;
      case ChunkKind::comma: insert = !insert; break;
      case ChunkKind::preposition:
        if (!prepositions && is(chunks[k].first, Grammar::subordinator) && chunks[k].last == chunks[k].first + 1) ++owed;
        break;
      case ChunkKind::conjunction: {
        const std::uint32_t n = skip(k + 1);
        const bool goes_on = kind_at(n, ChunkKind::noun) || kind_at(n, ChunkKind::preposition) || kind_at(n, ChunkKind::adjective);
        if (owed > 0 && kind_at(n, ChunkKind::verb)) { ++owed; break; }
        if (!goes_on || (k > 0 && chunks[k - 1].kind == ChunkKind::comma)) return participle;
        break;
      }
      case ChunkKind::relative: ++owed; break;
      case ChunkKind::subordinator: ++owed; break;
      case ChunkKind::stop: return participle;
      default: break;
    }
    first = false;
    after_preposition = chunks[k].kind == ChunkKind::preposition ||
                        (after_preposition && (chunks[k].kind == ChunkKind::adverb || chunks[k].kind == ChunkKind::quote_open));
  }
  return participle;
}

bool ClauseBuilder::may_be_participle(std::uint32_t c) const {
  const VerbGroup& verb = groups_.verbs[groups_.chunks[c].index];
  if (verb.first != verb.head || tokens_[verb.head].xpos != Xpos::VBD || is(verb.head, Grammar::past_only) || is(verb.head, Grammar::intransitive) ||
      is(verb.head, Grammar::aux_be) || is(verb.head, Grammar::aux_have))
    return false;
  const std::uint32_t n = skip(c + 1);
  return kind_at(n, ChunkKind::preposition) || kind_at(n, ChunkKind::comma) || (kind_at(n, ChunkKind::noun) && groups_.chunks[n].time) ||
         (kind_at(n, ChunkKind::verb) && tokens_[groups_.chunks[n].first].xpos == Xpos::TO);
}

// Participles by their tag that must be finite: "the minister, Dr Banda, told families", "…, the agency learned."
bool ClauseBuilder::meant_finite(std::uint32_t c, std::uint32_t k) const {
  const auto& chunks = groups_.chunks;
  const std::uint32_t head = chunks[k].head;
  if (k > c && chunks[k - 1].kind == ChunkKind::comma && kind_at(skip(k + 1), ChunkKind::noun))
    return is(head, Grammar::addressee_verb) || !(is(head, Grammar::ditransitive) || is(head, Grammar::object_complement));
  const bool ends = k + 1 >= chunks.size() || kind_at(k + 1, ChunkKind::stop);
  return k == c + 1 && ends && sep_.comma && is(head, Grammar::quote_verb);
}

bool ClauseBuilder::finite_ahead(std::uint32_t c) const {
  const std::uint32_t stop = c + kVerbWindow;
  for (std::uint32_t k = c; k < groups_.chunks.size() && k < stop; ++k) {
    if (groups_.chunks[k].kind == ChunkKind::stop) return false;
    if (finite_at(k)) return true;
    if (groups_.chunks[k].kind == ChunkKind::relative || groups_.chunks[k].kind == ChunkKind::subordinator) return false;
    if (groups_.chunks[k].kind == ChunkKind::preposition && is(groups_.chunks[k].first, Grammar::subordinator)) {
      const std::uint32_t n = skip(k + 1);
      if (kind_at(n, ChunkKind::noun) && verb_of(n) != kNone) return false;
    }
  }
  return false;
}

// "(the comet that) the telescope spotted will pass": the verb of the noun group at c has nothing behind it that could be
// its object.
bool ClauseBuilder::gap_ahead(std::uint32_t c) const {
  const auto& chunks = groups_.chunks;
  std::uint32_t k = c + 1;
  while (kind_at(k, ChunkKind::preposition) && kind_at(skip(k + 1), ChunkKind::noun)) k = skip(k + 1) + 1;
  k = skip(k);
  if (!kind_at(k, ChunkKind::verb)) return false;
  const VerbGroup& verb = groups_.verbs[chunks[k].index];
  if (!verb.finite && tokens_[verb.first].xpos != Xpos::VBN) return false;
  if (verb.finite && (verb.voice == Voice::passive || is(verb.head, Grammar::aux_be) || is(verb.head, Grammar::intransitive) || is(verb.head, Grammar::copula)))
    return false;
  const std::uint32_t n = skip(k + 1);
  return !kind_at(n, ChunkKind::noun) && !kind_at(n, ChunkKind::adjective) && !kind_at(n, ChunkKind::relative) &&
         !kind_at(n, ChunkKind::quote_open);
}

// A participle stands before chunk c and a subject waits: does another verb come that can be its own? `insert`: a comma
// stands before the participle, so that the verb must come right behind the next one ("the bill, cut to six pages, passed").
bool ClauseBuilder::main_ahead(std::uint32_t c, bool insert) const {
  const auto& chunks = groups_.chunks;
  const std::uint32_t stop = c + kVerbWindow;
  std::uint32_t owed = 0;
  int commas = 0;
  for (std::uint32_t k = c; k < chunks.size() && k < stop; ++k) {
    const std::uint32_t n = skip(k + 1);
    switch (chunks[k].kind) {
      case ChunkKind::verb:
        if (!groups_.verbs[chunks[k].index].finite) break;
        if (owed == 0) return commas % 2 == (insert ? 1 : 0);
        --owed;
        break;
      case ChunkKind::comma:
        ++commas;
        if (owed == 0 && kind_at(n, ChunkKind::verb)) {
          const VerbGroup& verb = groups_.verbs[chunks[n].index];
          if (insert || commas == 2) return verb.finite || tokens_[verb.first].xpos == Xpos::VBN;
        }
        if (commas > 2) return false;
        break;
      case ChunkKind::conjunction:
        if (owed == 0 && commas == 0 && !insert && !kind_at(n, ChunkKind::noun)) return false;
        if (owed == 0 && kind_at(n, ChunkKind::noun) && k > c && chunks[k - 1].kind == ChunkKind::noun &&
            is_proper(tokens_[chunks[n].head]) != is_proper(tokens_[chunks[k - 1].head]))
          return false;
        break;
      case ChunkKind::relative: ++owed; break;
      case ChunkKind::subordinator: return false;
      case ChunkKind::preposition:
        if (is(chunks[k].first, Grammar::subordinator) && kind_at(n, ChunkKind::noun) && verb_of(n) != kNone) return false;
        break;
      case ChunkKind::stop: return false;
      default: break;
    }
  }
  return false;
}

}  // namespace crosscheck
