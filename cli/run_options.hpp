#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/prepared_scenario.hpp"
#include "cli/line/verb.hpp"
#include "support/files/output_folder.hpp"
#include "support/numbers/parallel.hpp"

namespace hansa {

/// Options of every verb that runs a scenario.
struct RunOptions {
  std::string scenario;
  std::optional<std::string> out;
  bool force = false, json = false, quiet = false, networks = false, with_page = false, all = false;
  std::optional<std::string> realizations, seed, start_from;  // as given
  std::size_t threads = machine_threads();
  std::vector<std::string> settings;
  std::vector<std::string> command;  // the words of the command line
};

/// What the run is to record.
[[nodiscard]] inline Detail detail_of(const RunOptions& options) {
  return options.networks ? Detail::Networks : Detail::Usual;
}

/// The positional SCENARIO.
[[nodiscard]] Option scenario_option(RunOptions& options);

/// The other options; `default_folder` names the default of --out in the help.
[[nodiscard]] std::vector<Option> run_options(const std::string& default_folder, RunOptions& options);

/// --report, for verbs whose results have a page.
[[nodiscard]] Option page_option(RunOptions& options);

/// --all, for verbs whose tables are cut short on a terminal.
[[nodiscard]] Option all_option(RunOptions& options);

/// Throws CommandLineError if --report is asked of a build without pages.
void expect_page(const RunOptions& options);

/// --threads, for every verb that computes.
[[nodiscard]] Option threads_option(std::size_t& threads);

/// --set, --realizations, --seed and --start-from as settings. Throws ScenarioError or CommandLineError if two of them
/// conflict.
[[nodiscard]] std::vector<std::string> settings_of(const RunOptions& options);

/// The folder given by --out, or a numbered one below results/.
[[nodiscard]] OutputFolder open_output(const RunOptions& options, const std::string& name);

/// Prints one line on standard error, unless --quiet is given.
void report(const RunOptions& options, const std::string& line);

/// Runs a scenario and reports progress on standard error, under `name`, with what is imputed and noted unless it was said
/// of `before`. nullopt, with a remark, if stopped.
[[nodiscard]] std::optional<ResultSet> run_with_progress(const PreparedScenario& prepared,
                                                         const std::string& name, const RunOptions& options,
                                                         const std::atomic<bool>& stop,
                                                         const PreparedScenario* before = nullptr);

/// Runs results again from what their files hold, compares the bytes and prints what differs. `folder` has the run.json of
/// all of them. Returns the exit status.
[[nodiscard]] int reproduce_files(const std::vector<std::filesystem::path>& files,
                                  const std::filesystem::path& folder, const RunOptions& options);

}  // namespace hansa
