#include <limits>

#include <catch2/catch.hpp>

#include "support/text/csv_text.hpp"

namespace hansa {
namespace {

TEST_CASE("a cell with a comma, a quote or a line break is quoted, any other stays", "[csv_text]") {
  CHECK(csv_cell("plain") == "plain");
  CHECK(csv_cell("Congo, Rep.") == "\"Congo, Rep.\"");
  CHECK(csv_cell("the \"seat\"") == "\"the \"\"seat\"\"\"");
  CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
  CHECK(csv_cell(0.1) == "0.1");
  CHECK(csv_cell(std::numeric_limits<double>::quiet_NaN()).empty());
  CHECK(csv_line({csv_cell("a,b"), csv_cell(2.0)}) == "\"a,b\",2\n");
}

}  // namespace
}  // namespace hansa
