#include "tests/sim/negotiation/rederived/way.hpp"

#include <algorithm>
#include <cmath>

namespace hansa::rederived {
namespace {

/// Bisects between a share that is accepted and one that is not.
double border(const Quadratic& gain, double accepted, double refused) {
  for (int k = 0; k < 200; ++k) {
    const double middle = (accepted + refused) / 2;
    (gain(middle) >= 0 ? accepted : refused) = middle;
  }
  return accepted;
}

}  // namespace

Text part_way(const Text& from, const Text& to, double share) {
  Text text = from;
  for (std::size_t d = 0; d < text.size(); ++d) text[d] += share * (to[d] - from[d]);
  return text;
}

double peak(const Quadratic& gain, double highest) {
  const double bend = 2 * (gain(1) - 2 * gain(0.5) + gain(0)), slope = gain(1) - gain(0) - bend;
  if (bend > -1e-13) return slope > 1e-13 ? highest : 0;
  return std::clamp(-slope / (2 * bend), 0.0, highest);
}

double first_acceptable_share(const Quadratic& gain) {
  if (gain(0) >= 0) return 0;
  const double best = peak(gain, 1);
  return gain(best) < 0 ? 1 : border(gain, best, 0);
}

double last_acceptable_share(const Quadratic& gain) {
  if (gain(0) < -1e-12) return 0;  // at a limit the gain is 0 but for rounding
  if (gain(1) >= 0) return 1;
  return border([&](double share) { return gain(share) - std::min(0.0, gain(0)); }, peak(gain, 1), 1);
}

}  // namespace hansa::rederived
