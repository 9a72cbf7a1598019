// A whole day's wire at once: stories are told apart by event, and nothing that one event's stories show is lost among
// the others.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli_runner.h"

namespace fs = std::filesystem;

namespace {

// Each story file of the fixtures, and the cluster that it belongs to.
std::vector<std::pair<std::string, std::string>> all_stories() {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& cluster : fs::directory_iterator(CROSSCHECK_SOURCE_DIR "/fixtures")) {
    if (!cluster.is_directory()) continue;
    for (const auto& file : fs::directory_iterator(cluster.path()))
      if (file.path().filename() != "gold.toml") out.emplace_back(file.path().string(), cluster.path().filename().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

nlohmann::json check(const std::vector<std::string>& paths) {
  std::vector<std::string> arguments{"check", "--format", "json", "--fail-on", "never"};
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  return nlohmann::json::parse(crosscheck::crosscheck_run(arguments).out);
}

std::map<std::string, int> events_of(const nlohmann::json& report) {
  std::map<std::string, int> out;
  for (const auto& story : report["stories"]) out[story["path"]] = story["event"];
  return out;
}

}  // namespace

TEST_CASE("stories of all fixtures at once are told apart by event") {
  const auto stories = all_stories();
  REQUIRE(stories.size() > 40);
  std::vector<std::string> paths;
  for (const auto& [path, cluster] : stories) paths.push_back(path);
  const nlohmann::json report = check(paths);
  const auto events = events_of(report);

  std::size_t together = 0, of_one = 0;
  for (std::size_t i = 0; i < stories.size(); ++i)
    for (std::size_t j = i + 1; j < stories.size(); ++j) {
      const bool same = events.at(stories[i].first) == events.at(stories[j].first);
      if (stories[i].second == stories[j].second) {
        ++of_one;
        together += same ? 1 : 0;
      } else if (same) {
        FAIL_CHECK(stories[i].first << " is no story of the event of " << stories[j].first);
      }
    }
  CHECK(static_cast<double>(together) >= 0.9 * static_cast<double>(of_one));

  SECTION("whatever the order") {
    std::reverse(paths.begin(), paths.end());
    CHECK(events_of(check(paths)) == events);
  }
  SECTION("no contradiction is between two events") {
    for (const auto& finding : report["findings"]) {
      if (finding["category"] != "contradiction") continue;
      std::set<int> touched;
      for (const auto& evidence : finding["evidence"]) touched.insert(events.at(evidence["path"]));
      CHECK(touched.size() == 1);
    }
  }
}

TEST_CASE("a handful of stories is one event, but for those that have nothing in common with it") {
  std::vector<std::string> own, foreign;
  for (const auto& [path, cluster] : all_stories()) {
    if (cluster == "02-mine-rescue" && own.size() < 4) own.push_back(path);
    if (cluster == "04-tennis-final" && foreign.empty()) foreign.push_back(path);
  }
  REQUIRE(own.size() == 4);
  for (const auto& [path, event] : events_of(check(own))) CHECK(event == 0);
  own.push_back(foreign.front());
  const auto events = events_of(check(own));
  for (const auto& [path, event] : events) {
    INFO(path);
    CHECK((event == events.at(own.front())) == (path != foreign.front()));
  }
  const std::vector<std::string> two{own.front(), foreign.front()};  // somebody wants to see just these side by side
  for (const auto& [path, event] : events_of(check(two))) CHECK(event == 0);
}
