#include <fstream>
#include <functional>
#include <numeric>
#include <string>

#include <catch2/catch.hpp>

#include "analysis/results/result_format.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

using Shape = std::vector<std::size_t>;

TEST_CASE("an array is cut along its leading dimensions, evenly", "[record]") {
  CHECK(chunk_shape({3, 4}, 100) == Shape{3, 4});                    // small enough: one piece
  CHECK(chunk_shape({}, 100) == Shape{});                            // a single value
  CHECK(chunk_shape({25}, 10) == Shape{9});                          // 3 pieces of 9, not 10, 10 and 5
  CHECK(chunk_shape({64, 21, 198}, 131'072) == Shape{22, 21, 198});  // 31 fit: 3 pieces of 22
  CHECK(chunk_shape({5, 7, 30}, 10) == Shape{1, 1, 10});
  CHECK(chunk_shape({1, 1, 1}, 1) == Shape{1, 1, 1});
}

TEST_CASE("no piece of an array is larger than it may be", "[record]") {
  for (std::size_t a = 1; a < 40; a += 3) {
    for (std::size_t b = 1; b < 40; b += 2) {
      for (std::size_t n_most = 1; n_most < 200; n_most += 7) {
        const Shape chunk = chunk_shape({a, b, 5}, n_most);
        REQUIRE(std::accumulate(chunk.begin(), chunk.end(), std::size_t{1}, std::multiplies<>()) <= n_most);
        REQUIRE((chunk[0] >= 1 && chunk[0] <= a && chunk[1] >= 1 && chunk[1] <= b && chunk[2] >= 1 &&
                 chunk[2] <= 5));
      }
    }
  }
}

TEST_CASE("the current version of the format is the last one that its page describes", "[record]") {
  std::ifstream page(source_dir() / "docs/reference/result_file.md");
  REQUIRE(page);
  std::string last;
  for (std::string line; std::getline(page, line);)
    if (line.starts_with("| ")) last = line;
  CHECK(last.starts_with("| " + std::string(result_format_version) + " | "));
}

}  // namespace
}  // namespace hansa
