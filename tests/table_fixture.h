// Tables of one-line cases: a text on the left, what is found in it on the right.
#pragma once

#include <catch2/catch.hpp>

#include <vector>

namespace crosscheck::testing {

struct Case {
  const char* text;
  const char* found;
};

// `found_in(text)` gives the line that is compared.
template <class F>
void check_table(const std::vector<Case>& table, F found_in) {
  for (const Case& c : table) {
    INFO(c.text);
    CHECK(found_in(c.text) == c.found);
  }
}

}  // namespace crosscheck::testing
