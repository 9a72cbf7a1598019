// Ages: "10-year-old", "34 years old", "aged 34", "Petra Lund, 34,", "she was 34", "drivers over 70".
#include "mention/quantity_draft.h"

namespace crosscheck {

using Kind = Lexeme::Kind;

// "she was 34", "who will be 36 in May": closed by a mark or by words that speak of a time.
bool QuantityFinder::age_behind_verb(const SentenceReading& r, const Draft& d) const {
  std::size_t at = d.first;
  while (at > 0 && r.tag(at - 1).upos == Upos::ADV) --at;
  const std::size_t verb = at;
  while (at > 0 && (r.tag(at - 1).upos == Upos::AUX || r.has(at - 1, FigureSection::age_verb))) --at;
  const bool turned = at < verb && r.has(verb - 1, FigureSection::age_verb);
  const bool closed = turned || d.last >= r.size() || r.is(d.last, Kind::mark) || r.has(d.last, FigureSection::age_closer);
  return at < verb && at > 0 && r.has(at - 1, FigureSection::person_pronoun) && closed;
}

// "Petra Lund, 34,", "a girl, 10,", "drivers over 70"
bool QuantityFinder::stands_as_age(const SentenceReading& r, const Draft& d) const {
  const std::size_t i = d.amount.first;
  const auto person = [&](std::size_t k) {
    return r.tag(k).upos == Upos::NOUN && language_.noun_class(singular(r, k)) == NounClass::person;
  };
  if ((d.at_least || d.at_most) && d.first > 0 && d.value.unit.empty() && person(d.first - 1) && r.tag(d.first - 1).xpos == Xpos::NNS) {
    const bool counts = d.last < r.size() && r.is(d.last, Kind::word) && (r.tag(d.last).xpos == Xpos::NNS || r.tag(d.last).upos == Upos::ADJ);
    return !counts;
  }
  if (i < 2 || !r.is_mark(i - 1, ',')) return false;
  const bool comma = r.is_mark(d.last, ',');
  const bool closed = comma || d.last >= r.size() || r.is_mark(d.last, '.') || r.is_mark(d.last, ')');
  return (r.tag(i - 2).upos == Upos::PROPN && closed) || (comma && person(i - 2));
}

// "10-year-old", "34 years old", "aged 34", "Petra Lund, 34,"
bool QuantityFinder::age(const SentenceReading& r, Draft& d) const {
  if (d.amount.has_unit() && d.kind != QuantityKind::duration) return false;
  const PhraseFound aged = r.find_before(d.first, FigureSection::aged);
  if (d.kind == QuantityKind::duration) {
    const std::size_t end = d.amount.suspended ? d.amount.suspended_end : d.last;  // "10- and 12-year-olds"
    const std::size_t next = r.is(end, Kind::hyphen) ? end + 1 : end;
    const PhraseFound old = r.find(next, FigureSection::old);
    if (!old && !aged) return false;
    if (old && !d.amount.suspended) d.last = next + old.length;
  } else {
    if (d.amount.numeral.vague || d.amount.low < 0 || d.amount.high > 125) return false;
    const std::size_t i = d.amount.first;
    const bool years = r[i].whole_token && d.amount.numeral.figures && r[i].digits <= 3 && r[i].decimals == 0 && !r[i].leading_zero;
    const PhraseFound old = r.find(d.last, FigureSection::old);
    const bool abbreviated = years && old && old.figure.low == 2;  // "a 34 yo man"
    if (!aged && !abbreviated && !(years && (stands_as_age(r, d) || age_behind_verb(r, d)))) return false;
    if (abbreviated) d.last += old.length;
  }
  d.kind = QuantityKind::age;
  d.first -= aged.length;
  if (aged) hedges(r, d);  // "over the age of 17"
  return true;
}

}  // namespace crosscheck
