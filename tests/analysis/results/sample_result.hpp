#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/results/result_set.hpp"

namespace hansa::test {

/// One of everything that a result may hold: 3 realizations, 4 years, 3 states, no city.
inline ResultSet sample_result() {
  const double none = std::nan("");
  ResultSet result;
  result.dims = {
      {"realization", std::vector<std::int64_t>{0, 1, 2}, "1", "number of the realization"},
      {"year", std::vector<std::int64_t>{1995, 1996, 1997, 1998}, "year", "calendar year"},
      {"level", std::vector<double>{0.0, 0.5}, "1", "level of gridlock"},
      {"state", std::vector<std::string>{"DEU", "FRA", "ALA"}, "1", "state, by its ISO 3166 code"},
      {"city", std::vector<std::string>{}, "1", "city, by its number"},
  };
  result.variables = {
      {"depth",
       {"realization", "year"},
       std::vector<double>{1, 2, 3, 4, 5, none, none, 8, 9, 10, 11, -0.0},
       "1",
       "depth of the text that was adopted",
       {}},
      {"adopted",
       {"realization"},
       std::vector<std::uint8_t>{0, 1, 1},
       "1",
       "whether a text was adopted",
       {"no", "yes"}},
      {"objectors",
       {"year", "state"},
       std::vector<std::int32_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -12},
       "1",
       "number of objections",
       {}},
      {"form",
       {"state"},
       std::vector<std::int32_t>{2, 0, 1},
       "1",
       "form of the text",
       {"none", "soft", "hard"}},
      {"name", {"state"}, std::vector<std::string>{"Germany", "", "Åland"}, "1", "name for display", {}},
      {"tension",
       {"level", "state"},
       std::vector<double>{0.5, 0.25, 0.125, 1, 2, 3},
       "1/year",
       "tension",
       {}},
      {"total", {}, std::vector<double>{0.1}, "1", "one number alone", {}},
      {"motto", {}, std::vector<std::string>{"one text alone"}, "1", "one text alone", {}},
      {"reach",
       {"realization", "city"},
       std::vector<double>{},
       "1",
       "reach of cities, of which there are none",
       {}},
      {"kind", {"city"}, std::vector<std::int32_t>{}, "1", "kind of city", {"port", "inland"}},
  };
  result.attributes = {
      {"title", "Übung"},
      {"seed", std::int64_t{42}},
      {"share", 0.1},
      {"note", ""},
      {"scenario", std::string(100'000, 'y')}};  // longer than one piece of HDF5's bookkeeping
  return result;
}

/// A result of one variable along years, for tests that need no more.
inline ResultSet small_result(std::vector<double> depths) {
  std::vector<std::int64_t> years(depths.size());
  for (std::size_t y = 0; y < years.size(); ++y) years[y] = 1995 + static_cast<std::int64_t>(y);
  return {.dims = {{"year", years, "year", "calendar year"}},
          .variables = {{"depth", {"year"}, depths, "1", "depth of the text", {}}},
          .attributes = {}};
}

}  // namespace hansa::test
