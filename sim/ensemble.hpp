#pragma once

#include <atomic>
#include <functional>
#include <vector>

#include "agents/facts.hpp"
#include "sim/record/run_record.hpp"

namespace hansa {

/// Who wants to know how far an ensemble is, and who may stop it.
struct Watch {
  std::function<void(std::size_t n_done)> progress;  // called after each realization, from any thread
  const std::atomic<bool>* stop = nullptr;           // set: no further realization is begun
};

/// All realizations of a scenario, in order of their number; fewer than asked if it was stopped, in which
/// case they are an unbroken run from the first.
[[nodiscard]] std::vector<RunRecord> run_ensemble(const Facts& facts, std::size_t n_threads,
                                                  const Watch& watch);

}  // namespace hansa
