#pragma once

#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/results/result_set.hpp"

namespace hansa {

/// A number to four digits, which no figure can show more of; null for NaN.
[[nodiscard]] nlohmann::ordered_json rounded(double value);
[[nodiscard]] nlohmann::ordered_json rounded(const std::vector<double>& values);

/// The decimals that an interval supports, to about a tenth of it: 0 to 4, and 3 for one without width.
[[nodiscard]] int digits_within(double low, double high);

/// The quantiles that result files keep, .05 .25 .5 .75 .95, of the values that apply; null: none does.
[[nodiscard]] nlohmann::ordered_json quantiles_of(std::vector<double> values);

/// The numbers of a variable, codes as they are; empty if the result lacks it.
[[nodiscard]] std::vector<double> numbers_of(const ResultSet& result, std::string_view name);

/// The labels of a dimension of texts; none if the result lacks it.
[[nodiscard]] std::vector<std::string> names_along(const ResultSet& result, std::string_view dimension);

/// The number of labels of a dimension; 0 if the result lacks it.
[[nodiscard]] std::size_t size_along(const ResultSet& result, std::string_view dimension);

/// The years of a result.
[[nodiscard]] std::vector<int> years_of(const ResultSet& result);

}  // namespace hansa
