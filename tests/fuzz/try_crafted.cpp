#include <algorithm>
#include <array>
#include <csignal>

#include <hdf5_hl.h>

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/sha256.hpp"
#include "tests/analysis/results/sample_result.hpp"
#include "tests/fuzz/tries.hpp"
#include "tests/support/files/child.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa::test {
namespace {

/// The changes as they are read; zeros behind the end.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool is_left() const { return !rest_.empty(); }
  std::size_t below(std::size_t n) {
    const std::size_t byte = rest_.empty() ? 0 : static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(rest_.empty() ? 0 : 1);
    return byte % n;
  }
  std::string text(std::size_t n) {
    std::string taken(rest_.substr(0, n));
    rest_.remove_prefix(taken.size());
    taken.resize(n, '\0');
    return taken;
  }
  const char* of(std::span<const char* const> names) { return names[below(names.size())]; }

 private:
  std::string_view rest_;
};

constexpr auto arrays = std::to_array<const char*>({"realization", "year", "level", "state", "city", "depth",
                                                    "adopted", "objectors", "form", "name", "total", "motto",
                                                    "kind", "x", "y", "/", ".", "a/b"});
constexpr auto attributes =
    std::to_array<const char*>({"units", "long_name", "flag_meanings", "flag_values", "_FillValue",
                                "Conventions", "format_version", "missing_values", "title", "seed", "CLASS",
                                "NAME", "DIMENSION_LIST", "REFERENCE_LIST", "DIMENSION_LABELS", "x"});

Hdf5Handle copied(hid_t type) { return {H5Tcopy(type), H5Tclose, "copy a type"}; }

Hdf5Handle choose_type(Choices& choices) {
  switch (choices.below(14)) {
    case 0:
      return hdf5_text_type(1 + choices.below(64));
    case 1:
      return hdf5_text_type();
    case 2:
      return copied(H5T_IEEE_F64LE);
    case 3:
      return copied(H5T_STD_I64LE);
    case 4:
      return copied(H5T_STD_I32LE);
    case 5:
      return copied(H5T_STD_U8LE);
    case 6:
      return copied(H5T_IEEE_F32BE);
    case 7:
      return copied(H5T_STD_U64BE);
    case 8:
      return {H5Tcreate(H5T_COMPOUND, 1 + choices.below(64)), H5Tclose, "create a type"};
    case 9: {
      const hsize_t n = 1 + choices.below(8);
      return {H5Tarray_create2(H5T_IEEE_F64LE, 1, &n), H5Tclose, "create a type"};
    }
    case 10:
      return {H5Tcreate(H5T_OPAQUE, 1 + choices.below(64)), H5Tclose, "create a type"};
    case 11:
      return copied(H5T_STD_REF_OBJ);
    case 12:
      return {H5Tvlen_create(H5T_STD_I32LE), H5Tclose, "create a type"};
    default:
      return {H5Tenum_create(H5T_STD_U8LE), H5Tclose, "create a type"};
  }
}

/// A size; only arrays may be so large that nobody stores their values.
Hdf5Handle choose_space(Choices& choices, bool is_array) {
  const std::size_t n_dims = choices.below(5);
  if (n_dims == 0) return {H5Screate(choices.below(2) == 0 ? H5S_SCALAR : H5S_NULL), H5Sclose, "size"};
  std::array<hsize_t, 4> sizes{};
  for (hsize_t& size : sizes) {
    size = choices.below(8);
    if (size == 7 && is_array) size = hsize_t{1} << choices.below(64);
  }
  return {H5Screate_simple(static_cast<int>(n_dims), sizes.data(), nullptr), H5Sclose, "size"};
}

/// Values for an array or an attribute of this type and size; none for a type of pointers, or for very many.
std::string choose_values(Choices& choices, hid_t type, hid_t space) {
  constexpr hssize_t most_points = 256;
  const hssize_t n = H5Sget_simple_extent_npoints(space);
  if (n <= 0 || n > most_points || H5Tget_class(type) == H5T_VLEN || H5Tis_variable_str(type) != 0) return "";
  return choices.text(static_cast<std::size_t>(n) * H5Tget_size(type));
}

void set_attribute(hid_t object, Choices& choices) {
  const char* name = choices.of(attributes);
  if (H5Aexists(object, name) > 0) must(H5Adelete(object, name), "delete");
  const Hdf5Handle type = choose_type(choices), space = choose_space(choices, false);
  const Hdf5Handle attribute(H5Acreate2(object, name, *type, *space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
                             "create");
  const std::string values = choose_values(choices, *type, *space);
  if (!values.empty()) must(H5Awrite(*attribute, *type, values.data()), "write");
}

void add_array(hid_t file, Choices& choices) {
  const char* name = choices.of(arrays);
  const Hdf5Handle type = choose_type(choices), space = choose_space(choices, true);
  const Hdf5Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "plan");
  const std::size_t layout = choices.below(4);
  if (layout == 1) must(H5Pset_layout(*creation, H5D_COMPACT), "compact");
  if (layout > 1) {
    std::array<hsize_t, 4> chunk{};
    for (hsize_t& size : chunk) size = 1 + choices.below(2);
    must(H5Pset_chunk(*creation, std::max(1, H5Sget_simple_extent_ndims(*space)), chunk.data()), "split");
    if (layout > 2) must(H5Pset_fletcher32(*creation), "protect");
  }
  const Hdf5Handle array(H5Dcreate2(file, name, *type, *space, H5P_DEFAULT, *creation, H5P_DEFAULT), H5Dclose,
                         "create");
  const std::string values = choose_values(choices, *type, *space);
  if (!values.empty()) must(H5Dwrite(*array, *type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), "write");
}

void change_dimension(hid_t file, Choices& choices) {
  const Hdf5Handle array(H5Dopen2(file, choices.of(arrays), H5P_DEFAULT), H5Dclose, "open");
  const Hdf5Handle scale(H5Dopen2(file, choices.of(arrays), H5P_DEFAULT), H5Dclose, "open");
  const auto place = static_cast<unsigned>(choices.below(4));
  switch (choices.below(3)) {
    case 0:
      must(H5DSattach_scale(*array, *scale, place), "attach");
      break;
    case 1:
      must(H5DSdetach_scale(*array, *scale, place), "detach");
      break;
    default:
      must(H5DSset_scale(*scale, choices.of(arrays)), "make a scale");
  }
}

void change(hid_t file, Choices& choices) {
  switch (choices.below(8)) {
    case 0: {
      const Hdf5Handle object(H5Oopen(file, choices.of(arrays), H5P_DEFAULT), H5Oclose, "open");
      must(H5Adelete(*object, choices.of(attributes)), "delete");
      break;
    }
    case 1:
      must(H5Ldelete(file, choices.of(arrays), H5P_DEFAULT), "delete");
      break;
    case 2:
      must(H5Lmove(file, choices.of(arrays), file, choices.of(arrays), H5P_DEFAULT, H5P_DEFAULT), "rename");
      break;
    case 3: {
      const Hdf5Handle object(H5Oopen(file, choices.of(arrays), H5P_DEFAULT), H5Oclose, "open");
      set_attribute(*object, choices);
      break;
    }
    case 4:
      add_array(file, choices);
      break;
    case 5:
      change_dimension(file, choices);
      break;
    case 6:
      if (choices.below(2) == 0)
        must(H5Lcreate_hard(file, choices.of(arrays), file, choices.of(arrays), H5P_DEFAULT, H5P_DEFAULT),
             "link");
      else
        must(H5Lcreate_soft(choices.of(arrays), file, choices.of(arrays), H5P_DEFAULT, H5P_DEFAULT), "link");
      break;
    default: {
      const Hdf5Handle group(H5Gcreate2(file, choices.of(arrays), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
                             H5Gclose, "group");
    }
  }
}

/// The bytes of a result with one of everything, without the seal.
std::string sample_bytes() {
  ResultSet result = sample_result();
  result.attributes.pop_back();  // it is long
  const std::vector<std::byte> image = hdf5_image(result);
  return {reinterpret_cast<const char*>(image.data()), image.size() - seal_size};
}

}  // namespace

bool try_crafted(std::string_view changes) {
  static const std::string sample = sample_bytes();
  const ScratchFolder folder;
  put(folder / "a.h5", sample);
  // in another process, for HDF5 may damage its own memory by what it is asked to make, and then may not end
  const int status = in_child([&] {
    std::signal(SIGALRM, SIG_DFL);  // which libFuzzer handles
    ::alarm(5);
    const Hdf5Quiet quiet;
    const Hdf5Handle file(H5Fopen((folder / "a.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose, "open");
    Choices choices(changes);
    while (choices.is_left()) {
      try {
        change(*file, choices);
      } catch (const Hdf5Error&) {  // HDF5 does not make every change
      }
    }
    return 0;
  });
  if (status != 0) return false;
  return try_result(text_of(folder / "a.h5"));
}

}  // namespace hansa::test
