// What the parts of PeopleFinder share while they read one story.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "mention/mentions.h"
#include "mention/people_tables.h"
#include "story/story.h"
#include "syntax/syntax.h"

namespace crosscheck::people {

// A name as found, before names become entities.
struct Found {
  std::uint32_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0;
  NameKind kind = NameKind::other;
  char gender = 0;
  bool honorific = false;
  bool known = false;                 // by a list or a place table, not by its looks
  bool demonym = false;               // "Ukrainian": stands for its place only before offices and bodies
  bool sure = false;                  // a person by title, honorific or first name
  std::uint32_t place = kNone;        // index into Rulebook::places
  const PlaceForm* form = nullptr;    // of a place of the rules: how it is written, and what else it may be
  std::uint32_t centre = kNone;       // of "the Oslo area": the place it lies around
  Place told;                         // of a place that the rules do not know, or not as this one: itself and what it lies in
};

struct Work {
  Work(const Tables& tables, const Story& story, const Syntax& syntax, Mentions& out);

  const Tables& tables;
  const Story& story;
  const Syntax& syntax;
  Mentions& out;

  std::vector<std::uint64_t> flags;        // parallel to tokens
  std::vector<std::uint64_t> starts;       // per token: the lists of the hits that begin there
  std::vector<std::uint32_t> cue_hits;     // those of lists with Cue bits, as indices into hits
  std::vector<std::uint32_t> thing_hits;   // those of lists for nominals
  std::vector<std::uint8_t> capital;       // per token: 1 begins with a capital, 2 all capitals
  std::vector<std::uint32_t> sentence_of;  // per token
  std::vector<std::uint64_t> flags_in;     // per sentence: all flags of its tokens
  // Per sentence: a headline where (nearly) every word of some length has a capital tells nothing by its capitals.
  std::vector<bool> title_case;
  std::vector<Found> found;                // names, demonyms too; sorted by place
  std::vector<std::uint32_t> owner;        // parallel to Mentions::titles: in `found`, whose body the title is of; kNone
  std::vector<std::uint32_t> name_of;      // per token: index into `found`; kNone

  std::uint64_t flag(std::uint32_t token) const { return token < flags.size() ? flags[token] : 0; }
  std::string_view form(std::uint32_t token) const { return syntax.tokens[token].form; }
  std::string_view text(std::uint32_t token) const { return story.words(story.tokens[token]); }
  Upos upos(std::uint32_t token) const { return token < syntax.tokens.size() ? syntax.tokens[token].upos : Upos::X; }
  bool is(std::uint32_t token, std::string_view mark) const { return token < syntax.tokens.size() && form(token) == mark; }
  bool possessive(std::uint32_t token) const {  // 's or '
    return token < syntax.tokens.size() && syntax.tokens[token].xpos == Xpos::POS;
  }
  const Sentence& sentence(std::uint32_t token) const { return story.sentences[sentence_of[token]]; }
  // The longest hit with one of `wanted` that begins at the token; kNone.
  std::uint32_t hit(std::uint32_t token, std::uint64_t wanted) const {
    return token < starts.size() && (starts[token] & wanted) ? find_hit(token, wanted) : kNone;
  }
  // The hits that begin at the token, longest first.
  std::span<const WordHit> hits_at(std::uint32_t token) const;
  MentionPlace place(std::uint32_t first, std::uint32_t last) const {
    return {story.span(first, last), first, last, sentence_of[first]};
  }

 private:
  void read_hits();
  void read_capitals(std::uint32_t sentence);
  std::uint32_t find_hit(std::uint32_t token, std::uint64_t wanted) const;
};

void find_names(Work& work);       // Work::found, Work::name_of
void settle_places(Work& work);    // Found::place, Found::told: which of several places of one name, and where unknown ones lie
void find_titles(Work& work);      // Mentions::titles; persons by their titles
void join_entities(Work& work);    // Mentions::names, entities
void find_quotes(Work& work);      // Mentions::quotes, without speakers
void find_attributions(Work& work);  // Mentions::attributions
void find_speakers(Work& work);      // who speaks each of Mentions::quotes
void find_nominals(Work& work);      // Mentions::nominals

}  // namespace crosscheck::people
