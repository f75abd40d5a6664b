#pragma once

#include <cmath>

#include "analysis/results/result_set.hpp"

namespace hansa::test {

/// Two realizations, two years, one conference in each, two networks: `first` has members in all years, `late` in the
/// second year of realization 0 only.
struct NetworkResult {
  static constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  std::vector<std::int64_t> realizations = {0, 1};
  // (realization x network x year)
  std::vector<std::int32_t> members = {10, 12, 0, 3, 10, 14, 0, 0};
  std::vector<double> share = {.5, .5, nothing, .25, .5, .75, nothing, nothing};
  std::vector<std::uint8_t> rung = {1, 2, 0, 1, 1, 2, 0, 0};
  std::vector<double> left_out = {-.1, -.2, nothing, .3, -.1, -.1, nothing, nothing};
  std::vector<double> freed = {-.1, -.1, nothing, .4, 0, -.1, nothing, nothing};
  // (realization x network x conference)
  std::vector<double> pressure = {.1, .2, nothing, .05, .1, .4, nothing, nothing};
  std::vector<std::uint8_t> declared = {0, 1, 0, 1, 0, 0, 0, 0};

  [[nodiscard]] ResultSet result() const {
    ResultSet result;
    result.dims = {{"realization", realizations, "1", ""},
                   {"year", std::vector<std::int64_t>{2000, 2001}, "year", ""},
                   {"conference", std::vector<std::string>{"A, B", "C"}, "1", ""},
                   {"network", std::vector<std::string>{"first", "late"}, "1", ""}};
    const std::vector<std::string> by_year = {"realization", "network", "year"},
                                   by_conference = {"realization", "network", "conference"};
    result.variables = {
        {"conference_year", {"conference"}, std::vector<std::int32_t>{2000, 2001}, "year", "", {}},
        {"network_members", by_year, members, "1", "", {}},
        {"network_share", by_year, share, "1", "", {}},
        {"network_rung", by_year, rung, "1", "", {"no_members", "none", "observer"}},
        {"leave_one_out", by_year, left_out, "1", "", {}},
        {"leave_one_out_freed", by_year, freed, "1", "", {}},
        {"network_pressure", by_conference, pressure, "1", "", {}},
        {"network_declared", by_conference, declared, "1", "", {"no", "yes"}}};
    return result;
  }
};

}  // namespace hansa::test
