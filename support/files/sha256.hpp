#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/files/regular_file.hpp"

using EVP_MD_CTX = struct evp_md_ctx_st;  // of OpenSSL

namespace hansa {

/// An incremental SHA-256.
class Sha256 {
 public:
  Sha256();
  void add(std::span<const std::byte> bytes);
  void add(std::string_view text);

  /// The digest of all added bytes, as 64 lower-case hexadecimal digits. Call once, last.
  [[nodiscard]] std::string hex();

 private:
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> state_;
};

[[nodiscard]] std::string sha256_hex(std::span<const std::byte> bytes);
[[nodiscard]] std::string sha256_hex(std::string_view text);

/// The digest of a file on disk, or of its first n_bytes. Throws FileError if they cannot be read.
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& file);
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& file, std::uintmax_t n_bytes);

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
[[nodiscard]] SealState seal_state(const RegularFile& file, const std::filesystem::path& shown_as);

}  // namespace hansa
