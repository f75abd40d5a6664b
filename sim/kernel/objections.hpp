#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace hansa {

/// The objectors: all states with a loss, except those for which isolation makes an objection too costly.
///
///     keep i  iff  loss_i > cost * (1 - min(1, max over its blocs of W_g / shelter))
///
/// W_g is the power of the bloc's members that still object; a state without a bloc has only its own power.
/// All states are reviewed synchronously until nothing changes: the greatest fixed point, since fewer
/// objectors never give more shelter. Shapes: loss, power, blocs, objects (state); a bit of `blocs` is a bloc
/// (below 32). Returns the number of objectors.
std::size_t objections(std::span<const double> loss, std::span<const double> power,
                       std::span<const std::uint32_t> blocs, double cost, double shelter,
                       std::span<char> objects);

}  // namespace hansa
