#include "analysis/export/comparison_tables.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

#include "analysis/results/run_variables.hpp"
#include "support/input/problem.hpp"

namespace hansa {
namespace {

using Json = nlohmann::ordered_json;

/// A column of an entry: path within it, and value.
using Flat = std::vector<std::pair<std::string, Cell>>;

void flatten(const Json& json, const std::string& path, Flat& out) {
  if (json.is_object()) {
    for (const auto& [key, value] : json.items()) flatten(value, path.empty() ? key : path + "_" + key, out);
  } else if (json.is_array() && json.size() == 2) {
    flatten(json[0], path + "_low", out);
    flatten(json[1], path + "_high", out);
  } else if (json.is_number()) {
    out.emplace_back(path, json.get<double>());
  } else if (json.is_boolean()) {
    out.emplace_back(path, json.get<bool>() ? 1.0 : 0.0);
  } else if (json.is_string()) {
    out.emplace_back(path, json.get<std::string>());
  } else {
    out.emplace_back(path, std::numeric_limits<double>::quiet_NaN());
  }
}

/// The unit of a metric of the comparison, which may be derived from a column.
std::string unit_of(std::string metric) {
  constexpr std::string_view derived = "_unconditional";
  if (metric.ends_with(derived)) metric.resize(metric.size() - derived.size());
  const auto info = find_column_info(metric);
  return info ? std::string(info->traits.unit) : "1";
}

struct Meaning {
  std::string_view end;  // of a column's name
  std::string_view unit, meaning;
};

/// What the columns are; see docs/reference/comparison.md.
constexpr std::array<Meaning, 14> meanings = {
    {{"metric", "1", "outcome that is compared"},
     {"unit", "1", "unit of the metric"},
     {"conference", "1", "conference; empty: the mean over conferences"},
     {"year", "year", "year, or mean over the years"},
     {"ci95_low", "metric's", "lower end of the 95 % interval of the mean difference"},
     {"ci95_high", "metric's", "upper end of the 95 % interval of the mean difference"},
     {"p_adjusted", "1", "p adjusted for the number of conferences"},
     {"named", "1", "1 where the comparison names the difference"},
     {"flipped", "1", "share of pairs whose values differ at all"},
     {"full", "metric's", "mean in the scenario as it is"},
     {"other", "metric's", "mean in the other arm"},
     {"mean", "metric's", "mean difference over pairs"},
     {"p", "1", "p of no difference"},
     {"n", "1", "pairs in which the outcome applies in both arms"}}};

TidyColumn column_of(const std::string& name) {
  for (const auto& [end, unit, meaning] : meanings) {
    if (name == end) return {name, std::string(unit), std::string(meaning), ""};
    if (!name.ends_with("_" + std::string(end))) continue;
    const std::string part = name.substr(0, name.size() - end.size() - 1);
    return {name, std::string(unit), part + ": " + std::string(meaning), ""};
  }
  return {name, "1", "see docs/reference/comparison.md", ""};
}

TidyTable table_of(const std::string& name, const Json& entries) {
  std::vector<std::string> names;
  std::vector<Flat> flat;
  for (const Json& entry : entries) {
    Flat& cells = flat.emplace_back();
    flatten(entry, "", cells);
    if (entry.contains("metric") && entry["metric"].is_string())
      cells.insert(cells.begin() + 1, {"unit", unit_of(entry["metric"].get<std::string>())});
    for (const auto& [column, cell] : cells)
      if (std::find(names.begin(), names.end(), column) == names.end()) names.push_back(column);
  }
  TidyTable table{.name = name};
  for (const std::string& column : names) table.columns.push_back(column_of(column));
  for (std::size_t k = 0; k < names.size(); ++k) {
    Cell missing = std::numeric_limits<double>::quiet_NaN();
    table.rows.resize(flat.size());
    for (std::size_t row = 0; row < flat.size(); ++row) {
      const auto found = std::ranges::find(flat[row], names[k], &std::pair<std::string, Cell>::first);
      if (found != flat[row].end() && std::holds_alternative<std::string>(found->second))
        missing = std::string();
      table.rows[row].push_back(found == flat[row].end() ? missing : found->second);
    }
  }
  return table;
}

}  // namespace

std::vector<TidyTable> comparison_tables(const std::string& text, const std::string& shown_as) {
  constexpr int most_nested = 16;  // as deep as compare.json is, and room
  int deepest = 0;
  const auto watch_depth = [&](int depth, Json::parse_event_t, Json&) {
    deepest = std::max(deepest, depth);
    return depth <= most_nested;
  };
  const Json json = Json::parse(text, watch_depth, false);
  std::vector<TidyTable> tables;
  if (json.is_object() && deepest <= most_nested) {
    for (const auto& [key, value] : json.items()) {
      const bool is_list =
          value.is_array() && !value.empty() && value[0].is_object() && value[0].contains("metric");
      if (is_list) tables.push_back(table_of(key, value));
    }
  }
  if (tables.empty())
    throw ScenarioError(
        {{.file = shown_as, .key = "file", .message = "is not a comparison that hansa compare wrote"}});
  return tables;
}

}  // namespace hansa
