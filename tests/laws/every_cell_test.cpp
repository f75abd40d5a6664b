// Whatever stands in a cell of a table: it is refused at its place, or all numbers of a run are finite.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "analysis/past.hpp"
#include "bargaining/report/backtest.hpp"
#include "bargaining/solvers/bargain.hpp"
#include "bargaining/tables/case_table.hpp"
#include "tests/laws/extreme_world.hpp"

namespace hansa {
namespace {

using Cells = std::vector<std::vector<std::string>>;  // line, column

Cells cells_of(const std::string& text) {
  Cells cells;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    cells.emplace_back();
    line += ',';  // so that an empty last cell is one
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.back().push_back(cell);
  }
  return cells;
}

/// Whether other lines rely on what a column has, or have to repeat it, where the problem may then be.
bool is_relied_on(std::string_view column) {
  constexpr std::array<std::string_view, 12> columns = {
      "iso3",      "id",      "city_id", "network",       "blocs",       "adopted",
      "reference", "outcome", "voting",  "tax:reference", "tax:decided", "aid:reference"};
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::string text_of(const Cells& cells) {
  std::string text;
  for (const std::vector<std::string>& row : cells) text += fmt::format("{}\n", fmt::join(row, ","));
  return text;
}

/// How many cells were tried, and how many of these were refused.
struct Tried {
  std::size_t n = 0, n_refused = 0;
};

/// Puts many values into every cell of a table in turn. `fate`: what becomes of the table in its file.
Tried try_every_cell(const std::filesystem::path& file, const std::string& text,
                     const std::function<test::Fate()>& fate_of) {
  const std::vector<std::string> values = {"0",     "-0",     "1",      "-1",   "100", "2200",
                                           "1000",  "5e-324", "1e-300", "1e-9", "1e9", "1e15",
                                           "1e308", "-1e308", "nan",    "inf",  "",    "word"};
  Tried tried;
  const std::string name = file.filename().string();
  const Cells whole = cells_of(text);
  for (std::size_t line = 1; line < whole.size(); ++line) {
    for (std::size_t column = 0; column < whole[line].size(); ++column) {
      for (const std::string& value : values) {
        Cells changed = whole;
        changed[line][column] = value;
        test::put(file, text_of(changed));
        const test::Fate fate = fate_of();
        ++tried.n;
        tried.n_refused += fate.problems.empty() ? 0U : 1U;
        INFO(name << " line " << line + 1 << " column " << whole[0][column] << " = '" << value
                  << "': " << fate.text());
        CHECK(fate.fault.empty());
        const std::string place = fmt::format("{}:{}:", name, line + 1);
        CHECK((fate.problems.empty() || is_relied_on(whole[0][column]) ||
               std::any_of(fate.problems.begin(), fate.problems.end(),
                           [&](const std::string& problem) { return problem.starts_with(place); })));
      }
    }
  }
  test::put(file, text);
  return tried;
}

TEST_CASE("a cell of any table is refused at its place, or leads to finite numbers", "[law]") {
  const test::ScratchFolder folder;
  test::put_extreme_world(folder.path());
  REQUIRE(test::fate_of(folder.path()).text() == "");
  Tried all;
  for (const auto& [name, text] : test::extreme_tables()) {
    const Tried tried = try_every_cell(folder / name, text, [&] { return test::fate_of(folder.path()); });
    all.n += tried.n;
    all.n_refused += tried.n_refused;
  }
  CHECK(all.n > 2000);
  CHECK(all.n_refused > all.n / 4);
}

TEST_CASE("a coefficient of any issue is refused at its place, or leads to finite numbers", "[law]") {
  const test::ScratchFolder folder;
  test::put_extreme_world(folder.path());
  const std::string table = "issues.csv", begin = "world: {";
  std::string scenario = test::extreme_scenario, text = "issue,key,value,source\n";
  scenario.replace(scenario.find(begin), begin.size(), begin + "issues: " + table + ", ");
  test::put(folder / "extreme.yaml", scenario);
  std::istringstream shipped(test::text_of(source_dir() / "scenarios/data/issues.csv"));
  for (std::string line; std::getline(shipped, line);) {  // without quoted sources
    const bool is_of_ours =
        line.starts_with("mitigation,") || line.starts_with("finance,") || line.starts_with("urban_role,");
    if (is_of_ours) text += line.substr(0, line.find(',', line.find(',', line.find(',') + 1) + 1)) + ",x\n";
  }
  test::put(folder / table, text);
  REQUIRE(test::fate_of(folder.path()).text() == "");
  const Tried tried = try_every_cell(folder / table, text, [&] { return test::fate_of(folder.path()); });
  CHECK(tried.n > 1500);
  CHECK(tried.n_refused > tried.n / 4);
}

TEST_CASE("a cell of the tables of what happened is refused at its place, or read", "[law]") {
  const test::ScratchFolder folder;
  std::filesystem::create_directory(folder / "history");
  const std::vector<test::TableText> tables = {
      {"conferences.csv",
       "id,name,track,year,date,place,iso3,instrument,form,outcome,city_role,scenario,played_as\n"
       "CCSM,Mayors,city_summit,2009,2009-12-17,Copenhagen,DNK,Communique,soft,adopted,organisers,,\n"
       "COP1,COP1,unfccc,1995,1995-04-07,Berlin,DEU,Mandate,soft,adopted,observers,unfccc-1995-2024,COP1\n"},
      {"treaties.csv",
       "id,conference,adopted,opened,min_parties,min_emissions_share,emissions_base,delay_days,in_force\n"
       "old,COP1,1995-03-22,1995-03-22,2,.5,annex1,90,1998-09-22\n"},
      {"history/ratifications.csv", "treaty,iso3,ratified\nold,DEU,1997-12-04\nold,IND,\n"},
  };
  for (const auto& [name, text] : tables) test::put(folder / name, text);
  const DataFolders folders{{folder.path()}, {}};
  const auto read = [&] { return test::fate_in([&] { static_cast<void>(read_past(folders)); }); };
  REQUIRE(read().text() == "");
  Tried all;
  for (const auto& [name, text] : tables) {
    const Tried tried = try_every_cell(folder / name, text, read);
    all.n += tried.n;
    all.n_refused += tried.n_refused;
  }
  CHECK(all.n > 500);
  CHECK(all.n_refused > all.n / 4);
}

void expect_finite(const std::vector<double>& numbers, const std::string& what) {
  if (!std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); }))
    throw std::runtime_error(what + " is not finite");
}

TEST_CASE("a cell of a table of actors is refused at its place, or leads to finite outcomes", "[law]") {
  const test::ScratchFolder folder;
  const std::string text =
      "actor,power,tax:position,tax:salience,tax:reference,tax:decided,aid:position,aid:salience,"
      "aid:reference,veto\n"
      "A,30,10,80,40,55,1,20,2,yes\nB,50,70,60,40,55,3,90,2,\nC,20,95,30,40,55,5,50,2,\nD,5,40,100,40,55,2,"
      "10,2,\n";
  const BargainRules rules{.tries_orders = true, .setter = "B"};
  const auto solve = [&] {
    return test::fate_in([&] {
      const BargainTable table = read_bargain_table(folder / "t.csv");
      for (const BargainSolver solver : each<BargainSolver>) {
        if (!can_solve(table, solver, rules)) continue;
        const BargainOutcome found = solve_bargain(table, solver, rules);
        const std::string name(name_of(solver));
        expect_finite(found.outcome, name);
        for (const auto& positions : found.positions) expect_finite(positions, name);
        for (const auto& positions : found.texts) expect_finite(positions, name);
        if (found.orders) {
          expect_finite(found.orders->least, name);
          expect_finite(found.orders->most, name);
        }
      }
    });
  };
  test::put(folder / "t.csv", text);
  REQUIRE(solve().text() == "");
  const Tried tried = try_every_cell(folder / "t.csv", text, solve);
  CHECK(tried.n == 4 * 10 * 18);
  CHECK(tried.n_refused > tried.n / 4);
}

TEST_CASE("a cell of a table of cases is refused at its place, or leads to finite scores", "[law]") {
  const test::ScratchFolder folder;
  const std::string text =
      "issue,actor,power,position,salience,reference,outcome,voting\n"
      "a1,A,30,10,80,40,55,QMV\na1,B,50,70,60,40,55,QMV\na1,C,20,95,30,40,55,QMV\n"
      "b1,A,30,0,80,,50,Unan\nb1,B,50,100,60,,50,Unan\nb1,C,20,40,30,,50,Unan\n";
  const auto score = [&] {
    return test::fate_in([&] {
      const CaseTable table = read_cases(folder / "t.csv");
      const Backtest found = backtest(table, {}, 42);
      for (const BacktestScore& one : found.scores)
        if (one.error.n > 0) expect_finite({one.error.mean, one.error.lo, one.error.hi}, "a score");
      for (const SolvedCases& solved : found.solved)
        for (std::size_t k = 0; k < solved.forecast.size(); ++k)
          if (!std::isnan(solved.forecast[k]))
            expect_finite({solved.forecast[k], solved.error[k]}, "a forecast");
    });
  };
  test::put(folder / "t.csv", text);
  REQUIRE(score().text() == "");
  const Tried tried = try_every_cell(folder / "t.csv", text, score);
  CHECK(tried.n == 6 * 8 * 18);
  CHECK(tried.n_refused > tried.n / 5);
}

TEST_CASE("a table without rows is refused at its place, or leads to finite numbers", "[law]") {
  const test::ScratchFolder folder;
  test::put_extreme_world(folder.path());
  for (const auto& [name, text] : test::extreme_tables()) {
    test::put(folder / name, text.substr(0, text.find('\n') + 1));
    const test::Fate fate = test::fate_of(folder.path());
    INFO(name << ": " << fate.text());
    CHECK(fate.fault.empty());
    test::put(folder / name, text);
  }
}

}  // namespace
}  // namespace hansa
