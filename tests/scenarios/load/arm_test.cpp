#include <catch2/catch.hpp>

#include "scenarios/load/arm.hpp"
#include "scenarios/load/load.hpp"
#include "tests/scenarios/load/test_folders.hpp"

namespace hansa {
namespace {

TEST_CASE("an arm without something is the scenario with that one thing switched off", "[arm]") {
  CHECK(arm_without("lobbying").settings == std::vector<std::string>{"lobbying.strength=0"});
  CHECK(arm_without("networks").settings == std::vector<std::string>{"networks.enabled=false"});
  CHECK(arm_without("cities").settings == std::vector<std::string>{"world.with_cities=false"});
  CHECK(arm_without("home").settings == std::vector<std::string>{"lobbying.channels.home=0"});
  CHECK(arm_without("home").name == "without-home");
  CHECK(arm_without("network:eu-com").settings == std::vector<std::string>{"networks.eu-com.exists=false"});
  CHECK(arm_without("network:eu-com").name == "without-eu-com");
}

TEST_CASE("every scenario can do without each of the things that can be left out", "[arm]") {
  const DataFolders folders = {{test::source / "scenarios/data"}, {test::source / "scenarios/library"}};
  for (const std::string_view what : absences())
    CHECK_NOTHROW(load_scenario("copenhagen-2009", arm_without(what).settings, folders));
}

TEST_CASE("an arm that merges networks hands all to the last", "[arm]") {
  const Arm arm = arm_merging("c40,100rc,iclei");
  CHECK(arm.name == "merged-c40-100rc-iclei");
  CHECK(arm.settings ==
        std::vector<std::string>{"networks.c40.merged_into=iclei", "networks.100rc.merged_into=iclei"});
  for (const char* bad : {"", "c40", "c40,", ",c40", "c40 iclei", "c40,a.b"})
    CHECK_THROWS_WITH(arm_merging(bad), Catch::Contains("the last takes over the others"));
}

TEST_CASE("leaving out what does not exist names what does", "[arm]") {
  CHECK_THROWS_WITH(arm_without("lobying"), Catch::Contains("did you mean 'lobbying'?"));
  for (const char* bad : {"network:", "network:a.b", "network:a=b"})
    CHECK_THROWS_WITH(arm_without(bad), Catch::Contains("nothing with this name can be left out"));
}

}  // namespace
}  // namespace hansa
