#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "tests/analysis/memberships/shipped_census.hpp"

namespace hansa {
namespace {

TEST_CASE("which cities are held out never changes", "[memberships]") {
  // Paris, London, Berlin, Nairobi, Lima
  const std::vector<std::int64_t> cities = {2988507, 2643743, 2950159, 184745, 3936456};
  std::vector<bool> held;
  for (const std::int64_t city : cities) held.push_back(held_out(city));
  CHECK(held == std::vector<bool>{false, false, true, false, true});
  int n_held = 0;
  for (std::int64_t id = 1; id <= 10000; ++id) n_held += held_out(id) ? 1 : 0;
  CHECK(n_held == Approx(5000).margin(150));  // three standard deviations
}

TEST_CASE("the census has complete rolls alone, and no city that is listed because it is a member",
          "[memberships]") {
  const Pairs& pairs = test::shipped_census();
  const std::set<std::string> networks(pairs.network.begin(), pairs.network.end());
  CHECK(networks.contains("eurocities"));
  CHECK_FALSE(networks.contains("iclei"));  // of 1,107 members 157 are known
  CHECK_FALSE(networks.contains("gcom"));
  CHECK_FALSE(networks.contains("mayors-for-peace"));
  CHECK(std::find(pairs.city.begin(), pairs.city.end(), 3041563) != pairs.city.end());  // Andorra la Vella
  CHECK(std::find(pairs.city.begin(), pairs.city.end(), 457954) ==
        pairs.city.end());  // Liepāja, below 100,000
  const auto& [global, regional] = std::pair(Pull::GlobalDistance, Pull::RegionalDistance);
  for (std::size_t k = 0; k < pairs.n_networks(); ++k)
    CHECK((pairs.pulls_of(k, 0)[index(global)] > 0) != (pairs.pulls_of(k, 0)[index(regional)] > 0));
}

}  // namespace
}  // namespace hansa
