#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "agents/facts.hpp"
#include "sim/record/network_tally.hpp"
#include "sim/record/run_record.hpp"

namespace hansa {

/// Runs one realization, first year to last: a pure function of the facts, the seed and its number.
[[nodiscard]] RunRecord run_realization(const Facts& facts, std::uint64_t seed, std::uint32_t realization);

/// The same run, with single networks and cities recorded.
struct WatchedRun {
  RunRecord run;
  NetworkRecord networks;
};
[[nodiscard]] WatchedRun watch_realization(const Facts& facts, std::uint64_t seed, std::uint32_t realization);

/// Progress of an ensemble, and a way to stop it.
struct Watch {
  std::function<void(std::size_t n_done)> progress;  // called after each realization, from any thread
  const std::atomic<bool>* stop = nullptr;           // once true, no further realization starts
};

/// The number of realizations whose records of networks, which are large, exist at a time.
[[nodiscard]] constexpr std::size_t n_in_block(std::size_t n_threads) { return 2 * n_threads; }

/// Runs all realizations of a scenario, and returns them by number. If stopped early, it returns the first
/// ones up to the first that is missing. `networks`: adds to it what networks and cities did, by realization; runs take
/// several times as long.
[[nodiscard]] std::vector<RunRecord> run_ensemble(const Facts& facts, std::size_t n_threads,
                                                  const Watch& watch, NetworkTally* networks = nullptr);

}  // namespace hansa
