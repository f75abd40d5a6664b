#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace hansa {

/// A seal is the last line of a file: "sha256 ", 64 hexadecimal digits that are the SHA-256 of all bytes
/// before this line, and a newline. HDF5 and what is built on it do not look behind a file's end, so it is in
/// nobody's way.
inline constexpr std::size_t seal_size = 72;

/// Appends the seal.
void seal(std::vector<std::byte>& content);

/// Appends the seal to a file, and gives the SHA-256 of all its bytes, the seal included. Throws FileError.
[[nodiscard]] std::string seal_file(const std::filesystem::path& file);

enum class SealState {
  Whole,   // every byte is as it was
  Broken,  // some byte is not
  None,    // the file was never sealed, or lost its end, or was opened for writing since
};

/// Reads the file to its end; throws FileError when that cannot be done.
[[nodiscard]] SealState seal_state(const std::filesystem::path& file);

}  // namespace hansa
