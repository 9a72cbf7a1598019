// The unit of an amount: the one its words name, what it is a rate of, or the noun that it counts.
#include <algorithm>

#include "base/utf8.h"
#include "mention/noun_attachment.h"
#include "mention/quantity_draft.h"

namespace crosscheck {

using Kind = Lexeme::Kind;

std::string QuantityFinder::singular(const TaggedToken& t) const {
  if (t.xpos == Xpos::NNPS || t.upos == Upos::PROPN) return std::string(language_.lemma(t.form, Upos::NOUN));
  return std::string(t.base);
}

std::string QuantityFinder::singular(const SentenceReading& r, std::size_t i) const {
  if (r[i].whole_token) return singular(r.tag(i));
  const std::string form = fold(r.text(i));
  return std::string(language_.lemma(form, Upos::NOUN));
}

void QuantityFinder::unit_of(const SentenceReading& r, Draft& d) const {
  const Unit& unit = r.lexicon().unit(d.amount.unit);
  d.value.unit = unit.name;
  d.value.dimension = unit.dimension;
  d.value.factor = unit.factor;
  d.value.offset = unit.offset;
  d.kind = is_money(unit) ? QuantityKind::money
           : is_duration(unit) ? QuantityKind::duration
           : unit.dimension == "count" ? QuantityKind::count
           : unit.dimension.rfind("percent", 0) == 0 ? QuantityKind::percent
                                                     : QuantityKind::measure;
  if (d.amount.suspended) return;
  if (!d.amount.unit_before && d.amount.last > d.amount.numeral.last) d.noun = r[d.amount.last - 1].token;
  if (d.amount.hyphened) {
    const NounAttachment a = noun_behind(r.syntax(), r[d.last - 1].token + 1, sentence_end(r), true);
    if (a.noun != kNone) d.of = singular(r.syntax().tokens[a.noun]);
  }
}

// "gallons of lamp oil a year": where the link to the time stands, past what is measured; d.last where nothing is named.
static std::size_t past_measured(const SentenceReading& r, const QuantityFinder::Draft& d) {
  constexpr std::size_t kFarthest = 4;
  const PhraseFound of = d.kind == QuantityKind::measure ? r.find(d.last, FigureSection::link_of) : PhraseFound{};
  if (!of) return d.last;
  for (std::size_t at = d.last + of.length, end = at + kFarthest; at < std::min(end, r.size()); ++at) {
    if (r.has(at, FigureSection::link_per)) return at;
    const Upos upos = r.tag(at).upos;
    if (upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::PROPN) break;
  }
  return d.last;
}

// "barrels a day", "dollars per share", "km/h", "a $41-a-share offer" is a unit of its own; "$6bn a year earlier" is none.
void QuantityFinder::rate(const SentenceReading& r, Draft& d) const {
  if (d.last >= r.size() || r.taken(d.last)) return;
  if (d.kind == QuantityKind::bare || d.kind == QuantityKind::duration || d.kind == QuantityKind::age) return;
  const std::size_t at = past_measured(r, d);
  const bool tight = r.is(at, Kind::hyphen) && !d.amount.suspended;
  if (d.amount.hyphened && !tight) return;
  const std::size_t begin = tight ? at + 1 : at;
  const bool slash = r.is_mark(begin, '/');
  const PhraseFound link = slash ? PhraseFound{1, {}} : r.find(begin, FigureSection::link_per);
  if (!link) return;
  std::size_t next = begin + link.length;
  if (tight && r.is(next, Kind::hyphen)) ++next;
  if (next >= r.size() || !r.is(next, Kind::word)) return;
  const bool any_noun = slash || link.figure.low == 2 || (d.kind == QuantityKind::money && r.has(next, FigureSection::per_noun));
  std::string per, dimension;
  double factor = 1;
  if (const PhraseFound unit = r.find(next, FigureSection::unit); unit && !is_money(r.lexicon().unit(static_cast<std::size_t>(unit.figure.low)))) {
    const std::size_t behind = next + unit.length;
    if (r.has(behind, FigureSection::ago) || r.has(behind, FigureSection::earlier) || r.has(behind, FigureSection::later)) return;
    const Unit& base = r.lexicon().unit(static_cast<std::size_t>(unit.figure.low));
    if (at != d.last && !is_duration(base)) return;
    per = base.name;
    dimension = base.dimension;  // "miles per hour" is what "mph" is
    factor = base.factor;
    d.last = behind;
  } else if (any_noun && at == d.last && (r.tag(next).upos == Upos::NOUN || !r[next].whole_token)) {
    per = singular(r, next);
    d.last = next + 1;
  } else {
    return;
  }
  d.value.dimension += (d.value.dimension == "count" ? ":" + d.value.unit : "") + "/" + (dimension.empty() ? per : dimension);
  d.value.unit += " per " + per;
  if (!d.counted.empty()) d.counted += " per " + per;
  d.value.factor /= factor;
  if (d.kind == QuantityKind::count) d.kind = QuantityKind::measure;
}

// "28-point plan": the word behind the hyphen is counted, the noun of the group is what it is a quantity of.
void QuantityFinder::hyphened_noun(const SentenceReading& r, Draft& d) const {
  const std::size_t word = d.last + 1;
  if (word >= r.size() || !r.is(word, Kind::word) || !r[word].glued) return;
  const std::string lemma = singular(r, word);
  if (language_.noun_class(lemma) == NounClass::none || (d.amount.low == 1 && d.amount.high == 1)) return;
  d.noun = r[word].token;
  d.value.unit = lemma;
  d.value.dimension = "count";
  d.kind = QuantityKind::count;
  d.last = word + 1;
  const NounAttachment a = noun_behind(r.syntax(), r[word].token + 1, sentence_end(r), true);
  if (a.noun != kNone) d.of = singular(r.syntax().tokens[a.noun]);
}

namespace {

// "12 5kg bags", "two four-storey houses": an amount of its own stands before what is counted.
bool holds_amount(const SentenceReading& r, std::size_t i) {
  const bool begins = r[i].begin == r.story().tokens[r[i].token].begin;  // but "F-16s"
  const bool sign = (r.is_number(i) && sign_before(r, i)) || (r.is_number(i + 1) && r[i + 1].glued && sign_before(r, i + 1));
  return (r.is_number(i) && begins) || sign || (!r[i].whole_token && r.has(i, FigureSection::cardinal)) || r.taken(i);
}

std::uint32_t past_determiners(const SentenceReading& r, std::uint32_t token) {
  const auto& tokens = r.syntax().tokens;
  const std::uint32_t end = sentence_end(r);
  const std::uint32_t begin = token;
  while (token + 1 < end && (tokens[token].upos == Upos::DET || tokens[token].xpos == Xpos::PRPS)) ++token;
  if (token > begin && token + 1 < end && tokens[token].upos == Upos::NUM) ++token;  // "two of the 12 climbers"
  while (token + 2 < end && tokens[token].upos == Upos::PROPN && tokens[token + 1].xpos == Xpos::POS) token += 2;  // "two of Keane's aides"
  return token;
}

}  // namespace

// "goods trains" as "goods train": what only compares, adds or intensifies tells no sort.
std::string QuantityFinder::counted_name(const SentenceReading& r, std::uint32_t first, std::uint32_t noun) const {
  std::string name;
  const auto& tokens = r.syntax().tokens;
  for (std::uint32_t t = first; t < noun; ++t) {
    const TaggedToken& token = tokens[t];
    const bool sort = token.xpos == Xpos::CD || token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ;
    if (!sort || r.lexicon().begins(r.lexicon().word(token.word, token.form), FigureSection::another)) continue;
    const bool figures = std::any_of(token.form.begin(), token.form.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (figures && !(token.xpos == Xpos::CD && t > first)) continue;  // "Type 45 destroyer"
    name += token.upos == Upos::ADJ ? language_.lemma(token.form, Upos::ADJ) : token.form;
    name += ' ';
  }
  return name;
}

// "the top three finishers", "a record 44 goals": what tells the sort may stand before the number.
std::string QuantityFinder::sort_before(const SentenceReading& r, const Draft& d) const {
  const PhraseFound sort = r.find_before(d.amount.first, FigureSection::sort_before);
  if (!sort || d.first != d.amount.first) return {};
  return std::string(r.tag(d.amount.first - 1).form) + " ";
}

void QuantityFinder::counted_noun(const SentenceReading& r, Draft& d) const {
  if (r.is(d.last, Kind::hyphen) && r[d.last].glued) return hyphened_noun(r, d);
  std::size_t next = d.last;
  const PhraseFound of = r.find(next, FigureSection::link_of);
  const bool part = of && !d.value.vague && !d.amount.numeral.fraction && !d.amount.numeral.scaled && !d.at_least && !d.at_most;
  next += of.length;
  if (r.is_mark(next + 1, '/') && r[next + 1].glued) return;  // "5 A/cm2"
  if (next >= r.size() || r.taken(next) || r.has(next, FigureSection::last) || r.has(next, FigureSection::next)) return;  // "14 billion last year"
  std::uint32_t token = r[next].token;
  const auto& tokens = r.syntax().tokens;
  const bool determined = of || d.amount.numeral.fraction;
  if (determined) token = past_determiners(r, token);
  if (part && token == r[next].token) return;  // "two of the men", no "9 of 10"
  if (r[next].token != token || r[next].begin != r.story().tokens[token].begin) {
    if (!determined) return;  // in the middle of a token
  }
  const bool one = d.amount.low == 1 && d.amount.high == 1 && !part;
  const NounAttachment a = noun_behind(r.syntax(), token, sentence_end(r), one);
  if (a.noun == kNone) return;
  const bool plural = tokens[a.noun].xpos == Xpos::NNS || tokens[a.noun].xpos == Xpos::NNPS;
  if (r.is_number(d.amount.first) && r[d.amount.first].digits == 0 && !plural) return;  // "a .312 average"
  const bool one_of = part && d.amount.low <= 1;
  if (one_of && !plural) return;  // "one of a kind"
  if (part) {  // what is counted goes with the whole; of the part the words say only how many
    d.part = true;
    const bool owned = a.first > 1 && tokens[a.first - 1].xpos == Xpos::POS && tokens[a.first - 2].upos == Upos::PROPN;
    d.counted = counted_name(r, owned ? a.first - 2 : a.first, a.noun) + singular(tokens[a.noun]);
    return;
  }
  d.noun = a.noun;
  d.value.unit = singular(tokens[a.noun]);
  if (const std::uint32_t word = r.lexicon().word(tokens[a.noun].form); r.lexicon().begins(word, FigureSection::unit)) {
    for (const auto& phrase : r.lexicon()[word].phrases) {  // "people" is person
      if (phrase.section != FigureSection::unit || !phrase.rest.empty()) continue;
      const Unit& unit = r.lexicon().unit(static_cast<std::size_t>(phrase.figure.low));
      if (unit.dimension == "count") d.value.unit = unit.name;
      else if (is_duration(unit) && !determined) d.amount.unit = static_cast<std::uint32_t>(phrase.figure.low);  // "20 more years"
    }
  }
  d.value.dimension = "count";
  d.kind = QuantityKind::count;
  if (a.whole != kNone) d.of = singular(tokens[a.whole]);
  const auto numbers_type = [&](std::size_t i) { return r.is_number(i) && r[i].whole_token && r[i].token > a.first && r[i].token < a.noun; };
  while (d.last < r.size() && r[d.last].token <= a.noun && (numbers_type(d.last) || !holds_amount(r, d.last))) ++d.last;
  if (d.amount.has_unit()) return unit_of(r, d);
  d.counted = sort_before(r, d) + counted_name(r, a.first, a.noun);
  if (!d.counted.empty()) d.counted += d.value.unit;
}

}  // namespace crosscheck
