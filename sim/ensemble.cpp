#include "sim/ensemble.hpp"

#include <algorithm>

#include "scenarios/parameters/scenario.hpp"
#include "sim/run.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {

std::vector<RunRecord> run_ensemble(const Facts& facts, std::size_t n_threads, const Watch& watch) {
  const auto n = static_cast<std::size_t>(facts.scenario->realizations);
  std::vector<RunRecord> records(n);
  std::vector<char> done(n, 0);
  std::atomic<std::size_t> n_done{0};
  for_each_index(n, n_threads, [&](std::size_t k) {
    if (watch.stop != nullptr && watch.stop->load()) return;
    records[k] = run_realization(facts, facts.scenario->seed, static_cast<std::uint32_t>(k));
    done[k] = 1;
    const std::size_t so_far = ++n_done;
    if (watch.progress) watch.progress(so_far);
  });
  records.resize(static_cast<std::size_t>(std::find(done.begin(), done.end(), 0) - done.begin()));
  return records;
}

}  // namespace hansa
