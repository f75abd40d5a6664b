#include "analysis/results/hdf5/result_contents.hpp"

#include <limits>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <type_traits>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <hdf5_hl.h>

#include "analysis/results/hdf5/hdf5_column.hpp"
#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/result_format.hpp"

namespace hansa {
namespace {

void write(hid_t object, const std::string& name, hid_t file_type, hid_t memory_type, hid_t space,
           const void* values) {
  const std::string deed = fmt::format("write the attribute \"{}\"", name);
  Hdf5Handle attribute(H5Acreate2(object, name.c_str(), file_type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                       deed);
  must(H5Awrite(*attribute, memory_type, values), deed);
  attribute.close(deed);
}

void write_attribute(hid_t object, const std::string& name, const std::string& text) {
  const bool is_empty = text.empty();
  const Hdf5Handle type = hdf5_text_type(is_empty ? 1 : text.size());
  const Hdf5Handle space(H5Screate(is_empty ? H5S_NULL : H5S_SCALAR), H5Sclose, "make room for an attribute");
  write(object, name, *type, *type, *space, text.data());
}

template <class Number> void write_attribute(hid_t object, const std::string& name, Number number) {
  const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose, "make room for an attribute");
  write(object, name, Hdf5Type<Number>::file(), Hdf5Type<Number>::memory(), *space, &number);
}

template <class Number>
void write_attribute(hid_t object, const std::string& name, std::span<const Number> numbers) {
  const hsize_t n = numbers.size();
  const Hdf5Handle space(H5Screate_simple(1, &n, nullptr), H5Sclose, "make room for an attribute");
  write(object, name, Hdf5Type<Number>::file(), Hdf5Type<Number>::memory(), *space, numbers.data());
}

using Scales = std::map<std::string_view, Hdf5Handle>;

void write_attributes(hid_t file, const ResultSet& result) {
  const Hdf5Handle root(H5Gopen2(file, "/", H5P_DEFAULT), H5Gclose, "open the root group");
  write_attribute(*root, "Conventions", std::string(result_conventions));
  write_attribute(*root, "format_version", std::string(result_format_version));
  write_attribute(*root, "missing_values", std::string(meaning_of_nan));
  for (const auto& [name, value] : result.attributes) {
    std::visit([&](const auto& given) { write_attribute(*root, name, given); }, value);
  }
}

template <class Described> void write_description(hid_t array, const Described& described) {
  write_attribute(array, "long_name", described.long_name);
  write_attribute(array, "units", described.units);
}

Hdf5Handle write_dimension(hid_t file, const Dimension& dimension) {
  Hdf5Handle array = std::visit(
      [&](const auto& labels) { return write_column(file, dimension.name, {labels.size()}, labels); },
      dimension.labels);
  must(H5DSset_scale(*array, dimension.name.c_str()), "make a dimension");
  write_description(*array, dimension);
  return array;
}

template <class Value> void write_meanings(hid_t array, const Variable& variable) {
  if constexpr (std::is_same_v<Value, double>) {
    constexpr double not_applicable[] = {std::numeric_limits<double>::quiet_NaN()};
    write_attribute(array, "_FillValue", std::span<const double>(not_applicable));
  } else if constexpr (std::is_integral_v<Value>) {
    if (variable.flag_meanings.empty()) return;
    std::vector<Value> flag_values(variable.flag_meanings.size());
    std::iota(flag_values.begin(), flag_values.end(), Value{0});
    write_attribute(array, "flag_values", std::span<const Value>(flag_values));
    write_attribute(array, "flag_meanings", fmt::format("{}", fmt::join(variable.flag_meanings, " ")));
  }
}

void write_variable(hid_t file, const Variable& variable, const ResultSet& result, const Scales& scales) {
  Hdf5Handle array = std::visit(
      [&]<class Value>(const std::vector<Value>& values) {
        Hdf5Handle written = write_column(file, variable.name, shape_of(variable, result), values);
        write_description(*written, variable);
        write_meanings<Value>(*written, variable);
        return written;
      },
      variable.values);
  for (unsigned i = 0; i < variable.dims.size(); ++i) {
    must(H5DSattach_scale(*array, *scales.at(variable.dims[i]), i), "attach a dimension");
  }
  array.close("finish a variable");
}

}  // namespace

void write_contents(hid_t file, const ResultSet& result) {
  write_attributes(file, result);
  Scales scales;
  for (const Dimension& dimension : result.dims)
    scales.emplace(dimension.name, write_dimension(file, dimension));
  for (const Variable& variable : result.variables) write_variable(file, variable, result, scales);
  while (!scales.empty()) scales.extract(scales.begin()).mapped().close("finish a dimension");
}

}  // namespace hansa
