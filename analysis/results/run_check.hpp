#pragma once

#include <string_view>

#include "agents/facts.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// Throws ExpectationFailure, naming the dimension, variable or attribute, unless this is the result of a run as lay_out()
/// and lay_out_networks() make it: dimensions, types, units and codes of each variable, labels that count up, rows within
/// their bounds, the digest of its scenario. `version`: of the file's format. A later one may have further variables, an
/// earlier one fewer.
void check_run(const ResultSet& result, std::string_view version);

/// Throws ExpectationFailure, naming the dimension, unless years, states, issues, conferences and treaties of a result are
/// those of its scenario and of these tables.
void check_labels(const ResultSet& result, const Facts& facts);

}  // namespace hansa
