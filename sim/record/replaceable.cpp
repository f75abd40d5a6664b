#include "sim/record/replaceable.hpp"

#include <string>
#include <system_error>

#include <fmt/core.h>

#include "sim/record/file_error.hpp"

namespace hansa {

void expect_replaceable(const std::filesystem::path& file) {
  using std::filesystem::file_type;
  std::error_code failed;
  const file_type type = std::filesystem::symlink_status(file, failed).type();
  if (type == file_type::regular || type == file_type::not_found) return;
  const bool is_known = type != file_type::none && type != file_type::unknown;
  const std::string what = type == file_type::directory ? "a folder"
                           : type == file_type::symlink ? "a symbolic link"
                           : is_known                   ? "a device, a pipe or a socket"
                                                        : "";
  throw OutputError(file, what.empty() ? system_cause("cannot be looked at", failed.value())
                                       : fmt::format("is {}, not a regular file, and is not replaced", what));
}

}  // namespace hansa
