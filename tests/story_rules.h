// The word lists that the floor story/ reads, and no other rules: its tests do not hang on claims and checks.
#pragma once

#include <catch2/catch.hpp>

#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/load_rulebook.h"

inline const crosscheck::Rulebook& story_rules() {
  static const crosscheck::Rulebook rules = [] {
    std::vector<crosscheck::RuleFile> files;
    for (crosscheck::RuleFile& file : crosscheck::built_in_rules())
      for (const std::string_view name : {"abbreviations.toml", "calendar.toml", "head-matter.toml", "lexicon/places"})
        if (std::string_view(file.path).find(name) != std::string_view::npos) files.push_back(std::move(file));
    REQUIRE(files.size() == 6);
    crosscheck::Result<crosscheck::Rulebook> loaded = crosscheck::load_rulebook(files);
    for (const crosscheck::Diagnostic& d : loaded.diagnostics) UNSCOPED_INFO(crosscheck::to_string(d));
    REQUIRE(loaded.value);
    return std::move(*loaded.value);
  }();
  return rules;
}
