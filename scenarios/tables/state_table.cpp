#include "scenarios/tables/state_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "support/input/csv_table.hpp"
#include "support/input/suggest.hpp"

namespace hansa {
namespace {

constexpr Bounds share{0.0, 1.0}, percent{0.0, 100.0}, amount{0.0, 1e9}, any_year{1000.0, 2200.0};

constexpr auto columns = std::to_array<std::string_view>({
    "iso3",
    "name",
    "party",
    "region",
    "gdp_1990",
    "gdp_2009",
    "gdp_2015",
    "gdp_last",
    "gdp_last_year",
    "population_1990",
    "population_2009",
    "population_2015",
    "population_last",
    "population_last_year",
    "co2_1990",
    "co2_2009",
    "co2_2015",
    "co2_last",
    "co2_last_year",
    "urban_1990",
    "urban_last",
    "urban_last_year",
    "democracy_1997",
    "democracy_2009",
    "democracy_2015",
    "democracy_last",
    "democracy_last_year",
    "rents",
    "vulnerability",
    "readiness",
    "un_vote",
    "paris_share",
    "blocs",
});

void check_iso(const CsvTable& table, std::size_t row, const std::string& code) {
  const bool good =
      code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!code.empty() && !good)
    table.report(row, "iso3", "expected three capitals, such as DEU, got " + in_quotes(code));
}

/// The years of one quantity: columns such as gdp_1990, then gdp_last with its year in gdp_last_year.
Series read_series(const CsvTable& table, std::size_t row, std::string_view quantity,
                   std::span<const int> years, Bounds bounds) {
  Series series;
  for (const int year : years) {
    const auto value = table.number(row, fmt::format("{}_{}", quantity, year), bounds);
    if (value) series.points.emplace_back(year, *value);
  }
  const std::string last = fmt::format("{}_last", quantity), last_year = last + "_year";
  const auto value = table.number(row, last, bounds);
  const auto year = table.whole(row, last_year, any_year);
  if (table.text(row, last).empty() != table.text(row, last_year).empty()) {
    table.report(row, last_year, "a value and its year are given together or not at all");
  }
  if (!value || !year) return series;
  const auto same = std::find_if(series.points.begin(), series.points.end(),
                                 [&](const auto& p) { return p.first == *year; });
  if (same == series.points.end()) {
    series.points.emplace_back(static_cast<int>(*year), *value);
    std::sort(series.points.begin(), series.points.end());
  } else if (same->second != *value) {
    table.report(row, last, fmt::format("another value for {} than in {}_{}", *year, quantity, *year));
  }
  return series;
}

std::array<bool, n_blocs> read_blocs(const CsvTable& table, std::size_t row) {
  std::array<bool, n_blocs> blocs{};
  std::string_view rest = table.text(row, "blocs");
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find('|'));
    const auto bloc = std::find(bloc_names.begin(), bloc_names.end(), word);
    if (bloc == bloc_names.end()) {
      std::string hint = suggest(word, bloc_names);
      table.report(row, "blocs", fmt::format("no bloc {}{}", in_quotes(word), hint));
    } else if (std::exchange(blocs[static_cast<std::size_t>(bloc - bloc_names.begin())], true)) {
      table.report(row, "blocs", fmt::format("bloc {} is given twice", in_quotes(word)));
    }
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return blocs;
}

}  // namespace

std::vector<StateRow> read_states(const std::filesystem::path& path, TableIds& ids, ProblemList& problems) {
  constexpr std::array<int, 3> vintages = {1990, 2009, 2015}, democracy_vintages = {1997, 2009, 2015};
  constexpr std::array<int, 1> urban_vintages = {1990};
  const CsvTable table(path, columns, problems);
  std::vector<StateRow> states;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    StateRow state;
    state.iso3 = table.name(row, "iso3");
    check_iso(table, row, state.iso3);
    ids.add(table, row, "iso3", state.iso3);
    state.name = table.name(row, "name");
    state.party = table.required_whole(row, "party", share) == 1;
    state.region = table.name(row, "region");
    state.gdp = read_series(table, row, "gdp", vintages, amount);
    state.population = read_series(table, row, "population", vintages, amount);
    state.co2 = read_series(table, row, "co2", vintages, amount);
    state.urban = read_series(table, row, "urban", urban_vintages, percent);
    state.democracy = read_series(table, row, "democracy", democracy_vintages, share);
    state.rents = table.number(row, "rents", percent);
    state.vulnerability = table.number(row, "vulnerability", share);
    state.readiness = table.number(row, "readiness", share);
    state.un_vote = table.number(row, "un_vote", {-10.0, 10.0});
    state.paris_share = table.number(row, "paris_share", percent);
    state.blocs = read_blocs(table, row);
    states.push_back(std::move(state));
  }
  std::sort(states.begin(), states.end(), [](const auto& a, const auto& b) { return a.iso3 < b.iso3; });
  return states;
}

}  // namespace hansa
