// Where in a story its word hits, noun groups and mentions begin: one look a token instead of a search. Made once a story.
#pragma once

#include <cstdint>
#include <vector>

#include "claim/engine_lists.h"
#include "mention/mentions.h"
#include "story/story.h"
#include "syntax/language.h"
#include "syntax/syntax.h"

namespace crosscheck {

enum class MentionType : std::uint8_t { quantity, time, score, code, name, title, quote };

// One mention of any type; tokens [first, last) cover it.
struct MentionRef {
  std::uint32_t first = 0, last = 0;
  MentionType type = MentionType::quantity;
  std::uint32_t index = 0;  // into the vector of its type in Mentions
};

struct StoryIndex {
  StoryIndex(const Language& language, const EngineLists& lists, const Story& story, const Syntax& syntax, const Mentions& mentions);

  const Language& language;
  const Rulebook& rulebook;
  const EngineLists& lists;
  const Story& story;
  const Syntax& syntax;
  const Mentions& mentions;

  std::vector<std::uint32_t> hit_begin;   // per token, one more at the end: hits that begin there
  std::vector<std::uint32_t> group_of;    // per token: its noun group, or kNone
  std::vector<MentionRef> refs;           // sorted by first token, longer first
  std::vector<std::uint32_t> ref_begin;   // per token, one more at the end
  std::vector<std::uint32_t> sentence_of; // per token

  const TaggedToken& tag(std::uint32_t token) const { return syntax.tokens[token]; }
  const NounGroup* group(std::uint32_t token) const {
    return group_of[token] == kNone ? nullptr : &syntax.noun_groups[group_of[token]];
  }
  // Is there a hit of `list` (or a list that it includes) that begins at the token; the longest one.
  const WordHit* hit_at(std::uint32_t token, ListId list) const;
  Span span(std::uint32_t first, std::uint32_t last) const { return story.span(first, last); }
};

}  // namespace crosscheck
