#include <set>

#include <catch2/catch.hpp>

#include "agents/ids.hpp"

namespace hansa {
namespace {

TEST_CASE("the key of an id is its FNV-1a hash", "[ids]") {
  // published test vectors of FNV-1a, 64 bits
  CHECK(entity_key("") == 0xcbf29ce484222325ULL);
  CHECK(entity_key("a") == 0xaf63dc4c8601ec8cULL);
  CHECK(entity_key("foobar") == 0x85944171f73967e8ULL);
}

TEST_CASE("no two pairs of small numbers share a key", "[ids]") {
  std::set<std::uint64_t> keys;
  for (std::uint64_t a = 0; a < 100; ++a) {
    for (std::uint64_t b = 0; b < 100; ++b) keys.insert(entity_key(a, b));
  }
  CHECK(keys.size() == 10'000);
}

TEST_CASE("a pair and its reverse have different keys", "[ids]") {
  CHECK(entity_key(1, 2) != entity_key(2, 1));
}

}  // namespace
}  // namespace hansa
