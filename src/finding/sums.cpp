// Figures of one claim that do not fit together: seven men and six women of 12.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "finding/message.h"
#include "finding/shapes.h"

namespace crosscheck {
namespace {

// An interval in one dimension, with the most that rounding may have hidden.
struct Sum {
  double low = 0, high = 0, slack = 0;
  std::string unit, dimension;
  bool usable = true;
  std::size_t values = 0;

  void add(const Quantity& q) {
    if (values > 0 && q.dimension != dimension && !(is_count(q.dimension) && is_count(dimension))) usable = false;
    if (!std::isfinite(q.low) || !std::isfinite(q.high) || q.vague) usable = false;
    const double sign = q.change < 0 ? -1 : 1;
    const double a = sign * q.low * q.factor, b = sign * q.high * q.factor;
    low += std::min(a, b);
    high += std::max(a, b);
    slack += rounding(q);
    if (values == 0) dimension = q.dimension;
    if (unit.empty()) unit = q.unit;
    ++values;
  }
  static bool is_count(const std::string& dimension) { return dimension.empty() || dimension == "count"; }
  // Small whole numbers are exact; large ones and fractions are rounded to half a per cent, the way figures are
  // written.
  static double rounding(const Quantity& q) {
    const double n = std::max(std::abs(q.low), std::abs(q.high));
    const bool exact = n < 1000 && n == std::floor(n) && !q.approx;
    return exact ? 0 : 0.005 * n * std::abs(q.factor) + (q.approx ? 0.05 * n * std::abs(q.factor) : 0);
  }
};

Sum total_of(const Claim& claim, const std::vector<std::uint32_t>& slots) {
  Sum sum;
  for (const std::uint32_t slot : slots) {
    bool filled = false;
    for (const SlotValue& value : claim.slots) {
      if (value.slot != slot) continue;
      const auto* q = std::get_if<Quantity>(&value.value);
      if (q == nullptr)
        sum.usable = false;
      else
        sum.add(*q);
      filled = true;
    }
    if (!filled) sum.usable = false;
  }
  return sum;
}

bool fits(const Sum& left, const Sum& right, bool at_most) {
  const double slack = left.slack + right.slack + 1e-9 * std::max({1.0, std::abs(left.high), std::abs(right.high)});
  if (at_most) return left.low <= right.high + slack;
  return left.low <= right.high + slack && right.low <= left.high + slack;
}

std::string shown(const Sum& sum) {
  const std::string number =
      sum.low == sum.high ? fmt::format("{:.10g}", sum.low) : fmt::format("{:.10g} to {:.10g}", sum.low, sum.high);
  return sum.unit.empty() ? number : number + ' ' + sum.unit;
}

}  // namespace

std::vector<Draft> find_sums(const Pile& pile, CheckId id) {
  const Check& check = pile.rulebook[id];
  std::vector<Draft> drafts;
  if (!check.sum) return drafts;
  for (const ClaimId claim_id : pile.claims(check)) {
    const Claim& claim = pile.claim(claim_id);
    const Sum left = total_of(claim, check.sum->left);
    Sum right;
    if (check.sum->right)
      right = total_of(claim, {*check.sum->right});
    else if (check.sum->constant)
      right.low = right.high = *check.sum->constant;
    // Shares are rounded each: three of them may pass the whole by one and a half points.
    if (check.sum->constant) right.slack = 0.5 * static_cast<double>(left.values) * 1.0000001;
    const bool comparable = !check.sum->right || left.dimension == right.dimension ||
                            (Sum::is_count(left.dimension) && Sum::is_count(right.dimension));
    if (!left.usable || !right.usable || left.values == 0 || !comparable || fits(left, right, check.sum->at_most))
      continue;
    Draft draft;
    draft.a = claim_id;
    draft.finding = start_finding(check, id);
    MessageParts parts;
    parts.a = claim_id;
    parts.total = shown(left);
    draft.finding.message = check.message.empty()
                                ? fmt::format("{}: “{}” in {}: {} makes {}", check.title, pile.words(claim.span),
                                              pile.outlet(claim_id), check.sum->text, parts.total)
                                : fill_message(pile, check.message, parts);
    std::vector<SlotPath> paths;
    for (const SlotDeclaration& slot : pile.kind(claim_id).slots) paths.push_back({slot.name, "", false});
    draft.finding.fingerprint = fingerprint(pile, check, claim_id, ClaimId(), paths);
    draft.finding.claims = {claim_id};
    draft.finding.evidence = {claim.span};
    draft.finding.rank = 1;
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace crosscheck
