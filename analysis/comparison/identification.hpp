#pragma once

#include <span>
#include <string>

#include "analysis/comparison/comparison_arms.hpp"
#include "support/text/text.hpp"

namespace hansa {

/// What data identify of an effect of lobbying, as rows of at most 100 columns; empty unless some arm switches off
/// lobbying, a channel, a function of networks, networks, or cities that the first arm has.
[[nodiscard]] Text identification_text(std::span<const PreparedArm> arms);

}  // namespace hansa
