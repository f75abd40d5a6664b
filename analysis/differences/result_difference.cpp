#include "analysis/differences/result_difference.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <fmt/format.h>

#include "support/text/line_diff.hpp"
#include "support/text/numeral.hpp"
#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

template <class T> bool same(const T& a, const T& b) {
  if constexpr (std::is_same_v<T, double>)
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
  else
    return a == b;
}

/// A number with so many digits.
std::string number_text(double value, int digits) {
  return std::isnan(value) ? "NaN" : fmt::format("{:.{}g}", value, digits);
}

/// The digits that tell two numbers apart: six, or as many more as it takes.
int digits_apart(double one, double other) {
  constexpr int usual = 6, all = 17;
  int digits = usual;
  while (digits < all && number_text(one, digits) == number_text(other, digits)) ++digits;
  return digits;
}

template <class T> std::string value_text(const T& value, const T& other, const Variable& variable) {
  if constexpr (std::is_same_v<T, double>) {
    return number_text(value, digits_apart(value, other));
  } else if constexpr (std::is_integral_v<T>) {
    const auto code = static_cast<std::size_t>(value);
    return value >= 0 && code < variable.flag_meanings.size() ? variable.flag_meanings[code]
                                                              : fmt::format("{}", static_cast<int>(value));
  } else {
    return value.empty() ? "(empty)" : value;
  }
}

std::string label_text(const Dimension& dimension, std::size_t row) {
  return std::visit([&](const auto& labels) { return fmt::format("{}", labels[row]); }, dimension.labels);
}

/// One dimension of a variable in both results: the rows to compare, and how far apart rows lie.
struct SharedAxis {
  const Dimension* labels;  // of the first result
  std::vector<RowPair> rows;
  std::size_t step_one = 1, step_other = 1;
};

std::vector<SharedAxis> shared_axes(const Variable& variable, const ResultSet& one, const ResultSet& other) {
  std::vector<SharedAxis> axes;
  for (const std::string& name : variable.dims)
    axes.push_back({one.find_dimension(name), common_rows(one, other, name)});
  for (std::size_t k = axes.size(); k-- > 1;) {
    axes[k - 1].step_one = axes[k].step_one * one.find_dimension(variable.dims[k])->size();
    axes[k - 1].step_other = axes[k].step_other * other.find_dimension(variable.dims[k])->size();
  }
  return axes;
}

std::string place_text(const std::vector<SharedAxis>& axes, const std::vector<std::size_t>& at) {
  std::string text;
  for (std::size_t k = 0; k < axes.size(); ++k)
    text += fmt::format("{}{} {}", k == 0 ? "" : ", ", axes[k].labels->name,
                        label_text(*axes[k].labels, axes[k].rows[at[k]].full));
  return text.empty() ? "its only value" : text;
}

template <class T>
VariableDifference compare(const Variable& variable, const std::vector<T>& ones, const std::vector<T>& others,
                           const std::vector<SharedAxis>& axes) {
  VariableDifference found{.name = variable.name, .unit = variable.units};
  found.largest = std::numeric_limits<double>::quiet_NaN();
  if (std::any_of(axes.begin(), axes.end(), [](const SharedAxis& axis) { return axis.rows.empty(); }))
    return found;
  std::vector<std::size_t> at(axes.size(), 0);
  for (bool more = true; more;) {
    std::size_t i = 0, j = 0;
    for (std::size_t k = 0; k < axes.size(); ++k) {
      i += axes[k].rows[at[k]].full * axes[k].step_one;
      j += axes[k].rows[at[k]].other * axes[k].step_other;
    }
    found.n_compared += 1;
    if (!same(ones[i], others[j])) {
      if (found.n_differing++ == 0) {
        found.place = place_text(axes, at);
        found.one = value_text(ones[i], others[j], variable);
        found.other = value_text(others[j], ones[i], variable);
      }
      if constexpr (std::is_arithmetic_v<T>)
        found.largest = std::fmax(found.largest,
                                  std::fabs(static_cast<double>(ones[i]) - static_cast<double>(others[j])));
    }
    std::size_t k = axes.size();  // the next place, the last dimension fastest
    while (k > 0 && ++at[k - 1] == axes[k - 1].rows.size()) at[--k] = 0;
    more = k > 0;
  }
  return found;
}

/// Why the values of two variables of one name cannot be compared; empty if they can.
std::string why_unlike(const Variable& one, const Variable& other) {
  if (one.dims != other.dims)
    return fmt::format("dimensions ({}) against ({})", fmt::join(one.dims, ", "),
                       fmt::join(other.dims, ", "));
  if (one.values.index() != other.values.index()) return "another type of values";
  if (one.flag_meanings != other.flag_meanings) return "other meanings of its codes";
  if (one.units != other.units) return fmt::format("unit {} against {}", one.units, other.units);
  return "";
}

void compare_dimensions(const ResultSet& one, const ResultSet& other, std::vector<std::string>& out) {
  for (const Dimension& dimension : one.dims) {
    const Dimension* twin = other.find_dimension(dimension.name);
    if (twin == nullptr)
      out.push_back(dimension.name + ": only in the first");
    else if (twin->labels != dimension.labels)
      out.push_back(fmt::format("{}: {} against {}, of which {} in both", dimension.name,
                                counted(dimension.size(), "label"), twin->size(),
                                common_rows(one, other, dimension.name).size()));
  }
  for (const Dimension& dimension : other.dims)
    if (one.find_dimension(dimension.name) == nullptr) out.push_back(dimension.name + ": only in the second");
}

std::string attribute_text(const Attribute* attribute) {
  if (attribute == nullptr) return "(absent)";
  return std::visit([](const auto& value) { return fmt::format("{}", value); }, attribute->second);
}

void compare_attributes(const ResultSet& one, const ResultSet& other, std::vector<std::string>& out) {
  const auto find = [](const ResultSet& result, const std::string& name) -> const Attribute* {
    for (const Attribute& attribute : result.attributes)
      if (attribute.first == name) return &attribute;
    return nullptr;
  };
  const auto add = [&](const std::string& name) {
    const std::string a = attribute_text(find(one, name)), b = attribute_text(find(other, name));
    if (a == b) return;
    const bool is_long = a.find('\n') != std::string::npos || b.find('\n') != std::string::npos;
    std::string lines = is_long ? diff_lines(a, b, 8) : "";
    for (std::size_t k = 0; (k = lines.find('\n', k)) != std::string::npos && k + 1 < lines.size(); ++k)
      lines.insert(k + 1, "    ");
    out.push_back(is_long ? fmt::format("{}:\n    {}", name, lines.substr(0, lines.size() - 1))
                          : fmt::format("{}: {} against {}", name, a, b));
  };
  for (const Attribute& attribute : one.attributes) add(attribute.first);
  for (const Attribute& attribute : other.attributes)
    if (find(one, attribute.first) == nullptr) add(attribute.first);
}

std::string list_text(const std::string& title, const std::vector<std::string>& items) {
  if (items.empty()) return "";
  return fmt::format("{}:\n  {}\n", title, fmt::join(items, "\n  "));
}

}  // namespace

bool ResultDifference::empty() const {
  return attributes.empty() && dimensions.empty() && only_one.empty() && only_other.empty() &&
         variables.empty();
}

ResultDifference find_differences(const ResultSet& one, const ResultSet& other) {
  ResultDifference difference;
  compare_attributes(one, other, difference.attributes);
  compare_dimensions(one, other, difference.dimensions);
  for (const Variable& variable : one.variables) {
    const Variable* twin = other.find_variable(variable.name);
    if (twin == nullptr) {
      difference.only_one.push_back(variable.name + ": " + variable.long_name);
      continue;
    }
    VariableDifference found{.name = variable.name, .unlike = why_unlike(variable, *twin)};
    if (found.unlike.empty())
      found = std::visit(
          [&](const auto& values) {
            return compare(variable, values, std::get<std::decay_t<decltype(values)>>(twin->values),
                           shared_axes(variable, one, other));
          },
          variable.values);
    if (!found.unlike.empty() || found.n_differing > 0) difference.variables.push_back(std::move(found));
  }
  for (const Variable& variable : other.variables)
    if (one.find_variable(variable.name) == nullptr)
      difference.only_other.push_back(variable.name + ": " + variable.long_name);
  return difference;
}

Text differences_text(const ResultDifference& difference, const std::string& one, const std::string& other) {
  if (difference.empty()) return fmt::format("no difference between {} and {}\n", one, other);
  Text text;
  const auto& variables = difference.variables;
  const auto first = std::find_if(variables.begin(), variables.end(),
                                  [](const VariableDifference& each) { return each.unlike.empty(); });
  if (first != variables.end())
    text = fmt::format("first difference: {} at {}: {} in {}, {} in {}\n", first->name, first->place,
                       first->one, one, first->other, other);
  else if (variables.empty())
    text = fmt::format("{} and {} have equal values in every variable of both\n", one, other);
  text += list_text("attributes that differ", difference.attributes);
  text += list_text("dimensions that differ", difference.dimensions);
  text += list_text("variables only in " + one, difference.only_one);
  text += list_text("variables only in " + other, difference.only_other);
  TextRows rows = {{"variable", "differing", "of", "largest", "unit", "first at", "first", "second"}};
  std::string unlike;
  for (const VariableDifference& each : variables) {
    if (!each.unlike.empty())
      unlike += fmt::format("  {}: {}\n", each.name, each.unlike);
    else
      rows.push_back({each.name, fmt::to_string(each.n_differing), fmt::to_string(each.n_compared),
                      std::isnan(each.largest) ? "" : fmt::format("{:.3g}", each.largest), each.unit,
                      each.place, each.one, each.other});
  }
  if (rows.size() > 1) text += align(rows, Numbers::Right, {0, 3, 4, 1, 5, 0, 2, 2});
  return unlike.empty() ? text : text + "variables that cannot be compared:\n" + unlike;
}

}  // namespace hansa
