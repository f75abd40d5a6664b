#include "bench/sim/kernel/texts_case.hpp"

#include "bench/some_numbers.hpp"
#include "bench/spread.hpp"
#include "sim/kernel/gains.hpp"
#include "sim/kernel/standing.hpp"

namespace hansa {

StandingCase::StandingCase(std::size_t n_texts)
    : win_(some_numbers(n_texts * n_texts)),
      sponsor_(some_numbers(n_texts)),
      scratch_(standing_scratch(n_texts)),
      standing_(n_texts) {
  for (std::size_t a = 0; a < n_texts; ++a) {
    win_[a * n_texts + a] = 0.5;
    for (std::size_t b = 0; b < a; ++b) win_[a * n_texts + b] = 1.0 - win_[b * n_texts + a];
  }
}

VariantTimes StandingCase::measure() {
  const std::size_t n = repeats(10 * win_.size());
  VariantTimes times{};
  times.variant = seconds(n, [&] { steps_ = standing_of(win_, sponsor_, standing_, scratch_); });
  times.reference = seconds(n, [&] { steps_ = standing_reference(win_, sponsor_, standing_, scratch_); });
  return times;
}

GainsCase::GainsCase(std::size_t n_actors, std::size_t n_issues, std::size_t n_texts)
    : n_actors_(n_actors),
      n_issues_(n_issues),
      n_texts_(n_texts),
      constant_(some_numbers(n_actors)),
      linear_(some_numbers(n_issues * n_actors)),
      square_(some_numbers(n_issues * n_actors)),
      lift_(some_numbers(n_texts * n_issues)),
      gain_(n_texts * n_actors) {}

VariantTimes GainsCase::measure() {
  const GainInput in{.n_actors = n_actors_,
                     .n_issues = n_issues_,
                     .n_texts = n_texts_,
                     .constant = constant_,
                     .linear = linear_,
                     .square = square_,
                     .lift = lift_};
  const std::size_t n = repeats(n_actors_ * n_texts_ * n_issues_);
  VariantTimes times{};
  times.variant = seconds(n, [&] { gains(in, gain_); });
  times.reference = seconds(n, [&] { gains_reference(in, gain_); });
  keep(gain_.data());
  return times;
}

}  // namespace hansa
