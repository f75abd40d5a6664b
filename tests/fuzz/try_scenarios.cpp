#include <stdexcept>

#include "scenarios/print/print.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "sweeps/design/points_file.hpp"
#include "sweeps/design/print_sweep.hpp"
#include "tests/fuzz/tries.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa::test {
namespace {

/// The scenarios of the tests and those that are shipped.
DataFolders all_folders() {
  DataFolders all = folders();
  all.library.push_back(source / "scenarios/library");
  return all;
}

}  // namespace

void demand(bool holds, const std::string& what) {
  if (!holds) throw std::logic_error(what);
}

bool try_scenario(std::string_view text, const std::string& setting) {
  const ScratchFolder folder;
  put(folder / "a.yaml", text);
  const auto load = [&](const std::vector<std::string>& settings) {
    return print_scenario(load_scenario(folder / "a.yaml", settings, all_folders()).scenario);
  };
  const auto printed = unless_refused([&] { return load({setting}); });
  if (!printed) return false;
  put(folder / "a.yaml", *printed);
  demand(load({}) == *printed, "printed otherwise the second time");
  return true;
}

bool try_sweep(std::string_view text) {
  const ScratchFolder folder;
  put(folder / "points.csv", "gridlock.level,networks.initial\n0.1,5\n0.2,20\n");
  const auto read = [&](const std::string& written) {
    const Sweep sweep = read_sweep_text(written, folder / "s.yaml", folder.path(), all_folders());
    if (!sweep.table.empty()) put(folder / points_file_name(sweep), print_points(sweep));
    return print_sweep(sweep, {});
  };
  const auto printed = unless_refused([&] { return read(std::string(text)); });
  if (!printed) return false;
  demand(read(*printed) == *printed, "printed otherwise the second time");
  return true;
}

}  // namespace hansa::test
