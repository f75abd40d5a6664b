#include "scenarios/tables/state_years.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace hansa {
namespace {

constexpr Bounds any_year{1000.0, 2200.0};

/// The state and year of a row that may exist once; nullptr if there is no such state.
StateRow* find_state(const CsvTable& table, std::size_t row, const TableIds& ids,
                     std::vector<StateRow>& states, TableIds& pairs) {
  const std::string& iso3 = table.name(row, "iso3");
  ids.expect(table, row, "iso3", iso3, "state");
  if (!iso3.empty()) pairs.add(table, row, "iso3", iso3 + " in " + table.text(row, "year"));
  const auto found =
      std::lower_bound(states.begin(), states.end(), iso3,
                       [](const StateRow& s, const std::string& code) { return s.iso3 < code; });
  return found != states.end() && found->iso3 == iso3 ? &*found : nullptr;
}

}  // namespace

void read_un_votes(const std::filesystem::path& path, const TableIds& ids, std::vector<StateRow>& states,
                   ProblemList& problems) {
  constexpr Bounds ideal_points{-10.0, 10.0};
  constexpr std::array<std::string_view, 3> columns = {"iso3", "year", "ideal_point"};
  const CsvTable table(path, columns, problems);
  TableIds pairs;
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    StateRow* state = find_state(table, row, ids, states, pairs);
    const int year = static_cast<int>(table.required_whole(row, "year", any_year));
    const double point = table.required_number(row, "ideal_point", ideal_points);
    if (state) state->un_vote.points.emplace_back(year, point);
  }
  for (StateRow& state : states) std::sort(state.un_vote.points.begin(), state.un_vote.points.end());
}

}  // namespace hansa
