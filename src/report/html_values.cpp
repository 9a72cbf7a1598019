// The values that a finding holds against one another, drawn: amounts as intervals on a line, times on a calendar. Places
// are given in per cent of the width, so that the drawing fits any screen and its letters stay as large as the text's.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "report/html_page.h"
#include "report/html_template.h"
#include "value/relate.h"

namespace crosscheck {
namespace {

constexpr std::size_t kMostRows = 6;
constexpr int kRow = 38, kAxis = 26;  // pixels
constexpr double kDay = 86400;

struct Bar {
  double low, high;    // as said; infinite where open
  double soft_low, soft_high;  // with the hedge
  std::size_t side;
  std::string label, outlet;  // escaped
};

struct Tick {
  double at;
  std::string label;
};

std::string grouped(double n) {
  if (n != std::floor(n) || std::abs(n) >= 1e15) return fmt::format("{:g}", n);
  std::string digits = fmt::format("{:.0f}", std::abs(n));
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return (n < 0 ? "−" : "") + digits;
}

// Round steps of 1, 2 or 5 times a power of ten, about four of them.
std::vector<Tick> number_ticks(double low, double high) {
  const double raw = (high - low) / 4, power = std::pow(10, std::floor(std::log10(raw)));
  double step = power * 10;
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= raw) {
      step = factor * power;
      break;
    }
  std::vector<Tick> out;
  for (double at = std::ceil(low / step) * step; at <= high; at += step) out.push_back({at, grouped(at)});
  return out;
}

// Hours, days, months or years, whichever gives at most six.
std::vector<Tick> time_ticks(double low, double high) {
  using namespace std::chrono;
  std::vector<Tick> out;
  for (const double step : {3600.0, 3 * 3600.0, 6 * 3600.0, kDay, 2 * kDay, 7 * kDay}) {
    if ((high - low) / step > 6) continue;
    for (double at = std::ceil(low / step) * step; at <= high; at += step)
      out.push_back({at, iso_date(static_cast<std::int64_t>(at), step < kDay ? Granularity::minute : Granularity::day)});
    return out;
  }
  const double months = (high - low) / (30.4 * kDay);
  const int step = months <= 6 ? 1 : months <= 18 ? 3 : months <= 72 ? 12 : 12 * std::max(1, static_cast<int>(months / 72));
  const sys_days first = floor<days>(sys_seconds(seconds(static_cast<std::int64_t>(low))));
  year_month_day day{first};
  day = day.year() / month(1) / 1;
  for (; sys_days(day).time_since_epoch().count() * kDay <= high; day += std::chrono::months(step)) {
    const double at = static_cast<double>(sys_days(day).time_since_epoch().count()) * kDay;
    if (at >= low) out.push_back({at, iso_date(static_cast<std::int64_t>(at), Granularity::day).substr(0, step < 12 ? 7 : 4)});
  }
  return out;
}

class Drawing {
 public:
  Drawing(std::vector<Bar> bars, bool time, std::string about) : bars_(std::move(bars)), time_(time), about_(std::move(about)) {
    low_ = std::numeric_limits<double>::infinity();
    high_ = -low_;
    for (const Bar& b : bars_)
      for (const double end : {b.soft_low, b.soft_high, b.low, b.high})
        if (std::isfinite(end)) low_ = std::min(low_, end), high_ = std::max(high_, end);
    const double room = high_ > low_ ? (high_ - low_) * 0.12 : std::max(1.0, std::abs(low_) * 0.1);
    low_ -= room;
    high_ += room;
  }

  std::string svg() const {
    const int height = static_cast<int>(bars_.size()) * kRow + kAxis;
    std::string text;
    for (const Bar& b : bars_) text += fmt::format("{}{}, {}", text.empty() ? "" : "; ", b.label, b.outlet);
    std::string out = fmt::format("<svg class=\"values\" width=\"100%\" height=\"{}\" role=\"img\" aria-label=\"{}: {}\">\n", height,
                                  about_, text);
    const int base = height - kAxis + 4;
    double last = -100;
    for (const Tick& t : time_ ? time_ticks(low_, high_) : number_ticks(low_, high_)) {
      if (percent(t.at) - last < 16 || percent(t.at) > 94) continue;  // letters must not run together on a telephone
      last = percent(t.at);
      out += fmt::format("<line class=\"grid\" x1=\"{0:.2f}%\" x2=\"{0:.2f}%\" y1=\"0\" y2=\"{1}\"/><text class=\"tick\" x=\"{0:.2f}%\" y=\"{2}\">{3}</text>",
                         last, base, base + 16, t.label);
    }
    out += fmt::format("<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/>\n", base);
    for (std::size_t i = 0; i < bars_.size(); ++i) out += bar(bars_[i], static_cast<int>(i) * kRow);
    return out + "</svg>\n";
  }

 private:
  double percent(double at) const { return 100 * (std::clamp(at, low_, high_) - low_) / (high_ - low_); }

  std::string bar(const Bar& b, int top) const {
    const auto rect = [&](std::string_view kind, double from, double to, int y, int height) {
      const double x = percent(from), width = percent(to) - x;
      return fmt::format("<rect class=\"{}\" x=\"{:.2f}%\" y=\"{}\" width=\"{:.2f}%\" height=\"{}\" rx=\"3\"/>", kind, x, y, width, height);
    };
    std::string out = fmt::format("<g class=\"{}\"><text x=\"0\" y=\"{}\">{} <tspan>{}</tspan></text>", b.side == 0 ? "a" : "b",
                                  top + 14, b.label, b.outlet);
    if (b.soft_low < b.low || b.soft_high > b.high) out += rect("soft", b.soft_low, b.soft_high, top + 21, 10);
    if (percent(b.high) - percent(b.low) > 1)
      out += rect("bar", b.low, b.high, top + 21, 10);
    else
      out += fmt::format("<circle class=\"bar\" cx=\"{:.2f}%\" cy=\"{}\" r=\"5\"/>", (percent(b.low) + percent(b.high)) / 2, top + 26);
    return out + "</g>\n";
  }

  std::vector<Bar> bars_;
  bool time_;
  std::string about_;
  double low_ = 0, high_ = 0;
};

Bar bar_of(const Quantity& q) {
  Bar b{q.low * q.factor + q.offset, q.high * q.factor + q.offset, 0, 0, 0, {}, {}};
  if (q.factor == 1 && q.offset == 0) b.low = q.low, b.high = q.high;
  const double below = q.below + (q.approx && q.below == 0 && q.above == 0 ? kUsualSlack : 0);
  const double above = q.above + (q.approx && q.below == 0 && q.above == 0 ? kUsualSlack : 0);
  b.soft_low = b.low - std::abs(b.low) * below;
  b.soft_high = b.high + std::abs(b.high) * above;
  return b;
}

Bar bar_of(const TimeRange& t) {
  const auto from = static_cast<double>(t.from), to = static_cast<double>(t.to);
  return {from, to, from, to, 0, {}, {}};
}

// What a claim says in a slot; "when" behind the last one.
const Value* slot_value(const Claim& claim, std::uint32_t slot, std::uint32_t slots, Value& when) {
  if (slot == slots) {
    if (!claim.when) return nullptr;
    when = *claim.when;
    return &when;
  }
  const SlotValue* value = claim.slot(slot);
  return value == nullptr ? nullptr : &value->value;
}

bool can_be_drawn(const Value& v) {
  const auto* time = std::get_if<TimeRange>(&v);
  return std::holds_alternative<Quantity>(v) || (time != nullptr && time->granularity != Granularity::unknown);
}

std::string words_of(const HtmlPage& page, const Claim& claim, std::uint32_t slot, std::uint32_t slots) {
  const SlotValue* value = slot == slots ? nullptr : claim.slot(slot);
  const Span span = slot == slots ? claim.when_span : value->span;
  return clipped(page.story(claim.story).words(span.empty() ? claim.span : span), 40);
}

}  // namespace

std::string html_values(const HtmlPage& page, const Finding& f) {
  if (f.claims.size() < 2) return {};
  const ClaimId a = f.claims[0], b = f.claims[1];
  if (page.claim(a).kind != page.claim(b).kind) return {};
  const auto slots = static_cast<std::uint32_t>(page.kind(a).slots.size());
  std::string out;
  for (std::uint32_t slot = 0; slot <= slots; ++slot) {
    Value when_a, when_b;
    const Value* of_a = slot_value(page.claim(a), slot, slots, when_a);
    const Value* of_b = slot_value(page.claim(b), slot, slots, when_b);
    if (!of_a || !of_b || !can_be_drawn(*of_a) || !can_be_drawn(*of_b) || relate(*of_a, *of_b) != Relation::disjoint) continue;
    std::vector<Bar> bars;
    for (const ClaimId id : f.claims) {
      Value when;
      const Value* value = page.claim(id).kind == page.claim(a).kind ? slot_value(page.claim(id), slot, slots, when) : nullptr;
      if (!value || bars.size() == kMostRows || value->index() != of_a->index() || !can_be_drawn(*value)) continue;
      Bar bar = std::holds_alternative<Quantity>(*value) ? bar_of(std::get<Quantity>(*value)) : bar_of(std::get<TimeRange>(*value));
      bar.side = page.side(f, page.claim(id).span);
      bar.label = words_of(page, page.claim(id), slot, slots);
      bar.outlet = page.outlet(page.claim(id).story);
      const bool told = std::any_of(bars.begin(), bars.end(), [&](const Bar& known) {
        return known.label == bar.label && known.outlet == bar.outlet;
      });
      if (!told) bars.push_back(std::move(bar));
    }
    const bool time = std::holds_alternative<TimeRange>(*of_a);
    if (bars.size() > 1) out += Drawing(std::move(bars), time, time ? "On the calendar" : "On a line").svg();
  }
  return out;
}

}  // namespace crosscheck
