#include "sweeps/layout/merged_size.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <type_traits>

#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/results/result_format.hpp"

namespace hansa {
namespace {

constexpr std::array<std::string_view, 2> cut_dimensions = {"design_point", "realization"};

bool is_cut(std::string_view dimension) {
  return std::find(cut_dimensions.begin(), cut_dimensions.end(), dimension) != cut_dimensions.end();
}

/// Bytes of one value where it is stored: of a text, its place in the heap.
template <class T> constexpr double stored_size() { return std::is_same_v<T, std::string> ? 16 : sizeof(T); }

/// Bytes of the values of an array: numbers are in whole chunks.
template <class T> double stored_bytes(const std::vector<std::size_t>& shape) {
  constexpr double per_chunk = 24;  // its check sum, its place                        [byte]
  double n = 1, n_chunks = 1;
  for (const std::size_t size : shape) n *= static_cast<double>(size);
  if (n == 0 || shape.empty() || std::is_same_v<T, std::string>) return n * stored_size<T>();
  const std::vector<std::size_t> chunk = chunk_shape(shape, largest_chunk / sizeof(T));
  double of_chunk = stored_size<T>();
  for (std::size_t i = 0; i < shape.size(); ++i) {
    of_chunk *= static_cast<double>(chunk[i]);
    n_chunks *= static_cast<double>((shape[i] + chunk[i] - 1) / chunk[i]);
  }
  return n_chunks * (of_chunk + per_chunk);
}

/// So many of the values, those that are missing 0 or empty.
auto first_of(const auto& alternatives, std::size_t n) {
  auto first = alternatives;
  std::visit([](auto& values) { values.clear(); }, first);
  std::visit(
      [&]<class T>(const std::vector<T>& values) {
        auto& kept = std::get<std::vector<T>>(first);
        kept.assign(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(std::min(n, values.size())));
        kept.resize(n);
      },
      alternatives);
  return first;
}

/// The same layout with one point and one realization, whose values are there.
ResultSet cut_to_one(const ResultSet& frame) {
  ResultSet cut;
  cut.attributes = frame.attributes;
  for (const Dimension& dimension : frame.dims) {
    const std::size_t n = is_cut(dimension.name) ? 1 : dimension.size();
    cut.dims.push_back({dimension.name, first_of(dimension.labels, n), dimension.units, dimension.long_name});
  }
  for (const Variable& variable : frame.variables) {
    std::size_t n = 1;
    for (const std::size_t size : shape_of(variable, cut)) n *= size;
    cut.variables.push_back({variable.name, variable.dims, first_of(variable.values, n), variable.units,
                             variable.long_name, variable.flag_meanings});
  }
  return cut;
}

}  // namespace

double merged_file_bytes(const ResultSet& frame) {
  const ResultSet cut = cut_to_one(frame);
  auto bytes = static_cast<double>(hdf5_image(cut).size());
  for (std::size_t k = 0; k < frame.dims.size(); ++k)
    std::visit(
        [&]<class T>(const std::vector<T>& labels) {
          bytes += stored_bytes<T>({labels.size()}) - stored_bytes<T>({cut.dims[k].size()});
        },
        frame.dims[k].labels);
  for (const Variable& variable : frame.variables)
    std::visit(
        [&]<class T>(const std::vector<T>&) {
          bytes += stored_bytes<T>(shape_of(variable, frame)) - stored_bytes<T>(shape_of(variable, cut));
        },
        variable.values);
  return bytes;
}

double bytes_in_memory(const ResultSet& result) {
  double bytes = 0;
  const auto add = [&]<class T>(const std::vector<T>& values) {
    bytes += static_cast<double>(values.size() * sizeof(T));
    if constexpr (std::is_same_v<T, std::string>)
      for (const std::string& text : values) bytes += static_cast<double>(text.size());
  };
  for (const Dimension& dimension : result.dims) std::visit(add, dimension.labels);
  for (const Variable& variable : result.variables) std::visit(add, variable.values);
  return bytes;
}

}  // namespace hansa
