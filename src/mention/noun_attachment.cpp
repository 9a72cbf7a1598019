// Tags suffice here: from a number to its noun the way leads over adjectives and nouns only.
#include "mention/noun_attachment.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr std::uint32_t kFarthest = 6;  // tokens between a number and the noun it counts

bool is_noun(const TaggedToken& t) { return t.upos == Upos::NOUN || t.xpos == Xpos::NNPS; }

bool modifies(const TaggedToken& t) {
  return t.upos == Upos::ADJ || t.upos == Upos::PROPN || t.upos == Upos::NOUN || t.xpos == Xpos::VBN || t.xpos == Xpos::VBG ||
         t.xpos == Xpos::RB || t.xpos == Xpos::HYPH;
}

bool plural(const TaggedToken& t) { return t.xpos == Xpos::NNS || t.xpos == Xpos::NNPS; }

}  // namespace

NounAttachment noun_behind(const Syntax& syntax, std::uint32_t number_end, std::uint32_t end, bool one) {
  NounAttachment a;
  const auto& tokens = syntax.tokens;
  std::uint32_t first_noun = kNone, head = kNone;
  const std::uint32_t stop = std::min(end, number_end + kFarthest);
  for (std::uint32_t t = number_end; t < stop && modifies(tokens[t]); ++t) {
    if (!is_noun(tokens[t])) {
      if (head != kNone) break;  // "12 people injured"; "12 people Monday"
      continue;
    }
    if (first_noun == kNone) first_noun = t;
    head = t;
    if (plural(tokens[t]) && !one) {
      const bool compound = t + 1 < stop && plural(tokens[t + 1]);
      if (!compound) break;
    }
  }
  if (head == kNone) return a;
  const bool by_unit = !one && !plural(tokens[head]) && first_noun != head;
  a.noun = by_unit ? first_noun : head;
  if (by_unit) a.whole = head;
  return a;
}

}  // namespace crosscheck
