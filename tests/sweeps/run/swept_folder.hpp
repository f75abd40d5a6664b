#pragma once

#include <stdexcept>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/results/run_variables.hpp"
#include "sim/run.hpp"
#include "support/files/abandoned_file.hpp"
#include "sweeps/run/run_sweep.hpp"
#include "sweeps/run/shared_facts.hpp"
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

/// The folder of a sweep whose runs are there, and nothing happened in any: values change neither the size of a shard nor
/// how it is merged.
inline SweepFolder filled_folder(const SweepPlan& plan, const std::filesystem::path& path) {
  const SweepFolder folder = SweepFolder::open(path, plan);
  RunRecord record = make_record(prepare_point(plan, 0, 0)->facts);
  keep_summary(record);
  for (std::size_t shard = 0; shard < plan.n_shards(); ++shard) {
    std::vector<SweepRun> runs;
    for (std::size_t run = plan.first_run(shard); run < plan.first_run(shard + 1); ++run)
      runs.push_back({.address = plan.address_of(run), .failure = "", .record = record});
    TemporaryFile begun(folder.shard(shard));
    folder.publish_shard(
        shard, begun, hdf5_image(lay_out_shard(plan.sweep, plan.stamp, shard, plan.first_run(shard), runs)));
  }
  return folder;
}

}  // namespace hansa::test
