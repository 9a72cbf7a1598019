#include "rulebook/settings.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "rulebook/reader.h"

namespace crosscheck {
namespace fs = std::filesystem;
namespace {

constexpr const char* kName = "crosscheck.toml";
constexpr std::int64_t kMostThreads = 1024;

void read_table(const loading::Reader& reader, const toml::table& table, const fs::path& folder, Settings& out) {
  reader.only_keys(table, kName, {"rules", "jobs", "fail-on", "least-confidence"});
  if (const std::string rules = reader.text(table, "rules"); !rules.empty()) out.rules = (folder / rules).lexically_normal().string();
  if (const toml::node* jobs = table.get("jobs")) {
    const auto number = jobs->value_exact<std::int64_t>();
    if (number && *number >= 0 && *number <= kMostThreads) out.jobs = static_cast<unsigned>(*number);
    else reader.error(reader.at(*jobs), fmt::format("jobs must be a whole number from 0 to {}", kMostThreads));
  }
  if (const toml::node* bar = table.get("fail-on")) {
    const std::string word = bar->value_or(std::string());
    if (std::find(kFailOn.begin(), kFailOn.end(), word) != kFailOn.end()) out.fail_on = word;
    else reader.error(reader.at(*bar), "fail-on must be \"note\", \"warning\", \"error\" or \"never\"");
  }
  if (const toml::node* least = table.get("least-confidence")) {
    const auto number = reader.as_number(*least, "least-confidence");
    if (number && *number >= 0 && *number <= 1) out.least_confidence = *number;
    else if (number) reader.error(reader.at(*least), "least-confidence must lie between 0 and 1");
  }
}

}  // namespace

Result<Settings> find_settings(const fs::path& folder) {
  Result<Settings> out;
  out.value.emplace();
  std::error_code code;
  for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
    const fs::path file = at / kName;
    if (!fs::is_regular_file(file, code)) {
      if (at == at.parent_path()) break;
      continue;
    }
    std::ifstream in(file, std::ios::binary);
    const RuleFile read{file.string(), std::string(std::istreambuf_iterator<char>(in), {})};
    const loading::Reader reader(read, out.diagnostics);
    if (!in) reader.error({read.path, 0, 0}, "these settings cannot be read");
    try {
      read_table(reader, toml::parse(read.text), at, *out.value);
    } catch (const toml::parse_error& problem) {
      reader.error(reader.at(problem.source()), std::string(problem.description()));
    }
    break;
  }
  if (any_error(out.diagnostics)) out.value.reset();
  return out;
}

}  // namespace crosscheck
