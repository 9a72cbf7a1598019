#include "report/passage.h"

#include <algorithm>
#include <utility>

namespace crosscheck {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

// Up to `n` code points backwards from `at`, not past a line break.
std::size_t back(std::string_view text, std::size_t at, std::size_t n) {
  while (at > 0 && n > 0 && text[at - 1] != '\n') {
    --at;
    if (!continues(text[at])) --n;
  }
  while (at > 0 && continues(text[at])) --at;
  return at;
}

std::size_t forth(std::string_view text, std::size_t at, std::size_t n) {
  while (at < text.size() && n > 0 && text[at] != '\n') {
    ++at;
    while (at < text.size() && continues(text[at])) ++at;
    --n;
  }
  return at;
}

std::string clean(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';  // also keeps a story from steering the terminal
  // C1 controls, U+0080 to U+009F, are 0xc2 0x80..0x9f in UTF-8.
  for (std::size_t i = 0; i + 1 < out.size(); ++i)
    if (out[i] == '\xc2' && static_cast<unsigned char>(out[i + 1]) < 0xa0) out.replace(i, 2, " ");
  return out;
}

}  // namespace

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

Passage passage_around(std::string_view text, const std::vector<Span>& spans, std::size_t width) {
  const auto words = [&](std::size_t begin, std::size_t end) { return clean(text.substr(begin, end - begin)); };
  const std::size_t begin = std::min<std::size_t>(spans.front().begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(spans.back().end, begin, text.size());
  const std::size_t core = columns(text.substr(begin, end - begin));
  if (core > width) {
    const std::string all = words(begin, end);
    const std::size_t half = (width - 3) / 2;
    return {{{all.substr(0, forth(all, 0, half)) + " … " + all.substr(back(all, all.size(), half)), true}}};
  }
  const std::size_t room = width - core;
  std::size_t from = back(text, begin, room * 2 / 5);
  const std::size_t to = forth(text, end, room - columns(text.substr(from, begin - from)));
  from = back(text, begin, room - columns(text.substr(end, to - end)));  // what the right side leaves over
  Passage p;
  p.pieces.push_back({words(from, begin), false});
  for (std::size_t i = 0, at = begin; i < spans.size(); ++i) {
    if (spans[i].begin > at) p.pieces.push_back({words(at, spans[i].begin), false});
    p.pieces.push_back({words(spans[i].begin, spans[i].end), true});
    at = spans[i].end;
  }
  p.pieces.push_back({words(end, to), false});
  std::string& before = p.pieces.front().text;
  std::string& after = p.pieces.back().text;
  if (from > 0 && text[from - 1] != '\n' && !before.empty()) before.replace(0, forth(before, 0, 1), "…");
  if (to < text.size() && text[to] != '\n' && !after.empty())
    after.replace(back(after, after.size(), 1), std::string::npos, "…");
  return p;
}

std::vector<std::vector<Span>> passages_of(std::string_view text, std::vector<Span> spans, std::size_t width) {
  std::sort(spans.begin(), spans.end());
  std::vector<std::vector<Span>> out;
  for (const Span& span : spans) {
    if (!out.empty()) {
      Span& last = out.back().back();
      if (span.begin < last.end) {
        last.end = std::max(last.end, span.end);
        continue;
      }
      const std::string_view all = text.substr(out.back().front().begin, span.end - out.back().front().begin);
      if (columns(all) <= width * 3 / 4 && all.find('\n') == std::string_view::npos) {
        out.back().push_back(span);
        continue;
      }
    }
    out.push_back({span});
  }
  return out;
}

std::vector<std::vector<Span>> passages_of(const std::vector<AnalysedStory>& stories, const std::vector<Span>& evidence, std::size_t width) {
  std::vector<std::pair<StoryId, std::vector<Span>>> by_story;
  for (const Span& span : evidence) {
    const auto known = std::find_if(by_story.begin(), by_story.end(), [&](const auto& one) { return one.first == span.story; });
    (known == by_story.end() ? by_story.emplace_back(span.story, std::vector<Span>()) : *known).second.push_back(span);
  }
  std::vector<std::vector<Span>> out;
  for (auto& [story, spans] : by_story)
    for (auto& group : passages_of(stories[story.index()].story.text, std::move(spans), width)) out.push_back(std::move(group));
  return out;
}

std::string wrap(std::string_view text, std::size_t width, std::string_view indent) {
  std::string out, line;
  std::size_t used = 0;
  const std::string flat = clean(text);
  for (std::size_t at = 0; at < flat.size();) {
    const std::size_t end = std::min(flat.find(' ', at), flat.size());
    const std::string_view word = std::string_view(flat).substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (used > 0 && used + 1 + columns(word) + indent.size() > width) {
      out += std::string(indent) + line + "\n";
      line.clear();
      used = 0;
    }
    if (used > 0) line += ' ', ++used;
    line += word;
    used += columns(word);
  }
  if (!line.empty()) out += std::string(indent) + line + "\n";
  return out;
}

}  // namespace crosscheck
