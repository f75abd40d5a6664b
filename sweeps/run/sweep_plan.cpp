#include "sweeps/run/sweep_plan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "hansa_version.hpp"
#include "scenarios/load/extends.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "sweeps/design/print_sweep.hpp"

namespace hansa {

namespace {

/// Throws ScenarioError if sweep.yaml would be too long to be read again.
void refuse_too_long(const SweepPlan& plan) {
  ProblemList problems;
  const int file = problems.add_file("sweep.yaml");
  const bool fits = plan.stamp.text.size() <= largest_file;
  if (fits && read_yaml(plan.stamp.text, file, problems)) return;
  throw ScenarioError(
      {{.file = plan.sweep.files.file(0),
        .key = "design",
        .message = "the sweep with all its values is longer than a file may be; give fewer values or "
                   "points, or draw them by lhs"}});
}

}  // namespace

SweepPlan make_plan(Sweep sweep, const DataFolders& folders) {
  SweepPlan plan;
  plan.sweep = std::move(sweep);
  const WorldFiles& files = plan.sweep.reference.files;
  const WorldParams& written = plan.sweep.reference.scenario.world;
  plan.tables = read_tables(files);
  check_points(plan.sweep, plan.tables);

  plan.made_with = {{"hansa", std::string(version)}};
  const auto note = [&](const char* name, const std::string& as_written, const std::filesystem::path& file) {
    plan.made_with.emplace_back(name, sha256_of_file(file));
    const bool shipped = std::any_of(folders.data.begin(), folders.data.end(), [&](const auto& folder) {
      return file.string().starts_with((folder / "").string());
    });
    if (!shipped) plan.own_tables.push_back({as_written, file});
  };
  note("states", written.states, files.states);
  note("cities", written.cities, files.cities);
  note("networks", written.networks, files.networks);
  note("memberships", written.memberships, files.memberships);
  note("accreditations", written.accreditations, files.accreditations);
  note("counts", written.counts, files.counts);
  note("treaties", written.treaties, files.treaties);
  note("ratifications", written.ratifications, files.ratifications);
  note("issues", written.issues, files.issues);
  note("un_votes", written.un_votes, files.un_votes);
  note("veto_players", written.veto_players, files.veto_players);
  plan.stamp.text = print_sweep(plan.sweep, plan.made_with);
  plan.stamp.sha256 = sha256_hex(plan.stamp.text);
  refuse_too_long(plan);
  return plan;
}

SweepPlan plan_sweep(const std::filesystem::path& file, const DataFolders& folders) {
  return make_plan(load_sweep(file, folders), folders);
}

std::string describe_run(const SweepPlan& plan, std::size_t run) {
  const RunAddress address = plan.address_of(run);
  std::string text = fmt::format("run {}: design point {}, arm {}, realization {}", run, address.point,
                                 plan.sweep.arms[address.arm].name, address.realization);
  for (std::size_t j = 0; j < plan.sweep.parameters.size(); ++j)
    text += fmt::format(", {}={}", plan.sweep.parameters[j].path,
                        text_at(plan.sweep, address.point, address.arm, j));
  return text;
}

void refuse_many_shards(const SweepPlan& plan, std::size_t n_most) {
  if (plan.n_shards() <= n_most) return;
  const std::size_t enough = (plan.n_runs() + n_most - 1) / n_most;
  throw ScenarioError(
      {{.file = plan.sweep.files.file(0),
        .line = 1,
        .column = 1,
        .key = "shard_runs",
        .message = fmt::format("{} runs in shards of {} are {} files, more than {}; "
                               "set shard_runs: {} or more, or allow more files with --max-shards",
                               plan.n_runs(), plan.sweep.shard_runs, plan.n_shards(), n_most, enough)}});
}

}  // namespace hansa
