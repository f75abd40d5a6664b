#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"
#include "tests/places.hpp"

namespace hansa {
namespace {

using Catch::Matchers::StartsWith;
using test::Ended;
using test::hansa_in;
using test::lines_of;
using test::put;
using test::ScratchFolder;
using Words = std::vector<std::string>;

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

TEST_CASE("every library scenario is valid", "[cli]") {
  const ScratchFolder scratch;
  Words words = {"check"};
  for (const std::string& line : lines_of(hansa_in(scratch, {"list"}).out))
    words.push_back(line.substr(0, line.find(' ')));
  const Ended ended = hansa_in(scratch, words);
  CHECK(ended.status == 0);
  CHECK(ended.err.empty());
  CHECK(lines_of(ended.out).size() == words.size() - 1);
}

TEST_CASE("check reports every problem of every file", "[cli]") {
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
  CHECK(ended.out == "good one.yaml: good is valid\n");
  auto lines = lines_of(ended.err);
  REQUIRE(lines.size() >= 3);
  CHECK(lines[1] == "  | seed: -1");
  CHECK(lines[2] == "  |       ^");
  std::erase_if(lines, [](const std::string& line) { return line.starts_with("  | "); });
  REQUIRE(lines.size() >= 4);
  CHECK_THAT(lines[0], StartsWith("two.yaml:6:7: seed: "));
  CHECK_THAT(lines[1], StartsWith("two.yaml:7:1: realisations: unknown key; did you mean 'realizations'?"));
  CHECK_THAT(lines[2], StartsWith("none.yaml:1:1: file: cannot be read: "));
  CHECK_THAT(lines[3], StartsWith("cities.csv:1:1: "));
  CHECK(scratch.names() == before);
}

}  // namespace
}  // namespace hansa
