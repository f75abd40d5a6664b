#include "analysis/prepared_scenario.hpp"

#include <algorithm>

#include "agents/build.hpp"
#include "analysis/results/network_layout.hpp"
#include "analysis/results/result_layout.hpp"
#include "hansa_version.hpp"
#include "scenarios/load/names_in_tables.hpp"
#include "scenarios/print/print.hpp"
#include "support/files/sha256.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

PreparedScenario combine(std::shared_ptr<const LoadedScenario> loaded, const Tables& tables) {
  Facts facts = build_facts(loaded->scenario, tables);
  refuse_too_large(facts);
  std::string text = print_scenario(loaded->scenario), digest = sha256_hex(text);
  return {std::move(loaded), std::move(facts), std::move(text), std::move(digest), tables.notes};
}

}  // namespace

PreparedScenario prepare(const std::string& scenario, std::span<const std::string> settings,
                         const DataFolders& folders) {
  if (is_sweep(scenario, folders))
    throw ScenarioError(
        {{.file = scenario, .key = "file", .message = "is a sweep; run it with hansa sweep"}});
  auto loaded = std::make_shared<const LoadedScenario>(load_scenario(scenario, settings, folders));
  const Tables tables = read_tables(loaded->files);
  check_names(*loaded, tables);
  return combine(std::move(loaded), tables);
}

PreparedScenario prepare_text(const std::string& text, const std::filesystem::path& shown_as,
                              const DataFolders& folders) {
  ProblemList problems;
  const int file = problems.add_file(shown_as.string());
  std::optional<Node> tree = read_yaml(text, file, problems);
  if (tree && tree->kind != Node::Kind::Map) problems.add({file}, "file", "must be a map");
  problems.throw_if_any();
  HANSA_EXPECT(tree);
  const int settings_file = problems.add_file("--set");
  auto loaded = std::make_shared<const LoadedScenario>(
      resolve_scenario({*std::move(tree), shown_as}, settings_file, folders, problems));
  problems.throw_if_any();
  const Tables tables = read_tables(loaded->files);
  check_names(*loaded, tables);
  return combine(std::move(loaded), tables);
}

PreparedScenario cut_to(const PreparedScenario& prepared, int last_year) {
  auto loaded = std::make_shared<LoadedScenario>(*prepared.loaded);
  Scenario& scenario = loaded->scenario;
  while (scenario.start.scenario && last_year <= scenario.start.year) {  // nothing of its own is left
    Scenario of_start = *scenario.start.scenario;
    of_start.name = scenario.name;
    of_start.title = scenario.title;
    of_start.seed = scenario.seed;
    of_start.realizations = scenario.realizations;
    scenario = std::move(of_start);
  }
  scenario.years.to = last_year;
  std::erase_if(scenario.withdrawals, [&](const WithdrawalParams& withdrawal) {
    return std::any_of(scenario.conferences.begin(), scenario.conferences.end(), [&](const auto& one) {
      return one.treaty.name == withdrawal.treaty && one.year > last_year;
    });
  });
  std::erase_if(scenario.conferences,
                [&](const ConferenceParams& conference) { return conference.year > last_year; });
  const Tables tables = read_tables(loaded->files);
  return combine(std::move(loaded), tables);
}

int count_filled(const Facts& facts) {
  int n = 0;
  for (const Fill& fill : facts.fills) n += fill.n_filled;
  return n;
}

FinishedRun run(const PreparedScenario& prepared, std::size_t n_threads, const Watch& watch, Detail detail) {
  const Facts& facts = prepared.facts;
  NetworkTally networks;
  if (detail == Detail::Networks) refuse_too_large(facts, detail, n_threads);
  const std::vector<RunRecord> records =
      run_ensemble(facts, n_threads, watch, detail == Detail::Networks ? &networks : nullptr);
  if (records.size() < static_cast<std::size_t>(prepared.scenario().realizations))
    return {records.size(), std::nullopt};
  ResultSet result = lay_out(
      facts, records, {.text = prepared.text, .sha256 = prepared.sha256, .version = std::string(version)});
  if (detail == Detail::Networks) lay_out_networks(facts, networks, result);
  return {records.size(), std::move(result)};
}

}  // namespace hansa
