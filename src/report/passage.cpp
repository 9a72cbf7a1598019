#include "report/passage.h"

#include <algorithm>

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

Passage passage_around(std::string_view text, Span span, std::size_t width) {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  Passage p;
  p.marked = clean(text.substr(begin, end - begin));
  if (columns(p.marked) > width) {
    const std::size_t half = (width - 3) / 2;
    p.marked =
        p.marked.substr(0, forth(p.marked, 0, half)) + " … " + p.marked.substr(back(p.marked, p.marked.size(), half));
    return p;
  }
  const std::size_t room = width - columns(p.marked);
  std::size_t from = back(text, begin, room * 2 / 5),
              to = forth(text, end, room - columns(text.substr(from, begin - from)));
  from = back(text, begin, room - columns(text.substr(end, to - end)));  // what the right side leaves over
  p.before = clean(text.substr(from, begin - from));
  p.after = clean(text.substr(end, to - end));
  if (from > 0 && text[from - 1] != '\n' && !p.before.empty()) p.before.replace(0, forth(p.before, 0, 1), "…");
  if (to < text.size() && text[to] != '\n' && !p.after.empty())
    p.after.replace(back(p.after, p.after.size(), 1), std::string::npos, "…");
  return p;
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
