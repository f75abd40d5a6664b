#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/results/result_set.hpp"
#include "scenarios/parameters/scenario.hpp"
#include "sim/record/run_record.hpp"

namespace hansa {

/// The declaration of a column; nullopt for an unknown name.
[[nodiscard]] std::optional<ColumnInfo> find_column_info(std::string_view name);

/// Whether a sweep keeps the column: one along (conference), (conference x channel) or (year).
[[nodiscard]] bool is_in_summary(const ColumnInfo& info);

/// Drops all other columns of a record.
void keep_summary(RunRecord& record);

/// The conferences by year, in the order of the rows of a record.
[[nodiscard]] std::vector<const ConferenceParams*> conferences_in_order(const Scenario& scenario);

/// The dimension of an axis in every result of a scenario. States are labelled by `iso3`. Axes of single networks and
/// cities are in network_layout.hpp.
[[nodiscard]] Dimension dimension_of(Axis axis, const Scenario& scenario,
                                     std::span<const std::string> iso3 = {});

/// These dimensions, without empty ones.
[[nodiscard]] std::vector<Dimension> dimensions_of(std::initializer_list<Axis> axes, const Scenario& scenario,
                                                   std::span<const std::string> iso3 = {});

/// Whether a result has all dimensions of a column.
[[nodiscard]] bool has_axes(const ResultSet& result, const ColumnInfo& info);

/// The column as a variable without values; if each run is kept, its first dimension is `runs`.
[[nodiscard]] Variable make_variable(const ColumnInfo& info, std::string_view runs);

/// The dimension of quantiles over realizations, and the variable without values that has them of a column.
[[nodiscard]] Dimension quantile_dimension();
[[nodiscard]] Variable make_quantiles(const ColumnInfo& info);

}  // namespace hansa
