// One line for each value, for people and for tests that are tables: "[30,inf] person", "2025-11-30", "score{3-1}".
#include <string>

#include <fmt/format.h>

#include "value/value.h"

namespace crosscheck {
namespace {

std::string line(std::monostate) { return "nothing"; }

std::string line(const Quantity& q) {
  std::string text = fmt::format("[{},{}]", q.low, q.high);
  if (q.approx) text = "about " + text;
  if (q.vague) text = "vague " + text;
  if (q.change != 0) text = (q.change > 0 ? "up " : "down ") + text;
  return q.unit.empty() ? text : text + " " + q.unit;
}

std::string line(const TimeRange& t) { return t.approx ? "about " + t.timex : t.timex; }
std::string joined(const std::vector<std::string>& words, std::string_view with) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += with;
    text += word;
  }
  return text;
}

std::string line(const Place& p) { return "place{" + joined(p.chain, ", ") + "}"; }
std::string line(const Choice& c) { return "choice{" + c.name + "}"; }

std::string line(const Office& o) {
  std::string text = "office{" + o.title;
  if (!o.body.empty()) text += " of=" + joined(o.body, " ");
  if (!o.standing.covers.empty()) text += " standing=" + o.standing.name;
  return text + "}";
}

std::string line(const Name& n) { return "name{" + n.text + "}"; }
std::string line(const Phrase& p) { return "phrase{" + joined(p.lemmas, " ") + "}"; }
std::string line(const QuotedWords& q) { return "quote{" + joined(q.words, " ") + "}"; }
std::string line(const Code& c) { return "code{" + c.text + "}"; }

std::string line(const Score& s) {
  std::string text;
  for (const auto& [ours, theirs] : s.parts) text += fmt::format("{}{}-{}", text.empty() ? "" : " ", ours, theirs);
  return fmt::format("score{{{}}}", text);
}

}  // namespace

std::string to_string(const Value& value) {
  return std::visit([](const auto& v) { return line(v); }, value);
}

}  // namespace crosscheck
