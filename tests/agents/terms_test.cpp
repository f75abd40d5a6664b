#include <array>

#include <catch2/catch.hpp>

#include "agents/terms.hpp"

namespace hansa {
namespace {

TEST_CASE("the depth of a text is what the world gains from it, issue by issue", "[terms]") {
  const Terms terms{.agenda = {0, 2},
                    .depth_weight = {0.5, 0.25},
                    .status_quo = {0.1, 0.2},
                    .pledged = {1, 0},
                    .world_constant = {0.25, 0.0},
                    .world_slope = {0.5, 1.0}};
  // 0.5 (0.25 + 0.5 * 0.5) + 0.25 (0 + 1 * 0.25)
  CHECK(terms.effective_depth(std::array{0.5, 0.25}) == 0.3125);
  // pledges are worth something without a common text
  CHECK(terms.effective_depth(std::array{0.0, 0.0}) == 0.125);
}

}  // namespace
}  // namespace hansa
