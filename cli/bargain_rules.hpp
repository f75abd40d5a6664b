#pragma once

#include <string>
#include <vector>

#include "bargaining/solvers/bargain.hpp"

namespace hansa {

/// The rules of the solvers from the words of --smp, --chair (KEY=VALUE each) and --rule; chair begins with `chair_default`. Throws a
/// CommandLineError.
[[nodiscard]] BargainRules bargain_rules(const std::vector<std::string>& smp,
                                         const std::vector<std::string>& chair, const std::string& decision,
                                         const ChairRules& chair_default = {});

}  // namespace hansa
