#include "analysis/export/outcome.hpp"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/results/hdf5/result_file.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

/// Adds the columns of a variable at one place of its last dimension.
void add_columns(const Outcome& outcome, Codes codes, std::vector<Outcome>& out) {
  const std::vector<std::string>& words = outcome.variable->flag_meanings;
  const bool spread = codes == Codes::Shares && words.size() > 2;
  if (!spread) {
    out.push_back(outcome);
    std::string& meaning = out.back().column.meaning;
    if (!words.empty() && codes == Codes::Words) meaning += fmt::format(" ({})", fmt::join(words, ", "));
    return;
  }
  for (std::size_t code = 0; code < words.size(); ++code) {
    out.push_back(outcome);
    out.back().code = code;
    out.back().column.name += "_" + words[code];
    out.back().column.meaning = fmt::format("{}: {}", words[code], outcome.column.meaning);
  }
}

}  // namespace

std::vector<Outcome> outcomes_along(const ResultSet& result, std::span<const std::string> dims, Codes codes) {
  std::vector<Outcome> outcomes;
  for (const Variable& variable : result.variables) {
    const std::size_t n = dims.size();
    const bool starts =
        variable.dims.size() >= n && std::equal(dims.begin(), dims.end(), variable.dims.begin());
    if (!starts || variable.dims.size() > n + 1 ||
        std::holds_alternative<std::vector<std::string>>(variable.values))
      continue;
    Outcome outcome{
        {variable.name, variable.units, variable.long_name, fmt::format("{}", fmt::join(dims, ", "))},
        &variable};
    if (variable.dims.size() == n) {
      add_columns(outcome, codes, outcomes);
      continue;
    }
    const std::string& last = variable.dims.back();
    if (last != "channel" && last != "issue") continue;
    const Dimension& labels = *result.find_dimension(last);
    outcome.n_inner = labels.size();
    for (outcome.inner = 0; outcome.inner < outcome.n_inner; ++outcome.inner) {
      const std::string label = std::get<std::string>(label_at(labels, outcome.inner));
      outcome.column.name = variable.name + "_" + label;
      outcome.column.meaning = fmt::format("{} {}: {}", last, label, variable.long_name);
      add_columns(outcome, codes, outcomes);
    }
  }
  return outcomes;
}

double number_at(const Outcome& outcome, std::size_t point) {
  const std::size_t k = point * outcome.n_inner + outcome.inner;
  return std::visit(
      [&](const auto& values) -> double {
        if constexpr (std::is_arithmetic_v<typename std::decay_t<decltype(values)>::value_type>) {
          const auto value = static_cast<double>(values[k]);
          return outcome.code ? (value == static_cast<double>(*outcome.code) ? 1.0 : 0.0) : value;
        }
        HANSA_EXPECT(false);
        return 0;
      },
      outcome.variable->values);
}

Cell cell_at(const Outcome& outcome, std::size_t point) {
  const double number = number_at(outcome, point);
  const auto& words = outcome.variable->flag_meanings;
  if (words.size() <= 2 || outcome.code) return number;
  return words.at(static_cast<std::size_t>(number));
}

Cell label_at(const Dimension& dimension, std::size_t row) {
  return std::visit(
      [&](const auto& labels) -> Cell {
        if constexpr (std::is_arithmetic_v<typename std::decay_t<decltype(labels)>::value_type>)
          return static_cast<double>(labels[row]);
        else
          return labels[row];
      },
      dimension.labels);
}

TidyColumn label_column(const Dimension& dimension) {
  return {dimension.name, dimension.units, dimension.long_name, dimension.name};
}

const Dimension& dimension_called(const ResultSet& result, const std::string& name) {
  const Dimension* dimension = result.find_dimension(name);
  if (dimension == nullptr) throw ResultFileError(name, "is missing among the dimensions of the result");
  return *dimension;
}

void expect_dims(const ResultSet& result, const std::string& variable, const std::vector<std::string>& dims) {
  const Variable* found = result.find_variable(variable);
  if (found != nullptr && found->dims != dims)
    throw ResultFileError(variable, fmt::format("is along ({}) instead of ({})", fmt::join(found->dims, ", "),
                                                fmt::join(dims, ", ")));
}

}  // namespace hansa
