#include "support/files/rename.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace hansa {
namespace {

int error_of(int returned) { return returned == 0 ? 0 : errno; }

bool lacks_the_flag(int error) { return error == EINVAL || error == ENOSYS; }

int rename_with(const std::filesystem::path& from, const std::filesystem::path& to, unsigned flags) {
  return error_of(::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags));
}

int rename_without_the_flag(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code ignored;
  if (std::filesystem::is_directory(std::filesystem::symlink_status(from, ignored))) {
    if (std::filesystem::exists(std::filesystem::symlink_status(to, ignored))) return EEXIST;
    const int error = error_of(::rename(from.c_str(), to.c_str()));
    return error == ENOTEMPTY || error == ENOTDIR ? EEXIST : error;
  }
  if (const int error = error_of(::link(from.c_str(), to.c_str())); error != 0) return error;
  ::unlink(from.c_str());  // if this fails, remove_abandoned_files removes the hidden name
  return 0;
}

}  // namespace

int rename_quietly(const std::filesystem::path& from, const std::filesystem::path& to, Replacing replacing) {
  switch (replacing) {
    case Replacing::Always:
      return error_of(::rename(from.c_str(), to.c_str()));
    case Replacing::Exchange: {
      const int error = rename_with(from, to, RENAME_EXCHANGE);
      return lacks_the_flag(error) ? EINVAL : error;
    }
    case Replacing::Never:
      break;
  }
  const int error = rename_with(from, to, RENAME_NOREPLACE);
  return lacks_the_flag(error) ? rename_without_the_flag(from, to) : error;
}

}  // namespace hansa
