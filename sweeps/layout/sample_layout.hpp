#pragma once

#include "analysis/results/result_set.hpp"
#include "sweeps/design/sweep.hpp"

namespace hansa {

/// Adds what the design points of a merged file are a sample of: the role of each point, and unit, kind and range of each
/// parameter.
void add_sample(const Sweep& sweep, ResultSet& result);

/// The design as attributes of the file.
[[nodiscard]] std::vector<Attribute> sample_attributes(const Sweep& sweep);

}  // namespace hansa
