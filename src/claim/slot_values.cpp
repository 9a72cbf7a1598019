#include "claim/slot_values.h"

#include <algorithm>

namespace crosscheck {

bool is_content_word(const TaggedToken& token) {
  switch (token.upos) {
    case Upos::NOUN: case Upos::PROPN: case Upos::VERB: case Upos::ADJ: return true;
    default: return false;
  }
}

std::string ValueMaker::meaning(std::uint32_t token) const {
  for (std::uint32_t h = index_.hit_begin[token]; h < index_.hit_begin[token + 1]; ++h) {
    const WordHit& hit = index_.syntax.hits[h];
    if (hit.form == WordEntry::Form::noun && hit.last == token + 1 && programs_.synonyms[hit.list.index()])
      return index_.rulebook[hit.list].name;
  }
  return std::string(index_.tag(token).base);
}

Phrase ValueMaker::phrase(std::uint32_t first, std::uint32_t last, std::uint32_t head) const {
  Phrase phrase;
  phrase.lemmas.reserve(last - first);
  for (std::uint32_t t = first; t < last; ++t) {
    const TaggedToken& token = index_.tag(t);
    if (!is_content_word(token)) continue;
    if (token.upos == Upos::NOUN) phrase.lemmas.push_back(meaning(t));
    else if (token.upos == Upos::PROPN) phrase.lemmas.emplace_back(token.form);
    else phrase.lemmas.emplace_back(token.base);
    if (t == head) phrase.head = phrase.lemmas.back();
  }
  if (phrase.head.empty() && head != kNone && head < index_.syntax.tokens.size()) phrase.head = std::string(index_.tag(head).base);
  return phrase;
}

SlotValue ValueMaker::name(std::uint32_t mention) const {
  const NameMention& name = index_.mentions.names[mention];
  SlotValue out;
  out.span = name.at.span;
  Name value = name.name;
  if (name.entity < index_.mentions.entities.size()) {
    const StoryEntity& entity = index_.mentions.entities[name.entity];
    out.entity = name.entity;
    if (name.pronoun || name.epithet) {
      value.text = entity.name;
      value.key = entity.key;
    }
  }
  out.value = std::move(value);
  return out;
}

Choice ValueMaker::choice(ListId list, ChoiceId line) const {
  Choice choice;
  choice.choice = line;
  if (const ProgramSet::Leaves* leaves = programs_.leaves(line, list)) choice.covers = leaves->covers;
  choice.name = index_.rulebook[list].name;
  return choice;
}

SlotValue ValueMaker::meant(const Pattern::Meaning& meaning, const SlotDeclaration& slot, Span span) const {
  SlotValue out;
  out.slot = meaning.slot;
  out.value = choice(meaning.list, slot.choice);
  out.span = span;
  return out;
}

SlotValue ValueMaker::make(const Fill& fill, const SlotDeclaration& slot) const {
  SlotValue out;
  const Mentions& mentions = index_.mentions;
  switch (fill.from) {
    case Fill::From::quantity: {
      const QuantityMention& quantity = mentions.quantities[fill.index];
      out.value = quantity.value;
      out.span = fill.last > quantity.at.last ? cover(quantity.at.span, index_.span(fill.last - 1, fill.last)) : quantity.at.span;
      break;
    }
    case Fill::From::time:
      out.value = mentions.times[fill.index].value;
      out.span = mentions.times[fill.index].at.span;
      break;
    case Fill::From::score:
      out.value = mentions.scores[fill.index].value;
      out.span = mentions.scores[fill.index].at.span;
      break;
    case Fill::From::code:
      out.value = mentions.codes[fill.index].value;
      out.span = mentions.codes[fill.index].at.span;
      break;
    case Fill::From::quote:
      out.value = mentions.quotes[fill.index].words;
      out.span = mentions.quotes[fill.index].at.span;
      break;
    case Fill::From::title:
      out.value = mentions.titles[fill.index].office;
      out.span = mentions.titles[fill.index].at.span;
      break;
    case Fill::From::name: {
      out = name(fill.index);
      const NameMention& mention = mentions.names[fill.index];
      if (slot.type == SlotType::place && mention.entity < mentions.entities.size() && mentions.entities[mention.entity].place)
        out.value = *mentions.entities[mention.entity].place;
      break;
    }
    case Fill::From::hit: {
      const WordHit& hit = index_.syntax.hits[fill.index];
      out.value = choice(hit.list, slot.choice);
      out.span = index_.span(hit.first, hit.last);
      break;
    }
    case Fill::From::group: {
      const NounGroup& group = index_.syntax.noun_groups[fill.index];
      // Only what stands before the head, or the possessor, may have been taken.
      std::uint32_t head = group.head;
      if (head >= fill.last) head = fill.last - 1;
      out.value = phrase(fill.first, fill.last, head);
      std::uint32_t first = fill.first;
      while (first + 1 < fill.last && index_.tag(first).upos == Upos::DET) ++first;
      out.span = index_.span(first, fill.last);
      break;
    }
    case Fill::From::content: {
      std::uint32_t head = fill.first;  // the clause's first verb
      while (head + 1 < fill.last && index_.tag(head).upos != Upos::VERB) ++head;
      out.value = phrase(fill.first, fill.last, head);
      out.span = index_.span(fill.first, fill.last);
      break;
    }
  }
  out.slot = fill.slot;
  return out;
}

}  // namespace crosscheck
