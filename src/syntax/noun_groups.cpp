// Noun groups: hedges, determiners, numbers, possessors, modifiers and the noun they lead to.
#include "syntax/group_finder.h"

namespace crosscheck {

namespace {

// How far a noun group may look ahead for its noun: a bound, so that a page of adjectives stays linear.
constexpr std::uint32_t kModifierWindow = 12;

}  // namespace

// Whether a noun comes behind modifiers from j on.
bool GroupFinder::noun_ahead(std::uint32_t j) const {
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

std::uint32_t GroupFinder::noun_group(std::uint32_t i) {
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

// "at least", "about", "more than" before a figure.
std::uint32_t GroupFinder::hedge(std::uint32_t i) const {
  std::uint32_t j = i;
  for (int n = 0; n < 2; ++n) {
    std::uint32_t k = phrase(j, Grammar::number_hedge);
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
bool GroupFinder::accept(std::uint32_t i, Scan& s) {
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

bool GroupFinder::take(Scan& s, bool head) {
  if (head) s.head = s.j;
  ++s.j;
  if (head || s.head != kNone) s.end = s.j;
  return true;
}

bool GroupFinder::take_noun(std::uint32_t i, Scan& s) {
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
bool GroupFinder::closes_before_day(const Scan& s) const {
  if (is(s.head, Grammar::time_name) || is(s.head, Grammar::time_noun)) return false;
  return !noun_at(s.j + 1) || is(s.j + 1, Grammar::time_noun);
}

bool GroupFinder::take_determiner(std::uint32_t i, Scan& s) {
  if (s.j == i || (!s.noun && s.head != kNone && s.head + 1 == s.j && s.pronoun && at(s.j - 1).xpos == Xpos::PDT) ||
      (!s.noun && s.j == i + 1 && (at(i).xpos == Xpos::PDT || at(i).xpos == Xpos::DT) && at(s.j).xpos != Xpos::PDT)) {
    s.opened = s.determiner = true;
    s.pronoun = at(s.j).xpos != Xpos::PRPS;
    if (at(s.j).xpos == Xpos::PRPS && !noun_ahead(s.j + 1)) s.pronoun = true;
    return take(s, true);
  }
  return false;
}

bool GroupFinder::take_number(Scan& s) {
  if (s.noun && !is_proper(at(s.j - 1)) && !(s.j > 0 && at(s.j - 1).xpos == Xpos::SYM) && at(s.j - 1).xpos != Xpos::CD)
    return false;
  if (s.noun && score(s.j)) return false;  // "beat United 3-1"
  s.opened = true;
  s.pronoun = false;
  if (s.noun) return take(s, false);
  return take(s, at(s.j).xpos == Xpos::CD || s.head == kNone);
}

bool GroupFinder::score(std::uint32_t i) const {
  const std::string_view word = story_.words(story_.tokens[i]);
  return word.size() > 2 && word.find('-') != std::string_view::npos;
}

bool GroupFinder::take_possessive(Scan& s) {
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

bool GroupFinder::take_modifier(std::uint32_t i, Scan& s) {
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
  if (!s.determiner || s.head == kNone || at(s.head).xpos == Xpos::PRPS) return false;
  s.pronoun = false;
  return take(s, true);
}

// What may stand between the words of a group: quotation marks, hyphens, "and" between adjectives, a comma between them.
bool GroupFinder::take_between(Scan& s) {
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
bool GroupFinder::coordinates_modifiers(const Scan& s, std::uint32_t k) const {
  const TaggedToken& before = at(s.j - 1);
  if (!s.noun && before.xpos == Xpos::CD && is_participle(at(k))) return false;  // "wounded a dozen and burned cars"
  if (!s.noun && (is_adjective(before) || before.xpos == Xpos::CD || is_participle(before)) && s.opened)
    return (is_adjective(at(k)) || at(k).xpos == Xpos::CD || is_participle(at(k)) || is_proper(at(k))) && noun_ahead(k + 1);
  return s.noun && !s.common && is_proper(before) && is_proper(at(k)) && k + 1 < last_ && at(k + 1).xpos == Xpos::NNS &&
         (k + 2 >= last_ || !is_noun(at(k + 2)));
}

std::uint32_t GroupFinder::finish(std::uint32_t first, std::uint32_t last, std::uint32_t head, std::uint32_t possessor_end, bool pronoun) {
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

}  // namespace crosscheck
