#include "cli/commands.hpp"

#include <fmt/core.h>

#include "hansa_version.hpp"

namespace hansa {

CommandLine hansa_command_line(const Words& command) {
  return {.name = "hansa",
          .about = "Hansa: states, cities and city networks negotiate under sovereignty gridlock.",
          .version = fmt::format("hansa {} ({}, {})", version, commit, compiler),
          .notes = "hansa VERB --help shows the options of a verb.",
          .examples = {"hansa run paris-2015 --set gridlock.level=0.3"},
          .verbs = {run_verb(command), compare_verb(command), explain_verb(command),
                    diff_verb(),       reproduce_verb(),      export_verb(),
                    report_verb(),     sweep_verb(),          submit_verb(),
                    status_verb(),     merge_verb(),          analyze_verb(),
                    verify_verb(),     bargain_verb(),        backtest_verb(),
                    bench_verb(),      list_verb(),           check_verb(),
                    phases_verb(),     schema_verb(),         odd_verb(),
                    docs_verb()}};
}

}  // namespace hansa
