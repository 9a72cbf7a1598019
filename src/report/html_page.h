// What the parts of the HTML report share: which findings are shown, what a row of the table of claims is, and where in
// the text a link leads to. And the parts themselves, each a function to HTML.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/places.h"
#include "report/report.h"

namespace crosscheck {

// A row of the table: one thing that is told, and every way it is told that a finding says cannot hold beside another.
struct Topic {
  std::vector<PropositionId> sides;  // the one that most outlets tell first
  std::vector<ClaimId> claims;       // of all sides, in order
  std::uint32_t event = 0;
  std::uint32_t outlets = 0;
  std::optional<std::size_t> finding;  // that says so; valid: the sides clash
};

// Why words of a story are marked; of several the last one counts.
enum class Mark : std::uint8_t { none, read, told, found };

// A stretch of a story's text with one mark.
struct MarkedRun {
  std::uint32_t begin = 0, end = 0;
  Mark mark = Mark::none;
  std::uint32_t to = 0;  // topic or finding
};

class HtmlPage {
 public:
  HtmlPage(const Report& report, bool all);

  const Report& report;
  std::vector<const Finding*> findings;        // shown, in order
  std::vector<std::string> finding_ids;        // parallel: "f-" and the fingerprint, each once
  std::vector<Topic> topics;                   // by event, clashes first, then by number of outlets
  std::vector<std::vector<MarkedRun>> marks;   // by story, in order, without gaps
  std::vector<std::uint32_t> events;           // by story

  const Story& story(StoryId id) const { return report.stories[id.index()].story; }
  const Claim& claim(ClaimId id) const;
  const ClaimKind& kind(ClaimId id) const { return report.rulebook[claim(id).kind]; }
  SourceId outlet_of(StoryId id) const { return report.graph.story_source[id.index()]; }
  std::string outlet(StoryId id) const;        // its name, else the name of the file; escaped
  std::string source_name(SourceId id) const;  // the same of any source
  LineColumn line(Span span) const { return places_[span.story.index()].at(span); }
  // Where in the page the words stand: an id.
  std::string anchor(Span span) const;
  static std::string anchor(StoryId story, const MarkedRun& run);
  bool has_sides(const Finding& finding) const;
  // Which side of a clash the words stand for, 0 or 1; 0 where the finding has no sides.
  std::size_t side(const Finding& finding, Span span) const;
  // Why words of this outlet's story do not count as its own: whom they are credited to, or whose wording they share;
  // "" where nothing says so. Escaped.
  std::string borrowed(ClaimId id) const;
  std::size_t independent(const Topic& topic) const;  // sources of the side that has most

 private:
  void gather_topics();
  void mark_words();

  std::vector<PlaceIndex> places_;
  std::vector<std::string> names_;  // by source
};

// Parts of the page.
std::string html_findings(const HtmlPage& page);
std::string html_index(const HtmlPage& page);
std::string html_values(const HtmlPage& page, const Finding& finding);  // "" where there is nothing to draw
std::string html_matrix(const HtmlPage& page);
std::string html_lineage(const HtmlPage& page);
std::string html_stories(const HtmlPage& page);

// What the first story of an event is called.
std::string html_event_title(const HtmlPage& page, std::uint32_t event);


}  // namespace crosscheck
