// Atomic claims: who, what, value, when, where, said by whom, in which world.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/id.h"
#include "base/span.h"
#include "mention/mentions.h"
#include "value/value.h"

namespace crosscheck {

enum class Polarity : std::uint8_t { affirmed, negated };

// Only like is compared with like. `historical` is actual, but of another time than the event ("the 2011 quake killed 185").
enum class Modality : std::uint8_t { actual, planned, forecast, possible, alleged, hypothetical, asked, denied, historical };

// One link of the chain of who says so.
struct VoiceLink {
  std::string text;                 // "Al Jazeera", "Rosa Keane", "officials"
  Span span;                        // where the credit stands; empty: head matter without a place
  SourceGrade grade = SourceGrade::named;
  std::uint32_t entity = kNone;     // index into Mentions::entities of the story
};

// Who says it, nearest to the reader first; empty: the outlet says it itself. Claims of one stretch share it.
class VoiceChain {
 public:
  VoiceChain() = default;
  explicit VoiceChain(std::vector<VoiceLink> links) {
    if (!links.empty()) links_ = std::make_shared<const std::vector<VoiceLink>>(std::move(links));
  }
  bool empty() const { return !links_; }
  std::size_t size() const { return links_ ? links_->size() : 0; }
  const VoiceLink* begin() const { return links_ ? links_->data() : nullptr; }
  const VoiceLink* end() const { return begin() + size(); }
  const VoiceLink& operator[](std::size_t i) const { return (*links_)[i]; }
  const VoiceLink& back() const { return links_->back(); }

 private:
  std::shared_ptr<const std::vector<VoiceLink>> links_;
};

// Before the name of a word list among the lemmas of a verb: the verb is a word of that list.
inline constexpr char kListMark = '<';
// The role of a time at which something is said.
inline constexpr std::string_view kOfSaying = "=saying";
// Among the words of whom a state is said of: of some of them only.
inline constexpr std::string_view kOfSome = "=some";
// The role of an amount of which a part is told: the six of "three of the six".
inline constexpr std::string_view kOfWhole = "=whole";
// The role of an amount against which another is held: the 58 of "64 percent, against 58 percent last year".
inline constexpr std::string_view kOfComparison = "=compared";
// The role of an amount that is the difference of two others: by so much more, with a majority of.
inline constexpr std::string_view kOfDifference = "=difference";
// The role of an amount that everybody of several gets or pays.
inline constexpr std::string_view kOfEach = "=each";
// What an amount measures that is somebody's age.
inline constexpr std::string_view kOfAge = "=age";

struct SlotValue {
  std::uint32_t slot = 0;           // index into ClaimKind::slots; a slot that collects stands several times
  Value value;
  Span span;                        // the words that fill it, at their own place (an antecedent may lie elsewhere)
  std::uint32_t entity = kNone;     // index into Mentions::entities of the story, for person, organization, who, place
};

struct Claim {
  KindId kind;
  StoryId story;
  std::uint32_t sentence = 0;
  std::uint32_t clause = kNone;
  Span span;                        // the shortest words that carry the claim
  std::vector<SlotValue> slots;     // sorted by slot
  std::optional<TimeRange> when;    // of its clause
  Span when_span;
  std::optional<Place> where;
  Span where_span;
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::actual;
  VoiceChain voice;
  bool headline = false;
  bool dispute = false;             // the story itself reports the other side or a denial of this
  std::uint32_t pattern = kNone;    // index into ClaimKind::patterns

  const SlotValue* slot(std::uint32_t index) const {
    for (const SlotValue& s : slots)
      if (s.slot == index) return &s;
    return nullptr;
  }
};

// A content word of a sentence and the innermost clause that it stands in, an index into Syntax::clauses.
struct ContextWord {
  std::string_view word;
  std::uint32_t clause = kNone;
};

// All of one story, in order of place.
struct StoryClaims {
  std::vector<Claim> claims;
  // Per sentence of the story: its content words as lemmas, names as folded forms, each once, in order. They tell what event
  // a claim belongs to. The views live as long as the Language.
  std::vector<std::vector<ContextWord>> contexts;
  std::vector<std::uint32_t> silent_sentences;  // sentences that gave no claim: reported as not checked
};

}  // namespace crosscheck
