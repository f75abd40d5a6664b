#pragma once

#include <cstddef>
#include <span>

namespace hansa {

/// Stationary share of time for which each text is the one to beat, if challengers are drawn by the weight of
/// their sponsors:
///
///     pi_a sum_{b != a} v_b P(b, a) = v_a sum_{b != a} P(a, b) pi_b,   sum pi = 1
///
/// Solved by Jacobi splitting. With P(a, a) = 1/2 on both sides, a step is exact where all texts tie, and two
/// texts cannot alternate for ever:
///
///     pi_a <- v_a sum_b P(a, b) pi_b / sum_b v_b P(b, a),   then sum pi = 1
///
/// until no probability moves by more than `tolerance`. P(a, b) is read as 1 - P(b, a). Shapes: win (text x
/// text), sponsor (text, positive), standing (text). `scratch` holds standing_scratch(n_texts) numbers, of
/// which the reference needs n_texts. Returns the steps taken; 0 if it has not converged within 20,000.
[[nodiscard]] std::size_t standing_reference(std::span<const double> win, std::span<const double> sponsor,
                                             std::span<double> standing, std::span<double> scratch,
                                             double tolerance = 1e-10);
[[nodiscard]] std::size_t standing_of(std::span<const double> win, std::span<const double> sponsor,
                                      std::span<double> standing, std::span<double> scratch,
                                      double tolerance = 1e-10);

[[nodiscard]] constexpr std::size_t standing_scratch(std::size_t n_texts) { return 3 * n_texts; }

}  // namespace hansa
