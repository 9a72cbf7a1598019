// rules/*.toml -> Rulebook. The only user of toml++. Unknown keys are errors; every error of every file comes in one run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct RuleFile {
  std::string path;  // as shown in messages: "rules/claims/people.toml"
  std::string text;
};

// The rules compiled into the program, in order of path.
std::vector<RuleFile> built_in_rules();

// Every *.toml below `directory`, in order of path. A file of the same relative path as a built-in one (claims/people.toml)
// replaces it when the two are merged by with_replacements().
Result<std::vector<RuleFile>> read_rule_files(const std::filesystem::path& directory);
std::vector<RuleFile> with_replacements(std::vector<RuleFile> base, std::vector<RuleFile> added);

// `value` is empty when any file has an error. Warnings come along either way.
Result<Rulebook> load_rulebook(const std::vector<RuleFile>& files);

// load_rulebook(built_in_rules()) without its warnings, as the build left it: some 2 ms instead of 20 and more.
// In the library built_in_rulebook, which cli links.
Result<Rulebook> built_in_rulebook();

}  // namespace crosscheck
