#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "support/files/file_descriptor.hpp"
#include "support/files/file_error.hpp"

namespace hansa {

/// Puts a file under its name, whole or not at all, whatever happens on the way: it is written under a hidden
/// name in the same folder, brought to the disk, and renamed. Unless `replace`, a file that has the name
/// already stays and the call fails. A process killed on the way leaves at most the hidden file, for
/// remove_abandoned_files. Throws OutputError, having removed what it wrote; only if the folder's own entry cannot
/// be brought to the disk is the file there, whole, and may go with a power cut. A process with a limit on
/// file sizes must ignore SIGXFSZ for the error to be seen.
void publish(const std::filesystem::path& file, std::span<const std::byte> content, bool replace);

/// The same where somebody else may have been first: false, and nothing is changed, when the name is taken.
[[nodiscard]] bool publish_new(const std::filesystem::path& file, std::span<const std::byte> content);

/// A file that is begun under a hidden name before its content is known, so that others see that it is being written.
/// Removed with this object, unless it was published.
class TemporaryFile {
 public:
  /// Creates the hidden file beside `file`, and claims it. Throws OutputError.
  explicit TemporaryFile(std::filesystem::path file);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  /// Fills it, brings it to the disk and gives it its name; false, and it stays hidden, when the name is taken
  /// and not to be replaced. Call it once.
  [[nodiscard]] bool publish(std::span<const std::byte> content, bool replace);

  /// The same for content that was written to path() by other means.
  [[nodiscard]] bool publish(bool replace);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }  // hidden

  /// Takes room on the disk for this many bytes, where the file system can do that ahead.
  void reserve(std::size_t n_bytes) const { opened_.reserve(n_bytes); }

  /// Gives back what was reserved and lies behind the end of what was written.
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

/// Throws OutputError unless the name is free or a regular file has it: a link, a device or a pipe is not what
/// somebody means who asks to replace a file.
void expect_replaceable(const std::filesystem::path& file);

}  // namespace hansa
