#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sim/record/run_record.hpp"

namespace hansa::test {

/// Calls visit(info, of a, of b) for every column.
template <class Visit> void for_each_column(const RunRecord& a, const RunRecord& b, Visit visit) {
  RunRecord::columns([&](auto column, const ColumnInfo& info) { visit(info, a.*column, b.*column); });
}

/// Calls visit(values, block, width) for every column along states: the values of one state are `width` in a
/// row, those of all states a block.
template <class Visit>
void for_each_state_column(RunRecord& record, std::size_t n_states, std::size_t n_issues, Visit visit) {
  RunRecord::columns([&](auto column, const ColumnInfo& info) {
    if (!info.axes.contains(Axis::State)) return;
    const std::size_t width = info.axes.contains(Axis::Issue) ? n_issues : 1;
    visit(record.*column, n_states * width, width);
  });
}

/// Whether the first n values are the same, bit for bit: NaN is NaN, and 0 is not -0.
template <class T> bool same_bits(const std::vector<T>& a, const std::vector<T>& b, std::size_t n) {
  if (a.size() < n || b.size() < n) return false;
  for (std::size_t k = 0; k < n; ++k) {
    if constexpr (std::is_same_v<T, double>) {
      if (std::bit_cast<std::uint64_t>(a[k]) != std::bit_cast<std::uint64_t>(b[k])) return false;
    } else {
      if (a[k] != b[k]) return false;
    }
  }
  return true;
}

template <class T> bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
  return a.size() == b.size() && same_bits(a, b, a.size());
}

/// Whether all values are the same but for the rounding of sums; counts and choices must be the same.
template <class T> bool same_sums(const std::vector<T>& a, const std::vector<T>& b, double tolerance) {
  if constexpr (std::is_same_v<T, double>) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [tolerance](double x, double y) {
      return (std::isnan(x) && std::isnan(y)) ||
             std::abs(x - y) <= tolerance * std::max({1.0, std::abs(x), std::abs(y)});
    });
  } else {
    return a == b;
  }
}

using Names = std::vector<std::string_view>;

/// The columns on cities and networks, not on states' decisions: voice and pressure at conferences, networks,
/// preemption, and cities' own action.
inline const Names of_cities = {"voice",
                                "pressure",
                                "networks",
                                "known_networks",
                                "known_memberships",
                                "births",
                                "deaths",
                                "mergers",
                                "memberships",
                                "member_cities",
                                "preemptions",
                                "effective_number",
                                "concentration",
                                "overlap",
                                "network_voice",
                                "coherence",
                                "correlation",
                                "coverage",
                                "attention_left",
                                "soft_power",
                                "access",
                                "delivery",
                                "city_action",
                                "autonomy",
                                "top_access",
                                "state_city_action",
                                "home_pressure",
                                "conference_access",
                                "accredited",
                                "city_access",
                                "declarations",
                                "entropy_number",
                                "pair_overlap",
                                "state_preemptions"};

/// The names of columns that differ between two records, bit for bit, except those that may; "" if none does.
inline std::string differences(const RunRecord& a, const RunRecord& b, const Names& may_differ = {}) {
  std::string names;
  for_each_column(a, b, [&](const ColumnInfo& info, const auto& of_a, const auto& of_b) {
    const bool may = std::find(may_differ.begin(), may_differ.end(), info.name) != may_differ.end();
    if (!may && !same_bits(of_a, of_b)) names += std::string(info.name) + " ";
  });
  return names;
}

/// The same, but for the rounding of sums.
inline std::string differences_beyond(double tolerance, const RunRecord& a, const RunRecord& b,
                                      const Names& may_differ = {}) {
  std::string names;
  for_each_column(a, b, [&](const ColumnInfo& info, const auto& of_a, const auto& of_b) {
    const bool may = std::find(may_differ.begin(), may_differ.end(), info.name) != may_differ.end();
    if (!may && !same_sums(of_a, of_b, tolerance)) names += std::string(info.name) + " ";
  });
  return names;
}

/// The names of columns on states' decisions that differ between two records; "" if none does.
inline std::string differing_decisions(const RunRecord& a, const RunRecord& b) {
  return differences(a, b, of_cities);
}

}  // namespace hansa::test
