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
#include <utility>

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

Output::Output(const Options& options, Streams streams) : path_(options.output), out_(streams.out) {}

Output::~Output() {
  if (file_ != nullptr && file_ != out_) std::fclose(file_);
}

void Output::write(std::string_view text) {
  if (error_ != 0) return;
  if (file_ == nullptr) file_ = path_.empty() ? out_ : std::fopen(path_.c_str(), "wb");
  if (file_ == nullptr || std::fwrite(text.data(), 1, text.size(), file_) != text.size()) error_ = errno;
}

std::vector<Diagnostic> Output::close() {
  write("");
  if (file_ != nullptr && std::fflush(file_) != 0 && error_ == 0) error_ = errno;
  if (file_ != nullptr && file_ != out_ && std::fclose(file_) != 0 && error_ == 0) error_ = errno;
  file_ = out_;
  if (error_ == 0) return {};
  return {{Severity::error, path_.empty() ? "standard output" : path_, 0, 0,
           fmt::format("cannot write: {}", std::strerror(error_))}};
}

void InOrder::write(std::size_t place, std::string text) {
  const std::lock_guard lock(mutex_);
  if (place != next_) {
    waiting_.emplace(place, std::move(text));
    return;
  }
  output_.write(text);
  ++next_;
  for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; first = waiting_.erase(first), ++next_)
    output_.write(first->second);
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
