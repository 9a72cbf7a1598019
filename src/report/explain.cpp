// Why a passage gave the claims it gave, and why these were or were not held against claims of other stories.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "base/utf8.h"
#include "claim/claim_line.h"
#include "graph/align.h"
#include "report/places.h"
#include "report/report.h"

namespace crosscheck {
namespace {

constexpr std::size_t kMostPartners = 6;  // of one claim, the likeliest first

std::string verdict(const Comparison& pair) {
  if (pair.agree) return pair.best ? "says the same" : "fits too; another partner fits better";
  if (pair.excuses != 0) return "not compared: " + (pair.reason.empty() ? std::string("in doubt") : pair.reason);
  if (pair.score < kSameThing) return "not compared: too little in common";
  return pair.best ? "held against it" : "not compared: another partner fits better";
}

class Explanation {
 public:
  explicit Explanation(const Report& report) : report_(report) {
    for (const AnalysedStory& s : report.stories) places_.emplace_back(s.story);
    for (std::size_t i = 0; i < report.graph.claims.size(); ++i) {
      const GraphClaim& g = report.graph.claims[i];
      of_sentence_[key(g.story, claim(ClaimId(i)).sentence)].push_back(ClaimId(i));
    }
    for (const Comparison& pair : report.graph.comparisons)
      for (const ClaimId id : {pair.a, pair.b}) pairs_[id.value].push_back(&pair);
  }

  std::string write(std::string_view about) const {
    std::string out;
    const std::string wanted = fold(about);
    for (const AnalysedStory& s : report_.stories)
      for (std::uint32_t i = 0; i < s.story.sentences.size(); ++i) {
        const Sentence& sentence = s.story.sentences[i];
        if (sentence.first >= sentence.last) continue;
        const Span span = s.story.span(sentence.first, sentence.last);
        if (fold(s.story.words(span)).find(wanted) == std::string::npos) continue;
        out += fmt::format("{}{}: {}\n", out.empty() ? "" : "\n", place(span), s.story.words(span));
        const auto claims = of_sentence_.find(key(s.story.id, i));
        if (claims == of_sentence_.end()) out += "  no claim\n";
        else for (const ClaimId id : claims->second) tell(id, out);
      }
    return out.empty() ? fmt::format("No sentence holds “{}”.\n", about) : out;
  }

 private:
  static std::uint64_t key(StoryId story, std::uint32_t sentence) { return (std::uint64_t{story.value} << 32) | sentence; }
  const Claim& claim(ClaimId id) const {
    const GraphClaim& g = report_.graph.claims[id.index()];
    return report_.stories[g.story.index()].claims.claims[g.index];
  }
  std::string place(Span span) const {
    const LineColumn at = places_[span.story.index()].at(span);
    return fmt::format("{}:{}:{}", report_.stories[span.story.index()].story.path, at.line, at.column);
  }
  std::string line(ClaimId id) const { return to_line(claim(id), report_.rulebook); }

  void tell(ClaimId id, std::string& out) const {
    out += fmt::format("  {}\n", line(id));
    const auto found = pairs_.find(id.value);
    if (found == pairs_.end()) {
      out += "    no claim of another story, or of the headline, has anything in common with it\n";
      return;
    }
    std::vector<const Comparison*> pairs = found->second;
    std::stable_sort(pairs.begin(), pairs.end(), [](const Comparison* x, const Comparison* y) { return x->score > y->score; });
    for (std::size_t i = 0; i < std::min(pairs.size(), kMostPartners); ++i) {
      const ClaimId other = pairs[i]->a == id ? pairs[i]->b : pairs[i]->a;
      out += fmt::format("    {:.2f}  {}: {}\n          {}\n", pairs[i]->score, place(claim(other).span), line(other), verdict(*pairs[i]));
    }
    if (pairs.size() > kMostPartners) out += fmt::format("    and {} less likely\n", pairs.size() - kMostPartners);
  }

  const Report& report_;
  std::vector<PlaceIndex> places_;
  std::unordered_map<std::uint64_t, std::vector<ClaimId>> of_sentence_;
  std::unordered_map<std::uint32_t, std::vector<const Comparison*>> pairs_;
};

}  // namespace

std::string explain_text(const Report& report, std::string_view about) { return Explanation(report).write(about); }

}  // namespace crosscheck
