#include <chrono>
#include <memory>

#include <fmt/core.h>

#include "analysis/add_result.hpp"
#include "analysis/comparison/findings.hpp"
#include "analysis/report/comparison_page.hpp"
#include "analysis/results/provenance.hpp"
#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/program_data.hpp"
#include "cli/run_options.hpp"
#include "cli/terminal/next_step.hpp"
#include "cli/terminal/stop_signal.hpp"
#include "cli/terminal/streams.hpp"
#include "support/files/sha256.hpp"

namespace hansa {
namespace {

struct CompareOptions : RunOptions {
  ComparisonRequest request;
  double smallest = default_smallest;
  bool no_split = false;
};

int compare_scenarios(const CompareOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  expect_page(options);
  ComparisonRequest request = options.request;
  request.scenario = options.scenario;
  request.settings = settings_of(options);
  request.split = !options.no_split;
  const std::vector<PreparedArm> arms = prepare_arms(request, program_data());
  const std::string name = arms.front().scenario().name;
  const std::string what = request.attribute.value_or(arms[1].folder);
  Provenance provenance = begin_provenance();
  const std::atomic<bool>& stop = stop_on_signal();  // before the folder exists, so that a signal leaves none
  OutputFolder folder = open_output(options, name + "-compare-" + what);

  std::vector<ResultSet> results;
  for (const PreparedArm& arm : arms) {
    std::optional<ResultSet> result = run_with_progress(arm.prepared, name + ", " + arm.name, options, stop,
                                                        results.empty() ? nullptr : &arms.front().prepared);
    if (!result) return stopped;
    for (FileDigest& written : add_result(*result, arm.prepared.text, arm.folder + "/", folder))
      provenance.sha256.push_back(std::move(written));
    results.push_back(*std::move(result));
  }
  const Findings findings = compare_arms(arms, results, options.smallest);
  const std::string kept = findings_json(arms, findings);
  folder.add("compare.json", kept);
  provenance.sha256.emplace_back("compare.json", sha256_hex(kept));
  if (options.with_page) {
    const std::string page =
        comparison_page(kept, "compare.json", results, arms.front().prepared, program_data());
    folder.add("report.html", page);
    provenance.sha256.emplace_back("report.html", sha256_hex(page));
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  provenance.command = options.command;
  provenance.n_threads = static_cast<int>(options.threads);
  provenance.wall_seconds = seconds;
  folder.add("run.json", run_json(provenance));
  const std::string out = folder.publish().string();
  report(options, fmt::format("{:.1f} s; written to {}: compare.json, run.json and {} arms", seconds, out,
                              arms.size()));
  if (options.with_page) report(options, fmt::format("open {}/report.html in a browser", out));
  print(
      options.json,
      [&] {
        return findings_json(arms, findings, WrittenTo{out, seconds});
      },
      [&] { return findings_text(arms, findings); }, options.all);
  std::vector<NextStep> next = {{"export", out, "--csv"}, {"explain", options.scenario}};
  if (!options.with_page) next.insert(next.begin(), {"report", out});
  tell_next(next, options.quiet || options.json);
  return done;
}

}  // namespace

Verb compare_verb(const Words& command) {
  auto options = std::make_shared<CompareOptions>();
  options->command = command;
  ComparisonRequest& request = options->request;
  std::vector<Option> all = {scenario_option(*options)};
  for (Option& option : run_options("results/NAME-compare-ARM, then -2, ...", *options))
    all.push_back(std::move(option));
  all.push_back(
      {.name = "--smallest",
       .target = &options->smallest,
       .help = "smallest difference to name: a share of all pairs or states, else of the mean in full",
       .bounds = Bounds{0, 1},
       .shows_default = true});
  all.push_back(
      {.name = "--no-split",
       .target = &options->no_split,
       .help = "--without lobbying: no split into channels and functions, which takes two more arms"});
  all.push_back(page_option(*options));
  all.push_back(all_option(*options));
  return {
      .name = "compare",
      .about = "Run a scenario with and without a change, and report the differences",
      .options = std::move(all),
      .groups = {{.name = "The other arm",
                  .options = {{.name = "OTHER",
                               .target = &request.other,
                               .help = "another scenario; conferences are matched by name"},
                              {.name = "--without",
                               .target = &request.without,
                               .help =
                                   "leave out lobbying, networks, cities, one channel of lobbying, or one "
                                   "network: network:c40",
                               .offers = {"lobbying", "networks", "cities"}},
                              {.name = "--merge",
                               .target = &request.merge,
                               .help = "merge known networks, of which the last takes over the others: "
                                       "c40,iclei"},
                              {.name = "--with",
                               .target = &request.with,
                               .help = "change one parameter in the other arm only (may be repeated)"},
                              {.name = "--attribute",
                               .target = &request.attribute,
                               .help = "channels: leave out each channel of lobbying in turn, the "
                                       "networks' functions, then all",
                               .offers = {"channels"}}}}},
      .notes =
          "Both arms use the same random numbers: realization by realization they are pairs.\n"
          "A difference is the other arm minus the scenario as it is.",
      .examples = {"hansa compare paris-2015 --without lobbying",
                   "hansa compare paris-2015 --without network:c40",
                   "hansa compare paris-2015 --with networks.consolidation=0.5 --realizations 200"},
      .run = [options] { return compare_scenarios(*options); }};
}

}  // namespace hansa
