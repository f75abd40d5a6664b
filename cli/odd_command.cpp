#include <fstream>
#include <sstream>

#include <CLI/CLI.hpp>

#include "analysis/odd_page.hpp"
#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "cli/model_text.hpp"
#include "cli/streams.hpp"
#include "scenarios/issue_table.hpp"

namespace hansa {
namespace {

/// SOURCES.md beside the tables, where there is one.
std::string sources_of_tables() {
  for (const std::filesystem::path& folder : find_data_folders().data) {
    std::ifstream file(folder / "SOURCES.md", std::ios::binary);
    std::ostringstream text;
    if (file && text << file.rdbuf()) return text.str();
  }
  return "The data folder has no SOURCES.md.";
}

}  // namespace

void add_odd(CLI::App& app, int& status) {
  CLI::App* verb = app.add_subcommand("odd", "Print the model as an ODD protocol, in Markdown");
  verb->footer(
      "The seven parts of ODD (Grimm and others 2020), with the schedule, the initial values, the sources "
      "of\n"
      "the tables and every parameter as this program has them.\n"
      "Example: hansa odd > model.md");
  verb->callback([&status] {
    print_result(odd_page(model_text, sources_of_tables(), shipped_issues(find_data_folders())));
    status = done;
  });
}

}  // namespace hansa
