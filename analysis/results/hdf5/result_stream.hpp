#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// A result file that is written piece by piece, straight to the disk: for what has no room in memory. A file
/// that HDF5 writes to a full disk can be wrong and yet open cleanly, so close() reads all of it back.
/// Every call throws OutputError.
class ResultStream {
 public:
  /// Begins the file, over what has its name. The variables of `frame` that have no values get theirs by
  /// write(). Errors name `shown_as`, the name by which the user knows it.
  ResultStream(std::filesystem::path file, std::filesystem::path shown_as, const ResultSet& frame);

  /// Writes a box of a variable, the last dimension fastest. A box that cuts no chunk (see chunk_shape) costs
  /// least.
  void write(const std::string& variable, std::span<const std::size_t> start,
             std::span<const std::size_t> count, const Variable::Values& values);

  /// Finishes the file and reads every value back. Call it once, last.
  void close();

 private:
  std::filesystem::path path_, shown_as_;
  Hdf5Quiet quiet_;
  std::vector<Hdf5Handle> file_;  // one, until it is closed
};

}  // namespace hansa
