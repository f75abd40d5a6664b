#include <algorithm>
#include <cmath>
#include <filesystem>

#include "analysis/past.hpp"
#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/case_table.hpp"
#include "tests/fuzz/tries.hpp"
#include "tests/laws/extreme_world.hpp"

namespace hansa::test {
namespace {

constexpr std::size_t most_actors = 5, most_issues = 3;  // of what is solved

/// The tables of a text by their names.
std::vector<TableText> sections_of(std::string_view text) {
  constexpr std::string_view mark = "== ";
  std::vector<TableText> sections;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with(mark)) {
      sections.emplace_back(line.substr(mark.size()), "");
    } else if (!sections.empty()) {
      sections.back().second += line;
      if (end != std::string_view::npos) sections.back().second += '\n';
    }
  }
  return sections;
}

void demand_finite(const std::vector<double>& numbers) {
  demand(std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); }),
         "a number is not finite");
}

void solve(const BargainTable& table) {
  if (table.n_actors() > most_actors || table.n_issues() > most_issues) return;
  const BargainRules rules{.setter = table.actors.front()};
  for (const BargainSolver solver : each<BargainSolver>) {
    if (!can_solve(table, solver, rules)) continue;
    const BargainOutcome found = solve_bargain(table, solver, rules);
    demand_finite(found.outcome);
    for (const auto& positions : found.positions) demand_finite(positions);
    for (const auto& positions : found.texts) demand_finite(positions);
  }
}

}  // namespace

bool try_facts(std::string_view text) {
  const ScratchFolder folder;
  put_extreme_world(folder.path());
  const std::vector<TableText> known = extreme_tables();
  const auto is_known = [&](const std::string& name) {
    return std::any_of(known.begin(), known.end(), [&](const TableText& one) { return one.first == name; });
  };
  bool has_past = false;
  for (const auto& [name, table] : sections_of(text)) {
    if (is_known(name)) put(folder / name, table);
    if (name == "issues.csv") {
      std::string scenario = extreme_scenario;
      scenario.replace(scenario.find("world: {"), 8, "world: {issues: issues.csv, ");
      put(folder / "extreme.yaml", scenario);
      put(folder / name, table);
    }
    if (name == "conferences.csv") {
      put(folder / name, table);
      has_past = true;
    }
  }
  if (has_past) {
    std::filesystem::create_directory(folder / "history");
    std::filesystem::copy(folder / "ratifications.csv", folder / "history/ratifications.csv");
    const DataFolders past{{folder.path()}, {}};
    static_cast<void>(unless_refused([&] { return read_past(past); }));
  }
  const Fate fate = fate_of(folder.path());
  demand(fate.fault.empty(), fate.fault);
  return fate.problems.empty();
}

bool try_actors(std::string_view text) {
  const TableSource source{"t.csv", std::string(text)};
  const auto table = unless_refused([&] { return read_bargain_table(source); });
  static_cast<void>(unless_refused([&] { return read_bargain_table(source, {.strict = true}); }));
  if (table) solve(*table);
  return table.has_value();
}

bool try_cases(std::string_view text) {
  const TableSource source{"t.csv", std::string(text)};
  const auto table = unless_refused([&] { return read_cases(source); });
  static_cast<void>(unless_refused([&] { return read_cases(source, {.strict = true}); }));
  if (!table) return false;
  constexpr std::size_t most_cases = 4;
  const std::size_t n_cases = std::min(table->cases.size(), most_cases);
  const CaseTable::Shared shared = table->shared();
  for (std::size_t k = 0; k < n_cases; ++k) solve(CaseTable::table_of(table->cases[k], shared));
  return true;
}

}  // namespace hansa::test
