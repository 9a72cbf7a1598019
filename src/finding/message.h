// What a finding says, from the template of its check or, where there is none, from the slots; and its fingerprint.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "finding/pile.h"

namespace crosscheck {

// What a message may name. `b` is not valid where there is but one side.
struct MessageParts {
  ClaimId a, b;
  std::vector<SlotPath> clashing;
  const Comparison* pair = nullptr;  // of a and b, where they are held against each other
  std::string total;  // of a sum
  std::string origin;
  std::string outlets;  // "A, B and C"
};

// {slot} {a.slot} {b.slot} {a.text} {b.text} {a.outlet} {b.outlet} {clash} {total} {origin} {outlets}; a name that
// cannot be filled gives nothing.
std::string fill_message(const Pile& pile, std::string_view pattern, const MessageParts& parts);

// “nine people” in A, “12” in B, behind the check's title.
std::string clash_message(const Pile& pile, const Check& check, const MessageParts& parts);

// At most 160 bytes, cut behind a word.
std::string clipped(std::string text);

// "A", "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& names);

// 16 hex digits of the rule, the kind, the entities and the values of the clashing slots, whichever side comes first:
// the same when lines move, stories are renamed or another story joins.
std::string fingerprint(const Pile& pile, const Check& check, ClaimId a, ClaimId b, const std::vector<SlotPath>& paths,
                        const Comparison* pair = nullptr);

}  // namespace crosscheck
