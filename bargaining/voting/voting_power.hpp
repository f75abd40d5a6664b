#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bargaining/voting/voters.hpp"
#include "scenarios/parameters/decision_rule.hpp"

namespace hansa {

/// How often each actor decides. A coalition swings on a member if it wins, and would not without it; it is minimal if it
/// swings on all its members. Indices are empty if they were left out.
struct VotingPower {
  std::vector<std::string> swings;       // coalitions that swing on the actor, in full          [count]
  std::vector<double> shapley;           // share of all orders of joining in which it decides; sums to 1
  std::vector<double> banzhaf;           // share of all swings; sums to 1
  std::vector<double> absolute_banzhaf;  // share of the others' coalitions on which it decides
  std::vector<double> coleman_prevent;   // share of the winning coalitions that it can break
  std::vector<double> coleman_initiate;  // share of the losing coalitions that win with it
  std::vector<double> johnston;          // swings, each shared among the members that it swings on; sums to 1
  std::vector<double> deegan_packel;     // minimal coalitions, each shared among its members; sums to 1
  std::vector<double> holler;            // share of all memberships of minimal coalitions; sums to 1
  double collectivity = 0;  // share of all coalitions that win: Coleman's power of a collectivity to act
  std::vector<std::string> left_out;  // a sentence for what is left out, and why
};

/// An index with its word in tables and its title.
struct PowerIndex {
  std::string_view word, title;
  std::vector<double> VotingPower::*of;
};
inline constexpr auto power_indices = std::to_array<PowerIndex>({
    {"shapley", "Shapley-Shubik", &VotingPower::shapley},
    {"banzhaf", "Banzhaf", &VotingPower::banzhaf},
    {"absolute_banzhaf", "absolute Banzhaf", &VotingPower::absolute_banzhaf},
    {"coleman_prevent", "Coleman prevent", &VotingPower::coleman_prevent},
    {"coleman_initiate", "Coleman initiate", &VotingPower::coleman_initiate},
    {"johnston", "Johnston", &VotingPower::johnston},
    {"deegan_packel", "Deegan-Packel", &VotingPower::deegan_packel},
    {"holler", "Holler", &VotingPower::holler},
});

/// Power under a rule. All coalitions are counted exactly, in whole numbers; the indices are these over one another, to
/// the last digits of a double. Where a table of coalitions by heads has no room but one without heads has, Shapley
/// and Shubik's index is the integral of the multilinear extension by as many Gauss nodes as make it exact but for
/// rounding, about 1e-9. Actors without a seat, and all actors if no coalition wins, have 0.
/// Sources: Shapley & Shubik 1954; Owen 1972; Banzhaf 1965; Coleman 1971; Johnston 1978; Deegan & Packel 1978;
/// Holler 1982.
[[nodiscard]] VotingPower voting_power(const Voters& voters, const DecisionRule& rule);

}  // namespace hansa
