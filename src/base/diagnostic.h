// What went wrong with an input (a story that cannot be read, a rule file with errors): never a finding. Worded in
// lower case without a full stop, with what was seen and, where there is one, a suggestion.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

enum class Severity : std::uint8_t { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string path;          // as given by the user; empty where there is none
  std::uint32_t line = 0;    // 1-based; 0: the whole file
  std::uint32_t column = 0;  // 1-based, in code points; 0: the whole line
  std::string message;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// "rules/my.toml:7:10: error: curly quotes cannot open a value: use straight ones"
std::string to_string(const Diagnostic& diagnostic);
std::string_view to_string(Severity severity);

inline bool any_error(const std::vector<Diagnostic>& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

// A value, and everything there is to say about how it came about. `value` is empty only when nothing usable came out.
template <class T>
struct Result {
  std::optional<T> value;
  std::vector<Diagnostic> diagnostics;

  explicit operator bool() const { return value.has_value(); }
};

}  // namespace crosscheck
