#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>

namespace hansa {

/// An open file or folder; closed when this goes. What fails throws an OutputError that names `shown_as`, the
/// name by which the user knows it.
class FileDescriptor {
 public:
  FileDescriptor(int descriptor, std::filesystem::path shown_as);
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept;
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;

  /// Opens a folder, to sync it or to lock it.
  [[nodiscard]] static FileDescriptor of_folder(const std::filesystem::path& folder,
                                                std::filesystem::path shown_as);

  /// Creates a file and opens it for writing; nullopt when the name is taken.
  [[nodiscard]] static std::optional<FileDescriptor> of_new_file(const std::filesystem::path& file,
                                                                 std::filesystem::path shown_as);

  /// Locks it, so that remove_abandoned_files leaves it alone in any container. No harm if the file system has no
  /// locks.
  void claim() const;

  /// Takes room on the disk for this many bytes; no harm where the file system cannot do that.
  void reserve(std::size_t n_bytes) const;

  /// Gives back the room that was taken and lies behind the file's end.
  void release() const;

  void write_all(std::span<const std::byte> content) const;

  /// Waits until all that was written lies on the disk.
  void sync() const;

  void close();

 private:
  int descriptor_;
  std::filesystem::path shown_as_;
};

}  // namespace hansa
