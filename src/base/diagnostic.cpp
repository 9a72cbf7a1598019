#include "base/diagnostic.h"

#include <fmt/format.h>

namespace crosscheck {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

std::string to_string(const Diagnostic& d) {
  std::string place = d.path;
  if (d.line != 0) place += fmt::format(":{}", d.line);
  if (d.line != 0 && d.column != 0) place += fmt::format(":{}", d.column);
  return fmt::format("{}{}{}: {}", place, place.empty() ? "" : ": ", to_string(d.severity), d.message);
}

}  // namespace crosscheck
