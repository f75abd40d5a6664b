#pragma once

#include "analysis/results/result_set.hpp"

namespace hansa {

/// Throws ExpectationFailure, naming the culprit, unless the result can be written as docs/result_file.md
/// says: names that CF allows, units and a long name everywhere, values that fill their dimensions, flags
/// that have a meaning.
void check(const ResultSet& result);

}  // namespace hansa
