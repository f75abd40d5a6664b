#pragma once

#include <string>
#include <vector>

#include "bargaining/solvers/bargain.hpp"

namespace hansa {

/// Reads the rules of the solvers from --smp and --chair (KEY=VALUE each) and --rule; chair starts from
/// `chair_default`. Throws CommandLineError.
[[nodiscard]] BargainRules bargain_rules(const std::vector<std::string>& smp,
                                         const std::vector<std::string>& chair, const std::string& decision,
                                         const ChairRules& chair_default = {});

}  // namespace hansa
