// Part of the build: the rules in the program, loaded, as a snapshot on standard output's file. Rules with errors give an
// empty snapshot, so that the program can still be built to tell of them.
#include <cstdio>
#include <fstream>

#include "rulebook/load_rulebook.h"
#include "rulebook/snapshot.h"

int main(int argc, char** argv) {
  using namespace crosscheck;
  if (argc != 2) return 2;
  const Result<Rulebook> loaded = load_rulebook(built_in_rules());
  for (const Diagnostic& diagnostic : loaded.diagnostics)
    if (diagnostic.severity == Severity::error) std::fprintf(stderr, "%s\n", to_string(diagnostic).c_str());
  std::ofstream out(argv[1], std::ios::binary | std::ios::trunc);
  if (loaded) out << write_snapshot(*loaded.value);
  out.close();
  return out ? 0 : 1;
}
