// Whether two claims may be held against each other under a check, and which of its slots cannot both hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "finding/pile.h"

namespace crosscheck {

// What a check says of one pair: `apart` is empty where it flags the pair. Otherwise why not, in the words of RULES.md,
// section 7 ("scope: one place lies in the other"), or what is not the same.
struct Verdict {
  std::vector<SlotPath> clashing;
  std::string apart;
};

Verdict judge_clash(const Pile& pile, const Check& check, const Comparison& pair);
Verdict judge_swapped(const Pile& pile, const Check& check, const Comparison& pair);
Verdict judge_superseded(const Pile& pile, const Check& check, const Comparison& pair);

// One slot of `same`: "event", "office", "number.unit", "what?".
bool is_same(const Pile& pile, const Comparison& pair, const SlotPath& path);
// One slot of `clash`: cannot both hold.
bool clashes(const Pile& pile, const Comparison& pair, const SlotPath& path);

}  // namespace crosscheck
