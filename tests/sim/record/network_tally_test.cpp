#include <cmath>

#include <catch2/catch.hpp>

#include "sim/record/network_tally.hpp"
#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

const double nothing = std::nan("");

TEST_CASE("means and standard deviations are over the realizations in which a value applies",
          "[network_tally]") {
  Moments moments;
  moments.add({1, nothing, 5, nothing}, true);
  moments.add({2, 3, nothing, nothing}, true);
  moments.add({6, 5, nothing, nothing}, true);
  CHECK(moments.n == std::vector<std::int32_t>{3, 2, 1, 0});
  CHECK(moments.mean[0] == 3);
  CHECK(moments.mean[1] == 4);
  CHECK(moments.mean[2] == 5);
  CHECK(std::isnan(moments.mean[3]));
  const std::vector<double> sd = moments.sd();
  CHECK(sd[0] == Approx(std::sqrt((4 + 1 + 9) / 2.0)));
  CHECK(sd[1] == Approx(std::sqrt(2.0)));
  CHECK(std::isnan(sd[2]));
  CHECK(std::isnan(sd[3]));
}

TEST_CASE("standard deviations are kept only where asked for", "[network_tally]") {
  Moments moments;
  moments.add({1, 2}, false);
  CHECK(moments.sd().empty());
  CHECK(moments.mean == std::vector<double>{1, 2});
}

TEST_CASE("the number of threads changes no bit of a tally", "[network_tally][threads]") {
  Scenario scenario = test::law_scenario();
  scenario.realizations = 13;  // more than one block, the last not full
  const Facts facts = build_facts(scenario, test::law_tables());
  NetworkTally expected;
  for (std::uint32_t r = 0; r < 13; ++r) expected.add(watch_realization(facts, scenario.seed, r).networks);
  for (const std::size_t n_threads : {1U, 2U, 3U, 8U}) {
    NetworkTally tally;
    CHECK(run_ensemble(facts, n_threads, {}, &tally).size() == 13);
    REQUIRE(tally.runs.size() == 13);
    std::size_t at = 0;
    NetworkRecord::columns([&](auto column, const ColumnInfo& info) {
      CAPTURE(info.name, n_threads);
      for (std::size_t r = 0; r < 13; ++r)
        CHECK(test::same_bits(tally.runs[r].*column, expected.runs[r].*column));
      CHECK(test::same_bits(tally.moments[at].mean, expected.moments[at].mean));
      CHECK(test::same_bits(tally.moments[at].sd(), expected.moments[at].sd()));
      CHECK(tally.moments[at].mean.empty() == (info.traits.keep == Keep::Each));
      ++at;
    });
  }
}

TEST_CASE("a stopped ensemble has tallied only complete realizations", "[network_tally]") {
  const Scenario scenario = test::law_scenario();
  const Facts facts = build_facts(scenario, test::law_tables());
  std::atomic<bool> stop{false};
  NetworkTally tally;
  const auto records =
      run_ensemble(facts, 1, {.progress = [&](std::size_t n) { stop = n >= 3; }, .stop = &stop}, &tally);
  CHECK(records.size() == 3);
  CHECK(tally.runs.size() == 3);
}

}  // namespace
}  // namespace hansa
