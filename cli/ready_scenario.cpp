#include "cli/ready_scenario.hpp"

#include <fmt/core.h>

#include "agents/build.hpp"
#include "analysis/size_estimate.hpp"
#include "cli/data_folders.hpp"
#include "cli/progress.hpp"
#include "cli/streams.hpp"
#include "hansa_version.hpp"
#include "scenarios/counted.hpp"
#include "scenarios/print.hpp"
#include "scenarios/state_codes.hpp"
#include "scenarios/sweep/load_sweep.hpp"
#include "sim/ensemble.hpp"
#include "sim/record/result_layout.hpp"
#include "sim/record/result_writer.hpp"
#include "sim/record/sha256.hpp"

namespace hansa {
namespace {

int count_filled(const Facts& facts) {
  int n = 0;
  for (const Fill& fill : facts.fills) n += fill.n_filled;
  return n;
}

}  // namespace

ReadyScenario make_ready(const std::string& scenario, std::span<const std::string> settings) {
  const DataFolders folders = find_data_folders();
  if (is_sweep(scenario, folders))
    throw ScenarioError({{.file = scenario, .key = "file", .message = "is a sweep; hansa sweep runs it"}});
  auto loaded = std::make_shared<const LoadedScenario>(load_scenario(scenario, settings, folders));
  const Tables tables = read_tables(loaded->files);
  check_state_codes(*loaded, tables);
  Facts facts = build_facts(loaded->scenario, tables);
  refuse_too_large(facts);
  std::string text = print_scenario(loaded->scenario), digest = sha256_hex(text);
  return {std::move(loaded), std::move(facts), std::move(text), std::move(digest)};
}

std::optional<ResultSet> run_ready(const ReadyScenario& ready, const std::string& name,
                                   const RunOptions& options, const std::atomic<bool>& stop) {
  const Scenario& scenario = ready.scenario();
  tell(options, fmt::format("{}: {} of {} to {}, seed {}, {}", name,
                            counted(scenario.realizations, "realization"), scenario.years.from,
                            scenario.years.to, scenario.seed, counted(options.threads, "thread")));
  tell(options, fmt::format("{} values that the tables lack were filled", count_filled(ready.facts)));
  Progress progress("realizations", static_cast<std::size_t>(scenario.realizations), options.quiet);
  const std::vector<RunRecord> records = run_ensemble(
      ready.facts, options.threads, {.progress = [&](std::size_t n) { progress.report(n); }, .stop = &stop});
  progress.finish();
  if (records.size() < static_cast<std::size_t>(scenario.realizations)) {
    remark(fmt::format(
        "hansa: stopped after {} of {} realizations; nothing was written, the same command begins again\n",
        records.size(), scenario.realizations));
    return std::nullopt;
  }
  return lay_out(ready.facts, records,
                 {.text = ready.text, .sha256 = ready.sha256, .version = std::string(version)});
}

std::vector<std::pair<std::string, std::string>> add_result(const ReadyScenario& ready,
                                                            const ResultSet& result,
                                                            const std::string& prefix, OutputFolder& folder) {
  const std::vector<std::byte> image = hdf5_image(result);
  folder.add(prefix + "result.h5", image);
  folder.add(prefix + "scenario.yaml", ready.text);
  return {{prefix + "result.h5", sha256_hex(image)}, {prefix + "scenario.yaml", ready.sha256}};
}

}  // namespace hansa
