// Lengths of time as TIMEX3 values (TimeML 1.2.1): PT4H, P2.5Y, PXD where the number is vague.
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "mention/quantities.h"

namespace crosscheck {
namespace {

struct IsoCode {
  double seconds;
  std::string_view before, behind;
  double parts;               // of the next smaller unit
  std::string_view part_code; // "" : fractions stay decimals
};

constexpr double kYear = 31556952, kDecade = 10 * kYear, kCentury = 100 * kYear;

// Units of the dimension duration by how long they are, so that no name of theirs stands here.
constexpr std::array<IsoCode, 10> kCodes = {{{1, "PT", "S", 0, ""},
                                          {60, "PT", "M", 60, "S"},
                                          {3600, "PT", "H", 60, "M"},
                                          {86400, "P", "D", 0, ""},
                                          {604800, "P", "W", 0, ""},
                                          {2629746, "P", "M", 0, ""},
                                          {7889238, "P", "Q", 0, ""},
                                          {kYear, "P", "Y", 12, "M"},
                                          {kDecade, "P", "DE", 0, ""},
                                          {kCentury, "P", "CE", 0, ""}}};

}  // namespace

std::string duration_timex(double number, bool vague, const Unit& unit) {
  double seconds = unit.factor;
  const auto in = [&](double base, double times) {
    seconds = base;
    number *= times;
  };
  if (seconds == 1209600) in(604800, 2);  // a fortnight has no code of its own
  if (!vague && seconds == kDecade) in(kYear, 10);
  if (!vague && seconds == kCentury) in(kYear, 100);
  for (const IsoCode& code : kCodes) {
    if (std::abs(code.seconds - seconds) > 0.5) continue;
    if (vague) return fmt::format("{}X{}", code.before, code.behind);
    const double whole = std::floor(number);
    const double rest = std::round((number - whole) * code.parts);
    if (!code.part_code.empty() && number != whole && std::abs(rest - (number - whole) * code.parts) < 1e-5)
      return fmt::format("{}{}{}{}", code.before, whole == 0 ? "" : fmt::format("{}{}", whole, code.behind), rest, code.part_code);
    constexpr double kHour = 3600;
    const double minutes = (number - whole) * code.parts, left = std::round((minutes - std::floor(minutes)) * 60);
    if (code.seconds == kHour && number != whole && std::abs((minutes - std::floor(minutes)) * 60 - left) < 1e-3)  // hours, minutes and seconds
      return fmt::format("PT{}H{}M{}S", whole, std::floor(minutes), left);
    return fmt::format("{}{}{}", code.before, number, code.behind);
  }
  return "";
}

}  // namespace crosscheck
