// Bytes of a file inside the program: read only, so that all processes share them and they come in when they are touched.
#pragma once

#include <cstddef>
#include <string_view>

// At file level, once a program for each name. `path`: a string literal, set by CMake, which also knows that the object
// depends on the file. A byte of zero stands behind the file's own.
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

// The bytes, as a std::string_view.
#define CROSSCHECK_EMBEDDED(name) \
  std::string_view(crosscheck_##name##_begin, static_cast<std::size_t>(crosscheck_##name##_end - crosscheck_##name##_begin))
