#pragma once

#include <string>

#include "support/input/problem.hpp"

namespace hansa {

/// `FILE:LINE:COL` of a problem, with untrusted text escaped and a very long path cut in its middle.
[[nodiscard]] std::string place_text(const Problem& problem);

}  // namespace hansa
