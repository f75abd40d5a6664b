#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/parallel.hpp"
#include "sim/record/output_folder.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace hansa {

/// What every verb that runs a scenario may be told.
struct RunOptions {
  std::string scenario;
  std::optional<std::string> out;
  bool force = false, json = false, quiet = false;
  std::optional<std::string> realizations, seed;  // as they were written
  std::size_t threads = machine_threads();
  std::vector<std::string> settings;
  std::vector<std::string> command;  // the words of the command line
};

/// Adds SCENARIO to a verb, required.
CLI::Option* add_scenario(CLI::App& verb, RunOptions& options);

/// Adds the options; `default_folder` says in the help where results go without --out.
void add_run_options(CLI::App& verb, std::span<char* const> words, const std::string& default_folder,
                     RunOptions& options);

/// What --set, --realizations and --seed say, as settings, so that one checker serves all. Throws ScenarioError
/// where two of them give one parameter different values.
[[nodiscard]] std::vector<std::string> settings_of(const RunOptions& options);

/// The folder that --out names, or a numbered one below results/.
[[nodiscard]] OutputFolder open_output(const RunOptions& options, const std::string& name);

/// Tells one line on standard error, unless it is to be quiet.
void tell(const RunOptions& options, const std::string& line);

}  // namespace hansa
