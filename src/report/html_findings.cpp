// Each finding with its passages side by side, and the list of all of them in short.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/html_page.h"
#include "report/html_template.h"
#include "report/passage.h"

namespace crosscheck {
namespace {

constexpr std::size_t kPassage = 300;     // columns of a story around the words
constexpr std::size_t kMostOfSides = 8, kMostAlike = 4;  // passages of a finding, with sides and without; the rest are links
constexpr std::size_t kMostLinks = 24;
constexpr std::size_t kShortMessage = 110;  // bytes, in the list

// Who says so, from the reader backwards: "credited to Al Jazeera, Rosa Keane".
std::string credit(const HtmlPage& page, const Finding& f, Span span) {
  for (const ClaimId id : f.claims) {
    const Claim& claim = page.claim(id);
    if (!claim.span.contains(span) && !span.contains(claim.span)) continue;
    std::string out;
    for (const VoiceLink& link : claim.voice) out += (out.empty() ? "credited to " : ", ") + escaped(link.text);
    return out.empty() ? "no source named" : out;
  }
  return {};
}

// A passage is cut to columns; a page has room to cut behind words.
Passage whole_words(Passage passage) {
  constexpr std::string_view kCut = "…";
  std::string& first = passage.pieces.front().text;
  std::string& last = passage.pieces.back().text;
  if (const std::size_t at = first.find(' '); first.starts_with(kCut) && at != std::string::npos)
    first.replace(kCut.size(), at - kCut.size(), "");
  if (const std::size_t at = last.rfind(' '); last.ends_with(kCut) && at != std::string::npos)
    last.replace(at + 1, last.size() - at - 1 - kCut.size(), "");
  return passage;
}

class FindingCard {
 public:
  FindingCard(const HtmlPage& page, std::size_t index)
      : page_(page), f_(*page.findings[index]), id_(page.finding_ids[index]) {}

  std::string write() const {
    const Check& check = page_.report.rulebook[f_.check];
    std::string out = fmt::format(
        "<article class=\"finding {0}\" id=\"{1}\" data-severity=\"{0}\" data-rule=\"{2}\" data-outlets=\"{3}\" tabindex=\"-1\">\n"
        "<p class=\"kicker\"><b class=\"severity\">{0}</b> {4} <a class=\"permalink\" href=\"#{1}\" aria-label=\"Link to this finding\">#</a></p>\n"
        "<h3>{5}</h3>\n",
        to_string(f_.severity), id_, escaped(check.id), outlets(), escaped(check.title), escaped(f_.message));
    const auto groups = passages();
    const std::size_t shown = std::min(groups.size(), page_.has_sides(f_) ? kMostOfSides : kMostAlike);
    out += "<div class=\"sides\">\n";
    for (std::size_t i = 0; i < shown; ++i) out += passage(groups[i]);
    out += "</div>\n";
    if (shown < groups.size()) out += more(groups, shown);
    out += html_values(page_, f_);
    out += fmt::format("<p class=\"why\">{} <span class=\"rule\">Rule <code>{}</code></span></p>\n</article>\n",
                       escaped(f_.why), escaped(check.id));
    return out;
  }

  std::string outlets() const {
    std::set<std::uint32_t> ids;
    for (const Span& span : f_.evidence) ids.insert(page_.outlet_of(span.story).value);
    return fmt::format("{}", fmt::join(ids, " "));
  }

 private:
  std::vector<std::vector<Span>> passages() const {
    return passages_of(page_.report.stories, f_.evidence, kPassage);
  }

  std::string more(const std::vector<std::vector<Span>>& groups, std::size_t shown) const {
    std::string out = "<p class=\"more\">also in ";
    const std::size_t end = std::min(groups.size(), shown + kMostLinks);
    for (std::size_t i = shown; i < end; ++i)
      out += fmt::format("{}<a href=\"#{}\">{}</a>", i == shown ? "" : ", ", page_.anchor(groups[i].front()),
                         page_.outlet(groups[i].front().story));
    if (end < groups.size()) out += fmt::format(" and {} more places", groups.size() - end);
    return out + "</p>\n";
  }

  std::string passage(const std::vector<Span>& spans) const {
    const Story& story = page_.story(spans.front().story);
    const std::size_t side = page_.side(f_, spans.front());
    std::string text;
    for (const Passage::Piece& piece : whole_words(passage_around(story.text, spans, kPassage)).pieces)
      text += piece.marked ? "<mark>" + escaped(piece.text) + "</mark>" : escaped(piece.text);
    const LineColumn at = page_.line(spans.front());
    const std::string by = credit(page_, f_, spans.front());
    return fmt::format(
        "<figure class=\"{}\"><figcaption><a href=\"#{}\">{}</a>{}</figcaption>"
        "<blockquote>{}</blockquote><p class=\"place\">{}<span class=\"path\">{}:{}:{}</span></p></figure>\n",
        side == 0 ? "a" : "b", page_.anchor(spans.front()), page_.outlet(story.id),
        story.published_text.empty() ? "" : " <time>" + escaped(story.published_text.substr(0, 10)) + "</time>", text, by,
        escaped(story.path), at.line, at.column);
  }

  const HtmlPage& page_;
  const Finding& f_;
  const std::string& id_;
};

}  // namespace

std::string html_findings(const HtmlPage& page) {
  std::string out, category;
  for (std::size_t i = 0; i < page.findings.size(); ++i) {
    if (page.findings[i]->category != category) {
      if (!category.empty()) out += "</div>\n";
      category = page.findings[i]->category;
      const auto n = static_cast<std::size_t>(std::count_if(page.findings.begin(), page.findings.end(),
                                                            [&](const Finding* f) { return f->category == category; }));
      out += fmt::format("<div class=\"category\">\n<h2>{} <span class=\"count\">{}</span></h2>\n", escaped(category), n);
    }
    out += FindingCard(page, i).write();
  }
  if (page.findings.empty()) return "<h2>Nothing found that does not fit</h2>\n";
  return out + "</div>\n";
}

std::string html_index(const HtmlPage& page) {
  std::string out;
  for (std::size_t i = 0; i < page.findings.size(); ++i)
    out += fmt::format("<li class=\"{0}\"><a href=\"#{1}\"><span class=\"severity\"><span>{0}:</span></span> {2}</a></li>\n",
                       to_string(page.findings[i]->severity), page.finding_ids[i],
                       clipped(page.findings[i]->message, kShortMessage));
  return out;
}

}  // namespace crosscheck
