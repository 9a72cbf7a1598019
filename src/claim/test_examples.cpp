#include "claim/test_examples.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "claim/claim_line.h"
#include "value/relate.h"

namespace crosscheck {
namespace {

constexpr const char* kExampleDay = "2025-12-01";

struct Tester {
  const Rulebook& rulebook;
  const Pipeline& pipeline;
  std::unique_ptr<Language::Analyser> analyser;
  std::vector<Diagnostic> found;

  void complain(const RuleLocation& where, std::string message) {
    found.push_back({Severity::error, where.file, where.line, where.column, std::move(message)});
  }

  std::optional<AnalysedStory> read(const std::string& text) {
    RawStory raw;
    raw.path = "example";
    raw.bytes = text;
    raw.format = "text";
    raw.published = kExampleDay;
    Result<Story> story = pipeline.reader().read(raw, StoryId(std::size_t{0}));
    if (!story.value) return std::nullopt;
    return std::move(pipeline.analyse({&*story.value, 1}, *analyser).front());
  }

  void yes(const ClaimKind& kind, KindId id, const ClaimExample& example);
  void no(KindId id, const ClaimExample& example);
  std::string why_not(const AnalysedStory& story, KindId id);
};

// Words of the value as an author writes it, folded, without what only grammar needs.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : fold(text) + " ") {
    if (std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80 || c == '.' || c == ',') { word += c; continue; }
    while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.pop_back();
    if (!word.empty()) words.push_back(word);
    word.clear();
  }
  return words;
}

// Does the value say what the author wrote? Numbers are compared by the mentions that the author's words hold, all else by
// its words: every word that both have in full, and one at least.
bool same_words(std::string_view written, std::string_view found) {
  const std::vector<std::string> a = words_of(written), b = words_of(found);
  if (a == b) return true;
  std::size_t shared = 0;
  for (const std::string& word : b) shared += static_cast<std::size_t>(std::count(a.begin(), a.end(), word));
  return !b.empty() && (shared == b.size() || shared == a.size());
}

bool amounts_agree(const Mentions& mentions, const Quantity& value) {
  return std::any_of(mentions.quantities.begin(), mentions.quantities.end(), [&](const QuantityMention& m) {
    Quantity q = m.value;
    if (q.unit.empty() || value.unit.empty()) {  // "9" for "nine people"
      q.unit = value.unit;
      q.dimension = value.dimension;
      q.factor = value.factor;
      q.offset = value.offset;
    }
    if (q.dimension == "count" && value.dimension == "count") q.unit = value.unit;
    if (q.change != 0 && value.change != 0 && q.change != value.change) return false;
    q.change = value.change;
    return agree(relate(q, value));
  });
}

bool says(Tester& tester, const std::string& written, const Value& value, const std::string& text) {
  if (same_words(written, text)) return true;
  const auto story = tester.read(written + ".");
  if (const Quantity* quantity = std::get_if<Quantity>(&value)) return story && amounts_agree(story->mentions, *quantity);
  if (const TimeRange* time = std::get_if<TimeRange>(&value)) {
    if (!story) return false;
    const auto& times = story->mentions.times;
    return std::any_of(times.begin(), times.end(), [&](const TimeMention& m) { return agree(relate(m.value, *time)); });
  }
  if (const Score* score = std::get_if<Score>(&value)) {
    if (!story) return false;
    const auto& scores = story->mentions.scores;
    return std::any_of(scores.begin(), scores.end(), [&](const ScoreMention& m) { return agree(relate(m.value, *score)); });
  }
  if (const Choice* choice = std::get_if<Choice>(&value)) return choice->name == fold(written);
  return same_words(written, to_short(value));
}

// Empty where the claim gives all that the example names, else what is wrong.
std::string mismatch(Tester& tester, const AnalysedStory& story, const ClaimKind& kind, const Claim& claim, const ClaimExample& example) {
  for (const ClaimExampleSlot& wanted : example.slots) {
    std::vector<std::pair<Value, std::string>> values;
    if (wanted.slot == "when" && claim.when) values.emplace_back(*claim.when, std::string(story.story.words(claim.when_span)));
    else if (wanted.slot == "where" && claim.where) values.emplace_back(*claim.where, std::string(story.story.words(claim.where_span)));
    else if (const auto slot = kind.slot(wanted.slot))
      for (const SlotValue& s : claim.slots)
        if (s.slot == *slot) values.emplace_back(s.value, std::string(story.story.words(s.span)));
    if (values.size() < wanted.values.size())
      return values.empty() ? fmt::format("{} is not filled, \"{}\" was wanted", wanted.slot, wanted.values.front())
                            : fmt::format("{} holds {} values, {} were wanted", wanted.slot, values.size(), wanted.values.size());
    for (const std::string& written : wanted.values) {
      const bool any = std::any_of(values.begin(), values.end(), [&](const auto& v) { return says(tester, written, v.first, v.second); });
      if (!any) return fmt::format("{} is {}, \"{}\" was wanted", wanted.slot, to_short(values.front().first), written);
    }
  }
  return {};
}

std::string Tester::why_not(const AnalysedStory& story, KindId id) {
  const std::vector<PatternTrace> traces = pipeline.claims().trace(story.story, story.syntax, story.mentions, id);
  const PatternTrace* best = nullptr;
  for (const PatternTrace& trace : traces)
    if (!trace.reached.empty() && (!best || trace.depth > best->depth)) best = &trace;
  if (!best) return traces.empty() ? "no claim: no pattern could be tried" : fmt::format("no claim: no pattern found {}", traces.front().wanted);
  return fmt::format("no claim: pattern {} got as far as {}, then wanted {} and saw {}", best->pattern + 1, best->reached, best->wanted, best->saw);
}

void Tester::yes(const ClaimKind& kind, KindId id, const ClaimExample& example) {
  const auto story = read(example.text);
  if (!story) return complain(example.where, "this example could not be read");
  std::string wrong;
  bool any = false;
  for (const Claim& claim : story->claims.claims) {
    if (claim.kind != id) continue;
    any = true;
    std::string one = mismatch(*this, *story, kind, claim, example);
    if (one.empty()) return;
    if (wrong.empty()) wrong = std::move(one);
  }
  complain(example.where, any ? "another claim than this: " + wrong : why_not(*story, id));
}

void Tester::no(KindId id, const ClaimExample& example) {
  const auto story = read(example.text);
  if (!story) return complain(example.where, "this example could not be read");
  for (const Claim& claim : story->claims.claims) {
    if (claim.kind != id) continue;
    return complain(example.where, fmt::format("must give no such claim, but pattern {} gives {}", claim.pattern + 1, to_line(claim, rulebook)));
  }
}

}  // namespace

std::vector<Diagnostic> test_claim_examples(const Rulebook& rulebook, const Pipeline& pipeline) {
  Tester tester{rulebook, pipeline, pipeline.language().analyser(), {}};
  for (std::uint32_t k = 0; k < rulebook.kinds.size(); ++k) {
    const ClaimKind& kind = rulebook.kinds[k];
    for (const ClaimExample& example : kind.yes) tester.yes(kind, KindId(k), example);
    for (const ClaimExample& example : kind.no) tester.no(KindId(k), example);
  }
  return tester.found;
}

}  // namespace crosscheck
