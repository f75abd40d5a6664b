#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace hansa {

/// A seal is the last line of a file: "sha256 ", the SHA-256 of all bytes before this line as 64 hexadecimal
/// digits, and a newline. HDF5 readers ignore bytes past the end of the HDF5 data.
inline constexpr std::size_t seal_size = 72;

/// Appends the seal.
void seal(std::vector<std::byte>& content);

/// Appends the seal to a file; returns the SHA-256 of all its bytes, the seal included. Throws FileError.
[[nodiscard]] std::string seal_file(const std::filesystem::path& file);

enum class SealState {
  Whole,   // unchanged since it was sealed
  Broken,  // some byte has changed
  None,    // never sealed, truncated, or opened for writing since
};

/// Reads the entire file. Throws FileError if it cannot be read.
[[nodiscard]] SealState seal_state(const std::filesystem::path& file);

}  // namespace hansa
