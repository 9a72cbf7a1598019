// Lemmas by rule, for what WordNet does not have: names of new things ("to livestream"), rare compounds.
#pragma once

#include <string>
#include <string_view>

#include "syntax/syntax.h"
#include "syntax/wordnet.h"

namespace crosscheck {

// The lemma of a folded form as it is used here: WordNet's exceptions and detachments first, then the same for the known
// tail of a compound ("livestreamed", "fact-checks"), then the endings of regular inflection alone.
// A form that is no inflection of its class comes back as it is. Xpos::other: any form of that part of speech.
std::string rule_lemma(std::string_view folded, Upos upos, Xpos xpos, const WordNet& wordnet);

}  // namespace crosscheck
