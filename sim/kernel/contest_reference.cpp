#include <algorithm>
#include <cmath>

#include "sim/kernel/contest.hpp"

namespace hansa {
namespace {

constexpr double tie = 1e-12;  // so that texts of equal gain tie                            [gain]

struct Sums {
  double signed_sum = 0, absolute_sum = 0;
};

/// All pairs of texts; `sums` adds up the actors' preference for text a over text b.
template <class AddUp> void contest(const ContestInput& in, std::span<double> win, AddUp sums) {
  for (std::size_t a = 0; a < in.n_texts; ++a) {
    win[a * in.n_texts + a] = 0.5;
    for (std::size_t b = a + 1; b < in.n_texts; ++b) {
      const Sums sum = sums(a, b);
      const double lead = sum.signed_sum / (2.0 * (sum.absolute_sum + tie));
      win[a * in.n_texts + b] = 0.5 + lead;
      win[b * in.n_texts + a] = 0.5 - lead;
    }
  }
}

}  // namespace

void contest_proportional_reference(const ContestInput& in, std::span<double> win) {
  const std::span<double> support = in.scratch.first(in.n_texts);
  for (std::size_t a = 0; a < in.n_texts; ++a) {
    support[a] = 0;
    for (std::size_t i = 0; i < in.n_actors; ++i)
      support[a] = std::fma(in.weight[i], in.gain[a * in.n_actors + i], support[a]);
  }
  contest(in, win, [&](std::size_t a, std::size_t b) {
    double better = 0;  // weighted gain if each actor got the better of the two
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const double gain_a = in.gain[a * in.n_actors + i], gain_b = in.gain[b * in.n_actors + i];
      better = std::fma(in.weight[i], std::max(gain_a, gain_b), better);
    }
    return Sums{.signed_sum = support[a] - support[b],
                .absolute_sum = (better - support[a]) + (better - support[b])};
  });
}

void contest_cubic_reference(const ContestInput& in, std::span<double> win) {
  contest(in, win, [&](std::size_t a, std::size_t b) {
    Sums sum;
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const double d = in.root[i] * in.gain[a * in.n_actors + i] - in.root[i] * in.gain[b * in.n_actors + i];
      sum.signed_sum = std::fma(d * d, d, sum.signed_sum);
      sum.absolute_sum = std::fma(d * d, std::abs(d), sum.absolute_sum);
    }
    return sum;
  });
}

void contest_mixed_reference(const ContestInput& in, std::span<double> win) {
  contest(in, win, [&](std::size_t a, std::size_t b) {
    Sums sum;
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const double gain_a = in.gain[a * in.n_actors + i], gain_b = in.gain[b * in.n_actors + i];
      const double weight = 0.5 * in.weight[i], d = gain_a - gain_b;
      const double lean = weight * gain_a - weight * gain_b, strength = std::fma(d, d, 1.0);
      sum.signed_sum = std::fma(strength, lean, sum.signed_sum);
      sum.absolute_sum = std::fma(strength, std::abs(lean), sum.absolute_sum);
    }
    return sum;
  });
}

void contest_binary_reference(const ContestInput& in, std::span<double> win) {
  contest(in, win, [&](std::size_t a, std::size_t b) {
    double in_favour = 0, against = 0;
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const double gain_a = in.gain[a * in.n_actors + i], gain_b = in.gain[b * in.n_actors + i];
      in_favour += gain_a > gain_b ? in.weight[i] : 0.0;
      against += gain_a < gain_b ? in.weight[i] : 0.0;
    }
    return Sums{.signed_sum = in_favour - against, .absolute_sum = in_favour + against};
  });
}

}  // namespace hansa
