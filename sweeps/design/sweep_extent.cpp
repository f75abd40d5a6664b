#include "sweeps/design/sweep_extent.hpp"

#include <algorithm>

#include "scenarios/load/read_value.hpp"
#include "support/files/sha256.hpp"
#include "support/input/problem.hpp"
#include "sweeps/design/points_file.hpp"
#include "sweeps/samples/designs.hpp"

namespace hansa {
namespace {

/// Reads a key of a map if it is there; false if its value is invalid.
template <class T> bool read_key(const Node& map, std::string_view key, T& value, ProblemList& problems) {
  const Entry* entry = map.find(key);
  return entry == nullptr || read_value(entry->value, value, FieldInfo{}, key, problems);
}

/// The number of listed values of all parameters of a grid.
std::size_t grid_points(const Node& parameters) {
  std::size_t n = 1;
  for (const Entry& parameter : parameters.entries) {
    const Entry* values = parameter.value.find("values");
    n *= values == nullptr ? 0 : values->value.items.size();
  }
  return n;
}

/// The words of a list that occur among the first points, and how many there are.
void cut_points(Sweep& sweep, std::size_t n_points) {
  const std::size_t n_columns = sweep.parameters.size();
  for (std::size_t j = 0; j < n_columns; ++j) {
    std::vector<Node>& values = sweep.parameters[j].values;
    std::size_t n_values = n_points;
    if (!sweep.table.empty()) {  // words are numbered as they come
      n_values = 0;
      for (std::size_t point = 0; point < n_points && !values.empty(); ++point)
        n_values = std::max(n_values, static_cast<std::size_t>(sweep.table[point * n_columns + j]) + 1);
    }
    values.resize(std::min(values.size(), n_values));
  }
  sweep.n_points = n_points;
  if (sweep.table.empty()) return;
  sweep.table.resize(n_points * n_columns);
  sweep.points_sha256 = sha256_hex(print_points(sweep));
}

}  // namespace

std::optional<SweepExtent> read_extent(const std::string& text) {
  ProblemList problems;
  const auto map = read_yaml(text, problems.add_file("sweep.yaml"), problems);
  if (!map || map->kind != Node::Kind::Map) return std::nullopt;
  SweepExtent extent;
  const bool good = read_key(*map, "design", extent.design, problems) &&
                    read_key(*map, "samples", extent.samples, problems) &&
                    read_key(*map, "doubled_from", extent.doubled_from, problems) &&
                    read_key(*map, "realizations", extent.realizations, problems) &&
                    read_key(*map, "shard_runs", extent.shard_runs, problems);
  const Entry* parameters = map->find("parameters");
  const Entry* points = map->find("points");
  if (!good || (extent.design == Design::List ? points : parameters) == nullptr) return std::nullopt;
  const std::size_t n_parameters = parameters == nullptr ? 0 : parameters->value.entries.size();
  int rows = 0;
  if (points != nullptr) {
    if (!read_key(points->value, "rows", rows, problems)) return std::nullopt;
    if (rows == 0) rows = static_cast<int>(points->value.items.size());
  }
  const auto n_samples = static_cast<std::size_t>(extent.samples);
  const By<Design, std::size_t> n_points = {parameters == nullptr ? 0 : grid_points(parameters->value),
                                            n_samples, n_samples * (n_parameters + 2),
                                            n_samples * (n_parameters + 1), static_cast<std::size_t>(rows)};
  extent.n_points = n_points[extent.design];
  if (extent.n_points == 0 || extent.realizations < 1 || extent.shard_runs < 1) return std::nullopt;
  return extent;
}

Sweep with_extent(const Sweep& sweep, const SweepExtent& extent) {
  Sweep other = sweep;
  other.samples = extent.samples;
  if (other.doubled_from >= extent.samples) other.doubled_from = 0;
  if (sweep.samples < extent.samples && other.doubled_from == 0) other.doubled_from = extent.doubled_from;
  other.realizations = extent.realizations;
  other.shard_runs = extent.shard_runs;
  if (other.design == Design::List && extent.n_points < other.n_points) cut_points(other, extent.n_points);
  return other;
}

bool begins_with(const Sweep& sweep, const SweepExtent& less) {
  if (sweep.design != Design::Lhs || less.samples == sweep.samples) return true;
  const std::vector<double> points =
      latin_hypercube(static_cast<std::size_t>(less.samples), sweep.parameters.size(), sweep.seed,
                      static_cast<std::size_t>(less.doubled_from));
  return points.size() <= sweep.coordinates.size() &&
         std::equal(points.begin(), points.end(), sweep.coordinates.begin());
}

}  // namespace hansa
