// Whatever stands in a cell of a table: it is refused at its place, or all numbers of a run are finite.
#include <algorithm>
#include <array>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

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

/// Whether other lines rely on what a column has, where the problem may then be.
bool is_relied_on(std::string_view column) {
  constexpr std::array<std::string_view, 6> columns = {"iso3",    "id",    "city_id",
                                                       "network", "blocs", "adopted"};
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::string text_of(const Cells& cells) {
  std::string text;
  for (const std::vector<std::string>& row : cells) text += fmt::format("{}\n", fmt::join(row, ","));
  return text;
}

TEST_CASE("a cell of any table is refused at its place, or leads to finite numbers", "[law]") {
  const test::ScratchFolder folder;
  test::put_extreme_world(folder.path());
  REQUIRE(test::fate_of(folder.path()).text() == "");
  const std::vector<std::string> values = {"0",     "-0",     "1",      "-1",   "100", "2200",
                                           "1000",  "5e-324", "1e-300", "1e-9", "1e9", "1e15",
                                           "1e308", "-1e308", "nan",    "inf",  "",    "word"};
  std::size_t n = 0, n_refused = 0;
  for (const auto& [name, text] : test::extreme_tables()) {
    const Cells whole = cells_of(text);
    for (std::size_t line = 1; line < whole.size(); ++line) {
      for (std::size_t column = 0; column < whole[line].size(); ++column) {
        for (const std::string& value : values) {
          Cells changed = whole;
          changed[line][column] = value;
          test::put(folder / name, text_of(changed));
          const test::Fate fate = test::fate_of(folder.path());
          ++n;
          n_refused += fate.problems.empty() ? 0U : 1U;
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
    test::put(folder / name, text);
  }
  CHECK(n > 2000);
  CHECK(n_refused > n / 4);
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
