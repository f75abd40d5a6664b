#pragma once

#include "analysis/results/result_set.hpp"

namespace hansa {

/// Throws ExpectationFailure, naming the dimension, variable or attribute, unless the result follows
/// docs/reference/result_file.md: names that CF allows, units and a long name everywhere, as many values as points, a
/// meaning for every flag.
void check(const ResultSet& result);

}  // namespace hansa
