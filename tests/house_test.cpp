// The house: folders of src/ are floors in a fixed order, and an include never goes up.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kFloors = {"base",  "value", "rulebook", "story",  "syntax", "mention",
                                          "claim", "graph", "finding",  "report", "cli"};

// What a source text includes of src/ from above the floor `own`; "" is main.cpp, which may use everything.
std::vector<std::string> upward_includes(const std::string& text, const std::string& own) {
  const auto level = [](const std::string& floor) {
    return std::find(kFloors.begin(), kFloors.end(), floor) - kFloors.begin();
  };
  std::vector<std::string> bad;
  for (std::size_t at = text.find("#include \""); at != std::string::npos; at = text.find("#include \"", at + 1)) {
    const std::size_t begin = at + 10, end = text.find('"', begin);
    const std::string included = text.substr(begin, end - begin), floor = included.substr(0, included.find('/'));
    if (!own.empty() && level(floor) > level(own)) bad.push_back(included);
  }
  return bad;
}

}  // namespace

TEST_CASE("includes go down only") {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(CROSSCHECK_SOURCE_DIR) / "src")) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cpp") continue;
    ++files;
    std::ifstream in(entry.path());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const fs::path inside = fs::relative(entry.path(), fs::path(CROSSCHECK_SOURCE_DIR) / "src");
    const std::string own = inside.has_parent_path() ? inside.begin()->string() : "";
    INFO(inside.string());
    if (!own.empty()) CHECK(std::find(kFloors.begin(), kFloors.end(), own) != kFloors.end());
    CHECK(upward_includes(text, own) == std::vector<std::string>{});
  }
  CHECK(files > 30);
}

TEST_CASE("the check on includes sees an upward one") {
  CHECK(upward_includes("#include \"claim/claims.h\"\n#include <vector>\n", "value") ==
        std::vector<std::string>{"claim/claims.h"});
  CHECK(upward_includes("#include \"base/span.h\"\n", "value").empty());
  CHECK(upward_includes("#include \"nowhere/x.h\"\n", "value") == std::vector<std::string>{"nowhere/x.h"});
}
