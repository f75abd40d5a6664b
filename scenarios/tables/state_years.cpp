#include "scenarios/tables/state_years.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "support/input/suggest.hpp"

namespace hansa {
namespace {

constexpr Bounds any_year{1000.0, 2200.0};

/// Finds the states of rows, each of which may exist once for a state and year.
class StateFinder {
 public:
  StateFinder(const CsvTable& table, const TableIds& ids, std::vector<StateRow>& states)
      : table_(table), ids_(ids), states_(states), found_(states.begin()) {}

  /// nullptr if there is no such state.
  StateRow* find(std::size_t row) {
    const std::string& iso3 = table_.name(row, "iso3");
    ids_.expect(table_, row, "iso3", iso3, "state");
    if (!iso3.empty()) pairs_.add(table_, row, "iso3", iso3 + " in " + table_.text(row, "year"));
    if (found_ == states_.end() || found_->iso3 != iso3)  // mostly it is that of the row before
      found_ = std::lower_bound(states_.begin(), states_.end(), iso3,
                                [](const StateRow& s, const std::string& code) { return s.iso3 < code; });
    return found_ != states_.end() && found_->iso3 == iso3 ? &*found_ : nullptr;
  }

 private:
  const CsvTable& table_;
  const TableIds& ids_;
  std::vector<StateRow>& states_;
  std::vector<StateRow>::iterator found_;
  TableIds pairs_;
};

/// Where an executive stands: 1 on the left, -1 on the right.
double read_executive(const CsvTable& table, std::size_t row) {
  constexpr std::array<std::string_view, 3> words = {"left", "center", "right"};
  const std::string& word = table.text(row, "executive");
  const bool known = word.empty() || std::find(words.begin(), words.end(), word) != words.end();
  if (!known) table.report(row, "executive", "no orientation " + in_quotes(word) + suggest(word, words));
  return word == "left" ? 1.0 : word == "right" ? -1.0 : 0.0;
}

void sort_by_year(Series& series) { std::sort(series.points.begin(), series.points.end()); }

}  // namespace

void read_un_votes(const std::filesystem::path& path, const TableIds& ids, std::vector<StateRow>& states,
                   ProblemList& problems) {
  constexpr Bounds ideal_points{-10.0, 10.0};
  constexpr std::array<std::string_view, 3> columns = {"iso3", "year", "ideal_point"};
  const CsvTable table(path, columns, problems);
  StateFinder finder(table, ids, states);
  for (std::size_t row = 0; table.reads(row); ++row) {
    StateRow* state = finder.find(row);
    const int year = static_cast<int>(table.required_whole(row, "year", any_year));
    const double point = table.required_number(row, "ideal_point", ideal_points);
    if (state) state->un_vote.points.emplace_back(year, point);
  }
  for (StateRow& state : states) sort_by_year(state.un_vote);
}

void read_veto_players(const std::filesystem::path& path, const TableIds& ids, std::vector<StateRow>& states,
                       ProblemList& problems) {
  constexpr Bounds counts{1.0, 100.0}, distances{0.0, 2.0};
  constexpr std::array<std::string_view, 5> columns = {"iso3", "year", "checks", "polarization", "executive"};
  const CsvTable table(path, columns, problems);
  StateFinder finder(table, ids, states);
  for (std::size_t row = 0; table.reads(row); ++row) {
    StateRow* state = finder.find(row);
    const int year = static_cast<int>(table.required_whole(row, "year", any_year));
    const auto checks = table.whole(row, "checks", counts);
    const auto polarization = table.number(row, "polarization", distances);
    const double executive = read_executive(table, row);
    if (!state) continue;
    if (checks) state->checks.points.emplace_back(year, static_cast<double>(*checks));
    if (polarization) state->polarization.points.emplace_back(year, *polarization);
    state->executive.points.emplace_back(year, executive);
  }
  for (StateRow& state : states) {
    sort_by_year(state.checks);
    sort_by_year(state.polarization);
    sort_by_year(state.executive);
  }
}

}  // namespace hansa
