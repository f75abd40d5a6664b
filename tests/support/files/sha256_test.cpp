#include <catch2/catch.hpp>

#include "support/files/file_error.hpp"
#include "support/files/sha256.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

std::string sealed(std::string_view text) {
  const auto bytes = test::bytes(text);
  std::vector<std::byte> content(bytes.begin(), bytes.end());
  seal(content);
  return {reinterpret_cast<const char*>(content.data()), content.size()};
}

SealState state_of(const test::ScratchFolder& scratch, const std::string& text) {
  test::put(scratch / "file", text);
  return seal_state(scratch / "file");
}

TEST_CASE("the digest is that of the standard's own examples", "[record][sha256]") {
  // FIPS 180-4 as illustrated by NIST's example values and NESSIE's test vectors.
  const auto [text, digest] = GENERATE(table<std::string, std::string>({
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopq"
       "rstnopqrstu",
       "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
      {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  }));
  CHECK(sha256_hex(text) == digest);
}

TEST_CASE("a text has one digest however it is cut", "[record][sha256]") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += static_cast<char>(i * 7);
  for (std::size_t n = 0; n <= text.size(); ++n) {  // every length around one, two and four blocks
    const std::string_view part = std::string_view(text).substr(0, n);
    Sha256 digest;
    for (std::size_t cut = 0; cut < n; cut += 1 + cut % 5) digest.add(part.substr(cut, 1 + cut % 5));
    REQUIRE(digest.hex() == sha256_hex(part));
  }
}

TEST_CASE("a file has the digest of its bytes", "[record][sha256]") {
  const test::ScratchFolder scratch;
  const std::string text(2'500'000, 'x');  // more than two of the pieces it is read in
  test::put(scratch / "long", text);
  test::put(scratch / "empty", "");
  CHECK(sha256_of_file(scratch / "long") == sha256_hex(text));
  CHECK(sha256_of_file(scratch / "empty") == sha256_hex(""));
  CHECK_THROWS_AS(sha256_of_file(scratch / "absent"), FileError);
  CHECK_THROWS_AS(sha256_of_file(scratch.path()), FileError);
}

TEST_CASE("the seal is a line that standard tools can check", "[record]") {
  // printf abc | sha256sum
  CHECK(sealed("abc") == "abcsha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n");
  CHECK(sealed("").size() == seal_size);
}

TEST_CASE("every flipped bit of a sealed file, and of its seal, is detected", "[record]") {
  const test::ScratchFolder scratch;
  std::string text = sealed("Paris");
  CHECK(state_of(scratch, text) == SealState::Whole);
  CHECK(state_of(scratch, sealed("")) == SealState::Whole);
  for (char& byte : text) {
    for (int bit = 0; bit < 8; ++bit) {
      const char intact = byte;
      byte = static_cast<char>(byte ^ (1 << bit));
      REQUIRE(state_of(scratch, text) != SealState::Whole);
      byte = intact;
    }
  }
}

TEST_CASE("a truncated or extended file has no seal", "[record]") {
  const test::ScratchFolder scratch;
  const std::string text = sealed("Paris");
  for (std::size_t n = 0; n < text.size(); ++n)
    REQUIRE(state_of(scratch, text.substr(0, n)) == SealState::None);
  CHECK(state_of(scratch, text + "more") == SealState::None);
  CHECK(state_of(scratch, text.substr(1)) == SealState::Broken);
  CHECK_THROWS_AS(seal_state(scratch / "absent"), FileError);
}

}  // namespace
}  // namespace hansa
