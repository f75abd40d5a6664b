#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace hansa {

/// SHA-256 as FIPS 180-4 defines it, fed piece by piece.
class Sha256 {
 public:
  void add(std::span<const std::byte> bytes);
  void add(std::string_view text);

  /// The digest of all that was added, as 64 small hexadecimal digits. Call it once, last.
  [[nodiscard]] std::string hex();

 private:
  void digest_block(const std::byte* block);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::byte, 64> block_{};  // the bytes that do not fill a block yet
  std::uint64_t n_bytes_ = 0;
};

[[nodiscard]] std::string sha256_hex(std::span<const std::byte> bytes);
[[nodiscard]] std::string sha256_hex(std::string_view text);

/// The digest of a file as it lies on disk, or of its first n_bytes; throws FileError when these cannot be
/// read.
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& file);
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& file, std::uintmax_t n_bytes);

}  // namespace hansa
