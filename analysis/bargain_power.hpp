#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "scenarios/bargain/bargain_table.hpp"
#include "sim/solvers/voting_power.hpp"

namespace hansa {

/// Who decides under a rule: {rule, shapley: [actor], banzhaf: [actor], swings: [actor]}.
[[nodiscard]] nlohmann::ordered_json bargain_power_json(std::string_view rule, const VotingPower& found);

/// The same as a table in text.
[[nodiscard]] std::string bargain_power_text(std::string_view rule, const BargainTable& table,
                                             const VotingPower& found);

}  // namespace hansa
