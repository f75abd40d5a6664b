#include "cli/run_from.hpp"

#include <chrono>

#include <fmt/core.h>

#include "analysis/shard_file.hpp"
#include "analysis/summary.hpp"
#include "analysis/summary_json.hpp"
#include "analysis/summary_table.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/stop_signal.hpp"
#include "cli/streams.hpp"
#include "hansa_version.hpp"
#include "scenarios/print.hpp"
#include "scenarios/problem.hpp"
#include "sim/record/output_folder.hpp"
#include "sim/record/provenance.hpp"
#include "sim/record/result_layout.hpp"
#include "sim/record/result_writer.hpp"
#include "sim/record/sha256.hpp"
#include "sim/run.hpp"
#include "sim/sweep/run_shard.hpp"
#include "sim/sweep/shared_facts.hpp"
#include "sim/sweep/sweep_folder.hpp"

namespace hansa {
namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& key, const std::string& message) {
  throw ScenarioError({{.file = file, .line = 1, .column = 1, .key = key, .message = message}});
}

/// The plan of a folder, if this program and these tables would give the same runs again.
SweepPlan find_same_sweep(const SweepFolder& folder) {
  refuse_edited_sweep(folder);
  FoundSweep found = find_sweep(folder, find_data_folders());
  if (!found.difference.empty())
    refuse(folder.sweep_file().string(), "made_with",
           "this program or its tables would not give the same runs; what differs:\n" + found.difference);
  return std::move(found.plan);
}

}  // namespace

int run_from(const RunFromOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  const SweepPlan plan = find_same_sweep(SweepFolder(options.folder));
  if (options.run >= plan.n_runs())
    refuse("--run", "run",
           fmt::format("{} has the runs 0 to {}, got {}", plan.sweep.name, plan.n_runs() - 1, options.run));
  const RunAddress address = plan.address_of(options.run);
  Provenance provenance = begin_provenance();
  static_cast<void>(stop_on_signal());
  OutputFolder folder =
      options.out
          ? OutputFolder(*options.out, options.force ? IfTaken::Replace : IfTaken::Refuse)
          : OutputFolder(fmt::format("results/{}-run-{}", plan.sweep.name, options.run), IfTaken::Number);
  if (!options.quiet)
    remark(fmt::format("hansa: {}, seed {}\n", describe_run(plan, options.run), plan.sweep.seed));
  const auto prepared = prepare_scenario(plan, address.point, address.arm);
  if (!prepared->failure.empty()) refuse(options.folder, "run", prepared->failure);
  const std::vector<RunRecord> records = {
      run_realization(prepared->facts, plan.sweep.seed, static_cast<std::uint32_t>(address.realization))};
  const Scenario& scenario = prepared->loaded.scenario;
  const std::string text = print_scenario(scenario), digest = sha256_hex(text);
  const ResultSet result =
      lay_out(prepared->facts, records, {.text = text, .sha256 = digest, .version = std::string(version)},
              static_cast<std::int64_t>(address.realization));
  const std::vector<std::byte> image = hdf5_image(result);
  folder.add("result.h5", image);
  folder.add("scenario.yaml", text);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  provenance.command = options.command;
  provenance.wall_seconds = seconds;
  provenance.sha256 = {{"result.h5", sha256_hex(image)}, {"scenario.yaml", digest}};
  folder.add("run.json", run_json(provenance));
  const std::string out = folder.publish().string();
  if (!options.quiet)
    remark(fmt::format("hansa: {:.1f} s; written to {}: result.h5, scenario.yaml, run.json\n", seconds, out));
  const Summary summary = summarise(result);
  const std::string title =
      fmt::format("{}, run {}", plan.sweep.title.empty() ? plan.sweep.name : plan.sweep.title, options.run);
  print_result(options.json ? summary_json(summary, {.scenario = scenario.name,
                                                     .scenario_sha256 = digest,
                                                     .seed = plan.sweep.seed,
                                                     .out = out,
                                                     .wall_seconds = seconds})
                            : summary_table(summary, title));
  return done;
}

}  // namespace hansa
