#include "support/files/seal.hpp"

#include <cerrno>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "support/files/file_error.hpp"
#include "support/files/sha256.hpp"

namespace hansa {
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
