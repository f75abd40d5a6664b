#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "scenarios/parameters/vocabulary.hpp"

namespace hansa::test {

inline const std::string all_channels = fmt::format("{}, network:NAME", fmt::join(channel_names, ", "));

/// Twenty-one parameters with a range.
inline std::string many_parameters() {
  std::string text = "\n";
  for (const char* issue : {"mitigation", "finance", "adaptation"}) {
    for (const char* name :
         {"income", "democracy", "fossil_rents", "vulnerability", "readiness", "un_vote", "urban_share"})
      text += std::string("  preferences.") + issue + "." + name + ": {min: 0, max: 1}\n";
  }
  return text;
}

/// A sweep that is refused, in a file s.yaml, and what is said of it.
struct WrongSweep {
  std::string text, problems;
};

inline std::vector<WrongSweep> wrong_sweeps() {
  const std::string head = "name: s\nscenario: b.yaml\n", grid = head + "design: grid\n";
  const std::string level = "parameters: {gridlock.level: {values: [0.1, 0.9]}}\n";
  return {
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
      {head + "design: lhs\nsamples: 12\ndoubled_from: 4\n" + level,
       "s.yaml:5:15: doubled_from: samples must be this times 2, 4, 8, ..., got 12; the next is 16"},
      {head + "design: lhs\nsamples: 4\ndoubled_from: 4\n" + level,
       "s.yaml:5:15: doubled_from: samples must be this times 2, 4, 8, ..., got 4; the next is 8"},
      {head + "design: sobol\nsamples: 16\ndoubled_from: 4\n" + level,
       "s.yaml:5:15: doubled_from: the design sobol takes none; it is for lhs"},
      {head + "design: lhs\nsamples: 5\nparameters: {gridlock.level: {min: 0, max: 1, steps: 3}}\n",
       "s.yaml:5:47: parameters.gridlock.level.steps: steps are for a grid; this design chooses its values"},
      {head + "design: morris\nsamples: 5\nparameters: {gridlock.level: {values: [0.5]}}\n",
       "s.yaml:5:39: parameters.gridlock.level.values: one value alone does not vary"},
      {head + "design: list\n" + level,
       "s.yaml:1:1: points: the design list needs points such as [{gridlock.level: 0.1}], or a file such as "
       "points.csv\n"
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
  };
}

}  // namespace hansa::test
