// What a run of the real program takes, beside what is estimated before it.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "analysis/size_estimate.hpp"
#include "tests/cli/program.hpp"
#include "tests/laws/library_world.hpp"

namespace hansa {
namespace {

/// The most memory that a run of Copenhagen has [byte]; 0 if the system does not tell.
double measured_peak(int realizations) {
  const test::ScratchFolder scratch;
  const test::Ended ended = test::shell(
      scratch, fmt::format("$HANSA run copenhagen-2009 --realizations {} --quiet --out r >/dev/null & "
                           "while grep VmHWM /proc/$!/status 2>/dev/null; do sleep 0.01; done; wait $!",
                           realizations));
  REQUIRE(ended.status == 0);
  const auto last = test::lines_of(ended.out).back();
  return std::stod(last.substr(last.find(':') + 1)) * 1024;
}

double estimated(int realizations) {
  test::LibraryWorld world("copenhagen-2009");
  world.loaded.scenario.realizations = realizations;
  return estimate_memory(build_facts(world.loaded.scenario, world.tables));
}

TEST_CASE("the estimate of memory is within a fifth of what a run takes, at three sizes", "[size_estimate]") {
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
