#include "support/files/sha256.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "support/files/file_descriptor.hpp"
#include "support/files/file_error.hpp"
#include "support/files/regular_file.hpp"
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

namespace {

constexpr std::string_view mark = "sha256 ";

std::string seal_line(std::string_view digest) { return fmt::format("{}{}\n", mark, digest); }

RegularFile open_file(const std::filesystem::path& file) {
  std::string reason;
  auto opened = RegularFile::open(file, reason);
  if (!opened) throw FileError(file, reason);
  return *std::move(opened);
}

std::string digest_of(const RegularFile& file, const std::filesystem::path& shown_as,
                      std::uintmax_t n_bytes) {
  Sha256 digest;
  std::vector<char> piece(1 << 20);
  for (std::uintmax_t offset = 0; offset < n_bytes;) {
    const auto n_piece = static_cast<std::size_t>(std::min<std::uintmax_t>(piece.size(), n_bytes - offset));
    if (file.read_at(offset, std::span(piece).first(n_piece)) < n_piece)
      throw FileError(shown_as, "cannot be read: it has become shorter");
    digest.add(std::string_view(piece.data(), n_piece));
    offset += n_piece;
  }
  return digest.hex();
}

}  // namespace

std::string sha256_of_file(const std::filesystem::path& file) {
  const RegularFile opened = open_file(file);
  return digest_of(opened, file, opened.size());
}

std::string sha256_of_file(const std::filesystem::path& file, std::uintmax_t n_bytes) {
  return digest_of(open_file(file), file, n_bytes);
}

void seal(std::vector<std::byte>& content) {
  const std::string line = seal_line(sha256_hex(content));
  const auto bytes = std::as_bytes(std::span(line));
  content.insert(content.end(), bytes.begin(), bytes.end());
}

std::string seal_file(const std::filesystem::path& file) {
  const std::string line = seal_line(sha256_of_file(file));
  FileDescriptor end = FileDescriptor::at_end_of(file, file);
  end.write_all(std::as_bytes(std::span(line)));
  end.close();
  return sha256_of_file(file);
}

SealState seal_state(const RegularFile& file, const std::filesystem::path& shown_as) {
  if (file.size() < seal_size) return SealState::None;
  const std::uintmax_t n_sealed = file.size() - seal_size;
  std::string line(seal_size, '\0');
  line.resize(file.read_at(n_sealed, std::span(line)));
  if (!line.starts_with(mark) || line.back() != '\n') return SealState::None;
  return line == seal_line(digest_of(file, shown_as, n_sealed)) ? SealState::Whole : SealState::Broken;
}

SealState seal_state(const std::filesystem::path& file) { return seal_state(open_file(file), file); }

}  // namespace hansa
