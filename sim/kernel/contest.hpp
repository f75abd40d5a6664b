#pragma once

#include <cstddef>
#include <span>

namespace hansa {

/// Which text would win against which, if the two were put to the states.
///
///     C(a, b) = sum_i w_i max(0, r(g_ia - g_ib)),   P(a, b) = C(a, b) / (C(a, b) + C(b, a))
///
/// computed as P = 1/2 + S / (2 (T + 1e-12)) with S the signed and T the absolute sum, so that texts of equal gain tie.
/// r is the identity, or the cube. Source of the form: probabilistic Condorcet election (KTAB).
/// Shapes, row-major: gain (text x actor), weight (actor), win (text x text); the diagonal of win is 1/2.
struct ContestInput {
  std::size_t n_actors = 0, n_texts = 0;
  std::span<const double> gain, weight;
};

void contest_proportional_reference(const ContestInput& in, std::span<double> win);
void contest_cubic_reference(const ContestInput& in, std::span<double> win);

}  // namespace hansa
