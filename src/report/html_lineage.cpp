// Who hangs on whom: stories to the left, those they credit to the right, and a list that says the same in words.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "report/html_page.h"
#include "report/names.h"
#include "report/html_template.h"
#include "report/passage.h"

namespace crosscheck {
namespace {

constexpr int kRow = 34, kLetter = 9, kBetween = 140;  // pixels
constexpr std::size_t kName = 32;                       // bytes
constexpr std::size_t kEvidence = 160;

class EventLineage {
 public:
  EventLineage(const HtmlPage& page, std::uint32_t event) : page_(page) {
    for (const Dependence& d : page.report.graph.lineage) {
      if (page.events[d.story.index()] != event) continue;
      all_.push_back(&d);
      if (d.source.valid()) ++dependents_[d.source];
    }
    for (std::size_t s = 0; s < page.events.size(); ++s)
      if (page.events[s] == event) stories_.emplace_back(s);
    place();
  }

  std::size_t stories() const { return stories_.size(); }
  bool empty() const { return all_.empty(); }

  std::string write(const std::string& title) const { return drawing(title) + list(); }

 private:
  // Stories in the order of the source that most stories share with them, so that lines seldom cross; a source beside the
  // middle of its stories.
  void place() {
    std::vector<SourceId> order;
    for (const auto& [source, n] : dependents_) order.push_back(source);
    std::stable_sort(order.begin(), order.end(), [&](SourceId a, SourceId b) { return dependents_.at(a) > dependents_.at(b); });
    std::map<StoryId, std::size_t> first;
    for (const Dependence* d : all_) {
      if (!d->source.valid()) continue;
      const auto rank = static_cast<std::size_t>(std::find(order.begin(), order.end(), d->source) - order.begin());
      const auto [it, fresh] = first.try_emplace(d->story, rank);
      if (!fresh) it->second = std::min(it->second, rank);
    }
    std::stable_sort(stories_.begin(), stories_.end(), [&](StoryId a, StoryId b) {
      const auto rank = [&](StoryId s) { return first.count(s) == 0 ? SIZE_MAX : first.at(s); };
      return rank(a) < rank(b);
    });
    for (std::size_t i = 0; i < stories_.size(); ++i) story_y_[stories_[i]] = static_cast<int>(i) * kRow + kRow / 2;
    std::vector<std::pair<int, SourceId>> wanted;
    for (const SourceId source : order) {
      int sum = 0, n = 0;
      for (const Dependence* d : all_)
        if (d->source == source) sum += story_y_.at(d->story), ++n;
      wanted.emplace_back(sum / n, source);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
    int next = kRow / 2;
    for (const auto& [y, source] : wanted) {
      source_y_[source] = std::max(y, next);
      next = source_y_[source] + kRow;
    }
    std::size_t longest = 0, longest_source = 0;
    for (const StoryId story : stories_) longest = std::max(longest, std::min(kName, columns(name(story))));
    for (const SourceId source : order)
      longest_source = std::max(longest_source, std::min(kName, columns(page_.report.graph.sources[source.index()].name)));
    left_ = static_cast<int>(longest) * kLetter;
    right_ = left_ + kBetween;
    width_ = right_ + static_cast<int>(longest_source + 4) * kLetter;
    height_ = std::max(next, static_cast<int>(stories_.size()) * kRow + kRow / 2);
  }

  std::string drawing(const std::string& title) const {
    std::string out = fmt::format("<div class=\"wide\" role=\"region\" aria-label=\"Lineage: {2}\" tabindex=\"0\">\n"
                                  "<svg class=\"lineage\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">\n", width_, height_, title);
    for (const Dependence* d : all_) {
      const int from = story_y_.at(d->story);
      if (d->source.valid()) {
        out += fmt::format("<path class=\"{}\" d=\"M{} {} C{} {} {} {} {} {}\"/>\n", d->reach == Reach::story ? "solid" : "thin",
                           left_ + 12, from, left_ + 70, from, right_ - 70, source_y_.at(d->source), right_ - 12,
                           source_y_.at(d->source));
      } else if (story_y_.count(d->on) != 0) {
        const int to = story_y_.at(d->on), bend = left_ + 12 + std::min(90, 20 + std::abs(to - from) / 2);
        out += fmt::format("<path class=\"dashed\" d=\"M{0} {1} C{2} {1} {2} {3} {0} {3}\"/>\n", left_ + 12, from, bend, to);
      }
    }
    for (const StoryId story : stories_)
      out += fmt::format("<a href=\"#s{}\"><text class=\"story\" x=\"{}\" y=\"{}\">{}</text></a><circle cx=\"{}\" cy=\"{}\" r=\"4\"/>\n",
                         story.value, left_, story_y_.at(story) + 5, clipped(name(story), kName), left_ + 12, story_y_.at(story));
    for (const auto& [source, y] : source_y_)
      out += fmt::format("<circle class=\"origin\" cx=\"{}\" cy=\"{}\" r=\"5\"/><text class=\"origin\" x=\"{}\" y=\"{}\">{} <tspan>{}</tspan></text>\n",
                         right_ - 12, y, right_, y + 5, clipped(page_.report.graph.sources[source.index()].name, kName),
                         dependents_.at(source));
    return out + "</svg>\n</div>\n";
  }

  std::string name(StoryId id) const {
    const Story& story = page_.story(id);
    return story.outlet ? *story.outlet : story.path.substr(story.path.find_last_of('/') + 1);
  }

  std::string list() const {
    std::string out = "<ul class=\"lines\">\n";
    for (const Dependence* d : all_) {
      out += fmt::format("<li><a href=\"#s{}\">{}</a> ", d->story.value, page_.outlet(d->story));
      out += d->source.valid() ? credit(*d) : copied(*d);
      out += "</li>\n";
    }
    for (const StoryId story : stories_)
      if (std::none_of(all_.begin(), all_.end(), [&](const Dependence* d) { return d->story == story; }))
        out += fmt::format("<li><a href=\"#s{}\">{}</a> names no other outlet</li>\n", story.value, page_.outlet(story));
    return out + "</ul>\n";
  }

  std::string credit(const Dependence& d) const {
    const std::string source = page_.source_name(d.source);
    if (d.reach == Reach::story) return fmt::format("credits <b>{}</b> for the whole story", source);
    return fmt::format("credits <b>{}</b> in {}", source, counted(d.evidence.size(), "place", "places"));
  }

  // Of several copies that a story probably hangs on, the one that has most of its words: its passages are shown.
  const Dependence* closest(StoryId story) const {
    const Dependence* most = nullptr;
    for (const Dependence* d : all_) {
      if (d->story != story || d->source.valid()) continue;
      if (!most || std::tie(d->words, d->sentences) > std::tie(most->words, most->sentences)) most = d;
    }
    return most;
  }

  std::string copied(const Dependence& d) const {
    std::string out = fmt::format("probably hangs on <a href=\"#s{}\">{}</a>: ", d.on.value, page_.outlet(d.on));
    std::vector<std::string> shared;
    if (d.words > 0) shared.push_back(fmt::format("{} words of narration stand in both", d.words));
    if (d.sentences > 0) shared.push_back(counted(d.sentences, "sentence in nearly the same words", "sentences in nearly the same words"));
    if (d.fragments > 0) shared.push_back(counted(d.fragments, "fragment of speech cut alike", "fragments of speech cut alike"));
    for (std::size_t i = 0; i < shared.size(); ++i)
      out += (i == 0 ? "" : i + 1 == shared.size() ? ", and " : ", ") + shared[i];
    if (d.evidence.empty() || &d != closest(d.story)) return out;
    out += "<ul>";
    for (const auto& [here, there] : d.evidence)
      out += fmt::format("<li><q>{}</q></li>", clipped(page_.story(here.story).words(here), kEvidence));
    return out + "</ul>";
  }

  const HtmlPage& page_;
  std::vector<const Dependence*> all_;
  std::vector<StoryId> stories_;
  std::map<SourceId, std::size_t> dependents_;
  std::map<StoryId, int> story_y_;
  std::map<SourceId, int> source_y_;
  int left_ = 0, right_ = 0, width_ = 0, height_ = 0;  // where names end and begin
};

}  // namespace

std::string html_lineage(const HtmlPage& page) {
  const std::set<std::uint32_t> events(page.events.begin(), page.events.end());
  std::string out;
  for (const std::uint32_t event : events) {
    const EventLineage lineage(page, event);
    if (lineage.empty()) continue;
    const std::string title = html_event_title(page, event);
    if (events.size() == 1) return lineage.write(title);
    out += fmt::format("<details class=\"event\"{}>\n<summary>{}</summary>\n{}</details>\n", out.empty() ? " open" : "",
                       title, lineage.write(title));
  }
  return out.empty() ? "<p>No story credits another outlet, and no two share their wording.</p>\n" : out;
}

}  // namespace crosscheck
