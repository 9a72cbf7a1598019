// Which noun a number counts: the head of its noun group, or, where groups say nothing, what the tags behind it tell.
#pragma once

#include <cstdint>

#include "syntax/syntax.h"

namespace crosscheck {

struct NounAttachment {
  std::uint32_t noun = kNone;   // token counted
  std::uint32_t first = kNone;  // token of the first word that belongs to it: "tired" in "12 tired climbers"
  std::uint32_t whole = kNone;  // token of what it is a measure of: "plan" in "28 point plan"
};

// `number_end`: token behind the number; the sentence's tokens end at `end`. `one`: the number is one,
// so that a singular is counted.
NounAttachment noun_behind(const Syntax& syntax, std::uint32_t number_end, std::uint32_t end, bool one);

}  // namespace crosscheck
