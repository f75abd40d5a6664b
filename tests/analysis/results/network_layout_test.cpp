#include <catch2/catch.hpp>

#include "analysis/results/hdf5/result_file.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "analysis/results/network_layout.hpp"
#include "analysis/results/result_layout.hpp"
#include "analysis/results/run_variables.hpp"
#include "sim/run.hpp"
#include "support/files/output_folder.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"
#include "tests/support/files/scratch_folder.hpp"

namespace hansa {
namespace {

struct LaidOut {
  Scenario scenario = test::law_scenario();
  Facts facts;
  NetworkTally tally;
  ResultSet usual, with_networks;

  explicit LaidOut(bool with_cities = true) {
    scenario.realizations = 3;
    scenario.world.with_cities = with_cities;
    facts = build_facts(scenario, test::law_tables());
    const std::vector<RunRecord> records = run_ensemble(facts, 2, {}, &tally);
    usual = with_networks = lay_out(facts, records, {});
    lay_out_networks(facts, tally, with_networks);
  }
};

TEST_CASE("every column on networks and cities reaches the file of a run, bit for bit", "[network_layout]") {
  const LaidOut laid;
  const test::ScratchFolder scratch;
  OutputFolder folder(scratch / "run", IfTaken::Refuse);
  folder.add("result.h5", hdf5_image(laid.with_networks));
  folder.add("run.json", "{}");
  folder.publish();
  const ResultSet read = read_result(scratch / "run/result.h5");
  std::size_t at = 0;
  NetworkRecord::columns([&]<class T>(std::vector<T> NetworkRecord::*column, const ColumnInfo& info) {
    INFO(info.name);
    const Moments& moments = laid.tally.moments[at++];
    const Variable* variable = read.find_variable(info.name);
    REQUIRE(variable != nullptr);
    CHECK(variable->dims == make_variable(info, "realization").dims);
    if (info.traits.keep == Keep::Each) {
      std::vector<T> values;
      for (const NetworkRecord& run : laid.tally.runs)
        values.insert(values.end(), (run.*column).begin(), (run.*column).end());
      CHECK(test::same_bits(std::get<std::vector<T>>(variable->values), values));
    } else {
      CHECK(test::same_bits(std::get<std::vector<double>>(variable->values), moments.mean));
    }
    const Variable* sd = read.find_variable(std::string(info.name) + "_sd");
    REQUIRE((sd != nullptr) == (info.traits.keep == Keep::MeanAndSd));
    if (sd != nullptr) CHECK(test::same_bits(std::get<std::vector<double>>(sd->values), moments.sd()));
  });
  CHECK(std::get<std::vector<std::string>>(read.find_dimension("network")->labels) ==
        std::vector<std::string>{"c40", "uclg"});
  CHECK(read.find_dimension("city")->size() == 60);
  CHECK(std::get<std::vector<std::string>>(read.find_variable("city_state")->values).front() == "AAX");
}

TEST_CASE("single networks and cities are added behind the other variables, none of which changes",
          "[network_layout]") {
  const LaidOut laid;
  REQUIRE(laid.with_networks.variables.size() > laid.usual.variables.size());
  for (std::size_t k = 0; k < laid.usual.variables.size(); ++k) {
    const Variable &one = laid.usual.variables[k], &two = laid.with_networks.variables[k];
    CHECK(one.name == two.name);
    CHECK(one.dims == two.dims);
    CHECK(one.long_name == two.long_name);
    REQUIRE(one.values.index() == two.values.index());
    std::visit(
        [&]<class T>(const std::vector<T>& values) {
          CHECK(test::same_bits(values, std::get<std::vector<T>>(two.values)));
        },
        one.values);
  }
}

TEST_CASE("a world without cities has no dimension of cities", "[network_layout]") {
  const LaidOut laid(false);
  CHECK(laid.with_networks.find_dimension("city") == nullptr);
  CHECK(laid.with_networks.find_variable("city_networks") == nullptr);
  CHECK(laid.with_networks.find_variable("network_members") != nullptr);
  CHECK_FALSE(hdf5_image(laid.with_networks).empty());
}

}  // namespace
}  // namespace hansa
