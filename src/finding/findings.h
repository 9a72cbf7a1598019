// What does not fit, with the passages and the reason.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/id.h"
#include "base/span.h"

namespace crosscheck {

struct Finding {
  std::string fingerprint;  // 16 hex digits of rule, kind, slots and values; not of places or paths
  CheckId check;
  std::string category;  // contradiction, single-source, update, sourcing, or a rule's own
  Severity severity = Severity::warning;
  std::string message;
  std::string why;
  std::vector<ClaimId> claims;
  std::vector<Span> evidence;  // the two sides of a contradiction first
  double rank = 0;             // higher comes first within its category
  double confidence = 1;       // 0..1: how sure that its claims speak of the same thing, by how they were aligned
};

struct Findings {
  std::vector<Finding> findings;  // contradictions before the rest, then severity, rank, place; no doubles
  std::vector<Finding> quiet;     // not sure enough, or below the short list of single-source findings (shown with --all)
};

}  // namespace crosscheck
