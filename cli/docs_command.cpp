#include <CLI/CLI.hpp>

#include "agents/build.hpp"
#include "analysis/variables_page.hpp"
#include "cli/commands.hpp"
#include "cli/coverage_page.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "hansa_version.hpp"
#include "scenarios/issue_table.hpp"
#include "scenarios/load.hpp"
#include "scenarios/parameters_page.hpp"
#include "sim/record/result_layout.hpp"

namespace hansa {
namespace {

/// The variables of a scenario that has conferences and treaties, and so all of them.
std::string all_variables() {
  const LoadedScenario loaded = load_scenario("paris-2015", {}, find_data_folders());
  const Facts facts = build_facts(loaded.scenario, read_tables(loaded.files));
  return variables_page(lay_out(facts, {}, {.text = "", .sha256 = "", .version = std::string(version)}));
}

}  // namespace

void add_docs(CLI::App& app, int& status) {
  CLI::App* verb =
      app.add_subcommand("docs", "Print a page of the documentation that is made from the program");
  auto page = std::make_shared<std::string>();
  verb->add_option("PAGE", *page,
                   "parameters, variables, or coverage of the domain, which runs all its experiments")
      ->required()
      ->check(CLI::IsMember({"parameters", "variables", "coverage"}));
  verb->footer("Example: hansa docs parameters > docs/parameters.md");
  verb->callback([page, &status] {
    if (*page == "parameters") print_result(parameters_page(shipped_issues(find_data_folders())));
    if (*page == "variables") print_result(all_variables());
    if (*page == "coverage") print_result(coverage_page());
    status = done;
  });
}

}  // namespace hansa
