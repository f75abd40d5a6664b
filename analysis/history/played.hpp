#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/prepared_scenario.hpp"
#include "scenarios/tables/tables.hpp"

namespace hansa {

/// A scenario that was run, with what scores ask of it. States are rows of its facts.
class Played {
 public:
  /// Runs a scenario of the library, or of a file. Throws ScenarioError.
  Played(const std::string& scenario, std::span<const std::string> settings, const DataFolders& folders,
         std::size_t n_threads);

  [[nodiscard]] const Facts& facts() const { return prepared_.facts; }
  [[nodiscard]] const std::vector<StateRow>& states() const { return states_; }  // in the order of facts

  /// The row of a conference; throws ScenarioError if the scenario does not have it.
  [[nodiscard]] std::size_t conference(std::string_view name) const;
  [[nodiscard]] int year_of(std::size_t conference) const;
  /// The row of a state; nullopt if the scenario does not know it.
  [[nodiscard]] std::optional<std::size_t> state(std::string_view iso3) const;
  /// The row among the treaties of a conference's treaty.
  [[nodiscard]] std::size_t treaty_of(std::size_t conference) const;

  /// The share of realizations in which a conference adopts a text.                             [0..1]
  [[nodiscard]] double adopted(std::size_t conference) const;
  /// The mean effective depth of the text, where one is adopted; NaN: never.                    [depth]
  [[nodiscard]] double depth(std::size_t conference) const;
  /// The share of realizations in which each state objects at the end of a conference.          [0..1]
  [[nodiscard]] std::vector<double> objecting(std::size_t conference) const;
  /// The mean gain of each state's worst player from the last text, over no agreement.          [gain]
  [[nodiscard]] std::vector<double> gain(std::size_t conference) const;
  /// The positions of states, mean over realizations and years, of which those outside the run count as its nearest.
  /// (state x issue)                                                                             [0..1]
  [[nodiscard]] std::vector<double> positions(int from, int to) const;
  /// The date on which a state joins a treaty, over the realizations that adopt it, ascending; `never` at the end.
  [[nodiscard]] std::vector<double> joining(std::size_t conference, std::size_t state) const;
  /// The date of entry into force, likewise.                                                      [year]
  [[nodiscard]] std::vector<double> in_force(std::size_t conference) const;

  static constexpr double never = std::numeric_limits<double>::infinity();

 private:
  PreparedScenario prepared_;
  std::vector<StateRow> states_;
  std::vector<RunRecord> records_;
};

/// Scenarios that were run, each once.
class Plays {
 public:
  Plays(const DataFolders& folders, std::size_t realizations, std::size_t n_threads)
      : folders_(folders), realizations_(realizations), n_threads_(n_threads) {}

  /// Runs a scenario with settings, unless it was run with the same.
  [[nodiscard]] const Played& of(const std::string& scenario, std::vector<std::string> settings = {});

 private:
  DataFolders folders_;
  std::size_t realizations_, n_threads_;  // realizations: 0: as the scenario says
  std::map<std::vector<std::string>, Played> played_;
};

}  // namespace hansa
