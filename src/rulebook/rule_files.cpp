#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>

#include <fmt/format.h>

#include "rulebook/load_rulebook.h"

namespace crosscheck {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kLargestRuleFile = 4u << 20;

Diagnostic error(std::string path, std::string message) { return {Severity::error, std::move(path), 0, 0, std::move(message)}; }

// claims/people.toml of rules/claims/people.toml, /desk/rules/claims/people.toml: the last folder and the name.
std::string relative_name(const std::string& path) {
  const fs::path p(path);
  const std::string folder = p.parent_path().filename().string();
  return folder == "rules" || folder.empty() ? p.filename().string() : folder + "/" + p.filename().string();
}

void read_one(const fs::path& path, Result<std::vector<RuleFile>>& out) {
  std::error_code code;
  const auto size = fs::file_size(path, code);
  if (!code && size > kLargestRuleFile) {
    out.diagnostics.push_back(error(path.generic_string(), fmt::format("a rule file of {} bytes: at most {} are read", size, kLargestRuleFile)));
    return;
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    out.diagnostics.push_back(error(path.generic_string(), "this rule file cannot be read"));
    return;
  }
  out.value->push_back({path.generic_string(), std::string(std::istreambuf_iterator<char>(in), {})});
}

}  // namespace

Result<std::vector<RuleFile>> read_rule_files(const fs::path& directory) {
  Result<std::vector<RuleFile>> out;
  std::error_code code;
  if (!fs::is_directory(directory, code)) {
    const bool exists = fs::exists(directory, code);
    out.diagnostics.push_back(error(directory.generic_string(), exists ? "not a folder: rules are read from a folder of .toml files"
                                                                       : "no such folder of rules"));
    return out;
  }
  std::vector<fs::path> paths;
  for (auto it = fs::recursive_directory_iterator(directory, fs::directory_options::skip_permission_denied, code);
       !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
    std::error_code ignored;
    if (it->path().extension() == ".toml" && it->is_regular_file(ignored)) paths.push_back(it->path());
  }
  if (code) {
    out.diagnostics.push_back(error(directory.generic_string(), "this folder cannot be read: " + code.message()));
    return out;
  }
  std::sort(paths.begin(), paths.end(), [](const fs::path& a, const fs::path& b) { return a.generic_string() < b.generic_string(); });
  out.value.emplace();
  for (const fs::path& path : paths) read_one(path, out);
  if (paths.empty()) out.diagnostics.push_back(error(directory.generic_string(), "no .toml file in this folder"));
  if (any_error(out.diagnostics)) out.value.reset();
  return out;
}

std::vector<RuleFile> with_replacements(std::vector<RuleFile> base, std::vector<RuleFile> added) {
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < base.size(); ++i) place.emplace(relative_name(base[i].path), i);
  std::vector<RuleFile> fresh;
  for (RuleFile& file : added) {
    const auto same = place.find(relative_name(file.path));
    if (same == place.end()) fresh.push_back(std::move(file));
    else base[same->second] = std::move(file);
  }
  std::move(fresh.begin(), fresh.end(), std::back_inserter(base));
  return base;
}

}  // namespace crosscheck
