#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/input/problem.hpp"
#include "support/text/date.hpp"

namespace hansa {

struct Ratification {
  std::string iso3;
  std::optional<Date> date;  // nullopt: never
};

/// A treaty with the states that signed or joined it, and the threshold that put it into force.
struct ObservedTreaty {
  std::string id, conference;  // conference: its id, if conferences.csv has it
  std::optional<Date> adopted, opened, in_force;
  std::optional<int> min_parties;  // nullopt: the threshold is of another kind, or not known
  double min_emissions = 0;        // share                                                     [0..1]
  std::string emissions_base =
      "all";      // whose emissions count: of the treaty's scenario, or "reported" by the states
  int delay = 0;  // [days]
  std::vector<Ratification> states;
};

/// Treaties with their ratifications, by id. `ratifications` has the columns treaty, iso3, ratified, and may have
/// adopted and in_force, which come from `treaties` otherwise. Every treaty has a date of adoption.
[[nodiscard]] std::vector<ObservedTreaty> read_treaties(const std::filesystem::path& ratifications,
                                                        const std::filesystem::path& treaties,
                                                        ProblemList& problems);

/// The same. Throws ScenarioError with all problems.
[[nodiscard]] std::vector<ObservedTreaty> read_treaties(const std::filesystem::path& ratifications,
                                                        const std::filesystem::path& treaties);

/// The date in years on which a state joined; infinite: never.
[[nodiscard]] double date_of(const Ratification& state);

}  // namespace hansa
