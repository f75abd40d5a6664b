#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>

namespace hansa {

/// An open file or folder, closed on destruction. Failures throw an OutputError naming `shown_as`, the name
/// that the user knows.
class FileDescriptor {
 public:
  FileDescriptor(int descriptor, std::filesystem::path shown_as);
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept;
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;

  /// Opens a folder for syncing or locking.
  [[nodiscard]] static FileDescriptor of_folder(const std::filesystem::path& folder,
                                                std::filesystem::path shown_as);

  /// Creates a file and opens it for writing; nullopt if the name is taken.
  [[nodiscard]] static std::optional<FileDescriptor> of_new_file(const std::filesystem::path& file,
                                                                 std::filesystem::path shown_as);

  /// Opens a file to write behind what it holds.
  [[nodiscard]] static FileDescriptor at_end_of(const std::filesystem::path& file,
                                                std::filesystem::path shown_as);

  /// Locks it, so that remove_abandoned_files spares it in any container. No effect if the file system has no
  /// locks.
  void claim() const;

  /// Reserves disk space for this many bytes; no effect if the file system does not support it.
  void reserve(std::size_t n_bytes) const;

  /// Releases reserved space beyond the end of the file.
  void release() const;

  void write_all(std::span<const std::byte> content) const;

  /// Waits until all written data is on disk.
  void sync() const;

  void close();

 private:
  int descriptor_;
  std::filesystem::path shown_as_;
};

}  // namespace hansa
