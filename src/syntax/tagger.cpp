#include "syntax/tagger.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "base/utf8.h"
#include "syntax/word_rules.h"

namespace crosscheck {
namespace {

using tagger_file::kClasses;
using tagger_file::kStart;
using tagger_file::Row;

constexpr std::size_t kLargeCache = 60000;  // types, of about half a kilobyte each

// Rows hold weight + 128: the offsets add up to the same for every class and need not be taken off. All rows of a sum go
// through one loop, so that it stays in registers.
template <std::size_t N>
inline Tagger::Sums sum(const Tagger::Sums& of, const std::array<const Row*, N>& rows) {
  Tagger::Sums sums;
  for (std::size_t c = 0; c < kClasses; ++c) {
    auto all = static_cast<std::uint16_t>(of[c]);
    for (std::size_t n = 0; n < N; ++n) all = static_cast<std::uint16_t>(all + (*rows[n])[c]);
    sums[c] = static_cast<std::int16_t>(all);
  }
  return sums;
}

inline Tagger::Sums sum(const Tagger::Sums& a, const Tagger::Sums& b) {
  Tagger::Sums sums;
  for (std::size_t c = 0; c < kClasses; ++c) sums[c] = static_cast<std::int16_t>(a[c] + b[c]);
  return sums;
}

// The first of the classes that have most.
inline std::uint8_t best_class(const Tagger::Sums& sums) {
  constexpr std::int16_t kBehind = kClasses;
  std::int16_t most = 0, first = kBehind;
  for (const std::int16_t s : sums) most = std::max(most, s);
  for (std::size_t c = 0; c < kClasses; ++c) first = std::min(first, sums[c] == most ? static_cast<std::int16_t>(c) : kBehind);
  return static_cast<std::uint8_t>(first);
}

}  // namespace

Tagger::Tagger(const TaggerModel& model, const WordNet& wordnet, const Vocabulary& vocabulary)
    : model_(model), wordnet_(wordnet), vocabulary_(vocabulary), slots_(1u << 13), behind_(std::size_t{1} << kBehindBits) {
  for (std::uint64_t t1 = 0; t1 < 64; ++t1) {
    after_tag_[t1] = model_.row(feature(106, t1));
    for (std::uint64_t t2 = 0; t2 < 64; ++t2) after_tags_[t1 << 6 | t2] = model_.row(feature(107, t1 << 6 | t2));
  }
  forget_if_large();
}

void Tagger::forget_if_large() {
  if (!types_.empty() && types_.size() < kLargeCache) return;
  types_.clear();
  written_.clear();
  texts_.clear();
  text_left_ = 0;
  std::fill(slots_.begin(), slots_.end(), Slot{});
  for (Behind& behind : behind_) behind.pair = 0;
  const WordFeatures outside = outside_sentence();
  Type& type = types_.emplace_back();
  written_.emplace_back();
  type.own.fill(0);
  type.right = sum_of({outside.right.data(), outside.right_count});
  type.form = outside.form;
  type.suffix3 = outside.suffix3;
  type.ambiguity = static_cast<std::uint32_t>(outside.ambiguity);
  type.mask = outside.mask;
  type.shape = outside.shape;
  type.as_left = model_.row(feature(101, type.form));
  type.as_second = model_.row(feature(102, type.form));
}

std::uint32_t Tagger::type(std::string_view written, bool headline_capitals) {
  const std::uint64_t hash = quick_hash(written) + (headline_capitals ? 1 : 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].type != 0; at = (at + 1) & mask)
    if (slots_[at].hash == hash && slots_[at].headline_capitals == headline_capitals && written_[slots_[at].type] == written) return slots_[at].type;
  const std::uint32_t made = make_type(written, headline_capitals);
  std::size_t at = hash & mask;
  while (slots_[at].type != 0) at = (at + 1) & mask;
  slots_[at] = {hash, made, headline_capitals};
  if (types_.size() * 2 > slots_.size()) rehash();
  return made;
}

void Tagger::rehash() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.type == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].type != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

// Curly quotes say which they are; for the features all are straight. A single closing one may be an apostrophe.
std::uint8_t Tagger::class_by_spelling(std::string_view written) const {
  if (written == "\u201c" || written == "\u201e" || written == "\u2018" || written == "\u00ab" || written == "``")
    return model_.class_of(Upos::PUNCT, Xpos::QUOTE_OPEN);
  if (written == "\u201d" || written == "\u00bb") return model_.class_of(Upos::PUNCT, Xpos::QUOTE_CLOSE);
  return tagger_file::kNoClass;
}

Tagger::Sums Tagger::sum_of(std::span<const std::uint64_t> features) const {
  constexpr std::size_t kAtOnce = 4;
  Sums sums{};
  for (std::size_t i = 0; i < features.size(); i += kAtOnce) {
    std::array<const Row*, kAtOnce> rows;
    for (std::size_t k = 0; k < kAtOnce; ++k) rows[k] = i + k < features.size() ? model_.row(features[i + k]) : &tagger_file::kNoWeights;
    sums = sum(sums, rows);
  }
  return sums;
}

std::uint32_t Tagger::make_type(std::string_view written, bool headline_capitals) {
  if (text_left_ < written.size()) {
    text_left_ = std::max<std::size_t>(written.size(), 1u << 15);
    texts_.push_back(std::make_unique<char[]>(text_left_));
    text_at_ = texts_.back().get();
  }
  if (!written.empty()) std::memcpy(text_at_, written.data(), written.size());
  written_.emplace_back(text_at_, written.size());
  text_at_ += written.size();
  text_left_ -= written.size();

  const std::string folded = fold(written);
  const WordLook word = look(written, folded, headline_capitals);
  const WordFeatures f = word_features(folded, word, model_.ambiguity(word.folded_key), wordnet_);
  Type type;
  type.own = sum_of({f.own.data(), f.own_count});
  type.right = sum_of({f.right.data(), f.right_count});
  type.form = f.form;
  type.suffix3 = f.suffix3;
  type.ambiguity = static_cast<std::uint32_t>(f.ambiguity);
  type.mask = f.mask;
  type.shape = f.shape;
  type.as_left = model_.row(feature(101, f.form));
  type.as_second = model_.row(feature(102, f.form));
  type.certain = class_by_spelling(written);
  if (type.certain == tagger_file::kNoClass) type.certain = model_.certain(word.written_key);
  type.casing = word.casing;
  type.word = vocabulary_.intern(folded);
  type.folded = vocabulary_.text(type.word);
  types_.push_back(type);
  return static_cast<std::uint32_t>(types_.size() - 1);
}

// The features that word i makes together with the words beside it. What they will be looked up by is fetched already: nine
// in ten pairs have no weights, but only memory knows.
Tagger::Pairs Tagger::pairs_of(const std::uint32_t* types, std::size_t count, std::size_t i) const {
  const Type& l = types_[i == 0 ? 0 : types[i - 1]];
  const Type& w = types_[types[i]];
  const Type& r = types_[i + 1 < count ? types[i + 1] : 0];
  const Pairs pairs{feature(103, l.form, w.form), feature(104, w.form, r.form), feature(105, l.shape, w.shape)};
  for (const std::uint64_t f : pairs) model_.prefetch(f);
  __builtin_prefetch(l.as_left);
  __builtin_prefetch(r.as_second);  // for the word before
  return pairs;
}

// What is said of word i by itself and by the words around it.
Tagger::Sums Tagger::sum_words(const std::uint32_t* types, std::size_t count, std::size_t i, const Pairs& pairs) const {
  const Type& l = types_[i == 0 ? 0 : types[i - 1]];
  const Type& w = types_[types[i]];
  const Type& r = types_[i + 1 < count ? types[i + 1] : 0];
  const Type& r2 = types_[i + 2 < count ? types[i + 2] : 0];
  Sums sums = sum<3>(sum(w.own, r.right), {l.as_left, r2.as_second, model_.row(pairs[2])});
  for (const std::uint64_t f : {pairs[0], pairs[1]})
    if (const Row* const row = model_.row(f); row != &tagger_file::kNoWeights) sums = sum<1>(sums, {row});
  return sums;
}

// What the word before it, by its class, says of a word of this type.
const Tagger::Sums& Tagger::behind(std::uint32_t type, std::uint8_t t1) {
  const std::uint32_t pair = type << 6 | t1;
  Behind& behind = behind_[(pair * 0x9e3779b1u) >> (32 - kBehindBits)];
  if (behind.pair == pair) return behind.sums;
  behind.pair = pair;
  const Type& w = types_[type];
  behind.sums = sum<5>({}, {after_tag_[t1], model_.row(feature(108, w.form, t1)), model_.row(feature(109, w.suffix3, t1)),
                            model_.row(feature(110, w.ambiguity, t1)), model_.row(feature(111, w.mask, t1))});
  return behind.sums;
}

// And by the classes of the two words before it.
std::uint8_t Tagger::best(std::uint32_t type, std::uint32_t right, std::uint8_t t1, std::uint8_t t2, const Sums& by_words) {
  const Type& w = types_[type];
  const Type& r = types_[right];
  const std::uint64_t both = static_cast<std::uint64_t>(t1) << 6 | t2;
  const std::array<std::uint64_t, 3> wanted = {feature(112, w.ambiguity, both), feature(113, r.form, t1),
                                               feature(114, w.ambiguity + r.ambiguity * 0x9e3779b97f4a7c15u, t1)};
  for (const std::uint64_t f : wanted) model_.prefetch(f);
  const Sums& by_one = behind(type, t1);
  std::array<const Row*, 4> rows{after_tags_[both]};
  for (std::size_t n = 0; n < wanted.size(); ++n) {
    rows[n + 1] = model_.row(wanted[n]);
    __builtin_prefetch(rows[n + 1]);
  }
  return best_class(sum<4>(sum(by_words, by_one), rows));
}

void Tagger::classify(const std::uint32_t* types, std::size_t count, std::uint8_t* classes) {
  pairs_.resize(std::max(pairs_.size(), count));
  by_words_.resize(pairs_.size());
  const auto open = [&](std::size_t i) { return types_[types[i]].certain == tagger_file::kNoClass; };
  for (std::size_t i = 0; i < count; ++i)
    if (open(i)) pairs_[i] = pairs_of(types, count, i);
  for (std::size_t i = 0; i < count; ++i)
    if (open(i)) by_words_[i] = sum_words(types, count, i, pairs_[i]);
  std::uint8_t t1 = kStart, t2 = kStart;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint8_t c = types_[types[i]].certain;
    if (c == tagger_file::kNoClass) c = best(types[i], i + 1 < count ? types[i + 1] : 0, t1, t2, by_words_[i]);
    classes[i] = c;
    t2 = t1;
    t1 = c;
  }
}

void Tagger::classify(const std::vector<std::string_view>& words, std::vector<std::uint8_t>& classes) {
  scratch_.clear();
  for (const std::string_view word : words) scratch_.push_back(type(word));
  classes.resize(words.size());
  classify(scratch_.data(), words.size(), classes.data());
}

std::size_t Tagger::find_lemma(Type& type, std::uint8_t c) {
  std::size_t slot = 0;
  while (slot + 1 < type.lemma_class.size() && type.lemma_class[slot] != c &&
         type.lemma_class[slot] != tagger_file::kNoClass)
    ++slot;
  if (type.lemma_class[slot] == c) return slot;
  const std::string_view odd = model_.lemma(lemma_key(type.folded, model_.upos(c), model_.xpos(c)));
  type.lemma[slot] = vocabulary_.intern(odd.empty() ? rule_lemma(type.folded, model_.upos(c), model_.xpos(c), wordnet_) : std::string(odd));
  type.lemma_text[slot] = vocabulary_.text(type.lemma[slot]);
  type.noun_class[slot] = wordnet_.noun_class(type.lemma_text[slot]);
  type.lemma_class[slot] = c;
  return slot;
}

}  // namespace crosscheck
