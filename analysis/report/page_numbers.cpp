#include "analysis/report/page_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>

#include <fmt/core.h>

#include "analysis/outcome_columns.hpp"
#include "sim/record/column_info.hpp"
#include "support/numbers/quantile.hpp"

namespace hansa {

using Json = nlohmann::ordered_json;

Json rounded(double value) {
  if (std::isnan(value)) return nullptr;
  const double short_value = std::strtod(fmt::format("{:.4g}", value).c_str(), nullptr);
  constexpr double most = 1e15;  // beyond it a whole number is longer than its power of ten
  const bool is_whole = std::fabs(short_value) < most && std::trunc(short_value) == short_value;
  return is_whole ? Json(static_cast<std::int64_t>(short_value)) : Json(short_value);
}

Json rounded(const std::vector<double>& values) {
  Json list = Json::array();
  for (const double value : values) list.push_back(rounded(value));
  return list;
}

int digits_within(double low, double high) {
  return high > low ? std::clamp(static_cast<int>(std::lround(-std::log10(high - low))) + 1, 0, 4) : 3;
}

Json quantiles_of(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return nullptr;
  Json list = Json::array();
  for (const double level : kept_quantiles) list.push_back(rounded(quantile(values, level)));
  return list;
}

std::vector<double> numbers_of(const ResultSet& result, std::string_view name) {
  const Variable* variable = result.find_variable(name);
  return variable == nullptr ? std::vector<double>{} : numbers_of(*variable);
}

std::vector<std::string> names_along(const ResultSet& result, std::string_view dimension) {
  const Dimension* found = result.find_dimension(dimension);
  const auto* names = found == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&found->labels);
  return names == nullptr ? std::vector<std::string>{} : *names;
}

std::size_t size_along(const ResultSet& result, std::string_view dimension) {
  const Dimension* found = result.find_dimension(dimension);
  return found == nullptr ? 0 : found->size();
}

std::vector<int> years_of(const ResultSet& result) {
  const Dimension* found = result.find_dimension("year");
  const auto* years = found == nullptr ? nullptr : std::get_if<std::vector<std::int64_t>>(&found->labels);
  std::vector<int> list;
  if (years != nullptr)
    for (const std::int64_t year : *years) list.push_back(static_cast<int>(year));
  return list;
}

}  // namespace hansa
