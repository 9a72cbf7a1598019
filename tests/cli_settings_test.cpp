// crosscheck.toml, the environment and the command line; and what `explain` says.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "cli_runner.h"

using namespace crosscheck;
namespace fs = std::filesystem;

namespace {

// A working folder of its own: desk/crosscheck.toml, and below it the stories that are read.
class Desk {
 public:
  explicit Desk(const std::string& settings) : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "crosscheck-desk-XXXXXX").string();
    path_ = mkdtemp(name.data());
    fs::create_directories(path_ / "desk/stories");
    if (!settings.empty()) std::ofstream(path_ / "desk/crosscheck.toml") << settings;
    std::ofstream(path_ / "desk/stories/a.txt") << "The bakery in Thale was sold for 3 million euros on Monday.\n";
    std::ofstream(path_ / "desk/stories/b.txt") << "The buyers of the bakery in Thale paid 5 million euros to its owners.\n";
    fs::current_path(path_ / "desk/stories");
  }
  ~Desk() {
    fs::current_path(before_);
    fs::remove_all(path_);
  }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

 private:
  fs::path before_, path_;
};

Ran check(std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"check", "a.txt", "b.txt"});
  return crosscheck_run(more);
}
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("without crosscheck.toml a contradiction fails the run") {
  const Desk desk("");
  const Ran ran = check();
  INFO(ran.out);
  CHECK(ran.exit_code == 1);
  CHECK(ran.err.empty());
}

TEST_CASE("crosscheck.toml is found upwards, the environment beats it, a flag beats both") {
  const Desk desk("fail-on = \"never\"\n");
  CHECK(check().exit_code == 0);
  setenv("CROSSCHECK_FAIL_ON", "warning", 1);
  CHECK(check().exit_code == 1);
  CHECK(check({"--fail-on", "never"}).exit_code == 0);
  unsetenv("CROSSCHECK_FAIL_ON");
}

TEST_CASE("contradictions that are not sure enough are quiet") {
  const Desk desk("least-confidence = 1\n");
  CHECK(check().exit_code == 0);
  CHECK(check({"--least-confidence", "0.1"}).exit_code == 1);
  CHECK(holds(check({"--all"}).out, "CONTRADICTION"));
}

TEST_CASE("mistakes in crosscheck.toml are told with their place, all of them, and nothing runs") {
  const auto [settings, message] = GENERATE(table<std::string, std::string>({
      {"jobs = -1\n", ":1:8: error: jobs must be a whole number from 0 to 1024"},
      {"jobs = 2\nfail_on = \"never\"\n", ":2:1: error: "},
      {"fail-on = \"always\"\n", ":1:11: error: fail-on must be"},
      {"least-confidence = 2\n", ":1:20: error: least-confidence must lie between 0 and 1"},
      {"rules = [\n", "crosscheck.toml:"},
      {"rules = \"no-such-folder\"\n", "no such folder of rules"},
  }));
  const Desk desk(settings);
  const Ran ran = check();
  INFO(ran.err);
  CHECK(ran.exit_code == 2);
  CHECK(ran.out.empty());
  CHECK(holds(ran.err, message));
}

TEST_CASE("help needs no settings") {
  const Desk desk("jobs = -1\n");
  CHECK(crosscheck_run({"--help"}).exit_code == 0);
}

TEST_CASE("explain tells what was held against what, how near it was, and what kept it apart") {
  const Desk desk("");
  const Ran found = crosscheck_run({"explain", "a.txt", "b.txt", "--about", "3 million"});
  INFO(found.out);
  CHECK(found.exit_code == 0);
  CHECK(holds(found.out, "a.txt:1:1: The bakery in Thale was sold for 3 million euros on Monday."));
  CHECK(holds(found.out, "held against it"));
  CHECK(holds(found.out, "b.txt:1:"));
  const Ran none = crosscheck_run({"explain", "a.txt", "b.txt", "--about", "a bridge"});
  CHECK(holds(none.out, "No sentence holds “a bridge”."));
  CHECK(crosscheck_run({"explain", "a.txt"}).exit_code == 2);
}
