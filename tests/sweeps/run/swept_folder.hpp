#pragma once

#include <stdexcept>

#include "analysis/results/hdf5/result_file.hpp"
#include "sim/run.hpp"
#include "sweeps/run/run_sweep.hpp"
#include "tests/sweeps/run/law_sweep.hpp"

namespace hansa::test {

/// The small sweep, run in a folder; run 6 fails if `fails`.
struct SweptFolder {
  ScratchFolder scratch;
  SweepPlan plan = small_plan();
  SweepFolder folder = SweepFolder::open(scratch / "s", plan);

  explicit SweptFolder(bool fails = false) {
    const auto runner = [fails](const Facts& facts, std::uint64_t seed, std::uint32_t realization) {
      if (fails && facts.scenario->gridlock.level == 0.1 && facts.scenario->lobbying.strength > 0 &&
          realization == 1)
        throw std::runtime_error("out of ink");
      return run_realization(facts, seed, realization);
    };
    static_cast<void>(run_sweep(plan, folder, {}, {.n_threads = 2, .runner = runner}));
  }

  [[nodiscard]] ResultSet merged() const { return read_result(folder.path() / "merged.h5"); }
};

}  // namespace hansa::test
