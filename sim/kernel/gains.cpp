#include "sim/kernel/gains.hpp"

#include <array>
#include <cmath>

#include "sim/kernel/lanes.hpp"

namespace hansa {
namespace {

constexpr std::size_t lanes = Four::lanes;
using Lanes = Four::Lanes;

/// Gains of 4 * Width actors from one text, kept in registers over the issues.
template <std::size_t Width>
void actors(const GainInput& in, std::size_t a, const double* lift, double* gain) {
  std::array<Lanes, Width> sum;
  for (std::size_t c = 0; c < Width; ++c) sum[c] = Four::load(&in.constant[a + c * lanes]);
  for (std::size_t d = 0; d < in.n_issues; ++d) {
    const Lanes u = Four::all(lift[d]);
    const double* const linear = &in.linear[d * in.n_actors + a];
    const double* const square = &in.square[d * in.n_actors + a];
    for (std::size_t c = 0; c < Width; ++c) {
      const Lanes slope =
          Four::multiply_add(Four::load(square + c * lanes), u, Four::load(linear + c * lanes));
      sum[c] = Four::multiply_add(u, slope, sum[c]);
    }
  }
  for (std::size_t c = 0; c < Width; ++c) Four::store(gain + c * lanes, sum[c]);
}

}  // namespace

void gains(const GainInput& in, std::span<double> gain) {
  constexpr std::size_t wide = 8;
  std::size_t a = 0;
  const auto every_text = [&](auto of_actors) {
    for (std::size_t t = 0; t < in.n_texts; ++t)
      of_actors(in, a, in.lift.data() + t * in.n_issues, gain.data() + t * in.n_actors + a);
  };
  for (; a + wide * lanes <= in.n_actors; a += wide * lanes) every_text(actors<wide>);
  for (; a + lanes <= in.n_actors; a += lanes) every_text(actors<1>);
  for (; a < in.n_actors; ++a) {
    for (std::size_t t = 0; t < in.n_texts; ++t) {
      double sum = in.constant[a];
      for (std::size_t d = 0; d < in.n_issues; ++d) {
        const double u = in.lift[t * in.n_issues + d];
        sum = std::fma(u, std::fma(in.square[d * in.n_actors + a], u, in.linear[d * in.n_actors + a]), sum);
      }
      gain[t * in.n_actors + a] = sum;
    }
  }
}

}  // namespace hansa
