#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace hansa {

/// How often a system call that a signal interrupts is tried before that counts as a failure.
inline constexpr int most_interruptions = 1000;

/// A file that cannot be read or written, with the cause. Exit status 3.
class FileError : public std::runtime_error {
 public:
  FileError(std::filesystem::path file, std::string cause)
      : std::runtime_error(file.string() + ": " + cause), file_(std::move(file)), cause_(std::move(cause)) {}

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] const std::string& cause() const { return cause_; }

 private:
  std::filesystem::path file_;
  std::string cause_;
};

/// A result that could not be written. A previous file of that name is intact unless the cause says
/// otherwise.
class OutputError : public FileError {
 public:
  using FileError::FileError;
};

/// "FAILURE: the system's message for ERROR", as the cause of a FileError.
[[nodiscard]] inline std::string system_cause(std::string_view failure, int error) {
  return std::string(failure) + ": " + std::generic_category().message(error);
}

}  // namespace hansa
