#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "sim/record/hdf5_handle.hpp"

namespace hansa {

/// An HDF5 file that is written in memory alone: a file that HDF5 itself writes to a full disk can be wrong
/// and yet open cleanly afterwards.
class Hdf5MemoryFile {
 public:
  /// Takes memory in pieces of n_piece > 0 bytes.
  explicit Hdf5MemoryFile(std::size_t n_piece);

  hid_t operator*() const { return *file_; }

  /// Finishes the file, in which nothing may be open any more, and gives its bytes. Call it once, last.
  [[nodiscard]] std::vector<std::byte> close();

 private:
  // HDF5's own copy of an open file, H5Fget_file_image, has a wrong checksum before version 2.0
  // (HDFGroup/hdf5#1915). So HDF5 works in this memory from the start, and leaves a closed file in it.
  std::unique_ptr<std::vector<std::byte>> memory_;
  Hdf5Handle file_;
};

}  // namespace hansa
