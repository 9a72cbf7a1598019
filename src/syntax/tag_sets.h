// Which Penn tags make a noun, a verb, an adjective: said once for the group finder.
#pragma once

#include "syntax/syntax.h"

namespace crosscheck {

inline bool is_noun(const TaggedToken& t) {
  switch (t.xpos) {
    case Xpos::NN: case Xpos::NNS: case Xpos::NNP: case Xpos::NNPS: case Xpos::FW: return true;
    default: return t.xpos == Xpos::other && (t.upos == Upos::NOUN || t.upos == Upos::PROPN || t.upos == Upos::X);
  }
}
inline bool is_proper(const TaggedToken& t) { return t.xpos == Xpos::NNP || t.xpos == Xpos::NNPS; }
inline bool is_adjective(const TaggedToken& t) { return t.xpos == Xpos::JJ || t.xpos == Xpos::JJR || t.xpos == Xpos::JJS; }
inline bool is_adverb(const TaggedToken& t) { return t.xpos == Xpos::RB || t.xpos == Xpos::RBR || t.xpos == Xpos::RBS; }
inline bool is_participle(const TaggedToken& t) { return t.xpos == Xpos::VBN || t.xpos == Xpos::VBG; }
inline bool is_verb(const TaggedToken& t) {
  return t.xpos == Xpos::VB || t.xpos == Xpos::VBD || t.xpos == Xpos::VBG || t.xpos == Xpos::VBN || t.xpos == Xpos::VBP ||
         t.xpos == Xpos::VBZ;
}
inline bool is_determiner(const TaggedToken& t) {
  return t.xpos == Xpos::DT || t.xpos == Xpos::PDT || t.xpos == Xpos::PRPS || (t.xpos == Xpos::other && t.upos == Upos::DET);
}

}  // namespace crosscheck
