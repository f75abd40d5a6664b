#include <algorithm>
#include <array>
#include <chrono>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "support/input/csv_table.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

constexpr std::array<std::string_view, 2> columns = {"id", "share"};

/// All problems of a table with the columns id, a required whole number from 1, and share, in 0..1.
std::string problems_with(const std::string& text) {
  const test::ScratchFolder folder;
  test::put(folder / "t.csv", text);
  ProblemList problems;
  const CsvTable table(folder / "t.csv", columns, problems);
  for (std::size_t row = 0; row < table.n_rows(); ++row) {
    table.required_whole(row, "id", {1.0, 1e6});
    table.number(row, "share", {0.0, 1.0});
  }
  std::string messages;
  for (Problem problem : problems.sorted()) {
    problem.file = "t";
    messages += (messages.empty() ? "" : "|") + to_text(problem);
  }
  return messages;
}

TEST_CASE("cells are read by row and column, empty ones as nullopt", "[csv]") {
  const test::ScratchFolder folder;
  test::put(folder / "t.csv",
            "name,share,id\n\"Washington, D.C.\",0.25,1\r\n\"a \"\"b\"\"\",,2\n\xC3\xA9,-0,3");
  ProblemList problems;
  const CsvTable table(folder / "t.csv", columns, problems);
  REQUIRE(table.n_rows() == 3);
  CHECK(table.text(0, "name") == "Washington, D.C.");
  CHECK(table.text(1, "name") == "a \"b\"");
  CHECK(table.number(0, "share") == 0.25);
  CHECK(table.number(1, "share") == std::nullopt);
  CHECK(table.required_whole(2, "id") == 3);
  CHECK(table.line(2) == 4);
  CHECK(problems.empty());
}

TEST_CASE("an invalid cell is reported at its line and column", "[csv]") {
  const auto [rows, problem] = GENERATE(table<std::string, std::string>({
      {"1,0.5\n2,\n", ""},
      {"1,0.5\r\n2,1\r\n", ""},
      {"1,0.5\n2,2\n", "t:3:3: share: must be at most 1, got 2"},
      {"1,-0.5\n", "t:2:3: share: must be at least 0, got -0.5"},
      {"1,nan\n", "t:2:3: share: expected a number, got 'nan'; it must be finite"},
      {"1,inf\n", "t:2:3: share: expected a number, got 'inf'; it must be finite"},
      {"1,1e-400\n", "t:2:3: share: '1e-400' is out of range"},
      {"1,NA\n", "t:2:3: share: expected a number, got 'NA'"},
      {"1,0x1\n", "t:2:3: share: expected a number, got '0x1'"},
      {"1,\"0,5\"\n", "t:2:3: share: expected a number, got '0,5'; write 0.5"},
      {",0.5\n", "t:2:1: id: the cell is empty"},
      {"007,0.5\n", "t:2:1: id: expected a whole number, got '007'; drop the leading zero"},
      {"1.5,0.5\n", "t:2:1: id: expected a whole number, got '1.5'"},
      {"0,0.5\n", "t:2:1: id: must be at least 1, got 0"},
      {"99999999999999999999,0.5\n", "t:2:1: id: '99999999999999999999' is out of range"},
      {"1\n", "t:2:1: row: 1 cells under 2 columns"},
      {"1,0.5,x\n2,0.5\n", "t:2:1: row: 3 cells under 2 columns"},
      {"\n1,0.5\n", "t:2:1: row: 1 cells under 2 columns"},
      {"1,\"0.5\n2,0.5\n", "t:2:3: row: this quote is not closed on its line"},
      {"1,\"0.5\"x\n", "t:2:8: row: text after a closing quote"},
      {"1, 0.5\n",
       "t:2:3: row: a cell with a leading or trailing blank, a quote or a tab needs quotes around it"},
      {"1,0.5\"\n",
       "t:2:3: row: a cell with a leading or trailing blank, a quote or a tab needs quotes around it"},
      {"x,2\ny,3\n",
       "t:2:1: id: expected a whole number, got 'x'|t:2:3: share: must be at most 1, got 2|"
       "t:3:1: id: expected a whole number, got 'y'|t:3:3: share: must be at most 1, got 3"},
      {"1,0.5\n\xFF,1\n", "t:3:1: file: byte 0xff is not UTF-8"},
  }));
  CHECK(problems_with("id,share\n" + rows) == problem);
}

TEST_CASE("the first line names each column once, and all required ones", "[csv]") {
  CHECK(problems_with("") == "t:1:1: file: the file is empty; the first line names the columns");
  CHECK(problems_with("id,share,else\n").empty());
  CHECK(problems_with("id,shares\n1,2\n") ==
        "t:1:1: share: no column with this name; did you mean 'shares'?");
  CHECK(problems_with("population\n") ==
        "t:1:1: id: no column with this name|t:1:1: share: no column with this name");
  CHECK(problems_with("id,share,id\n") == "t:1:10: id: a second column with this name");
  CHECK(problems_with("id,,share\n") == "t:1:4: header: a column without a name");
  CHECK(problems_with("\"id,share\n").starts_with("t:1:1: row: this quote is not closed"));
}

TEST_CASE("a column that nobody reads is noted, but for sources and what documents others", "[csv]") {
  const test::ScratchFolder folder;
  test::put(folder / "t.csv", "id,share,source,year,else\n1,0.5,x,1990,y\n");
  ProblemList problems;
  constexpr std::array<std::string_view, 1> documentary = {"year"};
  const CsvTable table(folder / "t.csv", columns, problems, documentary);
  CHECK(problems.empty());
  CHECK(problems.notes() == std::vector<std::string>{(folder / "t.csv").string() + ": not used: else"});
}

TEST_CASE("a missing table is reported like other problems", "[csv]") {
  ProblemList problems;
  const CsvTable table("/nowhere/t.csv", columns, problems);
  CHECK(table.n_rows() == 0);
  CHECK(to_text(problems.sorted()) == "/nowhere/t.csv:1:1: file: cannot be read: No such file or directory");
}

TEST_CASE("a table with every cell invalid is refused in bounded time", "[csv]") {
  std::string text = "id,share\n";
  for (int k = 0; k < 100000; ++k) text += "x,y\n";
  const auto start = std::chrono::steady_clock::now();
  CHECK(problems_with(text).ends_with("and 199000 more problems"));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("a table of more columns than anyone has, or of wrong rows alone, is refused after its beginning",
          "[csv][hostile]") {
  std::string names = "id,share";
  for (int k = 2; k < 1000; ++k) names += fmt::format(",c{}", k);
  const std::string row = "1,0.5" + std::string(998, ',') + "\n";
  CHECK(problems_with(names + "\n" + row).empty());
  CHECK(problems_with(names + ",more\n" + row) == "t:1:1: row: more than 1000 columns");
  CHECK(problems_with(std::string(1'000'000, ',')) == "t:1:1: row: more than 1000 columns");
  std::string wrong = "id,share\n";
  for (int k = 0; k < 1000; ++k) wrong += "1\n";
  const std::string told = problems_with(wrong);
  CHECK(std::count(told.begin(), told.end(), '|') == 99);
}

}  // namespace
}  // namespace hansa
