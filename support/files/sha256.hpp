#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

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

}  // namespace hansa
