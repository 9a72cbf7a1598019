// What a claim's figures say of one another: a shared unit, and the one that a `sum` lets be worked out.
#include <algorithm>
#include <cmath>

#include "claim/claim_maker.h"

namespace crosscheck {
namespace {

Quantity* amount(Claim& claim, std::uint32_t slot) {
  for (SlotValue& s : claim.slots)
    if (s.slot == slot) return std::get_if<Quantity>(&s.value);
  return nullptr;
}

std::size_t times(const Claim& claim, std::uint32_t slot) {
  return static_cast<std::size_t>(std::count_if(claim.slots.begin(), claim.slots.end(), [&](const SlotValue& s) { return s.slot == slot; }));
}

void share_units(Claim& claim) {
  const Quantity* with_unit = nullptr;
  for (const SlotValue& s : claim.slots)
    if (const Quantity* q = std::get_if<Quantity>(&s.value); q && !q->unit.empty()) {
      if (with_unit && with_unit->unit != q->unit) return;  // two units: which of them is not said
      with_unit = q;
    }
  if (!with_unit) return;
  const Quantity model = *with_unit;
  for (SlotValue& s : claim.slots)
    if (Quantity* q = std::get_if<Quantity>(&s.value); q && q->unit.empty()) {
      q->unit = model.unit;
      q->dimension = model.dimension;
      q->factor = model.factor;
      q->offset = model.offset;
    }
}

// "down three points": the direction is a word of the claim where the amount itself does not say it.
void set_direction(const Rulebook& rulebook, Claim& claim, Quantity& by) {
  if (by.change != 0) return;
  const ListId rise = rulebook.list("rise"), fall = rulebook.list("fall");
  for (const SlotValue& s : claim.slots) {
    const Choice* choice = std::get_if<Choice>(&s.value);
    if (!choice) continue;
    if (rise.valid() && choice->name == rulebook[rise].name) by.change = 1;
    if (fall.valid() && choice->name == rulebook[fall].name) by.change = -1;
  }
}

Quantity plus(const Quantity& a, const Quantity& b, double sign) {
  Quantity out = a;
  const double scale = a.factor != 0 ? b.factor / a.factor : 1;
  out.low = a.low + sign * scale * (sign > 0 ? b.low : b.high);
  out.high = a.high + sign * scale * (sign > 0 ? b.high : b.low);
  out.approx = a.approx || b.approx;
  out.change = 0;
  return out;
}

bool usable(const Quantity* q) { return q && std::isfinite(q->low) && std::isfinite(q->high) && !q->vague; }

// a + b = c with one of the three missing; b counts as it changes ("down 8").
void fill_gap(const Rulebook& rulebook, const SumRule& sum, Claim& claim) {
  if (sum.at_most || sum.left.size() != 2 || !sum.right) return;
  const std::uint32_t a = sum.left[0], b = sum.left[1], c = *sum.right;
  if (times(claim, a) > 1 || times(claim, b) > 1 || times(claim, c) > 1) return;
  Quantity *x = amount(claim, a), *y = amount(claim, b), *z = amount(claim, c);
  if (y) set_direction(rulebook, claim, *y);
  const int known = (x ? 1 : 0) + (y ? 1 : 0) + (z ? 1 : 0);
  if (known != 2) return;
  const auto alike = [](const Quantity& p, const Quantity& q) { return p.dimension == q.dimension && (p.dimension != "count" || p.unit == q.unit); };
  SlotValue missing;
  missing.span = claim.span;
  if (usable(x) && usable(z) && alike(*x, *z)) {
    Quantity by = plus(*z, *x, -1);
    by.change = by.high < 0 ? -1 : by.low > 0 ? 1 : 0;
    if (by.change < 0) by = Quantity{by}, std::swap(by.low, by.high), by.low = -by.low, by.high = -by.high;
    if (by.change == 0) return;
    missing.slot = b;
    missing.value = std::move(by);
  } else if (usable(x) && usable(y) && y->change != 0 && alike(*x, *y)) {
    missing.slot = c;
    missing.value = plus(*x, *y, y->change);
  } else if (usable(z) && usable(y) && y->change != 0 && alike(*z, *y)) {
    missing.slot = a;
    missing.value = plus(*z, *y, -y->change);
  } else {
    return;
  }
  claim.slots.push_back(std::move(missing));
  std::stable_sort(claim.slots.begin(), claim.slots.end(), [](const SlotValue& p, const SlotValue& q) { return p.slot < q.slot; });
}

}  // namespace

void complete_amounts(const Rulebook& rulebook, Claim& claim) {
  const ClaimKind& kind = rulebook[claim.kind];
  if (!kind.sum) return;
  share_units(claim);
  fill_gap(rulebook, *kind.sum, claim);
}

}  // namespace crosscheck
