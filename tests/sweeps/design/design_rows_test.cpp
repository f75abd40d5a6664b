// The columns of a design, as its analysis reads them.
#include <catch2/catch.hpp>

#include "sweeps/design/design_rows.hpp"
#include "tests/sweeps/design/sweep_texts.hpp"

namespace hansa {
namespace {

TEST_CASE("words count by their first place in the sweep, flags as 0 and 1", "[sweep]") {
  const Sweep sweep = test::sweep_of(
      "design: grid\nparameters: {networks.attention: {values: [linear, budget, hyperbolic]}, "
      "networks.real: {values: [true, false]}}\n");
  const DesignColumn words = column_of(sweep, 0), flags = column_of(sweep, 1);
  CHECK_FALSE(words.is_ordered);
  CHECK(words.x == std::vector<double>{0, 0, 1, 1, 2, 2});
  CHECK(flags.is_ordered);
  CHECK(flags.x == std::vector<double>{1, 0, 1, 0, 1, 0});
}

}  // namespace
}  // namespace hansa
