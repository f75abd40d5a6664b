#pragma once

#include <vector>

#include "bargaining/voting/voting_game.hpp"

namespace hansa {

/// Shapley and Shubik's index by the multilinear extension.
struct OwenIntegral {
  std::vector<double> of_members;  // member
  double of_veto = 0;              // of each veto holder
};

/// The integral over t in [0, 1] of the chance that an actor decides if all others join with chance t. The chance is a
/// polynomial in t, which as many Gauss nodes as half the seats integrate exactly but for rounding. For games that do
/// not count heads. Source: Owen 1972.
[[nodiscard]] OwenIntegral integrate_extension(const VotingGame& game);

}  // namespace hansa
