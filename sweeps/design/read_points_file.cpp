// Reads the points of a list from a CSV file: a line of parameters, then a line a point.
#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "scenarios/load/paths.hpp"
#include "support/files/sha256.hpp"
#include "support/input/text_file.hpp"
#include "sweeps/design/parameter_type.hpp"
#include "sweeps/design/points_file.hpp"
#include "sweeps/design/sweep_reader.hpp"

namespace hansa {

/// A column while it is read.
struct SweepReader::PointsColumn {
  SweepParameter parameter;
  std::optional<ParameterType> type;
  bool unchecked = false;                                  // no parameter that may be set, which is reported
  std::unordered_map<std::string, std::size_t> rows = {};  // among parameter.values, by the cell's text
  SweepSetting least = {}, greatest = {};                  // of numbers
  double cell = 0;                                         // the one read last
  std::size_t n_wrong = 0;                                 // cells
  Place last_wrong = {};
  ProblemList untold = {};  // beyond those told one by one
};

namespace {

constexpr std::size_t most_columns = 1000;
constexpr std::size_t most_wrong_rows = 100;  // after which the rest is not read
constexpr std::size_t most_rows = 1'000'000;  // as load_sweep.cpp's design points
constexpr std::size_t most_wrong_cells = 1000;
constexpr std::size_t most_told = 10;  // wrong cells of a column, before the others are only counted

void place_at(Node& node, Place place) {
  node.place = place;
  for (Node& item : node.items) place_at(item, place);
  for (Entry& entry : node.entries) {
    entry.place = place;
    place_at(entry.value, place);
  }
}

/// A cell as a value: a list or a map as in YAML, else a text. Problems are at the cell.
Node value_of(std::string text, Place place, const std::string& path, ProblemList& problems) {
  if (!text.starts_with('[') && !text.starts_with('{'))
    return {.kind = Node::Kind::Text, .place = place, .text = std::move(text)};
  ProblemList found = problems.cleared();
  auto node = read_yaml(text, place.file, found, path);
  for (const Problem& problem : found.sorted())  // without the place in the cell where reading stopped
    problems.add(place, path, problem.message.substr(0, problem.message.find("; reading stopped")));
  if (!node) return {.kind = Node::Kind::Refused, .place = place};
  place_at(*node, place);
  return *std::move(node);
}

}  // namespace

std::vector<SweepReader::PointsColumn> SweepReader::read_points_header(std::string_view text,
                                                                       PlaceFinder& places) {
  std::vector<CsvCell> names;
  std::vector<PointsColumn> columns;
  const CsvSpan line = csv_line_at(text, 0);
  const std::string_view header = text.substr(0, line.end);
  if (static_cast<std::size_t>(std::count(header.begin(), header.end(), ',')) >= most_columns) {
    wrong(places.at(0), "header", fmt::format("more than {} columns", most_columns));
    return {};
  }
  if (const auto fault = split_csv_line(text, line, names)) {
    wrong(places.at(fault->byte), "row", std::string(fault->message));
    return {};
  }
  for (const CsvCell& name : names) {
    const Place place = places.at(name.byte);
    PointsColumn column{.parameter = {.path = name.text, .place = place}};
    const auto same = [&](const PointsColumn& other) { return other.parameter.path == name.text; };
    if (name.text.empty())
      wrong(place, "header", "a column without a name; each is the path of a parameter");
    else if (std::any_of(columns.begin(), columns.end(), same))
      wrong(place, name.text, "a second column with this name");
    else
      column.unchecked = !may_set(name.text, place, name.text);
    column.unchecked = column.unchecked || name.text.empty();
    look_up_kind(column.parameter);
    if (checks_values_) column.type = find_parameter(sweep_.reference.scenario, name.text);
    columns.push_back(std::move(column));
  }
  return columns;
}

void SweepReader::read_cell(PointsColumn& column, std::string text, Place place) {
  if (read_value_of(column, std::move(text), place)) return;
  column.n_wrong += 1;
  column.last_wrong = place;
}

/// Reads the value of a cell; false, and a problem, if it is none.
bool SweepReader::read_value_of(PointsColumn& column, std::string text, Place place) {
  SweepParameter& parameter = column.parameter;
  ProblemList& problems = column.n_wrong < most_told ? problems_ : column.untold;
  if (text.empty()) {
    problems.add(place, parameter.path, "the cell is empty");
    return false;
  }
  if (!checks_values_ || column.unchecked) return true;
  if (column.type && column.type->is_number()) {
    SweepSetting setting{
        parameter.path, parameter.place, {.kind = Node::Kind::Text, .place = place, .text = std::move(text)}};
    if (!column.type->read(setting.value, column.cell, problems)) return false;
    const bool is_first = column.least.path.empty();
    if (is_first || column.cell < parameter.min) {
      parameter.min = column.cell;
      column.least = setting;
    }
    if (is_first || column.cell > parameter.max) {
      parameter.max = column.cell;
      column.greatest = std::move(setting);
    }
    return true;
  }
  const auto known = column.rows.find(text);
  if (known != column.rows.end()) {
    column.cell = static_cast<double>(known->second);
    return true;
  }
  Node value = value_of(text, place, parameter.path, problems);
  double none = 0;
  if (value.kind == Node::Kind::Refused || (column.type && !column.type->read(value, none, problems)))
    return false;
  const SweepSetting setting{parameter.path, parameter.place, value};
  if (!try_values({&setting, 1})) {
    column.unchecked = !column.type;
    return false;
  }
  column.cell = static_cast<double>(parameter.values.size());
  column.rows.emplace(std::move(text), parameter.values.size());
  parameter.values.push_back(std::move(value));
  return true;
}

void SweepReader::read_points_row(std::vector<PointsColumn>& columns, std::vector<CsvCell>& cells,
                                  PlaceFinder& places) {
  for (std::size_t j = 0; j < columns.size(); ++j) {
    read_cell(columns[j], std::move(cells[j].text), places.at(cells[j].byte));
    sweep_.table.push_back(columns[j].cell);
  }
  sweep_.n_points += 1;
}

/// Checks the least and the greatest number of a column in the scenario, as the ends of a range are.
void SweepReader::try_extremes(const PointsColumn& column) {
  if (column.least.path.empty()) return;
  if (try_values({&column.least, 1}) && column.parameter.min < column.parameter.max)
    static_cast<void>(try_values({&column.greatest, 1}));
}

void SweepReader::read_points_file(const Node& points, const std::filesystem::path& folder) {
  PointsKeys keys{.file = points.text};
  Place named = points.place;
  if (points.kind == Node::Kind::Map) {
    Assigner assigner(points, "points", given_, problems_);
    keys.fields(assigner);
    assigner.finish();
    if (keys.file.empty()) return;
    named = given_.place("points.file");
  }
  const Found found = find_below(folder, keys.file);
  if (!found.reason.empty()) return wrong(named, "points", found.reason);
  const int file = problems_.add_file(found.path.string());
  const auto text = read_text_file(found.path, largest_points_file, file, problems_);
  if (!text) return;
  if (std::count(text->begin(), text->end(), '\n') > static_cast<std::ptrdiff_t>(most_rows) + 1)
    return wrong({file, 1, 1}, "file", fmt::format("more than {} design points", most_rows));
  PlaceFinder places(*text, file);
  std::vector<PointsColumn> columns = read_points_header(*text, places);
  if (columns.empty()) return;
  sweep_.n_points = 0;
  std::vector<CsvCell> cells;
  std::size_t n_wrong_rows = 0;
  for (CsvSpan line = csv_line_at(*text, csv_line_at(*text, 0).next); line.begin < text->size();
       line = csv_line_at(*text, line.next)) {
    if (const auto fault = split_csv_line(*text, line, cells)) {
      wrong(places.at(fault->byte), "row", std::string(fault->message));
      n_wrong_rows += 1;
    } else if (cells.size() != columns.size()) {
      wrong(places.at(cells.front().byte), "row",
            fmt::format("{} cells under {} columns", cells.size(), columns.size()));
      n_wrong_rows += 1;
    } else {
      read_points_row(columns, cells, places);
    }
    if (n_wrong_rows == most_wrong_rows) return;
    if (std::any_of(columns.begin(), columns.end(),
                    [](const PointsColumn& column) { return column.n_wrong == most_wrong_cells; }))
      break;
  }
  if (csv_line_at(*text, 0).next >= text->size())
    wrong({file, 1, 1}, "file", "has no points; each line below the first is one");
  for (const PointsColumn& column : columns) {
    try_extremes(column);
    if (column.n_wrong > most_told)
      wrong(column.last_wrong, column.parameter.path,
            fmt::format("{} cells of this column are refused; {}", column.n_wrong,
                        column.n_wrong == most_wrong_cells ? "the rest is not read" : "this is the last"));
  }
  for (PointsColumn& column : columns) sweep_.parameters.push_back(std::move(column.parameter));
  if (!problems_.empty()) return;
  sweep_.points_sha256 = sha256_hex(print_points(sweep_));
  if (keys.rows > 0 && static_cast<std::size_t>(keys.rows) != sweep_.n_points)
    wrong(given_.place("points.rows"), "points.rows",
          fmt::format("{} has {} points, not {}", in_quotes(keys.file), sweep_.n_points, keys.rows));
  if (!keys.sha256.empty() && keys.sha256 != sweep_.points_sha256)
    wrong(given_.place("points.sha256"), "points.sha256",
          in_quotes(keys.file) +
              " has other points than those with this digest; undo the change, or give the file "
              "alone, as `points: FILE.csv`, for a sweep of its own");
}

}  // namespace hansa
