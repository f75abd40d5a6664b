#include "analysis/sweep_memory.hpp"

#include <algorithm>
#include <fstream>

#include <malloc.h>
#include <unistd.h>

#include "analysis/sweep_estimate.hpp"
#include "sim/sweep/shared_facts.hpp"

namespace hansa {
namespace {

/// Bytes that this process has in memory now.
double resident_memory() {
  std::ifstream file("/proc/self/statm");
  double all = 0, resident = 0;
  file >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double allocated() {
  const auto info = ::mallinfo2();
  return static_cast<double>(info.uordblks + info.hblkhd);
}

}  // namespace

double estimate_worker_memory(const SweepPlan& plan, std::size_t n_threads) {
  const double before = allocated();
  const auto stage = build_stage(plan, 0, 0);
  const double weight = std::max(0.0, allocated() - before);
  const auto shard_runs = static_cast<std::size_t>(plan.sweep.shard_runs);
  // with more settings than a shard has runs each is used once, and goes with its run
  const std::size_t n_stages = plan.n_settings() < shard_runs ? plan.n_settings() : n_threads;
  return resident_memory() + weight * static_cast<double>(n_stages + n_threads) + estimate_shard_memory(plan);
}

}  // namespace hansa
