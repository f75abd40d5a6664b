// A model whose indices are known, through sweep files, shards and the analysis of a folder.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "sweeps/report/sensitivity_report.hpp"
#include "sweeps/report/sweep_answer.hpp"
#include "tests/sweeps/sensitivity/function_sweep.hpp"

namespace hansa {
namespace {

using Catch::Matchers::Contains;
/// A sweep whose first conference has Ishigami's function as depth, and no text where the first parameter is below
/// `bar`. The voice of networks lacks the second parameter where the second arm is run.
test::FunctionSweep ishigami_sweep(const std::string& keys, double bar = 0) {
  return {keys, 3, [bar](const Scenario& scenario, std::uint32_t realization, RunRecord& record) {
            const std::vector<double> u = test::on_cube(scenario, 3);
            const bool is_adopted = u[0] >= bar;
            record.adopted[0] = is_adopted ? 1 : 0;
            record.depth[0] = is_adopted ? test::ishigami().value(u) + realization : missing_value<double>();
            record.network_voice.back() =
                u[2] + realization + (scenario.voice.saturation == 0.125 ? 0 : u[1]);
          }};
}

TEST_CASE("a sweep of Ishigami's function has its indices", "[sensitivity]") {
  const test::FunctionSweep sweep =
      ishigami_sweep("design: sobol\nsamples: 512\nseed: 1\nrealizations: 1\nshard_runs: 300\n");
  const Sensitivity sensitivity = sweep.analyse(MissingPolicy::Refuse);
  REQUIRE(sensitivity.found.size() == 4);  // adopted, depth, networks, voice
  const OutcomeEffects& depth = sensitivity.found[1];
  CHECK((depth.outcome.column == "depth" && depth.n_runs == 5 * 512 && depth.n_lacking == 0));
  const test::TestFunction f = test::ishigami();
  for (std::size_t j = 0; j < 3; ++j) {
    CHECK(depth.effects.by_parameter[j][0].value == Approx(f.first[j]).margin(0.08));
    CHECK(depth.effects.by_parameter[j][1].value == Approx(f.total[j]).margin(0.08));
  }
  CHECK(sensitivity.found[0].effects.variance.value == 0);  // always adopted
  const std::string text = sensitivity_text(sweep.plan, sensitivity);
  CHECK_THAT(text, Contains("adopted, full; the same at every design point") && Contains("depth, full\n") &&
                       Contains("one realization: chance is not told apart") &&
                       Contains("to halve the widest interval: samples: 2048 (4 times the runs)"));
}

TEST_CASE("the answer names a parameter whose curve is worth drawing", "[sensitivity]") {
  const test::FunctionSweep sweep = ishigami_sweep("design: lhs\nsamples: 300\nseed: 2\nrealizations: 4\n");
  const Answer answer = answer_text(sweep.plan, sweep.folder, {.conference = sweep.first_conference()});
  CHECK_THAT(answer.text, Contains(" --curve lobbying.strength\n"));  // first in the depth, by binned S1
  const Answer curve =
      answer_text(sweep.plan, sweep.folder,
                  {.conference = sweep.first_conference(), .parameters = {"lobbying.strength"}});
  CHECK_THAT(curve.text, Contains("depth by lobbying.strength: local linear regression, window +- 0.2\n"));
}

TEST_CASE("what an arm changes has indices of its own, on the same random numbers", "[sensitivity]") {
  const test::FunctionSweep sweep = ishigami_sweep(
      "design: sobol\nsamples: 64\nrealizations: 4\narms: [full, {name: faint, with: {voice.saturation: "
      "0.125}}]\n");
  const Sensitivity sensitivity = sweep.analyse(MissingPolicy::Conditional);
  const OutcomeEffects& voice = sensitivity.found.back();
  CHECK((voice.outcome.column == "network_voice" && voice.contrast == "full minus faint"));
  CHECK(voice.effects.by_parameter[1][0].value == Approx(1).margin(0.1));
  for (const std::size_t other : {0UL, 2UL})
    CHECK(voice.effects.by_parameter[other][1].value == Approx(0).margin(1e-9));
  CHECK(voice.noise_share() == Approx(0).margin(1e-9));  // the difference has none of the realizations' noise
}

TEST_CASE("where no text is adopted the policy says what stands for its depth", "[sensitivity]") {
  const test::FunctionSweep sweep = ishigami_sweep("design: lhs\nsamples: 128\nrealizations: 2\n", 0.25);
  const Sensitivity conditional = sweep.analyse(MissingPolicy::Conditional);
  const OutcomeEffects& depth = conditional.found[2];  // adopted and depth have two methods each
  CHECK((depth.outcome.column == "depth" && depth.n_not_applying == 64 && depth.effects.n_used == 96));
  CHECK_THAT(sensitivity_text(sweep.plan, conditional),
             Contains("64 of 256 runs adopted no text: left out (--missing conditional)"));
  const Sensitivity zero = sweep.analyse(MissingPolicy::Zero);
  CHECK(zero.found[2].effects.n_used == 128);
  CHECK_THAT(sensitivity_text(sweep.plan, zero), Contains("64 of 256 runs adopted no text: counted as 0"));
  try {
    static_cast<void>(sweep.analyse(MissingPolicy::Refuse));
    FAIL("not refused");
  } catch (const ScenarioError& error) {
    CHECK_THAT(error.problems()[0].message,
               Contains("is undefined in 64 of 256 runs (full), which adopted no text"));
  }
}

TEST_CASE("runs that are missing are left out, and counted", "[sensitivity]") {
  const test::FunctionSweep sweep =
      ishigami_sweep("design: lhs\nsamples: 100\nrealizations: 2\nshard_runs: 30\n");
  std::filesystem::remove(sweep.folder.shard(1));
  const Sensitivity sensitivity = sweep.analyse(MissingPolicy::Conditional);
  CHECK((sensitivity.n_missing == 30 && sensitivity.found[2].n_lacking == 30));
  CHECK_THAT(answer_text(sweep.plan, sweep.folder, {.conference = sweep.first_conference()}).text,
             Contains("30 of 200 runs failed or are missing, and are left out"));
}

TEST_CASE("a design is refused for an index that it does not fit", "[sensitivity]") {
  Sweep sweep;
  const auto [design, method, reason] = GENERATE(table<Design, SensitivityMethod, std::string>({
      {Design::Lhs, SensitivityMethod::Sobol, "needs the design sobol; this sweep is lhs"},
      {Design::Sobol, SensitivityMethod::Morris, "needs the design morris; this sweep is sobol"},
      {Design::Sobol, SensitivityMethod::Regression, "needs the design lhs; this sweep is sobol"},
      {Design::Grid, SensitivityMethod::Binned, "is for drawn points; the method grid is exact on a grid"},
      {Design::List, SensitivityMethod::Grid, "needs the design grid; this sweep is list"},
      {Design::List, SensitivityMethod::Regression, ""},
      {Design::Morris, SensitivityMethod::Binned, ""},
  }));
  sweep.design = design;
  CHECK(why_unfit(method, sweep) == reason);
  for (const SensitivityMethod usual : usual_methods(design)) CHECK(why_unfit(usual, sweep).empty());
}

TEST_CASE("four times the samples or the realizations halve an interval, by what it comes from",
          "[sensitivity]") {
  const auto more = [](double of_points, double of_runs) {
    const MoreRuns found =
        runs_to_halve({.value = 1, .ci95 = {}, .of_points = of_points, .of_runs = of_runs}, 64, 8);
    return std::pair(found.samples, found.realizations);
  };
  CHECK(more(1, 0.1) == std::pair<std::size_t, std::size_t>(256, 8));
  CHECK(more(0.1, 1) == std::pair<std::size_t, std::size_t>(64, 32));
  CHECK(more(1, 1) == std::pair<std::size_t, std::size_t>(256, 32));
}

TEST_CASE("the JSON of a drawn sweep holds every index, its rows on request", "[sensitivity]") {
  const test::FunctionSweep sweep = ishigami_sweep("design: morris\nsamples: 8\nrealizations: 3\n");
  const auto parse = [&](bool points) {
    return nlohmann::json::parse(std::string(
        answer_json(sweep.plan, sweep.folder, {.conference = sweep.first_conference(), .points = points}, {})
            .text));
  };
  const auto json = parse(false);
  CHECK((!json.contains("rows") && json["missing"] == 0 && json["sensitivity"].size() == 4));
  const auto& depth = json["sensitivity"][1];
  CHECK((depth["method"] == "morris" && depth["outcome"] == "depth" && depth["parameters"].size() == 3));
  CHECK(depth["parameters"][0]["mu*"]["ci95"].size() == 2);
  CHECK(depth["parameters"][0]["to_halve"]["samples"] == 32);
  CHECK(parse(true)["rows"].size() == sweep.plan.sweep.n_points);
  CHECK_THAT(answer_text(sweep.plan, sweep.folder, {.points = true}).text, Contains("point  gridlock.level"));
}

}  // namespace
}  // namespace hansa
