#include "sweeps/design/load_sweep.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include <fmt/format.h>

#include "scenarios/load/extends.hpp"
#include "scenarios/load/paths.hpp"
#include "scenarios/load/start_from.hpp"
#include "support/input/suggest.hpp"
#include "sweeps/design/sweep_reader.hpp"
#include "sweeps/samples/designs.hpp"
#include "sweeps/samples/sobol_design.hpp"

namespace hansa {
namespace {

constexpr double most_points = 1e6;
constexpr double most_coordinates = 2e7;
constexpr std::size_t most_parameters = 200;

/// The scenario of a sweep: a file, a name in the library or a map in the sweep itself.
std::optional<ScenarioTree> read_named_scenario(const Node* node, const std::filesystem::path& file,
                                                const DataFolders& folders, const Given& given,
                                                ProblemList& problems) {
  if (node == nullptr) {
    problems.add(given.place(""), "scenario", "must be given");
    return std::nullopt;
  }
  if (node->kind == Node::Kind::Map) return ScenarioTree{*node, file};
  if (!is_text(*node, "a file or the name of a library scenario", "scenario", problems)) return std::nullopt;
  const Found found = is_library_name(node->text) ? find_in_library(node->text, folders)
                                                  : find_below(file.parent_path(), node->text);
  if (!found.reason.empty()) {
    problems.add(node->place, "scenario", found.reason);
    return std::nullopt;
  }
  auto tree = read_extended(found.path, folders, problems);
  if (!tree) return std::nullopt;
  return ScenarioTree{std::move(*tree), found.path};
}

/// Designs whose points are drawn, as many as `samples` say.
constexpr By<Design, bool> drawn = {false, true, true, true, false};

/// Sets the number of design points, and the coordinates of drawn points.
void lay_out_points(Sweep& sweep, const Given& given, ProblemList& problems) {
  const auto n_samples = static_cast<std::size_t>(sweep.samples);
  const std::size_t n_dims = sweep.parameters.size();
  double n_points = 1;
  switch (sweep.design) {
    case Design::Grid:
      for (const SweepParameter& parameter : sweep.parameters)
        n_points *= static_cast<double>(parameter.values.size());
      break;
    case Design::List:
      n_points = static_cast<double>(sweep.n_points);
      break;
    case Design::Lhs:
      n_points = sweep.samples;
      break;
    case Design::Sobol:
      n_points = sweep.samples * (static_cast<double>(n_dims) + 2);
      break;
    case Design::Morris:
      n_points = sweep.samples * (static_cast<double>(n_dims) + 1);
      break;
  }
  if (n_dims > most_parameters)
    problems.add(given.place("parameters"), "parameters",
                 fmt::format("at most {} can be swept", most_parameters));
  if (n_points > most_points)
    problems.add(
        given.place("design"), "design",
        fmt::format("gives {:.10g} design points; at most {:.0f} are possible", n_points, most_points));
  if ((drawn[sweep.design] || !sweep.table.empty()) && n_points <= most_points &&
      n_points * static_cast<double>(n_dims) > most_coordinates)
    problems.add(given.place(drawn[sweep.design] ? "samples" : "points"),
                 drawn[sweep.design] ? "samples" : "points",
                 fmt::format("give {:.0f} design points of {} parameters; at most {:.0f} values are possible",
                             n_points, n_dims, most_coordinates));
  if (!problems.empty()) return;
  sweep.n_points = static_cast<std::size_t>(n_points);
  switch (sweep.design) {
    case Design::Grid:
    case Design::List:
      break;
    case Design::Lhs:
      sweep.coordinates =
          latin_hypercube(n_samples, n_dims, sweep.seed, static_cast<std::size_t>(sweep.doubled_from));
      break;
    case Design::Sobol:
      sweep.coordinates = saltelli(n_samples, n_dims, sweep.seed);
      break;
    case Design::Morris:
      sweep.coordinates = morris_trajectories(n_samples, n_dims, sweep.seed);
      break;
  }
}

/// Runs are numbered by 32-bit integers in merged files.
void check_runs(const Sweep& sweep, const Given& given, ProblemList& problems) {
  constexpr double most_runs = std::numeric_limits<std::int32_t>::max();
  const double n_runs = static_cast<double>(sweep.n_points) * static_cast<double>(sweep.arms.size()) *
                        static_cast<double>(sweep.realizations);
  if (n_runs > most_runs)
    problems.add(given.place("realizations"), "realizations",
                 fmt::format("give {:.0f} runs; at most {:.0f} are possible", n_runs, most_runs));
}

void check_samples(const Sweep& sweep, const Given& given, ProblemList& problems) {
  const bool is_given = given.places.contains("samples");
  if (given.refused.contains("samples") || given.refused.contains("design")) return;
  const std::string design = "the design " + std::string(name_of(sweep.design));
  if (drawn[sweep.design] && !is_given)
    problems.add(given.place("design"), "samples", "must be given for " + design);
  if (!drawn[sweep.design] && is_given)
    problems.add(given.place("samples"), "samples", design + " takes none");
  const unsigned from = static_cast<unsigned>(sweep.doubled_from), of = static_cast<unsigned>(sweep.samples);
  if (from > 0 && sweep.design != Design::Lhs)
    problems.add(given.place("doubled_from"), "doubled_from", design + " takes none; it is for lhs");
  else if (from > 0 && is_given && (of <= from || of % from != 0 || !std::has_single_bit(of / from)))
    problems.add(given.place("doubled_from"), "doubled_from",
                 fmt::format("samples must be this times 2, 4, 8, ..., got {}; the next is {}", of,
                             from * std::max(2U, std::bit_ceil((of + from - 1) / from))));
  constexpr unsigned least = 2 * n_sobol_replicates;
  const auto n = static_cast<unsigned>(sweep.samples);
  if (sweep.design == Design::Sobol && is_given && (!std::has_single_bit(n) || n < least))
    problems.add(
        given.place("samples"), "samples",
        fmt::format("must be a power of two from {} on for {}, whose {} scrambled replicates share them "
                    "equally; got {}; the next is {}",
                    least, design, n_sobol_replicates, sweep.samples, std::max(least, std::bit_ceil(n))));
}

/// A resolved sweep says what made it: the version of the program, and a digest of each table. It is compared as text.
void check_made_with(const Node& made_with, ProblemList& problems) {
  constexpr auto known = std::to_array<std::string_view>(
      {"hansa", "states", "cities", "networks", "memberships", "accreditations", "counts", "treaties",
       "ratifications", "issues", "un_votes", "veto_players"});
  if (made_with.kind == Node::Kind::Nothing) return;
  if (made_with.kind != Node::Kind::Map)
    return problems.add(made_with.place, "made_with",
                        "expected `hansa` with a version, and digests of tables");
  for (const Entry& entry : made_with.entries) {
    const std::string key = "made_with." + entry.key;
    const std::string& value = entry.value.text;
    const bool is_digest =
        value.size() == 64 && value.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (std::find(known.begin(), known.end(), entry.key) == known.end())
      problems.add(entry.place, key, "unknown key" + suggest(entry.key, known));
    else if (entry.value.kind != Node::Kind::Text || (entry.key != "hansa" && !is_digest))
      problems.add(entry.value.place, key,
                   entry.key == "hansa" ? "expected a version" : "expected a SHA-256, 64 hexadecimal digits");
  }
}

/// Reads a sweep from the map of its file. `points_folder`: the folder in which a file of points is.
Sweep read_sweep(const std::optional<Node>& map, const std::filesystem::path& path,
                 const std::filesystem::path& points_folder, const DataFolders& folders,
                 ProblemList& problems) {
  if (map && !is_sweep(*map))
    problems.add(map->place, "file",
                 "is not a sweep: it has neither design nor scenario; hansa run takes a scenario");
  problems.throw_if_any();

  Given given;
  SweepKeys keys;
  Assigner assigner(*map, "", given, problems);
  keys.fields(assigner);
  const Node* scenario = assigner.take_node("scenario");
  const Node* set = assigner.take_node("set");
  const Node* parameters = assigner.take_node("parameters");
  const Node* points = assigner.take_node("points");
  const Node* arms = assigner.take_node("arms");
  if (assigner.take_node("extends") != nullptr)
    problems.add(map->find("extends")->place, "extends",
                 "a sweep extends no other file; name the scenario that it varies by `scenario`, and what is "
                 "to change in it by `set`");
  const Node* made_with = assigner.take_node("made_with");
  assigner.finish();
  if (made_with != nullptr) check_made_with(*made_with, problems);
  if (keys.name.empty() && given.places.contains("name") && !given.refused.contains("name"))
    problems.add(map->find("name")->value.place, "name", "must not be empty");

  Sweep sweep;
  sweep.name = keys.name;
  sweep.title = keys.title;
  sweep.design = keys.design;
  sweep.samples = keys.samples;
  sweep.doubled_from = keys.doubled_from;
  sweep.shard_runs = keys.shard_runs;
  auto tree = read_named_scenario(scenario, path, folders, given, problems);
  if (tree) find_start(tree->tree, tree->path, -1, folders, problems);
  ProblemList trial = problems.cleared();
  if (tree) {
    sweep.tree = std::move(*tree);
    sweep.reference = resolve_scenario(sweep.tree, -1, folders, trial);
    problems.add_new(trial);
  }
  SweepReader reader(sweep, given, problems, tree && trial.empty());
  reader.read_set(set);
  if (set != nullptr && tree && trial.empty()) {
    ProblemList found = problems.cleared();
    sweep.reference = resolve_scenario(sweep.tree, -1, folders, found);
    if (!found.empty()) reader.stop_checking_values();
    problems.add_new(found);
  }
  if (!given.refused.contains("design")) {
    const bool is_list = sweep.design == Design::List;
    is_list ? reader.read_points(points, points_folder) : reader.read_parameters(parameters);
    if (is_list && parameters != nullptr)
      problems.add(given.place("parameters"), "parameters", "the design list takes points instead");
    if (!is_list && points != nullptr)
      problems.add(given.place("points"), "points", "are for the design list; this one takes parameters");
  }
  reader.read_arms(arms);
  check_samples(sweep, given, problems);
  if (tree && trial.empty()) {
    sweep.seed = given.places.contains("seed") ? keys.seed : sweep.reference.scenario.seed;
    sweep.realizations =
        given.places.contains("realizations") ? keys.realizations : sweep.reference.scenario.realizations;
  }
  lay_out_points(sweep, given, problems);
  check_runs(sweep, given, problems);
  problems.throw_if_any();
  sweep.files = problems;
  return sweep;
}

}  // namespace

Sweep load_sweep(const std::filesystem::path& file, const DataFolders& folders) {
  ProblemList problems;
  const std::filesystem::path path = find_input(file, folders, problems);
  const auto map = read_map_file(path, problems.add_file(path.string()), problems);
  return read_sweep(map, path, path.parent_path(), folders, problems);
}

Sweep read_sweep_text(const std::string& text, const std::filesystem::path& shown_as,
                      const std::filesystem::path& points_folder, const DataFolders& folders) {
  ProblemList problems;
  std::optional<Node> map = read_yaml(text, problems.add_file(shown_as.string()), problems);
  if (map && map->kind != Node::Kind::Map) problems.add(map->place, "file", "must be a map");
  return read_sweep(map, shown_as, points_folder, folders, problems);
}

}  // namespace hansa
