#include "support/files/presence.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "support/files/file_error.hpp"

namespace hansa {

namespace fs = std::filesystem;

bool is_fault(int error) {
  constexpr std::array of_the_path = {0,     ENOENT,   ENOTDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG,
                                      EXDEV, EISDIR,   EINVAL,  EROFS,  ENXIO, EPIPE, ENODEV,
                                      ESRCH, EOVERFLOW};
  return std::find(of_the_path.begin(), of_the_path.end(), error) == of_the_path.end();
}

namespace {

void expect_no_fault(const fs::path& path, const std::error_code& failed, const char* failure) {
  if (is_fault(failed.value())) throw FileError(path, system_cause(failure, failed.value()));
}

}  // namespace

bool is_there(const fs::path& path) {
  std::error_code failed;
  const fs::file_status status = fs::symlink_status(path, failed);
  expect_no_fault(path, failed, "cannot be examined");
  return fs::exists(status);
}

bool is_regular(const fs::path& path) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  expect_no_fault(path, failed, "cannot be examined");
  return fs::is_regular_file(status);
}

bool is_folder(const fs::path& path) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  expect_no_fault(path, failed, "cannot be examined");
  return fs::is_directory(status);
}

std::vector<fs::directory_entry> entries_of(const fs::path& folder) {
  std::vector<fs::directory_entry> entries;
  std::error_code failed;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed))
    entries.push_back(*entry);
  expect_no_fault(folder, failed, "cannot be listed");
  return entries;
}

}  // namespace hansa
