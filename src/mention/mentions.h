// What a story's words refer to: amounts, times, names, titles, places, quotes, and who says what. A mention is a span with
// a value; which claim it belongs to is claim/'s business.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "syntax/syntax.h"
#include "value/value.h"

namespace crosscheck {

// Common to all mentions. Spans may lie inside one token ("28" in "28-point"); tokens [first, last) cover the span.
struct MentionPlace {
  Span span;
  std::uint32_t first = 0, last = 0;
  std::uint32_t sentence = 0;
};

enum class QuantityKind : std::uint8_t { bare, count, money, percent, measure, duration, age, ordinal };

// "28 points", "about $1.2bn", "nineteen", "four-hour", "killed several civilians" (several: vague), "wounded dozens".
struct QuantityMention {
  MentionPlace at;
  QuantityKind kind = QuantityKind::bare;
  Quantity value;
  std::uint32_t noun = kNone;  // head token of the noun counted or measured ("points"); inside or behind [first, last)
  std::string counted;         // the thing counted with what tells its sort: "goods train"; empty where that is value.unit
  std::string of;              // what it is a quantity of, where the words say so ("plan" in "28-point plan"); folded
  std::string timex;           // durations: "PT4H"
  bool ends_move = false;      // the 19 of "from 28 to 19": the quantity before it is the 28
};

enum class TimeKind : std::uint8_t { date, time, set, duration };  // duration: a length without a number, "for weeks"

struct TimeMention {
  MentionPlace at;
  TimeKind kind = TimeKind::date;
  TimeRange value;
};

enum class NameKind : std::uint8_t { person, organization, place, group, outlet, other };

// A name, or a pronoun or epithet that stands for one ("he", "the top US diplomat").
struct NameMention {
  MentionPlace at;             // the name alone, title and possessive 's taken off
  NameKind kind = NameKind::other;
  Name name;                   // as found here: "Keane"
  std::uint32_t entity = 0;    // index into Mentions::entities: one entity of this story
  bool pronoun = false;
  bool epithet = false;
  std::uint32_t title = kNone;  // index into Mentions::titles: the title that stands with it
};

// What the names of one story that mean the same are, together (coreference inside the story).
struct StoryEntity {
  NameKind kind = NameKind::other;
  std::string name;                   // the fullest form found: "Rosa Keane"
  std::string key;                    // folded, diacritics gone
  std::optional<Place> place;         // kind place, or an organization that a place stands for
  std::vector<std::uint32_t> names;   // indices into Mentions::names, in order
  std::vector<std::uint32_t> titles;  // indices into Mentions::titles that are said of it
  char gender = 0;                    // 'f', 'm' where titles, pronouns or first names tell
};

// "US Secretary of State", "former President", "son-in-law" (a relation is an office of a person).
struct TitleMention {
  MentionPlace at;
  Office office;
  std::uint32_t person = kNone;  // index into Mentions::names of the holder: "President Keane", "Brandt, secretary of …"
};

enum class SourceGrade : std::uint8_t { nobody, named, described, anonymous, several, document, witness, agency };

// Who says so. `content` may be empty where only the source is known.
struct Attribution {
  std::uint32_t sentence = 0;
  Span source, cue, content;
  std::vector<Span> more_content;      // "…," he said, "…"
  Span addressee, venue;               // "told *reporters* *in Oslo*", "wrote *on X*"; empty where nothing is said of them
  bool channel = false;                // the outlet that it was told to: what is said hangs on it too
  SourceGrade grade = SourceGrade::named;
  std::uint32_t name = kNone;          // index into Mentions::names where the source is one
  std::string source_text;             // "Al Jazeera", "officials privately"
  bool quoted = false;                 // the content lies in quotation marks
  bool pronoun = false;                // the source is "he", "it", "some"
  bool attitude = false;               // wanted, judged or spoken of: the content is not put forward as true
  bool whole_paragraph = false;        // "(IANS)", "Al Jazeera reported" at the end: covers what goes before it in the sentence
  std::uint32_t nested_in = kNone;     // index into Mentions::attributions: Keane said (…, Al Jazeera reported)
};

struct QuoteMention {
  MentionPlace at;                     // the marks included
  Span words_span;                     // without the marks
  QuotedWords words;
  std::uint32_t speaker = kNone;       // index into Mentions::names
  Span speaker_span;                   // also where the speaker is no name; empty: nobody found
  std::uint32_t attribution = kNone;   // index into Mentions::attributions
  bool headline = false;
  bool partial = false;                // a fragment inside a sentence, not a whole sentence
};

struct ScoreMention {
  MentionPlace at;
  Score value;
};

struct CodeMention {  // [shapes]
  MentionPlace at;
  Code value;
};

// A thing spoken of by a common noun: "a Norwegian delegation", "the negotiators". Mentions of one `thing` mean the same.
struct NominalMention {
  MentionPlace at;          // determiner to head noun
  std::uint32_t thing = 0;  // numbered from 0 in each story
  bool people = false;      // a group of people
};

struct Mentions {
  std::vector<QuantityMention> quantities;
  std::vector<TimeMention> times;
  std::vector<ScoreMention> scores;
  std::vector<CodeMention> codes;
  std::vector<NameMention> names;
  std::vector<StoryEntity> entities;
  std::vector<TitleMention> titles;
  std::vector<Attribution> attributions;
  std::vector<QuoteMention> quotes;
  std::vector<NominalMention> nominals;
};  // each vector sorted by span, attributions by sentence

}  // namespace crosscheck
