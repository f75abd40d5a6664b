#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include <hdf5_hl.h>

#include "tests/analysis/results/hdf5/altered_result.hpp"

namespace hansa::test {

/// An array in the place of another, along these dimensions of the file, all of its values 0.
struct Craft {
  std::vector<std::string> dims;
  std::vector<hsize_t> shape;
  hid_t type = H5T_IEEE_F64LE;
  hid_t creation = H5P_DEFAULT;
};

inline void describe(hid_t array, const char* attribute) {
  const Hdf5Handle space(H5Screate(H5S_SCALAR), H5Sclose, "size");
  const Hdf5Handle type = hdf5_text_type(1);
  const Hdf5Handle text(H5Acreate2(array, attribute, *type, *space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                        "describe");
  must(H5Awrite(*text, *type, "1"), "describe");
}

inline void replace(hid_t file, const std::string& name, const Craft& craft) {
  must(H5Ldelete(file, name.c_str(), H5P_DEFAULT), "remove");
  const Hdf5Handle space(craft.shape.empty() ? H5Screate(H5S_SCALAR)
                                             : H5Screate_simple(static_cast<int>(craft.shape.size()),
                                                                craft.shape.data(), nullptr),
                         H5Sclose, "size");
  const Hdf5Handle array(
      H5Dcreate2(file, name.c_str(), craft.type, *space, H5P_DEFAULT, craft.creation, H5P_DEFAULT), H5Dclose,
      "create");
  if (craft.creation == H5P_DEFAULT && H5Tget_class(craft.type) != H5T_STRING &&
      H5Sget_simple_extent_npoints(*space) < 1000) {
    const std::vector<double> zeros(1000);
    must(H5Dwrite(*array, craft.type, H5S_ALL, H5S_ALL, H5P_DEFAULT, zeros.data()), "write");
  }
  describe(*array, "units");
  describe(*array, "long_name");
  for (unsigned k = 0; k < craft.dims.size(); ++k) {
    const Hdf5Handle scale(H5Dopen2(file, craft.dims[k].c_str(), H5P_DEFAULT), H5Dclose, "open a dimension");
    must(H5DSattach_scale(*array, *scale, k), "attach a dimension");
  }
}

inline hsize_t size_of(hid_t file, const std::string& dimension) {
  const Hdf5Handle scale(H5Dopen2(file, dimension.c_str(), H5P_DEFAULT), H5Dclose, "open a dimension");
  const Hdf5Handle space(H5Dget_space(*scale), H5Sclose, "size");
  return static_cast<hsize_t>(H5Sget_simple_extent_npoints(*space));
}

/// One kind of crafted file: what is changed, and what is said of it.
struct Kind {
  std::string name;
  std::function<void(hid_t file, const std::string& secret)> change;
  std::string said;
};

/// A variable of another size than its values, stored elsewhere or under a filter. `rows`: a dimension of the file.
inline std::vector<Kind> stored_otherwise(const std::string& name, const std::string& rows) {
  const std::string said = "\"" + name + "\": ", path = "/" + name;
  return {
      {"2^40 values",
       [=](hid_t file, const std::string&) { replace(file, name, {.shape = {hsize_t{1} << 40}}); },
       said + "has fewer values in this file than its size says"},
      {"2^62 values",
       [=](hid_t file, const std::string&) {
         const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
         const hsize_t chunk = 1000;
         must(H5Pset_chunk(*creation, 1, &chunk), "split");
         replace(file, name, {.shape = {hsize_t{1} << 62}, .creation = *creation});
       },
       said},
      {"values in another file",
       [=](hid_t file, const std::string& secret) {
         const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
         must(H5Pset_external(*creation, secret.c_str(), 0, size_of(file, rows) * 8), "outside");
         replace(file, name, {.dims = {rows}, .shape = {size_of(file, rows)}, .creation = *creation});
       },
       said + "has its values in another file"},
      {"values mapped from another file",
       [=](hid_t file, const std::string& secret) {
         const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
         const hsize_t n = size_of(file, rows);
         const Hdf5Handle space(H5Screate_simple(1, &n, nullptr), H5Sclose, "size");
         must(H5Pset_virtual(*creation, *space, secret.c_str(), path.c_str(), *space), "map");
         replace(file, name, {.dims = {rows}, .shape = {n}, .creation = *creation});
       },
       said + "has its values in other arrays"},
      {"a link into another file",
       [=](hid_t file, const std::string& secret) {
         must(H5Ldelete(file, name.c_str(), H5P_DEFAULT), "remove");
         must(H5Lcreate_external(secret.c_str(), path.c_str(), file, name.c_str(), H5P_DEFAULT, H5P_DEFAULT),
              "link");
       },
       said + "is a link to elsewhere"},
      {"a link within the file",
       [=](hid_t file, const std::string&) {
         must(H5Ldelete(file, name.c_str(), H5P_DEFAULT), "remove");
         must(H5Lcreate_soft("/accredited", file, name.c_str(), H5P_DEFAULT, H5P_DEFAULT), "link");
       },
       said + "is a link to elsewhere"},
      {"a filter that no result has",
       [=](hid_t file, const std::string&) {
         const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
         const hsize_t n = size_of(file, rows);
         must(H5Pset_chunk(*creation, 1, &n), "split");
         must(H5Pset_deflate(*creation, 9), "filter");
         replace(file, name, {.dims = {rows}, .shape = {n}, .creation = *creation});
       },
       said + "is stored under a filter that no result has"},
      {"a group",
       [=](hid_t file, const std::string&) {
         must(H5Ldelete(file, name.c_str(), H5P_DEFAULT), "remove");
         const Hdf5Handle group(H5Gcreate2(file, name.c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
                                H5Gclose, "group");
       },
       said},
  };
}

}  // namespace hansa::test
