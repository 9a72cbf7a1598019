// The program as a user meets it: arguments, exit codes, what goes where, and what must hold on whole clusters.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli_runner.h"

using namespace crosscheck;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "crosscheck-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string file(const std::string& name, std::string_view bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string path(const std::string& name = "") const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::vector<std::string> stories_of(const std::string& cluster) {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(cluster))
    if (entry.path().filename() != "gold.toml") out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr std::string_view kStory =
    "date 2025-03-03\nMayor Rosa Keane opened the pool on Monday. Nine people were killed.\n";

}  // namespace

TEST_CASE("help, version and mistakes in the arguments") {
  const Ran help = crosscheck_run({"--help"});
  CHECK(help.exit_code == 0);
  CHECK(holds(help.out, "Examples:"));
  CHECK(crosscheck_run({"--version"}).out == "crosscheck 0.1.0\n");
  CHECK(crosscheck_run({"check", "--help"}).exit_code == 0);
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{},
                                                {"chekc"},
                                                {"check"},
                                                {"check", "x.txt", "--format", "yaml"},
                                                {"check", "x.txt", "--fail-on", "blue"}}) {
    const Ran ran = crosscheck_run(wrong);
    CHECK(ran.exit_code == 2);
    CHECK(ran.out.empty());
    CHECK(holds(ran.err, "crosscheck --help"));
  }
}

TEST_CASE("what cannot be read is said, and the rest is still checked") {
  const Folder folder;
  const std::string good = folder.file("good.txt", kStory);
  const std::string huge = folder.file("huge.txt", "x");
  fs::resize_file(huge, std::uintmax_t{200} << 20);
  const std::vector<std::pair<std::string, std::string>> table = {
      {folder.path("missing.txt"), "missing.txt"},
      {folder.file("empty.txt", ""), "empty.txt"},
      {folder.file("blank.txt", " \n\n \t\n"), "blank.txt"},
      {folder.file("nul.txt", std::string_view("ab\0cd\0\0\x01\x02 ef", 13)), "nul.txt"},
      {huge, "huge.txt"},
      {(fs::create_directory(folder.path("none")), folder.path("none")), "none"},
      {(mkfifo(folder.path("pipe").c_str(), 0600), folder.path("pipe")), "pipe: error: is no file"},
      {"/dev/zero", "/dev/zero: error: is no file"},
      {folder.file("bad.jsonl", "{\"text\": \"A fine day.\"}\n{\"text\": 7}\n"), "bad.jsonl"},
  };
  for (const auto& [path, name] : table) {
    INFO(path);
    const Ran ran = crosscheck_run({"check", "--format", "json", "--fail-on", "never", path, good});
    CHECK(ran.exit_code == 2);
    CHECK(holds(ran.err, name));
    CHECK(holds(ran.err, "error: "));
    const auto json = nlohmann::json::parse(ran.out);
    CHECK_FALSE(json["diagnostics"].empty());
    CHECK(std::any_of(json["stories"].begin(), json["stories"].end(), [&](const auto& s) { return s["path"] == good; }));
    CHECK_FALSE(json["claims"].empty());
  }
}

TEST_CASE("the report on what was not read, or gave nothing, is short and says so") {
  const Folder folder;
  const Ran none = crosscheck_run({"check", folder.path("missing.txt")});
  CHECK(none.exit_code == 2);
  CHECK(holds(none.out, "Nothing was read"));
  CHECK_FALSE(holds(none.out, "Nothing found"));
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += "Hm.\n\n";
  const Ran many = crosscheck_run({"check", folder.file("many.txt", lines)});
  CHECK(holds(many.out, " more)"));
  CHECK(many.out.size() < 2000);
}

TEST_CASE("encodings other than UTF-8 are read, and offsets still point into the file") {
  const Folder folder;
  std::string wide = "\xff\xfe";
  for (const char c : kStory) wide += c, wide += '\0';
  const auto json =
      nlohmann::json::parse(crosscheck_run({"mentions", "--format", "json", folder.file("w.txt", wide)}).out);
  bool seen = false;
  for (const auto& m : json["stories"][0]["mentions"])
    if (m["text"] == "Nine people") {
      seen = true;
      CHECK(wide.substr(m["start"], 4) == std::string("N\0i\0", 4));
      CHECK(m["end"].get<std::size_t>() - m["start"].get<std::size_t>() == 22);
    }
  CHECK(seen);
}

TEST_CASE("a move from one amount to another is a mention beside its ends, a range is one amount") {
  const Folder folder;
  const std::string path = folder.file("m.txt", "The fare rose from 28 to 32 crowns and the queue shrank from 90 people to 40. Fuel use fell from 40 mpg combined to 38. "
                                                "The poles were from 3 to 5 metres long. It went from bad to 7 crowns.\n");
  const auto json = nlohmann::json::parse(crosscheck_run({"mentions", "--format", "json", path}).out);
  std::string moves;
  for (const auto& m : json["stories"][0]["mentions"])
    if (m["value"].contains("from"))
      moves += m["text"].get<std::string>() + ": " + m["value"]["from"].dump() + " -> " + m["value"]["to"].dump() + " in " +
               m["value"]["low"].dump() + ".." + m["value"]["high"].dump() + " " + m["value"]["unit"].get<std::string>() + "; ";
  CHECK(moves == "28 to 32 crowns: 28 -> 32 in 28..32 crown; 90 people to 40: 90 -> 40 in 40..90 person; "
                 "40 mpg combined to 38: 40 -> 38 in 38..40 mile per gallon; ");
}

TEST_CASE("an age is told from a length of time by its unit") {
  const Folder folder;
  const std::string path = folder.file("m.txt", "Rosa Keane, 34, swam for 34 minutes. Her 8-year-old dog ran 9 miles.\n");
  const auto json = nlohmann::json::parse(crosscheck_run({"mentions", "--format", "json", path}).out);
  std::string units;
  for (const auto& m : json["stories"][0]["mentions"])
    if (m["value"].contains("unit")) units += m["text"].get<std::string>() + ": " + m["value"]["unit"].get<std::string>() + "; ";
  CHECK(units == "34: year of age; 34 minutes: second; 8-year-old: year of age; 9 miles: mile; ");
}

TEST_CASE("exit codes: clean, findings, never") {
  const Folder folder;
  const std::string a = folder.file("a.txt", "date 2025-03-03\nFormer Mayor Rosa Keane opened the pool.\n");
  const std::string b = folder.file("b.txt", "date 2025-03-03\nMayor Rosa Keane opened the pool.\n");
  CHECK(crosscheck_run({"check", b, "--fail-on", "warning"}).exit_code == 0);
  const Ran ran = crosscheck_run({"check", a, b});
  CHECK(ran.exit_code == 1);
  CHECK(holds(ran.out, "former-or-current"));
  CHECK_FALSE(holds(ran.out, "\033["));  // no colour where there is no terminal
  CHECK(crosscheck_run({"check", a, b, "--fail-on", "never"}).exit_code == 0);
}

TEST_CASE("a report that cannot be written is an error") {
  const Folder folder;
  const std::string a = folder.file("a.txt", kStory);
  if (fs::exists("/dev/full")) CHECK(crosscheck_run({"check", a, "-o", "/dev/full"}).exit_code == 2);
  CHECK(crosscheck_run({"check", a, "-o", folder.path("no/such/folder.txt")}).exit_code == 2);
}

TEST_CASE("rules of one's own are added, and every error in them is said in one run") {
  const Folder folder;
  folder.file("rules/a.toml", "schema = 1\n[words]\nx = { verb = [\"go\"] }\n");
  folder.file("rules/b.toml", "schema = 1\n[[check]]\nid = \"q\"\n");
  const Ran ran = crosscheck_run({"rules", "lint", "--rules", folder.path("rules")});
  CHECK(ran.exit_code == 2);
  CHECK(holds(ran.err, "a.toml:3:"));
  CHECK(holds(ran.err, "b.toml:2:"));
  CHECK(crosscheck_run({"rules", "lint", "--rules", folder.path("nowhere")}).exit_code == 2);
  CHECK(holds(crosscheck_run({"rules", "list"}).out, "former-or-current"));
}

TEST_CASE("fixtures are read without a word of complaint") {
  for (const std::string& cluster : clusters()) {
    INFO(cluster);
    for (const char* command : {"mentions", "claims", "check", "graph"}) {
      const Ran ran = crosscheck_run({command, cluster, "--format", "json"});
      CHECK(ran.err.empty());
      CHECK(ran.exit_code != 2);
      CHECK(nlohmann::json::accept(ran.out));
    }
  }
}

TEST_CASE("the number of threads changes no byte") {
  for (const std::string& cluster : clusters()) {
    INFO(cluster);
    for (const char* format : {"json", "text"}) {
      const Ran one = crosscheck_run({"check", cluster, "--format", format, "--jobs", "1"});
      const Ran two = crosscheck_run({"check", cluster, "--format", format, "--jobs", "2"});
      CHECK(one.out == two.out);
      CHECK(one.exit_code == two.exit_code);
    }
  }
}

TEST_CASE("the order of stories changes no finding") {
  for (const std::string& cluster : clusters()) {
    INFO(cluster);
    std::vector<std::string> paths = stories_of(cluster);
    const auto fingerprints = [&] {
      std::vector<std::string> arguments = {"check", "--format", "json", "--all"};
      arguments.insert(arguments.end(), paths.begin(), paths.end());
      std::multiset<std::string> out;
      const auto json = nlohmann::json::parse(crosscheck_run(arguments).out);
      for (const auto& f : json["findings"])
        out.insert(f["fingerprint"].get<std::string>() + " " + f["message"].get<std::string>());
      return out;
    };
    const auto forwards = fingerprints();
    std::reverse(paths.begin(), paths.end());
    CHECK(forwards == fingerprints());
  }
}

// The paragraphs below the first, which holds the head, the other way round.
static std::string turned_over(const std::string& text) {
  std::vector<std::string> paragraphs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    if (end > at) paragraphs.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  if (paragraphs.size() > 1) std::reverse(paragraphs.begin() + 1, paragraphs.end());
  std::string out;
  for (const std::string& paragraph : paragraphs) out += paragraph + "\n\n";
  return out;
}

TEST_CASE("a story against its own copy, whole or with paragraphs in another order, gives no contradiction") {
  for (const std::string& cluster : clusters())
    for (const std::string& path : stories_of(cluster)) {
      if (fs::path(path).extension() != ".txt") continue;
      INFO(path);
      std::ifstream in(path, std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      const Folder folder;
      const std::string a = folder.file("a.txt", text), b = folder.file("b.txt", text), c = folder.file("c.txt", turned_over(text));
      // what the story says against itself is found once, with or without the copy
      const auto contradictions = [](const Ran& ran) {
        std::set<std::string> out;
        const auto json = nlohmann::json::parse(ran.out);
        for (const auto& f : json["findings"])
          if (f["category"] == "contradiction")
            out.insert(f["rule"].get<std::string>() + ": " + f["message"].get<std::string>());
        return out.size();
      };
      CHECK(contradictions(crosscheck_run({"check", "--format", "json", a, b})) ==
            contradictions(crosscheck_run({"check", "--format", "json", a})));
      CHECK(contradictions(crosscheck_run({"check", "--format", "json", a, c})) <=
            contradictions(crosscheck_run({"check", "--format", "json", a})) + contradictions(crosscheck_run({"check", "--format", "json", c})));
    }
}

TEST_CASE("spans in JSON are bytes of the file") {
  for (const std::string& path : stories_of(clusters().front())) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto json = nlohmann::json::parse(crosscheck_run({"claims", "--format", "json", path}).out);
    for (const auto& c : json["claims"]) {
      const std::size_t start = c["start"], end = c["end"];
      CHECK(bytes.substr(start, end - start) == c["text"].get<std::string>());
    }
  }
}

TEST_CASE("a drawing needs Graphviz, and says so") {
  const Ran ran = crosscheck_run({"graph", clusters().front(), "--format", "svg"});
  CAPTURE(ran.err);
  if (ran.exit_code == 0) {
    CHECK(ran.out.find("<svg") != std::string::npos);
  } else {
    CHECK(ran.exit_code == 2);
    CHECK(ran.err.find("install graphviz") != std::string::npos);
  }
}
