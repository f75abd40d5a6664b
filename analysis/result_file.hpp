#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "sim/record/file_error.hpp"
#include "sim/record/result_set.hpp"

namespace hansa {

/// A result file that cannot be read, is damaged, or is not one of ours.
class ResultFileError : public FileError {
 public:
  using FileError::FileError;
};

/// Reads a result file whole. Throws ResultFileError on anything that docs/result_file.md does not allow: a
/// newer format, a wrong checksum, an array without named dimensions. Takes no lock: result files are
/// replaced, never changed.
[[nodiscard]] ResultSet read_result(const std::filesystem::path& file);

/// Reads the dimensions, the attributes and these variables of a result file whose seal was checked before;
/// without names none of the variables.
[[nodiscard]] ResultSet read_variables(const std::filesystem::path& file,
                                       std::span<const std::string> names = {});

}  // namespace hansa
