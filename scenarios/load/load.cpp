#include "scenarios/load/load.hpp"

#include <utility>

#include "scenarios/load/check.hpp"
#include "scenarios/load/extends.hpp"
#include "scenarios/load/issue_table.hpp"
#include "scenarios/load/paths.hpp"
#include "scenarios/load/start_from.hpp"
#include "scenarios/parameters/scenario_fields.hpp"
#include "scenarios/trees/overlay.hpp"

namespace hansa {
namespace {

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
    if (is_none(key, written)) return find_table("", shipped_none(key), folders_).path;
    const Place place = given_.place(key);
    const bool is_setting = !by_default && place.file == settings_;
    const std::filesystem::path source =
        by_default || is_setting ? top_ : std::filesystem::path(problems_.file(place.file));
    const Found found = (is_setting ? find_given_table : find_table)(source.parent_path(), written, folders_);
    if (!found.reason.empty() && !given_.refused.contains(key)) problems_.add(place, key, found.reason);
    return found.path;
  }

  /// Whether a table is said to be absent. Without states and issues there is no world.
  static bool is_none(std::string_view key, std::string_view written) {
    return written == "none" && key != "world.states" && key != "world.issues";
  }

  /// Refuses a table about the rows of another one that is absent.
  void expect_none_too(const std::string& absent, const std::string& written, const std::string& about,
                       const std::string& about_written) {
    if (is_none(absent, written) && !is_none(about, about_written))
      problems_.add(given_.place(absent), absent, "none, so " + about + " must be none too");
  }

 private:
  /// A header without rows, of the shipped tables.
  static std::string shipped_none(std::string_view key) {
    return "data/none/" + std::string(key.substr(key.find('.') + 1)) + ".csv";
  }

  std::filesystem::path top_;
  int settings_;
  const Given& given_;
  const DataFolders& folders_;
  ProblemList& problems_;
};

/// The value at world.issues; nullptr if the tree does not give it.
const Node* find_issues_key(const Node& tree) {
  const Entry* world = tree.find("world");
  if (world == nullptr || world->value.kind != Node::Kind::Map) return nullptr;
  const Entry* issues = world->value.find("issues");
  return issues == nullptr ? nullptr : &issues->value;
}

/// The issues of the table that a tree names, read first, since they are defaults. Empty if there is no such
/// table, which is reported with the other tables.
std::vector<IssueParams> read_known_issues(const ScenarioTree& tree, int settings_file,
                                           const DataFolders& folders, ProblemList& problems) {
  const std::string key = "world.issues";
  Given given;
  given.places.emplace("", tree.tree.place);
  std::string written = WorldParams{}.issues;
  if (const Node* named = find_issues_key(tree.tree)) {
    if (named->kind != Node::Kind::Text) return {};
    given.places.emplace(key, named->place);
    written = named->text;
  }
  ProblemList reported_later = problems.cleared();
  TableFinder tables(tree.path, settings_file, given, folders, reported_later);
  const std::filesystem::path path = tables.find(key, written);
  return reported_later.empty() ? read_issues(path, problems) : std::vector<IssueParams>{};
}

}  // namespace

std::filesystem::path find_input(const std::filesystem::path& file, const DataFolders& folders,
                                 ProblemList& problems) {
  if (!is_library_name(file.string())) return file;
  Found found = find_in_library(file.string(), folders);
  if (!found.reason.empty()) {
    const int number = problems.add_file(file.string());
    problems.add({number, 1, 1}, "file",
                 found.reason + (found.reason.ends_with('?') ? " A" : "; a") +
                     " file is given as ./NAME or NAME.yaml");
    problems.throw_if_any();
  }
  return found.path;
}

bool is_sweep(const Node& map) { return map.find("design") != nullptr || map.find("scenario") != nullptr; }

bool is_sweep(const std::filesystem::path& file, const DataFolders& folders) {
  try {
    ProblemList ignored;
    const std::filesystem::path path = find_input(file, folders, ignored);
    const auto tree = read_map_file(path, ignored.add_file(path.string()), ignored);
    return tree && is_sweep(*tree);
  } catch (const ScenarioError&) {
    return false;
  }
}

FileTitle read_title(const std::filesystem::path& file, const DataFolders& folders) {
  ProblemList problems;
  const std::filesystem::path path = find_input(file, folders, problems);
  auto tree = read_map_file(path, problems.add_file(path.string()), problems);
  const bool sweep = tree && is_sweep(*tree);
  if (tree && !sweep && tree->find("title") == nullptr) tree = read_extended(path, folders, problems);
  problems.throw_if_any();
  const Entry* title = tree->find("title");
  return {title != nullptr && title->value.kind == Node::Kind::Text ? title->value.text : "", sweep};
}

std::optional<ScenarioTree> read_scenario_tree(const std::filesystem::path& file, const DataFolders& folders,
                                               ProblemList& problems) {
  const std::filesystem::path path = find_input(file, folders, problems);
  auto tree = read_extended(path, folders, problems);
  if (!tree) return std::nullopt;
  return ScenarioTree{std::move(*tree), path};
}

Scenario read_scenario(const Node& tree, const std::vector<IssueParams>& known_issues, Given& given,
                       ProblemList& problems) {
  Scenario scenario;
  scenario.preferences = known_issues;
  Assigner assigner(tree, "", given, problems);
  scenario.fields(assigner);
  const Node* start = assigner.take_node("start_from");
  assigner.finish();
  if (start != nullptr) scenario.start = read_start(*start, known_issues, given, problems);
  check_scenario(scenario, known_issues, given, problems);
  check_start(scenario, given, problems);
  return scenario;
}

LoadedScenario resolve_scenario(const ScenarioTree& tree, int settings_file, const DataFolders& folders,
                                ProblemList& problems) {
  LoadedScenario loaded;
  loaded.source = tree.path.string();
  Given given;
  loaded.known_issues = read_known_issues(tree, settings_file, folders, problems);
  loaded.scenario = read_scenario(tree.tree, loaded.known_issues, given, problems);
  const WorldParams& world = loaded.scenario.world;
  TableFinder tables(tree.path, settings_file, given, folders, problems);
  loaded.files = {.states = tables.find("world.states", world.states),
                  .cities = tables.find("world.cities", world.cities),
                  .networks = tables.find("world.networks", world.networks),
                  .memberships = tables.find("world.memberships", world.memberships),
                  .accreditations = tables.find("world.accreditations", world.accreditations),
                  .counts = tables.find("world.counts", world.counts),
                  .treaties = tables.find("world.treaties", world.treaties),
                  .ratifications = tables.find("world.ratifications", world.ratifications),
                  .issues = tables.find("world.issues", world.issues),
                  .un_votes = tables.find("world.un_votes", world.un_votes),
                  .veto_players = tables.find("world.veto_players", world.veto_players)};
  tables.expect_none_too("world.cities", world.cities, "world.memberships", world.memberships);
  tables.expect_none_too("world.networks", world.networks, "world.memberships", world.memberships);
  tables.expect_none_too("world.networks", world.networks, "world.accreditations", world.accreditations);
  tables.expect_none_too("world.treaties", world.treaties, "world.ratifications", world.ratifications);
  loaded.given = std::move(given);
  loaded.files_read = problems.cleared();
  return loaded;
}

LoadedScenario load_scenario(const std::filesystem::path& file, std::span<const std::string> settings,
                             const DataFolders& folders) {
  ProblemList problems;
  auto tree = read_scenario_tree(file, folders, problems);
  const int settings_file = problems.add_file("--set");
  for (const std::string& setting : settings) {
    auto change = read_setting(setting, settings_file, problems);
    if (tree && change) merge(tree->tree, std::move(*change), "", problems);
  }
  if (!tree) problems.throw_if_any();
  find_start(tree->tree, tree->path, settings_file, folders, problems);
  LoadedScenario loaded = resolve_scenario(*tree, settings_file, folders, problems);
  problems.throw_if_any();
  return loaded;
}

}  // namespace hansa
