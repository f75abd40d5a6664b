#pragma once

#include <span>
#include <stdexcept>
#include <string>

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/result_set.hpp"
#include "support/files/regular_file.hpp"

namespace hansa {

/// Why a file is refused. It names no file; the caller does.
class Refusal : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a file holds.
struct Contents {
  ResultSet result;
  std::string version;  // of its format
};

/// Reads the attributes, the dimensions and the `wanted` variables (nullptr: all) of an open result file from its
/// root group. `file`: the same file, whose bytes are looked at before HDF5 believes them. Throws Refusal, Hdf5Error or
/// FileError.
[[nodiscard]] Contents read_contents(hid_t root, const RegularFile& file,
                                     const std::span<const std::string>* wanted);

}  // namespace hansa
