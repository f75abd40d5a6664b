#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace hansa {

/// A regular file, opened for reading; closed on destruction. What is read is of the file that was opened, whatever takes
/// its name meanwhile.
class RegularFile {
 public:
  /// Opens a file without waiting, not even on a pipe. nullopt, with the reason, if there is none or it is something else.
  /// `root`: a folder above it, which links may not lead out of; it and the path are resolved in one step (openat2), or,
  /// on kernels without that, one after the other. Empty: links are followed. Throws FileError on a fault of the machine.
  [[nodiscard]] static std::optional<RegularFile> open(const std::filesystem::path& file, std::string& reason,
                                                       const std::filesystem::path& root = {});
  ~RegularFile();
  RegularFile(RegularFile&& other) noexcept;
  RegularFile& operator=(RegularFile&&) = delete;

  /// Its size when it was opened [bytes].
  [[nodiscard]] std::uintmax_t size() const { return size_; }

  /// Reads from an offset on as many bytes as there are, at most those of `into`; returns their number. Throws FileError.
  [[nodiscard]] std::size_t read_at(std::uintmax_t offset, std::span<char> into) const;

  /// A name under which another library can open this very file as long as it is open here.
  [[nodiscard]] std::filesystem::path name_in_process() const;

 private:
  RegularFile(int descriptor, std::filesystem::path shown_as);

  int descriptor_;
  std::filesystem::path shown_as_;
  std::uintmax_t size_ = 0;
};

}  // namespace hansa
