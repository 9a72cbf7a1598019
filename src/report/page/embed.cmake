# The page of the HTML report goes into the program as it lies here. Its Content-Security-Policy names the one style and
# the one script by their SHA-256, in base64 as CSP Level 3 wants it; CMake gives hexadecimal digits.
set(page ${CMAKE_SOURCE_DIR}/src/report/page)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page}/page.css ${page}/page.js)

function(csp_hash path out)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  file(SHA256 ${path} digits)
  string(APPEND digits "00")  # 32 bytes want one more to make groups of three
  set(encoded "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING ${digits} ${at} 6 group)
    foreach(shift 18 12 6 0)
      math(EXPR index "(0x${group} >> ${shift}) & 63")
      string(SUBSTRING ${alphabet} ${index} 1 letter)
      string(APPEND encoded ${letter})
    endforeach()
  endforeach()
  string(SUBSTRING ${encoded} 0 43 encoded)
  set(${out} "sha256-${encoded}=" PARENT_SCOPE)
endfunction()

csp_hash(${page}/page.css style_hash)
csp_hash(${page}/page.js script_hash)
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/report/html_template.cpp PROPERTIES
  COMPILE_DEFINITIONS "CROSSCHECK_PAGE=\"${page}\";CROSSCHECK_STYLE_HASH=\"${style_hash}\";CROSSCHECK_SCRIPT_HASH=\"${script_hash}\""
  OBJECT_DEPENDS "${page}/page.html;${page}/page.css;${page}/page.js")
