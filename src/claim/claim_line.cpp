#include "claim/claim_line.h"

#include "claim/names.h"

#include <cmath>

#include <fmt/format.h>

namespace crosscheck {
namespace {

std::string number(double n) {
  if (n == std::floor(n) && std::abs(n) < 1e15) return fmt::format("{}", static_cast<long long>(n));
  return fmt::format("{:g}", n);
}

std::string join(const std::vector<std::string>& words, const char* with) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += with;
    out += word;
  }
  return out;
}

struct Shortener {
  std::string operator()(std::monostate) const { return "?"; }
  std::string operator()(const Quantity& q) const {
    std::string out = q.vague || q.approx ? "~" : "";
    if (q.change != 0) out += q.change > 0 ? "+" : "-";
    const bool open_low = q.low == -kUnbounded, open_high = q.high == kUnbounded;
    if (q.low == q.high) out += number(q.low);
    else out += fmt::format("{}..{}", open_low ? "" : number(q.low), open_high ? "" : number(q.high));
    return q.unit.empty() ? out : out + " " + q.unit;
  }
  std::string operator()(const TimeRange& t) const { return t.timex; }
  std::string operator()(const Place& p) const { return p.chain.empty() ? "?" : p.chain.front(); }
  std::string operator()(const Office& o) const {
    std::string out = o.standing.covers.empty() ? o.title : o.standing.name + " " + o.title;
    return o.body.empty() ? out : out + " (" + join(o.body, " ") + ")";
  }
  std::string operator()(const Choice& c) const { return c.name; }
  std::string operator()(const Name& n) const { return n.key; }
  std::string operator()(const Phrase& p) const { return p.lemmas.empty() ? p.head : join(p.lemmas, " "); }
  std::string operator()(const QuotedWords& q) const { return "\"" + join(q.words, " ") + "\""; }
  std::string operator()(const Score& s) const {
    std::string out;
    for (const auto& [a, b] : s.parts) out += fmt::format("{}{}-{}", out.empty() ? "" : " ", a, b);
    return out;
  }
  std::string operator()(const Code& c) const { return c.text; }
};

}  // namespace

std::string to_short(const Value& value) { return std::visit(Shortener{}, value); }

std::string to_line(const Claim& claim, const Rulebook& rulebook) {
  const ClaimKind& kind = rulebook[claim.kind];
  std::string out = kind.name + "{";
  bool first = true;
  for (const SlotValue& s : claim.slots) {
    if (!first) out += ' ';
    first = false;
    out += kind.slots[s.slot].name + "=" + to_short(s.value);
  }
  out += '}';
  if (claim.when) out += " when=" + claim.when->timex;
  if (claim.where) out += " where=" + to_short(*claim.where);
  if (claim.polarity == Polarity::negated) out += " not";
  if (claim.modality != Modality::actual) out += fmt::format(" {}", to_string(claim.modality));
  if (!claim.voice.empty()) {
    out += " voice=";
    for (std::size_t i = 0; i < claim.voice.size(); ++i) out += (i ? "/" : "") + claim.voice[i].text;
  }
  if (claim.headline) out += " headline";
  if (claim.dispute) out += " dispute";
  return out;
}

}  // namespace crosscheck
