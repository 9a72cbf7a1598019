// The shapes of checks, one function each: what it finds in the pile, not yet merged or sorted.
#pragma once

#include <string>
#include <vector>

#include "finding/findings.h"
#include "finding/pile.h"

namespace crosscheck {

// A finding before merging: its sides are kept, so that further carriers of the same clash can join.
struct Draft {
  Finding finding;
  ClaimId a, b;  // b not valid where there is one side
  std::vector<SlotPath> clashing;
};

std::vector<Draft> find_clashes(const Pile& pile, CheckId check);        // clash, swapped, superseded
std::vector<Draft> find_sums(const Pile& pile, CheckId check);           // sum
std::vector<Draft> find_headline_only(const Pile& pile, CheckId check);  // only_in = "headline"
std::vector<Draft> find_summary_only(const Pile& pile, CheckId check);   // only_in = "summary"
std::vector<Draft> find_said_by(const Pile& pile, CheckId check);        // said_by alone
// only_in = "one source", said_by as a filter where it is given. Ranked; `reported`: claims that other findings show
// already.
std::vector<Draft> find_one_source(const Pile& pile, CheckId check, const std::vector<ClaimId>& reported);

Finding start_finding(const Check& check, CheckId id);

}  // namespace crosscheck
