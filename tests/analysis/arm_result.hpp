#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/results/result_set.hpp"

namespace hansa::test {

inline const double nothing = std::nan("");

/// The result of one arm with two realizations, two years and two conferences, the second of them with a treaty.
struct ArmResult {
  std::vector<std::string> conferences = {"COP1", "COP2"};
  std::vector<std::int32_t> conference_years = {2000, 2001};
  // (realization x conference)
  std::vector<std::uint8_t> adopted = {1, 1, 1, 1};
  std::vector<double> depth = {0.1, 0.2, 0.3, 0.4}, participation = {1, 1, 1, 1};
  std::vector<double> entered_force = {nothing, 2001.5, nothing, nothing};
  // (realization x conference x channel), of two channels
  std::vector<double> pressure = {1, 2, 3, 4, 5, 6, 7, 8};
  // (realization x year)
  std::vector<std::int32_t> networks = {10, 20, 30, 40};
  // (realization x year x issue), of two issues
  std::vector<double> status_quo = {0.1, 0.3, 0.2, 0.4, 0.5, 0.5, 0.6, 0.6};

  [[nodiscard]] ResultSet result() const {
    ResultSet result;
    const auto realization = Dimension::Labels(std::vector<std::int64_t>{0, 1});
    const auto years = Dimension::Labels(std::vector<std::int64_t>{2000, 2001});
    result.dims = {{"realization", realization, "1", ""},
                   {"year", years, "year", ""},
                   {"issue", std::vector<std::string>{"a", "b"}, "1", ""},
                   {"channel", std::vector<std::string>{"home", "summit"}, "1", ""},
                   {"conference", conferences, "1", ""},
                   {"treaty", std::vector<std::string>{"t"}, "1", ""}};
    const std::vector<std::string> by_conference = {"realization", "conference"};
    result.variables = {{"conference_year", {"conference"}, conference_years, "year", "", {}},
                        {"adopted", by_conference, adopted, "1", "", {"no", "yes"}},
                        {"depth", by_conference, depth, "1", "", {}},
                        {"participation", by_conference, participation, "1", "", {}},
                        {"entered_force", by_conference, entered_force, "year", "", {}},
                        {"pressure", {"realization", "conference", "channel"}, pressure, "1", "", {}},
                        {"treaty_conference", {"treaty"}, std::vector<std::int32_t>{1}, "1", "", {}},
                        {"networks", {"realization", "year"}, networks, "1", "", {}},
                        {"status_quo", {"realization", "year", "issue"}, status_quo, "1", "", {}}};
    return result;
  }
};

}  // namespace hansa::test
