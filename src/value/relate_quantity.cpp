// Amounts as intervals: "at least 30" against "28", "10 miles" against "16 km", "about 300" against "320".
#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "value/relations.h"

namespace crosscheck::relations {
namespace {

constexpr double kEqual = 1e-9;      // relative: what arithmetic on factors may lose
constexpr double kSoftEdge = 1.5;    // how far beyond its bounds a vague set still may reach

constexpr int kNeverEnds = 12;       // significant decimals that nobody says: a number worked out of two units, or a third
constexpr double kPartOfUnit = 1 / 24.0;  // half an inch of a foot: how far "6ft 2in" is rounded

bool equal(double x, double y) {
  if (x == y) return true;
  return std::isfinite(x) && std::isfinite(y) && std::abs(x - y) <= kEqual * std::max(std::abs(x), std::abs(y));
}

// Half a unit of the last digit that carries meaning: of 12.5 0.05, of 1200 50, of 10 and 100 0.5 and 5, since of whole numbers
// two digits at least are taken as meant; of what was said in feet and inches half an inch.
double half_last_digit(double number) {
  if (!std::isfinite(number) || number == 0) return number == 0 ? 0.5 : 0;
  const std::string digits = fmt::format("{:.14e}", std::abs(number));  // d.dddddddddddddde±XX
  const int exponent = std::stoi(digits.substr(digits.find('e') + 1));
  const std::size_t last = digits.find_last_not_of('0', digits.find('e') - 1);
  const int decimals = last <= 1 ? 0 : static_cast<int>(last) - 1;  // significant decimals of the mantissa
  if (decimals >= kNeverEnds) return kPartOfUnit;
  int place = exponent - decimals;
  if (place >= exponent && exponent >= 1) place = exponent - 1;
  return 0.5 * std::pow(10.0, place);
}

struct Interval {
  double low, high;
};

Interval said(const Quantity& q) {
  if (q.change < 0) return {-q.high, -q.low};
  return {q.low, q.high};
}

// The interval as the words mean it, hedges included, in the unit of the words.
Interval meant(const Quantity& q) {
  const bool usual = q.approx && q.below == 0 && q.above == 0;
  const double below = usual ? kUsualSlack : q.below;
  const double above = usual ? kUsualSlack : q.above;
  Interval i{q.low, q.high};
  if (std::isfinite(i.low)) i.low -= below * std::abs(i.low);
  if (std::isfinite(i.high)) i.high += above * std::abs(i.high);
  if (q.change < 0) return {-i.high, -i.low};
  return i;
}

Interval rounded(Interval i, const Quantity& q) {
  return {i.low - half_last_digit(q.low), i.high + half_last_digit(q.high)};
}

Interval canonical(Interval i, const Quantity& q) {
  const double a = i.low * q.factor + q.offset;
  const double b = i.high * q.factor + q.offset;
  return {std::min(a, b), std::max(a, b)};
}

Interval softened(Interval i, const Quantity& q) {
  if (!q.vague) return i;
  return {i.low > 0 ? i.low / kSoftEdge : i.low, i.high > 0 ? i.high * kSoftEdge : i.high};
}

// "90,000 francs" are francs of any country: one currency's name ends, or begins, with the other's ("pound", "pound sterling").
bool one_currency(std::string_view a, std::string_view b) {
  constexpr std::string_view kMoney = "money:";
  if (a.substr(0, kMoney.size()) != kMoney || b.substr(0, kMoney.size()) != kMoney) return false;
  if (a.size() > b.size()) std::swap(a, b);
  a.remove_prefix(kMoney.size());
  b.remove_prefix(kMoney.size());
  if (a.empty() || a.size() >= b.size()) return a == b;
  return (b.substr(b.size() - a.size()) == a && b[b.size() - a.size() - 1] == ' ') || (b.substr(0, a.size()) == a && b[a.size()] == ' ');
}

// "nine" may be nine of anything counted; nine people are no nine boats, and which nouns name one thing is for rules to say.
bool comparable(const Quantity& a, const Quantity& b) {
  const auto counted = [](const Quantity& q) { return q.dimension.empty() || q.dimension == "count"; };
  if (counted(a) && counted(b)) return a.unit.empty() || b.unit.empty() || a.unit == b.unit;
  return a.dimension == b.dimension || one_currency(a.dimension, b.dimension);
}

bool well_formed(const Quantity& q) { return q.low <= q.high && std::isfinite(q.factor) && q.factor != 0; }

}  // namespace

Relation of_intervals(double a_low, double a_high, double b_low, double b_high) {
  const bool low = equal(a_low, b_low), high = equal(a_high, b_high);
  if (low && high) return Relation::same;
  if ((low || a_low > b_low) && (high || a_high < b_high)) return Relation::narrower;
  if ((low || b_low > a_low) && (high || b_high < a_high)) return Relation::wider;
  const bool apart = (a_high < b_low && !equal(a_high, b_low)) || (b_high < a_low && !equal(b_high, a_low));
  return apart ? Relation::disjoint : Relation::overlapping;
}

namespace {

// Which of two currencies is told more closely takes part in the relation: Swiss francs are francs.
Relation told_closer(Relation r, bool a_closer) {
  const Relation closer = a_closer ? Relation::narrower : Relation::wider;
  if (r == Relation::same || r == closer) return closer;
  return agree(r) ? Relation::overlapping : r;
}

Relation of_amounts(const Quantity& a, const Quantity& b) {
  if (!comparable(a, b) || !well_formed(a) || !well_formed(b)) return Relation::not_comparable;
  Quantity x = a, y = b;
  if (x.change == 0 || y.change == 0) x.change = y.change = 0;  // the words of one side do not tell the direction
  const Interval exact_x = canonical(said(x), x), exact_y = canonical(said(y), y);
  const bool hedged = x.approx != y.approx || x.below != y.below || x.above != y.above;
  if (!hedged && equal(exact_x.low, exact_y.low) && equal(exact_x.high, exact_y.high)) return Relation::same;
  Interval i = meant(x), j = meant(y);
  if (x.unit != y.unit && x.factor != y.factor) {
    i = rounded(i, x);
    j = rounded(j, y);
  }
  i = canonical(i, x);
  j = canonical(j, y);
  const Relation r = of_intervals(i.low, i.high, j.low, j.high);
  if (r != Relation::disjoint || !(x.vague || y.vague)) return r;
  i = softened(i, x);
  j = softened(j, y);
  return of_intervals(i.low, i.high, j.low, j.high) == Relation::disjoint ? r : Relation::overlapping;
}

}  // namespace

Relation of(const Quantity& a, const Quantity& b) {
  const Relation r = of_amounts(a, b);
  const bool currencies = one_currency(a.dimension, b.dimension) && a.dimension != b.dimension;
  return currencies ? told_closer(r, a.dimension.size() > b.dimension.size()) : r;
}

}  // namespace crosscheck::relations
