#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace hansa {
namespace {

TEST_CASE("hansa bench measures every kernel and every part of a run", "[cli][bench]") {
  const test::ScratchFolder scratch;
  const test::Ended ended = test::hansa_in(scratch, {"bench", "--budget", "0", "--json"});
  REQUIRE(ended.status == 0);
  const nlohmann::json speed = nlohmann::json::parse(ended.out);
  CHECK(speed["multiply_adds_per_second"] > 0);
  std::set<std::string> kernels;
  for (const auto& kernel : speed["kernels"]) {
    kernels.insert(kernel["kernel"]);
    CHECK(kernel["seconds"]["median"] > 0);
    CHECK(kernel["times"]["quartiles"][0] <= kernel["times"]["median"]);
    CHECK(kernel["times"]["median"] <= kernel["times"]["quartiles"][1]);
  }
  CHECK(kernels == std::set<std::string>{"contest, proportional", "contest, cubic", "contest, mixed",
                                         "contest, binary", "standing", "gains"});
  for (const char* part : {"round", "conference", "year", "realization"})
    CHECK(speed["paris_2015"][part]["seconds"]["median"] > 0);
}

TEST_CASE("the budget of a figure is a number of seconds", "[cli][bench]") {
  const test::ScratchFolder scratch;
  for (const char* budget : {"nan", "-1", "61", "inf", "2s"}) {
    const test::Ended ended = test::hansa_in(scratch, {"bench", "--budget", budget});
    CHECK(ended.status == 2);
    CHECK_THAT(ended.err,
               Catch::Matchers::Contains("expected seconds from 0 to 60; got '" + std::string(budget) + "'"));
  }
}

}  // namespace
}  // namespace hansa
