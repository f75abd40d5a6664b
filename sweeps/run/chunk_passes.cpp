#include "sweeps/run/chunk_passes.hpp"

#include <algorithm>
#include <string>
#include <type_traits>

#include "analysis/results/result_format.hpp"

namespace hansa {
namespace {

/// Bytes of a value in memory; of a text an average that holds for messages.
std::size_t value_bytes(const Variable& variable) {
  return std::visit(
      []<class T>(const std::vector<T>&) { return std::is_same_v<T, std::string> ? 256 : sizeof(T); },
      variable.values);
}

std::size_t multiple_of(std::size_t n, std::size_t unit) { return std::max(unit, n / unit * unit); }

void cut(std::size_t row, const ResultSet& frame, std::size_t n_most, std::vector<ChunkBox>& boxes) {
  n_most = std::max(n_most, largest_chunk);  // less would cut chunks
  const Variable& variable = frame.variables[row];
  const std::vector<std::size_t> shape = shape_of(variable, frame);
  const bool is_text = std::holds_alternative<std::vector<std::string>>(variable.values);
  const std::size_t size = value_bytes(variable);
  const std::vector<std::size_t> chunk =
      is_text ? std::vector<std::size_t>(shape.size(), 1) : chunk_shape(shape, largest_chunk / size);
  std::size_t of_realization = size;
  for (std::size_t i = 2; i < shape.size(); ++i) of_realization *= shape[i];
  const std::size_t of_point = of_realization * shape[1];
  const bool whole_points = of_point <= n_most;
  const std::size_t n_points = whole_points ? multiple_of(n_most / of_point, chunk[0]) : 1;
  const std::size_t n_realizations = whole_points ? shape[1] : multiple_of(n_most / of_realization, chunk[1]);
  for (std::size_t point = 0; point < shape[0]; point += n_points) {
    for (std::size_t realization = 0; realization < shape[1]; realization += n_realizations) {
      ChunkBox box{.variable = row,
                   .first_point = point,
                   .n_points = std::min(n_points, shape[0] - point),
                   .first_realization = realization,
                   .n_realizations = std::min(n_realizations, shape[1] - realization)};
      box.n_bytes = box.n_points * box.n_realizations * of_realization;
      boxes.push_back(box);
    }
  }
}

}  // namespace

std::vector<std::vector<ChunkBox>> deal_into_passes(const ResultSet& frame, std::size_t n_most) {
  std::vector<ChunkBox> boxes;
  for (std::size_t row = 0; row < frame.variables.size(); ++row) {
    const Variable& variable = frame.variables[row];
    if (variable.size() == 0 && variable.dims.size() >= 3) cut(row, frame, n_most, boxes);
  }
  std::vector<std::vector<ChunkBox>> passes;
  std::size_t n_bytes = 0;
  for (const ChunkBox& box : boxes) {
    if (passes.empty() || n_bytes + box.n_bytes > n_most) {
      passes.emplace_back();
      n_bytes = 0;
    }
    passes.back().push_back(box);
    n_bytes += box.n_bytes;
  }
  return passes;
}

}  // namespace hansa
