#include "bench/sim/kernel/plain_contest.hpp"

#include <cmath>

namespace hansa {
namespace {

template <class Response> void contest(const ContestInput& in, std::span<double> win, Response response) {
  for (std::size_t a = 0; a < in.n_texts; ++a) {
    win[a * in.n_texts + a] = 0.5;
    for (std::size_t b = a + 1; b < in.n_texts; ++b) {
      double signed_sum = 0, absolute_sum = 1e-12;
      for (std::size_t i = 0; i < in.n_actors; ++i) {
        const double vote =
            in.weight[i] * response(in.gain[a * in.n_actors + i] - in.gain[b * in.n_actors + i]);
        signed_sum += vote;
        absolute_sum += std::abs(vote);
      }
      const double lead = signed_sum / (2.0 * absolute_sum);
      win[a * in.n_texts + b] = 0.5 + lead;
      win[b * in.n_texts + a] = 0.5 - lead;
    }
  }
}

}  // namespace

void plain_proportional(const ContestInput& in, std::span<double> win) {
  contest(in, win, [](double d) { return d; });
}
void plain_cubic(const ContestInput& in, std::span<double> win) {
  contest(in, win, [](double d) { return d * d * d; });
}
void plain_mixed(const ContestInput& in, std::span<double> win) {
  contest(in, win, [](double d) { return 0.5 * (d + d * d * d); });
}
void plain_binary(const ContestInput& in, std::span<double> win) {
  contest(in, win, [](double d) { return static_cast<double>(d > 0) - static_cast<double>(d < 0); });
}

}  // namespace hansa
