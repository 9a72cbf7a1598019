#include "claim/claim_maker.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::size_t kMostConjuncts = 8;

// Only words found, nothing but slots and function words: "{office} {person}", "{number} {what}".
bool found_a_list(const Match& match) {
  for (std::uint32_t w = 0; w < match.word_count; ++w)
    if (match.by_list[w]) return true;
  for (std::uint32_t f = 0; f < match.fill_count; ++f)
    if (match.fills[f].from == Fill::From::hit) return true;
  return false;
}

}  // namespace

void ClaimMaker::begin_sentence(std::uint32_t sentence) {
  sentence_ = sentence;
  const Syntax& syntax = index_.syntax;
  first_clause_ = syntax.clause_begin[sentence];
  const std::uint32_t count = syntax.clause_begin[sentence + 1] - first_clause_;
  worlds_.resize(std::max<std::size_t>(worlds_.size(), count));
  world_known_.assign(std::max<std::size_t>(worlds_.size(), count), false);
  headline_ = index_.story.block_of(index_.story.sentences[sentence]).kind == BlockKind::headline;
}

const ClauseWorld& ClaimMaker::world(std::uint32_t clause) {
  static const ClauseWorld kNowhere;
  if (clause == kNone) return kNowhere;
  const std::uint32_t i = clause - first_clause_;
  if (!world_known_[i]) {
    worlds_[i] = world_of(index_, index_.syntax.clauses[clause]);
    world_known_[i] = true;
  }
  return worlds_[i];
}

Claim& ClaimMaker::blank(KindId kind, std::uint32_t clause, std::vector<Claim>& out) {
  Claim& claim = out.emplace_back();
  claim.kind = kind;
  claim.story = index_.story.id;
  claim.sentence = sentence_;
  claim.clause = clause;
  claim.headline = headline_;
  const ClauseWorld& w = world(clause);
  claim.when = w.when;
  claim.when_span = w.when_span;
  claim.where = w.where;
  claim.where_span = w.where_span;
  claim.polarity = w.polarity;
  claim.modality = w.modality;
  return claim;
}

void ClaimMaker::place(Claim& claim, Span span) {
  claim.span = span;
  claim.voice = voices_.of(span, sentence_);
}

// What only names something ("President Holm", "28-point plan") is so whatever its clause says of it.
void ClaimMaker::set_world(const Match& match, Claim& claim) {
  const ClaimKind& kind = index_.rulebook[claim.kind];
  if (!found_a_list(match)) {
    claim.polarity = Polarity::affirmed;
    if (claim.modality != Modality::historical) claim.modality = Modality::actual;
  }
  for (std::uint32_t f = 0; f < match.fill_count; ++f) {
    const Fill& fill = match.fills[f];
    if (fill.from == Fill::From::quantity) {
      const Quantity& q = index_.mentions.quantities[fill.index].value;
      if (q.low == 0 && q.high == 0) continue;  // "no closures" is a number
    }
    if (fill.from == Fill::From::content || fill.from == Fill::From::quote) continue;
    if (fill.from == Fill::From::hit && holds_no(index_, fill.first, fill.last)) {  // "showed no emotion" is so
      claim.polarity = Polarity::affirmed;
      continue;
    }
    const std::uint32_t first = index_.group(fill.first) ? index_.group(fill.first)->first : fill.first;
    if (says_no(index_, first, std::min(fill.last, first + 1))) claim.polarity = Polarity::negated;
    const bool happens = fill.slot < kind.slots.size() && kind.slots[fill.slot].type == SlotType::happening;  // "planned talks"
    if (!happens || claim.modality != Modality::actual) continue;
    if (const auto meant = world_of_words(index_, first, fill.last)) claim.modality = *meant;
  }
}

void ClaimMaker::from_match(const Match& match, std::vector<Claim>& out) {
  const ClaimKind& kind = index_.rulebook[match.program->kind];
  std::uint32_t first = kNone, last = 0;
  Span own, anywhere;
  for (std::uint32_t f = 0; f < match.fill_count; ++f) {
    first = std::min(first, match.fills[f].first);
    last = std::max(last, match.fills[f].last);
  }
  for (std::uint32_t w = 0; w < match.word_count; ++w) own = cover(own, index_.span(match.words[w].first, match.words[w].second));
  const std::uint32_t clause = match.clause ? static_cast<std::uint32_t>(match.clause - index_.syntax.clauses.data())
                                            : clause_around(index_, sentence_, first == kNone ? 0 : first, last);
  Claim& claim = blank(match.program->kind, clause, out);
  claim.pattern = match.program->pattern;
  for (std::uint32_t f = 0; f < match.fill_count; ++f) {
    const Fill& fill = match.fills[f];
    if (fill.slot == kSlotWhen) {
      const TimeMention& time = index_.mentions.times[fill.index];
      claim.when = time.value;
      claim.when_span = time.at.span;
      own = cover(own, time.at.span);
      continue;
    }
    if (fill.slot == kSlotWhere) {
      SlotDeclaration slot;
      slot.type = SlotType::place;
      const SlotValue value = values_.make(fill, slot);
      if (const Place* p = std::get_if<Place>(&value.value)) {
        claim.where = *p;
        claim.where_span = value.span;
      }
      continue;
    }
    SlotValue value = values_.make(fill, kind.slots[fill.slot]);
    anywhere = cover(anywhere, value.span);
    if (!match.borrowed[f]) own = cover(own, value.span);
    claim.slots.push_back(std::move(value));
  }
  for (const Pattern::Meaning& meant : kind.patterns[match.program->pattern].means)
    claim.slots.push_back(values_.meant(meant, kind.slots[meant.slot], own.empty() ? anywhere : own));
  const auto by_slot = [](const SlotValue& a, const SlotValue& b) { return a.slot < b.slot; };
  if (!std::is_sorted(claim.slots.begin(), claim.slots.end(), by_slot)) std::stable_sort(claim.slots.begin(), claim.slots.end(), by_slot);
  if (claim.slots.empty()) return out.pop_back();
  set_world(match, claim);
  for (const SlotValue& s : claim.slots)
    if (!claim.where_span.empty() && s.span.contains(claim.where_span)) {  // where to is not where
      claim.where.reset();
      claim.where_span = {};
    }
  place(claim, own.empty() ? anywhere : own);
  complete_amounts(index_.rulebook, claim);
  clone_conjuncts(match, out.size() - 1, out);
}

// Who holds a title: the one known, or the name that stands behind it, with or without a comma.
std::uint32_t ClaimMaker::holder_of(const MentionRef& title) const {
  const std::uint32_t person = index_.mentions.titles[title.index].person;
  if (person != kNone && person < index_.mentions.names.size()) {
    const std::uint32_t first = index_.mentions.names[person].at.first;
    if (first >= title.last && first <= title.last + 1) return person;
  }
  for (std::uint32_t t = title.last; t <= title.last + 1 && t < index_.syntax.tokens.size(); ++t)
    for (std::uint32_t r = index_.ref_begin[t]; r < index_.ref_begin[t + 1]; ++r)
      if (index_.refs[r].type == MentionType::name && index_.mentions.names[index_.refs[r].index].kind == NameKind::person)
        return index_.refs[r].index;
  return kNone;
}

// The name that a noun group beginning at `token` is about: its head, or the holder of the title that is its head.
std::uint32_t ClaimMaker::conjunct_at(std::uint32_t token, std::uint32_t last, std::uint32_t& end) const {
  const NounGroup* group = index_.group(token);
  if (!group || group->first != token || group->last > last) return kNone;
  for (std::uint32_t t = group->first; t < group->last; ++t)
    for (std::uint32_t r = index_.ref_begin[t]; r < index_.ref_begin[t + 1]; ++r) {
      const MentionRef& ref = index_.refs[r];
      if (ref.type == MentionType::name && ref.first <= group->head && group->head < ref.last) {
        end = std::max(group->last, ref.last);
        return ref.index;
      }
      if (ref.type != MentionType::title || ref.first > group->head || ref.last <= group->head) continue;
      const std::uint32_t person = holder_of(ref);
      if (person == kNone) continue;
      end = std::max(group->last, index_.mentions.names[person].at.last);
      return person;
    }
  return kNone;
}

// Other names joined to this one by commas and a conjunction, within tokens [first, last).
std::vector<std::uint32_t> ClaimMaker::conjuncts(std::uint32_t name, std::uint32_t first, std::uint32_t last) const {
  std::vector<std::uint32_t> found, chain;
  bool joined = false, holds_it = false;
  for (std::uint32_t t = first; t < last;) {
    std::uint32_t end = t + 1;
    const std::uint32_t one = conjunct_at(t, last, end);
    const Xpos tag = index_.tag(t).xpos;
    if (one != kNone) {
      chain.push_back(one);
      holds_it |= one == name;
    } else if (tag == Xpos::CC) {
      joined = true;
    } else if (tag != Xpos::COMMA) {
      if (holds_it) break;
      chain.clear();
      joined = false;
      const NounGroup* group = index_.group(t);
      if (group) end = std::max(end, group->last);
    }
    t = end;
  }
  if (!holds_it || !joined) return found;
  for (const std::uint32_t n : chain)
    if (n != name && found.size() < kMostConjuncts) found.push_back(n);
  return found;
}

// "provisions to cede land and to cut taxes": one claim for each infinitive that hangs on the clause.
void ClaimMaker::clone_contents(const Match& match, std::size_t made, std::vector<Claim>& out) const {
  const Syntax& syntax = index_.syntax;
  for (std::uint32_t f = 0; f < match.fill_count; ++f) {
    const Fill& fill = match.fills[f];
    if (fill.from != Fill::From::content) continue;
    for (std::uint32_t c = syntax.clause_begin[sentence_]; c < syntax.clause_begin[sentence_ + 1]; ++c) {
      const Clause& child = syntax.clauses[c];
      if (!governs(*match.clause, child) || child.verb.first == fill.first) continue;
      Fill other = fill;
      other.first = child.verb.first;
      other.last = child.verb.last;
      for (const Part& part : child.parts)
        if (!part.borrowed) other.last = std::max(other.last, part.last);
      SlotValue value = values_.make(other, index_.rulebook[out[made].kind].slots[fill.slot]);
      Claim clone = out[made];
      const Span before = index_.span(fill.first, fill.last);
      for (SlotValue& s : clone.slots)
        if (s.slot == fill.slot && s.span == before) s = value;
      clone.span = cover(clone.span, value.span);
      out.push_back(std::move(clone));
    }
  }
}

void ClaimMaker::clone_conjuncts(const Match& match, std::size_t made, std::vector<Claim>& out) {
  if (!match.clause || !match.clause->has_verb()) return;
  clone_contents(match, made, out);
  const bool by_verb = std::any_of(match.words.begin(), match.words.begin() + match.word_count, [&](const auto& w) {
    return w.first <= match.clause->verb.head && match.clause->verb.head < w.second;
  });
  if (!by_verb) return;
  for (std::uint32_t f = 0; f < match.fill_count; ++f) {
    const Fill& fill = match.fills[f];
    if (fill.from != Fill::From::name) continue;
    const Part* part = nullptr;
    for (const Part& p : match.clause->parts)
      if (p.first <= fill.first && fill.last <= p.last) part = &p;
    if (!part) continue;
    for (const std::uint32_t other : conjuncts(fill.index, part->first, part->last)) {
      Claim clone = out[made];
      for (SlotValue& value : clone.slots) {
        if (value.slot != fill.slot || value.span != index_.mentions.names[fill.index].at.span) continue;
        value = values_.name(other);
        value.slot = fill.slot;
        if (!part->borrowed) clone.span = cover(clone.span, value.span);
      }
      out.push_back(std::move(clone));
    }
  }
}

}  // namespace crosscheck
