#pragma once

#include <functional>

#include "tests/sim/negotiation/rederived/electorate.hpp"

namespace hansa::rederived {

/// The text a share of the way from one to another.
[[nodiscard]] Text part_way(const Text& from, const Text& to, double share);

/// Where a concave quadratic of a share in [0, 1] first, or last, is 0 or more: 1, or 0, if it nowhere is.
using Quadratic = std::function<double(double)>;
[[nodiscard]] double first_acceptable_share(const Quadratic& gain);
[[nodiscard]] double last_acceptable_share(const Quadratic& gain);

/// Where in [0, highest] a concave quadratic is largest; 0 if it is flat.
[[nodiscard]] double peak(const Quadratic& gain, double highest);

}  // namespace hansa::rederived
