#include "claim/worlds.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::int64_t kHalfYear = 183LL * 24 * 3600;  // seconds
constexpr std::uint32_t kMostParents = 6;
constexpr std::uint32_t kNearMarker = 5;  // tokens before "when" in which the day it stands for begins

// The weaker of two worlds wins: what may happen if it is planned, may happen.
int weakness(Modality m) {
  switch (m) {
    case Modality::actual: return 0;
    case Modality::historical: return 1;
    case Modality::planned: return 2;
    case Modality::alleged: return 3;
    case Modality::forecast: return 4;
    case Modality::possible: return 5;
    case Modality::hypothetical: return 6;
    case Modality::asked: return 7;
    case Modality::denied: return 8;
  }
  return 0;
}
Modality weaker(Modality a, Modality b) { return weakness(a) >= weakness(b) ? a : b; }

// Does the entry found stand at this verb? A passive entry ("be expected") wants a passive verb group.
bool at_verb(const WordHit& hit, std::uint32_t token, Voice voice) {
  if (hit.head != token) return false;
  switch (hit.form) {
    case WordEntry::Form::verb: return voice == Voice::active;
    case WordEntry::Form::passive: return voice == Voice::passive;
    default: return true;
  }
}

bool verb_in(const StoryIndex& index, std::uint32_t token, ListId list, Voice voice) {
  for (std::uint32_t h = index.hit_begin[token]; h < index.hit_begin[token + 1]; ++h)
    if (index.syntax.hits[h].list == list && at_verb(index.syntax.hits[h], token, voice)) return true;
  return false;
}

// The worlds (EngineLists::World) that the token speaks of as a word as written, not as a verb that only may be meant ("be to").
std::uint8_t worlds_at(const StoryIndex& index, std::uint32_t token) {
  std::uint8_t worlds = 0;
  for (std::uint32_t h = index.hit_begin[token]; h < index.hit_begin[token + 1]; ++h) {
    const WordHit& hit = index.syntax.hits[h];
    if (hit.form == WordEntry::Form::word && hit.last == token + 1) worlds |= index.lists.worlds[hit.list.index()];
  }
  return worlds;
}

std::optional<Modality> world_of_verb(const StoryIndex& index, std::uint32_t token, Voice voice) {
  std::uint8_t worlds = 0;
  for (std::uint32_t h = index.hit_begin[token]; h < index.hit_begin[token + 1]; ++h) {
    const WordHit& hit = index.syntax.hits[h];
    const std::uint8_t known = index.lists.worlds[hit.list.index()];
    if (known != 0 && at_verb(hit, token, voice)) worlds |= known;
  }
  using Lists = EngineLists;
  if (worlds == 0) return std::nullopt;
  if (worlds & Lists::kDenied) return Modality::denied;
  if (worlds & Lists::kAsked) return Modality::asked;
  if (worlds & Lists::kPossible) return Modality::possible;
  if (worlds & Lists::kForecast) return Modality::forecast;
  if (worlds & Lists::kAlleged) return Modality::alleged;
  if (worlds & Lists::kPlanned) return Modality::planned;
  return Modality::hypothetical;
}

// Words that belong to the clause itself: its verb group and the tokens of its parts that stand at their own place, content
// clauses left out.
template <class F>
void own_stretches(const Clause& clause, F f) {
  for (const Part& part : clause.parts)
    if (!part.borrowed && part.role != PartRole::content && part.first < part.last) f(part);
}

Voice voice_at(const StoryIndex& index, const Clause& clause, std::uint32_t verb) {
  if (clause.has_verb() && clause.verb.head == verb) return clause.verb.voice;
  return index.tag(verb).xpos == Xpos::VBN ? Voice::passive : Voice::active;
}

// Does another clause of the sentence that lies inside this one hold the token as its own?
bool in_other_clause(const StoryIndex& index, const Clause& clause, std::uint32_t token) {
  const Syntax& syntax = index.syntax;
  for (std::uint32_t c = syntax.clause_begin[clause.sentence]; c < syntax.clause_begin[clause.sentence + 1]; ++c) {
    const Clause& other = syntax.clauses[c];
    if (&other == &clause || !other.has_verb() || token < other.first || token >= other.last) continue;
    if (other.first >= clause.first && other.last <= clause.last && other.last - other.first < clause.last - clause.first) return true;
  }
  return false;
}

// "She said the road would stay shut": sequence of tenses. "She said she would go if it rained" is a condition.
bool backshifted(const StoryIndex& index, const Clause& clause, std::uint32_t modal) {
  if (clause.relation != ClauseRelation::content || clause.parent_verb == kNone || !index.hit_at(modal, index.lists.backshifted)) return false;
  const Xpos tense = index.tag(clause.parent_verb).xpos;
  if ((tense != Xpos::VBD && tense != Xpos::VBN) || !index.hit_at(clause.parent_verb, index.lists.say)) return false;
  const Syntax& syntax = index.syntax;
  for (std::uint32_t c = syntax.clause_begin[clause.sentence]; c < syntax.clause_begin[clause.sentence + 1]; ++c)
    if (const std::uint32_t marker = syntax.clauses[c].marker; marker != kNone && (worlds_at(index, marker) & EngineLists::kHypothetical)) return false;
  return true;
}

Modality own_world(const StoryIndex& index, const Clause& clause) {
  Modality world = Modality::actual;
  const EngineLists& lists = index.lists;
  if (clause.has_verb()) {
    const VerbGroup& verb = clause.verb;
    if (verb.tense == Tense::future) world = Modality::planned;
    for (std::uint32_t t = verb.first; t < verb.last; ++t) {
      if (t == verb.head) continue;
      const std::uint8_t worlds = worlds_at(index, t);
      if (worlds & EngineLists::kPossible) world = weaker(world, Modality::possible);
      else if (worlds & EngineLists::kHypothetical) world = weaker(world, backshifted(index, clause, t) ? Modality::planned : Modality::hypothetical);
      else if (worlds & EngineLists::kPlanned) world = weaker(world, Modality::planned);
      else if (worlds & EngineLists::kAlleged) world = weaker(world, Modality::alleged);
    }
    // "is due in Leeds", "is set to": the clause's own verb; a plan that is itself the verb ("planned a trip") counts too
    if (const auto own = world_of_verb(index, verb.head, verb.voice); own && *own != Modality::denied && *own != Modality::asked)
      world = weaker(world, *own);
  }
  own_stretches(clause, [&](const Part& part) {
    if (part.role == PartRole::subject || part.role == PartRole::object || part.role == PartRole::verb) return;
    for (std::uint32_t t = part.first; t < part.last && t <= part.first; ++t)
      if (clause.has_verb() && index.tag(clause.verb.head).upos == Upos::AUX)  // "is due", "is set"
        if (const auto state = world_of_verb(index, t, Voice::passive); state) world = weaker(world, *state);
  });
  for (std::uint32_t t = clause.first; t < clause.last; ++t)  // adverbs stand between the parts
    if (index.tag(t).upos == Upos::ADV && index.hit_at(t, lists.alleged) && !in_other_clause(index, clause, t))
      world = weaker(world, Modality::alleged);
  const std::uint8_t marked = clause.marker != kNone ? worlds_at(index, clause.marker) : 0;
  if (marked & EngineLists::kHypothetical) world = weaker(world, Modality::hypothetical);
  if (marked & EngineLists::kAsked) world = weaker(world, Modality::asked);
  return world;
}

// What the verbs above say: "is expected to", "denied that", "planned to". A relative or adverbial clause stands on its own.
void inherit_world(const StoryIndex& index, const Clause& clause, ClauseWorld& world) {
  const Clause* c = &clause;
  for (std::uint32_t depth = 0; depth < kMostParents; ++depth) {
    const bool hangs = c->relation == ClauseRelation::content || c->relation == ClauseRelation::infinitive ||
                       c->relation == ClauseRelation::quoted;
    if (!hangs || c->parent == kNone || c->parent >= index.syntax.clauses.size()) return;
    const Clause& parent = index.syntax.clauses[c->parent];
    if (c->parent_verb != kNone) {
      if (const auto said = world_of_verb(index, c->parent_verb, voice_at(index, parent, c->parent_verb)))
        world.modality = weaker(world.modality, *said);
      const bool governs = parent.has_verb() && parent.verb.head == c->parent_verb;
      if (verb_in(index, c->parent_verb, index.lists.not_done, parent.verb.voice)) {
        if (c->relation == ClauseRelation::infinitive) world.polarity = Polarity::negated;
      } else if (c->relation == ClauseRelation::infinitive && !verb_in(index, c->parent_verb, index.lists.brought_about, voice_at(index, parent, c->parent_verb))) {
        world.modality = weaker(world.modality, Modality::planned);
      }
      if (governs && parent.verb.negated && c->relation == ClauseRelation::infinitive) {
        world.polarity = world.polarity == Polarity::negated ? Polarity::affirmed : Polarity::negated;
      }
    }
    if (c->relation == ClauseRelation::infinitive) {
      if (c->parent_verb == kNone) world.modality = weaker(world.modality, Modality::planned);  // to what end
      world.modality = weaker(world.modality, own_world(index, parent));
    }
    c = &parent;
  }
}

// "Turnout was 64 percent, against 58 percent in the vote of 2019", "more than in 2019": the time is that of what the clause
// holds its own figure against.
bool of_comparison(const StoryIndex& index, std::uint32_t first, std::uint32_t time) {
  constexpr std::uint32_t kFar = 12, kBetween = 2;  // words from the one to the other; hedges before a figure
  for (std::uint32_t t = time; t > first && time - t < kFar;) {
    if (index.tag(--t).upos == Upos::PUNCT) return false;
    const WordHit* word = index.hit_at(t, index.lists.compared);
    if (!word) continue;
    if (word->last + 1 >= time) return true;
    for (std::uint32_t q = word->last; q <= word->last + kBetween && q < time; ++q)
      for (std::uint32_t r = index.ref_begin[q]; r < index.ref_begin[q + 1]; ++r)
        if (index.refs[r].type == MentionType::quantity) return true;
  }
  return false;
}

void find_when(const StoryIndex& index, const Clause& clause, ClauseWorld& world) {
  const TimeMention* best = nullptr;
  int best_rank = 0;
  const auto offer = [&](std::uint32_t first, std::uint32_t last, int rank) {
    for (std::uint32_t r = index.ref_begin[first]; r < index.ref_begin[last]; ++r) {
      const MentionRef& ref = index.refs[r];
      const std::uint32_t t = ref.first;
      if (ref.type != MentionType::time || in_other_clause(index, clause, t)) continue;
      const TimeMention& time = index.mentions.times[ref.index];
      if (time.kind == TimeKind::set || time.value.from >= time.value.to) continue;
      if (t > first && index.hit_at(t - 1, index.lists.from_then)) continue;
      if (of_comparison(index, clause.first, t)) continue;
      // Of two the finer one tells more: "at 6 a.m. on Tuesday".
      const int finer = rank * 16 + (12 - static_cast<int>(time.value.granularity));
      if (!best || finer > best_rank) { best = &time; best_rank = finer; }
    }
  };
  own_stretches(clause, [&](const Part& part) {
    if (part.role == PartRole::subject || part.role == PartRole::object || part.role == PartRole::agent) offer(part.first, part.last, 1);
    else if (part.role != PartRole::verb) offer(part.first, part.last, 2);
  });
  if (!best) offer(clause.first, clause.last, 0);
  if (!best && clause.relation == ClauseRelation::relative) {  // "since March 2012, when the mill burned down"
    const std::uint32_t open = clause.marker != kNone ? clause.marker : clause.first;
    for (std::uint32_t back = 1; back <= kNearMarker && back <= open && !best; ++back)
      for (std::uint32_t r = index.ref_begin[open - back]; r < index.ref_begin[open - back + 1]; ++r)
        if (index.refs[r].type == MentionType::time && index.refs[r].last + 1 >= open) best = &index.mentions.times[index.refs[r].index];
  }
  if (!best) return;
  world.when = best->value;
  world.when_span = best->at.span;
}

// "in Hallow Bay, the US state of Ohio": the place named behind the comma holds the one before it.
void add_outer_place(const StoryIndex& index, std::uint32_t token, Place& place) {
  if (token + 1 >= index.syntax.tokens.size() || index.tag(token).xpos != Xpos::COMMA) return;
  constexpr std::uint32_t kFar = 6;  // tokens
  const Place* outer = nullptr;
  for (std::uint32_t t = token + 1; t < token + kFar && t < index.syntax.tokens.size(); ++t) {
    if (index.sentence_of[t] != index.sentence_of[token] || index.tag(t).upos == Upos::PUNCT) break;
    const Upos upos = index.tag(t).upos;
    if (upos != Upos::PROPN && upos != Upos::DET && upos != Upos::NOUN && upos != Upos::ADJ && !index.hit_at(t, index.lists.prep_of)) break;
    for (std::uint32_t r = index.ref_begin[t]; r < index.ref_begin[t + 1]; ++r) {
      if (index.refs[r].type != MentionType::name) continue;
      const NameMention& name = index.mentions.names[index.refs[r].index];
      if (name.kind != NameKind::place || name.entity >= index.mentions.entities.size()) continue;
      const std::optional<Place>& found = index.mentions.entities[name.entity].place;
      if (found && !found->chain.empty() && found->chain.front() != place.chain.front()) outer = &*found;
    }
  }
  if (outer) place.chain.insert(place.chain.end(), outer->chain.begin(), outer->chain.end());
}

void find_where(const StoryIndex& index, const Clause& clause, ClauseWorld& world) {
  const auto offer = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t r = index.ref_begin[first]; r < index.ref_begin[last]; ++r) {
      const MentionRef& ref = index.refs[r];
      const std::uint32_t t = ref.first;
      if (world.where || ref.type != MentionType::name) continue;
      const NameMention& name = index.mentions.names[ref.index];
      if (name.kind != NameKind::place || name.entity >= index.mentions.entities.size()) continue;
      std::uint32_t before = t;  // the preposition stands before the noun group
      if (const NounGroup* group = index.group(t)) {
        if (group->head >= ref.last) continue;  // "the Florida meeting" is no place of the clause
        before = group->first;
      }
      if (before > 0 && index.hit_at(before - 1, index.lists.prep_of) && before > 1)  // "in the US state of Florida"
        if (const NounGroup* outer = index.group(before - 2)) before = outer->first;
      if (before == 0 || !index.hit_at(before - 1, index.lists.at_place) || in_other_clause(index, clause, t)) continue;
      const std::optional<Place>& place = index.mentions.entities[name.entity].place;
      if (!place || place->chain.empty()) continue;
      world.where = *place;
      if (index.hit_at(before - 1, index.lists.near_place)) {  // "near Oslo" may be another town
        world.where->kinds.resize(world.where->chain.size());
        world.where->kinds.front() = kOverlappingKind;
      }
      if (world.where->chain.size() == 1) add_outer_place(index, ref.last, *world.where);
      world.where_span = name.at.span;
      world.where_entity = name.entity;
    }
  };
  own_stretches(clause, [&](const Part& part) {
    if (part.role == PartRole::oblique || part.role == PartRole::other || part.role == PartRole::complement) offer(part.first, part.last);
  });
  if (!world.where)
    own_stretches(clause, [&](const Part& part) {
      if (part.role == PartRole::object || part.role == PartRole::second_object || part.role == PartRole::subject) offer(part.first, part.last);
    });
}

bool is_question(const StoryIndex& index, const Clause& clause) {
  const Sentence& sentence = index.story.sentences[clause.sentence];
  if (sentence.last <= sentence.first) return false;
  const std::string_view end = index.story.words(index.story.tokens[sentence.last - 1]);
  return !end.empty() && end.find('?') != std::string_view::npos;
}

// "The fair opens on 3 May": the present tense of what is on the programme.
bool lies_ahead(const Story& story, const Clause& clause, const TimeRange& when) {
  if (!story.published || !clause.has_verb() || !clause.verb.finite || clause.verb.tense != Tense::present || clause.verb.perfect) return false;
  return when.granularity <= Granularity::month && when.from >= story.published->to;
}

}  // namespace

bool is_history(const Story& story, const TimeRange& when) {
  if (!story.published || when.granularity == Granularity::unknown) return false;  // "at 5:22" of a day not known
  return when.to + kHalfYear < story.published->from;
}

bool holds_no(const StoryIndex& index, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t t = first; t < last; ++t)
    if (index.hit_at(t, index.lists.no_one) || index.hit_at(t, index.lists.negator)) return true;
  return false;
}

bool says_no(const StoryIndex& index, std::uint32_t first, std::uint32_t last) {
  if (holds_no(index, first, last)) return true;
  return first > 0 && index.sentence_of[first - 1] == index.sentence_of[first] && index.hit_at(first - 1, index.lists.no_one);
}

std::optional<Modality> world_of_words(const StoryIndex& index, std::uint32_t first, std::uint32_t last) {
  const std::uint32_t from = first > 0 && index.sentence_of[first - 1] == index.sentence_of[first] ? first - 1 : first;
  const auto adjective = [&](ListId list) {
    if (!list.valid()) return false;
    for (std::uint32_t t = from; t < last; ++t)
      for (std::uint32_t h = index.hit_begin[t]; h < index.hit_begin[t + 1]; ++h) {
        const WordHit& hit = index.syntax.hits[h];
        if (hit.list == list && hit.form == WordEntry::Form::word && hit.last <= last) return true;
      }
    return false;
  };
  if (adjective(index.lists.alleged)) return Modality::alleged;
  if (adjective(index.lists.forecast)) return Modality::forecast;
  if (adjective(index.lists.planned)) return Modality::planned;
  return std::nullopt;
}

ClauseWorld world_of(const StoryIndex& index, const Clause& clause) {
  ClauseWorld world;
  world.polarity = clause.has_verb() && clause.verb.negated ? Polarity::negated : Polarity::affirmed;
  world.modality = own_world(index, clause);
  inherit_world(index, clause, world);
  const bool has_subject = std::any_of(clause.parts.begin(), clause.parts.end(), [](const Part& p) { return p.role == PartRole::subject; });
  if (clause.has_verb() && !clause.verb.finite && clause.verb.first > 0 && index.tag(clause.verb.first - 1).xpos == Xpos::IN &&
      index.hit_at(clause.verb.first - 1, index.lists.no_one))
    world.polarity = Polarity::negated;  // "left without signing"
  else if (clause.has_verb() && !clause.verb.finite && !has_subject && clause.verb.voice == Voice::active)
    world.modality = weaker(world.modality, Modality::planned);  // "for ending the strike": whether it came about is not said
  if (is_question(index, clause)) world.modality = weaker(world.modality, Modality::asked);
  find_when(index, clause, world);
  find_where(index, clause, world);
  if (world.modality == Modality::actual && world.when && is_history(index.story, *world.when)) world.modality = Modality::historical;
  if (world.modality == Modality::actual && world.when && lies_ahead(index.story, clause, *world.when)) world.modality = Modality::planned;
  return world;
}

std::uint32_t clause_around(const StoryIndex& index, std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
  const Syntax& syntax = index.syntax;
  std::uint32_t best = kNone;
  for (std::uint32_t c = syntax.clause_begin[sentence]; c < syntax.clause_begin[sentence + 1]; ++c) {
    const Clause& clause = syntax.clauses[c];
    if (clause.first > first || clause.last < last) continue;
    if (best == kNone || clause.last - clause.first < syntax.clauses[best].last - syntax.clauses[best].first) best = c;
  }
  if (best == kNone && syntax.clause_begin[sentence] < syntax.clause_begin[sentence + 1]) best = syntax.clause_begin[sentence];
  return best;
}

std::uint32_t clause_with_verb(const StoryIndex& index, std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
  const std::vector<Clause>& clauses = index.syntax.clauses;
  std::uint32_t clause = clause_around(index, sentence, first, last);
  while (clause != kNone && clause < clauses.size() && !clauses[clause].has_verb()) clause = clauses[clause].parent;
  return clause < clauses.size() ? clause : kNone;
}

}  // namespace crosscheck
