#include "syntax/truecase.h"

#include <string>

namespace crosscheck {

std::uint32_t Truecaser::lower(std::uint32_t type) {
  if (tagger_[type].lower == 0) {
    const std::uint32_t made = tagger_.type(tagger_[type].folded);  // may move the types
    tagger_[type].lower = made;
  }
  return tagger_[type].lower;
}

std::uint32_t Truecaser::headline(std::uint32_t type) {
  if (tagger_[type].headline == 0) {
    const std::uint32_t made = tagger_.type(tagger_.written(type), true);
    tagger_[type].headline = made;
  }
  return tagger_[type].headline;
}

bool Truecaser::is_headline(const std::uint32_t* types, std::size_t count) {
  std::size_t words = 0, capital = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Tagger::Type& type = tagger_[types[i]];
    if (type.casing == Casing::none || type.folded.size() < 4) continue;
    ++words;
    if (type.casing != Casing::lower) ++capital;
  }
  return words >= 2 && capital * 10 >= words * 7;
}

bool Truecaser::learn(const std::uint32_t* types, std::size_t count) {
  if (is_headline(types, count)) return false;
  for (std::size_t i = 1; i < count; ++i) tagger_[types[i]].seen_in = story_;
  return true;
}

void Truecaser::apply(std::uint32_t* types, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const Casing casing = tagger_[types[i]].casing;
    if (casing != Casing::capital && casing != Casing::upper) continue;
    if (tagger_[types[i]].seen_in == story_) continue;  // a name in the body, too
    const std::uint32_t small = lower(types[i]);
    types[i] = tagger_[small].seen_in == story_ ? small : headline(types[i]);
  }
}

}  // namespace crosscheck
