#include <vector>

#include <catch2/catch.hpp>

#include "analysis/summary_report.hpp"

namespace hansa {
namespace {

const std::vector<std::string> names = {"COP1", "COP2", "COP3", "COP4", "COP5", "COP6"};

std::string joined(const std::vector<std::size_t>& rows) { return neighbours_joined(names, rows); }

TEST_CASE("of three neighbours or more the first and the last are named", "[routine]") {
  CHECK(joined({0, 1, 2, 4}) == "COP1 to COP3, COP5");
  CHECK(joined({1, 2, 5}) == "COP2, COP3, COP6");
  CHECK(joined({3}) == "COP4");
  CHECK(joined({}).empty());
}

TEST_CASE("a line for routine says how many of all it stands for", "[routine]") {
  const std::vector<std::size_t> rows = {0, 1, 2};
  CHECK(std::string(routine_line(names, rows, "all agree")) ==
        "3 of 6 as usual: COP1 to COP3: all agree (--all: a row each)\n");
}

}  // namespace
}  // namespace hansa
