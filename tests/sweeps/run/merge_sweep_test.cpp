#include <algorithm>
#include <cmath>
#include <functional>

#include <catch2/catch.hpp>
#include <fmt/core.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/abandoned_file.hpp"
#include "sweeps/report/sweep_summary.hpp"
#include "sweeps/run/merge_sweep.hpp"
#include "sweeps/run/sweep_status.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/files/outside_program.hpp"
#include "tests/sweeps/run/swept_folder.hpp"

namespace hansa {
namespace {

using test::SweptFolder;

TEST_CASE("a merged file holds every run at its point, realization and arm", "[sweep]") {
  const SweptFolder swept;
  const Merged merged = merge_sweep(swept.plan, swept.folder, {});
  CHECK(merged.n_runs == 30);
  CHECK(merged.n_missing == 0);
  const ResultSet result = swept.merged();
  const auto& depth = values_of<double>(result, "depth");
  const std::size_t n_conferences = result.find_dimension("conference")->size();
  REQUIRE(depth.size() == 30 * n_conferences);
  CHECK(result.find_variable("depth")->dims ==
        std::vector<std::string>{"design_point", "realization", "arm", "conference"});
  for (std::size_t shard = 0; shard < 5; ++shard) {
    const ResultSet part = read_shard(swept.plan, swept.folder, shard);
    const auto& of_part = values_of<double>(part, "depth");
    for (std::size_t k = 0; k < of_part.size(); ++k) {
      const RunAddress at = swept.plan.address_of(swept.plan.first_run(shard) + k / n_conferences);
      const double there =
          depth[((at.point * 5 + at.realization) * 2 + at.arm) * n_conferences + k % n_conferences];
      CHECK((there == of_part[k] || (std::isnan(there) && std::isnan(of_part[k]))));
    }
  }
  CHECK(values_of<double>(result, "parameter_value") == std::vector<double>{0.1, 0.4, 0.9});
  CHECK(values_of<std::string>(result, "arm_settings") ==
        std::vector<std::string>{"", "lobbying.strength=0"});
  const auto& runs = values_of<std::int32_t>(result, "run");
  for (std::size_t run = 0; run < 30; ++run) {
    const RunAddress at = swept.plan.address_of(run);
    CHECK(runs[(at.point * 5 + at.realization) * 2 + at.arm] == static_cast<std::int32_t>(run));
  }
  CHECK(merge_sweep(swept.plan, swept.folder, {}).was_there);
}

TEST_CASE("a merge that goes over the shards many times leaves the same bytes", "[sweep]") {
  const SweptFolder swept(true);
  static_cast<void>(merge_sweep(swept.plan, swept.folder, {}));
  const std::size_t memory = GENERATE(std::size_t{1}, std::size_t{2000}, std::size_t{20000});
  CHECK(merge_sweep(swept.plan, swept.folder, {.memory = memory}).was_there);
}

TEST_CASE(
    "a merge that goes over realizations in parts reads the shards of each part, and leaves the same bytes",
    "[sweep]") {
  const SweepPlan plan = test::law_plan(
      "design: grid\nparameters: {gridlock.level: {values: [0.1]}}\nrealizations: 60000\nshard_runs: "
      "30000\n");
  const test::ScratchFolder scratch;
  const SweepFolder folder = test::filled_folder(plan, scratch / "s");
  REQUIRE(plan.n_shards() == 2);
  static_cast<void>(merge_sweep(plan, folder, {}));
  CHECK(merge_sweep(plan, folder, {.memory = 1}).was_there);
}

TEST_CASE("a merge does not overwrite what another process puts in its place meanwhile", "[sweep]") {
  if (!test::can_break_calls()) return;
  const SweptFolder swept;
  CHECK(test::in_child([&] {
          if (!test::break_call(SYS_linkat, EEXIST) || !test::break_call(SYS_renameat2, EEXIST)) return 1;
          try {
            static_cast<void>(merge_sweep(swept.plan, swept.folder, {}));
          } catch (const OutputError& error) {
            return error.cause() == "already exists and is not overwritten" ? 0 : 2;
          }
          return 3;
        }) == 0);
}

TEST_CASE("a merged file takes no room on the disk behind its end", "[sweep]") {
  const SweptFolder swept;
  const Merged merged = merge_sweep(swept.plan, swept.folder, {});
  struct stat on_disk {};
  REQUIRE(::stat(merged.file.c_str(), &on_disk) == 0);
  constexpr std::int64_t block = 512, page = 4096;
  CHECK(on_disk.st_blocks * block < on_disk.st_size + 2 * page);
}

TEST_CASE("a merge removes what a killed one left", "[sweep]") {
  const SweptFolder swept;
  const auto part =
      swept.folder.path() / fmt::format(".merged.h5.part-{}-{}-0", host_name(), test::dead_process());
  test::put(part, "half");
  static_cast<void>(merge_sweep(swept.plan, swept.folder, {}));
  CHECK_FALSE(std::filesystem::exists(part));
}

TEST_CASE("a damaged shard is left out of a partial merge, marked and reported", "[sweep]") {
  const SweptFolder swept;
  std::string bytes = test::text_of(swept.folder.shard(1));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  test::put(swept.folder.shard(1), bytes);
  std::filesystem::remove(swept.folder.digest_of(3));
  CHECK_THROWS_WITH(
      merge_sweep(swept.plan, swept.folder, {}),
      Catch::Matchers::Contains("not written: shard 1: its bytes do not have the SHA-256 beside "
                                "it; delete it, and hansa sweep runs it again; and 1 more are "
                                "damaged; --partial leaves it out"));
  const Merged merged = merge_sweep(swept.plan, swept.folder, {.partial = true});
  CHECK(merged.n_missing == 14);
  REQUIRE(merged.left_out.size() == 2);
  CHECK(describe_damage(merged.left_out[1]) == "shard 3: its .sha256 is missing; hansa sweep runs it again");
  const ResultSet result = swept.merged();
  const auto& status = values_of<std::uint8_t>(result, "status");
  const auto& runs = values_of<std::int32_t>(result, "run");
  for (std::size_t row = 0; row < 30; ++row)
    CHECK(status[row] == (runs[row] / 7 == 1 || runs[row] / 7 == 3 ? 2 : 0));
}

TEST_CASE("missing runs are refused, or marked in a partial merge", "[sweep]") {
  const SweptFolder swept;
  std::filesystem::remove(swept.folder.shard(1));  // runs 7 to 13
  std::filesystem::remove(swept.folder.shard(2));
  CHECK_THROWS_WITH(merge_sweep(swept.plan, swept.folder, {}),
                    Catch::Matchers::Contains("not written: shards 1-2 of 5 are missing"));
  CHECK_FALSE(std::filesystem::exists(swept.folder.path() / "merged.h5"));
  CHECK(merge_sweep(swept.plan, swept.folder, {.partial = true}).n_missing == 14);
  const ResultSet result = swept.merged();
  const auto& complete = values_of<std::uint8_t>(result, "complete");
  const auto& status = values_of<std::uint8_t>(result, "status");
  const auto& depth = values_of<double>(result, "depth");
  for (std::size_t run = 0; run < 30; ++run) {
    const RunAddress at = swept.plan.address_of(run);
    const std::size_t row = (at.point * 5 + at.realization) * 2 + at.arm;
    const bool missing = run >= 7 && run < 21;
    CHECK(complete[row] == (missing ? 0 : 1));
    CHECK(status[row] == (missing ? 2 : 0));
    if (missing) CHECK(std::isnan(depth[row * 8]));
  }
  static_cast<void>(run_sweep(swept.plan, swept.folder, {}, {}));
  CHECK_THROWS_WITH(merge_sweep(swept.plan, swept.folder, {}),
                    Catch::Matchers::Contains("already exists, with other content"));
  CHECK(merge_sweep(swept.plan, swept.folder, {.replace = true}).n_missing == 0);
}

TEST_CASE("a failed run is reported by status with its parameters and reason, and is left out of means",
          "[sweep]") {
  const SweptFolder swept(true);
  const SweepStatus status = check_sweep(swept.plan, swept.folder);
  CHECK(status.n_runs_done == 30);
  CHECK(status.failures == std::vector<std::string>{"run 6: design point 0, arm full, realization 1, "
                                                    "gridlock.level=0.1: out of ink"});
  const SweepSummary summary = summarise_sweep(swept.plan, swept.folder);
  CHECK(summary.n_failed == 1);
  CHECK(summary.rows[0].n_runs == 4);
  CHECK(summary.rows[1].n_runs == 5);
  CHECK(merge_sweep(swept.plan, swept.folder, {}).n_failed == 1);
  const ResultSet result = swept.merged();
  CHECK(values_of<std::uint8_t>(result, "complete")[2] == 0);
  CHECK(values_of<std::uint8_t>(result, "status")[2] == 1);
  CHECK(values_of<std::string>(result, "failure")[2] == "out of ink");
}

TEST_CASE("xarray opens shards and merged files", "[sweep]") {
  const std::string engine = GENERATE("netcdf4", "h5netcdf");
  if (!test::has_python_with(engine == "netcdf4" ? "xarray, netCDF4" : "xarray, h5netcdf")) return;
  const SweptFolder swept(true);
  static_cast<void>(merge_sweep(swept.plan, swept.folder, {}));
  test::put(swept.scratch / "look.py", R"(
import sys
import xarray as xr
shard = xr.open_dataset(sys.argv[1] + "/shards/shard-0000.h5", engine=sys.argv[2]).load()
assert dict(shard.sizes) == {"run": 7, "year": 10, "channel": 6, "conference": 8, "parameter": 1, "arm_name": 2}, shard.sizes
assert list(shard.failure.values) == [""] * 6 + ["out of ink"], shard.failure
sweep = xr.open_dataset(sys.argv[1] + "/merged.h5", engine=sys.argv[2]).load()
assert list(sweep.arm.values) == ["full", "without-lobbying"], sweep.arm
assert int(sweep.complete.sum()) == 29, sweep.complete
share = sweep.adopted.where(sweep.complete == 1).mean("realization")
assert share.dims == ("design_point", "arm", "conference"), share.dims
assert list(sweep.parameter_value.sel(parameter="gridlock.level").values) == [0.1, 0.4, 0.9]
print("all found")
)");
  const test::Answer answer =
      test::ask("PYTHONUTF8=1 " + test::python + " " + (swept.scratch / "look.py").string() + " " +
                swept.folder.path().string() + " " + engine);
  CHECK(answer.text == "all found\n");
}

TEST_CASE("of a sweep without an intact shard nothing is merged", "[sweep]") {
  const SweptFolder swept;
  for (std::size_t shard = 0; shard < swept.plan.n_shards(); ++shard)
    std::filesystem::remove(swept.folder.shard(shard));
  CHECK_THROWS_WITH(merge_sweep(swept.plan, swept.folder, {.partial = true}),
                    Catch::Matchers::Contains("not written: there is no intact shard"));
}

TEST_CASE("a merged file that is laid out in another way than its sweep is told by its variables",
          "[sweep]") {
  const SweptFolder swept;
  const SweepStatus status = check_sweep(swept.plan, swept.folder);
  CHECK(find_differences_in_merged(swept.plan, swept.folder, status, {0, 8}).empty());  // there is none
  const std::filesystem::path file = merge_sweep(swept.plan, swept.folder, {}).file;
  CHECK(find_differences_in_merged(swept.plan, swept.folder, status, {0, 8}).empty());
  CHECK(find_differences_in_merged(swept.plan, swept.folder, status, {}).empty());
  const auto told_after = [&](const std::function<void(ResultSet&)>& change) {
    ResultSet merged = swept.merged();
    change(merged);
    const auto image = hdf5_image(merged);
    test::put(file, std::string(reinterpret_cast<const char*>(image.data()), image.size()));
    const std::string told = find_differences_in_merged(swept.plan, swept.folder, status, {0, 8});
    std::filesystem::remove(file);
    static_cast<void>(merge_sweep(swept.plan, swept.folder, {.replace = true}));
    return told;
  };
  const auto variable = [](ResultSet& merged, std::string_view name) {
    return std::find_if(merged.variables.begin(), merged.variables.end(),
                        [&](const Variable& one) { return one.name == name; });
  };
  using Catch::Matchers::Contains;
  CHECK(told_after([](ResultSet&) {}).empty());
  CHECK(told_after([&](ResultSet& merged) { merged.variables.erase(variable(merged, "depth")); }) ==
        file.string() + ": depth is not laid out as the sweep's\n");
  CHECK(told_after([&](ResultSet& merged) {
          std::swap(variable(merged, "depth")->dims[0], variable(merged, "depth")->dims[1]);
        }) == file.string() + ": depth is not laid out as the sweep's\n");
  CHECK(told_after([&](ResultSet& merged) {
          variable(merged, "depth")->values = std::vector<std::int32_t>(variable(merged, "depth")->size());
        }) == file.string() + ": depth is not laid out as the sweep's\n");
  CHECK_THAT(told_after([](ResultSet& merged) {
               for (Dimension& dimension : merged.dims)
                 if (dimension.name == "year") ++std::get<std::vector<std::int64_t>>(dimension.labels)[0];
             }),
             Contains(": depth is not laid out as the sweep's\n"));
  CHECK_THAT(told_after([&](ResultSet& merged) {  // of the sweep, along which this variable is not
               std::erase_if(merged.dims, [](const Dimension& one) { return one.name == "parameter"; });
               std::erase_if(merged.variables, [](const Variable& one) {
                 return std::find(one.dims.begin(), one.dims.end(), "parameter") != one.dims.end();
               });
             }),
             Contains(": depth is not laid out as the sweep's\n"));
  CHECK_THAT(told_after([&](ResultSet& merged) {
               std::get<std::vector<double>>(variable(merged, "parameter_value")->values)[1] = 0.5;
             }),
             Contains(": parameter_value differs from the sweep's design\n"));
  CHECK_THAT(told_after([&](ResultSet& merged) {
               std::get<std::vector<double>>(variable(merged, "voice")->values)[0] = 0.5;
             }),
             Contains(": voice differs from ") && Contains("shard-0000.h5 at run 0: "));
}

}  // namespace
}  // namespace hansa
