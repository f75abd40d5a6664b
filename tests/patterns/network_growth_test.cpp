// P1 and P2: the number of city networks, and when they were founded [N1, N2]. The count of 1985 is an input,
// those of 1998 and 2018 are not; the base rate of births was calibrated on them (docs/decisions.md).

#include <algorithm>

#include "tests/experiment.hpp"

namespace hansa {
namespace {

using test::Experiment;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

/// The median number of networks in a year.
double networks_in(const Experiment& boom, int year) {
  return median(boom.each([&](const RunRecord& record) {
    return record.networks[static_cast<std::size_t>(year - boom.loaded.scenario.years.from)];
  }));
}

/// Ratio of yearly births, 1990 to 2003 over 2006 to 2016.
double birth_ratio(const Experiment& boom) {
  return median(boom.each([&](const RunRecord& record) {
    double early = 0, late = 0;
    for (int year = 1990; year <= 2016; ++year) {
      const double births = record.births[static_cast<std::size_t>(year - boom.loaded.scenario.years.from)];
      early += year <= 2003 ? births / 14 : 0;
      late += year >= 2006 ? births / 11 : 0;
    }
    return early / late;
  }));
}

TEST_CASE("P1: from 60 networks in 1985 there are 90 to 150 in 1998 and 250 to 350 in 2018",
          "[patterns][P1]") {
  const Experiment boom("network-boom", {});
  WARN("networks " << networks_in(boom, 1998) << " in 1998, " << networks_in(boom, 2018) << " in 2018");
  CHECK(networks_in(boom, 1985) == Approx(60).margin(4));
  CHECK((networks_in(boom, 1998) >= 90 && networks_in(boom, 1998) <= 150));
  CHECK((networks_in(boom, 2018) >= 250 && networks_in(boom, 2018) <= 350));
}

TEST_CASE("P1 would not hold if networks were founded at half the rate", "[patterns][P1]") {
  const Experiment slow("network-boom", {"networks.births.base=1.75", "networks.births.event=2",
                                         "networks.births.communication=3", "networks.real=false"});
  CHECK(networks_in(slow, 2018) < 250);
}

TEST_CASE("P2: networks are founded 1.5 to 4 times as fast in 1990-2003 as in 2006-2016", "[patterns][P2]") {
  const Experiment boom("network-boom", {});
  WARN("ratio of birth rates " << birth_ratio(boom));
  CHECK((birth_ratio(boom) >= 1.5 && birth_ratio(boom) <= 4));
}

TEST_CASE("P2 would not hold without the fall of communication cost", "[patterns][P2]") {
  const Experiment dear("network-boom", {"networks.births.communication=0", "networks.real=false"});
  WARN("ratio of birth rates " << birth_ratio(dear));
  CHECK(birth_ratio(dear) < 1.5);
}

}  // namespace
}  // namespace hansa
