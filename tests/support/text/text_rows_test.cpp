#include <catch2/catch.hpp>

#include "support/text/text_rows.hpp"

namespace hansa {
namespace {

TEST_CASE("columns of text are as wide as their widest cell, in characters", "[text]") {
  CHECK(align({{"a", "b", "c"}, {"\xC3\xA9lan", "", "x"}, {"z"}}) == "a     b  c\n\xC3\xA9lan     x\nz\n");
}

}  // namespace
}  // namespace hansa
