#include "cli/commands.hpp"

#include <fmt/core.h>

#include "cli/exit_code.hpp"
#include "hansa_version.hpp"

namespace hansa {

namespace {

/// Appends verbs under one heading of the help.
void add(CommandLine& line, const std::string& group, std::vector<Verb> verbs) {
  for (Verb& verb : verbs) {
    verb.group = group;
    line.verbs.push_back(std::move(verb));
  }
}

}  // namespace

CommandLine hansa_command_line(const Words& command) {
  CommandLine line = {
      .name = "hansa",
      .about = "Hansa: states, cities and city networks negotiate under sovereignty gridlock.",
      .version = fmt::format("hansa {} ({}, {})", version, commit, compiler),
      .notes = "SCENARIO is a file or a name of the library. Results are written below results/.",
      .examples = {"hansa list", "hansa run paris-2015 --set gridlock.level=0.3",
                   "hansa compare paris-2015 --without lobbying", "hansa explain paris-2015 COP15",
                   "hansa sweep fragmentation"},
      .verbs = {},
      .exit_meanings = {exit_meanings.begin(), exit_meanings.end()}};
  add(line, "Run", {run_verb(command), compare_verb(command), check_verb(), list_verb()});
  add(line, "Understand",
      {report_verb(), explain_verb(command), export_verb(), diff_verb(), reproduce_verb(), backtest_verb()});
  add(line, "Sweep",
      {sweep_verb(), analyze_verb(), status_verb(), submit_verb(), merge_verb(), verify_verb()});
  add(line, "Tables of actors", {bargain_verb()});
  add(line, "About the model and the program",
      {phases_verb(), odd_verb(), schema_verb(), docs_verb(), bench_verb(), completion_verb()});
  return line;
}

}  // namespace hansa
