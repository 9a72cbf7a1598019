// Any bytes as a rule file.
#include <cstddef>
#include <cstdint>

#include "rulebook/load_rulebook.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crosscheck;
  const Result<Rulebook> rules = load_rulebook({{"fuzz.toml", std::string(reinterpret_cast<const char*>(data), size)}});
  for (const Diagnostic& d : rules.diagnostics) (void)to_string(d);
  return 0;
}
