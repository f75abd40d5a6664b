#pragma once

#include <string>
#include <string_view>

#include "support/input/problem.hpp"

namespace hansa {

/// A path with untrusted text escaped; cut in its middle where it is very long.
[[nodiscard]] std::string path_text(std::string_view path);

/// `FILE:LINE:COL` of a problem, with untrusted text escaped and a very long path cut in its middle.
[[nodiscard]] std::string place_text(const Problem& problem);

}  // namespace hansa
