// The table of claims: a row for what is told, a column for who tells it, in the cells the words used.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/html_page.h"
#include "report/html_template.h"

namespace crosscheck {
namespace {

constexpr std::size_t kCellWords = 90;  // bytes of a cell's words
constexpr std::size_t kTitle = 80;
constexpr std::size_t kMostColumns = 16;  // of more outlets a row names those that tell it

class Matrix {
 public:
  Matrix(const HtmlPage& page, std::uint32_t event) : page_(page) {
    for (std::uint32_t t = 0; t < page.topics.size(); ++t)
      if (page.topics[t].event == event) rows_.push_back(t);
    for (std::size_t s = 0; s < page.events.size(); ++s)
      if (page.events[s] == event && std::find(columns_.begin(), columns_.end(), page.outlet_of(StoryId(s))) == columns_.end())
        columns_.push_back(page.outlet_of(StoryId(s)));
  }
  bool empty() const { return rows_.empty(); }

  std::string table(std::string_view caption) const {
    const bool wide = columns_.size() <= kMostColumns;
    std::string out = fmt::format("<div class=\"wide\" role=\"region\" aria-label=\"Claims: {0}\" tabindex=\"0\">\n<table class=\"matrix\">\n"
                                  "<caption>{0}</caption>\n<thead><tr><th scope=\"col\">What is told</th>", caption);
    if (wide)
      for (const SourceId outlet : columns_) out += fmt::format("<th scope=\"col\">{}</th>", page_.source_name(outlet));
    else
      out += "<th scope=\"col\">Who tells it</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const std::uint32_t row : rows_) out += this->row(row, wide);
    return out + "</tbody>\n</table>\n</div>\n";
  }

 private:
  std::string row(std::uint32_t t, bool wide) const {
    const Topic& topic = page_.topics[t];
    std::string out = fmt::format("<tr id=\"row{}\"{} tabindex=\"-1\"><th scope=\"row\">{}{}</th>", t,
                                  topic.finding ? " class=\"clash\"" : "", title(topic), support(topic));
    const auto cells = cells_of(topic);
    if (wide) {
      for (const SourceId outlet : columns_) {
        const auto cell = cells.find(outlet);
        out += "<td>" + (cell == cells.end() ? "" : cell->second) + "</td>";
      }
      return out + "</tr>\n";
    }
    out += "<td class=\"tellers\">";
    for (const auto& [outlet, words] : cells) out += fmt::format("<div><b>{}</b>{}</div>", page_.source_name(outlet), words);
    return out + "</td></tr>\n";
  }

  // Whom or what it is about, and the kind of claim.
  std::string title(const Topic& topic) const {
    const Claim& claim = page_.claim(topic.claims.front());
    const GraphClaim& g = page_.report.graph.claims[topic.claims.front().index()];
    std::string about, kind = page_.kind(topic.claims.front()).name;
    for (std::size_t i = 0; i < claim.slots.size() && about.empty(); ++i)
      if (i < g.entities.size() && g.entities[i].valid()) about = page_.report.graph.entities[g.entities[i].index()].name;
    if (about.empty() && !claim.slots.empty() && !claim.slots.front().span.empty())
      about = page_.story(g.story).words(claim.slots.front().span);
    std::replace(kind.begin(), kind.end(), '-', ' ');
    return fmt::format("<b>{}</b> {}", clipped(about, kTitle), escaped(kind));
  }

  std::string support(const Topic& topic) const {
    const std::size_t n = page_.independent(topic);
    if (topic.finding)
      return fmt::format("<a class=\"support\" href=\"#{}\">does not fit</a>", page_.finding_ids[*topic.finding]);
    const Proposition& p = page_.report.graph.propositions[topic.sides.front().index()];
    if (n > 1) return fmt::format("<span class=\"support\">{} independent sources</span>", n);
    return fmt::format("<span class=\"support one\">one source{}</span>",
                       p.sole_origin.valid() ? (p.inferred ? ", probably " : ": ") + page_.source_name(p.sole_origin) : "");
  }

  // Of each outlet and side the shortest words that are no headline.
  std::map<SourceId, std::string> cells_of(const Topic& topic) const {
    const auto rank = [&](ClaimId id) { return std::make_pair(page_.claim(id).headline, page_.claim(id).span.size()); };
    std::map<std::pair<SourceId, std::size_t>, ClaimId> best;
    for (const ClaimId id : topic.claims) {
      const GraphClaim& g = page_.report.graph.claims[id.index()];
      const auto side = std::find(topic.sides.begin(), topic.sides.end(), g.proposition) - topic.sides.begin();
      const auto [it, fresh] = best.try_emplace({page_.outlet_of(g.story), static_cast<std::size_t>(side)}, id);
      if (!fresh && rank(id) < rank(it->second)) it->second = id;
    }
    std::map<SourceId, std::string> out;
    for (const auto& [at, id] : best) out[at.first] += words(topic, at.second, id);
    return out;
  }

  std::string words(const Topic& topic, std::size_t side, ClaimId id) const {
    const Claim& claim = page_.claim(id);
    const std::string borrowed = page_.borrowed(id);
    std::string out = fmt::format("<p{}>", borrowed.empty() ? "" : " class=\"borrowed\"");
    if (topic.sides.size() > 1)
      out += fmt::format("<b class=\"side side{}\">{}</b> ", std::min<std::size_t>(side, 2),
                         static_cast<char>('A' + std::min<std::size_t>(side, 25)));
    out += fmt::format("<a href=\"#{}\">{}</a>", page_.anchor(claim.span),
                       clipped(page_.story(claim.span.story).words(claim.span), kCellWords));
    if (!borrowed.empty()) out += fmt::format(" <small>{}</small>", borrowed);
    return out + "</p>";
  }

  const HtmlPage& page_;
  std::vector<std::uint32_t> rows_;
  std::vector<SourceId> columns_;
};

}  // namespace

std::string html_event_title(const HtmlPage& page, std::uint32_t event) {
  for (std::size_t s = 0; s < page.events.size(); ++s) {
    if (page.events[s] != event) continue;
    const Story& story = page.report.stories[s].story;
    if (!story.headline.empty()) return clipped(story.headline, kTitle);
    if (!story.sentences.empty())
      return clipped(story.words(story.span(story.sentences.front().first, story.sentences.front().last)), kTitle);
  }
  return "Stories";
}

std::string html_matrix(const HtmlPage& page) {
  const std::set<std::uint32_t> events(page.events.begin(), page.events.end());
  std::string out;
  for (const std::uint32_t event : events) {
    const Matrix matrix(page, event);
    if (matrix.empty()) continue;
    const std::string title = html_event_title(page, event);
    if (events.size() == 1) return matrix.table(title);
    out += fmt::format("<details class=\"event\"{}>\n<summary>{}</summary>\n{}</details>\n", out.empty() ? " open" : "", title,
                       matrix.table(title));
  }
  return out.empty() ? "<p>No two outlets tell the same thing.</p>\n" : out;
}

}  // namespace crosscheck
