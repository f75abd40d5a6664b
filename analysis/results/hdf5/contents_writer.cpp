#include "analysis/results/hdf5/contents_writer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <type_traits>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <hdf5_hl.h>

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/result_format.hpp"

namespace hansa {
namespace {

constexpr double not_applicable = std::numeric_limits<double>::quiet_NaN();

Hdf5Handle space_of(const std::vector<std::size_t>& shape) {
  constexpr std::string_view deed = "create a dataspace";
  if (shape.empty()) return {H5Screate(H5S_SCALAR), H5Sclose, deed};
  const std::vector<hsize_t> sizes(shape.begin(), shape.end());
  return {H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr), H5Sclose, deed};
}

// Creation dates would make equal results differ; netCDF-4 requires the order of attributes.
Hdf5Handle plain_creation() {
  Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "prepare an array");
  must(H5Pset_obj_track_times(*creation, false), "disable creation dates");
  must(H5Pset_attr_creation_order(*creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
       "keep the order of attributes");
  return creation;
}

template <class Number> Hdf5Handle protected_creation(const std::vector<std::size_t>& shape) {
  Hdf5Handle creation = plain_creation();
  const bool is_empty = std::find(shape.begin(), shape.end(), 0U) != shape.end();
  if (!shape.empty() && !is_empty) {
    const std::vector<std::size_t> chunk = chunk_shape(shape, largest_chunk / sizeof(Number));
    const std::vector<hsize_t> sizes(chunk.begin(), chunk.end());
    must(H5Pset_chunk(*creation, static_cast<int>(sizes.size()), sizes.data()), "split an array into chunks");
    must(H5Pset_fletcher32(*creation), "protect an array with fletcher32");
  }
  if constexpr (std::is_same_v<Number, double>) {
    must(H5Pset_fill_value(*creation, H5T_NATIVE_DOUBLE, &not_applicable), "fill with NaN");
  }
  return creation;
}

// 0/0 is a negative NaN if the processor divides and a positive one if the compiler does; only one is written.
bool is_foreign_nan(double x) {
  return std::isnan(x) && std::bit_cast<std::uint64_t>(x) != std::bit_cast<std::uint64_t>(not_applicable);
}

template <class Number>
void write_numbers(hid_t array, const std::vector<Number>& numbers, const std::string& deed) {
  const auto write = [&](const Number* first) {
    must(H5Dwrite(array, Hdf5Type<Number>::memory(), H5S_ALL, H5S_ALL, H5P_DEFAULT, first), deed);
  };
  if constexpr (std::is_same_v<Number, double>) {
    if (std::any_of(numbers.begin(), numbers.end(), is_foreign_nan)) {
      std::vector<double> same = numbers;
      std::replace_if(same.begin(), same.end(), is_foreign_nan, not_applicable);
      return write(same.data());
    }
  }
  write(numbers.data());
}

void write_texts(hid_t array, const std::vector<std::string>& texts, const std::string& deed) {
  std::vector<const char*> pointers(texts.size());
  std::transform(texts.begin(), texts.end(), pointers.begin(),
                 [](const std::string& text) { return text.c_str(); });
  const Hdf5Handle type = hdf5_text_type();
  const Hdf5Handle transfer = hdf5_text_transfer(texts.size());
  must(H5Dwrite(array, *type, H5S_ALL, H5S_ALL, *transfer, pointers.data()), deed);
}

/// Writes one column of values as an array of this shape; returns the array, still open for attributes.
template <class Value>
Hdf5Handle write_column(hid_t file, const std::string& name, const std::vector<std::size_t>& shape,
                        const std::vector<Value>& values) {
  const std::string deed = fmt::format("write \"{}\"", name);
  const Hdf5Handle space = space_of(shape);
  const bool is_empty = std::find(shape.begin(), shape.end(), 0U) != shape.end();
  const bool has_values = is_empty || !values.empty();
  const auto create = [&](hid_t type, hid_t creation) {
    return Hdf5Handle(H5Dcreate2(file, name.c_str(), type, *space, H5P_DEFAULT, creation, H5P_DEFAULT),
                      H5Dclose, deed);
  };
  if constexpr (std::is_same_v<Value, std::string>) {
    Hdf5Handle array = create(*hdf5_text_type(), *plain_creation());
    if (has_values) write_texts(*array, values, deed);
    return array;
  } else {
    Hdf5Handle array = create(Hdf5Type<Value>::file(), *protected_creation<Value>(shape));
    if (has_values) write_numbers(*array, values, deed);
    return array;
  }
}

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
  const Hdf5Handle space(H5Screate(is_empty ? H5S_NULL : H5S_SCALAR), H5Sclose,
                         "create an attribute's dataspace");
  write(object, name, *type, *type, *space, text.data());
}

template <class Number> void write_attribute(hid_t object, const std::string& name, Number number) {
  const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose, "create an attribute's dataspace");
  write(object, name, Hdf5Type<Number>::file(), Hdf5Type<Number>::memory(), *space, &number);
}

template <class Number>
void write_attribute(hid_t object, const std::string& name, std::span<const Number> numbers) {
  const hsize_t n = numbers.size();
  const Hdf5Handle space(H5Screate_simple(1, &n, nullptr), H5Sclose, "create an attribute's dataspace");
  write(object, name, Hdf5Type<Number>::file(), Hdf5Type<Number>::memory(), *space, numbers.data());
}

using Scales = std::map<std::string_view, Hdf5Handle>;

void write_attributes(hid_t file, const ResultSet& result) {
  const Hdf5Handle root(H5Gopen2(file, "/", H5P_DEFAULT), H5Gclose, "open the root group");
  write_attribute(*root, "Conventions", std::string(result_conventions));
  write_attribute(*root, "format_version", std::string(result_format_version));
  write_attribute(*root, "missing_values", std::string(meaning_of_nan));
  for (const Attribute& attribute : result.attributes)
    std::visit([&](const auto& given) { write_attribute(*root, attribute.first, given); }, attribute.second);
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
    write_attribute(array, "_FillValue", std::span(&not_applicable, 1));
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
