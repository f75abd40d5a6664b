#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/tables/bargain_table.hpp"
#include "bargaining/voting/baron_ferejohn.hpp"
#include "bargaining/voting/voting_power.hpp"
#include "bargaining/voting/win_set.hpp"

namespace hansa {

/// What a decision rule alone says of a table, without a forecast.
struct WhoDecides {
  std::string rule;  // as it was written
  VotingPower power;
  std::vector<Stretch> cores;                    // issue, on its scale; empty where low > high
  std::vector<std::optional<Stretch>> win_sets;  // issue; none without a reference
  std::optional<PlaneWinSet> plane;              // of a table of two issues with references, on scales of 1
  std::vector<std::size_t> in_plane_core;        // actors whose positions on two issues are in the core
  std::optional<PieShares> pie;                  // where all members are alike
  double patience = 1;
};

[[nodiscard]] WhoDecides who_decides(std::string_view rule_as_written, const BargainTable& table,
                                     const DecisionRule& rule, double patience);

}  // namespace hansa
