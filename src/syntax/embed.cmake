# The tables of weights/ go into the program as they are. How they were made stands in weights/README.md.
set(tables ${CMAKE_SOURCE_DIR}/src/syntax/weights)
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/syntax/embedded.cpp PROPERTIES
  COMPILE_DEFINITIONS "CROSSCHECK_WORDNET_FILE=\"${tables}/wordnet.bin\";CROSSCHECK_TAGGER_FILE=\"${tables}/tagger.bin\";CROSSCHECK_RELATIONS_FILE=\"${tables}/relations.bin\""
  OBJECT_DEPENDS "${tables}/wordnet.bin;${tables}/tagger.bin;${tables}/relations.bin")

# Tools for whoever makes them anew or measures them; nobody needs these to build crosscheck.
set(train ${CMAKE_SOURCE_DIR}/src/syntax/train)
add_executable(compile_wordnet EXCLUDE_FROM_ALL ${train}/compile_wordnet.cpp src/syntax/wordnet.cpp)
target_link_libraries(compile_wordnet PRIVATE crosscheck_flags)
add_executable(compile_relations EXCLUDE_FROM_ALL ${train}/compile_relations.cpp src/syntax/wordnet.cpp)
target_link_libraries(compile_relations PRIVATE crosscheck_flags)
add_executable(train_tagger EXCLUDE_FROM_ALL ${train}/train_tagger.cpp ${train}/conllu.cpp
  src/syntax/wordnet.cpp src/syntax/tagger_model.cpp src/syntax/word_rules.cpp)
target_link_libraries(train_tagger PRIVATE base)
add_executable(measure_tagger EXCLUDE_FROM_ALL ${train}/measure_tagger.cpp ${train}/conllu.cpp)
target_link_libraries(measure_tagger PRIVATE syntax)
