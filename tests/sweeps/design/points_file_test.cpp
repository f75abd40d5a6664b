// Points of a list from a CSV file.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "sweeps/design/points_file.hpp"
#include "sweeps/design/print_sweep.hpp"
#include "sweeps/run/sweep_plan.hpp"
#include "tests/sweeps/design/sweep_texts.hpp"

namespace hansa {
namespace {

using test::point_of;
using test::put;
using test::ScratchFolder;

const std::string head = "name: s\nscenario: two-conferences\ndesign: list\n";

/// A sweep whose points are in p.csv.
Sweep sweep_from(const std::string& csv, const ScratchFolder& folder) {
  put(folder / "p.csv", csv);
  put(folder / "s.yaml", head + "points: p.csv\n");
  return load_sweep(folder / "s.yaml", test::folders());
}

/// What is said of a sweep with these points; `scenario` is a map.
std::string problems_of(const std::string& csv, const std::string& text = head + "points: p.csv\n") {
  const ScratchFolder folder;
  put(folder / "p.csv", csv);
  put(folder / "s.yaml", text);
  try {
    static_cast<void>(plan_sweep(folder / "s.yaml", test::folders()));
  } catch (const ScenarioError& error) {
    std::string found;
    for (Problem problem : by_cause(error.problems())) {
      problem.file = std::filesystem::path(problem.file).filename();
      found += (found.empty() ? "" : "\n") + to_text(problem);
    }
    return found;
  }
  return "";
}

TEST_CASE("points of a file are numbers, words, flags and lists, as a YAML file would have them", "[sweep]") {
  const ScratchFolder folder;
  const Sweep sweep = sweep_from(
      "gridlock.level,networks.initial,networks.enabled,conferences.COP15.forms,conferences.COP15.access\r\n"
      "0.10,5,true,\"[hard, soft]\",none\r\n1.5e-01,9,false,[soft],drafting\r\n0.1,5,false,[soft],none\r\n",
      folder);
  REQUIRE(sweep.n_points == 3);
  CHECK(point_of(sweep, 0) ==
        "gridlock.level=0.1 networks.initial=5 networks.enabled=true conferences.COP15.forms=[hard, soft] "
        "conferences.COP15.access=none");
  CHECK(number_at(sweep, 1, 0) == 0.15);
  const Scenario scenario = scenario_at(sweep, 1, 0).scenario;
  CHECK(scenario.gridlock.level == 0.15);
  CHECK(scenario.networks.initial == 9);
  CHECK_FALSE(scenario.networks.enabled);
  CHECK(scenario.conferences[1].forms == std::vector{Form::Soft});
  CHECK(scenario.conferences[1].access == Access::Drafting);
  CHECK(sweep.parameters[0].min == 0.1);
  CHECK(sweep.parameters[0].max == 0.15);
  CHECK(sweep.parameters[3].values.size() == 2);
  CHECK(print_points(sweep) ==
        "gridlock.level,networks.initial,networks.enabled,conferences.COP15.forms,conferences.COP15.access\n"
        "0.1,5,true,\"[hard, soft]\",none\n0.15,9,false,[soft],drafting\n0.1,5,false,[soft],none\n");
}

TEST_CASE("a sweep and the copy of its points read back as the same sweep, however they were spelled",
          "[sweep]") {
  const ScratchFolder one, other, copied;
  const Sweep sweep = sweep_from("gridlock.level,networks.initial\n0.10,5\n2e-1,7\n", one);
  const std::string printed = print_sweep(sweep, {});
  CHECK(printed.find("points: {file: " + points_file_name(sweep) + ", rows: 2, sha256: ") !=
        std::string::npos);
  put(other / "p.csv", "\xEF\xBB\xBF\"gridlock.level\",networks.initial\r\n.1,5\r\n\"0.2\",7");
  put(other / "s.yaml", head + "points: {file: p.csv}\n");
  CHECK(print_sweep(load_sweep(other / "s.yaml", test::folders()), {}) == printed);
  put(copied / "sweep.yaml", printed);
  put(copied / points_file_name(sweep), print_points(sweep));
  CHECK(print_sweep(load_sweep(copied / "sweep.yaml", test::folders()), {}) == printed);
  put(copied / points_file_name(sweep), "gridlock.level,networks.initial\n0.1,5\n0.3,7\n");
  CHECK_THROWS_WITH(load_sweep(copied / "sweep.yaml", test::folders()),
                    Catch::Matchers::Contains("points.sha256: 'points-") &&
                        Catch::Matchers::Contains("has other points than those with this digest"));
}

TEST_CASE("a file may hold more points than a list in YAML", "[sweep]") {
  const ScratchFolder folder;
  std::string csv = "gridlock.level,lobbying.strength,networks.enabled\n";
  for (int k = 0; k < 60'000; ++k)
    csv += fmt::format("{:.16f},{},{}\n", k / 60'000.0, k % 7 / 7.0, k % 2 == 0);
  const Sweep sweep = sweep_from(csv, folder);
  CHECK(sweep.n_points == 60'000);
  const SweepPlan plan = plan_sweep(folder / "s.yaml", test::folders());
  CHECK(plan.stamp.text.size() < 20'000);
}

TEST_CASE("a wrong points file is refused with all its problems, each at its cell", "[sweep]") {
  const auto [csv, problems] = GENERATE(table<std::string, std::string>({
      {"gridlock.levle,networks.initial\n0.1,5\n0.2,x\n",
       "p.csv:1:10: gridlock.levle: unknown key; did you mean 'level'?\n"
       "p.csv:3:5: networks.initial: expected a whole number, got 'x'"},
      {"gridlock.level,networks.initial\n,5\nnan,6.0\n2,5\ninf,1e400\n",
       "p.csv:2:1: gridlock.level: the cell is empty\n"
       "p.csv:3:1: gridlock.level: expected a number, got 'nan'; it must be finite\n"
       "p.csv:3:5: networks.initial: expected a whole number, got '6.0'\n"
       "p.csv:4:1: gridlock.level: must be at most 1, got 2\n"
       "p.csv:5:1: gridlock.level: expected a number, got 'inf'; it must be finite\n"
       "p.csv:5:5: networks.initial: expected a whole number, got '1e400'"},
      {"gridlock.level,,gridlock.level,seed,name\n0.1,5,0.2,1,a\n",
       "p.csv:1:16: header: a column without a name; each is the path of a parameter\n"
       "p.csv:1:17: gridlock.level: a second column with this name\n"
       "p.csv:1:32: seed: is the same for all runs; give it as a key of the sweep\n"
       "p.csv:1:37: name: belongs to the scenario; a sweep cannot set it"},
      {"gridlock.level,networks.initial\n0.1\n0.1,5,6\n\"0.1,5\n0.1, 5\n",
       "p.csv:2:1: row: 1 cells under 2 columns\n"
       "p.csv:3:1: row: 3 cells under 2 columns\n"
       "p.csv:4:1: row: this quote is not closed on its line\n"
       "p.csv:5:5: row: a cell with a leading or trailing blank, a quote or a tab needs quotes around it"},
      {"networks.enabled,conferences.COP15.forms,conferences.COP15.access\nTrue,hard,any\nTrue,\"[hard\","
       "none\n"
       "1,\"[hard, hard]\",none\n",
       "p.csv:2:1: networks.enabled: expected true or false, got 'True'; write true (and 1 more times, last "
       "in "
       "line 3)\n"
       "p.csv:2:6: conferences.COP15.forms: expected a list such as [a, b], got 'hard'\n"
       "p.csv:2:11: conferences.COP15.access: expected one of none, invited, observer, consultative, "
       "advisory, "
       "assembly, drafting; got 'any'\n"
       "p.csv:3:6: conferences.COP15.forms: no closing ] for this [\n"
       "p.csv:4:1: networks.enabled: expected true or false, got '1'; write true\n"
       "p.csv:4:3: conferences.COP15.forms[2]: 'hard' is listed twice"},
      {"gridlock.level\n", "p.csv:1:1: file: has no points; each line below the first is one"},
      {"",
       "p.csv:1:1: header: a column without a name; each is the path of a parameter\n"
       "p.csv:1:1: file: has no points; each line below the first is one"},
  }));
  CHECK(problems_of(csv) == problems);
}

TEST_CASE("wrong cells of a column beyond ten are counted", "[sweep]") {
  std::string csv = "gridlock.level,networks.initial\n";
  for (int k = 0; k < 5000; ++k) csv += fmt::format("{},5\n", 2 + k);
  const std::string found = problems_of(csv);
  CHECK_THAT(
      found,
      Catch::Matchers::EndsWith(
          "p.csv:11:1: gridlock.level: must be at most 1, got 11\n"
          "p.csv:1001:1: gridlock.level: 1000 cells of this column are refused; the rest is not read"));
}

TEST_CASE("what a sweep says of its points file must hold", "[sweep]") {
  const std::string csv = "gridlock.level\n0.1\n0.2\n";
  CHECK(problems_of(csv, head + "points: q.csv\n") ==
        "s.yaml:4:9: points: 'q.csv' cannot be read: No such file or directory");
  CHECK(problems_of(csv, head + "points: ../p.csv\n") ==
        "s.yaml:4:9: points: a path may not contain .., got '../p.csv'");
  CHECK(problems_of(csv, head + "points: {file: p.csv, rows: 3}\n") ==
        "s.yaml:4:29: points.rows: 'p.csv' has 2 points, not 3");
  CHECK(problems_of(csv, head + "points: {fil: p.csv}\n") ==
        "s.yaml:4:9: points.file: must be given\ns.yaml:4:10: points.fil: unknown key; did you mean 'file'?");
  CHECK(problems_of(csv,
                    "name: s\nscenario: two-conferences\ndesign: lhs\nsamples: 2\npoints: p.csv\n"
                    "parameters: {gridlock.level: {min: 0, max: 1}}\n") ==
        "s.yaml:5:9: points: are for the design list; this one takes parameters");
}

}  // namespace
}  // namespace hansa
