#include "python/engine/model.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "agents/build.hpp"
#include "analysis/results/result_layout.hpp"
#include "analysis/results/run_variables.hpp"
#include "hansa_version.hpp"
#include "python/engine/arrays.hpp"
#include "scenarios/load/reassign.hpp"
#include "scenarios/print/print.hpp"
#include "support/files/sha256.hpp"
#include "support/input/suggest.hpp"
#include "support/numbers/parallel.hpp"
#include "support/numbers/reals.hpp"

namespace hansa::python {
namespace {

std::vector<std::string> as_words(const Settings& settings) {
  std::vector<std::string> words;
  for (const auto& [path, value] : settings) words.push_back(path + "=" + value);
  return words;
}

/// Whether YAML has no other reading of this text than the text: numbers and single words.
bool is_plain(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || text.size() > 64) return false;
  const std::size_t first = text.size() > 1 && text[0] == '-' && is_digit(text[1]) ? 1 : 0;
  if (!is_digit(text[first]) && !is_letter(text[first])) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) {
                       return is_digit(c) || is_letter(c) || c == '.' || c == '+' || c == '-' || c == '_';
                     }) &&
         text != "null" && text != "Null" && text != "NULL";
}

/// The values as nodes of a tree; nullopt if one is not a single YAML value, which reading will report.
std::optional<std::vector<Node>> nodes_of(const Settings& settings) {
  std::vector<Node> nodes;
  for (const auto& [path, value] : settings) {
    if (is_plain(value)) {
      nodes.push_back({.kind = Node::Kind::Text, .text = value});
      continue;
    }
    ProblemList problems;
    const int file = problems.add_file("settings");
    std::optional<Node> tree = read_yaml("value: " + value, file, problems);
    const Entry* entry = tree && tree->kind == Node::Kind::Map ? tree->find("value") : nullptr;
    if (!problems.empty() || entry == nullptr) return std::nullopt;
    nodes.push_back(entry->value);
  }
  return nodes;
}

/// The scenario with these values, without reading it again; nullopt if it must be read.
std::optional<Scenario> reassigned(const LoadedScenario& loaded, const Settings& settings) {
  const std::optional<std::vector<Node>> nodes = nodes_of(settings);
  if (!nodes) return std::nullopt;
  std::vector<Reassigned> values;
  for (std::size_t k = 0; k < settings.size(); ++k) values.push_back({settings[k].first, &(*nodes)[k]});
  return reassign(loaded, values);
}

bool shape_facts(const Settings& settings) {
  return std::any_of(settings.begin(), settings.end(),
                     [](const auto& one) { return shapes_facts(one.first); });
}

bool is_function(const Given& given) { return PyCallable_Check(given.ptr()) != 0; }

/// The facts with what is given in their place, if that is the same for all realizations.
std::optional<Facts> facts_with(const Facts& facts, const Given& given) {
  if (given.is_none() || is_function(given)) return std::nullopt;
  return with_given(facts, read_given(given.cast<py::dict>(), facts));
}

/// All realizations, each under the facts that a function gives.
std::vector<RunRecord> play_each(const Facts& facts, const Given& given, std::size_t n_threads,
                                 const Watch& watch) {
  const auto given_in = [&](std::size_t realization) {
    const py::gil_scoped_acquire held;
    return read_given(given(realization).cast<py::dict>(), facts);
  };
  const auto n = static_cast<std::size_t>(facts.scenario->realizations);
  std::vector<RunRecord> records(n);
  std::atomic<std::size_t> n_done{0};
  for_each_index(n, n_threads, [&](std::size_t k) {
    if (watch.stop != nullptr && watch.stop->load()) return;
    const Facts mine = with_given(facts, given_in(k));
    records[k] = run_realization(mine, facts.scenario->seed, static_cast<std::uint32_t>(k));
    const std::size_t so_far = ++n_done;
    if (watch.progress) watch.progress(so_far);
  });
  records.resize(n_done == n ? n : 0);
  return records;
}

/// One column of all realizations.
template <class T>
py::object gather(const std::vector<RunRecord>& records, std::vector<T> RunRecord::*column,
                  std::vector<std::size_t> shape) {
  std::vector<T> values;
  std::size_t n = 1;
  for (const std::size_t size : shape) n *= size;
  values.reserve(n);
  for (const RunRecord& record : records)
    values.insert(values.end(), (record.*column).begin(), (record.*column).end());
  return array_of(std::move(values), shape);
}

void refuse_unknown(const std::vector<std::string>& names) {
  std::vector<std::string_view> known;
  RunRecord::columns([&](auto, const ColumnInfo& info) { known.push_back(info.name); });
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw ScenarioError(
          {{.file = "names", .key = name, .message = "is no variable of a run" + suggest(name, known)}});
  }
}

}  // namespace

Model::Model(std::string scenario, const Settings& settings, DataFolders folders)
    : source_(std::move(scenario)),
      settings_(as_words(settings)),
      folders_(std::move(folders)),
      base_(std::make_shared<const PreparedScenario>(prepare(source_, settings_, folders_))) {}

std::shared_ptr<const PreparedScenario> Model::prepare_with(const Settings& settings) const {
  if (settings.empty()) return base_;
  if (!shape_facts(settings)) {
    if (std::optional<Scenario> scenario = reassigned(*base_->loaded, settings)) {
      auto loaded = std::make_shared<LoadedScenario>(*base_->loaded);
      loaded->scenario = *std::move(scenario);
      auto changed = std::make_shared<PreparedScenario>(
          PreparedScenario{.loaded = loaded,
                           .facts = with_scenario(base_->facts, loaded->scenario),
                           .text = print_scenario(loaded->scenario),
                           .sha256 = {},
                           .notes = base_->notes});
      changed->sha256 = sha256_hex(changed->text);
      return changed;
    }
  }
  std::vector<std::string> words = settings_;
  for (std::string& word : as_words(settings)) words.push_back(std::move(word));
  return std::make_shared<const PreparedScenario>(prepare(source_, words, folders_));
}

Run Model::run(const Settings& settings, const Given& given, std::size_t n_threads, bool with_networks,
               const Progress& progress) const {
  if (!given.is_none() && with_networks)
    throw ScenarioError(
        {{.file = "given", .key = "networks", .message = "cannot be recorded with given facts"}});
  Run run;
  run.prepared = interruptible({}, [&](const Watch&) { return prepare_with(settings); });
  const std::optional<Facts> changed = facts_with(run.prepared->facts, given);
  run.result = interruptible(progress, [&](const Watch& watch) -> std::shared_ptr<const ResultSet> {
    if (given.is_none()) {
      FinishedRun finished =
          hansa::run(*run.prepared, n_threads, watch, with_networks ? Detail::Networks : Detail::Usual);
      if (!finished.result) return nullptr;
      return std::make_shared<const ResultSet>(*std::move(finished.result));
    }
    const Facts& facts = changed ? *changed : run.prepared->facts;
    const std::vector<RunRecord> records =
        changed ? run_ensemble(facts, n_threads, watch) : play_each(facts, given, n_threads, watch);
    if (records.empty()) return nullptr;
    return std::make_shared<const ResultSet>(lay_out(
        facts, records,
        {.text = run.prepared->text, .sha256 = run.prepared->sha256, .version = std::string(version)}));
  });
  return run;
}

std::unique_ptr<Model::Setting> Model::take(const Settings& settings) const {
  std::optional<Scenario> scenario = settings.empty()        ? std::optional(base_->scenario())
                                     : shape_facts(settings) ? std::nullopt
                                                             : reassigned(*base_->loaded, settings);
  if (!scenario) return nullptr;
  std::unique_ptr<Setting> setting;
  {
    const std::lock_guard lock(guard_);
    if (!idle_.empty()) {
      setting = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (setting == nullptr) {
    setting = std::make_unique<Setting>(Setting{*std::move(scenario), base_->facts});
    turn_to(setting->scenario, setting->facts);
    return setting;
  }
  Scenario before = std::exchange(setting->scenario, *std::move(scenario));
  // rows of conferences are where they were, in the vector that moved to `before`
  setting->facts.scenario = &before;
  turn_to(setting->scenario, setting->facts);
  return setting;
}

void Model::put_back(std::unique_ptr<Setting> used) const {
  const std::lock_guard lock(guard_);
  idle_.push_back(std::move(used));
}

py::dict Model::values(const std::vector<std::string>& names, const Settings& settings, const Given& given,
                       std::size_t n_threads) const {
  refuse_unknown(names);
  std::unique_ptr<Setting> setting = take(settings);
  std::shared_ptr<const PreparedScenario> read;
  if (setting == nullptr) read = prepare_with(settings);
  const Facts& known = setting != nullptr ? setting->facts : read->facts;
  const std::optional<Facts> changed = facts_with(known, given);
  const Facts& facts = changed ? *changed : known;
  const bool is_fixed = given.is_none() || changed;
  const auto play = [&](const Watch& watch) {
    return is_fixed ? run_ensemble(facts, n_threads, watch) : play_each(facts, given, n_threads, watch);
  };
  const std::vector<RunRecord> records =
      is_fixed && n_threads == 1 ? interruptible_here(play) : interruptible({}, play);
  py::dict found;
  RunRecord::columns([&](auto column, const ColumnInfo& info) {
    if (std::find(names.begin(), names.end(), info.name) == names.end()) return;
    std::vector<std::size_t> shape = {records.size()};
    for (const Axis axis : info.axes) shape.push_back(dimension_of(axis, *facts.scenario, facts.iso3).size());
    found[py::str(std::string(info.name))] = gather(records, column, shape);
  });
  if (setting != nullptr) put_back(std::move(setting));
  return found;
}

py::dict Model::facts() const {
  const Facts& facts = base_->facts;
  std::vector<double> position, salience, power;
  std::vector<int> years;
  for (std::size_t y = 0; y < facts.years.size(); ++y) {
    const YearFacts& now = facts.years[y];
    years.push_back(facts.first_year + static_cast<int>(y));
    for (const double value : now.logit) position.push_back(logistic(value));
    salience.insert(salience.end(), now.salience.begin(), now.salience.end());
    power.insert(power.end(), now.power.begin(), now.power.end());
  }
  std::vector<std::string> networks, member_network;
  std::vector<std::int64_t> member_city;
  std::vector<int> since;
  std::vector<bool> observed;
  for (const KnownNetwork& network : facts.networks) {
    networks.push_back(network.id);
    for (const KnownNetwork::Member& member : network.members) {
      member_network.push_back(network.id);
      member_city.push_back(facts.city_id[index(member.city)]);
      since.push_back(member.since);
      observed.push_back(member.observed);
    }
  }
  const std::size_t n = years.size();
  return py::dict(
      py::arg("year") = years, py::arg("state") = facts.iso3, py::arg("issue") = facts.issue_name,
      py::arg("city") = facts.city_id, py::arg("city_name") = facts.city_name, py::arg("network") = networks,
      py::arg("position") = array_of(std::move(position), {n, facts.n_states, facts.n_issues}),
      py::arg("salience") = array_of(std::move(salience), {n, facts.n_states, facts.n_issues}),
      py::arg("power") = array_of(std::move(power), {n, facts.n_states}),
      py::arg("members") = py::dict(py::arg("network") = member_network, py::arg("city") = member_city,
                                    py::arg("since") = since, py::arg("observed") = observed));
}

GivenFacts read_given(const py::dict& given, const Facts& facts) {
  using Numbers = py::array_t<double, py::array::c_style | py::array::forcecast>;
  GivenFacts found;
  const auto numbers = [&](const py::handle& value, std::vector<std::size_t> shape, const std::string& name) {
    const auto array = Numbers::ensure(value);
    std::vector<std::size_t> has;
    for (py::ssize_t k = 0; array && k < array.ndim(); ++k)
      has.push_back(static_cast<std::size_t>(array.shape(k)));
    PyErr_Clear();
    if (has != shape)
      throw ScenarioError({{.file = "given",
                            .key = name,
                            .message = fmt::format(
                                "must be an array of {}, got {}", fmt::join(shape, " x "),
                                has.empty() ? "something else" : fmt::format("{}", fmt::join(has, " x ")))}});
    return std::vector<double>(array.data(), array.data() + array.size());
  };
  const std::size_t n = facts.years.size();
  const std::vector<std::size_t> by_issue = {n, facts.n_states, facts.n_issues},
                                 by_state = {n, facts.n_states};
  for (const auto& [key, value] : given) {
    const std::string name = py::str(key);
    if (name == "position") {
      found.position = numbers(value, by_issue, name);
    } else if (name == "salience") {
      found.salience = numbers(value, by_issue, name);
    } else if (name == "power") {
      found.power = numbers(value, by_state, name);
    } else if (name == "members") {
      found.members.emplace();
      for (const auto& row : value) {
        const auto [network, city, since, observed] =
            row.cast<std::tuple<std::string, std::int64_t, int, bool>>();
        const auto known = std::find_if(facts.networks.begin(), facts.networks.end(),
                                        [&id = network](const KnownNetwork& one) { return one.id == id; });
        const auto place = std::lower_bound(facts.city_id.begin(), facts.city_id.end(), city);
        if (known == facts.networks.end())
          throw ScenarioError(
              {{.file = "given", .key = "members", .message = "no network " + in_quotes(network)}});
        if (place == facts.city_id.end() || *place != city)
          throw ScenarioError(
              {{.file = "given", .key = "members", .message = fmt::format("no city {}", city)}});
        found.members->push_back({.network = static_cast<std::size_t>(known - facts.networks.begin()),
                                  .city = static_cast<std::size_t>(place - facts.city_id.begin()),
                                  .since = since,
                                  .observed = observed});
      }
    } else {
      const std::vector<std::string_view> known = {"position", "salience", "power", "members"};
      throw ScenarioError(
          {{.file = "given", .key = name, .message = "cannot be given" + suggest(name, known)}});
    }
  }
  return found;
}

}  // namespace hansa::python
