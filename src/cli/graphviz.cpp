#include "cli/graphviz.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace crosscheck {
namespace {

constexpr int kNotFound = 127;  // POSIX: what a shell says of a command that is not there

// A file that goes when it is done with. Its name holds nothing that a shell would read.
class TemporaryFile {
 public:
  TemporaryFile() : name_("/tmp/crosscheck-XXXXXX"), file_(mkstemp(name_.data())) {}
  ~TemporaryFile() {
    if (file_ < 0) return;
    close(file_);
    std::remove(name_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  bool put(const std::string& text) const {
    std::size_t done = 0;
    while (file_ >= 0 && done < text.size()) {
      const ssize_t n = write(file_, text.data() + done, text.size() - done);
      if (n <= 0) return false;
      done += static_cast<std::size_t>(n);
    }
    return file_ >= 0;
  }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  int file_;
};

}  // namespace

std::string draw(const std::string& dot, std::vector<Diagnostic>& diagnostics) {
  const auto fail = [&](std::string what) {
    diagnostics.push_back({Severity::error, "graph", 0, 0, std::move(what)});
    return std::string();
  };
  const TemporaryFile file;
  if (!file.put(dot)) return fail("cannot write a temporary file");
  std::FILE* pipe = popen(("exec dot -Tsvg " + file.name() + " 2>/dev/null").c_str(), "r");
  if (pipe == nullptr) return fail("cannot start a shell");
  std::string out;
  std::array<char, 65536> buffer;
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.append(buffer.data(), n);
  const int status = pclose(pipe);
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNotFound)
    return fail("format svg is drawn by Graphviz, and there is no dot here: install graphviz, or ask for dot or graphml");
  if (status != 0) return fail("dot could not draw the graph: ask for dot or graphml");
  return out;
}

}  // namespace crosscheck
