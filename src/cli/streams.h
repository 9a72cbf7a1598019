// Where a command writes. Reports go to `out` only; everything else that is said goes to `err`.
#pragma once

#include <cstdio>
#include <map>
#include <mutex>
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

// To options.output, which the first words open, else to `out`.
class Output {
 public:
  Output(const Options& options, Streams streams);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  void write(std::string_view text);
  std::vector<Diagnostic> close();  // what could not be written: a disk that is full, a folder that is not there

 private:
  std::string path_;
  std::FILE* const out_;
  std::FILE* file_ = nullptr;
  int error_ = 0;  // errno of the first failure
};

// Texts that come in any order, from several threads, written in order: none is kept longer than those before it take.
class InOrder {
 public:
  explicit InOrder(Output& output) : output_(output) {}
  void write(std::size_t place, std::string text);

 private:
  Output& output_;
  std::mutex mutex_;
  std::map<std::size_t, std::string> waiting_;
  std::size_t next_ = 0;
};

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
