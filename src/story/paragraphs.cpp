#include "story/paragraphs.h"

#include "story/characters.h"
#include "story/lines.h"

namespace crosscheck {

namespace {

constexpr std::uint32_t kShortestWrapped = 50, kLongestWrapped = 100;  // bytes of a line wrapped by hand

struct TextLine { std::uint32_t begin, end; bool blank_before; };

std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    end = std::min(text.substr(0, end).find('\r', at), end);
    const std::string_view line = trim(text.substr(at, end - at));
    if (line.empty()) {
      blank = blank || end == at || text[end == text.size() ? end - 1 : end] == '\n';
    } else {
      const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
      lines.push_back({begin, static_cast<std::uint32_t>(begin + line.size()), blank});
      blank = false;
    }
    at = end + 1;
    if (end < text.size() && text[end] == '\r' && at < text.size() && text[at] == '\n') ++at;
  }
  return lines;
}

// Whether a line goes on in the next: it is of the usual width and the next begins with a small letter.
bool goes_on(std::string_view text, const TextLine& line, const TextLine& next) {
  const std::uint32_t length = line.end - line.begin;
  return !next.blank_before && length >= kShortestWrapped && length <= kLongestWrapped && char_at(text, next.begin).lower &&
         !ends_like_sentence(text.substr(line.begin, length));
}

}  // namespace

std::vector<Paragraph> paragraphs_of(std::string_view text) {
  const std::vector<TextLine> lines = lines_of(text);
  std::size_t follows = 0, wrapped = 0, long_lines = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    long_lines += lines[i].end - lines[i].begin > kLongestWrapped;
    if (lines[i + 1].blank_before) continue;
    ++follows;
    wrapped += goes_on(text, lines[i], lines[i + 1]);
  }
  const bool by_hand = wrapped >= 4 && wrapped * 3 >= follows && long_lines * 10 <= lines.size();
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool joins = i > 0 && !lines[i].blank_before &&
                       (goes_on(text, lines[i - 1], lines[i]) ||
                        (by_hand && lines[i - 1].end - lines[i - 1].begin >= kShortestWrapped && lines[i - 1].end - lines[i - 1].begin <= kLongestWrapped));
    if (joins) paragraphs.back().end = lines[i].end;
    else paragraphs.push_back({lines[i].begin, lines[i].end, std::nullopt});
  }
  return paragraphs;
}

}  // namespace crosscheck
