#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/results/hdf5/hdf5_handle.hpp"
#include "analysis/results/result_set.hpp"

namespace hansa {

/// A result file that is written box by box, directly to disk, for results that do not fit into memory. A file that
/// HDF5 writes to a full disk can be wrong and still open without errors, so close() reads it back completely.
/// Every call throws OutputError.
class ResultStream {
 public:
  /// Creates the file, replacing any of that name. The variables of `frame` without values, each along a dimension, get
  /// theirs from write(). Errors name `shown_as`, the name that the user sees.
  ResultStream(std::filesystem::path file, std::filesystem::path shown_as, const ResultSet& frame);

  /// Writes a box of a variable, the last dimension fastest. Boxes aligned with chunks (see chunk_shape) are the
  /// fastest.
  void write(const std::string& variable, std::span<const std::size_t> start,
             std::span<const std::size_t> count, const Variable::Values& values);

  /// Closes the file and reads every value back. Call it once, last.
  void close();

 private:
  std::filesystem::path path_, shown_as_;
  Hdf5Quiet quiet_;
  std::vector<Hdf5Handle> file_;  // one until closed, then empty
};

}  // namespace hansa
