#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/comparison/network_comparison.hpp"
#include "tests/analysis/network_result.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::NetworkResult;

TEST_CASE("arms are compared by what leaving out each network changes in the last year", "[comparison]") {
  NetworkResult full, other;
  other.left_out[1] = -.3;  // first, in 2001, of realization 0
  other.left_out[5] = -.2;  // and of realization 1
  const std::vector<NetworkDifference> networks = compare_networks(full.result(), other.result());
  REQUIRE(networks.size() == 2);
  CHECK(networks[0].network == "first");
  CHECK(networks[0].full == Approx(-0.15));
  CHECK(networks[0].other == Approx(-0.25));
  CHECK(networks[0].difference.mean == Approx(-0.1));
  CHECK(networks[0].difference.n == 2);
  CHECK(networks[1].network == "late");
  CHECK(networks[1].difference.mean == 0);
  CHECK(networks[1].difference.n == 1);
  const std::string text = network_differences_text(networks, 2001);
  CHECK_THAT(text,
             Contains("\nleave_one_out in 2001") && Contains("\n  first                -0.1500  -0.2500"));
  CHECK(network_differences_json(networks)[0]["network"] == "first");
}

TEST_CASE("a network without members in one arm has no difference and comes last", "[comparison]") {
  NetworkResult full, other;
  other.left_out = std::vector<double>(8, NetworkResult::nothing);
  other.left_out[3] = .3;
  const std::vector<NetworkDifference> networks = compare_networks(full.result(), other.result());
  REQUIRE(networks.size() == 2);
  CHECK(networks[0].network == "late");
  CHECK(networks[1].network == "first");
  CHECK(networks[1].difference.n == 0);
  const std::string text = network_differences_text(networks, 2001);
  CHECK_THAT(text, Contains("the 1 largest differences of 1 networks\n") &&
                       Contains("never with members in both arms: first\n"));
  CHECK(network_differences_text({networks[1]}, 2001).on({}).empty());
}

TEST_CASE("arms without single networks are not compared by them", "[comparison]") {
  CHECK(compare_networks(NetworkResult{}.result(), ResultSet{}).empty());
  CHECK(network_differences_text({}, 2001).on({}).empty());
}

}  // namespace
}  // namespace hansa
