// The report as a comment on a change request: what does not fit in full, what one source has in a fold.
#include <fmt/format.h>

#include <algorithm>

#include "report/names.h"
#include "report/passage.h"
#include "report/places.h"
#include "report/report.h"

namespace crosscheck {
namespace {

constexpr std::size_t kPassage = 240;  // columns
constexpr std::size_t kMostPassages = 4;
constexpr std::size_t kMostFindings = 50;  // of a category: a comment has a longest length

// Text of a story cannot become markup, a link, or a mention of somebody (CommonMark 0.31; GitHub's autolinks and @).
std::string plain(std::string_view text) {
  constexpr std::string_view kEntity = "@<&#", kEscaped = "\\`*_{}[]+|~>$";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (kEntity.find(c) != std::string_view::npos || text.substr(i).starts_with("://"))
      out += fmt::format("&#{};", static_cast<int>(c));
    else if (static_cast<unsigned char>(c) < 0x20)
      out += ' ';
    else if (kEscaped.find(c) != std::string_view::npos)
      out += '\\', out += c;
    else
      out += c;
  }
  return out;
}

// In a code span nothing is special but the backtick.
std::string code(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '`' || static_cast<unsigned char>(c) < 0x20) c = '\'';
  return "`" + out + "`";
}

class Comment {
 public:
  explicit Comment(const Report& report) : report_(report) {
    for (const AnalysedStory& s : report.stories) places_.emplace_back(s.story);
  }

  std::string write(bool all) {
    const auto& found = report_.findings.findings;
    std::size_t sentences = 0, silent = 0;
    for (const AnalysedStory& s : report_.stories) {
      sentences += s.story.sentences.size();
      silent += s.claims.silent_sentences.size();
    }
    out_ = fmt::format("### crosscheck: {}\n\n", tally());
    out_ += fmt::format("{} read; {} of {} sentences gave no claim and were not checked.\n",
                        counted(report_.stories.size(), "story", "stories"), silent, sentences);
    for (const Diagnostic& d : report_.diagnostics) out_ += fmt::format("\n> **{}** {} {}\n", to_string(d.severity), code(d.path), plain(d.message));
    groups(found);
    if (all) groups(report_.findings.quiet);
    return std::move(out_);
  }

 private:
  std::string tally() const {
    std::string out;
    for (const Severity s : {Severity::error, Severity::warning, Severity::note}) {
      const auto n = std::count_if(report_.findings.findings.begin(), report_.findings.findings.end(),
                                   [&](const Finding& f) { return f.severity == s; });
      if (n > 0) out += (out.empty() ? "" : ", ") + counted(static_cast<std::size_t>(n), to_string(s), std::string(to_string(s)) + 's');
    }
    return out.empty() ? "nothing found that does not fit" : out;
  }

  // Notes are folded: they are for who asks.
  void groups(const std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < findings.size();) {
      std::size_t end = i;
      while (end < findings.size() && findings[end].category == findings[i].category) ++end;
      const bool fold = std::all_of(findings.begin() + static_cast<std::ptrdiff_t>(i), findings.begin() + static_cast<std::ptrdiff_t>(end),
                                    [](const Finding& f) { return f.severity == Severity::note; });
      const std::string title = fmt::format("{} ({})", findings[i].category, end - i);
      out_ += fold ? fmt::format("\n<details><summary>{}</summary>\n", title) : fmt::format("\n#### {}\n", title);
      const std::size_t shown = std::min(end, i + kMostFindings);
      for (std::size_t k = i; k < shown; ++k) finding(findings[k]);
      if (shown < end) out_ += fmt::format("\n… and {} more.\n", end - shown);
      if (fold) out_ += "\n</details>\n";
      i = end;
    }
  }

  void finding(const Finding& f) {
    out_ += fmt::format("\n**{}** {} {}\n", to_string(f.severity), plain(f.message), code(report_.rulebook[f.check].id));
    std::size_t shown = 0;
    for (const auto& group : passages_of(report_.stories, f.evidence, kPassage))
      if (shown++ < kMostPassages) passage(group);
    if (shown > kMostPassages) out_ += fmt::format("\n… and {} more passages.\n", shown - kMostPassages);
    out_ += fmt::format("\n{}\n", plain(f.why));
  }

  void passage(const std::vector<Span>& spans) {
    const Story& story = report_.stories[spans.front().story.index()].story;
    const LineColumn at = places_[spans.front().story.index()].at(spans.front());
    std::string text;
    for (const Passage::Piece& piece : passage_around(story.text, spans, kPassage).pieces)
      text += piece.marked ? "<b>" + plain(piece.text) + "</b>" : plain(piece.text);  // ** does not open beside a quotation mark
    out_ += fmt::format("\n> {}  \n> {}\n", code(fmt::format("{}:{}:{}", story.path, at.line, at.column)), text);
  }

  const Report& report_;
  std::vector<PlaceIndex> places_;
  std::string out_;
};

}  // namespace

std::string report_markdown(const Report& report, bool all) { return Comment(report).write(all); }

}  // namespace crosscheck
