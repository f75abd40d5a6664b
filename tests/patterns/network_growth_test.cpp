// P1 and P2: the number of city networks, and when they were founded [N1, N2]. The count of 1985 is an input; the
// growth of births is that between the counts of 1985 and 2018.

#include <algorithm>
#include <cmath>

#include "tests/experiment.hpp"

namespace hansa {
namespace {

using test::Experiment;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

Tables shipped_tables() {
  const std::filesystem::path folder = Experiment::folder();
  return read_tables(load_scenario("network-boom", {}, {{folder / "data"}, {folder / "library"}}).files);
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
  const Experiment slow("network-boom", {"networks.births.growth=0.0245", "networks.real=false"});
  CHECK(networks_in(slow, 2018) < 250);
}

TEST_CASE("P2 does not hold: networks are not founded 1.5 to 4 times as fast in 1990-2003 as in 2006-2016",
          "[patterns][P2]") {
  const Experiment boom("network-boom", {});
  WARN("ratio of birth rates " << birth_ratio(boom));
  CHECK(birth_ratio(boom) < 1.5);
}

TEST_CASE("P2 would not hold without known networks either", "[patterns][P2]") {
  const Experiment generated("network-boom", {"networks.real=false"});
  WARN("ratio of birth rates " << birth_ratio(generated));
  CHECK(birth_ratio(generated) < 1);
}

/// Known networks founded in a year.
double founded_in(const Tables& tables, int year) {
  return static_cast<double>(std::ranges::count(tables.networks, year, &NetworkRow::founded));
}

TEST_CASE("known networks were founded in 1990-2003 twice as fast as in 2006-2016", "[patterns][P2]") {
  const Tables tables = shipped_tables();
  double early = 0, late = 0;
  for (int year = 1990; year <= 2003; ++year) early += founded_in(tables, year) / 14;
  for (int year = 2006; year <= 2016; ++year) late += founded_in(tables, year) / 11;
  CHECK(early / late == Approx(2.1).margin(0.05));
}

TEST_CASE("known networks were founded no faster around UN summits, against the claim", "[patterns][N2]") {
  const Tables tables = shipped_tables();
  double near = 0, n_near = 0, elsewhere = 0, n_elsewhere = 0;
  for (int year = 1985; year <= 2018; ++year) {
    const bool beside =
        std::ranges::any_of(Scenario{}.event_years, [&](int event) { return std::abs(year - event) <= 1; });
    (beside ? near : elsewhere) += founded_in(tables, year);
    (beside ? n_near : n_elsewhere) += 1;
  }
  // the rate ratio of two Poisson counts, with its 95 % interval
  const double ratio = (near / n_near) / (elsewhere / n_elsewhere);
  const double factor = std::exp(1.96 * std::sqrt(1 / near + 1 / elsewhere));
  WARN("rate ratio " << ratio << " [" << ratio / factor << ", " << ratio * factor << "] of "
                     << near + elsewhere);
  CHECK(ratio == Approx(0.73).margin(0.005));
  CHECK(ratio * factor < 1.2);
}

}  // namespace
}  // namespace hansa
