// A noun group is what stands between determiner and noun ("Keane's original 12-point housing plan"), a verb group what
// stands between the first auxiliary and the particle ("has not yet been cut down"). Both are found from tags alone,
// left to right, each token looked at a bounded number of times.
#include "syntax/groups.h"

#include "syntax/tag_sets.h"

namespace crosscheck {
namespace {

// How far a noun group may look ahead for its noun: a bound, so that a page of adjectives stays linear.
constexpr std::uint32_t kModifierWindow = 12;
// How far from the beginning of a sentence a participle that opens it looks for the clause it belongs to.
constexpr std::uint32_t kOpeningWindow = 40;

class GroupFinder {
 public:
  GroupFinder(const Story& story, Syntax& syntax, const ClauseTables& tables, std::uint32_t first, std::uint32_t last,
              Groups& groups)
      : story_(story), syntax_(syntax), tokens_(syntax.tokens), tables_(tables), first_(first), last_(last), groups_(groups) {}

  void run() {
    groups_.chunks.clear();
    groups_.verbs.clear();
    find_capitals();
    std::uint32_t i = first_;
    while (i < last_) {
      const std::uint32_t next = step(i);
      i = next > i ? next : i + 1;
    }
  }

 private:
  std::uint32_t step(std::uint32_t i) {
    if (const std::uint32_t end = special(i)) return end;
    if (const std::uint32_t end = verb_group(i)) return end;
    if (const std::uint32_t end = noun_group(i)) return end;
    if (const std::uint32_t end = adjective_group(i)) return end;
    push(plain_kind(i), i, i + 1, i);
    return i + 1;
  }

  const TaggedToken& at(std::uint32_t i) const { return tokens_[i]; }

  bool capital(std::uint32_t i) const {
    const char c = story_.text[story_.tokens[i].begin];
    return c >= 'A' && c <= 'Z';
  }
  // Capitals tell names only where not every word has one (headlines).
  void find_capitals() {
    std::uint32_t capitals = 0, words = 0;
    for (std::uint32_t i = first_; i < last_; ++i) {
      if (story_.tokens[i].end < story_.tokens[i].begin + 4) continue;
      ++words;
      capitals += capital(i) ? 1 : 0;
    }
    capitals_tell_ = 2 * capitals < words;
  }
  // "son-in-law Omar Reyes": a word with a capital before a name, inside a sentence, is no verb.
  bool name_like(std::uint32_t i) const {
    return capitals_tell_ && i > first_ && i + 1 < last_ && capital(i) && is_proper(at(i + 1)) && capital(i + 1) && !quote(i - 1);
  }
  bool behind_noun() const { return !groups_.chunks.empty() && groups_.chunks.back().kind == ChunkKind::noun; }
  bool is(std::uint32_t i, Grammar list) const { return i < last_ && tables_.is(tokens_[i], list); }
  bool noun_at(std::uint32_t i) const { return i < last_ && is_noun(tokens_[i]); }

  void push(ChunkKind kind, std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint32_t index = kNone,
            bool time = false) {
    groups_.chunks.push_back({kind, first, last, head, index, time});
  }

  // Words that are never part of a group, whatever stands around them.
  std::uint32_t special(std::uint32_t i) {
    const TaggedToken& t = at(i);
    ChunkKind kind = ChunkKind::other;
    if (const std::uint32_t n = tables_.phrase(tokens_, i, last_, Grammar::phrase_preposition);
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
        if ((t.xpos == Xpos::IN && tables_.is(t, Grammar::relative)) || tables_.is(t, Grammar::whose)) kind = ChunkKind::relative;
        else if (is_participle(t) && tables_.is(t, Grammar::verbal_preposition) && (t.xpos == Xpos::VBG || !behind_noun()))
          kind = ChunkKind::preposition;  // "according to", "given the weather"
        else return 0;
    }
    push(kind, i, i + 1, i);
    return i + 1;
  }

  // "up to 50", "close to 300" are figures.
  bool number_behind(std::uint32_t i, std::uint32_t n) const {
    return i + n < last_ && at(i + n).xpos == Xpos::CD && tables_.phrase(tokens_, i, last_, Grammar::number_hedge) != 0;
  }

  // Tags are not sure of quotation marks; the spaces around them are.
  bool opens_quote(std::uint32_t i) const {
    const std::string_view mark = story_.words(story_.tokens[i]);
    if (mark == "\u201c" || mark == "\u2018" || mark == "``" || mark == "\u00ab") return true;
    if (mark == "\u201d" || mark == "''" || mark == "\u00bb") return false;
    const bool glued_left = i > first_ && story_.tokens[i - 1].end == story_.tokens[i].begin;
    const bool glued_right = i + 1 < last_ && story_.tokens[i + 1].begin == story_.tokens[i].end;
    if (glued_left != glued_right) return glued_right;
    return at(i).xpos == Xpos::QUOTE_OPEN;
  }
  bool quote(std::uint32_t i) const { return i < last_ && (at(i).xpos == Xpos::QUOTE_OPEN || at(i).xpos == Xpos::QUOTE_CLOSE); }

  ChunkKind plain_kind(std::uint32_t i) const {
    const TaggedToken& t = at(i);
    if (t.xpos == Xpos::CC || t.upos == Upos::CCONJ) return ChunkKind::conjunction;
    if (t.upos == Upos::SCONJ && tables_.is(t, Grammar::clause_only)) return ChunkKind::subordinator;
    if (t.xpos == Xpos::IN && tables_.is(t, Grammar::clause_only)) return ChunkKind::subordinator;
    if (t.xpos == Xpos::IN || t.xpos == Xpos::TO || t.upos == Upos::ADP || t.upos == Upos::SCONJ) return ChunkKind::preposition;
    if (is_adverb(t) || t.upos == Upos::ADV) return ChunkKind::adverb;
    return ChunkKind::other;
  }

  // ---------------------------------------------------------------------------------------------- verb groups

  std::uint32_t skip_adverbs(std::uint32_t i, std::uint32_t most) const {
    const std::uint32_t end = i + most < last_ ? i + most : last_;
    while (i < end && (is_adverb(at(i)) || tables_.is(at(i), Grammar::verb_adverb) || tables_.is(at(i), Grammar::negator)) && !tables_.is(at(i), Grammar::prep_topic)) ++i;
    return i;
  }

  bool auxiliary(std::uint32_t i) const {
    const TaggedToken& t = at(i);
    return t.xpos == Xpos::MD || t.upos == Upos::AUX || is(i, Grammar::aux_be) || is(i, Grammar::aux_have) ||
           is(i, Grammar::aux_do) || is(i, Grammar::aux_get);
  }

  // Whether the verb at `next` can belong to the auxiliary at `aux`.
  bool follows(std::uint32_t aux, std::uint32_t next) const {
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
  bool modifies(std::uint32_t i) const {
    if (at(i).xpos != Xpos::VBN || i + 1 >= last_) return false;
    std::uint32_t j = i + 1;
    while (j < last_ && j < i + 4 && is_adjective(at(j))) ++j;
    if (!noun_at(j)) return false;
    // ", wounded dozens", "and driven farmers": behind another verb it is a verb, unless the noun has one of its own
    if (!groups_.verbs.empty() && (behind_comma() || goes_on(i)) && !finite_tag(j + 1)) return false;
    return !behind_noun() && !is_proper(at(j)) && !is(j, Grammar::time_name);
  }

  // "Warming seas threaten": opens the sentence before a bare noun that the verb agrees with; "Building homes takes time" does not.
  bool modifies_subject(std::uint32_t i) const {
    if (i != first_ || at(i).xpos != Xpos::VBG || !noun_at(i + 1) || is_proper(at(i + 1))) return false;
    std::uint32_t j = i + 1;
    while (noun_at(j + 1)) ++j;
    return finite_tag(j + 1) && !(at(j).xpos == Xpos::NNS && at(j + 1).xpos == Xpos::VBZ);
  }

  // A verb, a noun, "and": the participle is the next verb, unless it often stands for an adjective.
  bool goes_on(std::uint32_t i) const {
    const auto& c = groups_.chunks;
    return c.size() > 2 && c.back().kind == ChunkKind::conjunction && c[c.size() - 2].kind == ChunkKind::noun &&
           !is(i, Grammar::past_form) && !is(i, Grammar::participle_adjective);
  }

  // Tagged as a participle, but it has an object, or its verb has none: "rain flooded streets", "prices rebounded".
  bool past_after_all(std::uint32_t i) const {
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
  bool object_at(std::uint32_t i) const {
    if (i >= last_ || is(i, Grammar::time_name) || is(i, Grammar::time_determiner) || is(i, Grammar::negative_determiner)) return false;
    if (is_determiner(at(i)) || at(i).xpos == Xpos::PRP) return true;
    std::uint32_t j = i;
    while (j < last_ && j < i + 3 && (is_adjective(at(j)) || at(j).xpos == Xpos::CD)) ++j;
    if (!noun_at(j)) return j > i && at(j - 1).xpos == Xpos::CD;
    if (is(j, Grammar::time_noun) || is(j, Grammar::time_name)) return false;
    while (noun_at(j)) ++j;
    return !finite_tag(j);
  }

  bool behind_comma() const {  // or comma and conjunction
    const auto& c = groups_.chunks;
    if (c.empty()) return false;
    if (c.back().kind == ChunkKind::comma) return true;
    return c.size() > 1 && c.back().kind == ChunkKind::conjunction && c[c.size() - 2].kind == ChunkKind::comma;
  }

  bool finite_tag(std::uint32_t i) const {
    if (i >= last_) return false;
    const Xpos tag = at(i).xpos;
    return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD;
  }

  // Tagged as an adjective, but it has an object: "killed two, wounded dozens, …".
  bool past_form(std::uint32_t i) const {
    return is_adjective(at(i)) && is(i, Grammar::past_form) && !groups_.verbs.empty() &&
           (groups_.chunks.back().kind == ChunkKind::comma || groups_.chunks.back().kind == ChunkKind::conjunction) &&
           i + 1 < last_ && (noun_at(i + 1) || at(i + 1).xpos == Xpos::CD) && !finite_tag(i + 2);
  }

  std::uint32_t verb_group(std::uint32_t i) {
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
  std::uint32_t particles(std::uint32_t head) const {
    std::uint32_t end = head + 1;
    if (auxiliary(head))
      while (end < last_ && tables_.is(at(end), Grammar::negator)) ++end;
    while (end < last_ && at(end).xpos == Xpos::RP) ++end;
    return end;
  }

  void describe(VerbGroup& g, std::uint32_t start, std::uint32_t aux, bool infinitive) const {
    const Xpos head = at(g.head).xpos;
    for (std::uint32_t k = g.first > first_ ? g.first - 1 : g.first; k < g.last; ++k) {
      if (k < g.first && !negates_next(k)) continue;
      if (is(k, Grammar::negator) || tables_.phrase(tokens_, k, last_, Grammar::negator)) g.negated = true;
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
  bool followed_by_clause(std::uint32_t i) const {
    bool comma = false;
    for (; i < last_ && i < first_ + kOpeningWindow; ++i) {
      comma = comma || at(i).xpos == Xpos::COMMA;
      if (comma && finite_tag(i)) return true;
    }
    return false;
  }

  // "never said": a negator right before the group counts, unless it belongs to what stands before ("if not, he said").
  bool negates_next(std::uint32_t k) const { return tables_.is(at(k), Grammar::negator); }

  // ---------------------------------------------------------------------------------------------- noun groups

  // Whether a noun comes behind modifiers from j on.
  bool noun_ahead(std::uint32_t j) const {
    for (std::uint32_t n = 0; j < last_ && n < kModifierWindow; ++j, ++n) {
      const TaggedToken& t = at(j);
      if (is_noun(t)) return true;
      if (is_adjective(t) || t.xpos == Xpos::CD || t.xpos == Xpos::SYM || t.xpos == Xpos::HYPH || t.xpos == Xpos::POS ||
          t.xpos == Xpos::QUOTE_OPEN || is_participle(t) || is_adverb(t))
        continue;
      return false;
    }
    return false;
  }

  std::uint32_t noun_group(std::uint32_t i) {
    const TaggedToken& t = at(i);
    if (t.xpos == Xpos::PRP) return finish(i, i + 1, i, kNone, true);
    Scan s;
    s.j = hedge(i);
    if (s.j > i) s.opened = true;
    while (s.j < last_ && accept(i, s)) {}
    if (s.head == kNone) return 0;
    std::uint32_t end = s.end;
    return finish(i, end, s.head, s.possessor_end, s.pronoun);
  }

  struct Scan {
    std::uint32_t j = 0, end = 0;     // end: behind the last token that surely belongs
    std::uint32_t head = kNone, possessor_end = kNone;
    bool opened = false;              // a determiner, number, adjective or possessor was seen: participles may modify
    bool noun = false;                // the head noun (so far) was seen
    bool common = false;              // … and it was no name
    bool quote = false;               // an opening quotation mark lies inside
    bool pronoun = false;
    bool determiner = false;
  };

  // "at least", "about", "more than" before a figure.
  std::uint32_t hedge(std::uint32_t i) const {
    std::uint32_t j = i;
    for (int n = 0; n < 2; ++n) {
      std::uint32_t k = tables_.phrase(tokens_, j, last_, Grammar::number_hedge);
      if (k == 0 && is(j, Grammar::number_hedge) && (is_adverb(at(j)) || at(j).xpos == Xpos::DT || at(j).xpos == Xpos::IN || at(j).xpos == Xpos::CC)) k = 1;
      if (k == 0) break;
      j += k;
    }
    if (j == i || j >= last_) return i;
    const bool figure = at(j).xpos == Xpos::CD || at(j).xpos == Xpos::SYM;
    // a lone preposition before a figure is one ("over three days"), unless it opens the sentence
    if (!figure || (j == i + 1 && at(i).xpos == Xpos::IN && i != first_)) return i;
    return j;
  }

  // Takes the token at s.j into the group, or says no.
  bool accept(std::uint32_t i, Scan& s) {
    const TaggedToken& t = at(s.j);
    if (is_noun(t) || (is_verb(t) && name_like(s.j))) return take_noun(i, s);
    if (is_determiner(t)) return take_determiner(i, s);
    if (t.xpos == Xpos::CD || t.xpos == Xpos::SYM) return take_number(s);
    if (t.xpos == Xpos::POS) return take_possessive(s);
    if (is_adjective(t) || is_participle(t)) return take_modifier(i, s);
    if (is_adverb(t)) {
      if (s.noun || !(s.opened || s.j == i)) return false;
      const std::uint32_t k = s.j + 1;
      if (s.determiner && s.j > i && noun_at(k)) return take(s, false);
      if (k < last_ && at(k).xpos == Xpos::CD) return take(s, false);  // "late 2023"
      if (k >= last_ || !(is_adjective(at(k)) || is_participle(at(k))) || !noun_ahead(k)) return false;
      if (s.j == i && is_participle(at(k)) && !is_adjective(at(k))) return false;
      return take(s, false);
    }
    return take_between(s);
  }

  bool take(Scan& s, bool head) {
    if (head) s.head = s.j;
    ++s.j;
    if (head || s.head != kNone) s.end = s.j;
    return true;
  }

  bool take_noun(std::uint32_t i, Scan& s) {
    // "On Monday Holm …": a day's name closes its group before a name; "the Monday flight" does not
    if (s.noun && s.head + 1 == s.j && !s.determiner && is(s.head, Grammar::time_name) && is_proper(at(s.j)) &&
        !is(s.j, Grammar::time_name) && !is(s.j, Grammar::time_noun))
      return false;
    if (s.noun && s.j > i && is(s.j, Grammar::time_name) && at(s.j).xpos == Xpos::NNP && closes_before_day(s)) return false;
    // "last night Eirik …"
    if (s.noun && is(s.head, Grammar::time_noun) && is_proper(at(s.j)) && s.j > i + 1) return false;
    s.common = s.common || !is_proper(at(s.j));
    s.noun = s.opened = true;
    s.pronoun = false;
    return take(s, true);
  }

  // "told reporters Sunday": a day behind a whole group is a group of its own, unless a noun follows ("Labor Day weekend").
  bool closes_before_day(const Scan& s) const {
    if (is(s.head, Grammar::time_name) || is(s.head, Grammar::time_noun)) return false;
    return !noun_at(s.j + 1) || is(s.j + 1, Grammar::time_noun);
  }

  bool take_determiner(std::uint32_t i, Scan& s) {
    if (s.j == i || (!s.noun && s.head != kNone && s.head + 1 == s.j && s.pronoun && at(s.j - 1).xpos == Xpos::PDT) ||
        (!s.noun && s.j == i + 1 && (at(i).xpos == Xpos::PDT || at(i).xpos == Xpos::DT) && at(s.j).xpos != Xpos::PDT)) {
      s.opened = s.determiner = true;
      s.pronoun = at(s.j).xpos != Xpos::PRPS;
      if (at(s.j).xpos == Xpos::PRPS && !noun_ahead(s.j + 1)) s.pronoun = true;
      return take(s, true);
    }
    return false;
  }

  bool take_number(Scan& s) {
    if (s.noun && !is_proper(at(s.j - 1)) && !(s.j > 0 && at(s.j - 1).xpos == Xpos::SYM) && at(s.j - 1).xpos != Xpos::CD)
      return false;
    if (s.noun && score(s.j)) return false;  // "beat United 3-1"
    s.opened = true;
    s.pronoun = false;
    if (s.noun) return take(s, false);
    return take(s, at(s.j).xpos == Xpos::CD || s.head == kNone);
  }

  bool score(std::uint32_t i) const {
    const std::string_view word = story_.words(story_.tokens[i]);
    return word.size() > 2 && word.find('-') != std::string_view::npos;
  }

  bool take_possessive(Scan& s) {
    if (!s.noun && !s.pronoun) return false;
    s.possessor_end = s.j + 1;
    const std::uint32_t head = s.head;
    s.end = s.j + 1;
    ++s.j;
    if (noun_ahead(s.j)) {
      s.noun = s.common = false;
      s.opened = s.determiner = true;
      s.pronoun = false;
    } else {
      s.head = head;
      s.j = last_;  // nothing more can follow
    }
    return true;
  }

  bool take_modifier(std::uint32_t i, Scan& s) {
    const TaggedToken& t = at(s.j);
    if (s.noun) {  // "US presidential envoy": an adjective behind names, before a noun
      if (s.common || s.quote || !is_adjective(t) || !(is_proper(at(s.j - 1)) || is_adjective(at(s.j - 1)))) return false;
      std::uint32_t k = s.j + 1;
      while (k < last_ && k < s.j + 4 && is_adjective(at(k))) ++k;
      return noun_at(k) && !is(k, Grammar::time_noun) && !is(k, Grammar::time_name) && take(s, false);
    }
    if (is_participle(t)) {
      if (s.j == i && t.xpos != Xpos::VBN && !modifies_subject(i)) return false;
      if (noun_ahead(s.j + 1)) return take(s, false);
      if (!s.determiner || t.xpos != Xpos::VBN || s.head + 1 != s.j || s.head != i || is(i, Grammar::open_determiner)) return false;
      s.pronoun = false;
      return take(s, true);  // "the wounded"
    }
    if (noun_ahead(s.j + 1) || (s.j + 1 < last_ && at(s.j + 1).xpos == Xpos::CD)) {
      s.opened = true;
      return take(s, false);
    }
    // "the dead", "the latest", "several others"
    if (!s.determiner && !(s.head != kNone && at(s.head).xpos == Xpos::CD && false)) return false;
    if (s.head == kNone || at(s.head).xpos == Xpos::PRPS) return false;
    s.pronoun = false;
    return take(s, true);
  }

  // What may stand between the words of a group: quotation marks, hyphens, "and" between adjectives, a comma between them.
  bool take_between(Scan& s) {
    const TaggedToken& t = at(s.j);
    const std::uint32_t k = s.j + 1;
    if (k >= last_ || !s.opened || s.j == first_) return false;
    switch (t.xpos) {
      case Xpos::QUOTE_OPEN:
        if (!s.opened || s.noun || s.quote || !noun_ahead(k)) return false;
        s.quote = true;
        return take(s, false);
      case Xpos::QUOTE_CLOSE:
        if (!s.quote && !(s.opened && !s.noun && s.head == kNone && noun_ahead(k))) return false;
        s.quote = false;
        return take(s, false);
      case Xpos::HYPH:
        return s.opened && (is_noun(at(k)) || is_adjective(at(k)) || is_participle(at(k))) && take(s, false);
      case Xpos::COMMA:
        if (s.noun || !s.opened || !is_adjective(at(s.j - 1)) || !(is_adjective(at(k)) || is_participle(at(k)))) return false;
        return noun_ahead(k + 1) && take(s, false);
      case Xpos::CC:
        return coordinates_modifiers(s, k) && take(s, false);
      default:
        return false;
    }
  }

  // "tangible and lasting progress", "Ukrainian and US officials", "the Silesia and Opole regions".
  bool coordinates_modifiers(const Scan& s, std::uint32_t k) const {
    const TaggedToken& before = at(s.j - 1);
    if (!s.noun && before.xpos == Xpos::CD && is_participle(at(k))) return false;  // "wounded a dozen and burned cars"
    if (!s.noun && (is_adjective(before) || before.xpos == Xpos::CD || is_participle(before)) && s.opened)
      return (is_adjective(at(k)) || at(k).xpos == Xpos::CD || is_participle(at(k)) || is_proper(at(k))) && noun_ahead(k + 1);
    return s.noun && !s.common && is_proper(before) && is_proper(at(k)) && k + 1 < last_ && at(k + 1).xpos == Xpos::NNS &&
           (k + 2 >= last_ || !is_noun(at(k + 2)));
  }

  std::uint32_t finish(std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint32_t possessor_end, bool pronoun) {
    NounGroup g;
    g.first = first;
    g.last = last;
    g.head = head;
    g.possessor_end = possessor_end;
    g.pronoun = pronoun;
    const bool when = first < head && (at(first).xpos == Xpos::CD || is(first, Grammar::time_determiner) || is(first, Grammar::time_name));
    const bool time = is(head, Grammar::time_name) || (when && is(head, Grammar::time_noun));
    push(ChunkKind::noun, first, last, head, static_cast<std::uint32_t>(syntax_.noun_groups.size()), time);
    syntax_.noun_groups.push_back(g);
    return last;
  }

  // ---------------------------------------------------------------------------------------------- adjectives

  std::uint32_t adjective_group(std::uint32_t i) {
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
  std::uint32_t first_adjective(std::uint32_t i, std::uint32_t head) const {
    while (i < head && !is_adjective(at(i))) ++i;
    return i;
  }

  const Story& story_;
  Syntax& syntax_;
  const std::vector<TaggedToken>& tokens_;
  const ClauseTables& tables_;
  std::uint32_t first_, last_;
  Groups& groups_;
  bool capitals_tell_ = false;
};

}  // namespace

void find_groups(const Story& story, Syntax& syntax, const ClauseTables& tables, std::uint32_t first, std::uint32_t last,
                 Groups& groups) {
  GroupFinder(story, syntax, tables, first, last, groups).run();
}

}  // namespace crosscheck
