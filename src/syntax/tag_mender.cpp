#include "syntax/tag_mender.h"

namespace crosscheck {
namespace {

// Bits of WordNet::mask().
constexpr std::uint8_t kNounLemma = 0x01, kVerbLemma = 0x02, kNounForm = 0x10, kVerbForm = 0x20;

bool finite(Xpos x) { return x == Xpos::VBD || x == Xpos::VBZ || x == Xpos::VBP || x == Xpos::MD; }

}  // namespace

TagMender::TagMender(const TaggerModel& model, const WordNet& wordnet, const ClauseTables& tables, Tagger& tagger)
    : model_(model), wordnet_(wordnet), tables_(tables), tagger_(tagger),
      vb_(model.class_of(Upos::VERB, Xpos::VB)), vbd_(model.class_of(Upos::VERB, Xpos::VBD)),
      vbn_(model.class_of(Upos::VERB, Xpos::VBN)), vbp_(model.class_of(Upos::VERB, Xpos::VBP)),
      vbz_(model.class_of(Upos::VERB, Xpos::VBZ)), nn_(model.class_of(Upos::NOUN, Xpos::NN)),
      nns_(model.class_of(Upos::NOUN, Xpos::NNS)), nnp_(model.class_of(Upos::PROPN, Xpos::NNP)), pos_(model.class_of(Upos::PART, Xpos::POS)),
      rb_(model.class_of(Upos::ADV, Xpos::RB)) {}

bool TagMender::noun(std::size_t i) const {
  const Xpos x = xpos(i);
  return x == Xpos::NN || x == Xpos::NNS || x == Xpos::NNP || x == Xpos::NNPS;
}

bool TagMender::is(std::size_t i, Grammar list) const {
  TaggedToken token;
  token.word = token.lemma = tagger_[types_[i]].word;
  return tables_.is(token, list);
}

bool TagMender::verb_is(std::size_t i, std::uint8_t verb_class, Grammar list) {
  Tagger::Type& type = tagger_[types_[i]];
  TaggedToken token;
  token.word = type.word;
  token.lemma = type.lemma[tagger_.lemma_slot(type, verb_class)];
  return tables_.is(token, list);
}

void TagMender::mend(const std::uint32_t* types, std::size_t count, std::uint8_t* classes) {
  types_ = types;
  classes_ = classes;
  count_ = count;
  if (count == 0) return;
  for (std::size_t i = 0; i < count; ++i) mend_at(i);
  if (count < 3) return;
  if (xpos(count - 1) != Xpos::PERIOD) {
    find_headline_verbs();
    return;
  }
  find_lost_verb();
  for (std::size_t i = 0; i + 3 < count; ++i) {
    const bool opens = (xpos(i) == Xpos::WRB || xpos(i) == Xpos::IN) && is(i, Grammar::clause_only);
    if (opens || xpos(i) == Xpos::COMMA) find_verb_behind(i, opens);
  }
}

// "when the timetable starts/NNS on Monday", "…, her office confirms/NNS.": what opens a clause has a finite verb behind it.
void TagMender::find_verb_behind(std::size_t opener, bool clause) {
  std::size_t verb = 0;
  for (std::size_t i = opener + 1; i < count_; ++i) {
    const Xpos x = xpos(i);
    if (x == Xpos::COMMA || x == Xpos::PERIOD || x == Xpos::QUOTE_CLOSE) break;
    if (finite(x) || x == Xpos::VB || x == Xpos::VBN || x == Xpos::WDT || x == Xpos::WP || (i > opener + 1 && is(i, Grammar::clause_only))) return;
    const Xpos before = xpos(i - 1), behind = i + 1 < count_ ? xpos(i + 1) : Xpos::PERIOD;
    if (verb != 0 || x != Xpos::NNS || (before != Xpos::NN && before != Xpos::NNP) || !(mask(i) & kVerbForm)) continue;
    const bool last = behind == Xpos::PERIOD || behind == Xpos::COMMA || behind == Xpos::QUOTE_CLOSE;
    if (clause ? last || behind == Xpos::IN || behind == Xpos::RB || behind == Xpos::TO : behind == Xpos::PERIOD && verb_is(i, vbz_, Grammar::content_verb)) verb = i;
  }
  if (verb > opener + 1) set(verb, vbz_);
}

void TagMender::mend_at(std::size_t i) {
  const Xpos before = i == 0 ? Xpos::other : xpos(i - 1);
  switch (xpos(i)) {
    case Xpos::NN:
      if (adverb_at(i)) { set(i, rb_); break; }
      // "will appeal", "will not appeal", "to appeal": no noun can stand there
      if ((before == Xpos::MD || (before == Xpos::RB && i > 1 && xpos(i - 2) == Xpos::MD)) && (mask(i) & kVerbLemma)) set(i, vb_);
      else if (past_at(i)) set(i, vbd_);
      else if (before == Xpos::COMMA && i > 1 && i + 1 < count_ && noun(i - 2) && xpos(i + 1) == Xpos::IN && (mask(i) & kVerbForm)) set(i, vbn_);
      break;
    case Xpos::IN:  // "the 18th round of talks"
      if (i + 1 < count_ && is(i + 1, Grammar::prep_of) && (before == Xpos::JJ || before == Xpos::DT || before == Xpos::NN) && (mask(i) & kNounLemma) &&
          (before != Xpos::NN || ordinal(i - 1)))
        set(i, nn_);
      break;
    case Xpos::RB:  // "nearly half said"
      if (i > 0 && i + 1 < count_ && finite(xpos(i + 1)) && is(i - 1, Grammar::number_hedge) && (mask(i) & kNounLemma)) set(i, nn_);
      break;
    case Xpos::NNS:  // "who doubles as minister"
      if (before == Xpos::WP && is(i - 1, Grammar::relative) && (mask(i) & kVerbForm) && !(i + 1 < count_ && finite(xpos(i + 1)))) set(i, vbz_);
      break;
    case Xpos::NNP:  // "to let go/NNP 204 prisoners"
      if ((before == Xpos::VB || before == Xpos::VBD) && i + 1 < count_ && tagger_[types_[i]].casing == Casing::lower && (mask(i) & kVerbLemma) &&
          (xpos(i + 1) == Xpos::CD || xpos(i + 1) == Xpos::DT))
        set(i, vb_);
      break;
    case Xpos::PRP:  // "the mine's owner"
      if (before == Xpos::DT && i + 2 < count_ && (mask(i) & kNounLemma) && is(i - 1, Grammar::article)) {
        set(i, nn_);
        if (xpos(i + 1) == Xpos::VBZ && model_.upos(classes_[i + 1]) == Upos::AUX && noun(i + 2)) set(i + 1, pos_);
      }
      break;
    case Xpos::VBN:
      if (past_at(i) || states_at(i)) set(i, vbd_);
      break;
    case Xpos::VB: case Xpos::VBP:  // "a pay rise"
      if ((before == Xpos::DT || before == Xpos::PRPS) && i > 0 && is(i - 1, Grammar::article) && (mask(i) & kNounLemma)) set(i, nn_);
      else if (passive_at(i)) set(i, vbn_);
      break;
    case Xpos::VBZ: {
      if (model_.upos(classes_[i]) != Upos::VERB || i == 0) break;
      // "Air strikes hit", "210 votes"
      const bool verb_behind = i + 1 < count_ && (finite(xpos(i + 1)) || is(i + 1, Grammar::past_only)) && (noun(i - 1) || before == Xpos::JJ || before == Xpos::DT);
      if ((verb_behind || before == Xpos::CD) && (mask(i) & kNounForm)) set(i, nns_);
      else if (noun(i - 1) && i + 1 < count_ && xpos(i + 1) == Xpos::VB && is(i + 1, Grammar::unchanged_participle) && (mask(i) & kNounForm)) {
        set(i, nns_);
        set(i + 1, vbd_);
      }
      break;
    }
    case Xpos::UH:  // a name that opens the sentence
      if (i == 0 && count_ > 2 && tagger_[types_[0]].casing == Casing::capital && !is(0, Grammar::interjection)) set(0, nnp_);
      break;
    case Xpos::JJ:
      if (adverb_at(i)) { set(i, rb_); break; }
      if (before == Xpos::MD && (mask(i) & kVerbLemma)) set(i, vb_);  // "will last six weeks"
      else if (passive_at(i)) set(i, vbn_);
      else if (past_at(i)) set(i, vbd_);
      break;
    default: break;
  }
}

// "The mayor also said there was no fire": a verb of speech behind a noun, before a clause, without an auxiliary.
bool TagMender::states_at(std::size_t i) {
  if (i == 0 || i + 2 >= count_ || !verb_is(i, vbn_, Grammar::content_verb)) return false;
  const std::size_t before = xpos(i - 1) == Xpos::RB && i > 1 ? i - 2 : i - 1;
  if (!noun(before) && xpos(before) != Xpos::PRP && xpos(before) != Xpos::WP) return false;
  const Xpos x = xpos(i + 1);
  const bool that = x == Xpos::IN && is(i + 1, Grammar::relative);
  return that || x == Xpos::EX || (x == Xpos::PRP && finite(xpos(i + 2)));
}

// "were hurt", "was later cut"; but "is set to begin".
bool TagMender::passive_at(std::size_t i) const {
  if (i == 0 || is(i, Grammar::prospect)) return false;
  if (!is(i, Grammar::past_form) && !is(i, Grammar::unchanged_participle)) return false;
  return is(xpos(i - 1) == Xpos::RB && i > 1 ? i - 2 : i - 1, Grammar::aux_be);
}

// "reach 43 mph overnight", "deaths worldwide"
bool TagMender::adverb_at(std::size_t i) const {
  return i > 0 && is(i, Grammar::late_adverb) && noun_or_figure(i - 1) && !(i + 1 < count_ && (noun(i + 1) || xpos(i + 1) == Xpos::JJ));
}
bool TagMender::noun_or_figure(std::size_t i) const { return noun(i) || xpos(i) == Xpos::CD || xpos(i) == Xpos::SYM; }

bool TagMender::ordinal(std::size_t i) const {
  const char c = tagger_[types_[i]].folded.front();
  return c >= '0' && c <= '9';
}

// "rose" is never a participle; between nouns it is no noun either, nor is "burst" in "the river burst its banks".
bool TagMender::past_at(std::size_t i) {
  const bool past = is(i, Grammar::past_only);
  if (xpos(i) == Xpos::VBN || (past && xpos(i) == Xpos::JJ && i > 0 && noun(i - 1))) return past;
  if (i == 0 || i + 1 >= count_ || tagger_[types_[i]].casing != Casing::lower || !noun(i - 1)) return false;
  if (past) return (mask(i) & kNounLemma) == 0 || noun(i + 1) || object_at(i + 1, count_);
  const Xpos behind = xpos(i + 1);
  if (!is(i, Grammar::unchanged_participle)) return false;
  return behind == Xpos::PRPS || behind == Xpos::DT || behind == Xpos::NNP || (xpos(i) == Xpos::JJ && (noun(i + 1) || behind == Xpos::CD));
}

// A whole sentence has a finite verb, and one more for each clause that a word opens: "The firm, founded by two students,
// employs/NNS 9,000 people.", "Holm plans/NNS to propose a law that would …", "The poll shows/NNS that voters care.", "Some
// note/NN that …".
void TagMender::find_lost_verb() {
  std::size_t lost = 0, finites = 0, opened = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    const bool opens = xpos(i) == Xpos::WDT || xpos(i) == Xpos::WP || xpos(i) == Xpos::WRB || (xpos(i) == Xpos::IN && (is(i, Grammar::subordinator) || is(i, Grammar::relative)));
    if (finite(xpos(i))) {
      if (lost == 0) return;
      ++finites;
    } else if (lost != 0) {
      opened += opens ? 1 : 0;
    } else if (i > 0 && i + 2 < count_ && lost_verb_at(i)) {
      lost = i;
    }
  }
  if (lost != 0 && finites <= opened) set(lost, xpos(lost) == Xpos::NN ? vbp_ : xpos(lost) == Xpos::VBN ? vbd_ : vbz_);
}

// A noun by its tag that may be the verb of what stands before, with an object, an infinitive or "that" behind it.
bool TagMender::lost_verb_at(std::size_t i) const {
  const Xpos before = xpos(i - 1), behind = xpos(i + 1);
  const bool singular = xpos(i) == Xpos::NNS && (noun(i - 1) || before == Xpos::COMMA) && before != Xpos::NNS && (mask(i) & kVerbForm);
  const bool many = before == Xpos::NNS || before == Xpos::NNPS || is(i - 1, Grammar::open_determiner);
  const bool content = (behind == Xpos::IN || behind == Xpos::WDT || behind == Xpos::DT) && is(i + 1, Grammar::relative);
  const bool told = noun(i + 1) && xpos(i + 2) == Xpos::IN && is(i + 2, Grammar::relative);  // "tells reporters that"
  const bool infinitive = behind == Xpos::TO && xpos(i + 2) == Xpos::VB;
  if (xpos(i) == Xpos::VBN) return (noun(i - 1) || before == Xpos::COMMA) && (object_at(i + 1, count_) || noun(i + 1));  // "Holm, the mayor, voiced/VBN support"
  if (xpos(i) == Xpos::NN) return many && content && (mask(i) & kVerbLemma);
  return singular && (object_at(i + 1, count_) || infinitive || content || told);
}

// ---------------------------------------------------------------------------------------------------------- headlines

// Each stretch between commas and words like "as", "after" may have a verb of its own.
void TagMender::find_headline_verbs() {
  std::size_t first = 0;
  for (std::size_t i = 0; i <= count_; ++i) {
    const Xpos x = i < count_ ? xpos(i) : Xpos::PERIOD;
    const bool ends = x == Xpos::COMMA || x == Xpos::COLON || x == Xpos::PERIOD || x == Xpos::QUOTE_OPEN || x == Xpos::QUOTE_CLOSE ||
                      ((x == Xpos::IN || x == Xpos::WRB) && is(i, Grammar::subordinator));
    if (!ends) continue;
    find_headline_verb(first, i);
    first = i + 1;
  }
}

void TagMender::find_headline_verb(std::size_t first, std::size_t last) {
  if (last < first + 2) return;
  for (std::size_t i = first; i < last; ++i) {
    const Xpos x = xpos(i);
    // "Peace talks/VBZ resume/NN"
    if (x == Xpos::VBZ && i > first && i + 1 < last && noun(i - 1) && is(i, Grammar::headline_noun) && plural_verb(i + 1, last)) {
      set(i, nns_);
      set(i + 1, vbp_);
      return;
    }
    // "Probe/VB lands/NNS on asteroid"
    if (x == Xpos::VB && i == first && i + 2 < last && xpos(i + 1) == Xpos::NNS && (mask(i) & kNounLemma) && singular_verb(i + 1, last)) {
      set(i, nn_);
      set(i + 1, vbz_);
      return;
    }
    // "Troops ordered/VBD to leave": headlines stand in the present, so what is done to somebody has lost its auxiliary
    if (x == Xpos::VBD && i > first && (noun(i - 1) || xpos(i - 1) == Xpos::CD) && verb_is(i, vbd_, Grammar::done_to) && !is(i, Grammar::past_only) &&
        (i + 1 >= last || xpos(i + 1) == Xpos::IN || xpos(i + 1) == Xpos::TO || xpos(i + 1) == Xpos::RP)) {
      set(i, vbn_);
      return;
    }
    if (finite(x) || x == Xpos::VB || x == Xpos::VBN || x == Xpos::VBG || x == Xpos::TO) return;
  }
  for (std::size_t i = first + 1; i < last; ++i) {
    if (!noun(i - 1)) continue;
    const Xpos x = xpos(i);
    if (x == Xpos::NNS && xpos(i - 1) != Xpos::NNS && singular_verb(i, last)) {
      set(i, vbz_);
      return;
    }
    if ((xpos(i - 1) == Xpos::NNS || xpos(i - 1) == Xpos::NNPS || is(i - 1, Grammar::plural_noun)) && plural_verb(i, last)) {
      set(i, vbp_);
      return;
    }
  }
}

bool TagMender::mostly_verb(std::size_t i, std::uint8_t verb_class) {
  Tagger::Type& type = tagger_[types_[i]];
  const std::size_t slot = tagger_.lemma_slot(type, verb_class);
  return wordnet_.dominant(type.lemma_text[slot]) == static_cast<std::uint8_t>(WordClass::verb);
}

// What is oftener a noun is taken for a verb only where something follows that must be an object.
bool TagMender::singular_verb(std::size_t i, std::size_t last) {
  if ((mask(i) & kVerbForm) == 0 || !(verb_is(i, vbz_, Grammar::headline_verb) || mostly_verb(i, vbz_))) return false;
  return !is(i, Grammar::headline_noun) || object_at(i + 1, last);
}

bool TagMender::plural_verb(std::size_t i, std::size_t last) {
  const Xpos x = xpos(i);
  if (x != Xpos::NN && x != Xpos::JJ && x != Xpos::VB && x != Xpos::IN) return false;
  if ((mask(i) & kVerbLemma) == 0 || !(verb_is(i, vbp_, Grammar::headline_verb) || mostly_verb(i, vbp_))) return false;
  return i + 1 >= last || !is(i + 1, Grammar::prep_of) || x == Xpos::IN;
}

bool TagMender::object_at(std::size_t i, std::size_t last) const {
  if (i >= last) return false;
  const Xpos x = xpos(i);
  return x == Xpos::DT || x == Xpos::CD || x == Xpos::PRPS || x == Xpos::PRP || x == Xpos::NNP || x == Xpos::RP;
}

}  // namespace crosscheck
