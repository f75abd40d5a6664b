#include <catch2/catch.hpp>

#include "support/files/file_error.hpp"
#include "support/files/seal.hpp"
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
