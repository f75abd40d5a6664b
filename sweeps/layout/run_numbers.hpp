#pragma once

#include <algorithm>
#include <cstddef>

namespace hansa {

/// Position of a run in the design.
struct RunAddress {
  std::size_t realization = 0, point = 0, arm = 0;

  bool operator==(const RunAddress&) const = default;
};

/// How runs are numbered: realization by realization, so that the first shards are a balanced sample;
/// run = (realization * n_points + point) * n_arms + arm.
struct RunNumbers {
  std::size_t n_points = 1, n_arms = 1, n_realizations = 1, shard_runs = 500;

  [[nodiscard]] std::size_t n_settings() const { return n_points * n_arms; }
  [[nodiscard]] std::size_t n_runs() const { return n_settings() * n_realizations; }
  [[nodiscard]] std::size_t n_shards() const { return (n_runs() + shard_runs - 1) / shard_runs; }

  /// The first run of a shard; for the shard after the last one, the number of runs.
  [[nodiscard]] std::size_t first_run(std::size_t shard) const {
    return std::min(n_runs(), shard * shard_runs);
  }

  [[nodiscard]] RunAddress address_of(std::size_t run) const {
    return {.realization = run / n_settings(), .point = run / n_arms % n_points, .arm = run % n_arms};
  }
  [[nodiscard]] std::size_t number_of(const RunAddress& at) const {
    return (at.realization * n_points + at.point) * n_arms + at.arm;
  }
  [[nodiscard]] bool has(const RunAddress& at) const {
    return at.realization < n_realizations && at.point < n_points && at.arm < n_arms;
  }
};

}  // namespace hansa
