#include "bench/sim/kernel/contest_case.hpp"

#include <cmath>

#include "bench/some_numbers.hpp"
#include "bench/spread.hpp"

namespace hansa {

ContestCase::ContestCase(const ContestForm& form, std::size_t n_actors, std::size_t n_texts)
    : form_(form),
      n_actors_(n_actors),
      n_texts_(n_texts),
      gain_(some_numbers(n_actors * n_texts)),
      weight_(n_actors, 1.0 / static_cast<double>(n_actors)),
      root_(n_actors, std::cbrt(weight_.front())),
      scratch_(contest_scratch(n_actors, n_texts)),
      win_(n_texts * n_texts) {
  for (double& gain : gain_) gain -= 0.5;
}

ContestCase::Times ContestCase::measure() {
  const ContestInput in{.n_actors = n_actors_,
                        .n_texts = n_texts_,
                        .gain = gain_,
                        .weight = weight_,
                        .scratch = scratch_,
                        .root = root_};
  const std::size_t n_votes = n_actors_ * n_texts_ * (n_texts_ - 1) / 2, n = repeats(n_votes);
  Times times{};
  times.variant = seconds(n, [&] { form_.variant(in, win_); });
  times.plain = seconds(n, [&] { form_.plain(in, win_); });
  keep(win_.data());
  std::size_t n_done = 0;
  const Ceilings ceilings = contest_lanes(n_texts_) == 8 ? eight_lane_ceilings() : four_lane_ceilings();
  times.ceiling = seconds(n, [&] { n_done = (ceilings.*form_.ceiling)(n_votes); });
  times.ceiling *= static_cast<double>(n_votes) / static_cast<double>(n_done);
  return times;
}

}  // namespace hansa
