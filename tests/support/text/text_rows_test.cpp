#include <catch2/catch.hpp>

#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

TEST_CASE("columns of text are as wide as their widest cell, in characters", "[text]") {
  CHECK(align({{"a", "b", "c"}, {"\xC3\xA9lan", "", "x"}, {"z"}}).on({}) ==
        "a     b  c\n\xC3\xA9lan     x\nz\n");
}

TEST_CASE("a column of numbers stands to the right, one with a word to the left", "[text_rows]") {
  const TextRows rows = {{"name", "n", "share"}, {"a", "-1.5", "0.5"}, {"b", "12", "none"}};
  CHECK(align(rows, Numbers::Right).on({}) == "name     n  share\na     -1.5  0.5\nb       12  none\n");
}

TEST_CASE("a number that is not known stands among the others", "[text_rows]") {
  CHECK(align({{"name", "share"}, {"a", "0.25"}, {"b", "-"}}).on({}) ==
        "name  share\na      0.25\nb         -\n");
}

}  // namespace
}  // namespace hansa
