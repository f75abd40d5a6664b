#include <catch2/catch.hpp>

#include "support/text/line_diff.hpp"
#include "sweeps/design/print_sweep.hpp"
#include "tests/sweeps/design/sweep_texts.hpp"

namespace hansa {
namespace {

TEST_CASE("a resolved sweep reads back as the same sweep and the same text", "[sweep]") {
  const auto text = GENERATE(
      as<std::string>{},
      "design: grid\nparameters: {gridlock.level: {min: 0, max: 1, steps: 4}, conferences.COP15.forms: "
      "{values: "
      "[[hard], [hard, soft]]}}\narms: [full, {without: cities}, {with: {years: {from: 1995}}, name: "
      "\"0\"}]\n",
      "design: lhs\nsamples: 6\nparameters: {gridlock.level: {min: 0.1, max: 0.3}, networks.initial: {min: "
      "-1, max: 9}}\n"
      "set: {years.to: 2010}\n",
      "design: sobol\nsamples: 16\nseed: 9\nparameters: {gridlock.level: {min: 0.1, max: 0.3}, "
      "networks.enabled: "
      "{values: [true, false]}}\nshard_runs: 7\nrealizations: 3\ntitle: \"a: b\"\n",
      "design: morris\nsamples: 4\nparameters: {gridlock.level: {min: 0.1, max: 0.3}}\n",
      "design: grid\nparameters: {lobbying.strength: {values: [0, 2]}}\narms: [full, {without: lobbying}, "
      "{without: home, with: {voice.saturation: 0.3}, name: abroad}]\n",
      "design: list\npoints: [{gridlock.level: 1e-3, conferences.COP3.bound: annex1}, {gridlock.level: 0.5, "
      "conferences.COP3.bound: all}]\n");
  const Sweep sweep = test::sweep_of(text);
  const std::vector<std::pair<std::string, std::string>> facts = {{"hansa", "0.1.0"}};
  const std::string printed = print_sweep(sweep, facts);
  const test::ScratchFolder folder;
  test::put(folder / "sweep.yaml", printed);
  const Sweep again = load_sweep(folder / "sweep.yaml", test::folders());
  CHECK(print_sweep(again, facts) == printed);
  REQUIRE(again.n_points == sweep.n_points);
  for (std::size_t point = 0; point < sweep.n_points; ++point)
    CHECK(test::point_of(again, point) == test::point_of(sweep, point));
}

TEST_CASE("texts that differ are shown by their differing lines", "[sweep]") {
  CHECK(diff_lines("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n") == "- b\n+ x\n+ e\n");
  CHECK(diff_lines("a\n", "a\n").empty());
  CHECK(diff_lines("a\nb\nc\n", "", 2) == "- a\n- b\nand 1 more lines\n");
}

}  // namespace
}  // namespace hansa
