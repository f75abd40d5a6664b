#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "agents/facts.hpp"
#include "sim/record/run_record.hpp"

namespace hansa {

/// Runs one realization, first year to last: a pure function of the facts, the seed and its number.
[[nodiscard]] RunRecord run_realization(const Facts& facts, std::uint64_t seed, std::uint32_t realization);

/// Progress of an ensemble, and a way to stop it.
struct Watch {
  std::function<void(std::size_t n_done)> progress;  // called after each realization, from any thread
  const std::atomic<bool>* stop = nullptr;           // once true, no further realization starts
};

/// Runs all realizations of a scenario, and returns them by number. If stopped early, it returns the first
/// ones up to the first that is missing.
[[nodiscard]] std::vector<RunRecord> run_ensemble(const Facts& facts, std::size_t n_threads,
                                                  const Watch& watch);

}  // namespace hansa
