#pragma once

#include <cstddef>
#include <span>

namespace hansa {

/// Gain of every actor from every text, relative to no agreement. A text is its lift u = x - q over the
/// status quo, u >= 0.
///
///     gain(t, a) = constant(a) + sum_d u(t, d) * (linear(d, a) + square(d, a) * u(t, d))
///
/// Shapes, row-major: constant (actor), linear and square (issue x actor), lift (text x issue), gain (text x
/// actor).
struct GainInput {
  std::size_t n_actors = 0, n_issues = 0, n_texts = 0;
  std::span<const double> constant, linear, square, lift;
};

void gains_reference(const GainInput& in, std::span<double> gain);
void gains(const GainInput& in, std::span<double> gain);

/// The same with registers of four lanes, and of eight if the processor has them; the one above uses the faster.
void four_lane_gains(const GainInput& in, std::span<double> gain);
void eight_lane_gains(const GainInput& in, std::span<double> gain);

}  // namespace hansa
