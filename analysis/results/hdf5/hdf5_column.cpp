#include "analysis/results/hdf5/hdf5_column.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <type_traits>

#include <fmt/format.h>

#include "analysis/results/result_format.hpp"

namespace hansa {
namespace {

constexpr double not_applicable = std::numeric_limits<double>::quiet_NaN();

Hdf5Handle space_of(const std::vector<std::size_t>& shape) {
  constexpr std::string_view deed = "make room for an array";
  if (shape.empty()) return {H5Screate(H5S_SCALAR), H5Sclose, deed};
  const std::vector<hsize_t> sizes(shape.begin(), shape.end());
  return {H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr), H5Sclose, deed};
}

// Dates of creation would make equal results differ; the order of attributes is kept as netCDF-4 asks.
Hdf5Handle plain_creation() {
  Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "prepare an array");
  must(H5Pset_obj_track_times(*creation, false), "leave out dates");
  must(H5Pset_attr_creation_order(*creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
       "keep the order of attributes");
  return creation;
}

template <class Number> Hdf5Handle guarded_creation(const std::vector<std::size_t>& shape) {
  Hdf5Handle creation = plain_creation();
  const bool is_empty = std::find(shape.begin(), shape.end(), 0U) != shape.end();
  if (!shape.empty() && !is_empty) {
    const std::vector<std::size_t> chunk = chunk_shape(shape, largest_chunk / sizeof(Number));
    const std::vector<hsize_t> sizes(chunk.begin(), chunk.end());
    must(H5Pset_chunk(*creation, static_cast<int>(sizes.size()), sizes.data()), "cut an array into chunks");
    must(H5Pset_fletcher32(*creation), "guard an array with fletcher32");
  }
  if constexpr (std::is_same_v<Number, double>) {
    must(H5Pset_fill_value(*creation, H5T_NATIVE_DOUBLE, &not_applicable), "fill with NaN");
  }
  return creation;
}

// 0/0 is a negative NaN when the processor divides and a positive one when the compiler does: only one may be
// written.
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
  must(H5Dwrite(array, *type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), deed);
}

}  // namespace

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
    Hdf5Handle array = create(Hdf5Type<Value>::file(), *guarded_creation<Value>(shape));
    if (has_values) write_numbers(*array, values, deed);
    return array;
  }
}

template Hdf5Handle write_column(hid_t, const std::string&, const std::vector<std::size_t>&,
                                 const std::vector<double>&);
template Hdf5Handle write_column(hid_t, const std::string&, const std::vector<std::size_t>&,
                                 const std::vector<std::int64_t>&);
template Hdf5Handle write_column(hid_t, const std::string&, const std::vector<std::size_t>&,
                                 const std::vector<std::int32_t>&);
template Hdf5Handle write_column(hid_t, const std::string&, const std::vector<std::size_t>&,
                                 const std::vector<std::uint8_t>&);
template Hdf5Handle write_column(hid_t, const std::string&, const std::vector<std::size_t>&,
                                 const std::vector<std::string>&);

}  // namespace hansa
