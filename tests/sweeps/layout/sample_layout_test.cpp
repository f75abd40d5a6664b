#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "sweeps/layout/sample_layout.hpp"
#include "tests/sweeps/design/sweep_texts.hpp"

namespace hansa {
namespace {

ResultSet sample_of(const Sweep& sweep) {
  ResultSet result;
  add_sample(sweep, result);
  return result;
}

TEST_CASE("a merged file says what each point of a Sobol' design is for", "[sweep]") {
  const Sweep sweep = test::sweep_of(
      "design: sobol\nsamples: 16\nparameters: {environment.trend: {min: 0, max: 0.1}, networks.enabled: "
      "{values: [true, "
      "false]}}\n");
  const ResultSet sample = sample_of(sweep);
  const auto first = [](const auto& values) { return std::vector(values.begin() + 4, values.begin() + 8); };
  CHECK(first(values_of<std::uint8_t>(sample, "point_role")) == std::vector<std::uint8_t>{1, 2, 2, 3});
  CHECK(first(values_of<std::int32_t>(sample, "point_unit")) == std::vector<std::int32_t>(4, 1));
  CHECK(first(values_of<std::uint8_t>(sample, "point_replicate")) == std::vector<std::uint8_t>(4, 1));
  CHECK(first(values_of<std::int32_t>(sample, "point_parameter")) == std::vector<std::int32_t>{-1, 0, 1, -1});
  CHECK(values_of<std::string>(sample, "parameter_unit") == std::vector<std::string>{"logit/year", "1"});
  CHECK(values_of<std::uint8_t>(sample, "parameter_kind") == std::vector<std::uint8_t>{0, 2});
  CHECK(values_of<double>(sample, "parameter_max")[0] == 0.1);
  CHECK(values_of<std::string>(sample, "parameter_levels") == std::vector<std::string>{"", "true | false"});
  const std::vector<Attribute> attributes = sample_attributes(sweep);
  CHECK(attributes[0].first == "design");
  CHECK(attributes[1] == Attribute{"samples", std::int64_t{16}});
  CHECK(attributes[2] == Attribute{"replicates", std::int64_t{8}});
}

TEST_CASE("steps of a trajectory name the parameter that moves, levels the value of a word", "[sweep]") {
  const Sweep morris = test::sweep_of(
      "design: morris\nsamples: 3\nparameters: {gridlock.level: {min: 0, max: 1}, lobbying.strength: {min: "
      "0, max: 1}}\n");
  const ResultSet steps = sample_of(morris);
  const auto& moved = values_of<std::int32_t>(steps, "point_parameter");
  CHECK((moved[3] == -1 && moved[4] + moved[5] == 1));
  CHECK(values_of<std::int32_t>(steps, "point_unit")[5] == 1);
  CHECK(values_of<std::uint8_t>(steps, "point_role")[4] == 5);
  const ResultSet list = sample_of(
      test::sweep_of("design: list\npoints: [{conferences.COP3.bound: all, networks.initial: 9}, "
                     "{conferences.COP3.bound: annex1, "
                     "networks.initial: 4}, {conferences.COP3.bound: all, networks.initial: 9}]\n"));
  CHECK(values_of<std::int32_t>(list, "parameter_level") == std::vector<std::int32_t>{0, 0, 1, 1, 0, 0});
  CHECK(values_of<std::string>(list, "parameter_levels") ==
        std::vector<std::string>{"all | annex1", "9 | 4"});
  CHECK(values_of<std::uint8_t>(list, "parameter_kind") == std::vector<std::uint8_t>{3, 1});
  CHECK(values_of<double>(list, "parameter_min")[1] == 4);
}

}  // namespace
}  // namespace hansa
