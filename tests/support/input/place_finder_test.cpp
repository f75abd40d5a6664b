#include <catch2/catch.hpp>

#include "support/input/place_finder.hpp"

namespace hansa {
namespace {

TEST_CASE("the place of a byte does not depend on earlier calls", "[yaml]") {
  const std::string text =
      "ab\n\n\xC3\xA9\xE2\x82\xAC"
      "c\r\nlast";
  PlaceFinder asked(text, 3);
  for (std::size_t from = 0; from <= text.size() + 2; ++from) {
    for (std::size_t to = 0; to <= text.size() + 2; ++to) {
      asked.at(from);
      const Place here = asked.at(to), fresh = PlaceFinder(text, 3).at(to);
      REQUIRE((here.file == 3 && here.line == fresh.line && here.column == fresh.column));
    }
  }
}

TEST_CASE("columns count characters, not bytes", "[yaml]") {
  PlaceFinder places(
      "a\n\xC3\xA9\xE2\x82\xAC"
      "c",
      0);
  CHECK(places.at(0).column == 1);
  CHECK(places.at(1).column == 2);
  CHECK(places.at(7).line == 2);
  CHECK(places.at(7).column == 3);
  CHECK(places.at(100).column == 4);
}

}  // namespace
}  // namespace hansa
