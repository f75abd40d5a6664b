#pragma once

#include <cstddef>
#include <string>

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "support/files/regular_file.hpp"

namespace hansa {

/// The bytes of the file of an open object: no more values than these can hold are read from it.
[[nodiscard]] std::size_t file_bytes(hid_t object);

/// Opens an array that is itself in this group. Throws Refusal for links, of which HDF5 would open other files, for
/// anything else than an array, and for an array whose values are not all stored in this file as Hansa stores them: in
/// one piece or in chunks, with no filter but the check sum fletcher32.
[[nodiscard]] Hdf5Handle open_stored_array(hid_t group, const std::string& name);

/// Throws Refusal unless what an array of n dimensions says of the scales attached to them is of the form that HDF5 makes:
/// HDF5 reads it into memory for n lists of references, whatever is there.
void expect_scales_attached(hid_t array, unsigned n_dims);

/// Throws Refusal unless the texts of an array are whole in the heaps of the file: HDF5 believes what sizes a heap gives.
void check_texts(hid_t array, const RegularFile& file);

/// A transfer list under which texts are read into at most this many bytes in all; longer ones fail.
class TextAllowance {
 public:
  TextAllowance(std::size_t n_texts, std::size_t n_bytes);

  [[nodiscard]] hid_t list() const { return *list_; }

 private:
  std::size_t left_;
  Hdf5Handle list_;
};

}  // namespace hansa
