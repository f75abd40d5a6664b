#include <regex>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/year.hpp"
#include "tests/cli/program.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::lines_of;
using test::ScratchFolder;

TEST_CASE("the phases are listed in their order, each with its file", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"phases"});
  CHECK(ended.status == 0);
  std::size_t n = 0;
  for (const std::string& line : lines_of(ended.out)) {
    std::smatch match;
    if (!std::regex_match(line, match, std::regex(R"( ?(\d+)[* ] ([a-z]+) +([a-z_]+)\(\)  (\S+\.cpp))")))
      continue;
    REQUIRE(n < phases.size());
    CHECK(match[1].str() == std::to_string(n + 1));
    CHECK(match[2].str() == phases[n].name);
    CHECK(match[3].str() == phases[n].verb);
    CHECK(match[4].str() == file_of(phases[n]));
    ++n;
  }
  CHECK(n == phases.size());
}

TEST_CASE("the schema is a JSON Schema of draft 7 that knows the sections", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"schema"});
  CHECK(ended.status == 0);
  const auto schema = nlohmann::json::parse(ended.out);
  CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
  CHECK(schema["type"] == "object");
  CHECK(schema["additionalProperties"] == false);
  for (const char* key :
       {"name", "seed", "realizations", "years", "gridlock", "lobbying", "networks", "conferences"}) {
    INFO(key);
    CHECK(schema["properties"].contains(key));
  }
}

TEST_CASE("the pages of the documentation name parameters and variables", "[cli]") {
  const ScratchFolder scratch;
  const Ended parameters = hansa_in(scratch, {"docs", "parameters"});
  CHECK(parameters.status == 0);
  CHECK_THAT(parameters.out,
             Contains("# Parameters") && Contains("\n## gridlock\n") && Contains("\n| `level` |"));
  const Ended variables = hansa_in(scratch, {"docs", "variables"});
  CHECK(variables.status == 0);
  CHECK_THAT(variables.out, Contains("adopted") && Contains("network_voice") && Contains("entered_force"));
}

TEST_CASE("the model is printed as an ODD protocol with the declarations of the program", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"odd"});
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK_THAT(ended.out, StartsWith("# The model\n") && Contains("\n## 7. Submodels\n") &&
                            Contains("\n| lobbying (`sim/phases/lobbying.cpp`) | `gather_pressure` |") &&
                            Contains("\n| `states.mandate` |") && Contains("\n##### gridlock\n") &&
                            Contains("\n#### Where the tables come from\n") && !Contains("<!--"));
}

}  // namespace
}  // namespace hansa
