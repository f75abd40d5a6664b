#include <sstream>

#include <catch2/catch.hpp>

#include "support/text/table.hpp"
#include "support/text/utf8.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;

const TextTable states = {
    .columns = {{.title = "state"},
                {.title = "year", .side = Side::Right, .rank = 2},
                {.title = "share", .side = Side::Right},
                {.title = "remark", .rank = 1, .least = 8}},
    .rows = {{"Brazil", "1992", {"0.5", Tone::Notable}, "the earth summit"}, {"Bali", "2007", "0.25", ""}}};

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) longest = std::max(longest, count_characters(line));
  return longest;
}

TEST_CASE("a table in a pipe has all columns, numbers to the right, no blanks at the end of a line",
          "[table]") {
  CHECK(lay_out(states, {}) ==
        "state   year  share  remark\n"
        "Brazil  1992    0.5  the earth summit\n"
        "Bali    2007   0.25\n");
}

TEST_CASE("a table too wide first loses blanks, then letters of long words, then columns", "[table]") {
  CHECK(lay_out(states, {.width = 35}) ==
        "state  year share remark\nBrazil 1992   0.5 the earth summit\nBali   2007  0.25\n");
  CHECK(lay_out(states, {.width = 28}) ==
        "state  year share remark\nBrazil 1992   0.5 the eart..\nBali   2007  0.25\n");
  CHECK(lay_out(states, {.width = 23, .has_marks = true}) ==
        "state  share remark\nBrazil   0.5 the earth…\nBali    0.25\ntoo narrow for year\n");
  CHECK_THAT(lay_out(states, {.width = 14}), Contains("too narrow for") && !Contains("summit"));
}

TEST_CASE("a heading that its column has no room for is broken", "[table]") {
  const TextTable parts = {.columns = {{.title = "at"},
                                       {.title = "conference", .side = Side::Right},
                                       {.title = "status quo", .side = Side::Right}},
                           .rows = {{"COP1", "0.0001", "0.25"}, {"COP2", "0.0002", "0.5"}}};
  CHECK(lay_out(parts, {.width = 26}) ==
        "at   conference status quo\nCOP1     0.0001       0.25\nCOP2     0.0002        0.5\n");
  CHECK(lay_out(parts, {.width = 20}) ==
        "      confe-  status\nat     rence     quo\nCOP1  0.0001    0.25\nCOP2  0.0002     0.5\n");
}

TEST_CASE("no line of a table is longer than its screen is wide, whatever the width", "[table]") {
  for (std::size_t width = 12; width < 60; ++width) {
    INFO(width);
    CHECK(longest_line(lay_out(states, {.width = width})) <= width);
  }
}

TEST_CASE("a table of equal columns goes on in blocks below, each with its keys", "[table]") {
  const TextTable issues = {
      .columns = {{.title = "actor", .is_key = true}, {.title = "finance"}, {.title = "forests"}},
      .rows = {{"x", "1", "2"}},
      .in_blocks = true};
  CHECK(lay_out(issues, {.width = 14}) == "actor finance\nx     1\n\nactor forests\nx     2\n");
  CHECK(lay_out(issues, {.width = 40}) == "actor  finance  forests\nx      1        2\n");
}

TEST_CASE("a column of marks is for terminals, and a tone for those with colour", "[table]") {
  const TextTable table = {.columns = {{.title = "a"}, {.title = "b", .for_terminal = true}},
                           .rows = {{{"x", Tone::Bad}, {"|-o-|", Tone::Plain, "├─●─┤"}}}};
  CHECK(lay_out(table, {}) == "a\nx\n");
  CHECK(lay_out(table, {.width = 80, .is_terminal = true}) == "a  b\nx  |-o-|\n");
  CHECK(lay_out(table, {.width = 80, .is_terminal = true, .has_marks = true, .has_colour = true}) ==
        "a  b\n\033[31mx\033[0m  ├─●─┤\n");
}

}  // namespace
}  // namespace hansa
