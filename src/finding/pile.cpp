#include "finding/pile.h"

#include <algorithm>

namespace crosscheck {
namespace {

// "archive/monday/a.txt" -> "a.txt"; an outlet's name has no slash that matters.
std::string file_name(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos || slash + 1 == path.size() ? path : path.substr(slash + 1);
}

}  // namespace

bool Pile::looks_at(const Check& check, ClaimId id) const {
  return check.any_claim || std::find(check.claims.begin(), check.claims.end(), claim(id).kind) != check.claims.end();
}

std::string Pile::source_name(SourceId id) const {
  const std::string& name = graph.sources[id.index()].name;
  const bool is_path = std::any_of(stories.begin(), stories.end(),
                                   [&](const AnalysedStory& s) { return !s.story.outlet && s.story.path == name; });
  return is_path ? file_name(name) : name;
}

std::string Pile::outlet(ClaimId id) const {
  const Story& s = story(id);
  return s.outlet ? *s.outlet : file_name(s.path);
}

std::string Pile::words(Span span) const {
  std::string out;
  for (const char c : stories[span.story.index()].story.words(span)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Span Pile::span_of(ClaimId id, const SlotPath& path) const {
  const Claim& c = claim(id);
  if (path.slot == "when" && !c.when_span.empty()) return c.when_span;
  if (path.slot == "where" && !c.where_span.empty()) return c.where_span;
  if (path.part == "standing") return c.span;
  const auto index = kind(id).slot(path.slot);
  if (!index) return c.span;
  const SlotValue* value = c.slot(*index);
  // An antecedent may lie sentences away: there the words do not say what clashes.
  return value == nullptr || value->span.empty() || !c.span.overlaps(value->span) ? c.span : value->span;
}

SourceGrade Pile::grade(ClaimId id) const {
  const auto& voice = claim(id).voice;
  return voice.empty() ? SourceGrade::nobody : voice.back().grade;
}

}  // namespace crosscheck
