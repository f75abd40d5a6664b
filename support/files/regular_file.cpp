#include "support/files/regular_file.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "support/files/file_error.hpp"
#include "support/files/presence.hpp"

namespace hansa {
namespace {

namespace fs = std::filesystem;

// without O_NONBLOCK, opening a pipe waits for a writer
constexpr int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;

/// openat2; -1 with ENOSYS where the kernel, or a filter around the process, does not know it.
int open_beneath(int folder, const fs::path& name) {
#ifdef SYS_openat2
  open_how how{};
  how.flags = flags;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
  return static_cast<int>(::syscall(SYS_openat2, folder, name.c_str(), &how, sizeof how));
#else
  static_cast<void>(folder);
  static_cast<void>(name);
  errno = ENOSYS;
  return -1;
#endif
}

/// The same in two steps, between which a name can be given to another file.
int open_checked(const fs::path& file, const fs::path& root) {
  std::error_code failed;
  const fs::path real = fs::canonical(file, failed);
  const fs::path real_root = failed ? fs::path() : fs::canonical(root, failed);
  if (failed) {
    errno = failed.value();
    return -1;
  }
  if (std::mismatch(real_root.begin(), real_root.end(), real.begin(), real.end()).first != real_root.end()) {
    errno = EXDEV;
    return -1;
  }
  return ::open(real.c_str(), flags | O_NOFOLLOW);
}

int open_in(const fs::path& file, const fs::path& root) {
  if (root.empty()) return ::open(file.c_str(), flags);
  const int folder = ::open(root.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return -1;
  int descriptor = open_beneath(folder, file.lexically_relative(root));
  const int error = errno;
  ::close(folder);
  errno = error;
  const bool is_unknown = descriptor < 0 && (error == ENOSYS || error == EPERM);
  return is_unknown ? open_checked(file, root) : descriptor;
}

std::string cause(int error) {
  if (error == EXDEV) return "leads out of its folder";
  return system_cause("cannot be read", error);
}

}  // namespace

RegularFile::RegularFile(int descriptor, fs::path shown_as)
    : descriptor_(descriptor), shown_as_(std::move(shown_as)) {}

RegularFile::~RegularFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

RegularFile::RegularFile(RegularFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      shown_as_(std::move(other.shown_as_)),
      size_(other.size_) {}

std::optional<RegularFile> RegularFile::open(const fs::path& file, std::string& reason,
                                             const fs::path& root) {
  const auto fail = [&](int error) {
    if (is_fault(error)) throw FileError(file, cause(error));
    reason = cause(error);
  };
  RegularFile opened(open_in(file, root), file);
  if (opened.descriptor_ < 0) {
    fail(errno);
    return std::nullopt;
  }
  struct stat status {};
  if (::fstat(opened.descriptor_, &status) != 0) {
    fail(errno);
    return std::nullopt;
  }
  if (!S_ISREG(status.st_mode)) {
    reason = S_ISDIR(status.st_mode) ? "is a folder, not a file" : "is not a regular file";
    return std::nullopt;
  }
  opened.size_ = static_cast<std::uintmax_t>(status.st_size);
  return opened;
}

std::size_t RegularFile::read_at(std::uintmax_t offset, std::span<char> into) const {
  std::size_t n_read = 0;
  int n_interruptions = 0;
  while (n_read < into.size()) {
    const ssize_t n =
        ::pread(descriptor_, into.data() + n_read, into.size() - n_read, static_cast<off_t>(offset + n_read));
    if (n == 0) break;
    if (n < 0 && errno == EINTR && ++n_interruptions < most_interruptions) continue;
    if (n < 0) throw FileError(shown_as_, system_cause("cannot be read", errno));
    n_read += static_cast<std::size_t>(n);
    n_interruptions = 0;
  }
  return n_read;
}

fs::path RegularFile::name_in_process() const {
  const fs::path name = fmt::format("/proc/self/fd/{}", descriptor_);
  std::error_code ignored;
  return fs::exists(name, ignored) ? name : shown_as_;
}

}  // namespace hansa
