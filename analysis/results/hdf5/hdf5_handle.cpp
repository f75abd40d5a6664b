#include "analysis/results/hdf5/hdf5_handle.hpp"

#include <algorithm>
#include <regex>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace hansa {
namespace {

constexpr hid_t nothing = H5I_INVALID_HID;

/// HDF5's description of a failed system call without its addresses: what failed, and the system's message.
std::string without_insides(const std::string& reason) {
  static const std::regex insides(": time = [^]*error message = '([^']*)'[^]*");
  return std::regex_replace(reason, insides, ": $1");
}

// HDF5 keeps a stack of errors; the first entry is the origin of the failure.
std::string first_reason() {
  std::string reason;
  const auto keep_first = [](unsigned depth, const H5E_error2_t* entry, void* kept) -> herr_t {
    if (depth == 0) *static_cast<std::string*>(kept) = entry->desc;  // never null
    return 0;
  };
  static_cast<void>(H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &reason));
  return reason.empty() ? "HDF5 gives no reason" : reason;
}

Hdf5Handle text_type(std::size_t n_bytes) {
  Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "make a text type");
  must(H5Tset_size(*type, n_bytes), "size a text type");
  must(H5Tset_cset(*type, H5T_CSET_UTF8), "make a text type UTF-8");
  return type;
}

}  // namespace

Hdf5Error::Hdf5Error(std::string_view deed) : Hdf5Error(deed, first_reason()) {}

Hdf5Error::Hdf5Error(std::string_view deed, const std::string& reason)
    : std::runtime_error(fmt::format("cannot {}: {}", deed, without_insides(reason))),
      is_of_system_(reason.find("errno = ") != std::string::npos) {}

Hdf5Quiet::Hdf5Quiet() {
  H5dont_atexit();  // after a damaged file its exit handler loops and prints errors
  must(H5Eget_auto2(H5E_DEFAULT, &print_, &print_argument_), "read the error handler of HDF5");
  must(H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr), "silence HDF5");
}

Hdf5Quiet::~Hdf5Quiet() { H5Eset_auto2(H5E_DEFAULT, print_, print_argument_); }

Hdf5Handle::~Hdf5Handle() {
  if (id_ != nothing) close_(id_);
}

Hdf5Handle::Hdf5Handle(Hdf5Handle&& other) noexcept
    : id_(std::exchange(other.id_, nothing)), close_(other.close_) {}

void Hdf5Handle::close(std::string_view deed) { must(close_(std::exchange(id_, nothing)), deed); }

Hdf5Handle hdf5_file_creation() {
  Hdf5Handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "prepare a file");
  constexpr unsigned in_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  must(H5Pset_link_creation_order(*creation, in_order), "keep the order of variables");
  must(H5Pset_attr_creation_order(*creation, in_order), "keep the order of attributes");
  must(H5Pset_obj_track_times(*creation, false), "disable creation dates");
  return creation;
}

void choose_hdf5_format(hid_t access) {
  must(H5Pset_libver_bounds(access, H5F_LIBVER_V110, H5F_LIBVER_V110), "choose HDF5's format");
}

Hdf5Handle hdf5_text_type() { return text_type(H5T_VARIABLE); }
Hdf5Handle hdf5_text_type(std::size_t n_bytes) { return text_type(n_bytes); }

Hdf5Handle hdf5_text_transfer(std::size_t n_texts) {
  constexpr std::size_t a_text = 32, least = 1 << 10, most = 1 << 20;  // [bytes] in memory and in the file
  Hdf5Handle transfer(H5Pcreate(H5P_DATASET_XFER), H5Pclose, "prepare to move texts");
  must(H5Pset_buffer(*transfer, std::clamp(n_texts * a_text, least, most), nullptr, nullptr),
       "prepare to move texts");
  return transfer;
}

}  // namespace hansa
