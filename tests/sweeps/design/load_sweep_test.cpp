#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "scenarios/parameters/vocabulary.hpp"
#include "sweeps/design/load_sweep.hpp"
#include "tests/sweeps/design/sweep_texts.hpp"

namespace hansa {
namespace {

using test::point_of;
using test::sweep_of;
using test::sweep_problems_in;

const std::string all_channels = fmt::format("{}, network:NAME", fmt::join(channel_names, ", "));

/// Twenty-one parameters with a range.
std::string many_parameters() {
  std::string text = "\n";
  for (const char* issue : {"mitigation", "finance", "adaptation"}) {
    for (const char* name :
         {"income", "democracy", "fossil_rents", "vulnerability", "readiness", "un_vote", "urban_share"})
      text += std::string("  preferences.") + issue + "." + name + ": {min: 0, max: 1}\n";
  }
  return text;
}

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
  const std::string head = "name: s\nscenario: b.yaml\n", grid = head + "design: grid\n";
  const std::string level = "parameters: {gridlock.level: {values: [0.1, 0.9]}}\n";
  const auto [text, problems] = GENERATE_COPY(table<std::string, std::string>({
      {"x: 1\n",
       "s.yaml:1:1: file: is not a sweep: it has neither design nor scenario; hansa run takes a scenario"},
      {"design: grid\nx: 1\n" + level,
       "s.yaml:1:1: name: must be given\ns.yaml:1:1: scenario: must be given\ns.yaml:2:1: x: unknown key"},
      {head + "design: gird\n" + level,
       "s.yaml:3:9: design: expected one of grid, lhs, sobol, morris, list; got 'gird'; did you mean "
       "'grid'?"},
      {"name: s\nscenario: c.yaml\ndesign: grid\n" + level,
       "s.yaml:2:11: scenario: 'c.yaml' cannot be read: No such file or directory"},
      {"name: s\nscenario: two-conference\ndesign: grid\n" + level,
       "s.yaml:2:11: scenario: no scenario of the library is called 'two-conference'; did you mean "
       "'two-conferences'?"},
      {"name: s\nextends: c.yaml\ndesign: grid\n" + level,
       "s.yaml:1:1: scenario: must be given\n"
       "s.yaml:2:1: extends: a sweep extends no other file; name the scenario that it varies by `scenario`, "
       "and "
       "what is to change in it by `set`"},
      {"name: s\nscenario: c.yaml\ndesign: grid\nsamples: 3\nparameters: {gridlock.level: {min: 1, max: 0, "
       "steps: 3}, voice.saturation: {min: 0, max: 1}}\narms: [{without: loby}]\n",
       "s.yaml:2:11: scenario: 'c.yaml' cannot be read: No such file or directory\n"
       "s.yaml:4:10: samples: the design grid takes none\n"
       "s.yaml:5:44: parameters.gridlock.level.max: must be above min, 1, got 0\n"
       "s.yaml:5:58: parameters.voice.saturation: a grid needs steps, such as {min: 0, max: 1, steps: 5}, or "
       "values\n"
       "s.yaml:6:18: arms[1].without: nothing called 'loby' can be left out; known: lobbying, networks, "
       "cities, " +
           all_channels},
      {grid + level +
           "arms: [{with: {gridlock: {level: 0.3}}, name: a}, {with: {gridlock: {polarisation: 2}}, "
           "name: b}]\n",
       "s.yaml:5:16: arms[1].with.gridlock: sets gridlock.level, which the sweep varies; an arm can set only "
       "what the design does not"},
      {head + "design: lhs\nsamples: 10000\n" + level + "realizations: 1000000\n",
       "s.yaml:6:15: realizations: give 10000000000 runs; at most 2147483647 are possible"},
      {grid,
       "s.yaml:1:1: parameters: this design needs parameters such as {gridlock.level: {min: 0, max: 1}}"},
      {grid + "parameters: {gridlock.levle: {values: [0, 1]}}\n",
       "s.yaml:4:23: gridlock.levle: unknown key; did you mean 'level'?"},
      {grid + "parameters: {gridlock.level: {values: [0, 1.5]}}\n",
       "s.yaml:4:43: gridlock.level: must be at most 1, got 1.5"},
      {grid + "parameters: {gridlock.level: {min: -1, max: 2, steps: 3}}\n",
       "s.yaml:4:36: gridlock.level: must be at least 0, got -1\n"
       "s.yaml:4:45: gridlock.level: must be at most 1, got 2"},
      {grid + "parameters: {gridlock.level: {min: 0, max: 1}}\n",
       "s.yaml:4:14: parameters.gridlock.level: a grid needs steps, such as {min: 0, max: 1, steps: 5}, or "
       "values"},
      {grid + "parameters: {gridlock.level: {min: 1, max: 0, steps: 3}}\n",
       "s.yaml:4:44: parameters.gridlock.level.max: must be above min, 1, got 0"},
      {grid + "parameters: {gridlock.level: {minn: 0, max: 1, steps: 3}}\n",
       "s.yaml:4:14: parameters.gridlock.level: needs min and max, or values\n"
       "s.yaml:4:31: parameters.gridlock.level.minn: unknown key; did you mean 'min'?"},
      {grid + "parameters: {gridlock.level: {min: 0, max: 1, values: [0]}}\n",
       "s.yaml:4:55: parameters.gridlock.level: give either values, or min and max"},
      {grid + "parameters: {gridlock.level: [0, 1]}\n",
       "s.yaml:4:30: parameters.gridlock.level: expected {min: ..., max: ...} or {values: [...]}, got a "
       "list"},
      {grid + "parameters: {gridlock.level: {values: [0.5, 0.5]}}\n",
       "s.yaml:4:45: parameters.gridlock.level.values[2]: 0.5 is listed twice"},
      {grid + "parameters: {networks.initial: {min: 0.5, max: 3, steps: 2}}\n",
       "s.yaml:4:38: networks.initial: expected a whole number, got '0.5'"},
      {grid + "parameters: {networks.initial: {min: 1, max: 3, steps: 9}}\n",
       "s.yaml:4:56: parameters.networks.initial.steps: there are only 3 whole numbers from 1 to 3"},
      {grid + "parameters: {networks.enabled: {values: [yes]}}\n",
       "s.yaml:4:42: networks.enabled: expected true or false, got 'yes'; write true"},
      {grid + "parameters: {seed: {values: [1, 2]}}\n",
       "s.yaml:4:14: parameters.seed: is the same for all runs; give it as a key of the sweep"},
      {grid + "parameters: {name: {values: [a, b]}}\n",
       "s.yaml:4:14: parameters.name: belongs to the scenario; a sweep cannot set it"},
      {grid + level + "set: {gridlock.level: 0.5}\n",
       "s.yaml:4:14: parameters.gridlock.level: is set for every run by `set` as well"},
      {grid + level + "set: {gridlok.level: 0.5}\n",
       "s.yaml:5:7: gridlok: unknown key; did you mean 'gridlock'?"},
      {grid + level + "samples: 5\n", "s.yaml:5:10: samples: the design grid takes none"},
      {grid + level + "points: []\n",
       "s.yaml:5:9: points: are for the design list; this one takes parameters"},
      {head + "design: lhs\n" + level, "s.yaml:3:9: samples: must be given for the design lhs"},
      {head + "design: sobol\nsamples: 4\n" + level,
       "s.yaml:4:10: samples: must be a power of two from 16 on for the design sobol, whose 8 scrambled "
       "replicates share "
       "them equally; got 4; the next is 16"},
      {head + "design: sobol\nsamples: 50\n" + level,
       "s.yaml:4:10: samples: must be a power of two from 16 on for the design sobol, whose 8 scrambled "
       "replicates share "
       "them equally; got 50; the next is 64"},
      {head + "design: lhs\nsamples: 5\nparameters: {gridlock.level: {min: 0, max: 1, steps: 3}}\n",
       "s.yaml:5:47: parameters.gridlock.level.steps: steps are for a grid; this design chooses its values"},
      {head + "design: morris\nsamples: 5\nparameters: {gridlock.level: {values: [0.5]}}\n",
       "s.yaml:5:39: parameters.gridlock.level.values: one value alone does not vary"},
      {head + "design: list\n" + level,
       "s.yaml:1:1: points: the design list needs points such as [{gridlock.level: 0.1}]\n"
       "s.yaml:4:13: parameters: the design list takes points instead"},
      {head + "design: list\npoints: [{gridlock.level: 0.1}, {networks.initial: 5}, {gridlock.level: 2}]\n",
       "s.yaml:4:33: points[2]: lacks gridlock.level, which the first point sets\n"
       "s.yaml:4:73: gridlock.level: must be at most 1, got 2"},
      {grid + level + "arms: [ful, {without: loby}, {with: {gridlock.level: 3}}, {}, full, full]\n",
       "s.yaml:5:8: arms[1]: expected full, {without: ...} or {with: {...}, name: ...}; got 'ful'\n"
       "s.yaml:5:23: arms[2].without: nothing called 'loby' can be left out; known: lobbying, networks, "
       "cities, " +
           all_channels +
           "\n"
           "s.yaml:5:30: arms[3]: an arm with values of its own needs a name\n"
           "s.yaml:5:38: arms[3].with.gridlock.level: sets gridlock.level, which the sweep varies; an arm "
           "can "
           "set "
           "only what the design does not\n"
           "s.yaml:5:54: gridlock.level: must be at most 1, got 3\n"
           "s.yaml:5:59: arms[4]: expected without, or with and name\n"
           "s.yaml:5:69: arms[6]: a second arm called 'full'"},
      {head + "design: lhs\nsamples: 1000000\nparameters:" + many_parameters(),
       "s.yaml:4:10: samples: give 1000000 design points of 21 parameters; at most 20000000 values are "
       "possible"},
      {grid +
           "parameters: {gridlock.level: {min: 0, max: 1, steps: 3000}, voice.saturation: {min: 0.1, max: 1, "
           "steps: 3000}}\n",
       "s.yaml:3:9: design: gives 9000000 design points; at most 1000000 are possible"},
  }));
  CHECK(sweep_problems_in(text) == problems);
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
