#include <cmath>

#include <catch2/catch.hpp>

#include "sim/run.hpp"
#include "tests/laws/law_world.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/laws/same_record.hpp"

namespace hansa {
namespace {

/// The scenario, ending in a given year.
Scenario until(int last, const Scenario& scenario) {
  Scenario shorter = scenario;
  shorter.years.to = last;
  std::erase_if(shorter.conferences,
                [last](const ConferenceParams& conference) { return conference.year > last; });
  return shorter;
}

/// Names of the columns in which a longer run differs within the years of a shorter one; "" if none. Columns
/// on treaties at the end of a run are dates: those within the shorter run must be equal.
std::string otherwise(const RunRecord& shorter, const RunRecord& longer, double end) {
  std::string names;
  test::for_each_column(shorter, longer, [&](const ColumnInfo& info, const auto& known, const auto& later) {
    bool same = test::same_bits(known, later, known.size());
    if (info.traits.settled_at_end) same = true;  // final in each run's last year, and these differ
    if (info.traits.unit == "year") {
      same = true;
      for (std::size_t k = 0; k < known.size(); ++k) {
        const auto before = static_cast<double>(known[k]), after = static_cast<double>(later[k]);
        same = same && (std::isnan(before) ? !(after <= end) : before == after);
      }
    }
    if (!same) names += std::string(info.name) + " ";
  });
  return names;
}

TEST_CASE("the past does not depend on the length of a run", "[laws]") {
  Scenario scenario = test::law_scenario();
  scenario.withdrawals.clear();  // which end what the shorter run records
  const int last = GENERATE(1995, 1998, 2000, 2002);
  const Scenario scenario_until = until(last, scenario);
  const Facts longer = build_facts(scenario, test::law_tables()),
              shorter = build_facts(scenario_until, test::law_tables());
  for (std::uint32_t r = 0; r < 8; ++r)
    CHECK(otherwise(run_realization(shorter, 11, r), run_realization(longer, 11, r), last + 1) == "");
}

TEST_CASE("the road to Paris begins the same wherever it ends", "[laws]") {
  const test::LibraryWorld world("paris-2015");
  const int last = GENERATE(1997, 2009, 2016);
  const Scenario scenario_until = until(last, world.loaded.scenario);
  const Facts longer = build_facts(world.loaded.scenario, world.tables),
              shorter = build_facts(scenario_until, world.tables);
  CHECK(otherwise(run_realization(shorter, 42, 0), run_realization(longer, 42, 0), last + 1) == "");
}

}  // namespace
}  // namespace hansa
