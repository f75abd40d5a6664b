#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace hansa {

/// A dimension of a result with its labels: years, states, realizations.
struct Dimension {
  using Labels = std::variant<std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>>;

  std::string name;
  Labels labels;
  std::string units;
  std::string long_name;

  [[nodiscard]] std::size_t size() const;
};

/// One value for every point of its dimensions, the last dimension fastest; a single value if it has none.
struct Variable {
  using Values = std::variant<std::vector<double>, std::vector<std::int32_t>, std::vector<std::uint8_t>,
                              std::vector<std::string>>;

  std::string name;
  std::vector<std::string> dims;
  Values values;      // NaN: not applicable
  std::string units;  // "1" for a fraction, a count, a flag or a name
  std::string long_name;
  std::vector<std::string> flag_meanings;  // of the values 0, 1, 2, ...; empty: not coded

  [[nodiscard]] std::size_t size() const;
};

/// A fact about the result as such: its seed, its scenario.
using Attribute = std::pair<std::string, std::variant<std::string, std::int64_t, double>>;

/// A result in memory.
struct ResultSet {
  std::vector<Dimension> dims;
  std::vector<Variable> variables;
  std::vector<Attribute> attributes;

  /// The dimension or variable of this name; nullptr if there is none.
  [[nodiscard]] const Dimension* find_dimension(std::string_view name) const;
  [[nodiscard]] const Variable* find_variable(std::string_view name) const;
};

/// A text attribute of a result; empty if there is none.
[[nodiscard]] std::string text_attribute(const ResultSet& result, std::string_view name);

/// The sizes of a variable's dimensions, in order.
[[nodiscard]] std::vector<std::size_t> shape_of(const Variable& variable, const ResultSet& result);

/// The rows of one label of a dimension in two results.
struct RowPair {
  std::size_t full, other;
};

/// The labels of a dimension that both results have, in the order of `full`; none if either lacks the dimension.
[[nodiscard]] std::vector<RowPair> common_rows(const ResultSet& full, const ResultSet& other,
                                               std::string_view dimension);

}  // namespace hansa
