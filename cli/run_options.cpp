#include "cli/run_options.hpp"

#include <algorithm>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/streams.hpp"
#include "scenarios/problem.hpp"

namespace hansa {

CLI::Option* add_scenario(CLI::App& verb, RunOptions& options) {
  return verb
      .add_option("SCENARIO", options.scenario,
                  "a scenario file, or the name of one in the library (hansa list)")
      ->required();
}

void add_run_options(CLI::App& verb, std::span<char* const> words, const std::string& default_folder,
                     RunOptions& options) {
  CLI::Option* out = verb.add_option("--out", options.out, "folder to write; default " + default_folder);
  verb.add_flag("--force", options.force, "let --out replace the results of an earlier run")->needs(out);
  verb.add_option("--realizations", options.realizations,
                  "independent repetitions, instead of the scenario's")
      ->type_name("NUMBER");
  verb.add_option("--seed", options.seed, "seed of every draw, instead of the scenario's")
      ->type_name("NUMBER");
  verb.add_option("--threads", options.threads, "threads; the results do not depend on it")
      ->check(CLI::Range(1, 1024));
  verb.add_option("--set", options.settings,
                  "change one parameter: --set gridlock.level=0.3 (may be repeated)")
      ->allow_extra_args(false);
  verb.add_flag("--json", options.json, "print one JSON object instead of the table");
  verb.add_flag("--quiet", options.quiet, "no progress and no remarks on stderr");
  options.command.assign(words.begin(), words.end());
}

namespace {

/// Of two values for one parameter neither can be meant more than the other.
void refuse_contradictions(const std::vector<std::string>& settings) {
  std::map<std::string, std::string> seen;  // by path
  for (const std::string& setting : settings) {
    const std::size_t equals = std::min(setting.find('='), setting.size());
    const auto [first, is_new] = seen.emplace(setting.substr(0, equals), setting);
    if (is_new || first->second == setting) continue;
    throw ScenarioError({{.file = "--set",
                          .line = 1,
                          .column = 1,
                          .key = first->first,
                          .message = "is set twice, by " + in_quotes(first->second) + " and by " +
                                     in_quotes(setting) + "; give one of them"}});
  }
}

}  // namespace

std::vector<std::string> settings_of(const RunOptions& options) {
  std::vector<std::string> settings = options.settings;
  refuse_contradictions(settings);
  const auto add = [&](const std::string& key, const std::optional<std::string>& value) {
    if (!value) return;
    for (const std::string& setting : options.settings) {
      if (setting.starts_with(key + "="))
        throw CLI::ValidationError("--" + key, fmt::format("is given, and so is --set {}", setting));
    }
    settings.push_back(key + "=" + *value);
  };
  add("realizations", options.realizations);
  add("seed", options.seed);
  return settings;
}

OutputFolder open_output(const RunOptions& options, const std::string& name) {
  if (!options.out) return OutputFolder("results/" + name, IfTaken::Number);
  return OutputFolder(*options.out, options.force ? IfTaken::Replace : IfTaken::Refuse);
}

void tell(const RunOptions& options, const std::string& line) {
  if (!options.quiet) remark("hansa: " + line + "\n");
}

}  // namespace hansa
