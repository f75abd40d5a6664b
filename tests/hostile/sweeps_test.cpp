// Sweeps that are no YAML of ours, or ask what cannot be.
#include "tests/hostile/hostile_file.hpp"

namespace hansa {
namespace {

TEST_CASE("hansa sweep refuses each wrong sweep at its place, and writes nothing", "[hostile][sweep]") {
  const std::string head = "name: s\nscenario: copenhagen-2009\n";
  const std::string level = "parameters: {gridlock.level: {values: [0.1, 0.9]}}\n";
  const std::string range = "parameters: {gridlock.level: {min: 0, max: 1}}\n";
  test::expect_refusals(
      {
          {"an anchor", head + "design: &a grid\n" + level, "3: design"},
          {"an alias", head + "design: *a\n" + level, "3: design"},
          {"a tag", head + "design: !!str grid\n" + level, "3: design"},
          {"a merge key", head + "<<: {design: grid}\n" + level, "3: file"},
          {"two documents", head + "design: grid\n" + level + "---\na: 1\n", "5: file"},
          {"a directive", "%YAML 1.2\n---\nname: s\nscenario: copenhagen-2009\n", "1: file"},
          {"a tab that indents", head + "design: grid\nparameters:\n\tgridlock.level: 1\n", "5: file"},
          {"a key twice", head + "design: grid\ndesign: lhs\n" + level, "4: design"},
          {"a parameter twice",
           head + "design: grid\nparameters:\n  gridlock.level: {values: [0.1, 0.2]}\n  gridlock.level: "
                  "{values: [0.3, 0.4]}\n",
           "6: parameters.gridlock.level"},
          {"a quote left open", head + "design: \"grid\n" + level, "3: file"},
          {"a brace left open", head + "design: grid\nparameters: {gridlock.level: {values: [0.1, 0.9]}\n",
           "4: parameters"},
          {"a block text", head + "design: |\n  grid\n" + level, "3: design"},
          {"a value that is no number",
           head + "design: grid\nparameters: {gridlock.level: {values: [.nan, 0.9]}}\n", "4: gridlock.level"},
          {"infinity", head + "design: grid\nparameters: {gridlock.level: {min: 0, max: .inf, steps: 2}}\n",
           "4: parameters.gridlock.level.max"},
          {"no steps", head + "design: grid\nparameters: {gridlock.level: {min: 0, max: 1, steps: 0}}\n",
           "4: parameters.gridlock.level.steps"},
          {"one step", head + "design: grid\nparameters: {gridlock.level: {min: 0, max: 1, steps: 1}}\n",
           "4: parameters.gridlock.level.steps"},
          {"more steps than a number holds",
           head +
               "design: grid\nparameters: {gridlock.level: {min: 0, max: 1, steps: 1000000000000000000}}\n",
           "4: parameters.gridlock.level.steps"},
          {"more points than possible",
           head + "design: grid\nparameters: {gridlock.level: {min: 0, max: 1, steps: 100000}, "
                  "gridlock.polarisation: {min: 0, max: 1, steps: 100000}}\n",
           "3: design"},
          {"fewer than no samples", head + "design: lhs\nsamples: -4\n" + range, "4: samples"},
          {"two thousand million samples", head + "design: lhs\nsamples: 2000000000\n" + range, "4: samples"},
          {"samples of 67 bits", head + "design: lhs\nsamples: 100000000000000000000\n" + range,
           "4: samples"},
          {"half a sample", head + "design: lhs\nsamples: 1.5\n" + range, "4: samples"},
          {"no runs in a shard", head + "design: grid\nshard_runs: 0\n" + level, "4: shard_runs"},
          {"fewer than no runs in a shard", head + "design: grid\nshard_runs: -1\n" + level, "4: shard_runs"},
          {"more runs in a shard than fit", head + "design: grid\nshard_runs: 99999999999\n" + level,
           "4: shard_runs"},
          {"no realizations", head + "design: grid\nrealizations: 0\n" + level, "4: realizations"},
          {"a thousand million realizations", head + "design: grid\nrealizations: 1000000000\n" + level,
           "4: realizations"},
          {"a negative seed", head + "design: grid\nseed: -1\n" + level, "4: seed"},
          {"a seed of 65 bits", head + "design: grid\nseed: 18446744073709551616\n" + level, "4: seed"},
          {"a name that leaves the folder", "name: ../x\nscenario: copenhagen-2009\ndesign: grid\n" + level,
           "1: name"},
          {"a name with a slash", "name: a/b\nscenario: copenhagen-2009\ndesign: grid\n" + level, "1: name"},
          {"a hidden name", "name: .x\nscenario: copenhagen-2009\ndesign: grid\n" + level, "1: name"},
          {"a long name",
           "name: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nscenario: "
           "copenhagen-2009\ndesign: grid\n" +
               level,
           "1: name"},
          {"an empty name", "name: \"\"\nscenario: copenhagen-2009\ndesign: grid\n" + level, "1: name"},
          {"a scenario above", "name: s\nscenario: ../b.yaml\ndesign: grid\n" + level, "2: scenario"},
          {"a file of the system", "name: s\nscenario: /etc/passwd\ndesign: grid\n" + level, "2: scenario"},
          {"a device", "name: s\nscenario: /dev/zero\ndesign: grid\n" + level, "2: scenario"},
          {"itself", "name: s\nscenario: h.yaml\ndesign: grid\n" + level, "2: scenario"},
          {"a list for a scenario", "name: s\nscenario: [a]\ndesign: grid\n" + level, "2: scenario"},
          {"no scenario", "name: s\ndesign: grid\n" + level, "1: scenario"},
          {"a maker of another kind",
           head + "design: grid\n" + level + "made_with: {version: 9, anything: \"x\"}\n",
           "5: made_with.version"},
          {"points above", head + "design: list\npoints: ../p.csv\n", "4: points"},
          {"a file of the system for points", head + "design: list\npoints: /etc/passwd\n", "4: points"},
          {"a device for points", head + "design: list\npoints: /dev/zero\n", "4: points"},
          {"no points", head + "design: list\npoints: []\n", "4: points"},
          {"a word for a point", head + "design: list\npoints: [a]\n", "4: points[1]"},
          {"a point that is no number", head + "design: list\npoints: [{gridlock.level: .nan}]\n",
           "4: gridlock.level"},
          {"a parameter twice in a point",
           head + "design: list\npoints: [{gridlock.level: 0.1, gridlock.level: 0.2}]\n",
           "4: points[1].gridlock.level"},
          {"an arm twice", head + "design: grid\n" + level + "arms: [full, full]\n", "5: arms[2]"},
          {"no arms", head + "design: grid\n" + level + "arms: []\n", "5: arms"},
          {"a word for arms", head + "design: grid\n" + level + "arms: full\n", "5: arms"},
          {"an unknown key to set", head + "design: grid\n" + level + "set: {gridlock.levle: 1}\n",
           "5: gridlock.levle"},
          {"a seed to set", head + "design: grid\n" + level + "set: {seed: 1}\n", "5: set.seed"},
          {"a table above to set", head + "design: grid\n" + level + "set: {world.states: ../x.csv}\n",
           "5: world.states"},
          {"an unknown key", head + "design: grid\n" + level + "outputs: [nothing]\n", "5: outputs"},
          {"an empty file", "", "1: file"},
          {"a comment alone", "# x\n", "1: file"},
          {"a list", "- a\n", "1: file"},
          {"a text", "hello\n", "1: file"},
          {"nothing for a design", head + "design: ~\n" + level, "3: design"},
          {"a NUL",
           std::string("name: s\nscenario: copenhagen-2009\ndesign: gr\x00id\nparameters: {gridlock.level: "
                       "{values: [0.1, 0.9]}}\n",
                       99),
           "3: file"},
          {"a change of direction",
           head +
               "title: \"a\xe2\x80\xae"
               "b\"\ndesign: grid\n" +
               level,
           "3: file"},
          {"Latin-1", head + "title: M\xfcller\ndesign: grid\n", "3: file"},
          {"UTF-16",
           std::string("\xff\xfen\x00"
                       "a\x00m\x00"
                       "e\x00:\x00 \x00s\x00\n\x00s\x00"
                       "c\x00"
                       "e\x00n\x00"
                       "a\x00r\x00i\x00o\x00:\x00 \x00"
                       "c\x00o\x00p\x00"
                       "e\x00n\x00h\x00"
                       "a\x00g\x00"
                       "e\x00n\x00-\x00"
                       "2\x00"
                       "0\x00"
                       "0\x00"
                       "9\x00\n\x00p\x00"
                       "a\x00r\x00"
                       "a\x00m\x00"
                       "e\x00t\x00"
                       "e\x00r\x00s\x00:\x00 \x00{\x00g\x00r\x00i\x00"
                       "d\x00l\x00o\x00"
                       "c\x00k\x00.\x00l\x00"
                       "e\x00v\x00"
                       "e\x00l\x00:\x00 \x00{\x00v\x00"
                       "a\x00l\x00u\x00"
                       "e\x00s\x00:\x00 \x00[\x00"
                       "0\x00.\x00"
                       "1\x00,\x00 \x00"
                       "0\x00.\x00"
                       "9\x00]\x00}\x00}\x00\n\x00",
                       172),
           "1: file"},
          {"carriage returns alone", "name: s\rscenario: copenhagen-2009\r", "1: file"},
          {"yes for true", head + "design: grid\nparameters: {networks.enabled: {values: [yes, no]}}\n",
           "4: networks.enabled"},
          {"an octal number", head + "design: lhs\nsamples: 010\n" + range, "4: samples"},
          {"a hexadecimal number", head + "design: lhs\nsamples: 0x10\n" + range, "4: samples"},
          {"a number with an underscore", head + "design: lhs\nsamples: 1_000\n" + range, "4: samples"},
          {"a number in quotes", head + "design: lhs\nsamples: \"10\"\n" + range, "4: samples"},
          {"a range without width",
           head + "design: lhs\nsamples: 10\nparameters: {gridlock.level: {min: 0.5, max: 0.5}}\n",
           "5: parameters.gridlock.level.max"},
          {"a scale",
           head + "design: lhs\nsamples: 10\nparameters: {gridlock.level: {min: 0, max: 0.5, scale: log}}\n",
           "5: parameters.gridlock.level.scale"},
          {"a digest that is none", head + "design: grid\n" + level + "made_with: {hansa: 1, states: abc}\n",
           "5: made_with.states"},
          {"makers in a list", head + "design: grid\n" + level + "made_with: [1]\n", "5: made_with"},
      },
      "h.yaml", {"sweep", "h.yaml"});
}

}  // namespace
}  // namespace hansa
