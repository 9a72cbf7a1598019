// Runs the program inside the test: arguments in, exit code and both streams out.
#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/run.h"

namespace crosscheck {

struct Ran {
  int exit_code;
  std::string out, err;
};

inline std::string content(std::FILE* file) {
  std::string text;
  std::rewind(file);
  char buffer[65536];
  for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
  std::fclose(file);
  return text;
}

inline Ran crosscheck_run(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "crosscheck");
  std::vector<const char*> argv;
  for (const std::string& a : arguments) argv.push_back(a.c_str());
  std::FILE* out = std::tmpfile();
  std::FILE* err = std::tmpfile();
  const int code = run(static_cast<int>(argv.size()), argv.data(), {out, err});
  std::string said = content(out);
  return {code, std::move(said), content(err)};
}

// The folders of fixtures/, sorted.
inline std::vector<std::string> clusters() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(CROSSCHECK_SOURCE_DIR) / "fixtures"))
    if (entry.is_directory()) out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  REQUIRE(out.size() >= 11);
  return out;
}

}  // namespace crosscheck
