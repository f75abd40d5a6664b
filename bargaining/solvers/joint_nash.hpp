#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace hansa {

/// The asymmetric Nash bargain over all issues at once, in which an actor gives way on an issue for what it gains on
/// another (logrolling):
///
///     max over x of  sum_k w_k log G_k(x),   G_k(x) = sum_d s_kd [ (q_d - y_kd)^2 - (x_d - y_kd)^2 ]
///
/// w is power; actors without power or salience do not count. nullopt if no text is better for all of them than the
/// references: one exists just if a direction from q raises all gains, since they are concave. On an issue with salience
/// for none the reference stays. Sources: Nash 1950; Kalai 1977.
/// Shapes, row-major: power (actor), salience and position (actor x issue), reference (issue); positions on one scale.
[[nodiscard]] std::optional<std::vector<double>> joint_nash_bargain(std::span<const double> power,
                                                                    std::span<const double> salience,
                                                                    std::span<const double> position,
                                                                    std::span<const double> reference);

}  // namespace hansa
