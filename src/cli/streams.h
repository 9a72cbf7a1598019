// Where a command writes. Reports go to `out` only; everything else that is said goes to `err`.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "cli/options.h"
#include "report/report.h"

namespace crosscheck {

struct Streams {
  std::FILE* out;
  std::FILE* err;
};

// Colour only on a terminal, and not where NO_COLOR is set (no-color.org) or TERM is dumb; width of the terminal, else
// 100.
TextStyle text_style(std::FILE* stream, bool all);

// To options.output, else to `out`. A disk that is full is an error.
std::vector<Diagnostic> write_output(const std::string& text, const Options& options, Streams streams);

void print(const std::vector<Diagnostic>& diagnostics, std::FILE* err);

// "crosscheck: 120 of 500 stories" on one line that is written over; only on a terminal, and only when the work takes
// more than a second. Safe from several threads.
class Progress {
 public:
  Progress(std::FILE* err, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step(std::size_t stories);

 private:
  struct State;
  State* state_;
};

}  // namespace crosscheck
