// One line for each value, for people and for tests that are tables: "[30,inf] person", "2025-11-30", "score{3-1}".
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "value/value.h"

namespace crosscheck {
namespace {

// Writes values one behind another into one text: whole files of claims are written so.
struct Writer {
  std::string& out;

  void put(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) out += text;
  }
  void joined(const std::vector<std::string>& words, std::string_view with) {
    std::string_view gap;
    for (const std::string& word : words) put({gap, word}), gap = with;
  }

  void operator()(std::monostate) { out += "nothing"; }
  void operator()(const Quantity& q) {
    if (q.change != 0) out += q.change > 0 ? "up " : "down ";
    if (q.vague) out += "vague ";
    if (q.approx) out += "about ";
    fmt::format_to(std::back_inserter(out), "[{},{}]", q.low, q.high);
    if (!q.unit.empty()) put({" ", q.unit});
  }
  void operator()(const TimeRange& t) { put({t.approx ? "about " : "", t.timex}); }
  void operator()(const Place& p) { out += "place{", joined(p.chain, ", "), out += '}'; }
  void operator()(const Choice& c) { put({"choice{", c.name, "}"}); }
  void operator()(const Office& o) {
    put({"office{", o.title});
    if (!o.body.empty()) out += " of=", joined(o.body, " ");
    if (!o.standing.covers.empty()) put({" standing=", o.standing.name});
    out += '}';
  }
  void operator()(const Name& n) { put({"name{", n.text, "}"}); }
  void operator()(const Phrase& p) { out += "phrase{", joined(p.lemmas, " "), out += '}'; }
  void operator()(const QuotedWords& q) { out += "quote{", joined(q.words, " "), out += '}'; }
  void operator()(const Code& c) { put({"code{", c.text, "}"}); }
  void operator()(const Score& s) {
    std::string_view gap;
    out += "score{";
    for (const auto& [ours, theirs] : s.parts) fmt::format_to(std::back_inserter(out), "{}{}-{}", gap, ours, theirs), gap = " ";
    out += '}';
  }
};

}  // namespace

void append(std::string& out, const Value& value) { std::visit(Writer{out}, value); }

std::string to_string(const Value& value) {
  std::string text;
  append(text, value);
  return text;
}

}  // namespace crosscheck
