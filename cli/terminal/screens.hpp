#pragma once

#include "support/text/screen.hpp"

namespace hansa {

/// What shows standard output: a terminal as wide as it is now (COLUMNS goes before), or a pipe or file. Colour is off where
/// NO_COLOR is set or TERM is dumb, marks where the locale is not UTF-8.
[[nodiscard]] Screen standard_output();

/// What shows standard error.
[[nodiscard]] Screen standard_error();

}  // namespace hansa
