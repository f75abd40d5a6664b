#include "bargaining/tables/uncertain_number.hpp"

#include <algorithm>
#include <array>

#include "support/input/loose_csv.hpp"
#include "support/numbers/reals.hpp"
#include "support/text/numeral.hpp"

namespace hansa {
namespace {

/// The share of a distribution that is normal on either side of 0 below an end.
double share_below(double end, double below, double above) {
  const double sd = end <= 0 ? below : above;
  if (sd == 0) return end <= 0 ? 0 : 1;
  return normal_share(end / sd);
}

}  // namespace

UncertainNumber between(double lo, double value, double hi) {
  const double z = normal_quantile(0.95);
  return {value, (value - lo) / z, (hi - value) / z, true};
}

std::optional<SpreadWords> split_spread(std::string_view text) {
  constexpr auto marks = std::to_array<std::string_view>({"+-", "+/-", "\xC2\xB1", "+\xE2\x88\x92"});
  for (const std::string_view mark : marks)
    if (const std::size_t at = text.find(mark); at != std::string_view::npos)
      return SpreadWords{trimmed(text.substr(0, at)), trimmed(text.substr(at + mark.size()))};
  return std::nullopt;
}

std::string told_uncertain(std::size_t n) {
  return "the uncertainty of " + counted(n, "number") + " is not used";
}

double UncertainInput::beyond(double value) const {
  return share_below(least - value, below, above) + share_below(value - most, above, below);
}

double UncertainInput::quantile(double value, double u) const {
  constexpr double smallest = 0x1p-53;
  const double before = share_below(least - value, below, above),
               behind = share_below(value - most, above, below);
  const double p = std::clamp(before + u * (1 - before - behind), smallest, 1 - smallest);
  const double z = normal_quantile(p);
  return std::clamp(value + z * (z < 0 ? below : above), least, most);
}

}  // namespace hansa
