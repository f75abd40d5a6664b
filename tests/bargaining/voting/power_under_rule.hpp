#pragma once

#include <string>
#include <vector>

#include "bargaining/voting/voting_power.hpp"
#include "tests/rule_of.hpp"

namespace hansa::test {

using Swings = std::vector<std::string>;
using Powers = std::vector<double>;

/// Who decides under a rule, without vetoes unless they are given.
inline VotingPower power_of(const Powers& power, const std::string& words, std::vector<char> veto = {}) {
  veto.resize(power.size());
  return voting_power({power, veto}, rule_of(words));
}

}  // namespace hansa::test
