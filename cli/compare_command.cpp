#include <algorithm>
#include <chrono>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "analysis/attribution.hpp"
#include "analysis/attribution_json.hpp"
#include "analysis/attribution_table.hpp"
#include "analysis/comparison.hpp"
#include "analysis/comparison_json.hpp"
#include "analysis/comparison_table.hpp"
#include "cli/commands.hpp"
#include "cli/compare_arms.hpp"
#include "cli/exit_code.hpp"
#include "cli/stop_signal.hpp"
#include "cli/streams.hpp"
#include "scenarios/vocabulary.hpp"
#include "sim/record/provenance.hpp"
#include "sim/record/sha256.hpp"

namespace hansa {
namespace {

/// What a comparison says, as JSON without place and time, and as text.
struct Findings {
  nlohmann::ordered_json json;
  std::string text;
};

std::string title_of(const Scenario& scenario) {
  return scenario.title.empty() ? scenario.name : scenario.title;
}

/// Full against the one other arm.
Findings compare_two(const std::vector<ReadyArm>& arms, const std::vector<ResultSet>& results) {
  const Comparison comparison = compare(results.front(), results.back());
  return {comparison_json(comparison),
          comparison_table(comparison, title_of(arms.front().ready.scenario()), arms.back().name)};
}

/// Full against an arm without each channel, and the last without all.
Findings attribute_channels(const std::vector<ReadyArm>& arms, const std::vector<ResultSet>& results) {
  std::vector<ArmWithout> without;
  for (std::size_t k = 0; k < n_channels; ++k)
    without.push_back({std::string(channel_names[k]), &results[k + 1]});
  const Attribution attribution = attribute(results.front(), without, results.back());
  return {attribution_json(attribution),
          attribution_table(attribution, title_of(arms.front().ready.scenario()))};
}

nlohmann::ordered_json identify(const std::vector<ReadyArm>& arms) {
  std::vector<ArmIdentity> identities;
  for (const ReadyArm& arm : arms)
    identities.push_back({arm.name, arm.settings, arm.ready.scenario().name, arm.ready.sha256, arm.folder});
  const Scenario& scenario = arms.front().ready.scenario();
  return arms_json(static_cast<std::size_t>(scenario.realizations), scenario.seed, identities);
}

/// Where two scenarios do not match, which other scenarios alone bring about.
void tell_mismatch(const CompareOptions& options, const Scenario& full, const Scenario& other) {
  if (full.years.to != other.years.to)
    tell(options, fmt::format("the arms end in {} and {}: what time goes on to change, such as who has "
                              "joined, is compared at different times",
                              full.years.to, other.years.to));
  const auto only_in = [&](const Scenario& one, const Scenario& another, const char* which) {
    std::string names;
    for (const ConferenceParams& conference : one.conferences) {
      const auto same = std::find_if(another.conferences.begin(), another.conferences.end(),
                                     [&](const auto& its) { return its.name == conference.name; });
      if (same == another.conferences.end()) {
        names += " " + conference.name;
      } else if (&one == &full && same->year != conference.year) {
        tell(options, fmt::format("{} is held in {} in one arm and in {} in the other", conference.name,
                                  conference.year, same->year));
      }
    }
    if (!names.empty()) tell(options, fmt::format("left out, being only in {}:{}", which, names));
  };
  only_in(full, other, "the first arm");
  only_in(other, full, "the other arm");
}

int compare_arms(const CompareOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  const std::vector<ReadyArm> arms = ready_arms(options);
  tell_mismatch(options, arms.front().ready.scenario(), arms.back().ready.scenario());
  const std::string name = arms.front().ready.scenario().name;
  const std::string what = options.attribute.value_or(arms.back().folder);
  Provenance provenance = begin_provenance();
  const std::atomic<bool>& stop = stop_on_signal();  // before there is a folder to leave behind
  OutputFolder folder = open_output(options, name + "-compare-" + what);

  std::vector<ResultSet> results;
  for (const ReadyArm& arm : arms) {
    std::optional<ResultSet> result = run_ready(arm.ready, name + ", " + arm.name, options, stop);
    if (!result) return stopped;
    for (auto& written : add_result(arm.ready, *result, arm.folder + "/", folder))
      provenance.sha256.push_back(std::move(written));
    results.push_back(*std::move(result));
  }
  const Findings findings =
      options.attribute ? attribute_channels(arms, results) : compare_two(arms, results);
  nlohmann::ordered_json json = identify(arms);
  json.update(findings.json);
  const std::string kept = json_text(json);
  folder.add("compare.json", kept);
  provenance.sha256.emplace_back("compare.json", sha256_hex(kept));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  provenance.command = options.command;
  provenance.n_threads = static_cast<int>(options.threads);
  provenance.wall_seconds = seconds;
  folder.add("run.json", run_json(provenance));
  const std::string out = folder.publish().string();
  tell(options,
       fmt::format("{:.1f} s; written to {}: compare.json, run.json and {} arms", seconds, out, arms.size()));
  json["out"] = out;
  json["wall_seconds"] = seconds;
  print_result(options.json ? json_text(json) : findings.text);
  return done;
}

}  // namespace

void add_compare(CLI::App& app, std::span<char* const> words, int& status) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App* verb = app.add_subcommand(
      "compare", "Run a scenario and the same with a change, and tell what the change makes of it");
  add_scenario(*verb, *options);
  CLI::Option_group* arm = verb->add_option_group("The other arm", "exactly one of these");
  arm->add_option("OTHER", options->other, "another scenario; conferences are matched by name");
  arm->add_option("--without", options->without,
                  "leave out lobbying, networks, cities, or one channel of lobbying");
  arm->add_option("--with", options->with,
                  "change one parameter in the other arm alone (may be repeated, for one arm)")
      ->allow_extra_args(false);
  arm->add_option("--attribute", options->attribute,
                  "channels: leave out each channel of lobbying in turn, then all");
  arm->require_option(1);
  add_run_options(*verb, words, "results/NAME-compare-ARM, then -2, ...", *options);
  verb->footer(
      "Both arms use the same random numbers: realization by realization they are pairs.\n"
      "A difference is the other arm minus the scenario as it is.\n"
      "Example: hansa compare paris-2015 --without lobbying\n"
      "         hansa compare paris-2015 --with networks.consolidation=0.5 --realizations 200");
  verb->callback([options, &status] { status = compare_arms(*options); });
}

}  // namespace hansa
