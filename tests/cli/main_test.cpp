// The program as a whole, and its small verbs.
#include <regex>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sim/year.hpp"
#include "tests/cli/program.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::lines_of;
using test::put;
using test::ScratchFolder;
using Words = std::vector<std::string>;

TEST_CASE("the program tells its version", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"--version"});
  CHECK(ended.status == 0);
  CHECK(std::regex_match(ended.out, std::regex(R"(hansa \d+\.\d+\.\d+ \(.+, .+\)\n)")));
}

TEST_CASE("the help of every verb has an example", "[cli]") {
  const ScratchFolder scratch;
  const std::string help = hansa_in(scratch, {"--help"}).out;
  CHECK_THAT(help, Contains("\nExample: hansa run "));
  Words verbs;
  const auto list = help.substr(help.find("\nSubcommands:\n"));
  const std::regex line("\n  ([a-z]+) ");
  for (std::sregex_iterator match(list.begin(), list.end(), line), end; match != end; ++match)
    verbs.push_back((*match)[1]);
  for (const char* verb : {"run", "compare", "list", "check", "phases", "schema", "odd", "docs"})
    CHECK_THAT(verbs, Catch::VectorContains(std::string(verb)));
  for (const std::string& verb : verbs) {
    const Ended ended = hansa_in(scratch, {verb, "--help"});
    INFO(verb);
    CHECK(ended.status == 0);
    CHECK(ended.err.empty());
    CHECK_THAT(ended.out, Contains("\nUsage: hansa " + verb + " ") && Contains("\nExample: hansa " + verb));
  }
}

TEST_CASE("a command line that makes no sense is refused with what is wrong", "[cli]") {
  const ScratchFolder scratch;
  const auto [words, complaint] = GENERATE(table<Words, std::string>({
      {Words{}, "required"},
      {{"runn", "paris-2015"}, "hansa: there is no verb 'runn'; did you mean 'run'?\n"},
      {{"paris-2015"}, "hansa: there is no verb 'paris-2015'; known: run, "},
      {{"--quiet", "run", "paris-2015"}, "hansa: there is no verb '--quiet'"},
      {{"\033[31m"}, "hansa: there is no verb '\\u001b[31m'"},
      {{"list", "list"}, "list"},
      {{"phases", "--json"}, "--json"},
      {{"check"}, "FILE"},
      {{"docs"}, "PAGE"},
      {{"docs", "page"}, "page not in {parameters,variables,coverage}"},
  }));
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == 2);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, Contains(complaint) && Contains("--help"));
}

TEST_CASE("the library is listed, one scenario a line", "[cli]") {
  const ScratchFolder scratch;
  const Ended ended = hansa_in(scratch, {"list"});
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  Words names;
  for (const std::string& line : lines_of(ended.out)) names.push_back(line.substr(0, line.find(' ')));
  Words files;
  for (const auto& file : std::filesystem::directory_iterator(source_dir() / "scenarios/library"))
    files.push_back(file.path().stem());
  std::sort(files.begin(), files.end());
  CHECK(names == files);
}

TEST_CASE("every library scenario is in order", "[cli]") {
  const ScratchFolder scratch;
  Words words = {"check"};
  for (const std::string& line : lines_of(hansa_in(scratch, {"list"}).out))
    words.push_back(line.substr(0, line.find(' ')));
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK(lines_of(ended.out).size() == words.size() - 1);
}

TEST_CASE("check tells every problem of every file", "[cli]") {
  const ScratchFolder scratch;
  const std::string good =
      "schema_version: 1\nname: good\nyears: {from: 2010, to: 2010}\n"
      "conferences:\n  - {name: COP16, year: 2010, presidency: MEX}\n";
  put(scratch / "good one.yaml", good);
  put(scratch / "two.yaml", good + "seed: -1\nrealisations: 3\n");
  put(scratch / "tables.yaml", good + "world: {cities: cities.csv}\n");
  put(scratch / "cities.csv", "nonsense\n");
  const auto before = scratch.names();
  const Ended ended = hansa_in(scratch, {"check", "two.yaml", "good one.yaml", "none.yaml", "tables.yaml"});
  CHECK(ended.status == 2);
  CHECK(ended.out == "good one.yaml: good is in order\n");
  const auto lines = lines_of(ended.err);
  REQUIRE(lines.size() >= 4);
  CHECK_THAT(lines[0], StartsWith("two.yaml:6:7: seed: "));
  CHECK_THAT(lines[1], StartsWith("two.yaml:7:1: realisations: unknown key; did you mean 'realizations'?"));
  CHECK_THAT(lines[2], StartsWith("none.yaml:1:1: file: cannot be read: "));
  CHECK_THAT(lines[3], StartsWith("cities.csv:1:1: "));
  CHECK(scratch.names() == before);
}

TEST_CASE("the phases are told in their order, each with its file", "[cli]") {
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

TEST_CASE("the model is printed as an ODD protocol with what the program knows of itself", "[cli]") {
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
