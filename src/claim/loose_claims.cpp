// Claims that need no pattern because a mention carries them: an amount whatever is said of it, the day or hour of a
// clause, a word of a [choices] line and whom it is said of. They are what two stories are held against each other by
// where no kind of the rulebook knows the wording: "860 jobs" here, "680 jobs" there.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

#include "claim/claim_maker.h"

namespace crosscheck {
namespace {

void add_slot(std::uint32_t slot, Value value, Span span, Claim& claim) {
  SlotValue& added = claim.slots.emplace_back();
  added.slot = slot;
  added.value = std::move(value);
  added.span = span;
}

Phrase word(std::string text) {
  Phrase phrase;
  phrase.head = text;
  phrase.lemmas.push_back(std::move(text));
  return phrase;
}

bool holds(const Part& part, std::uint32_t token) { return token >= part.first && token < part.last; }

// Who and what of a clause, the part that holds the token itself left out.
struct Parts {
  const Part *who = nullptr, *what = nullptr;
};
Parts parts_of(const Clause& clause, std::uint32_t besides) {
  Parts out;
  for (const Part& part : clause.parts) {
    if (holds(part, besides) && !part.borrowed) continue;
    if (part.role == PartRole::subject && !out.who) out.who = &part;
    if ((part.role == PartRole::object || part.role == PartRole::complement) && !out.what) out.what = &part;
  }
  return out;
}

}  // namespace

void ClaimMaker::add_part(const Part* part, std::uint32_t slot, Claim& claim) const {
  SlotValue value;
  if (!part || slot == kNone || !part_value(*part, value)) return;
  value.slot = slot;
  claim.slots.push_back(std::move(value));
}

// "from", "to", "by", "since": what stands before an amount or a time tells which of several it is.
Phrase ClaimMaker::role_of(std::uint32_t first, ListId roles) const {
  if (first > 0)
    if (const WordHit* hit = index_.hit_at(first - 1, roles); hit && hit->last == first)
      return word(std::string(index_.tag(first - 1).base));
  return word("-");
}

// "Three of the six carriages": the six are the whole.
bool ClaimMaker::is_whole(std::uint32_t first) const {
  const std::uint32_t begin = index_.story.sentences[sentence_].first;
  std::uint32_t of = first;
  while (of > begin && index_.tag(of - 1).upos == Upos::DET) --of;
  if (of < begin + 2 || !index_.hit_at(of - 1, index_.lists.prep_of)) return false;
  for (std::uint32_t r = index_.ref_begin[of - 2]; r < index_.ref_begin[of - 1]; ++r)
    if (index_.refs[r].type == MentionType::quantity) return true;
  return false;
}

bool ClaimMaker::stands_behind(std::uint32_t first, ListId words) const {
  constexpr std::uint32_t kLongest = 4;  // words of the longest entry
  const std::uint32_t begin = index_.story.sentences[sentence_].first;
  for (std::uint32_t t = first; t > begin && first - t < kLongest;)
    if (const WordHit* hit = index_.hit_at(--t, words); hit && hit->last == first) return true;
  return false;
}

// Not the first, of which there are too many, nor the parts into which all time and all matches fall.
bool ClaimMaker::tells_place(const QuantityMention& figure) const {
  return figure.value.low > 1 && figure.noun != kNone && !index_.hit_at(figure.noun, index_.lists.part_of_time);
}

// "Her third victory of the season", "this year": what it is counted over; the name of the list, null where nothing says it.
const std::string* ClaimMaker::scope_of(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t kBehind = 5;  // words
  const std::uint32_t end = std::min(index_.story.sentences[sentence_].last, last + kBehind);
  for (std::uint32_t t = first; t < end; ++t)
    for (std::uint32_t h = index_.hit_begin[t]; h < index_.hit_begin[t + 1]; ++h) {
      const ListId list = index_.syntax.hits[h].list;
      if (std::find(index_.lists.count_scope.begin(), index_.lists.count_scope.end(), list) != index_.lists.count_scope.end()) return &index_.rulebook[list].name;
    }
  return nullptr;
}

// "by 12 votes", "a majority of 12", "12 seconds behind".
bool ClaimMaker::is_difference(std::uint32_t first, std::uint32_t last) const {
  return stands_behind(first, index_.lists.difference) || (last < index_.syntax.tokens.size() && index_.hit_at(last, index_.lists.difference));
}

// "Each of them gets 30 euros", "30 euros each".
bool ClaimMaker::is_share_of_each(const Clause& clause, std::uint32_t first, std::uint32_t last) const {
  for (const Part& part : clause.parts)
    if (part.role == PartRole::subject && !part.borrowed && part.first < first && index_.hit_at(part.first, index_.lists.each)) return true;
  return last < index_.syntax.tokens.size() && index_.hit_at(last, index_.lists.each);
}

// "The number of cases stands at 12": they are cases.
void ClaimMaker::count_of_subject(const Clause& clause, const QuantityMention& figure, std::uint32_t slot, Claim& claim) const {
  for (const Part& part : clause.parts) {
    if (part.role != PartRole::subject || part.borrowed || part.head == kNone || holds(part, figure.at.first)) continue;
    if (!index_.hit_at(part.head, index_.lists.count_noun) || part.head + 2 >= index_.syntax.tokens.size() || !index_.hit_at(part.head + 1, index_.lists.prep_of)) return;
    const NounGroup* counted = index_.group(part.head + 2);
    if (!counted || counted->pronoun) return;
    Phrase of = values_.phrase(counted->first, counted->last, counted->head);
    auto& number = std::get<Quantity>(claim.slots.front().value);
    number.unit = of.head;
    number.dimension = "count";
    add_slot(slot, std::move(of), index_.span(counted->first, counted->last), claim);
    return;
  }
}

// What people are counted as: dead, hurt, missing … The clause's own verb first, then what stands in the noun group.
Phrase ClaimMaker::measure_of(const Clause* clause, std::uint32_t first, std::uint32_t last) const {
  const auto at = [&](std::uint32_t token) -> const std::string* {
    for (std::uint32_t h = index_.hit_begin[token]; h < index_.hit_begin[token + 1]; ++h) {
      const ListId list = index_.syntax.hits[h].list;
      if (std::find(index_.lists.counted_as.begin(), index_.lists.counted_as.end(), list) != index_.lists.counted_as.end())
        return &index_.rulebook[list].name;
    }
    return nullptr;
  };
  const auto tokens = static_cast<std::uint32_t>(index_.syntax.tokens.size());
  for (std::uint32_t t = first; t < std::min(last + 1, tokens); ++t)
    if (const std::string* name = at(t)) return word(*name);
  if (clause && clause->has_verb()) {
    for (std::uint32_t t = clause->verb.first; t < clause->verb.last; ++t)
      if (const std::string* name = at(t)) return word(*name);
    for (const Part& part : clause->parts)
      if (part.role == PartRole::complement && !part.borrowed)
        for (std::uint32_t t = part.first; t < part.last; ++t)
          if (const std::string* name = at(t)) return word(*name);
  }
  return word("-");
}

// Whose age it is: "Anna Lund, 34", "the 34-year-old swimmer Anna Lund", "a 34-year-old swimmer", "Lund died aged 34".
// "The 34-year-old" is somebody told of elsewhere.
bool ClaimMaker::aged(const QuantityMention& age, const NounGroup* group, const Clause* clause, SlotValue& out) const {
  const auto named = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t r = index_.ref_begin[first]; r < index_.ref_begin[last]; ++r) {
      if (index_.refs[r].type != MentionType::name || index_.mentions.names[index_.refs[r].index].kind == NameKind::place) continue;
      out = values_.name(index_.refs[r].index);
      return true;
    }
    return false;
  };
  if (group && named(group->first, group->last)) return true;
  const std::uint32_t begin = index_.story.sentences[sentence_].first, at = age.at.first;
  if (at > begin + 1 && index_.tag(at - 1).upos == Upos::PUNCT)  // back over the comma
    if (const NounGroup* before = index_.group(at - 2); before && named(before->first, before->last)) return true;
  if (!group || (group->head >= age.at.first && group->head < age.at.last) || index_.tag(group->head).noun_class == NounClass::attribute)
    return clause && clause->has_verb() && person_in(*clause, age.at.first, out);
  if (index_.hit_at(group->first, index_.lists.definite)) return false;
  out.value = values_.phrase(group->first, group->last, group->head);
  out.span = index_.span(group->first, group->last);
  return true;
}

bool ClaimMaker::verb_hit(const Clause& clause, ListId list) const {
  for (std::uint32_t h = index_.hit_begin[clause.verb.head]; h < index_.hit_begin[clause.verb.head + 1]; ++h)
    if (index_.syntax.hits[h].list == list && index_.syntax.hits[h].head == clause.verb.head) return true;
  return false;
}

// The person who is the subject of the clause.
bool ClaimMaker::person_in(const Clause& clause, std::uint32_t besides, SlotValue& out) const {
  const Part* who = parts_of(clause, besides).who;
  return who && part_value(*who, out) && (out.entity != kNone || index_.tag(who->head).noun_class == NounClass::person);
}

// "Lund was born in 1991": told as an age, it is that of one year or the next.
void ClaimMaker::from_birth(const Clause& clause, const TimeMention& time, std::vector<Claim>& out) {
  constexpr double kYear = 31556952;  // seconds, on average
  const std::optional<TimeRange>& today = index_.story.published;
  if (!today || time.value.to > today->from || !verb_hit(clause, index_.lists.born)) return;
  SlotValue who;
  if (!person_in(clause, time.at.first, who)) return;
  const ReadyKind& ready = programs_.ready.figure;
  Quantity years;
  years.low = std::max(0.0, std::floor(static_cast<double>(today->from - time.value.to) / kYear));
  years.high = std::floor(static_cast<double>(today->to - time.value.from) / kYear);
  years.unit = "year";
  years.dimension = "duration";
  years.factor = kYear;
  Claim& claim = blank(ready.kind, kNone, out);
  add_slot(ready.number, years, time.at.span, claim);
  who.slot = ready.who;
  claim.slots.push_back(std::move(who));
  add_slot(ready.role, word("-"), time.at.span, claim);
  add_slot(ready.measure, word(std::string(kOfAge)), time.at.span, claim);
  claim.polarity = Polarity::affirmed;
  claim.modality = Modality::actual;
  place(claim, time.at.span);
}

// Its slots come in the order in which the kind declares them.
void ClaimMaker::from_figure(std::uint32_t id, std::vector<Claim>& out) {
  const QuantityMention& figure = index_.mentions.quantities[id];
  const bool ordinal = figure.kind == QuantityKind::ordinal;
  if (figure.value.vague || (ordinal && !tells_place(figure))) return;
  const ReadyKind& ready = programs_.ready.figure;
  const std::uint32_t around = clause_around(index_, sentence_, figure.at.first, figure.at.last);
  const Clause* clause = around == kNone ? nullptr : &index_.syntax.clauses[around];
  const NounGroup* group = index_.group(figure.noun != kNone ? figure.noun : figure.at.first);
  const std::uint32_t first = group ? std::min(group->first, figure.at.first) : figure.at.first;
  const std::uint32_t last = group ? std::max(group->last, figure.at.last) : figure.at.last;
  Claim& claim = blank(ready.kind, around, out);
  claim.slots.reserve(8);
  const auto add = [&](std::uint32_t slot, Value value, Span span) { add_slot(slot, std::move(value), span, claim); };
  add(ready.number, figure.value, figure.at.span);
  if (figure.kind == QuantityKind::age) {
    if (SlotValue who; aged(figure, group, clause, who)) {
      who.slot = ready.who;
      claim.slots.push_back(std::move(who));
    }
    add(ready.role, word("-"), figure.at.span);
    add(ready.measure, word(std::string(kOfAge)), figure.at.span);
    claim.polarity = Polarity::affirmed;
    claim.modality = Modality::actual;
    place(claim, figure.at.span);
    return;
  }
  const bool feats = ordinal && index_.hit_at(figure.noun, index_.lists.feat);  // the third victory makes three
  if (feats) std::get<Quantity>(claim.slots.front().value).dimension = "count";
  const bool counts = figure.kind == QuantityKind::count || figure.kind == QuantityKind::bare;
  if (ordinal && group && group->last > figure.at.last) {
    add(ready.of, values_.phrase(figure.at.last, group->last, group->head), index_.span(figure.at.last, group->last));
  } else if (figure.noun != kNone && group && (counts || group->head >= figure.at.last)) {
    Phrase of = values_.phrase(group->first, group->last, group->head);
    if (!of.lemmas.empty()) add(ready.of, std::move(of), index_.span(group->first, group->last));
  } else if (!figure.of.empty()) {
    add(ready.of, word(figure.of), figure.at.span);
  } else if (last + 1 < index_.syntax.tokens.size() && index_.hit_at(last, index_.lists.prep_of)) {
    if (const NounGroup* behind = index_.group(last + 1)) {
      Phrase of = values_.phrase(behind->first, behind->last, behind->head);
      auto& number = std::get<Quantity>(claim.slots.front().value);
      if (figure.kind == QuantityKind::bare && number.unit.empty() && !behind->pronoun) {  // "two of the tanks" are tanks
        number.unit = of.head;
        number.dimension = "count";
      }
      add(ready.of, std::move(of), index_.span(behind->first, behind->last));
    }
  }
  if (clause && figure.kind == QuantityKind::bare && claim.slots.size() == 1) count_of_subject(*clause, figure, ready.of, claim);
  if (feats && clause && !clause->has_verb() && clause->parent != kNone)  // "Lund won, her third victory": hers
    add_part(parts_of(index_.syntax.clauses[clause->parent], figure.at.first).who, ready.who, claim);
  if (clause && clause->has_verb()) {
    const Parts parts = parts_of(*clause, figure.at.first);
    add_part(parts.who, ready.who, claim);
    add_verb(*clause, ready.does, claim);
    add_part(parts.what, ready.what, claim);
  }
  Phrase role = is_whole(first) ? word(std::string(kOfWhole)) : role_of(first, index_.lists.figure_role);
  if (role.head == "-" && clause && is_share_of_each(*clause, first, figure.at.last)) role = word(std::string(kOfEach));
  if (const std::string* scope = figure.noun == kNone ? nullptr : scope_of(first, last); scope && role.head == "-") role = word(*scope);
  const auto moved = [&] { return clause && clause->has_verb() && (verb_hit(*clause, index_.lists.rise) || verb_hit(*clause, index_.lists.fall)); };
  if (role.head != "-" && stands_behind(first, index_.lists.arrival) && moved()) role = word("-");  // where it now stands: "rose to 32"
  // What the clause holds its own figure against ("64 percent, against 58 percent last year"), or the step from one to another.
  if (role.head == "-" && stands_behind(first, index_.lists.compared)) role = word(std::string(kOfComparison));
  else if (role.head == "-" && (figure.value.change != 0 || is_difference(first, figure.at.last))) role = word(std::string(kOfDifference));
  add(ready.role, std::move(role), figure.at.span);
  const auto of_class = [&](NounClass c) { return index_.tag(figure.noun).noun_class == c; };
  const bool people = counts && (figure.noun == kNone || of_class(NounClass::person) || of_class(NounClass::group) || of_class(NounClass::animal));
  add(ready.measure, people ? measure_of(clause, first, last) : word("-"), figure.at.span);
  place(claim, figure.at.span);
}

namespace {

// An hour without its day is put on one day for all, a weekday of no known week into one week: so they are compared with
// their like and with nothing else (graph/candidates).
std::optional<TimeRange> undated(const TimeRange& time) {
  int hour = 0, minute = 0, weekday = 0;
  if (time.timex.size() == 10 && std::sscanf(time.timex.c_str(), "XXXX-WXX-%1d", &weekday) == 1 && weekday >= 1) {
    constexpr std::int64_t kDay = 86400, kFirstMonday = 4;  // 1970-01-05
    TimeRange out = time;
    out.from = (kFirstMonday + weekday - 1) * kDay;
    out.to = out.from + kDay;
    out.granularity = Granularity::day;
    return out;
  }
  if (time.timex.size() < 6 || std::sscanf(time.timex.c_str(), "T%2d:%2d", &hour, &minute) != 2) return std::nullopt;
  TimeRange out = time;
  out.from = hour * 3600 + minute * 60;
  out.to = out.from + 60;
  out.granularity = Granularity::minute;
  return out;
}

}  // namespace

// A day or an hour and what happens then. Of saying there are many.
void ClaimMaker::from_moment(std::uint32_t id, std::vector<Claim>& out) {
  const TimeMention& time = index_.mentions.times[id];
  if (time.kind != TimeKind::date && time.kind != TimeKind::time) return;
  const bool dated = time.value.from < time.value.to && time.value.granularity <= Granularity::year;
  const std::optional<TimeRange> when = dated ? std::optional(time.value) : undated(time.value);
  if (!when) return;
  const std::uint32_t around = clause_with_verb(index_, sentence_, time.at.first, time.at.last);
  if (around == kNone) return;
  const Clause& clause = index_.syntax.clauses[around];
  if (dated && programs_.ready.figure.valid()) from_birth(clause, time, out);
  const WordHit* said = index_.hit_at(clause.verb.head, index_.lists.say);
  const ReadyKind& ready = programs_.ready.moment;
  Claim& claim = blank(ready.kind, around, out);
  claim.when = when;
  claim.when_span = time.at.span;
  const Parts parts = parts_of(clause, kNone);
  add_part(parts.who, ready.who, claim);
  add_verb(clause, ready.does, claim);
  add_part(parts.what, ready.what, claim);
  const bool saying = said && said->head == clause.verb.head;
  add_slot(ready.role, saying ? word(std::string(kOfSaying)) : role_of(time.at.first, index_.lists.time_role),
           time.at.span, claim);
  place(claim, time.at.span);
}

// A place and what happens there.
void ClaimMaker::from_spot(std::uint32_t id, std::vector<Claim>& out) {
  const NameMention& name = index_.mentions.names[id];
  if (name.kind != NameKind::place || name.pronoun || name.epithet || name.entity >= index_.mentions.entities.size()) return;
  const std::optional<Place>& place_of = index_.mentions.entities[name.entity].place;
  if (!place_of || place_of->chain.empty()) return;
  const std::uint32_t around = clause_around(index_, sentence_, name.at.first, name.at.last);
  const ReadyKind& ready = programs_.ready.spot;
  Claim& claim = blank(ready.kind, around, out);
  claim.where = *place_of;
  claim.where_span = name.at.span;
  if (around != kNone && index_.syntax.clauses[around].has_verb()) {
    const Clause& clause = index_.syntax.clauses[around];
    const Parts parts = parts_of(clause, name.at.first);
    add_part(parts.who, ready.who, claim);
    add_verb(clause, ready.does, claim);
    add_part(parts.what, ready.what, claim);
  }
  add_slot(ready.role, role_of(name.at.first, index_.lists.place_role), name.at.span, claim);
  place(claim, name.at.span);
}

void ClaimMaker::from_score(std::uint32_t id, std::vector<Claim>& out) {
  const ScoreMention& score = index_.mentions.scores[id];
  const std::uint32_t around = clause_around(index_, sentence_, score.at.first, score.at.last);
  const ReadyKind& ready = programs_.ready.tally;
  Claim& claim = blank(ready.kind, around, out);
  if (around != kNone && index_.syntax.clauses[around].has_verb()) {
    const Clause& clause = index_.syntax.clauses[around];
    const Parts parts = parts_of(clause, score.at.first);
    add_part(parts.who, ready.who, claim);
    add_part(parts.what, ready.what, claim);
  }
  add_slot(ready.score, score.value, score.at.span, claim);
  place(claim, score.at.span);
}

namespace {

// Whom a verb of a list is said of: lists are written from the side of the one it happens to, so an active entry speaks of
// the subject and a passive one of the subject of the passive or the object of the active.
const Part* affected(const Clause& clause, const WordHit& hit) {
  const bool passive = clause.verb.voice == Voice::passive;
  const bool of_object = hit.form == WordEntry::Form::passive && !passive;
  if (hit.form == WordEntry::Form::verb && passive) return nullptr;
  for (const Part& part : clause.parts)
    if (part.role == (of_object ? PartRole::object : PartRole::subject)) return &part;
  return nullptr;
}

}  // namespace

// The road to Hale is not the road to Brill, and of "some schools" another story may tell of others.
bool ClaimMaker::said_of(const Part& part, SlotValue& who) const {
  if (!part_value(part, who)) return false;
  auto* phrase = std::get_if<Phrase>(&who.value);
  const NounGroup* group = phrase ? index_.group(part.head) : nullptr;
  if (!group) return true;
  if (index_.hit_at(group->first, index_.lists.not_all)) phrase->lemmas.emplace_back(kOfSome);
  const std::uint32_t end = index_.story.sentences[sentence_].last;
  if (group->last + 1 >= end || (index_.tag(group->last).xpos != Xpos::IN && index_.tag(group->last).xpos != Xpos::TO)) return true;
  if (const NounGroup* behind = index_.group(group->last + 1); behind && index_.tag(behind->head).upos == Upos::PROPN)
    phrase->lemmas.emplace_back(index_.tag(behind->head).form);
  return true;
}

// Whom the word says something of; `names`: it only names a thing, whatever its clause denies ("the left engine").
bool ClaimMaker::state_of(const WordHit& hit, const Clause& clause, SlotValue& who, bool& names) const {
  switch (hit.form) {
    case WordEntry::Form::verb: case WordEntry::Form::passive: {
      if (!clause.has_verb() || hit.head != clause.verb.head) return false;
      const Part* part = affected(clause, hit);
      return part && said_of(*part, who);
    }
    case WordEntry::Form::state: case WordEntry::Form::word: {
      if (const NounGroup* group = index_.group(hit.first); group && hit.last <= group->head) {
        who.value = values_.phrase(hit.last, group->last, group->head);
        who.span = index_.span(hit.last, group->last);
        return names = true;
      }
      bool found = false;
      if (clause.has_verb())
        for (const Part& part : clause.parts)
          if (part.role == PartRole::subject && !holds(part, hit.first)) found = said_of(part, who);
      return found;
    }
    case WordEntry::Form::noun: case WordEntry::Form::kind: break;
  }
  const NounGroup* group = index_.group(hit.head);
  if (!group || group->head != hit.head) return false;
  if (hit.last + 1 < index_.syntax.tokens.size() && index_.hit_at(hit.last, index_.lists.prep_of)) {
    const NounGroup* behind = index_.group(hit.last + 1);
    if (!behind) return false;
    Part of;
    of.first = hit.last + 1;
    of.last = behind->last;
    of.head = behind->head;
    return said_of(of, who);
  }
  if (group->possessor_end == kNone || group->possessor_end < group->first + 2) return false;
  who.value = values_.phrase(group->first, group->possessor_end - 1, group->possessor_end - 2);
  who.span = index_.span(group->first, group->possessor_end - 1);
  return true;
}

void ClaimMaker::from_state(std::uint32_t id, std::vector<Claim>& out) {
  const WordHit& hit = index_.syntax.hits[id];
  const ReadyKind& ready = programs_.ready.state;
  if (const StateWord word{hit.first, hit.last, hit.head, hit.form}; word != state_word_) {
    state_word_ = word;
    state_.clear();
    const std::uint32_t around = clause_around(index_, sentence_, hit.first, hit.last);
    SlotValue who;
    bool names = false;
    if (around == kNone || !state_of(hit, index_.syntax.clauses[around], who, names)) return;
    Claim& claim = blank(ready.kind, around, state_);
    who.slot = ready.who;
    claim.slots.reserve(2);
    claim.slots.push_back(std::move(who));
    add_slot(ready.is, {}, index_.span(hit.first, hit.last), claim);
    const bool denies = holds_no(index_, hit.first, hit.last);
    if (names || denies) claim.polarity = Polarity::affirmed;  // "showed no emotion" is so
    if (!denies && says_no(index_, hit.first, hit.first + 1)) claim.polarity = Polarity::negated;
    place(claim, index_.span(hit.first, hit.last));
  }
  if (state_.empty()) return;
  for (const ProgramSet::Line& known : programs_.lines_of[hit.list.index()]) {
    if (!programs_.exclusive[known.line.index()]) continue;
    out.push_back(state_.front());
    out.back().slots.back().value = Choice{known.line, known.covers, index_.rulebook[hit.list].name};
  }
}

}  // namespace crosscheck
