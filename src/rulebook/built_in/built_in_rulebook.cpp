#include <string_view>

#include "rulebook/load_rulebook.h"
#include "rulebook/snapshot.h"

extern "C" {
extern const char crosscheck_rules_snapshot[], crosscheck_rules_snapshot_end[];
}

namespace crosscheck {

Result<Rulebook> built_in_rulebook() {
  const std::string_view bytes(crosscheck_rules_snapshot, static_cast<std::size_t>(crosscheck_rules_snapshot_end - crosscheck_rules_snapshot));
  if (auto rulebook = read_snapshot(bytes)) return {std::move(rulebook), {}};
  return load_rulebook(built_in_rules());  // they have errors: tell which
}

}  // namespace crosscheck
