#include "sim/record/result_writer.hpp"

#include <hdf5_hl.h>

#include <limits>
#include <map>
#include <numeric>
#include <span>
#include <type_traits>

#include <fmt/ranges.h>

#include "sim/record/file_error.hpp"
#include "sim/record/hdf5_attribute.hpp"
#include "sim/record/hdf5_column.hpp"
#include "sim/record/hdf5_handle.hpp"
#include "sim/record/result_check.hpp"
#include "sim/record/result_format.hpp"

namespace hansa {
namespace {

using Scales = std::map<std::string_view, Hdf5Handle>;

// In memory alone: a file that HDF5 itself writes can be wrong and yet open cleanly after the disk was full.
Hdf5Handle create_in_memory(const ResultSet& result) {
  const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "prepare a file");
  std::size_t n_bytes = 1 << 20;
  for (const Variable& variable : result.variables) n_bytes += variable.size() * sizeof(double);
  must(H5Pset_fapl_core(*access, n_bytes, false), "keep a file in memory");
  // From this version on HDF5 guards its own bookkeeping with checksums.
  must(H5Pset_libver_bounds(*access, H5F_LIBVER_V110, H5F_LIBVER_V110), "choose HDF5's format");

  const Hdf5Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "prepare a file");
  constexpr unsigned in_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  must(H5Pset_link_creation_order(*creation, in_order), "keep the order of variables");
  must(H5Pset_attr_creation_order(*creation, in_order), "keep the order of attributes");
  must(H5Pset_obj_track_times(*creation, false), "leave out dates");
  // HDF5 takes two files in memory for one when their names are the same; the other thread's has another address.
  const std::string name = fmt::format("result-{}", fmt::ptr(&n_bytes));
  return {H5Fcreate(name.c_str(), H5F_ACC_TRUNC, *creation, *access), H5Fclose, "begin a file"};
}

void write_attributes(hid_t file, const ResultSet& result) {
  const Hdf5Handle root(H5Gopen2(file, "/", H5P_DEFAULT), H5Gclose, "open the root group");
  write_attribute(*root, "Conventions", std::string(result_conventions));
  write_attribute(*root, "format_version", std::string(result_format_version));
  write_attribute(*root, "missing_values", std::string(meaning_of_nan));
  for (const auto& [name, value] : result.attributes) {
    std::visit([&](const auto& given) { write_attribute(*root, name, given); }, value);
  }
}

template <class Described>
void write_description(hid_t array, const Described& described) {
  write_attribute(array, "long_name", described.long_name);
  write_attribute(array, "units", described.units);
}

Hdf5Handle write_dimension(hid_t file, const Dimension& dimension) {
  Hdf5Handle array = std::visit(
      [&](const auto& labels) { return write_column(file, dimension.name, {labels.size()}, labels); }, dimension.labels);
  must(H5DSset_scale(*array, dimension.name.c_str()), "make a dimension");
  write_description(*array, dimension);
  return array;
}

template <class Value>
void write_meanings(hid_t array, const Variable& variable) {
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

std::vector<std::byte> image_of(hid_t file) {
  must(H5Fflush(file, H5F_SCOPE_GLOBAL), "finish a file");
  const auto n_bytes = static_cast<std::size_t>(must(H5Fget_file_image(file, nullptr, 0), "size a file"));
  std::vector<std::byte> image(n_bytes);
  must(H5Fget_file_image(file, image.data(), n_bytes), "copy a file");
  return image;
}

}  // namespace

std::vector<std::byte> hdf5_image(const ResultSet& result, const std::filesystem::path& name) {
  check(result);
  try {
    const Hdf5Quiet quiet;
    Hdf5Handle file = create_in_memory(result);
    write_attributes(*file, result);
    Scales scales;
    for (const Dimension& dimension : result.dims) scales.emplace(dimension.name, write_dimension(*file, dimension));
    for (const Variable& variable : result.variables) write_variable(*file, variable, result, scales);
    while (!scales.empty()) scales.extract(scales.begin()).mapped().close("finish a dimension");
    std::vector<std::byte> image = image_of(*file);
    file.close("close a file");
    return image;
  } catch (const Hdf5Error& error) {
    throw OutputError(name, error.what());
  }
}

}  // namespace hansa
