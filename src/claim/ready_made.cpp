// The kinds that need no pattern: clause, quote, name, wording, statement.
#include <algorithm>

#include "claim/claim_maker.h"

namespace crosscheck {
// Who or what a part speaks of: a name that is its head, else the noun group.
bool ClaimMaker::part_value(const Part& part, SlotValue& out) const {
  if (part.head == kNone || part.head < part.first || part.head >= part.last) return false;
  const NounGroup* group = index_.group(part.head);
  if (!group) return false;
  for (std::uint32_t t = group->first; t < group->last; ++t)
    for (std::uint32_t r = index_.ref_begin[t]; r < index_.ref_begin[t + 1]; ++r) {
      const MentionRef& ref = index_.refs[r];
      if (ref.type != MentionType::name || ref.first > part.head || ref.last <= part.head) continue;
      out = values_.name(ref.index);
      return true;
    }
  for (std::uint32_t t = part.first; t < group->last; ++t)  // "US Secretary of State Rosa Keane"
    for (std::uint32_t r = index_.ref_begin[t]; r < index_.ref_begin[t + 1]; ++r) {
      if (index_.refs[r].type != MentionType::title || index_.refs[r].last <= part.head) continue;
      const std::uint32_t holder = holder_of(index_.refs[r]);
      if (holder == kNone) continue;
      const bool apposed = index_.refs[r].last == part.last && index_.mentions.titles[index_.refs[r].index].person == holder;
      if (index_.mentions.names[holder].at.last > part.last && !apposed) continue;  // "the pilot, Rosa Keane, …"
      out = values_.name(holder);
      return true;
    }
  if (part.named != kNone)  // "the leader, Holm"
    for (std::uint32_t r = index_.ref_begin[part.named]; r < index_.ref_begin[part.named + 1]; ++r)
      if (index_.refs[r].type == MentionType::name && index_.refs[r].last > part.named) {
        out = values_.name(index_.refs[r].index);
        return true;
      }
  if (group->pronoun) return false;  // nobody knows who "they" are
  out.value = values_.phrase(group->first, group->last, group->head);
  std::uint32_t first = group->first;
  while (first + 1 < group->last && index_.tag(first).upos == Upos::DET) ++first;
  out.span = index_.span(first, group->last);
  return true;
}

// The verb as a word of each [choices] line that knows it, and as itself.
void ClaimMaker::add_verb(const Clause& clause, std::uint32_t slot, Claim& claim) const {
  const Rulebook& rulebook = index_.rulebook;
  SlotValue value;
  value.slot = slot;
  value.span = index_.span(clause.verb.head, clause.verb.head + 1);
  Phrase verb;
  verb.head = std::string(index_.tag(clause.verb.head).base);
  verb.lemmas.push_back(verb.head);
  const bool loose = rulebook[claim.kind].loose;
  const WordHit* little = index_.hit_at(clause.verb.head, index_.lists.thin_verb);
  const bool thin = little && little->head == clause.verb.head;
  for (std::uint32_t h = index_.hit_begin[clause.verb.head]; h < index_.hit_begin[clause.verb.head + 1]; ++h) {
    const WordHit& hit = index_.syntax.hits[h];
    const bool active = hit.form == WordEntry::Form::verb, passive = hit.form == WordEntry::Form::passive;
    if (hit.head != clause.verb.head || (!active && !passive)) continue;
    const bool tells = programs_.asked[hit.list.index()] || !programs_.lines_of[hit.list.index()].empty();
    if (loose && tells && !thin) verb.lemmas.push_back(kListMark + rulebook[hit.list].name);  // verbs of one list are alike, whoever does it
    if (active != (clause.verb.voice == Voice::active)) continue;
    for (const ProgramSet::Line& known : programs_.lines_of[hit.list.index()]) {
      const ChoiceId line = known.line;
      Choice choice;
      choice.choice = line;
      choice.covers = known.covers;
      choice.name = rulebook[hit.list].name;
      const auto same = [&](const SlotValue& s) {
        const Choice* c = std::get_if<Choice>(&s.value);
        return c && c->choice == line;
      };
      if (std::any_of(claim.slots.begin(), claim.slots.end(), same)) continue;  // the first hit is the longest
      SlotValue word = value;
      word.value = std::move(choice);
      claim.slots.push_back(std::move(word));
    }
  }
  value.value = std::move(verb);
  claim.slots.push_back(std::move(value));
}

void ClaimMaker::from_clause(std::uint32_t id, std::vector<Claim>& out) {
  const Clause& clause = index_.syntax.clauses[id];
  if (!clause.has_verb()) return;
  const ReadyKind& ready = programs_.ready.clause;
  SlotValue who, what;
  std::uint32_t number = kNone;
  bool has_who = false, has_what = false;
  Span own = index_.span(clause.verb.first, clause.verb.last);
  for (const Part& part : clause.parts) {
    const bool subject = part.role == PartRole::subject;
    const bool object = part.role == PartRole::object || part.role == PartRole::complement;
    if (!subject && !object) continue;
    SlotValue value;
    if ((subject ? has_who : has_what) || !part_value(part, value)) continue;
    if (!part.borrowed) own = cover(own, value.span);
    (subject ? has_who : has_what) = true;
    (subject ? who : what) = std::move(value);
    const NounGroup* group = index_.group(part.head);
    for (std::uint32_t t = group->first; t < group->last && number == kNone; ++t)
      for (std::uint32_t r = index_.ref_begin[t]; r < index_.ref_begin[t + 1]; ++r)
        if (index_.refs[r].type == MentionType::quantity && index_.mentions.quantities[index_.refs[r].index].kind != QuantityKind::ordinal)
          number = index_.refs[r].index;
  }
  if (!has_who) return;
  Claim& claim = blank(ready.kind, id, out);
  claim.slots.reserve(4);
  who.slot = ready.who;
  claim.slots.push_back(std::move(who));
  add_verb(clause, ready.does, claim);
  if (has_what) {
    what.slot = ready.what;
    claim.slots.push_back(std::move(what));
  }
  if (number != kNone) {
    SlotValue& value = claim.slots.emplace_back();
    value.slot = ready.number;
    value.value = index_.mentions.quantities[number].value;
    value.span = index_.mentions.quantities[number].at.span;
  }
  for (const Part& part : clause.parts)
    if (part.role == PartRole::subject && part.first < part.last && says_no(index_, part.first, part.first + 1))
      claim.polarity = Polarity::negated;
  place(claim, own);
}

void ClaimMaker::from_quote(std::uint32_t id, std::vector<Claim>& out) {
  const QuoteMention& quote = index_.mentions.quotes[id];
  if (quote.words.words.empty()) return;
  const ReadyKind& ready = programs_.ready.quote;
  Claim& claim = blank(ready.kind, clause_around(index_, sentence_, quote.at.first, quote.at.last), out);
  claim.polarity = Polarity::affirmed;
  claim.modality = Modality::actual;
  if (quote.speaker != kNone && quote.speaker < index_.mentions.names.size()) {
    SlotValue speaker = values_.name(quote.speaker);
    speaker.slot = ready.speaker;
    claim.slots.push_back(std::move(speaker));
  } else if (!quote.speaker_span.empty()) {
    SlotValue speaker;
    speaker.slot = ready.speaker;
    speaker.span = quote.speaker_span;
    Phrase phrase;
    const auto& tokens = index_.story.tokens;
    auto t = std::lower_bound(tokens.begin(), tokens.end(), quote.speaker_span.begin,
                              [](const Token& token, std::uint32_t begin) { return token.begin < begin; });
    for (; t != tokens.end() && t->end <= quote.speaker_span.end; ++t) {
      const TaggedToken& token = index_.tag(static_cast<std::uint32_t>(t - tokens.begin()));
      if (is_content_word(token)) phrase.lemmas.emplace_back(token.base);
    }
    if (!phrase.lemmas.empty()) phrase.head = phrase.lemmas.back();
    speaker.value = std::move(phrase);
    claim.slots.push_back(std::move(speaker));
  }
  SlotValue words;
  words.slot = ready.words;
  words.value = quote.words;
  words.span = quote.words_span;
  claim.slots.push_back(std::move(words));
  place(claim, quote.at.span);
}

void ClaimMaker::from_name(std::uint32_t id, std::vector<Claim>& out) {
  const ReadyKind& ready = programs_.ready.name;
  Claim& claim = blank(ready.kind, kNone, out);
  SlotValue who = values_.name(id);
  who.slot = ready.who;
  const Span span = who.span;
  claim.slots.push_back(std::move(who));
  claim.span = span;  // without voices: spelling is the outlet's own
}

void ClaimMaker::from_wording(std::vector<Claim>& out) {
  const Sentence& sentence = index_.story.sentences[sentence_];
  blank(programs_.ready.wording.kind, kNone, out).span = index_.span(sentence.first, sentence.last);
}

// The words of a clause without those of the clauses at its ends, or before a last comma there: they are statements of their own.
void ClaimMaker::from_statement(std::uint32_t id, std::vector<Claim>& out) {
  constexpr std::uint32_t kGap = 2;  // a comma, a quotation mark
  const Clause& clause = index_.syntax.clauses[id];
  std::uint32_t first = clause.first, last = clause.last;
  for (std::uint32_t c = first_clause_; c < index_.syntax.clause_begin[sentence_ + 1]; ++c) {
    const Clause& other = index_.syntax.clauses[c];
    if (c == id || !clause.has_verb() || !other.has_verb()) continue;
    if (other.first >= clause.verb.last && other.last + kGap >= last) last = std::min(last, other.first);
    if (other.last <= clause.verb.first && other.first <= first + kGap) first = std::max(first, other.last);
  }
  bool tells = false;
  for (std::uint32_t t = first; t < last && !tells; ++t) tells = is_content_word(index_.tag(t));
  if (tells) place(blank(programs_.ready.statement.kind, id, out), index_.span(first, last));
}

}  // namespace crosscheck
