// The relations type by type, for relate.cpp alone: sets that are intervals, chains or lists of indices.
#pragma once

#include "value/relate.h"

namespace crosscheck::relations {

Relation of(const Quantity& a, const Quantity& b);
Relation of(const TimeRange& a, const TimeRange& b);
Relation of(const Place& a, const Place& b);
Relation of(const Office& a, const Office& b);
Relation of(const Choice& a, const Choice& b);
Relation of(const Name& a, const Name& b);
Relation of(const Phrase& a, const Phrase& b);
Relation of(const QuotedWords& a, const QuotedWords& b);
Relation of(const Score& a, const Score& b);
Relation of(const Code& a, const Code& b);

// Two closed intervals of the line, a's and b's; an end counts as equal within one part in 10^9.
Relation of_intervals(double a_low, double a_high, double b_low, double b_high);

}  // namespace crosscheck::relations
