#include <algorithm>
#include <filesystem>
#include <set>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/data_folders.hpp"
#include "cli/exit_code.hpp"
#include "scenarios/load.hpp"

namespace hansa {
namespace {

int list_library() {
  const DataFolders folders = find_data_folders();
  std::set<std::filesystem::path> names;
  for (const auto& folder : folders.library) {
    if (!std::filesystem::is_directory(folder)) continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".yaml") names.insert(entry.path().stem());
    }
  }
  for (const auto& name : names) {
    const Scenario scenario = load_scenario(name, {}, folders).scenario;
    fmt::print("{:<24} {}\n", name.string(), scenario.title);
  }
  return done;
}

}  // namespace

void add_list(CLI::App& app, int& status) {
  CLI::App* verb = app.add_subcommand("list", "List the scenarios of the library");
  verb->footer("Example: hansa list");
  verb->callback([&status] { status = list_library(); });
}

}  // namespace hansa
