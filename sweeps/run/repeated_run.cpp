#include "sweeps/run/repeated_run.hpp"

#include "analysis/results/network_layout.hpp"
#include "analysis/results/result_layout.hpp"
#include "hansa_version.hpp"
#include "scenarios/print/print.hpp"
#include "sim/run.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "sweeps/run/shard_file.hpp"
#include "sweeps/run/shared_facts.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& key, const std::string& message) {
  throw ScenarioError({{.file = file, .line = 1, .column = 1, .key = key, .message = message}});
}

}  // namespace

SweepPlan find_same_sweep(const SweepFolder& folder, const DataFolders& data) {
  FoundSweep found = open_sweep(folder, data);
  if (!found.difference.empty())
    refuse(folder.sweep_file().string(), "made_with",
           "this program or its tables would give different runs; differences:\n" + found.difference);
  return std::move(found.plan);
}

RepeatedRun repeat_run(const SweepFolder& folder, const SweepPlan& plan, std::size_t run, Detail detail) {
  const RunAddress address = plan.address_of(run);
  const auto prepared = prepare_point(plan, address.point, address.arm);
  if (!prepared->failure.empty()) refuse(folder.path().string(), "run", prepared->failure);
  const auto realization = static_cast<std::uint32_t>(address.realization);
  NetworkTally networks;
  std::vector<RunRecord> records;
  if (detail == Detail::Networks) {
    WatchedRun watched = watch_realization(prepared->facts, plan.sweep.seed, realization);
    records.push_back(std::move(watched.run));
    networks.add(std::move(watched.networks));
  } else {
    records.push_back(run_realization(prepared->facts, plan.sweep.seed, realization));
  }
  const std::string text = print_scenario(prepared->scenario), digest = sha256_hex(text);
  ResultSet result =
      lay_out(prepared->facts, records, {.text = text, .sha256 = digest, .version = std::string(version)},
              static_cast<std::int64_t>(address.realization));
  if (detail == Detail::Networks) lay_out_networks(prepared->facts, networks, result);
  return {prepared->scenario.name, text, digest, std::move(result)};
}

}  // namespace hansa
