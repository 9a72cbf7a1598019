// The report that an editor opens in a browser: one file, no network. The page stands in page/; here is what varies.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/html_page.h"
#include "report/names.h"
#include "report/html_template.h"
#include "report/report.h"

namespace crosscheck {
namespace {

constexpr std::size_t kOpenStories = 12;  // a longer list of stories is folded

std::string option(std::string_view value, std::string_view text) {
  return fmt::format("<option value=\"{}\">{}</option>", value, text);
}

class Head {
 public:
  explicit Head(const HtmlPage& page) : page_(page), report_(page.report) {
    for (const Finding* f : page.findings) ++by_severity_[f->severity];
  }

  std::string part(std::string_view name) const {
    if (name == "version") return kVersion;
    if (name == "title") return headline() + " – crosscheck";
    if (name == "headline") return headline();
    if (name == "lede") return lede();
    if (name == "tallies") return tallies();
    if (name == "read") return read();
    if (name == "not-checked") return not_checked();
    if (name == "severities") return severities();
    if (name == "rules") return rules();
    if (name == "outlets") return outlets();
    if (name == "index-title") return counted(page_.findings.size(), "finding", "findings");
    if (name == "index") return html_index(page_);
    if (name == "findings") return html_findings(page_);
    if (name == "matrix") return html_matrix(page_);
    if (name == "lineage") return html_lineage(page_);
    if (name == "stories") return html_stories(page_);
    return {};
  }

 private:
  std::string headline() const {
    if (report_.stories.empty()) return "Nothing was read";
    std::set<SourceId> all(report_.graph.story_source.begin(), report_.graph.story_source.end());
    return fmt::format("{} from {}", counted(report_.stories.size(), "story", "stories"),
                       counted(all.size(), "outlet", "outlets"));
  }

  std::string lede() const {
    std::size_t sentences = 0;
    std::string first, last;
    for (const AnalysedStory& s : report_.stories) {
      sentences += s.story.sentences.size();
      const std::string day = s.story.published_text.substr(0, 10);
      if (day.empty()) continue;
      first = first.empty() ? day : std::min(first, day);
      last = std::max(last, day);
    }
    std::string out = fmt::format("{} and {}", counted(sentences, "sentence", "sentences"),
                                  counted(report_.graph.claims.size(), "claim", "claims"));
    if (!first.empty()) out += first == last ? ", published on " + escaped(first) : fmt::format(", published from {} to {}", escaped(first), escaped(last));
    return out + ".";
  }

  std::string tallies() const {
    std::string out = "<ul class=\"tallies\">";
    for (const Severity s : {Severity::error, Severity::warning, Severity::note}) {
      const auto n = by_severity_.find(s);
      if (n == by_severity_.end()) continue;
      const std::string name(to_string(s));
      out += fmt::format("<li class=\"{}\"><b>{}</b> {}{}</li>", name, n->second, name, n->second == 1 ? "" : "s");
    }
    if (page_.findings.empty()) out += "<li class=\"clean\">Nothing found that does not fit</li>";
    out += "</ul>\n";
    return out;
  }

  std::string read() const {
    std::string rows;
    for (const AnalysedStory& s : report_.stories) {
      std::set<std::string> credits;
      for (const Credit& c : s.story.credits)
        if (c.name != s.story.outlet) credits.insert(c.name);
      rows += fmt::format(
          "<tr><th scope=\"row\"><a href=\"#s{}\">{}</a>{}</th><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
          s.story.id.value, page_.outlet(s.story.id), s.story.outlet ? "" : " <small>outlet not named</small>",
          s.story.published_text.empty() ? "no date" : escaped(s.story.published_text.substr(0, 10)),
          escaped(fmt::format("{}", fmt::join(credits, ", "))), s.claims.claims.size(), silent(s));
    }
    const std::string table =
        "<table class=\"read\">\n<thead><tr><th scope=\"col\">Story</th><th scope=\"col\">Published</th><th scope=\"col\">Credits</th>"
        "<th scope=\"col\" class=\"n\">Claims</th><th scope=\"col\" class=\"n\">Not checked</th></tr></thead>\n<tbody>\n" +
        rows + "</tbody>\n</table>\n";
    const std::string scrolled = "<div class=\"wide\" role=\"region\" aria-label=\"Stories read\" tabindex=\"0\">\n" + table + "</div>\n";
    return fmt::format("<details class=\"stories-read\"{}>\n<summary>What was read</summary>\n{}</details>\n",
                       report_.stories.size() <= kOpenStories ? " open" : "", scrolled);
  }

  static std::string silent(const AnalysedStory& s) {
    return s.claims.silent_sentences.empty()
               ? "0"
               : fmt::format("{} of {}", s.claims.silent_sentences.size(), s.story.sentences.size());
  }

  std::string not_checked() const {
    std::size_t silent = 0, all = 0, dateless = 0;
    for (const AnalysedStory& s : report_.stories) {
      silent += s.claims.silent_sentences.size();
      all += s.story.sentences.size();
      dateless += s.story.published ? 0 : 1;
    }
    std::string out = "<ul>\n";
    for (const Diagnostic& d : report_.diagnostics)
      out += fmt::format("<li class=\"{}\"><code>{}</code> {}</li>\n", to_string(d.severity), escaped(d.path), escaped(d.message));
    if (silent > 0)
      out += fmt::format("<li>{} of {} gave no claim and {} compared with nothing.</li>\n", silent,
                         counted(all, "sentence", "sentences"), silent == 1 ? "was" : "were");
    else if (all > 0)
      out += "<li>Every sentence gave a claim.</li>\n";
    if (dateless > 0)
      out += fmt::format("<li>In {} without a date, weekdays and “yesterday” were not worked out.</li>\n",
                         counted(dateless, "story", "stories"));
    if (const std::size_t n = report_.findings.quiet.size(); n > 0 && page_.findings.size() == report_.findings.findings.size())
      out += fmt::format("<li>{} of little weight left out; <code>--all</code> shows them.</li>\n", counted(n, "finding", "findings"));
    return out + "</ul>\n";
  }

  std::string severities() const {
    std::string out;
    for (auto it = by_severity_.rbegin(); it != by_severity_.rend(); ++it)
      out += option(to_string(it->first), fmt::format("{} ({})", to_string(it->first), it->second));
    return out;
  }

  std::string rules() const {
    std::map<std::string, std::size_t> used;
    for (const Finding* f : page_.findings) ++used[report_.rulebook[f->check].id];
    std::string out;
    for (const auto& [id, n] : used) out += option(escaped(id), fmt::format("{} ({})", escaped(id), n));
    return out;
  }

  std::string outlets() const {
    std::map<std::string, SourceId> names;
    for (const Finding* f : page_.findings)
      for (const Span& span : f->evidence) names.emplace(page_.outlet(span.story), page_.outlet_of(span.story));
    std::string out;
    for (const auto& [name, id] : names) out += option(std::to_string(id.value), name);
    return out;
  }

  const HtmlPage& page_;
  const Report& report_;
  std::map<Severity, std::size_t> by_severity_;
};

}  // namespace

std::string report_html(const Report& report, bool all) {
  const HtmlPage page(report, all);
  const Head head(page);
  return fill_page([&](std::string_view name) { return head.part(name); });
}

}  // namespace crosscheck
