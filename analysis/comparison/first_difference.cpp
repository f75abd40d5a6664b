#include "analysis/comparison/first_difference.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#include "analysis/results/run_variables.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
namespace {

constexpr int never = std::numeric_limits<int>::max();

template <class T> bool same(const T& a, const T& b) {
  if constexpr (std::is_same_v<T, double>) return a == b || (std::isnan(a) && std::isnan(b));
  return a == b;
}

/// The calendar year of each row of a dimension; `never` for dimensions without years.
std::vector<int> years_of(const ResultSet& result, const std::string& dimension) {
  std::vector<int> years;
  if (dimension == "year") {
    const auto& labels = std::get<std::vector<std::int64_t>>(result.find_dimension("year")->labels);
    for (const std::int64_t year : labels) years.push_back(static_cast<int>(year));
  } else if (dimension == "conference") {
    const Variable* variable = result.find_variable("conference_year");
    HANSA_EXPECT(variable != nullptr);
    const auto& values = std::get<std::vector<std::int32_t>>(variable->values);
    years.assign(values.begin(), values.end());
  } else {
    years.assign(result.find_dimension(dimension)->size(), never);
  }
  return years;
}

/// Whether a variable is settled at the end of a run and so has no year of its own. Dates do have one.
bool is_without_year(const Variable& variable) {
  const std::optional<ColumnInfo> info = find_column_info(variable.name);
  return info && info->traits.settled_at_end && info->traits.unit != "year";
}

/// Whether two variables have the same type and inner dimensions for each realization and row.
bool is_comparable(const Variable& full, const Variable& other, const ResultSet& full_result,
                   const ResultSet& other_result) {
  if (full.dims != other.dims || full.values.index() != other.values.index()) return false;
  if (full.dims.size() < 2 || full.dims[0] != "realization" || is_without_year(full)) return false;
  for (std::size_t k = 2; k < full.dims.size(); ++k) {
    if (full_result.find_dimension(full.dims[k])->labels != other_result.find_dimension(full.dims[k])->labels)
      return false;
  }
  return true;
}

/// Lowers the first year of each pair to the first difference in each variable looked at.
class FirstYears {
 public:
  FirstYears(const ResultSet& full, const ResultSet& other, const std::vector<RowPair>& pairs,
             std::vector<int>& first)
      : full_(full), other_(other), pairs_(pairs), first_(first) {}

  void look_at(const Variable& variable) {
    const Variable* twin = other_.find_variable(variable.name);
    if (twin == nullptr || !is_comparable(variable, *twin, full_, other_)) return;
    std::visit(
        [&](const auto& values) {
          look_at(variable, values, std::get<std::decay_t<decltype(values)>>(twin->values));
        },
        variable.values);
  }

 private:
  template <class T>
  void look_at(const Variable& variable, const std::vector<T>& values, const std::vector<T>& others) {
    const std::string& axis = variable.dims[1];
    const std::vector<std::size_t> shape = shape_of(variable, full_);
    const std::size_t n_rows = shape[1], n_other_rows = other_.find_dimension(axis)->size();
    std::size_t n_inner = 1;
    for (std::size_t k = 2; k < shape.size(); ++k) n_inner *= shape[k];
    const std::vector<int> years = years_of(full_, axis), other_years = years_of(other_, axis);
    const std::vector<RowPair> rows = common_rows(full_, other_, axis);
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
      for (const RowPair row : rows) {
        const T* one = &values[(pairs_[p].full * n_rows + row.full) * n_inner];
        const T* two = &others[(pairs_[p].other * n_other_rows + row.other) * n_inner];
        const int year = std::min(years[row.full], other_years[row.other]);
        for (std::size_t k = 0; k < n_inner; ++k) {
          if (!same(one[k], two[k]))
            first_[p] = std::min(first_[p], variable.units == "year" ? date_year(one[k], two[k]) : year);
        }
      }
    }
  }

  template <class T> static int date_year(const T& a, const T& b) {
    if constexpr (std::is_same_v<T, double>) return static_cast<int>(std::floor(std::fmin(a, b)));
    return never;
  }

  const ResultSet& full_;
  const ResultSet& other_;
  const std::vector<RowPair>& pairs_;
  std::vector<int>& first_;
};

}  // namespace

FirstDifference find_first_difference(const ResultSet& full, const ResultSet& other) {
  const std::vector<RowPair> pairs = common_rows(full, other, "realization");
  std::vector<int> first(pairs.size(), never);
  std::vector<std::pair<std::string, int>> by_variable;
  for (const Variable& variable : full.variables) {
    std::vector<int> of_variable(pairs.size(), never);
    FirstYears(full, other, pairs, of_variable).look_at(variable);
    int earliest = never;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      first[p] = std::min(first[p], of_variable[p]);
      earliest = std::min(earliest, of_variable[p]);
    }
    by_variable.emplace_back(variable.name, earliest);
  }

  std::erase(first, never);
  std::sort(first.begin(), first.end());
  if (first.empty()) return {};
  const std::size_t n = first.size();
  FirstDifference found{
      .n_pairs = n, .earliest = first.front(), .median = 0.5 * (first[(n - 1) / 2] + first[n / 2])};
  for (const auto& [name, earliest] : by_variable)
    if (earliest == first.front()) found.variables.push_back(name);
  return found;
}

}  // namespace hansa
