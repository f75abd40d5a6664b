#include <catch2/catch.hpp>

#include "support/text/wrap.hpp"

namespace hansa {
namespace {

TEST_CASE("a line that is too long is broken at a blank", "[wrap]") {
  CHECK(wrap("states and cities\n", 10) == "states and\ncities\n");
  CHECK(wrap("short\n\nlines stay", 10) == "short\n\nlines stay");
  CHECK(wrap("", 10).empty());
}

TEST_CASE("what is broken off stands below the meaning of a word, or below its own line", "[wrap]") {
  CHECK(wrap("  --out  folder to write", 18) == "  --out  folder to\n         write");
  CHECK(wrap("  one two three", 9) == "  one two\n  three");
  CHECK(wrap("a word of its own  then more of it", 20) == "a word of its own\n  then more of it");
}

TEST_CASE("a word longer than the width is cut", "[wrap]") {
  CHECK(wrap("abcdefgh", 3) == "abc\ndef\ngh");
  CHECK(wrap("  abcdefgh", 6) == "  abcd\n  efgh");
  CHECK(wrap("ééé", 2) == "éé\né");
}

TEST_CASE("what sets a colour takes no room", "[wrap]") {
  CHECK(wrap("\033[31mred\033[0m green", 9) == "\033[31mred\033[0m green");
  CHECK(wrap("\033[31mred\033[0m green", 8) == "\033[31mred\033[0m\ngreen");
}

}  // namespace
}  // namespace hansa
