#pragma once

#include <span>
#include <string>

#include "analysis/comparison/comparison_arms.hpp"

namespace hansa {

/// What data identify of an effect of lobbying, as rows of at most 100 columns; empty unless some arm switches off
/// lobbying, a channel, a function of networks, networks, or cities that the first arm has.
[[nodiscard]] std::string identification_text(std::span<const PreparedArm> arms);

}  // namespace hansa
