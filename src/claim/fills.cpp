#include "claim/fills.h"

#include <algorithm>

namespace crosscheck {
namespace {

using Form = WordEntry::Form;

constexpr double kOldest = 125;  // years

bool participle(Xpos tag) { return tag == Xpos::VBN || tag == Xpos::VBD; }

}  // namespace

// The cell behind the last one that holds a token before `last_token`, walking on from `at` through neighbouring tokens.
std::uint16_t SlotFiller::cell_behind(const Lattice& lattice, std::uint16_t at, std::uint32_t last_token) const {
  std::uint16_t end = at;
  std::uint32_t token = lattice.cells[at].first;
  while (end < lattice.cells.size() && token < last_token) {
    const Cell& cell = lattice.cells[end];
    if (cell.first != token) break;
    token = cell.last;
    ++end;
  }
  return end;
}

// In a stretch without a verb some word was taken for a noun that is one ("The draft calls for …"): not a gerund, and not
// what stands behind an article, an adjective or a preposition.
bool SlotFiller::may_be_verb(const Lattice& lattice, std::uint16_t at) const {
  const TaggedToken& tag = index_.tag(lattice.cells[at].head);
  if (tag.xpos == Xpos::VBG || at == 0) return false;
  if (tag.upos == Upos::VERB && tag.xpos != Xpos::VBN) return true;
  const TaggedToken& before = index_.tag(lattice.cells[at - 1u].head);
  return before.upos == Upos::NOUN || before.upos == Upos::PROPN || before.upos == Upos::PRON;
}

std::uint16_t SlotFiller::hit_end(const Lattice& lattice, const WordHit& hit, std::uint16_t at) const {
  const Cell& cell = lattice.cells[at];
  const TaggedToken& head = index_.tag(hit.head);
  if (lattice.any_voice) return cell_behind(lattice, at, hit.last);
  switch (hit.form) {
    case Form::verb:
    case Form::passive: {
      const Voice wanted = hit.form == Form::verb ? Voice::active : Voice::passive;
      if (cell.verb) {
        if (hit.head != cell.head || lattice.voice != wanted) return at;
        for (std::uint32_t t = std::max(hit.last, hit.head + 1); t < cell.last; ++t)
          if (index_.tag(t).xpos == Xpos::RP) return at;  // "call off" is no calling
        if (hit.last <= cell.last) return static_cast<std::uint16_t>(at + 1);
        std::uint16_t end = static_cast<std::uint16_t>(at + 1);
        std::uint32_t token = cell.last;
        while (end < lattice.cells.size() && token < hit.last && lattice.cells[end].first == token) token = lattice.cells[end++].last;
        if (token >= hit.last) return end;
        for (const Cell& other : lattice.cells)  // the rest of the entry may lie in a clause of its own: "without admitting"
          if (other.first >= token && other.first < hit.last) return at;
        return end;
      }
      if (!lattice.loose || hit.first != cell.first) return at;
      if (lattice.clause && lattice.clause->has_verb()) return at;  // its verb is a cell of its own
      if (wanted == Voice::passive ? !participle(head.xpos) : !may_be_verb(lattice, at)) return at;
      break;
    }
    case Form::state: {
      if (cell.verb || hit.first != cell.first) return at;
      const bool behind_be = at > 0 && lattice.cells[at - 1].copula;
      if (!behind_be && !lattice.loose && lattice.parts[cell.part].role != PartRole::complement) return at;
      break;
    }
    case Form::noun:
    case Form::kind: {
      if (cell.verb || hit.first != cell.first) return at;
      const NounGroup* group = index_.group(hit.head);
      const bool is_head = !group || hit.head == group->head ||
                           (group->possessor_end != kNone && hit.head + 2 == group->possessor_end) || hit.last > group->head;
      if (!is_head && !lattice.loose) return at;
      break;
    }
    case Form::word:
      if (hit.first != cell.first && !(cell.verb && hit.first >= cell.first && hit.last <= cell.last)) return at;
      if (cell.verb) return hit.last <= cell.last ? static_cast<std::uint16_t>(at + 1) : at;
      break;
  }
  const std::uint16_t end = cell_behind(lattice, at, hit.last);
  return end > at && lattice.cells[end - 1].last >= hit.last ? end : at;
}

void SlotFiller::find_hits(Lattice& lattice) const {
  constexpr std::size_t kMost = 0xffff;
  lattice.hits.clear();
  for (std::uint16_t at = 0; at < lattice.cells.size(); ++at) {
    Cell& cell = lattice.cells[at];
    cell.hits_begin = static_cast<std::uint16_t>(lattice.hits.size());
    if ((cell.features & kHitHere) != 0) {
      const std::uint32_t last = cell.verb ? cell.last : cell.first + 1;
      for (std::uint32_t a = index_.asked_begin[cell.first]; a < index_.asked_begin[last] && lattice.hits.size() < kMost; ++a) {
        const std::uint32_t h = index_.asked_hits[a];
        if (const std::uint16_t end = hit_end(lattice, index_.syntax.hits[h], at); end != at) lattice.hits.push_back({h, end});
      }
    }
    cell.hits_end = static_cast<std::uint16_t>(lattice.hits.size());
  }
  lattice.behind.resize(lattice.cells.size() + 1);
  lattice.behind.back() = {};
  for (std::size_t at = lattice.cells.size(); at-- > 0;) {
    const Cell& cell = lattice.cells[at];
    Content& content = lattice.behind[at] = lattice.behind[at + 1];
    content.features |= cell.features;
    content.words |= cell.word;
    for (std::uint16_t h = cell.hits_begin; h < cell.hits_end; ++h) content.lists.add(index_.syntax.hits[lattice.hits[h].hit].list);
  }
}

bool SlotFiller::heads_part(const Lattice& lattice, std::uint16_t at, const NounGroup& group) const {
  const Lattice::Stretch& part = lattice.parts[lattice.cells[at].part];
  if (lattice.view == Lattice::View::sentence || part.role == PartRole::other) return false;
  for (std::uint16_t c = part.begin; c < part.end; ++c) {
    const NounGroup* first = index_.group(lattice.cells[c].first);
    if (first) return first->first == group.first;
  }
  return false;
}

// What stands before the verb is the verb's subject only as the head of its part, or joined to it by a comma or "and": the
// lawyer of Omar Reyes resigns, not Reyes.
bool SlotFiller::may_act(const Lattice& lattice, const Fill& fill, std::uint32_t value_token) const {
  const Lattice::Stretch& part = lattice.parts[lattice.cells[fill.begin].part];
  if (lattice.view == Lattice::View::sentence || part.role != PartRole::subject || fill.end < part.end) return true;
  const NounGroup* group = index_.group(value_token);
  if (!group || heads_part(lattice, fill.begin, *group)) return true;
  for (std::uint16_t c = fill.begin; c > part.begin;) {
    --c;
    const std::uint32_t token = lattice.cells[c].first;
    if (token >= group->first) continue;
    const Xpos tag = index_.tag(token).xpos;
    return tag == Xpos::COMMA || tag == Xpos::CC;
  }
  return true;
}

// The value ends where it ends, but what hangs on its noun ("of Leeds", "in the village") is passed over too: a fill may
// reach to the end of the noun group, of its of-phrase, and of the whole part that the group heads.
void SlotFiller::add_reach(const Lattice& lattice, Fill fill, const NounGroup* group, FillList& out) const {
  if (may_act(lattice, fill, fill.last - 1)) out.add(fill);
  if (!group || lattice.cells[fill.begin].verb) return;
  if (heads_part(lattice, fill.begin, *group)) {
    Fill all = fill;
    all.end = lattice.parts[lattice.cells[fill.begin].part].end;
    out.add(all);
  }
}

bool SlotFiller::quantity_fits(const SlotDeclaration& slot, const QuantityMention& quantity) const {
  const QuantityKind kind = quantity.kind;
  switch (slot.type) {
    case SlotType::money: return kind == QuantityKind::money;
    case SlotType::percent: return kind == QuantityKind::percent;
    case SlotType::measure: return kind == QuantityKind::measure;
    case SlotType::duration: return kind == QuantityKind::duration;
    case SlotType::ordinal: return kind == QuantityKind::ordinal;
    case SlotType::age:
      return kind == QuantityKind::age || (kind == QuantityKind::bare && quantity.noun == kNone && !quantity.value.approx &&
                                           quantity.value.low == quantity.value.high && quantity.value.high <= kOldest);
    case SlotType::quantity: return kind != QuantityKind::ordinal && kind != QuantityKind::age;
    case SlotType::count: break;
    default: return false;
  }
  if (kind != QuantityKind::count && kind != QuantityKind::bare) return false;
  if (!slot.of.valid() || quantity.noun == kNone) return true;
  return index_.noun_in(slot.of, quantity.noun);
}

void SlotFiller::quantities(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, FillList& out) const {
  const std::uint32_t token = lattice.cells[at].first;
  fill.from = Fill::From::quantity;
  for (std::uint32_t r = index_.ref_begin[token]; r < index_.ref_begin[token + 1]; ++r) {
    const MentionRef& ref = index_.refs[r];
    if (ref.type != MentionType::quantity) continue;
    const QuantityMention& quantity = index_.mentions.quantities[ref.index];
    if (!quantity_fits(slot, quantity)) continue;
    fill.index = ref.index;
    fill.first = ref.first;
    fill.last = ref.last;
    const NounGroup* group = index_.group(ref.last - 1);
    if (quantity.noun != kNone && quantity.noun >= ref.last) {  // "nine Swedish tourists": the noun stands behind
      Fill with_noun = fill;
      with_noun.end = cell_behind(lattice, at, quantity.noun + 1);
      with_noun.last = quantity.noun + 1;
      if (with_noun.end > at) add_reach(lattice, with_noun, index_.group(quantity.noun), out);
    }
    fill.end = cell_behind(lattice, at, ref.last);
    if (fill.end <= at) continue;
    const bool heads = group && (quantity.noun == kNone ? group->last == ref.last : quantity.noun == group->head);
    if (slot.type == SlotType::quantity) out.add(fill);  // a figure named beside the subject: "the grant of 90 euros is split"
    add_reach(lattice, fill, heads ? group : nullptr, out);
  }
}

bool SlotFiller::name_fits(const Lattice& lattice, const SlotDeclaration& slot, const NameMention& name, std::uint16_t at) const {
  switch (slot.type) {
    case SlotType::person: return name.kind == NameKind::person;
    case SlotType::organization:
      return name.kind == NameKind::organization || name.kind == NameKind::outlet || name.kind == NameKind::group || name.kind == NameKind::other;
    case SlotType::place: return name.kind == NameKind::place;
    case SlotType::who: {
      if (name.kind != NameKind::place) return true;
      const PartRole role = lattice.parts[lattice.cells[at].part].role;  // "Moscow said": a place that acts
      return role == PartRole::subject || role == PartRole::agent || role == PartRole::object;
    }
    default: return false;
  }
}

// "US Secretary of State Rosa Keane": a title that begins here, and its holder right behind it.
void SlotFiller::titled_name(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, FillList& out) const {
  const std::uint32_t token = lattice.cells[at].first;
  for (std::uint32_t r = index_.ref_begin[token]; r < index_.ref_begin[token + 1]; ++r) {
    const MentionRef& ref = index_.refs[r];
    if (ref.type != MentionType::title) continue;
    const std::uint32_t holder = index_.mentions.titles[ref.index].person;
    if (holder == kNone || holder >= index_.mentions.names.size()) continue;
    const NameMention& name = index_.mentions.names[holder];
    if (name.at.first < ref.last || name.at.first > ref.last + 1 || !name_fits(lattice, slot, name, at)) continue;
    fill.from = Fill::From::name;
    fill.index = holder;
    fill.first = name.at.first;
    fill.last = name.at.last;
    fill.end = cell_behind(lattice, at, name.at.last);
    if (fill.end <= at || lattice.cells[fill.end - 1u].first < name.at.first) continue;
    out.add(fill);
    const NounGroup* group = index_.group(token);
    if (!group || !heads_part(lattice, at, *group)) continue;
    fill.end = lattice.parts[lattice.cells[at].part].end;
    out.add(fill);
  }
}

void SlotFiller::names(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, bool opens, FillList& out) const {
  const std::uint32_t token = lattice.cells[at].first;
  const NounGroup* group = index_.group(token);
  fill.from = Fill::From::name;
  // A name that begins here or, behind a title of the same noun group, later.
  std::uint32_t stop = token + 1;
  if (group && !opens) stop = std::max(stop, group->head + 1);
  titled_name(lattice, slot, fill, at, out);
  for (std::uint32_t t = token; t < stop; ++t)
    for (std::uint32_t r = index_.ref_begin[t]; r < index_.ref_begin[t + 1]; ++r) {
      const MentionRef& ref = index_.refs[r];
      if (ref.type != MentionType::name || !name_fits(lattice, slot, index_.mentions.names[ref.index], at)) continue;
      const bool is_head = group && ref.first <= group->head && group->head < ref.last;
      if (t > token && !is_head) continue;
      fill.index = ref.index;
      fill.first = ref.first;
      fill.last = ref.last;
      fill.end = cell_behind(lattice, at, ref.last);
      if (fill.end > at) add_reach(lattice, fill, is_head ? group : nullptr, out);
    }
}

void SlotFiller::groups(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, bool opens, FillList& out) const {
  const Cell& cell = lattice.cells[at];
  if (cell.content) {
    fill.from = Fill::From::content;
    fill.first = cell.first;
    fill.last = cell.last;
    fill.end = static_cast<std::uint16_t>(at + 1);
    if (slot.type == SlotType::happening && !opens && !slot.of.valid()) out.add(fill);
    return;
  }
  const NounGroup* group = index_.group(cell.first);
  if (!group || group->pronoun) return;
  fill.from = Fill::From::group;
  fill.index = index_.group_of[cell.first];
  fill.first = cell.first;
  if (opens && !cell.skip && !index_.opens_group(cell.first)) return;
  // The head decides what it is; a possessor is a phrase of its own.
  const bool in_possessor = group->possessor_end != kNone && cell.first + 1 < group->possessor_end;
  const auto fits = [&](std::uint32_t head) {
    if (slot.of.valid() && !index_.noun_in(slot.of, head)) return false;
    if (slot.type == SlotType::happening) return index_.is_happening(head);
    return slot.type == SlotType::thing || index_.is_people(*group);
  };
  if (fits(group->head)) {
    fill.last = group->last;
    fill.end = cell_behind(lattice, at, group->last);
    if (fill.end > at) {
      Fill with_of = fill;
      if (fill.end < lattice.cells.size()) {
        const std::uint16_t of = fill.end;
        const NounGroup* behind = of + 1u < lattice.cells.size() ? index_.group(lattice.cells[of + 1u].first) : nullptr;
        if (behind && !lattice.cells[of].verb && index_.hit_at(lattice.cells[of].first, index_.lists.prep_of)) {
          with_of.last = behind->last;
          with_of.end = cell_behind(lattice, at, behind->last);
          if (with_of.end > of) add_reach(lattice, with_of, group, out);
        }
      }
      add_reach(lattice, fill, group, out);
    }
  }
  if (slot.type != SlotType::thing && slot.type != SlotType::happening) return;
  if (in_possessor) {
    const std::uint32_t last = group->possessor_end - 1;
    fill.last = last;
    fill.end = cell_behind(lattice, at, last);
    if (fill.end > at && fits(last - 1)) out.add(fill);
  } else if (slot.type == SlotType::thing && group->head > cell.first) {  // "oil price rise": what stands before the head
    fill.last = group->head;
    fill.end = cell_behind(lattice, at, group->head);
    const TaggedToken& before = index_.tag(group->head - 1);
    if (fill.end > at && (before.upos == Upos::NOUN || before.upos == Upos::PROPN) && (!slot.of.valid() || index_.noun_in(slot.of, group->head - 1))) out.add(fill);
  }
}

// "No further questions were taken" is not that questions were taken: words of the line around it count.
bool SlotFiller::within_longer(ChoiceId line, const WordHit& hit) const {
  constexpr std::uint32_t kFar = 4;  // tokens
  for (std::uint32_t t = hit.first; t > 0 && hit.first - (t - 1) <= kFar; --t)
    for (std::uint32_t h = index_.hit_begin[t - 1]; h < index_.hit_begin[t]; ++h) {
      const WordHit& other = index_.syntax.hits[h];
      if (other.last >= hit.last && programs_.leaves(line, other.list)) return true;
    }
  return false;
}

void SlotFiller::choices(const Lattice& lattice, const SlotDeclaration& slot, Fill fill, std::uint16_t at, FillList& out) const {
  fill.from = Fill::From::hit;
  struct Found { std::uint32_t hit; std::uint16_t end; std::size_t covers; };
  std::array<Found, FillList::kMost> found{};
  std::size_t count = 0;
  const auto add = [&](std::uint32_t h, std::uint16_t end) {
    const ProgramSet::Leaves* leaves = programs_.leaves(slot.choice, index_.syntax.hits[h].list);
    if (!leaves || within_longer(slot.choice, index_.syntax.hits[h])) return;
    for (std::size_t i = 0; i < count; ++i)
      if (found[i].end == end) {  // the narrowest list counts
        if (leaves->covers.size() < found[i].covers) found[i] = {h, end, leaves->covers.size()};
        return;
      }
    if (count == found.size()) return;
    std::size_t place = count++;  // longest first
    for (; place > 0 && found[place - 1].end < end; --place) found[place] = found[place - 1];
    found[place] = {h, end, leaves->covers.size()};
  };
  for (std::uint16_t h = lattice.cells[at].hits_begin; h < lattice.cells[at].hits_end; ++h) add(lattice.hits[h].hit, lattice.hits[h].end);
  for (std::size_t i = 0; i < count; ++i) {
    const WordHit& hit = index_.syntax.hits[found[i].hit];
    fill.index = found[i].hit;
    fill.first = hit.first;
    fill.last = hit.last;
    fill.end = found[i].end;
    out.add(fill);
  }
}

void SlotFiller::fill(const Lattice& lattice, const SlotDeclaration& slot, std::uint32_t slot_index, std::uint16_t at, bool opens,
                      FillList& out) const {
  const Cell& cell = lattice.cells[at];
  Fill fill{};
  fill.slot = slot_index;
  fill.begin = at;
  if (slot.type == SlotType::choice) return choices(lattice, slot, fill, at, out);
  if (cell.verb) return;
  const auto mention = [&](MentionType type, Fill::From from) {
    for (std::uint32_t r = index_.ref_begin[cell.first]; r < index_.ref_begin[cell.first + 1]; ++r) {
      const MentionRef& ref = index_.refs[r];
      if (ref.type != type) continue;
      if (type == MentionType::code && index_.mentions.codes[ref.index].value.shape != slot.shape) continue;
      fill.from = from;
      fill.index = ref.index;
      fill.first = ref.first;
      fill.last = ref.last;
      fill.end = cell_behind(lattice, at, ref.last);
      if (fill.end > at) out.add(fill);
    }
  };
  switch (slot.type) {
    case SlotType::count: case SlotType::money: case SlotType::percent: case SlotType::measure: case SlotType::duration:
    case SlotType::age: case SlotType::ordinal: case SlotType::quantity:
      if (!cell.content) quantities(lattice, slot, fill, at, out);
      break;
    case SlotType::score: mention(MentionType::score, Fill::From::score); break;
    case SlotType::time: mention(MentionType::time, Fill::From::time); break;
    case SlotType::quote: mention(MentionType::quote, Fill::From::quote); break;
    case SlotType::shape: mention(MentionType::code, Fill::From::code); break;
    case SlotType::office: mention(MentionType::title, Fill::From::title); break;
    case SlotType::person: case SlotType::organization: case SlotType::place:
      if (!cell.content) names(lattice, slot, fill, at, opens, out);
      break;
    case SlotType::who:
      if (cell.content) break;
      names(lattice, slot, fill, at, opens, out);
      groups(lattice, slot, fill, at, opens, out);
      break;
    case SlotType::happening: case SlotType::thing: groups(lattice, slot, fill, at, opens, out); break;
    case SlotType::choice: break;
  }
}

void SlotFiller::fill_when(const Lattice& lattice, std::uint16_t at, FillList& out) const {
  SlotDeclaration slot;
  slot.type = SlotType::time;
  fill(lattice, slot, kSlotWhen, at, false, out);
}

void SlotFiller::fill_where(const Lattice& lattice, std::uint16_t at, FillList& out) const {
  SlotDeclaration slot;
  slot.type = SlotType::place;
  fill(lattice, slot, kSlotWhere, at, false, out);
}

}  // namespace crosscheck
