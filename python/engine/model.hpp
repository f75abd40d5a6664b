#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/prepared_scenario.hpp"
#include "python/engine/given_facts.hpp"
#include "python/engine/interruptible.hpp"
#include "scenarios/tables/world_files.hpp"
#include "sim/run.hpp"

namespace hansa::python {

/// Values for parameters: paths, and values as in a scenario file.
using Settings = std::vector<std::pair<std::string, std::string>>;

/// What is given in place of facts: {"power": array, ...}, the same for all realizations; or a function that is called
/// before each of them with its number and returns that. None: nothing.
using Given = py::object;

/// The result of a run, and the scenario that it is of.
struct Run {
  std::shared_ptr<const PreparedScenario> prepared;
  std::shared_ptr<const ResultSet> result;
};

/// A scenario that is read once and run again and again, with other values. Its functions may be called from several
/// threads.
class Model {
 public:
  /// `scenario`: a file or a name in the library. Throws ScenarioError.
  Model(std::string scenario, const Settings& settings, DataFolders folders);

  [[nodiscard]] const PreparedScenario& prepared() const { return *base_; }
  [[nodiscard]] const DataFolders& folders() const { return folders_; }
  [[nodiscard]] const std::string& source() const { return source_; }
  [[nodiscard]] const std::vector<std::string>& settings() const { return settings_; }

  /// All realizations, with all variables of a result.
  [[nodiscard]] Run run(const Settings& settings, const Given& given, std::size_t n_threads,
                        bool with_networks, const Progress& progress) const;

  /// These columns of all realizations alone, in a fraction of the time: (realization, ...) by name.
  [[nodiscard]] py::dict values(const std::vector<std::string>& names, const Settings& settings,
                                const Given& given, std::size_t n_threads) const;

  /// The facts that `given` may replace, as arrays, with the labels of their dimensions.
  [[nodiscard]] py::dict facts() const;

 private:
  /// A scenario and its facts, which point to it.
  struct Setting {
    Scenario scenario;
    Facts facts;
  };

  [[nodiscard]] std::shared_ptr<const PreparedScenario> prepare_with(const Settings& settings) const;
  [[nodiscard]] std::unique_ptr<Setting> take(const Settings& settings) const;
  void put_back(std::unique_ptr<Setting> used) const;

  std::string source_;
  std::vector<std::string> settings_;
  DataFolders folders_;
  std::shared_ptr<const PreparedScenario> base_;
  mutable std::mutex guard_;
  mutable std::vector<std::unique_ptr<Setting>> idle_;  // whose facts are those of base_
};

/// Reads what is given. Throws ScenarioError for arrays of another shape.
[[nodiscard]] GivenFacts read_given(const py::dict& given, const Facts& facts);

}  // namespace hansa::python
