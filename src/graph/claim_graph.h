// All stories' claims in one graph: entities, propositions, who hangs on whom, how many independent sources each
// proposition has. Plain data; Boost.Graph stays inside the .cpp files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "claim/claims.h"
#include "claim/extract_claims.h"
#include "value/relate.h"

namespace crosscheck {

// One person, organisation or place across all stories.
struct Entity {
  NameKind kind = NameKind::other;
  std::string name;  // the fullest form
  struct Member {
    StoryId story;
    std::uint32_t entity;
  };  // index into that story's Mentions::entities
  std::vector<Member> members;
  EntityId government_of;  // a capital: the country whose government its name may stand for
};

enum class SourceKind : std::uint8_t { outlet, agency, person, document, group, anonymous };

// Who can be the origin of a claim.
struct Source {
  SourceKind kind = SourceKind::outlet;
  std::string name;  // "Al Jazeera"; a story whose outlet is unknown: its path
  EntityId entity;   // for a person
};

struct GraphClaim {
  StoryId story;
  std::uint32_t index = 0;         // into that story's StoryClaims::claims
  std::uint32_t event = 0;         // of its story: stories of one pile that tell of different events
  std::vector<EntityId> entities;  // parallel to Claim::slots; not valid where the slot names none
  PropositionId proposition;
  std::vector<SourceId> credited;  // outlets and agencies that the story names for it, nearest to the reader first
};

struct Proposition {
  KindId kind;
  std::vector<ClaimId> claims;  // in order
  std::vector<ClaimId> more;    // claims that say this and more (a town in the country, five where three or more)
  std::uint32_t independent_sources =
      1;                          // of both together: vertex-disjoint paths to origins (Menger; unit-capacity max flow)
  std::vector<SourceId> origins;  // the origins its paths end in
  SourceId sole_origin;           // valid where one vertex lies on every path (dominator) and is no story of its own
  bool inferred = false;          // the lineage rests on shared wording, not only on credits
};

// Why two claims are not held against each other (RULES.md, section 7); a set, one bit each.
enum class Excuse : std::uint8_t { time = 1, scope = 2, world = 4, dispute = 8, unsure = 16 };
using ExcuseSet = std::uint8_t;
constexpr bool has(ExcuseSet set, Excuse e) { return (set & static_cast<ExcuseSet>(e)) != 0; }

// What sets apart two sentences that are one but for a few words: words that exclude each other, another office or rank,
// former or not, another person, a negation, another figure, time or place.
enum class Contrast : std::uint8_t { opposite, office, standing, person, negation, figure, time, place };
inline constexpr std::string_view kContrasts[] = {"opposite", "office", "standing", "person", "negation", "figure", "time", "place"};  // slots of the kind `wording`
inline constexpr std::string_view kWordingKind = "wording";
inline constexpr std::string_view kStatementKind = "statement";

struct Difference {
  Contrast contrast;
  Span a, b;  // the words that differ, with one that does not on either side
};

struct TwinSentences {
  StoryId a, b;  // a < b
  std::uint32_t sentence_a = 0, sentence_b = 0;
  std::size_t words = 0;  // in common
  double likeness = 0;    // 0..1: their part of the longer sentence
  std::vector<Difference> differences;
};

// Two claims that may speak of the same thing (same kind, a common key); kept for checks and `explain`. Also the pairs
// that an excuse keeps apart: they take the place of a wrong partner.
struct Comparison {
  ClaimId a, b;                   // a < b
  double context = 0;             // 0..1: of that, the words around
  double score = 0;               // 0..1: how sure that both speak of the same thing
  bool agree = false;             // all that both say fits together
  bool best = false;              // each is the other's best match between the two stories
  bool twin = false;              // their sentences are the same but for a word or two
  bool alone = false;             // each is the only one of its sort in its story
  bool by_itself = false;         // what they tell is of one thing, whatever the words around: one exact hour in each, one slip
  bool figures_apart = false;     // their figures exclude each other, though they count under two nouns for one thing
  bool polarity_differs = false;  // one says it is so, the other that it is not
  std::uint32_t twins = kNone;    // of the kind `wording`: index into ClaimGraph::twins
  ExcuseSet excuses = 0;
  std::string reason;  // the excuse in words, for people; empty without one
};

// How much of a story a credit speaks for.
enum class Reach : std::uint8_t { sentence, paragraph, story };

// A story hangs on whom it credits, or, where only wording shows it, on another story ("probably").
struct Dependence {
  StoryId story;
  StoryId on;                    // of shared wording: the story it probably took it from
  SourceId source;               // of a credit: whom it names
  Reach reach = Reach::story;    // of a credit
  std::uint32_t words = 0;       // of shared wording: how many words of narration stand in both
  std::uint32_t sentences = 0;   // how many sentences say the same in nearly the same words
  std::uint32_t fragments = 0;   // and how many fragments of speech are cut alike
  std::vector<std::pair<Span, Span>> evidence;  // the longest passages and sentences, here and there; of a credit: where it stands
};

enum class NodeKind : std::uint8_t { story, outlet, source, speaker, entity, claim, proposition };
enum class EdgeKind : std::uint8_t { tells, published_by, credits, copies, says, about, states, agrees, contradicts };

struct GraphNode {
  NodeKind kind;
  std::uint32_t ref;
  std::string label;
};
struct Edge {
  std::uint32_t from, to;
  EdgeKind kind;
  bool inferred = false;
};

struct ClaimGraph {
  std::vector<Entity> entities;
  std::vector<Source> sources;
  std::vector<GraphClaim> claims;  // all stories, in order of story and place: ClaimId
  std::vector<Proposition> propositions;
  std::vector<Comparison> comparisons;  // sorted by a, b
  std::vector<TwinSentences> twins;
  std::vector<GraphNode> nodes;         // the whole graph, for output
  std::vector<Edge> edges;
  std::vector<SourceId> story_source;   // what each story itself hangs on: its outlet
  std::vector<Dependence> lineage;      // sorted by story; credits before shared wording
};

}  // namespace crosscheck
