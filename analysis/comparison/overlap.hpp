#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "scenarios/parameters/scenario.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// A conference that two scenarios hold in different years.
struct MovedConference {
  std::string name;
  int full, other;  // year
};

/// What two scenarios have in common.
struct Overlap {
  YearsParams full, other;  // as the scenarios say
  std::vector<std::string> only_in_full,
      only_in_other;                   // conferences without a counterpart in the years of both
  std::vector<MovedConference> moved;  // in the years of both

  [[nodiscard]] YearsParams years() const;  // of both; from > to: none
};

[[nodiscard]] Overlap overlap_of(const Scenario& full, const Scenario& other);

/// A line for each way in which the scenarios do not match; empty if they do. `name` is the other arm's.
[[nodiscard]] Text overlap_text(const Overlap& overlap, std::string_view name);

/// A JSON object: years, full_years, other_years, only_in_full, only_in_other, moved.
[[nodiscard]] nlohmann::ordered_json overlap_json(const Overlap& overlap);

}  // namespace hansa
