#include "support/files/file_descriptor.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/files/file_error.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {
FileDescriptor::FileDescriptor(int descriptor, std::filesystem::path shown_as)
    : descriptor_(descriptor), shown_as_(std::move(shown_as)) {
  HANSA_EXPECT(descriptor_ >= 0);
}

FileDescriptor::~FileDescriptor() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), shown_as_(std::move(other.shown_as_)) {}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(shown_as_, other.shown_as_);
  return *this;
}

FileDescriptor FileDescriptor::of_folder(const std::filesystem::path& folder,
                                         std::filesystem::path shown_as) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) throw OutputError(shown_as, system_cause("the folder cannot be opened", errno));
  return {descriptor, std::move(shown_as)};
}

std::optional<FileDescriptor> FileDescriptor::of_new_file(const std::filesystem::path& file,
                                                          std::filesystem::path shown_as) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0 && errno == EEXIST) return std::nullopt;
  if (descriptor < 0) throw OutputError(shown_as, system_cause("cannot be created", errno));
  return FileDescriptor(descriptor, std::move(shown_as));
}

FileDescriptor FileDescriptor::at_end_of(const std::filesystem::path& file, std::filesystem::path shown_as) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (descriptor < 0) throw OutputError(shown_as, system_cause("cannot be written", errno));
  return {descriptor, std::move(shown_as)};
}

void FileDescriptor::claim() const { ::flock(descriptor_, LOCK_EX | LOCK_NB); }

void FileDescriptor::reserve(std::size_t n_bytes) const {
  int n_interruptions = 0;
  while (::fallocate(descriptor_, FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(n_bytes)) != 0) {
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
      throw OutputError(shown_as_, system_cause("cannot be written", errno));
    if (errno != EINTR || ++n_interruptions == most_interruptions) return;
  }
}

void FileDescriptor::release() const {
  struct stat now {};
  int failed = ::fstat(descriptor_, &now);
  int n_interruptions = 0;
  while (failed == 0 && ::ftruncate(descriptor_, now.st_size) != 0)
    if (errno != EINTR || ++n_interruptions == most_interruptions) failed = -1;
  if (failed != 0) throw OutputError(shown_as_, system_cause("cannot be truncated to its size", errno));
}

void FileDescriptor::write_all(std::span<const std::byte> content) const {
  int n_interruptions = 0;
  while (!content.empty()) {
    const ssize_t n_written = ::write(descriptor_, content.data(), content.size());
    if (n_written < 0 && errno == EINTR && ++n_interruptions < most_interruptions) continue;
    if (n_written <= 0)
      throw OutputError(shown_as_, system_cause("cannot be written", n_written == 0 ? ENOSPC : errno));
    content = content.subspan(static_cast<std::size_t>(n_written));
    n_interruptions = 0;
  }
}

void FileDescriptor::sync() const {
  for (int n_interruptions = 0; ::fsync(descriptor_) != 0;) {
    if (errno == EINVAL) return;  // not supported by the file system, often so for folders
    if (errno != EINTR || ++n_interruptions == most_interruptions)
      throw OutputError(shown_as_, system_cause("cannot be flushed to disk", errno));
  }
}

void FileDescriptor::close() {
  // Linux releases the descriptor even on EINTR: closing it again could close another file's.
  if (::close(std::exchange(descriptor_, -1)) != 0 && errno != EINTR) {
    throw OutputError(shown_as_, system_cause("cannot be closed", errno));
  }
}

}  // namespace hansa
