// Damage of many kinds to each table that a scenario reads.
#include <algorithm>
#include <sstream>

#include "tests/hostile/hostile_file.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

using test::HostileFile;

/// A table of facts: its key under `world`, its file, the column that names a row, and a column of numbers.
struct Table {
  std::string key, file, id, number;
};

const std::vector<Table> tables = {
    {"states", "states.csv", "iso3", "rents"},
    {"cities", "cities.csv", "id", "population"},
    {"networks", "networks.csv", "id", "founded"},
    {"memberships", "memberships.csv", "city_id", "year"},
    {"accreditations", "accreditations.csv", "network", "since"},
    {"counts", "network_counts.csv", "year", "count"},
    {"treaties", "treaties.csv", "id", "min_parties"},
    {"issues", "issues.csv", "issue", "value"},
    {"un_votes", "un_votes.csv", "iso3", "ideal_point"},
    {"veto_players", "veto_players.csv", "iso3", "checks"},
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream row(line + ',');
  for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
  return cells;
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line = cells.front();
  for (std::size_t k = 1; k < cells.size(); ++k) line += "," + cells[k];
  return line;
}

/// The shipped table with its header, its first row and the rest apart.
struct Parts {
  std::string header, row, rest;

  explicit Parts(const std::string& text) {
    const std::size_t first = text.find('\n'), second = text.find('\n', first + 1);
    header = text.substr(0, first);
    row = text.substr(first + 1, second - first - 1);
    rest = text.substr(second + 1);
  }
  [[nodiscard]] std::string with(const std::string& changed) const {
    return header + "\n" + changed + "\n" + rest;
  }
  [[nodiscard]] std::string with_cell(const std::string& column, const std::string& value) const {
    const std::vector<std::string> names = cells_of(header);
    std::vector<std::string> cells = cells_of(row);
    cells.at(static_cast<std::size_t>(std::find(names.begin(), names.end(), column) - names.begin())) = value;
    return with(line_of(cells));
  }
};

std::string replaced(std::string text, char one, char other) {
  std::replace(text.begin(), text.end(), one, other);
  return text;
}

std::vector<HostileFile> damaged(const Table& table, const Parts& parts) {
  const std::string header = parts.header, whole = parts.with(parts.row);
  std::vector<HostileFile> files = {
      {"a cell too few", parts.with(parts.row.substr(0, parts.row.rfind(','))), "2: row"},
      {"a cell too many", parts.with(parts.row + ",x"), "2: row"},
      {"a quote left open", parts.with("\"" + parts.row), "2: row"},
      {"a text behind a quote", parts.with("\"a\"b" + parts.row), "2: row"},
      {"a blank in front", parts.with(" " + parts.row), "2: row"},
      {"a tab in front", parts.with("\t" + parts.row), "2: row"},
      {"an empty line", parts.with("\n" + parts.row), "2: row"},
      {"a column twice", header + "," + table.id + "\n" + parts.row + ",x\n", "1: " + table.id},
      {"a column without a name", header + ",\n" + parts.row + ",x\n", "1: header"},
      {"an empty file", "", "1: file"},
      {"carriage returns alone", replaced(whole, '\n', '\r'), "1: file"},
      {"a NUL", parts.with(std::string("\0", 1) + parts.row), "2: file"},
      {"an escape", parts.with("\x1b[31m" + parts.row), "2: file"},
      {"Latin-1", parts.with("\xfc" + parts.row), "2: file"},
      {"an overlong form", parts.with("\xc0\xaf" + parts.row), "2: file"},
      {"a surrogate", parts.with("\xed\xa0\x80" + parts.row), "2: file"},
      {"a change of direction", parts.with("\xe2\x80\xae" + parts.row), "2: file"},
      {"UTF-16", "\xff\xfe" + whole, "1: file"},
      {"tabs between cells", replaced(whole, ',', '\t'), "1: row"},
      {"a row twice", parts.with(parts.row + "\n" + parts.row),
       "3: " + (table.key == "issues" ? "key" : table.id)},
      {"an empty name", parts.with_cell(table.id, ""), "2: " + table.id},
  };
  for (const std::string value :
       {"1e308", "-1e308", "nan", "inf", "many", "0x1F", "1_000", "5%", "\"0,5\"", "+-1"})
    files.push_back(
        {"a number that is " + value, parts.with_cell(table.number, value), "2: " + table.number});
  return files;
}

TEST_CASE("damage to a table of facts is told at its line and column, and nothing is written", "[hostile]") {
  const Table table = GENERATE(from_range(tables));
  const Parts parts(test::text_of(source_dir() / "scenarios/data" / table.file));
  for (const HostileFile& file : damaged(table, parts)) {
    INFO(table.file << ": " << file.what);
    const test::ScratchFolder folder;
    test::put(folder / "t.csv", file.text);
    test::put(folder / "s.yaml", "name: s\nyears: {from: 2008, to: 2010}\nworld: {" + table.key +
                                     ": t.csv}\nconferences: [{name: C, year: 2009, forms: [hard]}]\n");
    test::expect_refusal(folder, {"run", "s.yaml"}, "t.csv:" + file.wanted);
  }
}

}  // namespace
}  // namespace hansa
