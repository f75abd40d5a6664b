#include <array>

#include <catch2/catch.hpp>

#include "agents/agreement.hpp"

namespace hansa {
namespace {

TEST_CASE("the depth of a text is the change of the world's levels, by issue weight", "[agreement]") {
  const Terms terms{.agenda = {0, 2},
                    .depth_weight = {0.5, 0.25},
                    .status_quo = {0.1, 0.2},
                    .pledged = {1, 0},
                    .world_constant = {0.25, 0.0},
                    .world_slope = {0.5, 1.0}};
  // 0.5 (0.25 + 0.5 * 0.5) + 0.25 (0 + 1 * 0.25)
  CHECK(terms.effective_depth(std::array{0.5, 0.25}) == 0.3125);
  // pledges have depth without a common text
  CHECK(terms.effective_depth(std::array{0.0, 0.0}) == 0.125);
}

}  // namespace
}  // namespace hansa
