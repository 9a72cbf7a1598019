#include "syntax/embedded.h"

#include "base/embed.h"

// Paths are set in embed.cmake.
CROSSCHECK_EMBED(wordnet, CROSSCHECK_WORDNET_FILE);
CROSSCHECK_EMBED(tagger, CROSSCHECK_TAGGER_FILE);
CROSSCHECK_EMBED(relations, CROSSCHECK_RELATIONS_FILE);

namespace crosscheck {

std::string_view embedded_wordnet() { return CROSSCHECK_EMBEDDED(wordnet); }
std::string_view embedded_tagger() { return CROSSCHECK_EMBEDDED(tagger); }
std::string_view embedded_relations() { return CROSSCHECK_EMBEDDED(relations); }

}  // namespace crosscheck
