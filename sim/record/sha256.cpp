#include "sim/record/sha256.hpp"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "sim/record/file_error.hpp"

namespace hansa {
namespace {

// FIPS 180-4, section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64
// primes.
constexpr std::array<std::uint32_t, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::size_t block_size = 64;
constexpr std::size_t length_size = 8;

}  // namespace

void Sha256::digest_block(const std::byte* block) {
  std::array<std::uint32_t, 64> w;
  for (std::size_t t = 0; t < 16; ++t) {
    w[t] = 0;
    for (std::size_t i = 0; i < 4; ++i) w[t] = w[t] << 8 | std::to_integer<std::uint32_t>(block[4 * t + i]);
  }
  for (std::size_t t = 16; t < 64; ++t) {
    const std::uint32_t near = std::rotr(w[t - 15], 7) ^ std::rotr(w[t - 15], 18) ^ w[t - 15] >> 3;
    const std::uint32_t far = std::rotr(w[t - 2], 17) ^ std::rotr(w[t - 2], 19) ^ w[t - 2] >> 10;
    w[t] = w[t - 16] + near + w[t - 7] + far;
  }
  auto [a, b, c, d, e, f, g, h] = state_;
  for (std::size_t t = 0; t < 64; ++t) {
    const std::uint32_t choice = (e & f) ^ (~e & g);
    const std::uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
    const std::uint32_t from_e = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t from_a = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const std::uint32_t first = h + from_e + choice + round_constants[t] + w[t];
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + from_a + majority;
  }
  const std::array<std::uint32_t, 8> worked{a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < worked.size(); ++i) state_[i] += worked[i];
}

void Sha256::add(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const std::size_t filled = n_bytes_ % block_size;
    const std::size_t taken = std::min(block_size - filled, bytes.size());
    if (taken == block_size) {
      digest_block(bytes.data());
    } else {
      std::memcpy(block_.data() + filled, bytes.data(), taken);
      if (filled + taken == block_size) digest_block(block_.data());
    }
    n_bytes_ += taken;
    bytes = bytes.subspan(taken);
  }
}

void Sha256::add(std::string_view text) { add(std::as_bytes(std::span(text))); }

std::string Sha256::hex() {
  const std::uint64_t n_bits = 8 * n_bytes_;
  // A one bit, then zeros until the length ends a block.
  const std::size_t filled = n_bytes_ % block_size;
  const std::size_t room = block_size - length_size;
  std::vector<std::byte> ending((filled < room ? room : room + block_size) - filled);
  ending.front() = std::byte{0x80};
  for (unsigned i = 0; i < length_size; ++i) ending.push_back(static_cast<std::byte>(n_bits >> (56 - 8 * i)));
  add(ending);

  std::string digits;
  for (const std::uint32_t word : state_) digits += fmt::format("{:08x}", word);
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

}  // namespace hansa
