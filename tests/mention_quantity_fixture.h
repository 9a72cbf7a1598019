// What is found in one line of text, for the tables of the quantity tests: a line a sentence, its amounts and scores on the
// right in the order of the text.
#pragma once

#include <string>
#include <vector>

#include "mention_fixture.h"
#include "table_fixture.h"

namespace crosscheck::testing {

inline std::string quantities_in(const std::string& text) {
  const auto r = read_through(text);
  std::string line;
  const auto add = [&](const std::string& part) { line += (line.empty() ? "" : "; ") + part; };
  for (const QuantityMention& q : r.mentions.quantities) {
    std::string part = to_string(Value(q.value));
    if (q.kind == QuantityKind::age) part += " age";
    if (q.kind == QuantityKind::ordinal) part += " ordinal";
    if (!q.of.empty()) part += " of " + q.of;
    if (!q.timex.empty()) part += " " + q.timex;
    add(part);
  }
  for (const ScoreMention& s : r.mentions.scores) add(to_string(Value(s.value)));
  return line;
}

inline void check_quantities(const std::vector<Case>& table) { check_table(table, quantities_in); }

}  // namespace crosscheck::testing
