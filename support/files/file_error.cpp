#include "support/files/file_error.hpp"

#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace hansa {

FileError::FileError(std::filesystem::path file, std::string cause)
    : std::runtime_error(file.string() + ": " + cause), file_(std::move(file)), cause_(std::move(cause)) {}

std::string system_cause(std::string_view failure, int error) {
  return fmt::format("{}: {}", failure, std::generic_category().message(error));
}

}  // namespace hansa
