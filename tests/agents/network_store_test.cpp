#include <catch2/catch.hpp>

#include "agents/network_store.hpp"

namespace hansa {
namespace {

TEST_CASE("every rung is nearer to the drafting table than the one below it", "[network_store]") {
  CHECK(nearness(Access::None) == 0.0);
  CHECK(nearness(Access::Consultative) == 0.4);
  CHECK(nearness(Access::Drafting) == 1.0);
  for (std::size_t rung = 1; rung < n_rungs; ++rung)
    CHECK(nearness(static_cast<Access>(rung)) > nearness(static_cast<Access>(rung - 1)));
}

}  // namespace
}  // namespace hansa
