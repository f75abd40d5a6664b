#include "scenarios/load.hpp"

#include <utility>

#include "scenarios/assign.hpp"
#include "scenarios/check.hpp"
#include "scenarios/extends.hpp"
#include "scenarios/merge.hpp"
#include "scenarios/paths.hpp"
#include "scenarios/setting.hpp"

namespace hansa {
namespace {

std::filesystem::path find_scenario(const std::filesystem::path& file, const DataFolders& folders,
                                    ProblemList& problems) {
  if (!is_library_name(file.string())) return file;
  Found found = find_in_library(file.string(), folders);
  if (!found.reason.empty()) {
    const int number = problems.add_file(file.string());
    problems.add({number, 1, 1}, "file", found.reason + "; a file is given as ./NAME or NAME.yaml");
    problems.throw_if_any();
  }
  return found.path;
}

/// Finds the tables that a scenario names, each from the folder of the file that names it.
class TableFinder {
 public:
  TableFinder(std::filesystem::path top, int settings_file, const Given& given, const DataFolders& folders,
              ProblemList& problems)
      : top_(std::move(top)),
        settings_(settings_file),
        given_(given),
        folders_(folders),
        problems_(problems) {}

  std::filesystem::path find(const std::string& key, const std::string& written) {
    const bool by_default = !given_.places.contains(key);
    const Place place = given_.place(key);
    const bool here = by_default || place.file == settings_;
    const std::filesystem::path source = here ? top_ : std::filesystem::path(problems_.file(place.file));
    const Found found = find_table(source.parent_path(), written, folders_);
    if (!found.reason.empty() && !given_.refused.contains(key)) problems_.add(place, key, found.reason);
    return found.path;
  }

 private:
  std::filesystem::path top_;
  int settings_;
  const Given& given_;
  const DataFolders& folders_;
  ProblemList& problems_;
};

}  // namespace

LoadedScenario load_scenario(const std::filesystem::path& file, std::span<const std::string> settings,
                             const DataFolders& folders) {
  ProblemList problems;
  const std::filesystem::path path = find_scenario(file, folders, problems);
  auto tree = read_extended(path, folders, problems);

  const int settings_file = problems.add_file("--set");
  for (const std::string& setting : settings) {
    auto change = read_setting(setting, settings_file, problems);
    if (tree && change) merge(*tree, std::move(*change), "", problems);
  }
  if (!tree) problems.throw_if_any();

  LoadedScenario loaded;
  loaded.source = path.string();
  Given given;
  Assigner assigner(*tree, "", given, problems);
  loaded.scenario.fields(assigner);
  assigner.finish();
  check_scenario(loaded.scenario, given, problems);

  const WorldParams& world = loaded.scenario.world;
  TableFinder tables(path, settings_file, given, folders, problems);
  loaded.files = {.states = tables.find("world.states", world.states),
                  .cities = tables.find("world.cities", world.cities),
                  .networks = tables.find("world.networks", world.networks),
                  .memberships = tables.find("world.memberships", world.memberships),
                  .counts = tables.find("world.counts", world.counts)};
  problems.throw_if_any();
  return loaded;
}

}  // namespace hansa
