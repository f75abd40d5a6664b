#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/results/result_set.hpp"
#include "support/files/file_error.hpp"

namespace hansa {

/// A result file that is damaged, or is not a result of Hansa: its numbers cannot be trusted. Exit status 1.
class ResultFileError : public FileError {
 public:
  using FileError::FileError;
};

/// Reads a result file. Throws ResultFileError on anything that docs/reference/result_file.md does not allow: a newer
/// format, a wrong checksum, an array without named dimensions. Takes no lock: result files are replaced, never
/// changed.
[[nodiscard]] ResultSet read_result(const std::filesystem::path& file);

/// The same of the result of a run: its dimensions and variables are those of lay_out().
[[nodiscard]] ResultSet read_run(const std::filesystem::path& file);

/// The same, or of a file of a sweep, whose layout is not checked further.
[[nodiscard]] ResultSet read_run_or_sweep(const std::filesystem::path& file);

/// Reads the dimensions, the attributes and the named variables of a result file whose seal was checked before.
[[nodiscard]] ResultSet read_variables(const std::filesystem::path& file,
                                       std::span<const std::string> names = {});

/// The values of a variable. Throws ResultFileError unless the result has one of this name and type.
template <class T> const std::vector<T>& values_of(const ResultSet& result, std::string_view name) {
  const Variable* variable = result.find_variable(name);
  if (variable == nullptr || !std::holds_alternative<std::vector<T>>(variable->values))
    throw ResultFileError(std::string(name), "is missing among the variables of the result");
  return std::get<std::vector<T>>(variable->values);
}

}  // namespace hansa
