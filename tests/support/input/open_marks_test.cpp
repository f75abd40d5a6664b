#include <catch2/catch.hpp>

#include "support/input/open_marks.hpp"

namespace hansa {
namespace {

constexpr std::optional<std::size_t> none;

std::optional<std::size_t> find(std::string_view yaml) {
  const auto mark = find_open_mark(yaml, 3);
  return mark ? std::optional(mark->byte) : none;
}

TEST_CASE("a quote that is not closed on its line is found", "[yaml]") {
  const auto [yaml, byte] = GENERATE(table<std::string, std::optional<std::size_t>>({
      {"a: \"b\"", none},
      {"a: \"b", 3},
      {"a: 'b\nc: 'd'", 3},
      {"a: 'it''s'", none},
      {"a: 'it''s", 3},
      {"a: \"\\\"\"", none},
      {"a: \"\\\"", 3},
      {"a: \"\\\\\"", none},
      {"\"a: 1", 0},
      {"- \"a", 2},
      {"? 'a", 2},
      {"[a, \"b]", 4},
      {"{\"a\":\"b}", 5},
      {"{a: 'b', c: 'd}", 12},
      {"a: \"b\"\nc: 'd", 10},
  }));
  INFO(yaml);
  CHECK(find(yaml) == byte);
}

TEST_CASE("a quote within a plain text or a comment opens nothing", "[yaml]") {
  const auto yaml = GENERATE("a: it's", "a: the \"90s", "a: b # don't", "# don't\na: b", "a: b'", "a: x:\"y",
                             "a: [it's, o'clock]", "a: the '90s, and 'on", "a: b#'c", "a: |\n  don't \"do\n");
  INFO(yaml);
  CHECK(find(yaml) == none);
}

TEST_CASE("a bracket nested too deeply is found, wherever the others are closed", "[yaml]") {
  CHECK(find("a: [[[]]], b: {c: [d]}") == none);
  CHECK(find("a: [[[[]]]]") == 6);
  CHECK(find("[{a: [b, {c: d}]}]") == 9);
  CHECK(find("a: b[[[[[") == none);  // plain text
  CHECK(find("a: '[[[['") == none);
  CHECK(find("# [[[[\na: b") == none);
}

}  // namespace
}  // namespace hansa
