#include <catch2/catch.hpp>

#include "analysis/comparison/attribution.hpp"
#include "analysis/comparison/attribution_report.hpp"
#include "tests/analysis/arm_result.hpp"
#include "tests/small_world.hpp"

namespace hansa {
namespace {

using test::ArmResult;
using test::near;

const Contributions& of_depth(const std::vector<Contributions>& all, const std::string& conference) {
  for (const Contributions& one : all) {
    if (one.metric == "depth_unconditional" && one.conference == conference) return one;
  }
  throw std::logic_error("no depth");
}

/// An arm without urban roles has no column of them; this one has.
ResultSet with_urban_role(const ArmResult& arm) {
  ResultSet result = arm.result();
  Variable urban_role = *result.find_variable("depth");
  urban_role.name = "urban_role";
  result.variables.push_back(urban_role);
  return result;
}

TEST_CASE("a part contributes full minus the arm without it; the rest is what parts do only together",
          "[comparison]") {
  ArmResult no_home, no_summit, none;
  no_home.depth = {0.08, 0.2, 0.26, 0.4};    // .02 and .04 at COP1
  no_summit.depth = {0.09, 0.2, 0.29, 0.4};  // .01 and .01
  none.depth = {0.05, 0.2, 0.25, 0.4};       // .05 and .05
  const ResultSet home = with_urban_role(no_home), summit = with_urban_role(no_summit);
  const Attribution attribution =
      attribute(with_urban_role(ArmResult()), {{"home", &home}, {"summit", &summit}}, with_urban_role(none));
  CHECK(attribution.n_pairs == 2);
  const Contributions& first = of_depth(attribution.conferences, "COP1");
  CHECK(first.year == 2000);
  CHECK(first.parts[0].mean == near(0.03));
  CHECK(first.parts[1].mean == near(0.01));
  CHECK(first.sum.mean == near(0.04));
  CHECK(first.together.mean == near(0.05));
  CHECK(first.remainder.mean == near(0.01));
  CHECK(of_depth(attribution.conferences, "COP2").together.flipped == 0);
  CHECK(of_depth(attribution.mean_conference, "").together.mean == near(0.025));
  CHECK(attribution_text(attribution, "Title").on({}).find("no pair differs at COP2\n") != std::string::npos);
}

}  // namespace
}  // namespace hansa
