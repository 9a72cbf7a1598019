#include "cli/streams.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace crosscheck {

TextStyle text_style(std::FILE* stream, bool all) {
  TextStyle style;
  style.all = all;
  const int file = fileno(stream);
  if (isatty(file) == 0) return style;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  style.colour = (no_color == nullptr || *no_color == '\0') && (term == nullptr || std::strcmp(term, "dumb") != 0);
  winsize size{};
  if (ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    style.width = std::clamp<std::size_t>(size.ws_col, 40, 160);
  return style;
}

std::vector<Diagnostic> write_output(const std::string& text, const Options& options, Streams streams) {
  std::FILE* file = streams.out;
  const std::string path = options.output.empty() ? "standard output" : options.output;
  if (!options.output.empty()) {
    file = std::fopen(options.output.c_str(), "wb");
    if (file == nullptr) return {{Severity::error, path, 0, 0, fmt::format("cannot write: {}", std::strerror(errno))}};
  }
  bool good = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  good = std::fflush(file) == 0 && good;
  const int why = errno;
  if (file != streams.out) good = std::fclose(file) == 0 && good;
  if (good) return {};
  return {{Severity::error, path, 0, 0, fmt::format("cannot write: {}", std::strerror(why))}};
}

void print(const std::vector<Diagnostic>& diagnostics, std::FILE* err) {
  for (const Diagnostic& d : diagnostics) fmt::print(err, "{}\n", to_string(d));
}

struct Progress::State {
  std::FILE* err;
  std::size_t total, done = 0;
  bool terminal, shown = false;
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now(), last = begun;
  std::mutex mutex;

  State(std::FILE* e, std::size_t n) : err(e), total(n), terminal(isatty(fileno(e)) != 0) {}
};

Progress::Progress(std::FILE* err, std::size_t total) : state_(new State(err, total)) {}

Progress::~Progress() {
  if (state_->shown) fmt::print(state_->err, "\r\033[K");
  delete state_;
}

void Progress::step(std::size_t stories) {
  using namespace std::chrono_literals;
  const std::lock_guard lock(state_->mutex);
  state_->done += stories;
  const auto now = std::chrono::steady_clock::now();
  if (!state_->terminal || now - state_->begun < 1s || now - state_->last < 100ms) return;
  state_->last = now;
  state_->shown = true;
  fmt::print(state_->err, "\rcrosscheck: {} of {} stories", state_->done, state_->total);
  std::fflush(state_->err);
}

}  // namespace crosscheck
