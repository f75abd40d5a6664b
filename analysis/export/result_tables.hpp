#pragma once

#include <vector>

#include "analysis/export/tidy_table.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// The tables of a run:
///     summary       conference x outcome: number of realizations in which it applies, mean, standard deviation,
///                   quantiles
///     conferences   realization x conference, every outcome a column
///     years         realization x year, likewise
/// Tables along conferences are missing in a run without any.
[[nodiscard]] std::vector<TidyTable> run_tables(const ResultSet& result);

/// The tables of a sweep's merged file, means over the complete realizations in which the outcome applies:
///     conferences   design point x arm x conference, with the parameters of the point
///     years         design point x arm x year, likewise
[[nodiscard]] std::vector<TidyTable> sweep_tables(const ResultSet& merged);

}  // namespace hansa
