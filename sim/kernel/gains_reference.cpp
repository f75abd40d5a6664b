#include <cmath>

#include "sim/kernel/gains.hpp"

namespace hansa {

void gains_reference(const GainInput& in, std::span<double> gain) {
  for (std::size_t t = 0; t < in.n_texts; ++t) {
    double* const row = &gain[t * in.n_actors];
    for (std::size_t a = 0; a < in.n_actors; ++a) row[a] = in.constant[a];
    for (std::size_t d = 0; d < in.n_issues; ++d) {
      const double u = in.lift[t * in.n_issues + d];
      const double* const linear = &in.linear[d * in.n_actors];
      const double* const square = &in.square[d * in.n_actors];
      for (std::size_t a = 0; a < in.n_actors; ++a)
        row[a] = std::fma(u, std::fma(square[a], u, linear[a]), row[a]);
    }
  }
}

}  // namespace hansa
