#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace hansa {

/// Probability that text a wins a pairwise vote against text b.
///
///     C(a, b) = sum_i w_i max(0, r(g_ia - g_ib)),   P(a, b) = C(a, b) / (C(a, b) + C(b, a))
///
/// computed as P = 1/2 + S / (2 (T + 1e-12)), S the signed and T the absolute sum, so that texts of equal
/// gain tie.
///
///     proportional  r(d) = d             S = G_a - G_b, G_a = sum_i w_i g_ia
///                                        T = 2 sum_i w_i max(g_ia, g_ib) - G_a - G_b
///     cubic         r(d) = d^3           computed on gains times the cube root of the weight
///     mixed         r(d) = (d + d^3) / 2
///     binary        r(d) = sign(d)       equal gains vote for neither
///
/// Source of the form: probabilistic Condorcet election (KTAB).
/// Shapes, row-major: gain (text x actor), weight (actor), root (actor: the cube root of its weight; read
/// only by the cubic contest), win (text x text); the diagonal of win is 1/2.
/// `scratch` holds contest_scratch(n_actors, n_texts) numbers, of which the references need n_texts.
struct ContestInput {
  std::size_t n_actors = 0, n_texts = 0;
  std::span<const double> gain, weight;
  std::span<double> scratch;
  std::span<const double> root;
};

[[nodiscard]] constexpr std::size_t contest_scratch(std::size_t n_actors, std::size_t n_texts) {
  return (n_texts + 7) / 8 * 8 * (2 * n_actors + 1);
}

using Contest = void (*)(const ContestInput& in, std::span<double> win);

void contest_proportional_reference(const ContestInput& in, std::span<double> win);
void contest_cubic_reference(const ContestInput& in, std::span<double> win);
void contest_mixed_reference(const ContestInput& in, std::span<double> win);
void contest_binary_reference(const ContestInput& in, std::span<double> win);

void contest_proportional(const ContestInput& in, std::span<double> win);
void contest_cubic(const ContestInput& in, std::span<double> win);
void contest_mixed(const ContestInput& in, std::span<double> win);
void contest_binary(const ContestInput& in, std::span<double> win);

/// The same four with registers of four lanes, and of eight if the processor has them (AVX-512). The
/// functions above use the faster ones.
[[nodiscard]] std::array<Contest, 4> four_lane_contests();
[[nodiscard]] std::array<Contest, 4> eight_lane_contests();
/// Lanes of the faster variant for this number of texts.
[[nodiscard]] std::size_t contest_lanes(std::size_t n_texts);

}  // namespace hansa
