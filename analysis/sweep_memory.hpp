#pragma once

#include <cstddef>

#include "sim/sweep/sweep_plan.hpp"

namespace hansa {

/// Bytes of memory that a worker on a sweep needs at most: what this process has, the scenarios that the runs
/// of one shard share, a world a thread, and the shard with its image. Builds one scenario to weigh it.
[[nodiscard]] double estimate_worker_memory(const SweepPlan& plan, std::size_t n_threads);

}  // namespace hansa
