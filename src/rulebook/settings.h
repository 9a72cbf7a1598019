// crosscheck.toml: what a desk wants of every run. A flag on the command line beats the environment, that beats the file.
#pragma once

#include <array>
#include <filesystem>
#include <string>

#include "base/diagnostic.h"

namespace crosscheck {

// The severity at which `check` fails.
inline constexpr std::array<const char*, 4> kFailOn = {"note", "warning", "error", "never"};

struct Settings {
  std::string rules;  // folder of rule files; a relative one is relative to the folder of the settings
  unsigned jobs = 0;  // threads; 0: one a core
  std::string fail_on = "warning";  // one of kFailOn
  double least_confidence = 0;  // 0..1: contradictions less sure than this are quiet
};

// Of the first crosscheck.toml in `folder` or above it; where there is none, the defaults. Unknown keys are errors.
Result<Settings> find_settings(const std::filesystem::path& folder);

}  // namespace crosscheck
