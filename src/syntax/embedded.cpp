#include "syntax/embedded.h"

#include <cstddef>

// Read only, so the pages are shared by all processes and come in when they are touched. Paths are set in embed.cmake.
#define CROSSCHECK_EMBED(name, path)                                         \
  __asm__(".section .rodata\n"                                              \
          ".balign 64\n"                                                    \
          ".globl crosscheck_" #name "_begin\n"                             \
          ".globl crosscheck_" #name "_end\n"                               \
          "crosscheck_" #name "_begin:\n"                                   \
          ".incbin \"" path "\"\n"                                          \
          "crosscheck_" #name "_end:\n"                                     \
          ".byte 0\n"                                                       \
          ".text\n");                                                       \
  extern "C" const char crosscheck_##name##_begin[];                        \
  extern "C" const char crosscheck_##name##_end[]

CROSSCHECK_EMBED(wordnet, CROSSCHECK_WORDNET_FILE);
CROSSCHECK_EMBED(tagger, CROSSCHECK_TAGGER_FILE);
CROSSCHECK_EMBED(relations, CROSSCHECK_RELATIONS_FILE);

namespace crosscheck {

std::string_view embedded_wordnet() {
  return {crosscheck_wordnet_begin, static_cast<std::size_t>(crosscheck_wordnet_end - crosscheck_wordnet_begin)};
}
std::string_view embedded_tagger() {
  return {crosscheck_tagger_begin, static_cast<std::size_t>(crosscheck_tagger_end - crosscheck_tagger_begin)};
}
std::string_view embedded_relations() {
  return {crosscheck_relations_begin, static_cast<std::size_t>(crosscheck_relations_end - crosscheck_relations_begin)};
}

}  // namespace crosscheck
