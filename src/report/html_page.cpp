#include "report/html_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "report/html_template.h"

namespace crosscheck {
namespace {

std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

bool clashes(const Check& check) {
  return check.shape == CheckShape::clash || check.shape == CheckShape::swapped || check.shape == CheckShape::superseded;
}

// Clauses, names and what a mention carries stand everywhere: as rows they would hide what is told. Quotes are told.
bool worth_a_row(const ClaimKind& kind) {
  if (!kind.ready_made && !kind.loose) return true;
  return !kind.loose && std::any_of(kind.slots.begin(), kind.slots.end(),
                                    [](const SlotDeclaration& s) { return s.type == SlotType::quote; });
}

}  // namespace

HtmlPage::HtmlPage(const Report& r, bool all) : report(r) {
  for (const AnalysedStory& s : report.stories) places_.emplace_back(s.story);
  for (const Finding& f : report.findings.findings) findings.push_back(&f);
  if (all)
    for (const Finding& f : report.findings.quiet) findings.push_back(&f);
  std::map<std::string, std::size_t> used;
  for (const Finding* f : findings) {
    const std::size_t n = used[f->fingerprint]++;
    finding_ids.push_back("f-" + f->fingerprint + (n == 0 ? "" : fmt::format("-{}", n + 1)));
  }
  for (const Source& s : report.graph.sources) names_.push_back(s.name);
  events.resize(report.stories.size());
  for (auto it = report.graph.claims.rbegin(); it != report.graph.claims.rend(); ++it) events[it->story.index()] = it->event;
  for (std::size_t s = 0; s < report.stories.size(); ++s)
    if (!report.stories[s].story.outlet)
      names_[report.graph.story_source[s].index()] = file_name(report.stories[s].story.path);
  gather_topics();
  mark_words();
}

const Claim& HtmlPage::claim(ClaimId id) const {
  const GraphClaim& g = report.graph.claims[id.index()];
  return report.stories[g.story.index()].claims.claims[g.index];
}

std::string HtmlPage::source_name(SourceId id) const { return escaped(names_[id.index()]); }
std::string HtmlPage::outlet(StoryId id) const { return source_name(outlet_of(id)); }

// Propositions that a finding holds against one another share a row.
void HtmlPage::gather_topics() {
  const auto& propositions = report.graph.propositions;
  std::vector<std::size_t> group(propositions.size());
  std::iota(group.begin(), group.end(), 0);
  const auto root = [&](std::size_t p) {
    while (group[p] != p) p = group[p] = group[group[p]];
    return p;
  };
  std::map<std::size_t, std::size_t> clash;  // a proposition's first finding
  for (std::size_t f = 0; f < findings.size(); ++f) {
    if (!clashes(report.rulebook[findings[f]->check])) continue;
    std::optional<std::size_t> first;
    for (const ClaimId id : findings[f]->claims) {
      const std::size_t p = report.graph.claims[id.index()].proposition.index();
      clash.try_emplace(p, f);
      if (first) group[std::max(root(*first), root(p))] = std::min(root(*first), root(p));
      first = first ? first : p;
    }
  }
  std::map<std::size_t, Topic> rows;
  for (std::size_t p = 0; p < propositions.size(); ++p) {
    Topic& row = rows[root(p)];
    row.sides.emplace_back(p);
    row.claims.insert(row.claims.end(), propositions[p].claims.begin(), propositions[p].claims.end());
    if (const auto f = clash.find(p); f != clash.end()) row.finding = std::min(f->second, row.finding.value_or(f->second));
  }
  for (auto& [first, row] : rows) {
    std::map<PropositionId, std::set<SourceId>> outlets_of;
    std::set<SourceId> outlets;
    for (const ClaimId id : row.claims) {
      const GraphClaim& g = report.graph.claims[id.index()];
      outlets_of[g.proposition].insert(outlet_of(g.story));
      outlets.insert(outlet_of(g.story));
    }
    row.outlets = static_cast<std::uint32_t>(outlets.size());
    if (!row.finding && (row.outlets < 2 || !worth_a_row(report.rulebook[propositions[first].kind]))) continue;
    std::sort(row.claims.begin(), row.claims.end());
    row.event = events[report.graph.claims[row.claims.front().index()].story.index()];
    std::stable_sort(row.sides.begin(), row.sides.end(), [&](PropositionId a, PropositionId b) {
      return outlets_of[a].size() > outlets_of[b].size();
    });
    topics.push_back(std::move(row));
  }
  std::stable_sort(topics.begin(), topics.end(), [&](const Topic& x, const Topic& y) {
    const auto key = [](const Topic& t) {
      return std::make_tuple(t.event, t.finding.value_or(SIZE_MAX), -static_cast<int>(t.outlets), t.claims.front());
    };
    return key(x) < key(y);
  });
}

// Every claim's words are painted, what matters less first; of two alike the longer, so that the shorter stays visible.
void HtmlPage::mark_words() {
  struct Paint {
    Span span;
    Mark mark;
    std::uint32_t to;
  };
  std::vector<std::vector<Paint>> paints(report.stories.size());
  const auto add = [&](Span span, Mark mark, std::size_t to) {
    paints[span.story.index()].push_back({span, mark, static_cast<std::uint32_t>(to)});
  };
  for (std::size_t c = 0; c < report.graph.claims.size(); ++c) add(claim(ClaimId(c)).span, Mark::read, c);
  for (std::size_t t = 0; t < topics.size(); ++t)
    for (const ClaimId id : topics[t].claims) add(claim(id).span, Mark::told, t);
  for (std::size_t f = findings.size(); f-- > 0;)
    for (const Span& span : findings[f]->evidence) add(span, Mark::found, f);
  marks.resize(report.stories.size());
  for (std::size_t s = 0; s < paints.size(); ++s) {
    std::stable_sort(paints[s].begin(), paints[s].end(), [](const Paint& x, const Paint& y) {
      return std::make_tuple(x.mark, -static_cast<std::int64_t>(x.span.size())) <
             std::make_tuple(y.mark, -static_cast<std::int64_t>(y.span.size()));
    });
    const std::size_t size = report.stories[s].story.text.size();
    std::vector<std::uint32_t> owner(size, 0);  // 1 + index of the paint
    for (std::uint32_t p = 0; p < paints[s].size(); ++p)
      std::fill(owner.begin() + paints[s][p].span.begin, owner.begin() + paints[s][p].span.end, p + 1);
    for (std::uint32_t at = 0; at < size;) {
      const std::uint32_t begin = at;
      const auto like = [&](std::uint32_t i) {  // claims that nothing leads to run together
        if (owner[i] == owner[begin]) return true;
        return owner[i] != 0 && owner[begin] != 0 && paints[s][owner[i] - 1].mark == Mark::read &&
               paints[s][owner[begin] - 1].mark == Mark::read;
      };
      while (at < size && like(at)) ++at;
      const Paint paint = owner[begin] == 0 ? Paint{{}, Mark::none, 0} : paints[s][owner[begin] - 1];
      marks[s].push_back({begin, at, paint.mark, paint.to});
    }
  }
}

std::string HtmlPage::anchor(StoryId story, const MarkedRun& run) { return fmt::format("t{}-{}", story.value, run.begin); }

std::string HtmlPage::anchor(Span span) const {
  const auto& runs = marks[span.story.index()];
  auto run = std::upper_bound(runs.begin(), runs.end(), span.begin,
                              [](std::uint32_t at, const MarkedRun& r) { return at < r.end; });
  for (; run != runs.end() && run->begin < span.end; ++run)
    if (run->mark >= Mark::told) return anchor(span.story, *run);
  return fmt::format("s{}", span.story.value);
}

bool HtmlPage::has_sides(const Finding& finding) const {
  return clashes(report.rulebook[finding.check]) && finding.claims.size() > 1;
}

std::size_t HtmlPage::side(const Finding& finding, Span span) const {
  const auto& claims = finding.claims;
  if (!has_sides(finding)) return 0;
  for (std::size_t i = 0; i < 2; ++i)
    if (claim(claims[i]).span.contains(span)) return i;
  const auto proposition = [&](ClaimId id) { return report.graph.claims[id.index()].proposition; };
  for (const ClaimId id : claims)
    if (claim(id).span.contains(span))
      return proposition(id) == proposition(claims[1]) && proposition(id) != proposition(claims[0]) ? 1 : 0;
  return 0;
}

std::string HtmlPage::borrowed(ClaimId id) const {
  const GraphClaim& g = report.graph.claims[id.index()];
  if (!g.credited.empty()) return "via " + source_name(g.credited.front());
  const auto& lineage = report.graph.lineage;
  auto d = std::lower_bound(lineage.begin(), lineage.end(), g.story,
                            [](const Dependence& x, StoryId story) { return x.story < story; });
  for (; d != lineage.end() && d->story == g.story; ++d) {
    if (d->source.valid() && d->reach == Reach::story) return "via " + source_name(d->source);
    for (const auto& [here, there] : d->evidence)
      if (d->on.valid() && here.overlaps(claim(id).span)) return "probably from " + outlet(d->on);
  }
  return {};
}

std::size_t HtmlPage::independent(const Topic& topic) const {
  std::size_t most = 1;
  for (const PropositionId p : topic.sides)
    most = std::max<std::size_t>(most, report.graph.propositions[p.index()].independent_sources);
  return most;
}

}  // namespace crosscheck
