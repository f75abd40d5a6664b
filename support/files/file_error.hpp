#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace hansa {

/// A file that the outside world does not let us write or read: which one, and why. Exit status 3.
class FileError : public std::runtime_error {
 public:
  FileError(std::filesystem::path file, std::string cause);

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] const std::string& cause() const { return cause_; }

 private:
  std::filesystem::path file_;
  std::string cause_;
};

/// A result that could not be written. What stood under its name before still does, unless the cause says
/// otherwise.
class OutputError : public FileError {
 public:
  using FileError::FileError;
};

/// "DEED: what the system says of ERROR", as the cause of a FileError.
[[nodiscard]] std::string system_cause(std::string_view deed, int error);

}  // namespace hansa
