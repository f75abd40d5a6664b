#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "support/files/file_descriptor.hpp"
#include "support/files/file_error.hpp"

namespace hansa {

/// Writes a file atomically: under a hidden name in the same folder, synced to disk, then renamed. Unless
/// `replace`, an existing file is kept and the call fails. A process killed on the way leaves at most the
/// hidden file, which remove_abandoned_files removes. Throws OutputError after removing what it wrote, except
/// if only the sync of the folder fails: then the file is complete but may be lost in a power cut. A process
/// with a limit on file sizes must ignore SIGXFSZ to see the error.
void publish(const std::filesystem::path& file, std::span<const std::byte> content, bool replace);

/// The same, but returns false and changes nothing if the name is taken: another process may have been first.
[[nodiscard]] bool publish_new(const std::filesystem::path& file, std::span<const std::byte> content);

/// A file created under a hidden name before its content is known, so that other processes see that it is
/// being written. Removed on destruction unless published.
class TemporaryFile {
 public:
  /// Creates and locks the hidden file beside `file`. Throws OutputError.
  explicit TemporaryFile(std::filesystem::path file);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  /// Writes the content, syncs it to disk and renames the file; false, and the file stays hidden, if the name
  /// is taken and `replace` is not set. Call once.
  [[nodiscard]] bool publish(std::span<const std::byte> content, bool replace);

  /// The same for content already written to path().
  [[nodiscard]] bool publish(bool replace);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }  // hidden

  /// Reserves disk space for this many bytes, if the file system supports it.
  void reserve(std::size_t n_bytes) const { opened_.reserve(n_bytes); }

  /// Releases reserved space beyond the end of the file.
  void release() const { opened_.release(); }

 private:
  FileDescriptor create();
  int take_name(bool replace);
  bool end_with(int error);

  std::filesystem::path file_;
  std::filesystem::path path_;  // empty once published
  FileDescriptor folder_;
  FileDescriptor opened_;
};

/// Throws OutputError unless the name is free or names a regular file: asking to replace a file never means a
/// link, a device or a pipe.
void expect_replaceable(const std::filesystem::path& file);

}  // namespace hansa
