// What each cluster of fixtures/ gives, a line a finding, kept in tests/golden/. A change there is to be read and meant:
// CROSSCHECK_UPDATE_GOLDEN=1 writes the files anew (refused in CI).
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "cli_runner.h"

namespace fs = std::filesystem;
using namespace crosscheck;

namespace {

std::string findings_of(const std::string& cluster) {
  std::string out;
  const Ran ran = crosscheck_run({"check", "--format", "json", cluster});
  const auto json = nlohmann::json::parse(ran.out);
  for (const auto& f : json["findings"]) {
    out += f["category"].get<std::string>() + " " + f["rule"].get<std::string>() + ": " + f["message"].get<std::string>() + "\n";
    for (const auto& e : f["evidence"])
      out += "  " + fs::path(e["path"].get<std::string>()).filename().string() + ":" + std::to_string(e["line"].get<int>()) + ": " +
             e["text"].get<std::string>() + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("every cluster gives what it gave") {
  const bool update = std::getenv("CROSSCHECK_UPDATE_GOLDEN") != nullptr;
  REQUIRE_FALSE((update && std::getenv("CI") != nullptr));
  for (const std::string& cluster : clusters()) {
    const fs::path golden = fs::path(CROSSCHECK_SOURCE_DIR) / "tests/golden" / (fs::path(cluster).filename().string() + ".txt");
    const std::string found = findings_of(cluster);
    if (update) std::ofstream(golden, std::ios::binary) << found;
    INFO(golden.string());
    std::ifstream in(golden, std::ios::binary);
    REQUIRE(in.good());
    CHECK(found == std::string(std::istreambuf_iterator<char>(in), {}));
  }
}
