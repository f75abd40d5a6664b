#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/tables/conferences.hpp"
#include "scenarios/tables/treaties.hpp"
#include "scenarios/tables/world_files.hpp"

namespace hansa {

/// What happened at a conference, and to the treaty that it made.
struct PastConference {
  ObservedConference conference;
  std::optional<ObservedTreaty> treaty;  // nullopt: none in the tables, or several

  /// Of these states, the share that had joined the treaty by the end of a year; nullopt without a treaty.   [0..1]
  [[nodiscard]] std::optional<double> participation(const std::vector<std::string>& iso3, int year) const;
};

/// The conferences of the shipped tables.
class Past {
 public:
  explicit Past(std::vector<PastConference> conferences) : conferences_(std::move(conferences)) {}

  /// The conference of this name in this year, as a scenario may call it: id, full name, or name in the scenario of the
  /// library that plays it; nullptr if history has none.
  [[nodiscard]] const PastConference* find(std::string_view name, int year) const;

 private:
  std::vector<PastConference> conferences_;
};

/// Reads conferences.csv, treaties.csv and history/ratifications.csv. Throws ScenarioError with all problems of a table.
[[nodiscard]] Past read_past(const DataFolders& folders);

/// Whether what most realizations agree differs from what happened: a text or none, and its form. A conference that ended
/// `partial` counts as without a text; nullopt for one at which nothing of note was asked. `form` is the most frequent
/// of the texts adopted, `adopted` the share of realizations that adopt one.
[[nodiscard]] std::optional<bool> differs_from(const PastConference& past, double adopted,
                                               const std::optional<std::string>& form);

}  // namespace hansa
