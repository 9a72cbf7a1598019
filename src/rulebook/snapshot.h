// A loaded rulebook as bytes and back. Reading 300 KB of TOML takes some 20 ms, which every run would pay for rules that were
// known when the program was built: the build loads them once and embeds the result.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rulebook/rulebook.h"

namespace crosscheck {

// For the program that is built together with these bytes only: no version but that of this build, no other machine.
std::string write_snapshot(const Rulebook& rulebook);
// Nothing when the bytes end too early, hold more than a rulebook, or none at all.
std::optional<Rulebook> read_snapshot(std::string_view bytes);

}  // namespace crosscheck
