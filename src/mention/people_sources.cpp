#include "mention/people_sources.h"

namespace crosscheck::people {

Sources::Sources(const Work& work) : w_(work) {
  name_at.assign(w_.flags.size(), kNone);
  for (std::uint32_t i = 0; i < w_.out.names.size(); ++i) {
    const NameMention& n = w_.out.names[i];
    for (std::uint32_t t = n.at.first; t < n.at.last; ++t)
      if (name_at[t] == kNone || n.epithet) name_at[t] = i;
  }
}

// "a spokesman for Holm", "two people in Lund": the name is not the one who speaks.
bool Sources::of_another(std::uint32_t name, Range by) const {
  const NameMention& n = w_.out.names[name];
  std::uint32_t t = n.at.first;
  if (n.title != kNone && w_.out.titles[n.title].at.last == t) t = w_.out.titles[n.title].at.first;
  while (t > by.first && (w_.upos(t - 1) == Upos::DET || w_.upos(t - 1) == Upos::ADJ || w_.upos(t - 1) == Upos::NOUN)) --t;
  return t > by.first && w_.upos(t - 1) == Upos::ADP;
}

// The name that a source is: at its head, of whoever holds the title at its head, else the only one that can speak.
std::uint32_t Sources::name_of(Range by, std::uint32_t head) const {
  const std::uint32_t at_end = by.last > by.first && by.last <= name_at.size() ? name_at[by.last - 1] : kNone;
  if (at_end != kNone && w_.out.names[at_end].kind == NameKind::person && !of_another(at_end, by)) return at_end;
  if (head != kNone && head < name_at.size() && name_at[head] != kNone) return name_at[head];
  std::uint32_t person = kNone, outlet = kNone, body = kNone;
  for (std::uint32_t t = by.first; t < by.last && t < name_at.size(); ++t) {
    const std::uint32_t n = name_at[t];
    if (n == kNone || w_.possessive(w_.out.names[n].at.last)) continue;
    if (comma(t) && person != kNone) break;
    const NameKind kind = w_.out.names[n].kind;
    if (kind != NameKind::outlet && of_another(n, by)) continue;
    if (kind == NameKind::person && person == kNone) person = n;
    if (kind == NameKind::outlet && outlet == kNone) outlet = n;
    if ((kind == NameKind::organization || kind == NameKind::place || kind == NameKind::other) && t + 1 == by.last) body = n;
  }
  if (outlet == kNone)
    for (std::uint32_t t = by.first; t < by.last && t < name_at.size(); ++t)
      if (name_at[t] != kNone && w_.out.names[name_at[t]].kind == NameKind::outlet) outlet = name_at[t];
  if (person != kNone) return person;
  return outlet != kNone ? outlet : body;
}

SourceGrade Sources::grade_of(Range by, std::uint32_t name) const {
  std::uint64_t all = 0;
  bool noun = false;
  for (std::uint32_t t = by.first; t < by.last; ++t) {
    all |= w_.flags[t];
    const Upos u = w_.upos(t);
    noun = noun || u == Upos::NOUN || u == Upos::PRON || u == Upos::PROPN || u == Upos::NUM ||
           (t + 1 == by.last && (u == Upos::DET || (u == Upos::ADJ && t > by.first)));  // "two in three", "another", "the 44-year-old"
  }
  if (name != kNone && w_.out.names[name].kind == NameKind::outlet) return SourceGrade::agency;
  if (name != kNone && w_.out.names[name].kind == NameKind::person) return SourceGrade::named;
  if (all & kAnonymous) return SourceGrade::anonymous;
  if (all & kWitness) return SourceGrade::witness;
  if (all & kSeveral) return SourceGrade::several;
  if (name != kNone) return SourceGrade::named;
  if (all & kDocument) return SourceGrade::document;
  return noun ? SourceGrade::described : SourceGrade::nobody;
}

// Can the head of a nameless source speak at all?
bool Sources::speaks(Range by, std::uint32_t head) const {
  std::uint64_t all = 0;
  for (std::uint32_t t = by.first; t < by.last; ++t) all |= w_.flags[t];
  constexpr std::uint64_t kVoices = kAnonymous | kWitness | kSeveral | kDocument | kSpeakingBody | kBodyEpithet | kOffice |
                                    kRelation | kPronounMale | kPronounFemale | kPronounPlural | kReportNoun | kGroupNoun;
  if (all & kVoices) return true;
  const std::uint32_t h = head != kNone ? head : by.last - 1;
  const Upos u = w_.upos(h);
  if (u == Upos::NUM || u == Upos::DET || u == Upos::PRON || u == Upos::ADJ) return true;  // "one in three", "another", "many"
  NounClass noun = w_.syntax.tokens[h].noun_class;
  if (noun == NounClass::none) noun = w_.tables.language.noun_class(w_.tables.language.lemma(w_.form(h), Upos::NOUN));  // "Democrats"
  return noun == NounClass::person || noun == NounClass::group || noun == NounClass::quantity ||
         noun == NounClass::communication;
}

}  // namespace crosscheck::people
