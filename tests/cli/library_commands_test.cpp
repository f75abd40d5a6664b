#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/cli/program.hpp"
#include "tests/places.hpp"
#include "tests/sweeps/design/wrong_sweeps.hpp"

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

/// Points of a list in YAML, more than a sweep may have there.
std::string long_list(int n_points) {
  std::string text = "name: s\nscenario: b.yaml\ndesign: list\nrealizations: 1\nshard_runs: 50000\npoints:\n";
  for (int k = 0; k < n_points; ++k)
    text += fmt::format("  - {{gridlock.level: 0.{:06}, voice.saturation: 0.{:06}}}\n", k + 1, k + 1);
  return text;
}

TEST_CASE("check refuses what sweep refuses, in the same words", "[cli][sweep]") {
  std::vector<std::string> texts = {
      long_list(5000),
      long_list(20000),
      "name: s\nscenario: b.yaml\ndesign: grid\nshard_runs: 50000\nparameters: {gridlock.level: {min: 0, "
      "max: 1, "
      "steps: 30000}}\n",
      "name: s\nscenario: b.yaml\ndesign: lhs\nsamples: 2000\nshard_runs: 1\nparameters: {gridlock.level: "
      "{min: "
      "0, max: 1}}\n",
      "name: s\nscenario: b.yaml\ndesign: grid\nparameters: {years.to: {values: [2010, 2012]}}\n",
      "name: s\nscenario: paris-2015\ndesign: grid\nparameters: {conferences.COP21.presidency: {values: "
      "[FRA, "
      "QQQ]}}\n"};
  for (test::WrongSweep& wrong : test::wrong_sweeps()) texts.push_back(std::move(wrong.text));
  const ScratchFolder scratch;
  put(scratch / "b.yaml", "name: b\n");
  for (const std::string& text : texts) {
    put(scratch / "s.yaml", text);
    const Ended checked = hansa_in(scratch, {"check", "s.yaml"});
    INFO(text.substr(0, 2000));
    CHECK(checked.status == 2);
    const bool is_sweep_file = checked.out.empty() && text.find("design") != std::string::npos;
    if (!is_sweep_file) continue;  // `check` takes it for a scenario
    const Ended swept = hansa_in(scratch, {"sweep", "s.yaml", "--plan"});
    CHECK(swept.status == checked.status);
    CHECK(swept.err == checked.err);
  }
}

}  // namespace
}  // namespace hansa
