// The files of weights/ inside the program.
#pragma once

#include <string_view>

namespace crosscheck {

std::string_view embedded_wordnet();
std::string_view embedded_tagger();
std::string_view embedded_relations();

}  // namespace crosscheck
