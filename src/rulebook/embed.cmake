# Every rules/**/*.toml goes into the program as the default rules: one assembler file with .incbin, which costs nothing to
# compile. CONFIGURE_DEPENDS sees new files, OBJECT_DEPENDS sees changed ones.
file(GLOB_RECURSE rule_paths CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/rules ${CMAKE_SOURCE_DIR}/rules/*.toml)
list(SORT rule_paths)
set(rule_assembly "  .section .rodata\n")
set(rule_externals "")
set(rule_entries "")
set(rule_full_paths "")
set(rule_number 0)
foreach(path IN LISTS rule_paths)
  string(APPEND rule_assembly
    "  .global crosscheck_rule_${rule_number}\n  .global crosscheck_rule_${rule_number}_end\n"
    "crosscheck_rule_${rule_number}:\n  .incbin \"${CMAKE_SOURCE_DIR}/rules/${path}\"\ncrosscheck_rule_${rule_number}_end:\n  .byte 0\n")
  string(APPEND rule_externals "extern const char crosscheck_rule_${rule_number}[], crosscheck_rule_${rule_number}_end[];\n")
  string(APPEND rule_entries "    {\"rules/${path}\", crosscheck_rule_${rule_number}, crosscheck_rule_${rule_number}_end},\n")
  list(APPEND rule_full_paths ${CMAKE_SOURCE_DIR}/rules/${path})
  math(EXPR rule_number "${rule_number} + 1")
endforeach()
string(APPEND rule_assembly "  .section .note.GNU-stack,\"\",@progbits\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/built_in_rules.S CONTENT "${rule_assembly}" @ONLY)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/built_in_rules.cpp CONTENT
"// Made by src/rulebook/embed.cmake.
#include \"rulebook/load_rulebook.h\"

extern \"C\" {
${rule_externals}}

namespace crosscheck {

std::vector<RuleFile> built_in_rules() {
  struct Embedded {
    const char* path;
    const char* begin;
    const char* end;
  };
  static const std::vector<Embedded> kRules = {
${rule_entries}  };
  std::vector<RuleFile> out;
  out.reserve(kRules.size());
  for (const Embedded& rule : kRules) out.push_back({rule.path, std::string(rule.begin, rule.end)});
  return out;
}

}  // namespace crosscheck
" @ONLY)
enable_language(ASM)
set_source_files_properties(${CMAKE_BINARY_DIR}/generated/built_in_rules.S PROPERTIES OBJECT_DEPENDS "${rule_full_paths}")
target_sources(rulebook PRIVATE ${CMAKE_BINARY_DIR}/generated/built_in_rules.S ${CMAKE_BINARY_DIR}/generated/built_in_rules.cpp)

# The same rules, loaded by the build, so that no run has to: built_in_rulebook() (src/rulebook/built_in/).
set(rules_snapshot ${CMAKE_BINARY_DIR}/generated/rules.bin)
add_executable(compile_rules ${CMAKE_SOURCE_DIR}/src/rulebook/built_in/compile_rules.cpp)
target_link_libraries(compile_rules PRIVATE rulebook)
add_custom_command(OUTPUT ${rules_snapshot} COMMAND compile_rules ${rules_snapshot} DEPENDS compile_rules VERBATIM)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/rules_snapshot.S CONTENT
"  .section .rodata
  .global crosscheck_rules_snapshot
  .global crosscheck_rules_snapshot_end
crosscheck_rules_snapshot:
  .incbin \"${rules_snapshot}\"
crosscheck_rules_snapshot_end:
  .byte 0
  .section .note.GNU-stack,\"\",@progbits
" @ONLY)
set_source_files_properties(${CMAKE_BINARY_DIR}/generated/rules_snapshot.S PROPERTIES OBJECT_DEPENDS ${rules_snapshot})
add_library(built_in_rulebook STATIC ${CMAKE_SOURCE_DIR}/src/rulebook/built_in/built_in_rulebook.cpp
  ${CMAKE_BINARY_DIR}/generated/rules_snapshot.S)
target_link_libraries(built_in_rulebook PUBLIC rulebook)
get_target_property(cli_type cli TYPE)
if(cli_type STREQUAL "STATIC_LIBRARY")
  target_link_libraries(cli PUBLIC built_in_rulebook)
endif()
