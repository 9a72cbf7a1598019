// Reads a treebank in CoNLL-U (gzip or plain) the way newspaper text is cut: hyphens within a word do not split it.
#pragma once

#include <string>
#include <vector>

#include "syntax/syntax.h"

namespace crosscheck {

struct TreebankToken {
  std::string form, lemma;
  Upos upos = Upos::X;
  Xpos xpos = Xpos::other;
  bool auxiliary_to_drop = false;  // copula or passive auxiliary, no modal: headlines do without
  bool article = false;
  bool headline_capitals = false;  // capitals that say nothing (see Casing)
};
using TreebankSentence = std::vector<TreebankToken>;

std::vector<TreebankSentence> read_treebank(const std::string& path);  // throws std::runtime_error

// As a headline would have it: capitals on the words (short function words stay small if `style` is 1; all letters capital
// if it is 2), no auxiliary.
TreebankSentence as_headline(const TreebankSentence& sentence, int style, bool drop_articles);

}  // namespace crosscheck
