#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "scenarios/json_schema.hpp"

namespace hansa {

void add_schema(CLI::App& app, int& status) {
  CLI::App* verb = app.add_subcommand("schema", "Print the JSON Schema of a scenario, for editors");
  verb->footer("Example: hansa schema > hansa.schema.json");
  verb->callback([&status] {
    print_result(scenario_schema());
    status = done;
  });
}

}  // namespace hansa
