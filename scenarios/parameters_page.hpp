#pragma once

#include <string>

namespace hansa {

/// docs/parameters.md: every parameter with its default, unit, bounds, meaning and source.
std::string parameters_page();

}  // namespace hansa
