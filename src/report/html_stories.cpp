// The stories' full text: every claim marked, and what nothing was taken from.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/html_page.h"
#include "report/html_template.h"

namespace crosscheck {
namespace {

class StoryText {
 public:
  StoryText(const HtmlPage& page, std::size_t s)
      : page_(page), analysed_(page.report.stories[s]), story_(analysed_.story), run_(page.marks[s].begin()) {}

  std::string write() {
    const std::string id = fmt::format("s{}", story_.id.value);
    out_ = fmt::format("<article class=\"story\" id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h3 id=\"{0}-title\">{1}</h3>\n"
                       "<p class=\"place\">{2}<span class=\"path\">{3}</span></p>\n<div class=\"text\">\n",
                       id, page_.outlet(story_.id),
                       story_.published_text.empty() ? "no date · " : escaped(story_.published_text) + " · ",
                       escaped(story_.path));
    for (const std::uint32_t n : analysed_.claims.silent_sentences)
      silent_.push_back(story_.span(story_.sentences[n].first, story_.sentences[n].last));
    for (const Block& block : story_.blocks) this->block(block);
    return out_ + "</div>\n</article>\n";
  }

 private:
  void block(const Block& block) {
    const bool head = block.kind == BlockKind::headline;
    const std::string_view tag = head ? "h4" : "p";
    for (std::uint32_t at = block.begin; at < block.end;) {
      const std::size_t line = std::min<std::size_t>(story_.text.find('\n', at), block.end);
      const auto end = static_cast<std::uint32_t>(line);
      if (story_.text.find_first_not_of(" \t\r", at) < end) {
        out_ += is_read(block.kind) ? fmt::format("<{}>", tag) : "<p class=\"matter\">";
        if (is_read(block.kind))
          words(at, end);
        else
          out_ += escaped(std::string_view(story_.text).substr(at, end - at));
        out_ += fmt::format("</{}>\n", is_read(block.kind) ? tag : "p");
      }
      at = end + 1;
    }
  }

  // Blocks come in order, so runs and silent sentences are walked along with them.
  void words(std::uint32_t at, std::uint32_t end) {
    while (at < end) {
      while (run_->end <= at) ++run_;
      std::uint32_t to = std::min(run_->end, end);
      if (run_->mark != Mark::none) {
        marked(at, to);
      } else {
        while (next_silent_ < silent_.size() && silent_[next_silent_].end <= at) ++next_silent_;
        const bool known = next_silent_ < silent_.size();
        const bool silent = known && silent_[next_silent_].begin <= at;
        if (known) to = std::min(to, silent ? silent_[next_silent_].end : std::max(at + 1, silent_[next_silent_].begin));
        const std::string text = escaped(std::string_view(story_.text).substr(at, to - at));
        out_ += silent ? "<i>" + text + "</i>" : text;
      }
      at = to;
    }
  }

  void marked(std::uint32_t at, std::uint32_t to) {
    const std::string text = escaped(std::string_view(story_.text).substr(at, to - at));
    if (run_->mark == Mark::read) {
      out_ += "<u>" + text + "</u>";
      return;
    }
    const bool found = run_->mark == Mark::found;
    const std::string target = found ? page_.finding_ids[run_->to] : fmt::format("row{}", run_->to);
    const std::string id = at == run_->begin ? fmt::format(" id=\"{}\"", HtmlPage::anchor(story_.id, *run_)) : "";
    out_ += fmt::format("<a class=\"{}\"{} href=\"#{}\">{}</a>", found ? "f" : "t", id, target, text);
  }

  const HtmlPage& page_;
  const AnalysedStory& analysed_;
  const Story& story_;
  std::vector<MarkedRun>::const_iterator run_;
  std::vector<Span> silent_;
  std::size_t next_silent_ = 0;
  std::string out_;
};

}  // namespace

std::string html_stories(const HtmlPage& page) {
  std::string out;
  for (std::size_t s = 0; s < page.report.stories.size(); ++s) out += StoryText(page, s).write();
  return out;
}

}  // namespace crosscheck
