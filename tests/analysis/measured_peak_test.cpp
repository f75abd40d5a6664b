// What a run of the real program takes, beside what is estimated before it.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "analysis/size_estimate.hpp"
#include "tests/laws/library_world.hpp"
#include "tests/support/machine/measured_peak.hpp"

namespace hansa {
namespace {

/// The most memory that a run of Copenhagen has [byte].
double measured_peak(int realizations) {
  const test::ScratchFolder scratch;
  return test::measured_peak(
      scratch, fmt::format("run copenhagen-2009 --realizations {} --quiet --out r", realizations));
}

double estimated(int realizations) {
  test::LibraryWorld world("copenhagen-2009");
  world.loaded.scenario.realizations = realizations;
  return estimate_memory(build_facts(world.loaded.scenario, world.tables));
}

TEST_CASE("the estimate of memory is within a fifth of what a run takes, at three sizes", "[size_estimate]") {
  if (!test::has_python_with("os")) return;
  const double at_rest = measured_peak(1) - estimated(1);  // the program and its tables
  for (const int realizations : {150, 300, 600}) {
    const double taken = measured_peak(realizations) - at_rest;
    INFO(realizations << " realizations take " << taken / 1e6 << " MB");
    CHECK(estimated(realizations) > 0.8 * taken);
    CHECK(estimated(realizations) < 1.2 * taken);
  }
}

}  // namespace
}  // namespace hansa
