#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "analysis/comparison/comparison.hpp"

namespace hansa {

/// What identifies one arm.
struct ArmIdentity {
  std::string name;
  std::vector<std::string> settings;  // that make it from the scenario
  std::string scenario, scenario_sha256;
  std::string out;  // its folder below that of the comparison
};

/// Members of a JSON object: pairs, seed and arms.
[[nodiscard]] nlohmann::ordered_json arms_json(std::size_t n_pairs, std::uint64_t seed,
                                               std::span<const ArmIdentity> arms);

/// Members of a JSON object: differences, mean_conference, yearly, first_difference_year. NaN is null.
[[nodiscard]] nlohmann::ordered_json comparison_json(const Comparison& comparison);

/// A difference as members of a JSON object: mean, ci95, flipped, n.
[[nodiscard]] nlohmann::ordered_json difference_json(const PairedDifference& difference);

}  // namespace hansa
