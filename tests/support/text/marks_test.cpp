#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "support/text/marks.hpp"

namespace hansa {
namespace {

TEST_CASE("bars rise from 0 to the largest value; where there is none, there is a blank", "[marks]") {
  const TableCell drawn = bars(std::vector<double>{0, 0.5, 1, NAN, 0.25});
  CHECK(drawn.marks == "▁▅█ ▃");
  CHECK(drawn.text == "_=# :");
  CHECK(bars(std::vector<double>{0, 0}).marks == "▁▁");
}

TEST_CASE("an interval is drawn on its scale, with a line at 0", "[marks]") {
  const TableCell drawn = drawn_interval(0.2, 0.4, 0.8, {.from = -1, .to = 1, .n = 11});
  CHECK(drawn.text == "     .|o-| ");
  CHECK(drawn.marks == "     ┊├●─┤ ");
  CHECK(drawn_interval(NAN, 0.5, NAN, {.from = 0, .to = 1, .n = 3}).text == " o ");
  CHECK(drawn_interval(NAN, NAN, NAN, {}).text.empty());
}

}  // namespace
}  // namespace hansa
