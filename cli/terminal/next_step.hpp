#pragma once

#include <string>
#include <vector>

namespace hansa {

/// The words of a command behind "hansa".
using NextStep = std::vector<std::string>;

/// Says on standard error, where that is a terminal, what can be done next: as many of the commands as fit on one line, the
/// first in any case. Nothing where `quiet`.
void tell_next(const std::vector<NextStep>& steps, bool quiet = false);

}  // namespace hansa
