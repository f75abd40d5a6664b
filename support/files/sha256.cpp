#include "support/files/sha256.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "support/files/file_error.hpp"
#include "support/numbers/expect.hpp"

namespace hansa {

Sha256::Sha256() : state_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
  HANSA_EXPECT(state_ != nullptr && EVP_DigestInit_ex(state_.get(), EVP_sha256(), nullptr) == 1);
}

void Sha256::add(std::span<const std::byte> bytes) {
  HANSA_EXPECT(EVP_DigestUpdate(state_.get(), bytes.data(), bytes.size()) == 1);
}

void Sha256::add(std::string_view text) { add(std::as_bytes(std::span(text))); }

std::string Sha256::hex() {
  std::array<unsigned char, 32> digest{};
  HANSA_EXPECT(EVP_DigestFinal_ex(state_.get(), digest.data(), nullptr) == 1);
  std::string digits;
  for (const unsigned char byte : digest) digits += fmt::format("{:02x}", byte);
  return digits;
}

std::string sha256_hex(std::span<const std::byte> bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

std::string sha256_hex(std::string_view text) { return sha256_hex(std::as_bytes(std::span(text))); }

std::string sha256_of_file(const std::filesystem::path& file) {
  std::error_code failed;
  const std::uintmax_t n_bytes = std::filesystem::file_size(file, failed);
  if (failed) throw FileError(file, system_cause("cannot be read", failed.value()));
  return sha256_of_file(file, n_bytes);
}

std::string sha256_of_file(const std::filesystem::path& file, std::uintmax_t n_bytes) {
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  Sha256 digest;
  std::vector<char> piece(1 << 20);
  while (n_bytes > 0) {
    const auto n_piece = static_cast<std::size_t>(std::min<std::uintmax_t>(piece.size(), n_bytes));
    if (!stream.read(piece.data(), static_cast<std::streamsize>(n_piece))) {
      throw FileError(file, system_cause("cannot be read", errno));
    }
    digest.add(std::string_view(piece.data(), n_piece));
    n_bytes -= n_piece;
  }
  return digest.hex();
}

namespace {

constexpr std::string_view mark = "sha256 ";

std::string seal_line(std::string_view digest) { return fmt::format("{}{}\n", mark, digest); }

std::string end_of(const std::filesystem::path& file) {
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  std::string line(seal_size, '\0');
  stream.seekg(-static_cast<std::streamoff>(seal_size), std::ios::end);
  if (!stream.read(line.data(), seal_size)) throw FileError(file, system_cause("cannot be read", errno));
  return line;
}

}  // namespace

void seal(std::vector<std::byte>& content) {
  const std::string line = seal_line(sha256_hex(content));
  const auto bytes = std::as_bytes(std::span(line));
  content.insert(content.end(), bytes.begin(), bytes.end());
}

std::string seal_file(const std::filesystem::path& file) {
  const std::string line = seal_line(sha256_of_file(file));
  errno = 0;
  std::ofstream stream(file, std::ios::binary | std::ios::app);
  stream.write(line.data(), static_cast<std::streamsize>(line.size()));
  stream.close();
  if (!stream) throw FileError(file, system_cause("cannot be written", errno));
  return sha256_of_file(file);
}

SealState seal_state(const std::filesystem::path& file) {
  std::error_code failed;
  const std::uintmax_t n_bytes = std::filesystem::file_size(file, failed);
  if (failed) throw FileError(file, system_cause("cannot be read", failed.value()));
  if (n_bytes < seal_size) return SealState::None;
  const std::string line = end_of(file);
  if (!line.starts_with(mark) || line.back() != '\n') return SealState::None;
  return line == seal_line(sha256_of_file(file, n_bytes - seal_size)) ? SealState::Whole : SealState::Broken;
}

}  // namespace hansa
