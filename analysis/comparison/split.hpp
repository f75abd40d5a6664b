#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "analysis/comparison/comparison.hpp"
#include "support/text/text.hpp"

// What of a comparison without lobbying is the channels', and what the networks' functions.

namespace hansa {

/// The split of a comparison that has one, as a table in the comparison's sign: the mean over conferences, and each
/// conference at which adoption differs enough to be named.
[[nodiscard]] Text split_text(const Comparison& comparison);

/// The same of all conferences as a JSON list, the mean without `conference`.
[[nodiscard]] nlohmann::ordered_json split_json(const Attribution& split);

}  // namespace hansa
