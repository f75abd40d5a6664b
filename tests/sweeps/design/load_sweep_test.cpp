#include <set>

#include <catch2/catch.hpp>

#include "sweeps/design/load_sweep.hpp"
#include "tests/sweeps/design/sweep_texts.hpp"
#include "tests/sweeps/design/wrong_sweeps.hpp"

namespace hansa {
namespace {

using test::point_of;
using test::sweep_of;
using test::sweep_problems_in;

TEST_CASE("a grid takes every combination, its last parameter fastest", "[sweep]") {
  const Sweep sweep = sweep_of(
      "design: grid\nparameters:\n  gridlock.level: {min: 0, max: 1, steps: 3}\n"
      "  networks.initial: {values: [5, 80]}\n");
  REQUIRE(sweep.n_points == 6);
  std::string points;
  for (std::size_t k = 0; k < 6; ++k) points += point_of(sweep, k) + "\n";
  CHECK(points ==
        "gridlock.level=0 networks.initial=5\ngridlock.level=0 networks.initial=80\n"
        "gridlock.level=0.5 networks.initial=5\ngridlock.level=0.5 networks.initial=80\n"
        "gridlock.level=1 networks.initial=5\ngridlock.level=1 networks.initial=80\n");
  CHECK(number_at(sweep, 3, 1) == 80.0);
  CHECK(scenario_at(sweep, 3, 0).scenario.gridlock.level == 0.5);
  CHECK(scenario_at(sweep, 3, 0).scenario.networks.initial == 80);
}

TEST_CASE("whole numbers of a grid are whole", "[sweep]") {
  const Sweep sweep = sweep_of("design: grid\nparameters: {networks.initial: {min: 0, max: 10, steps: 4}}\n");
  CHECK(point_of(sweep, 1) == "networks.initial=3");
  CHECK(point_of(sweep, 2) == "networks.initial=7");
}

TEST_CASE("words, flags and lists are swept by their values", "[sweep]") {
  const Sweep sweep = sweep_of(
      "design: grid\nparameters:\n  conferences.COP15.access: {values: [none, drafting]}\n"
      "  networks.enabled: {values: [true, false]}\n"
      "  conferences.COP15.forms: {values: [[hard], [hard, soft]]}\n");
  REQUIRE(sweep.n_points == 8);
  CHECK(point_of(sweep, 7) ==
        "conferences.COP15.access=drafting networks.enabled=false conferences.COP15.forms=[hard, soft]");
  const Scenario scenario = scenario_at(sweep, 7, 0).scenario;
  CHECK(scenario.conferences[1].access == Access::Drafting);
  CHECK_FALSE(scenario.networks.enabled);
  CHECK(scenario.conferences[1].forms == std::vector{Form::Hard, Form::Soft});
  CHECK(std::isnan(number_at(sweep, 7, 0)));
}

TEST_CASE("a list takes its points as given", "[sweep]") {
  const Sweep sweep = sweep_of(
      "design: list\npoints:\n  - {gridlock.level: 0.1, networks.initial: 5}\n"
      "  - {networks.initial: 9, gridlock.level: 0.2}\n");
  REQUIRE(sweep.n_points == 2);
  CHECK(point_of(sweep, 1) == "gridlock.level=0.2 networks.initial=9");
}

TEST_CASE("an arm is laid over every point", "[sweep]") {
  const Sweep sweep = sweep_of(
      "design: grid\nparameters: {gridlock.level: {values: [0.1, 0.9]}}\n"
      "arms: [full, {without: lobbying}, {without: home, name: abroad}, {with: {voice.saturation: 0.3}, "
      "name: "
      "calm}]\n");
  REQUIRE(sweep.arms.size() == 4);
  CHECK(sweep.arms[1].name == "without-lobbying");
  CHECK(sweep.arms[2].name == "abroad");
  CHECK(scenario_at(sweep, 1, 0).scenario.gridlock.level == 0.9);
  CHECK(scenario_at(sweep, 1, 1).scenario.lobbying.strength == 0.0);
  CHECK(scenario_at(sweep, 1, 2).scenario.lobbying.channels[Channel::Home] == 0.0);
  CHECK(scenario_at(sweep, 1, 3).scenario.voice.saturation == 0.3);
}

TEST_CASE("an arm without what the sweep varies has its own value of it", "[sweep]") {
  const Sweep sweep = sweep_of(
      "design: grid\nparameters: {lobbying.strength: {values: [0.5, 2]}, networks.enabled: {values: [true, "
      "false]}}\narms: [full, {without: lobbying}, {without: networks, with: {voice.saturation: 0.3}, name: "
      "few}]\n");
  CHECK(number_at(sweep, 2, 0) == 2.0);
  CHECK(number_at(sweep, 2, 0, 0) == 2.0);
  CHECK(number_at(sweep, 2, 1, 0) == 0.0);
  CHECK(number_at(sweep, 2, 2, 0) == 2.0);
  CHECK(text_at(sweep, 2, 0, 1) == "true");
  CHECK(text_at(sweep, 2, 2, 1) == "false");
  for (std::size_t arm = 0; arm < 3; ++arm)
    CHECK(scenario_at(sweep, 2, arm).scenario.lobbying.strength == number_at(sweep, 2, arm, 0));
}

TEST_CASE("whole numbers, flags and words can be swept in every design", "[sweep]") {
  const std::string parameters =
      "parameters: {networks.initial: {min: 1, max: 4STEPS}, networks.enabled: {values: [true, false]}, "
      "conferences.COP3.bound: {values: [annex1, all]}}\n";
  const auto [design, steps] = GENERATE(table<std::string, std::string>({
      {"design: grid\n", ", steps: 4"},
      {"design: lhs\nsamples: 16\n", ""},
      {"design: sobol\nsamples: 16\n", ""},
      {"design: morris\nsamples: 8\n", ""},
  }));
  std::string text = design + parameters;
  text.replace(text.find("STEPS"), 5, steps);
  const Sweep sweep = sweep_of(text);
  std::set<std::string> seen;
  for (std::size_t point = 0; point < sweep.n_points; ++point) {
    const Scenario scenario = scenario_at(sweep, point, 0).scenario;
    CHECK(scenario.networks.initial == number_at(sweep, point, 0));
    CHECK(scenario.networks.enabled == (text_at(sweep, point, 1) == "true"));
    for (std::size_t j = 0; j < 3; ++j) seen.insert(text_at(sweep, point, j));
  }
  CHECK(seen == std::set<std::string>{"1", "2", "3", "4", "true", "false", "annex1", "all"});
}

TEST_CASE("what is set holds in every run; seed and realizations come from the scenario by default",
          "[sweep]") {
  const std::string grid = "design: grid\nparameters: {gridlock.level: {values: [0.1, 0.9]}}\n";
  const Sweep plain = sweep_of(grid);
  CHECK(plain.seed == plain.reference.scenario.seed);
  CHECK(plain.realizations == plain.reference.scenario.realizations);
  const Sweep sweep =
      sweep_of(grid + "set: {years.to: 2010, lobbying.strength: 2}\nseed: 7\nrealizations: 3\n");
  const Scenario scenario = scenario_at(sweep, 0, 0).scenario;
  CHECK(scenario.years.to == 2010);
  CHECK(scenario.lobbying.strength == 2.0);
  CHECK(scenario.seed == 7);
  CHECK(scenario.realizations == 3);
}

TEST_CASE("a sweep may set its own table of issues", "[sweep][issues]") {
  const test::ScratchFolder folder;
  test::put(folder / "mine.csv",
            "issue,key,value,source\nfishery,eu,1,assumption\nfishery,income,-2,assumption\n");
  test::put(folder / "s.yaml",
            "name: s\nscenario: {name: base}\ndesign: grid\nparameters: {gridlock.level: {values: [0, 1]}}\n"
            "set: {world.issues: mine.csv, issues: [fishery]}\n");
  const Sweep sweep = load_sweep(folder / "s.yaml", test::folders());
  const LoadedScenario last = scenario_at(sweep, sweep.n_points - 1, 0);
  REQUIRE(last.scenario.preferences.size() == 1);
  CHECK(last.scenario.preferences[0].position.covariates[0] == -2.0);
  CHECK(last.files.issues == folder / "mine.csv");

  test::put(folder / "mine.csv", "issue,key,value,source\nfishery,eu,9,assumption\n");
  CHECK_THROWS_WITH(load_sweep(folder / "s.yaml", test::folders()),
                    Catch::Contains("mine.csv:2:12: value: must be at most 3, got 9"));
}

TEST_CASE("a drawn whole number takes each value of its range alike", "[sweep]") {
  const Sweep sweep = sweep_of(
      "design: lhs\nsamples: 40\nparameters: {networks.initial: {min: 1, max: 4}, networks.enabled: {values: "
      "[true, false]}}\n");
  std::map<std::string, int> times;
  for (std::size_t k = 0; k < 40; ++k) {
    ++times[text_at(sweep, k, 0)];
    ++times[text_at(sweep, k, 1)];
  }
  CHECK(times ==
        std::map<std::string, int>{{"1", 10}, {"2", 10}, {"3", 10}, {"4", 10}, {"true", 20}, {"false", 20}});
}

TEST_CASE("a wrong sweep is refused with all its problems, each at its place", "[sweep]") {
  const auto wrong = GENERATE(from_range(test::wrong_sweeps()));
  CHECK(sweep_problems_in(wrong.text) == wrong.problems);
}

TEST_CASE("problems of a scenario and its sweep are reported together", "[sweep]") {
  CHECK(sweep_problems_in("name: s\nscenario: b.yaml\ndesign: grid\nparameters: {}\n", "name: b\nsed: 1\n") ==
        "s.yaml:4:13: parameters: this design needs parameters such as {gridlock.level: {min: 0, max: 1}}\n"
        "b.yaml:2:1: sed: unknown key; did you mean 'seed'?");
}

TEST_CASE("points with incompatible values are reported before anything is run", "[sweep]") {
  const std::string scenario =
      "name: b\nissues: [mitigation, finance]\nconferences: [{name: COP1, year: 2000}]\n";
  CHECK(sweep_problems_in("name: s\nscenario: b.yaml\ndesign: grid\nparameters:\n"
                          "  preferences.mitigation.depth_weight: {values: [1, 0]}\n"
                          "  preferences.finance.depth_weight: {values: [1, 0]}\n",
                          scenario) ==
        "s.yaml:5:15: preferences: depth_weight is 0 for every issue; at least one must count (at design "
        "point 3, "
        "arm full, preferences.mitigation.depth_weight=0, preferences.finance.depth_weight=0)");
  CHECK(sweep_problems_in(
            "name: s\nscenario: b.yaml\ndesign: grid\nparameters: {years.to: {values: [2010, 2012]}}\n",
            scenario)
            .starts_with("s.yaml:1:1: years: all runs of a sweep need the same tables, years, issues"));
  CHECK(sweep_problems_in("name: s\nscenario: b.yaml\ndesign: grid\nparameters: "
                          "{conferences.COP1.presidency: {values: [DEU, QQQ]}}\n",
                          scenario)
            .find("has no state 'QQQ' (at design point 1, arm full") != std::string::npos);
}

TEST_CASE("a sweep is distinguished from a scenario", "[sweep]") {
  const test::ScratchFolder folder;
  test::put(folder / "s.yaml", "design: grid\n");
  test::put(folder / "b.yaml", "name: b\n");
  CHECK(is_sweep(folder / "s.yaml", test::folders()));
  CHECK_FALSE(is_sweep(folder / "b.yaml", test::folders()));
  CHECK_FALSE(is_sweep(folder / "none.yaml", test::folders()));
  CHECK_FALSE(is_sweep("two-conferences", test::folders()));
}

}  // namespace
}  // namespace hansa
