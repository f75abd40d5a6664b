#include <catch2/catch.hpp>

#include "tests/sim/phases/treaty_to_join.hpp"

namespace hansa {
namespace {

using test::december;
using test::SmallWorld;
using test::Treaty;

/// Three members of the EU, one state outside it, and the EU.
struct Union : Treaty {
  explicit Union(std::vector<char> barred) : Treaty(5) {
    params.constant = 1000;
    for (std::size_t i = 0; i < 3; ++i) small.put_in_bloc(i, "eu");
    small.make_eu(4);
    agreement().barred = std::move(barred);
  }
};

TEST_CASE("the EU joins when most of its members have", "[ratification]") {
  Union most({0, 0, 1, 1, 0}), few({0, 1, 1, 0, 0});
  CHECK(most.ratify()[4] == december);
  CHECK(few.ratify()[4] == Agreement::never);
}

TEST_CASE("the EU is not counted as a party", "[ratification]") {
  Union all({0, 0, 0, 0, 0});
  all.treaty_params().min_parties = 5;
  all.ratify();
  CHECK(std::isinf(all.agreement().entered_force));
  all.treaty_params().min_parties = 4;
  all.ratify();
  CHECK(std::isfinite(all.agreement().entered_force));
}

TEST_CASE("a state that withdraws is out for good", "[ratification]") {
  Treaty treaty(2, 3);
  treaty.params.constant = 1000;
  treaty.small.scenario.withdrawals = {{"AAA", "treaty", 2001}, {"BBB", "another", 2001}};
  treaty.ratify();
  CHECK(treaty.agreement().joined == std::vector<int>{december, december});
  for (treaty.world.year = 2001; treaty.world.year <= 2002; ++treaty.world.year) {
    treaty.ratify();
    CHECK(treaty.agreement().joined == std::vector<int>{Agreement::never, december});
    CHECK(treaty.agreement().barred == std::vector<char>{1, 0});
  }
}

TEST_CASE("a state that leaves and returns is a party again from January of that year", "[ratification]") {
  Treaty treaty(2, 4);
  treaty.params.constant = 1000;
  treaty.small.scenario.withdrawals = {{"AAA", "treaty", 2001, 2003}};
  treaty.ratify();
  for (treaty.world.year = 2001; treaty.world.year <= 2003; ++treaty.world.year) treaty.ratify();
  CHECK(treaty.agreement().joined == std::vector<int>{2003 * 12, december});
  CHECK(treaty.agreement().barred == std::vector<char>{0, 0});
}

TEST_CASE("the EU that withdraws is out for good, whatever its members do", "[ratification]") {
  Union members({0, 0, 0, 0, 0});
  members.small.scenario.withdrawals = {{"EEE", "treaty", SmallWorld::year}};
  CHECK(members.ratify()[4] == Agreement::never);
}

TEST_CASE("decisions are not ratified", "[ratification]") {
  Treaty treaty(1);
  treaty.params.constant = 1000;
  treaty.treaty_params().name.clear();
  CHECK(treaty.ratify()[0] == Agreement::never);
}

}  // namespace
}  // namespace hansa
