#include "finding/comparable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/utf8.h"
#include "graph/align.h"
#include "graph/excuses.h"
#include "graph/loose.h"
#include "graph/name_match.h"

namespace crosscheck {
namespace {

constexpr double kSameNoun = 0.7;      // likeness of two noun phrases that name one thing
constexpr std::size_t kLongQuote = 5, kLongPiece = 7;  // words that two people rarely say alike

bool mentions_slot(const std::vector<SlotPath>& paths, std::string_view slot) {
  return std::any_of(paths.begin(), paths.end(), [&](const SlotPath& p) { return p.slot == slot; });
}

// Which excuses count for this check: a clash of days is not excused by the days, nor a clash of places by the places;
// what holds beyond one event (an age, an office) holds everywhere.
ExcuseSet excuses_for(const Check& check, const Comparison& pair) {
  ExcuseSet set = pair.excuses;
  const auto drop = [&](Excuse e) { set = static_cast<ExcuseSet>(set & ~static_cast<ExcuseSet>(e)); };
  if (mentions_slot(check.slots, "when")) drop(Excuse::time);
  if (mentions_slot(check.slots, "where") || !mentions_slot(check.same, "event")) drop(Excuse::scope);
  return set;
}

std::string_view name_of(ExcuseSet set) {
  if (has(set, Excuse::time)) return "time";
  if (has(set, Excuse::scope)) return "scope";
  if (has(set, Excuse::world)) return "world";
  if (has(set, Excuse::dispute)) return "dispute";
  return "unsure";
}

struct Filled {
  const SlotValue *a = nullptr, *b = nullptr;
  SlotDeclaration declared;
  std::uint32_t slot = 0;
  bool known = false;  // the kind has such a slot
};

Filled filled(const Pile& pile, const Comparison& pair, const SlotPath& path) {
  Filled out;
  const auto slot = pile.kind(pair.a).slot(path.slot);
  if (!slot) return out;
  out.known = true;
  out.slot = *slot;
  out.declared = pile.kind(pair.a).slots[*slot];
  out.a = pile.claim(pair.a).slot(*slot);
  out.b = pile.claim(pair.b).slot(*slot);
  return out;
}

bool same_number(const Quantity& a, const Quantity& b) { return a.low == b.low && a.high == b.high; }

// Two days for one event lie near each other; a year, or a day long past, is of another.
bool of_one_occasion(const std::optional<TimeRange>& a, const std::optional<TimeRange>& b) {
  constexpr std::int64_t kNear = 45 * 86400;
  if (!a || !b || a->granularity > Granularity::month || b->granularity > Granularity::month) return false;
  return std::abs(a->from - b->from) <= kNear;
}

// "A lot of moving parts, not least …": what negates a bare participle is seldom sure. "Refused to meet" and "without meeting"
// are as good as "did not meet".
bool finite(const Pile& pile, ClaimId id) {
  const auto& clauses = pile.analysed(id).syntax.clauses;
  const std::uint32_t clause = pile.claim(id).clause;
  if (clause >= clauses.size() || clauses[clause].verb.finite) return true;
  if (pile.claim(id).polarity == Polarity::negated && !clauses[clause].verb.negated) return true;
  return !pile.kind(id).loose && clauses[clause].relation == ClauseRelation::infinitive;
}

// Whether a verb that says little is negated hangs on words that the claims may not hold.
bool says_little(const Pile& pile, const Comparison& pair) {
  const Claim& claim = pile.claim(pair.a);
  const ClaimKind& kind = pile.kind(pair.a);
  const auto what = kind.slot("what");
  if (!kind.ready_made || !what || (claim.slot(*what) && pile.claim(pair.b).slot(*what))) return false;
  return crosscheck::says_little(claim, kind, pile.rulebook);
}

Relation of_times(const std::optional<TimeRange>& a, const std::optional<TimeRange>& b) {
  return a && b ? relate(*a, *b) : Relation::not_comparable;
}

bool same_part(const Pile& pile, const Filled& f, const std::string& part) {
  const auto *p = std::get_if<Quantity>(&f.a->value), *q = std::get_if<Quantity>(&f.b->value);
  if (part == "unit") return p && q && pile.matcher.same_unit(*p, *q, f.declared.of);
  if (part == "number") return p && q && same_number(*p, *q);
  const auto *x = std::get_if<Office>(&f.a->value), *y = std::get_if<Office>(&f.b->value);
  return part == "standing" && x && y && agree(relate(x->standing, y->standing));
}

// Edits that turn one word into the other (Levenshtein 1966), counted up to two.
bool within_two(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t before = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, before + (a[i - 1] == b[j - 1] ? 0 : 1)});
      before = above;
    }
  }
  return row.back() <= 2;
}

// Long surnames of one beginning that two slips part.
bool alike(std::string_view a, std::string_view b) {
  constexpr std::size_t kLong = 7;
  return std::min(a.size(), b.size()) >= kLong && a.substr(0, 2) == b.substr(0, 2) && within_two(a, b);
}

// Two spellings of one name: house transliterations and accents do not count, nor does a shorter form.
bool other_spelling(const Filled& f) {
  const auto *x = std::get_if<Name>(&f.a->value), *y = std::get_if<Name>(&f.b->value);
  if (!x || !y) return false;
  const auto a = name_words(x->key), b = name_words(y->key);
  if (a.size() != b.size() || a.size() < 2) return false;
  std::size_t slips = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (skeleton(a[i]) == skeleton(b[i])) continue;
    if (!one_slip(a[i], b[i]) && !alike(a[i], b[i]) && !one_sound(a[i], b[i])) return false;
    ++slips;
  }
  return slips == 1;
}

bool clashing_part(const Pile& pile, const Filled& f, const std::string& part) {
  if (part == "spelling") return other_spelling(f);
  if (part == "other") return pile.matcher.surely_other(*f.a, *f.b);
  const auto *x = std::get_if<Office>(&f.a->value), *y = std::get_if<Office>(&f.b->value);
  if (part == "standing") return x && y && relate(x->standing, y->standing) == Relation::disjoint;
  const auto *p = std::get_if<Quantity>(&f.a->value), *q = std::get_if<Quantity>(&f.b->value);
  if (!p || !q) return false;
  if (part == "unit") return !pile.matcher.same_unit(*p, *q, f.declared.of) && !p->unit.empty() && !q->unit.empty();
  return part == "number" && !same_number(*p, *q);
}

bool other_person(const Pile& pile, const Comparison& pair, const Filled& f) {
  if (pile.matcher.relate_slot(pile.view(pair.a), pile.view(pair.b), f.slot) != Relation::disjoint) return false;
  const auto *x = std::get_if<Name>(&f.a->value), *y = std::get_if<Name>(&f.b->value);
  if (!x || !y) return true;  // "the director", of whom is known who that is
  if (fold(pile.words(f.a->span)) == fold(pile.words(f.b->span))) return false;  // "he" and "he"
  // A shared surname may be one person under two first names.
  const auto a = name_words(x->key), b = name_words(y->key);
  return !a.empty() && !b.empty() && skeleton(a.back()) != skeleton(b.back());
}

bool is_universal(const std::string& slot) {
  return slot == "event" || slot == "when" || slot == "where" || slot == "polarity";
}

bool same_universal(const Pile& pile, const Comparison& pair, const SlotPath& path) {
  const Claim &a = pile.claim(pair.a), &b = pile.claim(pair.b);
  if (path.slot == "event") return pair.score >= kSameThing;
  if (path.slot == "polarity") return !pair.polarity_differs;
  if (path.slot == "when") return a.when && b.when ? agree(of_times(a.when, b.when)) : path.optional;
  return a.where && b.where ? agree(relate(*a.where, *b.where)) : path.optional;
}

// The same words, or a piece of the other's, long enough that not everybody says it.
bool same_quote(const Filled& f) {
  const auto *x = std::get_if<QuotedWords>(&f.a->value), *y = std::get_if<QuotedWords>(&f.b->value);
  if (!x || !y) return false;
  const Relation r = relate(f.a->value, f.b->value);
  return agree(r) && std::min(x->words.size(), y->words.size()) >= (r == Relation::same ? kLongQuote : kLongPiece);
}

// 3 million and 900 euros are paid by two.
bool far_apart(const Claim& a, const Claim& b) {
  constexpr double kFar = 0.1;
  return std::any_of(a.slots.begin(), a.slots.end(), [&](const SlotValue& x) {
    const auto* p = std::get_if<Quantity>(&x.value);
    const SlotValue* other = p ? b.slot(x.slot) : nullptr;
    const auto* q = other ? std::get_if<Quantity>(&other->value) : nullptr;
    if (!p || !q) return false;
    const double u = std::abs(p->low * p->factor), v = std::abs(q->low * q->factor);
    return std::min(u, v) < kFar * std::max(u, v);
  });
}

// Each story tells one thing of the sort, and nothing says that it is not the same: the mine here, its name there. One
// noun with other words around it ("the water bill", "the tax bill") says so.
bool only_one(const Pile& pile, const Comparison& pair, const Filled& f) {
  constexpr double kSomething = 0.3;  // in common, of the words around
  if (!pair.alone || pair.context < kSomething || pile.kind(pair.a).ready_made || f.declared.type == SlotType::person) return false;
  const bool names = f.a->entity != kNone && f.b->entity != kNone;
  return !names && pile.matcher.relate_slot(pile.view(pair.a), pile.view(pair.b), f.slot) != Relation::disjoint &&
         pile.matcher.likeness(pile.view(pair.a), pile.view(pair.b), f.slot) == 0 && !far_apart(pile.claim(pair.a), pile.claim(pair.b));
}

// "The suspect was not known to the service", "the attacker was known to the service": the rest of the sentence tells.
bool told_by_context(const Pile& pile, const Comparison& pair, const Filled& f) {
  constexpr double kSure = 0.6;
  const bool names = f.a->entity != kNone && f.b->entity != kNone;
  return f.declared.type == SlotType::who && pair.polarity_differs && pair.context >= kSure && !names &&
         pile.matcher.relate_slot(pile.view(pair.a), pile.view(pair.b), f.slot) != Relation::disjoint;
}

// Everything but the clash itself: empty where the two may be held against each other.
std::string kept_apart(const Pile& pile, const Check& check, const Comparison& pair, ExcuseSet excuses) {
  if (!mentions_slot(check.slots, "polarity") && pair.polarity_differs)
    return "world: one says it is so, the other that it is not";
  if (excuses != 0) return fmt::format("{}: {}", name_of(excuses), pair.reason);
  for (const SlotPath& path : check.same)
    if (!is_same(pile, pair, path)) return fmt::format("unsure: {} is not surely the same", path.text());
  if (!pair.best) return "unsure: another claim fits better";
  return {};
}

}  // namespace

bool is_same(const Pile& pile, const Comparison& pair, const SlotPath& path) {
  if (is_universal(path.slot)) return same_universal(pile, pair, path);
  const Filled f = filled(pile, pair, path);
  if (!f.known || pair.by_itself) return true;
  if (!f.a || !f.b) return path.optional;
  if (!path.part.empty()) return same_part(pile, f, path.part);
  const auto *x = std::get_if<Office>(&f.a->value), *y = std::get_if<Office>(&f.b->value);
  if (x && y) return same_office(*x, *y);
  if (f.declared.type == SlotType::quote)
    return same_quote(f);
  if (tells_identity(f.declared.type) && (only_one(pile, pair, f) || told_by_context(pile, pair, f))) return true;
  if (tells_identity(f.declared.type))
    return pile.matcher.likeness(pile.view(pair.a), pile.view(pair.b), f.slot) >= kSameNoun;
  return agree(pile.matcher.relate_slot(pile.view(pair.a), pile.view(pair.b), f.slot)) ||
         pile.matcher.likeness(pile.view(pair.a), pile.view(pair.b), f.slot) >= kSameNoun;
}

bool clashes(const Pile& pile, const Comparison& pair, const SlotPath& path) {
  if (pair.twins != kNone) return pile.difference(pair, path) != nullptr;
  const Claim &a = pile.claim(pair.a), &b = pile.claim(pair.b);
  if (path.slot == "polarity")
    return pair.polarity_differs && !says_little(pile, pair) && finite(pile, pair.a) && finite(pile, pair.b);
  if (path.slot == "when")
    return of_times(a.when, b.when) == Relation::disjoint && fold(pile.words(a.when_span)) != fold(pile.words(b.when_span));
  if (path.slot == "where") return a.where && b.where && relate(*a.where, *b.where) == Relation::disjoint;
  const Filled f = filled(pile, pair, path);
  if (!f.known || !f.a || !f.b) return false;
  if (!path.part.empty()) return clashing_part(pile, f, path.part);
  if (f.declared.type == SlotType::person || f.declared.type == SlotType::who ||
      f.declared.type == SlotType::organization)
    return other_person(pile, pair, f);
  if (pair.figures_apart && std::holds_alternative<Quantity>(f.a->value)) return true;
  return pile.matcher.relate_slot(pile.view(pair.a), pile.view(pair.b), f.slot) == Relation::disjoint;
}

Verdict judge_clash(const Pile& pile, const Check& check, const Comparison& pair) {
  Verdict v;
  for (const SlotPath& path : check.slots)
    if (clashes(pile, pair, path)) v.clashing.push_back(path);
  if (v.clashing.empty()) {
    v.apart = "the values can both hold";
    return v;
  }
  v.apart = kept_apart(pile, check, pair, excuses_for(check, pair));
  const Claim &a = pile.claim(pair.a), &b = pile.claim(pair.b);
  const bool days = v.clashing.size() == 1 && v.clashing.front().slot == "when" && mentions_slot(check.same, "event");
  if (v.apart.empty() && days && !pair.twin && !of_one_occasion(a.when, b.when)) v.apart = "time: too far apart for one occasion";
  return v;
}

Verdict judge_swapped(const Pile& pile, const Check& check, const Comparison& pair) {
  Verdict v;
  v.clashing = check.slots;
  v.apart = "the values are not exchanged";
  if (check.slots.size() != 2) return v;
  const Filled first = filled(pile, pair, check.slots[0]), second = filled(pile, pair, check.slots[1]);
  if (!first.a || !first.b || !second.a || !second.b) return v;
  const auto entity = [&](ClaimId id, std::uint32_t slot) {
    const Claim& c = pile.claim(id);
    for (std::size_t i = 0; i < c.slots.size(); ++i)
      if (c.slots[i].slot == slot) return pile.node(id).entities[i];
    return EntityId();
  };
  const auto crossed = [&](const SlotValue& x, std::uint32_t x_slot, const SlotValue& y, std::uint32_t y_slot) {
    const EntityId e = entity(pair.a, x_slot), f = entity(pair.b, y_slot);
    if (e.valid() && f.valid()) return pile.matcher.same_entity(e, f);
    const auto *p = std::get_if<Phrase>(&x.value), *q = std::get_if<Phrase>(&y.value);
    return p && q ? phrase_likeness(*p, *q) >= 0.9 : relate(x.value, y.value) == Relation::same;
  };
  if (!crossed(*first.a, first.slot, *second.b, second.slot) || !crossed(*second.a, second.slot, *first.b, first.slot))
    return v;
  // Whether the event is the same cannot lean on the nouns, which are exchanged.
  v.apart.clear();
  const ExcuseSet excuses = excuses_for(check, pair);
  if (pair.polarity_differs)
    v.apart = "world: one says it is so, the other that it is not";
  else if (excuses != 0)
    v.apart = fmt::format("{}: {}", name_of(excuses), pair.reason);
  for (const SlotPath& path : check.same)
    if (v.apart.empty() && path.slot != "event" && !is_same(pile, pair, path))
      v.apart = fmt::format("unsure: {} is not surely the same", path.text());
  return v;
}

Verdict judge_superseded(const Pile& pile, const Check& check, const Comparison& pair) {
  Verdict v;
  const ClaimKind& kind = pile.kind(pair.a);
  const int order = later(pile.claim(pair.a), pile.story(pair.a), pile.claim(pair.b), pile.story(pair.b));
  if (kind.evolves == Evolution::constant || order == 0) {
    v.apart = "neither is known to be later";
    return v;
  }
  for (const SlotPath& path : check.slots) {
    if (!clashes(pile, pair, path)) continue;
    const Filled f = filled(pile, pair, path);
    const auto *p = f.a ? std::get_if<Quantity>(&f.a->value) : nullptr,
               *q = f.b ? std::get_if<Quantity>(&f.b->value) : nullptr;
    const bool rises = p && q && (q->low > p->low) == (order > 0);
    if (kind.evolves == Evolution::any || rises) v.clashing.push_back(path);
  }
  if (v.clashing.empty()) {
    v.apart = "the values have not moved";
    return v;
  }
  const auto others = static_cast<ExcuseSet>(excuses_for(check, pair) & ~static_cast<ExcuseSet>(Excuse::time));
  v.apart = kept_apart(pile, check, pair, others);
  return v;
}

}  // namespace crosscheck
