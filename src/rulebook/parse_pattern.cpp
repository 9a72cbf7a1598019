#include "rulebook/parse_pattern.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr std::string_view kEllipsis = "\xe2\x80\xa6";
constexpr std::string_view kSpecial = "()[]{}<>|";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Folded words of one stretch without spaces and brackets. Clitics are cut as UD English EWT cuts them.
void cut(std::string_view stretch, std::vector<std::string>& out) {
  std::size_t commas = 0;
  for (; !stretch.empty() && stretch.front() == ','; stretch.remove_prefix(1)) out.emplace_back(",");
  for (; !stretch.empty() && stretch.back() == ','; stretch.remove_suffix(1)) ++commas;
  std::string word = fold(stretch);
  std::string clitic;
  for (const std::string_view ending : {"n't", "'s", "'re", "'ll", "'ve", "'d", "'m", "'"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      clitic = ending;
      word.erase(word.size() - ending.size());
      break;
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  if (!clitic.empty()) out.push_back(std::move(clitic));
  out.insert(out.end(), commas, ",");
}

class Parser {
 public:
  Parser(std::string_view text, PatternUse use, std::vector<PatternProblem>& problems)
      : text_(text), use_(use), problems_(problems) {}

  PatternSequence all() {
    const std::size_t found = problems_.size();
    PatternSequence elements = sequence(0);
    while (at_ < text_.size() && problems_.size() == found) {  // stopped at something that only makes sense in a group
      if (text_[at_] == '|') bar();
      else problem(at_, fmt::format("{} closes nothing that was opened", text_[at_]));
    }
    if (problems_.size() == found && elements.empty())
      problem(0, use_ == PatternUse::entry ? "this entry is empty" : "this pattern is empty");
    if (problems_.size() == found && count_ > kMostPatternElements)
      problem(0, fmt::format("at most {} words, lists and slots fit into one pattern, here are {}", kMostPatternElements, count_));
    return elements;
  }

 private:
  // Up to the end, | or a closing bracket. Recursion stops at kDeepestGroup.
  PatternSequence sequence(std::size_t depth) {
    PatternSequence out;
    while (at_ < text_.size() && !failed_) {
      const char c = text_[at_];
      if (is_space(c)) ++at_;
      else if (c == '|' || c == ')' || c == ']') return out;
      else if (c == '(' || c == '[') group(out, depth);
      else if (c == '{' || c == '<') named(out);
      else if (c == '}' || c == '>') { problem(at_, fmt::format("{} closes nothing that was opened", c)); }
      else if (text_.substr(at_, 3) == "..." || text_.substr(at_, 3) == kEllipsis) gap(out);
      else words(out);
    }
    return out;
  }

  void group(PatternSequence& out, std::size_t depth) {
    const std::size_t start = at_;
    const char open = text_[at_++];
    const char close = open == '(' ? ')' : ']';
    if (depth >= kDeepestGroup) return problem(start, "brackets stand at most three deep: write two patterns");
    PatternElement element;
    element.kind = PatternElement::Kind::group;
    element.optional = open == '[';
    element.offset = static_cast<std::uint32_t>(start);
    while (true) {
      const std::size_t from = at_;
      element.alternatives.push_back(sequence(depth + 1));
      if (failed_) return;
      if (at_ >= text_.size()) return problem(start, fmt::format("this {} is never closed", open));
      if (element.alternatives.back().empty()) return problem(from, "an empty choice: put what may be missing into [ ]");
      if (text_[at_] == close) break;
      if (text_[at_] != '|') return problem(at_, fmt::format("{} here, but {} is open", text_[at_], open));
      ++at_;
    }
    ++at_;
    out.push_back(std::move(element));
  }

  void named(PatternSequence& out) {
    const std::size_t start = at_;
    const char close = text_[at_] == '{' ? '}' : '>';
    if (use_ == PatternUse::entry)
      return problem(start, fmt::format("an entry of a word list holds words only: {} belongs into a pattern", text_[at_]));
    std::size_t end = start + 1;
    while (end < text_.size() && kSpecial.find(text_[end]) == std::string_view::npos) ++end;
    if (end >= text_.size() || text_[end] != close) return problem(start, fmt::format("this {} is never closed", text_[start]));
    std::string_view name = text_.substr(start + 1, end - start - 1);
    while (!name.empty() && is_space(name.front())) name.remove_prefix(1);
    while (!name.empty() && is_space(name.back())) name.remove_suffix(1);
    if (name.empty()) return problem(start, fmt::format("a name is missing between {} and {}", text_[start], close));
    PatternElement element;
    element.kind = close == '}' ? PatternElement::Kind::slot : PatternElement::Kind::list;
    element.word = std::string(name);
    element.offset = static_cast<std::uint32_t>(start);
    add(out, std::move(element));
    at_ = end + 1;
  }

  void gap(PatternSequence& out) {
    if (use_ == PatternUse::entry) return problem(at_, "an entry of a word list holds words only: ... belongs into a pattern");
    PatternElement element;
    element.kind = PatternElement::Kind::gap;
    element.offset = static_cast<std::uint32_t>(at_);
    if (!out.empty() && out.back().kind == PatternElement::Kind::gap) return problem(at_, "one ... is enough");
    add(out, std::move(element));
    at_ += 3;
  }

  void words(PatternSequence& out) {
    const std::size_t start = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && kSpecial.find(text_[at_]) == std::string_view::npos &&
           (at_ == start || (text_.substr(at_, 3) != "..." && text_.substr(at_, 3) != kEllipsis)))
      ++at_;
    std::vector<std::string> cut_words;
    cut(text_.substr(start, at_ - start), cut_words);
    for (std::string& word : cut_words) {
      PatternElement element;
      element.word = std::move(word);
      element.offset = static_cast<std::uint32_t>(start);
      add(out, std::move(element));
    }
  }

  // "was|were cut": show what should have been written, from the words beside the bar.
  void bar() {
    const auto edge = [&](char c) { return is_space(c) || kSpecial.find(c) != std::string_view::npos; };
    std::size_t begin = at_, end = at_ + 1;
    while (begin > 0 && !edge(text_[begin - 1])) --begin;
    while (end < text_.size() && (!edge(text_[end]) || text_[end] == '|')) ++end;
    const bool alone = begin == at_ || end == at_ + 1;
    problem(at_, fmt::format("| joins choices only inside ( ) or [ ]: write ({})", alone ? "this|that" : text_.substr(begin, end - begin)));
  }

  void add(PatternSequence& out, PatternElement element) {
    if (++count_ > kMostPatternElements) return;  // told once, at the end
    out.push_back(std::move(element));
  }

  void problem(std::size_t offset, std::string message) {
    failed_ = true;
    problems_.push_back({offset, std::move(message)});
  }

  std::string_view text_;
  PatternUse use_;
  std::vector<PatternProblem>& problems_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  bool failed_ = false;
};

}  // namespace

PatternSequence parse_pattern(std::string_view text, PatternUse use, std::vector<PatternProblem>& problems) {
  return Parser(text, use, problems).all();
}

std::vector<std::string> pattern_words(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && is_space(text[i])) ++i;
    std::size_t end = i;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > i) cut(text.substr(i, end - i), out);
    i = end;
  }
  return out;
}

}  // namespace crosscheck
