#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analysis/network_summary.hpp"
#include "support/text/text.hpp"
#include "tests/analysis/network_result.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using test::NetworkResult;

TEST_CASE("networks are summarised in the last year, over realizations in which they have members",
          "[network_summary]") {
  const std::vector<NetworkSummary> networks = summarise_networks(NetworkResult{}.result());
  REQUIRE(networks.size() == 2);
  CHECK(networks[0].network == "late");  // its absence changes more
  CHECK(networks[0].n == 1);
  CHECK(networks[0].members == 3);
  CHECK(networks[0].rung == "none");
  CHECK(networks[0].leave_one_out.mean == 0.3);
  CHECK(std::isnan(networks[0].leave_one_out.lo));  // one realization
  CHECK(networks[1].network == "first");
  CHECK(networks[1].n == 2);
  CHECK(networks[1].members == 13);
  CHECK(networks[1].share == Approx(0.625));
  CHECK(networks[1].rung == "observer");
  CHECK(networks[1].leave_one_out.mean == Approx(-0.15));
  CHECK(half_width(networks[1].leave_one_out) ==
        Approx(12.706 * 0.05).epsilon(1e-4));  // t, one degree of freedom
  CHECK(networks[1].leave_one_out_freed.mean == Approx(-0.1));
  const nlohmann::ordered_json json = networks_json(networks);
  CHECK(json[0]["network"] == "late");
  CHECK(json[1]["leave_one_out"] == Approx(-0.15));
  CHECK(json[0]["leave_one_out_ci95"][0].is_null());
  CHECK(json[1]["leave_one_out_ci95"][0] < json[1]["leave_one_out"]);
}

TEST_CASE("a network that never has members is left out of the summary", "[network_summary]") {
  NetworkResult arm;
  arm.members = {10, 12, 0, 0, 10, 14, 0, 0};
  CHECK(summarise_networks(arm.result()).size() == 1);
  CHECK(summarise_networks(ResultSet{}).empty());
}

TEST_CASE("the table shows the largest changes first and how many networks there are", "[network_summary]") {
  const std::vector<NetworkSummary> networks = summarise_networks(NetworkResult{}.result());
  const std::string text = networks_text(networks, 2001, 1);
  CHECK_THAT(text,
             Contains("\nnetwork, 2001") &&
                 Contains("\n  late             3.0  0.250  none        +0.3000              +0.4000\n"));
  CHECK_THAT(text, !Contains("first") && Contains("The 1 largest of 2 networks"));
  CHECK(networks_text({}, 2001, 10).on({}).empty());
}

TEST_CASE("tables of networks have a row where a network has members and a column for each variable",
          "[network_summary]") {
  const ResultSet result = NetworkResult{}.result();
  CHECK(networks_csv(result, "year") ==
        "network,year,realizations,network_members,network_share,network_rung,leave_one_out,leave_one_out_"
        "freed\n"
        "first,2000,2,10,0.5,none,-0.1,-0.05\n"
        "first,2001,2,13,0.625,observer,-0.15,-0.1\n"
        "late,2001,1,3,0.25,none,0.3,0.4\n");
  CHECK(networks_csv(result, "conference") ==
        "network,conference,realizations,network_pressure,network_declared\n"
        "first,\"A, B\",2,0.1,0\n"
        "first,C,2,0.3,0.5\n"
        "late,C,1,0.05,1\n");
}

}  // namespace
}  // namespace hansa
